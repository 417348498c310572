"""A TCP socket of the legacy `chrome.socket`: client, listener or accepted connection."""

import time
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from typing_extensions import override

from socket_workbench.capture.records import Direction, SocketIdentity
from socket_workbench.chrome.calls import Call
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.listening import Listening
from socket_workbench.chrome.namespace import ApiSocket
from socket_workbench.chrome.records import endpoint_text
from socket_workbench.chrome.tcp_link import TcpLink
from socket_workbench.chrome.types import AcceptResult, LegacySocketInfo, ReadInfo
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.tcp import Stream
from socket_workbench.net.tls import TlsDetails

if TYPE_CHECKING:
    import asyncio
    import ssl

ACCEPT_FAILED: AcceptResult = {"resultCode": int(ResultCode.FAILED)}


class Mode(Enum):
    """What a socket has been used for; it is never used for the other."""

    NEW = "new"
    CLIENT = "client"
    SERVER = "server"


def read_failure(code: int) -> ReadInfo:
    """Result of a `read` that brings nothing."""
    return {"resultCode": int(code), "data": b""}


class LegacyTcp(ApiSocket):
    """One TCP socket of `socket`."""

    kind = "tcp"

    def __init__(
        self,
        context: AppContext,
        identity: SocketIdentity,
        make: Callable[["LegacyTcp"], "LegacyTcp"],
    ) -> None:
        """Make a socket.

        Args:
            context: The app.
            identity: Who it is.
            make: Makes the socket of an accepted connection; gets this one.
        """
        super().__init__(context, identity)
        self._make = make
        self.link = TcpLink(context, self._send_failed)
        self.mode = Mode.NEW
        self.paused = True  # each accept is asked for
        self.tls: ssl.SSLContext | None = None
        self._read: tuple[Call[ReadInfo], asyncio.Task[None]] | None = None
        self._accept: Call[AcceptResult] | None = None
        self._listening = Listening(context, self)

    @override
    def info(self) -> LegacySocketInfo:
        is_udp = self.link.is_tls and self._context.is_chromium
        info: LegacySocketInfo = {
            "socketType": "udp" if is_udp else "tcp",
            "connected": self.link.stream is not None,
        }
        stream = self.link.stream
        local = None if stream is None or self.link.was_accepted else stream.local
        add_local(info, self._listening.local or local)
        add_peer(info, None if stream is None else stream.peer)
        return info

    @property
    @override
    def tls_details(self) -> TlsDetails | None:
        return self.link.tls_details

    def connected(self, stream: Stream) -> None:
        """Note the new connection; nothing is read unless asked for."""
        self.mode, self.cause = Mode.CLIENT, ""
        self.peer_text = endpoint_text(stream.peer.host, stream.peer.port)
        self._context.touch()

    def read(self, call: Call[ReadInfo], size: int) -> None:
        """Wait for at most `size` bytes."""
        stream = self.link.stream
        if self.mode is not Mode.CLIENT:
            call.finish(read_failure(ResultCode.FAILED), cause=Cause.STATE)
        elif self._read is not None:
            call.finish(read_failure(ResultCode.IO_PENDING), cause=Cause.STATE)
        elif stream is None or self.link.is_securing:
            call.finish(read_failure(ResultCode.SOCKET_NOT_CONNECTED), cause=Cause.STATE)
        elif size <= 0:
            call.finish(read_failure(ResultCode.INVALID_ARGUMENT), cause=Cause.ARGUMENT)
        else:
            work = self._do_read(call, stream, size)
            self._read = call, self._context.scope.spawn(work, name=f"read {self.id}")

    async def _do_read(self, call: Call[ReadInfo], stream: Stream, size: int) -> None:
        cause: str = Cause.FIN
        try:
            data = await stream.receive(size)
        except SocketError as error:
            data, cause = b"", error.cause
        self._read = None
        if not data:
            self._peer_left(cause)
            call.finish(read_failure(ResultCode.OK), cause=cause)
            return
        self._context.capture.event(
            self.key,
            "socket.read",
            at_ns=time.monotonic_ns(),
            arguments=f'{{"socketId":{self.id}}}',
            peer=self.peer_text,
            data=data,
            direction=Direction.IN,
        )
        call.finish({"resultCode": len(data), "data": data})

    def _peer_left(self, cause: str) -> None:
        """Chromium disconnects; its documentation says that `connected` stays true."""
        self.cause = cause
        if self._context.is_chromium or cause != Cause.FIN:
            self.link.disconnect(cause)
        self._context.touch()

    @property
    def is_reading(self) -> bool:
        """Whether a read is in flight."""
        return self._read is not None

    def refuses_tls(self) -> ResultCode | None:
        """Why TLS cannot begin, if it cannot."""
        if self.is_reading:
            return ResultCode.FAILED
        return self.link.refuses_tls(is_reading=False)

    @property
    @override
    def is_listening(self) -> bool:
        return self._listening.is_open

    def listen(self, at: Endpoint, backlog: int) -> None:
        """Wait for connections here; each is accepted when asked for.

        Raises:
            SocketError: As `Listening.listen`.
        """
        self.mode = Mode.SERVER
        self._listening.listen(at, backlog)

    def accept(self, call: Call[AcceptResult]) -> None:
        """Wait for the next connection."""
        if not self._listening.is_open or self._accept is not None:
            call.finish(ACCEPT_FAILED, cause=Cause.STATE)
            return
        self._accept = call
        self._listening.start()

    def accepted(self, stream: Stream, at_ns: int) -> None:
        del at_ns  # the call's result has the time
        call, self._accept = self._accept, None
        assert call is not None
        client = self._make(self)
        client.link.adopt(stream)
        client.connected(stream)
        call.finish({"resultCode": 0, "socketId": client.id})

    def accept_failed(self, error: SocketError, at_ns: int) -> None:
        del at_ns
        call, self._accept = self._accept, None
        assert call is not None
        call.finish({"resultCode": int(error.code)}, cause=error.cause)

    def handshake_failed(self, stream: Stream, error: SocketError, at_ns: int) -> None:
        raise NotImplementedError  # `tls` is never set here

    def _send_failed(self, cause: str) -> None:
        self._end_read(cause)
        self.cause = cause
        self._context.touch()

    def _end_read(self, cause: str) -> None:
        if self._read is not None:
            call, task = self._read
            self._read = None
            task.cancel()
            call.finish(read_failure(ResultCode.CONNECTION_CLOSED), cause=cause)

    @override
    def shut(self) -> bool:
        """Close everything: a read in flight gets -100, an accept no answer."""
        self._end_read(Cause.LOCAL)
        if self._accept is not None:
            aborted: AcceptResult = {"resultCode": int(ResultCode.ABORTED)}
            self._context.abandon(self._accept, aborted, cause=Cause.LOCAL)
            self._accept = None
        self._listening.close()
        self.link.disconnect()
        self._context.touch()
        return False

    @override
    def discard(self) -> bool:
        self.shut()
        self.link.release()
        return False

    def disconnect(self) -> None:
        """As chrome.socket.disconnect."""
        self.shut()


def add_local(info: LegacySocketInfo, local: Endpoint | None) -> None:
    """Add our end where there is one."""
    if local is not None:
        info["localAddress"], info["localPort"] = local.host, local.port


def add_peer(info: LegacySocketInfo, peer: Endpoint | None) -> None:
    """Add the far end where there is one."""
    if peer is not None:
        info["peerAddress"], info["peerPort"] = peer.host, peer.port
