"""One socket of `chrome.sockets.tcp`: its properties, its connection, its reads."""

import time
from dataclasses import dataclass

from typing_extensions import override

from socket_workbench.capture.records import Direction, SocketIdentity
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.records import endpoint_text
from socket_workbench.chrome.sockets import PausableSocket
from socket_workbench.chrome.tcp_link import TcpLink
from socket_workbench.chrome.tcp_reader import TcpReader
from socket_workbench.chrome.types import (
    ErrorInfo,
    SocketProperties,
    TcpReceiveInfo,
    TcpSocketInfo,
)
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause
from socket_workbench.net.tcp import Stream
from socket_workbench.net.tls import TlsDetails


@dataclass(frozen=True, slots=True)
class TcpEvents:
    """The events of the namespace."""

    on_receive: ChromeEvent[TcpReceiveInfo]
    on_receive_error: ChromeEvent[ErrorInfo]


class TcpSocket(PausableSocket):
    """One socket of `sockets.tcp`."""

    def __init__(self, context: AppContext, identity: SocketIdentity, events: TcpEvents) -> None:
        super().__init__(context, identity)
        self._events = events
        self.link = TcpLink(context, self._send_failed)
        self.reader: TcpReader | None = None
        self.buffer_size = 0
        self._is_paused_by_error = False
        self._arguments = f'{{"socketId":{self.id}}}'

    @override
    def update(self, properties: SocketProperties) -> None:
        self.buffer_size = properties.get("bufferSize", self.buffer_size)
        super().update(properties)

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

    def secured(self, stream: Stream) -> None:
        """Go on over TLS."""
        if self._context.is_chromium:
            self.name, self.buffer_size = "", 0
        self.connected(stream)

    @property
    @override
    def tls_details(self) -> TlsDetails | None:
        return self.link.tls_details

    @property
    def is_reading(self) -> bool:
        """Whether a read is in flight."""
        return self.reader is not None and self.reader.is_reading

    def stop_reading(self) -> bytes:
        """End reading without an event; returns what was read and not delivered."""
        reader, self.reader = self.reader, None
        if reader is None:
            return b""
        reader.stop()
        return reader.leftover()

    def accepted(self, stream: Stream) -> None:
        """Hold a connection that a listening socket took; it starts paused."""
        self.link.adopt(stream)
        self.paused = True
        self.connected(stream)

    def resume(self) -> None:
        """Start a read if the socket is connected and not paused."""
        if self.reader is not None and not self.paused:
            self.reader.start()

    @override
    def set_paused(self, *, paused: bool) -> None:
        """Change the flag; a read in flight is not cancelled."""
        self.paused = paused
        self._is_paused_by_error = False
        self._context.touch()
        if not paused and self.link.is_securing and self._context.is_chromium:
            self._failed(Cause.STATE)
            self.tell_error_soon(Cause.STATE, ResultCode.SOCKET_NOT_CONNECTED)
        else:
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
        self._context.emit(self._events.on_receive, {"socketId": self.id, "data": data})

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

    def _send_failed(self, cause: str) -> None:
        """The link broke while sending: a read in flight ends with it."""
        if self.disconnect():
            self.tell_error_soon(cause)
        self.cause = cause

    def _failed(self, cause: str) -> None:
        self.cause = cause
        self._is_paused_by_error = not self.paused
        self.paused = True
        self._context.touch()

    def tell_error(
        self, cause: str, at_ns: int, code: ResultCode = ResultCode.CONNECTION_CLOSED
    ) -> None:
        """Raise `onReceiveError`; a reset says -100 as well."""
        info: ErrorInfo = {"socketId": self.id, "resultCode": int(code)}
        self._context.record_event(
            self.key,
            self._events.on_receive_error,
            info,
            at_ns=at_ns,
            peer=self.peer_text,
            cause=cause,
        )

    @override
    def tell_error_soon(
        self, cause: str = Cause.LOCAL, code: ResultCode = ResultCode.CONNECTION_CLOSED
    ) -> None:
        """Raise `onReceiveError` after the callbacks that wait, and after who awaits the call."""
        replies, at_ns = self._context.replies, time.monotonic_ns()
        replies.add(replies.add, self.tell_error, cause, at_ns, code)

    @override
    def shut(self) -> bool:
        return self.disconnect()

    @override
    def discard(self) -> bool:
        must_tell = self.disconnect()
        self.link.release()
        return must_tell
