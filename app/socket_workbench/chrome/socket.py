"""`chrome.socket`, the legacy namespace: TCP and UDP, nothing read unless asked for."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, TypeAlias

from typing_extensions import override

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.answers import answer_code
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.errors import (
    APP_PERMISSION_DENIED,
    QUOTA_EXCEEDED,
    SOCKET_NOT_FOUND,
)
from socket_workbench.chrome.legacy_options import NOT_FOUND, LegacyOptions
from socket_workbench.chrome.legacy_tcp import ACCEPT_FAILED, LegacyTcp, Mode, read_failure
from socket_workbench.chrome.legacy_udp import LegacyUdp, receive_failure
from socket_workbench.chrome.namespace import api_method
from socket_workbench.chrome.network import list_interfaces
from socket_workbench.chrome.permissions import MAX_PORT, Operation
from socket_workbench.chrome.tcp_link import tls_options
from socket_workbench.chrome.types import (
    AcceptResult,
    CreateInfo,
    LegacySocketInfo,
    NetworkInterface,
    ReadInfo,
    RecvFromInfo,
    SecureOptions,
    SocketKind,
    WriteInfo,
)
from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.resolve import resolve
from socket_workbench.net.tls_trust import TlsOptions

LegacySocket: TypeAlias = LegacyTcp | LegacyUdp

DEFAULT_READ_BYTES = 4096
DEFAULT_BACKLOG = 5
BAD_PORT = "Port must be a value between 0 and 65535."
NO_NAME = "DNS resolution failed"


class Socket(LegacyOptions):
    """`chrome.socket`: same names, defaults, codes and texts."""

    name: ClassVar[str] = "socket"
    SocketType: ClassVar[Mapping[str, str]] = {"TCP": "tcp", "UDP": "udp"}

    @override
    def _make(self, identity: SocketIdentity, values: Sequence[Any]) -> LegacySocket:
        if values and values[0] == "udp":
            return LegacyUdp(self._context, identity)
        return LegacyTcp(self._context, identity, self._make_accepted)

    def _make_accepted(self, parent: LegacyTcp) -> LegacyTcp:
        socket = self.add(parent=parent.key, panel=parent.identity.panel)
        assert isinstance(socket, LegacyTcp)
        return socket

    @api_method
    def create(
        self,
        call: Call[CreateInfo],
        type: SocketKind,  # noqa: A002 - the API's name
        options: dict[str, Any] | None = None,
        callback: Callback = None,
    ) -> None:
        """Make a socket; `{"socketId"}`."""
        call.finish({"socketId": self._newest.id})

    @api_method
    def destroy(self, call: Call[None], socketId: int) -> None:
        """Close and forget a socket; unknown ids are no error."""
        socket = self.sockets.pop(socketId, None)
        if socket is not None:
            socket.discard()
        call.finish()

    @api_method
    def disconnect(self, call: Call[None], socketId: int) -> None:
        """Close the connection; the socket stays. Unknown ids are no error."""
        socket = self.sockets.get(socketId)
        if socket is not None:
            socket.disconnect()
        call.finish()

    @api_method
    def connect(
        self, call: Call[int], socketId: int, hostname: str, port: int, callback: Callback = None
    ) -> None:
        """Connect TCP to a host, or set the peer of UDP; 0 or a net error code."""
        socket = self._find_for_port(call, socketId, port)
        if socket is None:
            return
        use = Operation.UDP_SEND
        if isinstance(socket, LegacyTcp):
            use = Operation.TCP_CONNECT
            socket.link.will_connect(hostname)
        if self._may(call, use, hostname, port):
            work = self._connect(call, socket, Endpoint(hostname, port))
            self._context.scope.spawn(work, name=f"connect socket {socketId}")

    async def _connect(self, call: Call[int], socket: LegacySocket, peer: Endpoint) -> None:
        addresses = await self._look_up(call, socket, peer.host)
        if addresses is None:
            return
        try:
            if isinstance(socket, LegacyUdp):
                socket.connect(addresses[0], peer.port)
            else:
                await self._connect_tcp(call, socket, addresses, peer)
        except SocketError as error:
            self._failed(call, socket, error)
        else:
            call.finish(0)

    async def _connect_tcp(
        self, call: Call[int], socket: LegacyTcp, addresses: list[str], peer: Endpoint
    ) -> None:
        if socket.mode is Mode.SERVER:
            raise SocketError(ResultCode.CONNECTION_FAILED, Cause.STATE)
        socket.mode = Mode.CLIENT
        socket.connected(
            await socket.link.connect(
                addresses, peer, source="", abandon=partial(self._abandon, call)
            )
        )

    def _abandon(self, call: Call[int]) -> None:
        self._context.abandon(call, int(ResultCode.ABORTED), cause=Cause.LOCAL)

    async def _look_up(self, call: Call[Any], socket: LegacySocket, host: str) -> list[str] | None:
        """Addresses of a host; `None` after the call has failed."""
        try:
            addresses = await resolve(host)
        except SocketError as error:
            call.fail(NO_NAME, int(error.code), cause=error.cause)
            return None
        if self.sockets.get(socket.id) is not socket:
            call.fail(SOCKET_NOT_FOUND, NOT_FOUND, cause=Cause.LOCAL)
            return None
        return addresses

    def _find_for_port(self, call: Call[Any], socket_id: int, port: int) -> LegacySocket | None:
        """The socket; the port is looked at first."""
        if 0 <= port <= MAX_PORT:
            return self._find(call, socket_id, NOT_FOUND)
        call.fail(BAD_PORT, cause=Cause.ARGUMENT)
        return None

    def _may(self, call: Call[Any], operation: Operation, host: str = "", port: int = 0) -> bool:
        if self._context.manifest.allows_legacy(operation, host, port):
            return True
        call.fail(APP_PERMISSION_DENIED, NOT_FOUND, cause=Cause.PERMISSION)
        return False

    def _failed(self, call: Call[int], socket: LegacySocket, error: SocketError) -> None:
        """Network errors have no `lastError` here."""
        socket.cause = error.cause
        self._context.touch()
        call.finish(int(error.code), cause=error.cause)

    @api_method
    def bind(
        self, call: Call[int], socketId: int, address: str, port: int, callback: Callback = None
    ) -> None:
        """Bind UDP to an IP literal; 0 or a net error code."""
        socket = self._find_for_port(call, socketId, port)
        if socket is None:
            return
        if not isinstance(socket, LegacyUdp):
            text = "TCP socket does not support bind. For TCP server please use listen."
            call.fail(text, NOT_FOUND, cause=Cause.STATE)
        elif self._may(call, Operation.UDP_BIND, address, port):
            try:
                socket.link.bind(address, port)
            except SocketError as error:
                self._failed(call, socket, error)
            else:
                self._context.touch()
                call.finish(0)

    @api_method
    def read(
        self,
        call: Call[ReadInfo],
        socketId: int,
        bufferSize: int | None = None,
        callback: Callback = None,
    ) -> None:
        """Wait for bytes from the peer; `resultCode` is their number, 0 at the end of a stream."""
        socket = self._find(call, socketId, read_failure(NOT_FOUND))
        if socket is not None:
            socket.read(call, DEFAULT_READ_BYTES if bufferSize is None else bufferSize)

    @api_method
    def recvFrom(
        self,
        call: Call[RecvFromInfo],
        socketId: int,
        bufferSize: int | None = None,
        callback: Callback = None,
    ) -> None:
        """Wait for a datagram from anybody."""
        socket = self._find(call, socketId, receive_failure(NOT_FOUND))
        if isinstance(socket, LegacyUdp):
            socket.receive_from(call, DEFAULT_READ_BYTES if bufferSize is None else bufferSize)
        elif socket is not None:
            call.fail(SOCKET_NOT_FOUND, receive_failure(NOT_FOUND), cause=Cause.STATE)

    @api_method
    def write(
        self, call: Call[WriteInfo], socketId: int, data: bytes, callback: Callback = None
    ) -> None:
        """Send to the peer; `bytesWritten` is a net error code when that fails."""
        if not self._context.take_quota(len(data)):
            call.fail(QUOTA_EXCEEDED)
            return
        socket = self.sockets.get(socketId)
        if isinstance(socket, LegacyTcp):
            socket.link.send(call, data, answer_write)
        elif socket is not None and socket.is_connected:
            socket.link.send(call, data, "", 0, answer_write)
        else:
            self._context.give_quota(len(data))
            if socket is None:
                call.fail(SOCKET_NOT_FOUND, {"bytesWritten": NOT_FOUND})
            else:
                answer_write(call, ResultCode.SOCKET_NOT_CONNECTED, Cause.STATE)

    @api_method
    def sendTo(
        self,
        call: Call[WriteInfo],
        socketId: int,
        data: bytes,
        address: str,
        port: int,
        callback: Callback = None,
    ) -> None:
        """Send a datagram; `bytesWritten` is a net error code when that fails."""
        socket = self._find_for_port(call, socketId, port)
        if socket is None:
            return
        if socket.kind == "tcp" or self._may(call, Operation.UDP_SEND, address, port):
            if not self._context.take_quota(len(data)):
                call.fail(QUOTA_EXCEEDED)
                return
            work = self._send_to(call, socket, data, Endpoint(address, port))
            self._context.scope.spawn(work, name=f"sendTo {socketId}")

    async def _send_to(
        self, call: Call[WriteInfo], socket: LegacySocket, data: bytes, peer: Endpoint
    ) -> None:
        addresses = await self._look_up(call, socket, peer.host)
        if addresses is not None and isinstance(socket, LegacyUdp) and socket.is_bound:
            socket.link.send(call, data, addresses[0], peer.port, answer_write)
            return
        self._context.give_quota(len(data))
        if addresses is not None:
            is_udp = isinstance(socket, LegacyUdp)
            code = ResultCode.SOCKET_NOT_CONNECTED if is_udp else ResultCode.FAILED
            answer_write(call, code, Cause.STATE)

    @api_method
    def listen(
        self,
        call: Call[int],
        socketId: int,
        address: str,
        port: int,
        backlog: int | None = None,
        callback: Callback = None,
    ) -> None:
        """Listen on an IP literal; 0 or a net error code. Ports wrap modulo 65536."""
        socket = self._find(call, socketId, NOT_FOUND)
        if socket is None or not self._may(call, Operation.TCP_LISTEN, address, port % 65536):
            return
        if not isinstance(socket, LegacyTcp):
            text = "Socket type does not support this API"
            call.fail(text, int(ResultCode.FAILED), cause=Cause.STATE)
        elif socket.mode is Mode.CLIENT:
            text = "Cannot call both connect and listen on the same socket."
            if socket.link.is_tls:
                text = "Cannot listen on a socket that is already connected."
            call.fail(text, int(ResultCode.NOT_IMPLEMENTED), cause=Cause.STATE)
        elif parse_literal(address) is None:
            call.fail("Unknown error.", int(ResultCode.INVALID_ARGUMENT), cause=Cause.ARGUMENT)
        else:
            self._listen(call, socket, Endpoint(address, port % 65536), backlog)

    def _listen(
        self, call: Call[int], socket: LegacyTcp, local: Endpoint, backlog: int | None
    ) -> None:
        try:
            socket.listen(local, DEFAULT_BACKLOG if backlog is None else backlog)
        except SocketError as error:
            text = "Could not listen on the specified port."
            call.fail(text, int(error.code), cause=error.cause)
        else:
            call.finish(0)

    @api_method
    def accept(self, call: Call[AcceptResult], socketId: int, callback: Callback = None) -> None:
        """Wait for the next connection; `{"resultCode", "socketId"}`."""
        socket = self._find(call, socketId, ACCEPT_FAILED)
        if isinstance(socket, LegacyTcp):
            socket.accept(call)
        elif socket is not None:
            call.finish(ACCEPT_FAILED, cause=Cause.STATE)

    @api_method
    def getInfo(
        self, call: Call[LegacySocketInfo], socketId: int, callback: Callback = None
    ) -> None:
        """State of a socket; unset members are absent."""
        socket = self._find(call, socketId)
        if socket is not None:
            call.finish(socket.info())

    @api_method
    def getNetworkList(self, call: Call[list[NetworkInterface]], callback: Callback = None) -> None:
        """Addresses of this machine's adapters that are up, without loopback."""
        self._context.scope.spawn(list_interfaces(call), name="getNetworkList")

    @api_method
    def secure(
        self,
        call: Call[int],
        socketId: int,
        options: SecureOptions | None = None,
        callback: Callback = None,
    ) -> None:
        """Become a TLS client on a connected socket; 0 or a net error code."""
        refused = int(ResultCode.INVALID_ARGUMENT)
        socket = self._find(call, socketId, refused)
        if socket is None:
            return
        if not isinstance(socket, LegacyTcp) or socket.link.is_tls:
            call.fail("Only TCP sockets are supported for TLS.", refused, cause=Cause.STATE)
        elif socket.link.stream is None:
            call.fail("Socket not connected", refused, cause=Cause.STATE)
        elif (why := socket.refuses_tls()) is not None:
            if self._context.is_chromium:
                self._remove(socket)
            answer_code(call, why, Cause.STATE)
        else:
            wanted = tls_options(options, as_chromium=self._context.is_chromium)
            work = self._secure(call, socket, wanted)
            task = self._context.scope.spawn(work, name=f"secure socket {socketId}")
            socket.link.claim(task, partial(self._abandon, call))

    async def _secure(self, call: Call[int], socket: LegacyTcp, options: TlsOptions) -> None:
        try:
            await socket.link.secure(options, b"", abandon=partial(self._abandon, call))
        except SocketError as error:
            self._remove(socket)
            answer_code(call, error.code, error.cause)
        else:
            self._context.touch()
            call.finish(0)

    def _remove(self, socket: LegacyTcp) -> None:
        del self.sockets[socket.id]
        socket.discard()


def answer_write(call: Call[Any], outcome: int, cause: str) -> None:
    """End a `write` or `sendTo`; network errors have no `lastError` here."""
    call.finish({"bytesWritten": int(outcome)}, cause=cause)
