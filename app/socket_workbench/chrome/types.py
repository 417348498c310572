"""The dictionaries of the API, with its own member names."""

from typing import Literal, NotRequired, TypedDict

QueryType = Literal["any", "ipv4", "ipv6"]


class SocketProperties(TypedDict, total=False):
    """Options of `create` and `update`; `bufferSize` exists for tcp and udp."""

    persistent: bool
    name: str
    bufferSize: int


class CreateInfo(TypedDict):
    """Result of `create`."""

    socketId: int


class TcpSocketInfo(TypedDict):
    """`sockets.tcp.SocketInfo`: members that are unset are absent."""

    socketId: int
    persistent: bool
    paused: bool
    connected: bool
    name: NotRequired[str]
    bufferSize: NotRequired[int]
    localAddress: NotRequired[str]
    localPort: NotRequired[int]
    peerAddress: NotRequired[str]
    peerPort: NotRequired[int]


class SendInfo(TypedDict):
    """Result of `send`; `bytesSent` only on success."""

    resultCode: int
    bytesSent: NotRequired[int]


class TlsVersionConstraints(TypedDict, total=False):
    """`tls1.2` or `tls1.3`; other strings are ignored."""

    min: str
    max: str


class SecureOptions(TypedDict, total=False):
    """Options of `secure`."""

    tlsVersion: TlsVersionConstraints


class TcpReceiveInfo(TypedDict):
    """Event object of `sockets.tcp.onReceive`."""

    socketId: int
    data: bytes


class TcpServerSocketInfo(TypedDict):
    """`sockets.tcpServer.SocketInfo`: members that are unset are absent."""

    socketId: int
    persistent: bool
    paused: bool
    name: NotRequired[str]
    localAddress: NotRequired[str]
    localPort: NotRequired[int]


class AcceptInfo(TypedDict):
    """Event object of `sockets.tcpServer.onAccept`."""

    socketId: int
    clientSocketId: int


class UdpSocketInfo(TypedDict):
    """`sockets.udp.SocketInfo`: members that are unset are absent."""

    socketId: int
    persistent: bool
    paused: bool
    name: NotRequired[str]
    bufferSize: NotRequired[int]
    localAddress: NotRequired[str]
    localPort: NotRequired[int]


class UdpReceiveInfo(TypedDict):
    """Event object of `sockets.udp.onReceive`."""

    socketId: int
    data: bytes
    remoteAddress: str
    remotePort: int


SocketKind = Literal["tcp", "udp"]


class LegacySocketInfo(TypedDict):
    """`socket.SocketInfo`: members that are unset are absent."""

    socketType: SocketKind
    connected: bool
    localAddress: NotRequired[str]
    localPort: NotRequired[int]
    peerAddress: NotRequired[str]
    peerPort: NotRequired[int]


class ReadInfo(TypedDict):
    """Result of `socket.read`: `resultCode` is the number of bytes, or a net error code."""

    resultCode: int
    data: bytes


class RecvFromInfo(ReadInfo):
    """Result of `socket.recvFrom`."""

    address: str
    port: int


class WriteInfo(TypedDict):
    """Result of `socket.write` and `sendTo`: a number of bytes, or a net error code."""

    bytesWritten: int


class AcceptResult(TypedDict):
    """Result of `socket.accept`."""

    resultCode: int
    socketId: NotRequired[int]


class NetworkInterface(TypedDict):
    """One address of an adapter."""

    name: str
    address: str
    prefixLength: int


class InstalledInfo(TypedDict):
    """Event object of `runtime.onInstalled`."""

    reason: Literal["install", "update", "chrome_update"]


class LaunchData(TypedDict):
    """Event object of `app.runtime.onLaunched`."""

    source: str


class ErrorInfo(TypedDict):
    """Event object of `onReceiveError` and `onAcceptError`."""

    socketId: int
    resultCode: int


class HandshakeErrorInfo(TypedDict):
    """A connection that did not become a TLS one; ours."""

    socketId: int
    peerAddress: str
    peerPort: int
    resultCode: int
    cause: str
