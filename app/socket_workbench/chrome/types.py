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


class ErrorInfo(TypedDict):
    """Event object of `onReceiveError` and `onAcceptError`."""

    socketId: int
    resultCode: int
