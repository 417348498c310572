"""`chrome.sockets.tcp`: TCP clients, and the connections that a tcpServer accepts."""

import time
from collections.abc import Mapping
from typing import Any, ClassVar, cast

from typing_extensions import override

from socket_workbench.capture.records import Direction, SocketIdentity
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.errors import (
    PERMISSION_DENIED,
    QUOTA_EXCEEDED,
    SOCKET_NOT_FOUND,
    network_error,
)
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.namespace import ApiSocket, SocketNamespace, api_method
from socket_workbench.chrome.records import endpoint_text
from socket_workbench.chrome.tcp_link import TcpLink
from socket_workbench.chrome.tcp_reader import TcpReader
from socket_workbench.chrome.types import (
    CreateInfo,
    ErrorInfo,
    QueryType,
    SendInfo,
    SocketProperties,
    TcpReceiveInfo,
    TcpSocketInfo,
)
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.resolve import Family, resolve
from socket_workbench.net.tcp import Stream


class TcpSocket(ApiSocket):
    """One socket of `sockets.tcp`."""

    def __init__(
        self, context: AppContext, identity: SocketIdentity, namespace: "SocketsTcp"
    ) -> None:
        super().__init__(context, identity)
        self._namespace = namespace
        self.link = TcpLink(context)
        self.reader: TcpReader | None = None
        self.paused, self.buffer_size = False, 0
        self._is_paused_by_error = False
        self._arguments = f'{{"socketId":{self.id}}}'

    def update(self, properties: SocketProperties) -> None:
        """Change the members given; an empty name and a size of 0 or less count as unset."""
        self.persistent = properties.get("persistent", self.persistent)
        self.name = properties.get("name", self.name)
        self.buffer_size = properties.get("bufferSize", self.buffer_size)
        self._context.touch()

    @override
    def info(self) -> TcpSocketInfo:
        stream = self.link.stream
        info: TcpSocketInfo = {
            "socketId": self.id,
            "persistent": self.persistent,
            "paused": self.paused,
            "connected": stream is not None,
        }
        if self.name:
            info["name"] = self.name
        if self.buffer_size > 0:
            info["bufferSize"] = self.buffer_size
        if stream is not None:
            if not self.link.was_accepted:
                info["localAddress"], info["localPort"] = stream.local.host, stream.local.port
            info["peerAddress"], info["peerPort"] = stream.peer.host, stream.peer.port
        return info

    def connected(self, stream: Stream) -> None:
        """Read the new connection unless the socket is paused."""
        self.cause = ""
        self.peer_text = endpoint_text(stream.peer.host, stream.peer.port)
        self.reader = TcpReader(self._context, stream, self)
        if self._is_paused_by_error and not self._context.is_chromium:
            self.paused = False
        self._is_paused_by_error = False
        self._context.touch()
        self.resume()

    def accepted(self, stream: Stream) -> None:
        """Hold a connection that a listening socket took; it starts paused."""
        self.link.adopt(stream)
        self.paused = True
        self.connected(stream)

    def resume(self) -> None:
        """Start a read if the socket is connected and not paused."""
        if self.reader is not None and not self.paused:
            self.reader.start()

    def set_paused(self, *, paused: bool) -> None:
        """Change the flag; a read in flight is not cancelled."""
        self.paused = paused
        self._is_paused_by_error = False
        self._context.touch()
        self.resume()

    def received(self, data: bytes, at_ns: int) -> None:
        self._context.capture.event(
            self.key,
            "sockets.tcp.onReceive",
            at_ns=at_ns,
            arguments=self._arguments,
            peer=self.peer_text,
            data=data,
            direction=Direction.IN,
        )
        self._context.emit(self._namespace.onReceive, {"socketId": self.id, "data": data})

    def read_ended(self, cause: str, at_ns: int) -> None:
        self.reader = None
        if cause == Cause.FIN and not self._context.is_chromium:
            self.link.is_half_closed = True
        else:
            self.link.disconnect(cause)
        self._failed(cause)
        self.tell_error(cause, at_ns)

    def disconnect(self) -> bool:
        """Close the connection; true if `onReceiveError` must follow the call's callback."""
        was_reading = self.reader is not None and self.reader.stop()
        self.reader = None
        self.link.disconnect()
        if was_reading:
            self._failed(Cause.LOCAL)
        self._context.touch()
        return was_reading

    def _failed(self, cause: str) -> None:
        self.cause = cause
        self._is_paused_by_error = not self.paused
        self.paused = True
        self._context.touch()

    def tell_error(self, cause: str, at_ns: int) -> None:
        """Raise `onReceiveError`; a reset says -100 as well."""
        code = int(ResultCode.CONNECTION_CLOSED)
        self._context.capture.event(
            self.key,
            "sockets.tcp.onReceiveError",
            at_ns=at_ns,
            arguments=f'{{"socketId":{self.id},"resultCode":{code}}}',
            peer=self.peer_text,
            code=code,
            cause=cause,
        )
        info: ErrorInfo = {"socketId": self.id, "resultCode": code}
        self._context.emit(self._namespace.onReceiveError, info)

    def tell_error_soon(self) -> None:
        """Raise `onReceiveError` after the callbacks that wait."""
        self._context.replies.add(self.tell_error, Cause.LOCAL, time.monotonic_ns())

    @override
    def shut(self) -> bool:
        return self.disconnect()


class SocketsTcp(SocketNamespace[TcpSocket]):
    """`chrome.sockets.tcp`: same names, defaults, codes and texts."""

    name: ClassVar[str] = "sockets.tcp"
    DnsQueryType: ClassVar[Mapping[str, str]] = {"ANY": "any", "IPV4": "ipv4", "IPV6": "ipv6"}

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.onReceive = ChromeEvent[TcpReceiveInfo]("sockets.tcp.onReceive")
        self.onReceiveError = ChromeEvent[ErrorInfo]("sockets.tcp.onReceiveError")

    @override
    def _make(self, identity: SocketIdentity) -> TcpSocket:
        return TcpSocket(self._context, identity, self)

    @api_method
    def create(
        self,
        call: Call[CreateInfo],
        properties: SocketProperties | None = None,
        callback: Callback = None,
    ) -> None:
        """Make a socket; `{"socketId"}`."""
        socket = self._newest
        socket.update(properties or {})
        call.finish({"socketId": socket.id})

    @api_method
    def update(
        self,
        call: Call[None],
        socketId: int,
        properties: SocketProperties,
        callback: Callback = None,
    ) -> None:
        """Change properties of a socket; absent ones stay."""
        socket = self._find(call, socketId)
        if socket is not None:
            socket.update(properties)
            call.finish()

    @api_method
    def setPaused(
        self, call: Call[None], socketId: int, paused: bool, callback: Callback = None
    ) -> None:
        """Stop or resume reading; one more chunk arrives when a read is in flight."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        call.finish()
        if socket.paused != paused:
            socket.set_paused(paused=paused)

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
        port = peerPort % 65536
        if not self._context.manifest.allows("tcp.connect", peerAddress, port):
            call.fail(PERMISSION_DENIED, cause=Cause.PERMISSION)
            return
        family = Family(dnsQueryType or "any")
        work = self._connect(call, socket, peerAddress, port, family)
        self._context.scope.spawn(work, name=f"connect tcp {socketId}")

    async def _connect(
        self, call: Call[int], socket: TcpSocket, host: str, port: int, family: Family
    ) -> None:
        try:
            addresses = await resolve(host, family)
            if self.sockets.get(socket.id) is not socket:
                call.fail(SOCKET_NOT_FOUND, cause=Cause.LOCAL)
                return
            stream = await socket.link.connect(
                addresses,
                port,
                source=None,
                abandon=lambda: self._context.abandon(
                    call, int(ResultCode.ABORTED), cause=Cause.LOCAL
                ),
            )
        except SocketError as error:
            socket.cause = error.cause
            self._context.touch()
            answer_code(call, error.code, error.cause)
            return
        call.finish(0)
        socket.connected(stream)

    @api_method
    def disconnect(self, call: Call[None], socketId: int, callback: Callback = None) -> None:
        """Close the connection; the socket stays and can connect again."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        must_tell = socket.disconnect()
        call.finish()
        if must_tell:
            socket.tell_error_soon()

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

    @api_method
    def close(self, call: Call[None], socketId: int, callback: Callback = None) -> None:
        """Close the connection and forget the socket."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        del self.sockets[socketId]
        must_tell = socket.disconnect()
        call.finish()
        if must_tell:
            socket.tell_error_soon()

    @api_method
    def getInfo(self, call: Call[TcpSocketInfo], socketId: int, callback: Callback = None) -> None:
        """State of a socket; unset members are absent."""
        socket = self._find(call, socketId)
        if socket is not None:
            call.finish(socket.info())

    @api_method
    def getSockets(self, call: Call[list[TcpSocketInfo]], callback: Callback = None) -> None:
        """State of all sockets of this namespace."""
        call.finish([socket.info() for socket in self.sockets.values()])


def answer_code(call: Call[Any], code: int, cause: str) -> None:
    """End a call whose result is a net error code."""
    if code < 0:
        call.fail(network_error(code), int(code), cause=cause)
    else:
        call.finish(int(code), cause=cause)


def answer_send(call: Call[Any], outcome: int, cause: str) -> None:
    """End a `send`: `outcome` is the number of bytes, or a net error code."""
    if outcome < 0:
        call.fail(network_error(outcome), {"resultCode": int(outcome)}, cause=cause)
    else:
        info = cast("SendInfo", {"resultCode": 0, "bytesSent": outcome})
        call.finish(info, cause=cause)
