"""`chrome.sockets.tcp`: TCP clients, and the connections that a tcpServer accepts."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from typing_extensions import override

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.answers import answer_code, answer_send, ended_call
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.errors import (
    PERMISSION_DENIED,
    QUOTA_EXCEEDED,
    SOCKET_NOT_FOUND,
)
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.namespace import api_method
from socket_workbench.chrome.permissions import Operation
from socket_workbench.chrome.sockets import ConnectableNamespace
from socket_workbench.chrome.tcp_link import tls_options
from socket_workbench.chrome.tcp_socket import TcpEvents, TcpSocket
from socket_workbench.chrome.types import (
    ErrorInfo,
    QueryType,
    SecureOptions,
    SendInfo,
    TcpReceiveInfo,
    TcpSocketInfo,
)
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.resolve import Family, resolve
from socket_workbench.net.tcp import Stream
from socket_workbench.net.tls_trust import TlsOptions


class SocketsTcp(ConnectableNamespace[TcpSocket, TcpSocketInfo]):
    """`chrome.sockets.tcp`: same names, defaults, codes and texts."""

    name: ClassVar[str] = "sockets.tcp"
    DnsQueryType: ClassVar[Mapping[str, str]] = {"ANY": "any", "IPV4": "ipv4", "IPV6": "ipv6"}

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.onReceive = ChromeEvent[TcpReceiveInfo]("sockets.tcp.onReceive")
        self.onReceiveError = ChromeEvent[ErrorInfo]("sockets.tcp.onReceiveError")
        self._events = TcpEvents(self.onReceive, self.onReceiveError)

    @override
    def _make(self, identity: SocketIdentity, values: Sequence[Any]) -> TcpSocket:
        return TcpSocket(self._context, identity, self._events)

    @override
    def _info(self, socket: TcpSocket) -> TcpSocketInfo:
        return socket.info()

    @api_method
    def setKeepAlive(
        self,
        call: Call[int],
        socketId: int,
        enable: bool,
        delay: int | None = None,
        callback: Callback = None,
    ) -> None:
        """Switch keep-alive; `delay` in seconds, 0 leaves the kernel's. 0, or -2."""
        socket = self._find(call, socketId, int(ResultCode.FAILED))
        if socket is None:
            return
        try:
            socket.link.set_keep_alive(enable=enable, delay_s=delay or 0)
        except SocketError as error:
            answer_code(call, ResultCode.FAILED, error.cause)
        else:
            call.finish(0)

    @api_method
    def setNoDelay(
        self, call: Call[int], socketId: int, noDelay: bool, callback: Callback = None
    ) -> None:
        """Switch Nagle's algorithm off or on. 0, or -2."""
        socket = self._find(call, socketId, int(ResultCode.FAILED))
        if socket is None:
            return
        try:
            socket.link.set_no_delay(enable=noDelay)
        except SocketError as error:
            answer_code(call, ResultCode.FAILED, error.cause)
        else:
            call.finish(0)

    @api_method
    def connect(
        self,
        call: Call[int],
        socketId: int,
        peerAddress: str,
        peerPort: int,
        dnsQueryType: QueryType | None = None,
        callback: Callback = None,
    ) -> None:
        """Connect to a host; 0 or a net error code. Ports wrap modulo 65536."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        socket.link.will_connect(peerAddress)
        peer = Endpoint(peerAddress, peerPort % 65536)
        if not self._context.manifest.allows(Operation.TCP_CONNECT, peer.host, peer.port):
            call.fail(PERMISSION_DENIED, cause=Cause.PERMISSION)
            return
        self.open(call, socket, peer, Family(dnsQueryType or "any"))

    def open(
        self,
        call: Call[int],
        socket: TcpSocket,
        peer: Endpoint,
        family: Family = Family.ANY,
        source: str = "",
    ) -> None:
        """Connect a socket that may do so; `source` is the address of the adapter to use."""
        work = ended_call(call, partial(self._connect, call, socket, peer, family, source))
        self._context.scope.spawn(work, name=f"connect tcp {socket.id}")

    async def _connect(
        self, call: Call[int], socket: TcpSocket, peer: Endpoint, family: Family, source: str
    ) -> None:
        try:
            addresses = await resolve(peer.host, family)
            if self.sockets.get(socket.id) is not socket:
                call.fail(SOCKET_NOT_FOUND, cause=Cause.LOCAL)
                return
            stream = await socket.link.connect(
                addresses, peer, source=source, abandon=partial(self._abandon, call)
            )
        except SocketError as error:
            socket.cause = error.cause
            self._context.touch()
            answer_code(call, error.code, error.cause)
            return
        call.finish(0)
        socket.connected(stream)

    def _abandon(self, call: Call[int]) -> None:
        self._context.abandon(call, int(ResultCode.ABORTED), cause=Cause.LOCAL)

    @api_method
    def secure(
        self,
        call: Call[int],
        socketId: int,
        options: SecureOptions | None = None,
        callback: Callback = None,
    ) -> None:
        """Become a TLS client on a connected, paused socket; 0 or a net error code."""
        wanted = tls_options(options, as_chromium=self._context.is_chromium)
        self.start_tls(call, socketId, wanted)

    def start_tls(self, call: Call[int], socketId: int, options: TlsOptions) -> None:
        """Begin the handshake if the socket's state allows it."""
        refused = int(ResultCode.INVALID_ARGUMENT)
        socket = self._find(call, socketId, refused)
        if socket is None:
            return
        if socket.link.is_tls:
            call.fail("Socket must be a connected client TCP socket.", refused, cause=Cause.STATE)
        elif socket.link.stream is None:
            call.fail("Socket not connected", refused, cause=Cause.STATE)
        elif (why := socket.link.refuses_tls(is_reading=socket.is_reading)) is not None:
            self._refuse_tls(call, socket, why)
        else:
            work = ended_call(call, partial(self._secure, call, socket, options))
            task = self._context.scope.spawn(work, name=f"secure tcp {socketId}")
            socket.link.claim(task, partial(self._abandon, call))

    def _refuse_tls(self, call: Call[int], socket: TcpSocket, code: ResultCode) -> None:
        if not self._context.is_chromium:
            answer_code(call, code, Cause.STATE)
            return
        must_tell = self._remove(socket)
        answer_code(call, code, Cause.STATE)
        if must_tell:
            socket.tell_error_soon()

    async def _secure(self, call: Call[int], socket: TcpSocket, options: TlsOptions) -> None:
        first = socket.stop_reading()
        try:
            stream = await socket.link.secure(options, first, abandon=partial(self._abandon, call))
        except SocketError as error:
            self._remove(socket)
            socket.cause = error.cause
            answer_code(call, error.code, error.cause)
            return
        call.finish(0)
        socket.secured(stream)

    def _remove(self, socket: TcpSocket) -> bool:
        """Close and forget a socket; true if `onReceiveError` must follow."""
        del self.sockets[socket.id]
        return socket.discard()

    def accept(self, stream: Stream, *, parent: int, panel: str) -> TcpSocket:
        """Make a socket for a connection that a listening one took."""
        socket = self.add(parent=parent, panel=panel)
        socket.accepted(stream)
        return socket

    @api_method
    def send(
        self, call: Call[SendInfo], socketId: int, data: bytes, callback: Callback = None
    ) -> None:
        """Send all of `data`, after what was sent before; a refusal is a negative `resultCode`."""
        if not self._context.take_quota(len(data)):
            call.fail(QUOTA_EXCEEDED)
            return
        socket = self.sockets.get(socketId)
        if socket is None:
            self._context.give_quota(len(data))
            call.fail(SOCKET_NOT_FOUND)
            return
        socket.link.send(call, data, answer_send)
