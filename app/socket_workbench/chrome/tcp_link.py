"""The connection below a TCP socket of the API: connecting, sending, options, disconnecting.

`sockets.tcp` and the legacy `socket` share it; they differ in how they read and what they answer.
"""

import asyncio
import socket as sockets
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from socket_workbench.chrome.calls import Call
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.types import SecureOptions
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.host_names import is_broken
from socket_workbench.net.tcp import (
    PIPE_BYTES,
    Stream,
    TcpStream,
    open_stream,
    set_keep_alive,
    set_no_delay,
)
from socket_workbench.net.tls import TlsDetails, TlsStream, secure_client
from socket_workbench.net.tls_trust import TlsOptions

MAX_HOST: Final = 255
"""Longer names do not fit into a TLS handshake; nor does an empty one."""

Answer = Callable[[Call[Any], int, str], None]
"""Ends a call with a result code, or the number of bytes sent, and a cause."""


@dataclass(slots=True)
class _Write:
    call: Call[Any]
    data: memoryview
    answer: Answer
    size: int


@dataclass(slots=True)
class _Connecting:
    task: asyncio.Task[Any]
    abandon: Callable[[], None]
    socket: sockets.socket | None = None
    """The one being tried; options can be set on it."""

    def note(self, socket: sockets.socket) -> None:
        self.socket = socket


class TcpLink:
    """State of one API socket towards the network."""

    def __init__(self, context: AppContext, on_broken: Callable[[str], None]) -> None:
        """Make an unconnected link.

        Args:
            context: The app.
            on_broken: Told the cause after a failed send has disconnected the link.
        """
        self._context, self._on_broken = context, on_broken
        self.stream: Stream | None = None
        self.is_tls = False
        """For ever, once `secure` succeeded."""
        self.was_accepted = False
        self.host = ""
        """As given to connect."""
        self.is_half_closed = False
        """The peer has closed its side; only `Compat.DOCUMENTED` keeps such a connection."""
        self._connecting: _Connecting | None = None
        self._writes: deque[_Write] = deque()
        """Those under way; without a writer, what a disconnect cut off and all since then."""
        self._writer: asyncio.Task[None] | None = None
        self._failure: SocketError | None = None
        """Why sending failed, when nobody has been told yet."""
        self.is_bound_to_failed = False
        """A connect failed since the last disconnect: options and TLS still ask that socket."""

    @property
    def tls_details(self) -> TlsDetails | None:
        """What a TLS connection agreed on; `None` for all others."""
        return self.stream.details if isinstance(self.stream, TlsStream) else None

    @property
    def is_securing(self) -> bool:
        """Whether a handshake is under way."""
        return self._connecting is not None and self.stream is not None

    def _check_can_connect(self) -> None:
        if self.is_tls or (self._connecting is not None and self.stream is None):
            raise SocketError(ResultCode.CONNECTION_FAILED, Cause.STATE)
        if self.is_half_closed and not self.is_securing:
            self.disconnect()
        if self.stream is not None:
            raise SocketError(ResultCode.SOCKET_IS_CONNECTED, Cause.STATE)

    def will_connect(self, host: str) -> None:
        """Note that a connect is asked for: Chromium secures for `host` whatever comes of it."""
        if self._context.is_chromium:
            self.host = host

    async def connect(
        self, addresses: list[str], peer: Endpoint, *, source: str, abandon: Callable[[], None]
    ) -> Stream:
        """Connect; to be awaited by a task of its own, which `disconnect` cancels.

        Args:
            addresses: IP literals, tried in turn.
            peer: The host as the caller named it, and the port.
            source: Address of the adapter to connect from; empty: the kernel chooses.
            abandon: Ends the call when the connect is cut off.

        Raises:
            SocketError: It failed, or the socket is in use; it is as before.
        """
        self._check_can_connect()
        self.host = peer.host
        with self._under_way(abandon) as mine:
            try:
                self.stream = await open_stream(
                    addresses, peer.port, source=source, on_socket=mine.note
                )
            except SocketError:
                self.is_bound_to_failed = self._context.is_chromium
                raise
        return self.stream

    async def secure(
        self, options: TlsOptions, first: bytes, *, abandon: Callable[[], None]
    ) -> TlsStream:
        """Turn the connection into TLS; to be awaited by a task of its own.

        Args:
            options: Versions and trust.
            first: Bytes that were read already; Chromium forgets them.
            abandon: Ends the call when the handshake is cut off.

        Raises:
            SocketError: It failed; the connection is closed.
        """
        assert self.stream is not None
        host = options.host or self.host or self.stream.peer.host
        with self._under_way(abandon):
            if self._context.is_chromium:
                first = forget_unread(self.stream)
            stream = await secure_client(self.stream, host, options, first)
        self.stream, self.is_tls = stream, True
        self.release()
        return stream

    def refuses_tls(self, *, is_reading: bool) -> ResultCode | None:
        """Why TLS cannot begin, if it cannot; Chromium can do less than it documents.

        Args:
            is_reading: Whether a read is in flight.
        """
        if self._connecting is not None or self._writer is not None:
            return ResultCode.FAILED
        if not self._context.is_chromium:
            return None
        if is_reading or self.was_accepted or is_broken(self.host):
            return ResultCode.FAILED
        if self.is_bound_to_failed:
            return ResultCode.SOCKET_NOT_CONNECTED
        return None if 0 < len(self.host) <= MAX_HOST else ResultCode.UNEXPECTED

    def claim(self, task: asyncio.Task[Any], abandon: Callable[[], None]) -> None:
        """Count `task`, which will secure the link, as under way though it has not run yet.

        Otherwise a second `secure` in the same turn would find the link free.
        """
        self._connecting = _Connecting(task, abandon)

    @contextmanager
    def _under_way(self, abandon: Callable[[], None]) -> Generator[_Connecting]:
        """Let `disconnect` cut off what this task does inside."""
        task = asyncio.current_task()
        assert task is not None
        mine = self._connecting = _Connecting(task, abandon)
        try:
            yield mine
        finally:
            self._forget_connecting(mine)

    def _forget_connecting(self, connecting: _Connecting) -> None:
        if self._connecting is connecting:
            self._connecting = None

    def adopt(self, stream: Stream) -> None:
        """Take over an accepted connection."""
        self.stream, self.was_accepted = stream, True

    def disconnect(self, cause: str = Cause.LOCAL) -> None:
        """Close what is open and end what is under way.

        Chromium forgets to take sends that are cut off out of its queue, and never gets past them
        again: they stay, and only `release` gives their quota back.
        """
        if self._connecting is not None:
            connecting, self._connecting = self._connecting, None
            connecting.task.cancel()
            connecting.abandon()
        if self._writer is not None:
            self._writer.cancel()
            self._writer = None
        if self.stream is not None:
            self.stream.close()
            self.stream = None
        self._failure, self.is_half_closed, self.was_accepted = None, False, False
        self.is_bound_to_failed = False
        for write in self._writes:
            write.data = memoryview(b"")
            if self._context.is_chromium:
                write.call.drop(cause)
            else:
                write.answer(write.call, ResultCode.ABORTED, cause)
        if not self._context.is_chromium:
            self.release()

    def release(self) -> None:
        """Forget the sends that were cut off; for a socket that is gone, or has turned into TLS."""
        for write in self._writes:
            self._context.give_quota(write.size)
        self._writes.clear()

    def send(self, call: Call[Any], data: bytes, answer: Answer) -> None:
        """Send all of `data` after what was sent before; `answer` gets its length or a code.

        The caller has taken the quota, which is given back here.
        """
        size = len(data)
        if self._writes:
            self._queue(call, data, answer)
        elif self.stream is None or self._connecting is not None:
            self._context.give_quota(size)
            answer(call, ResultCode.SOCKET_NOT_CONNECTED, Cause.STATE)
        elif self._failure is not None:
            self._context.give_quota(size)
            self._fail_sending(call, answer, self._failure)
        else:
            self._send_first(call, memoryview(data), answer, self.stream)

    def _queue(self, call: Call[Any], data: bytes, answer: Answer) -> None:
        if self._writer is not None:
            self._writes.append(_Write(call, memoryview(data), answer, len(data)))
        else:  # behind what was cut off
            self._writes.append(_Write(call, memoryview(b""), answer, len(data)))
            call.drop(Cause.STATE)

    def _send_first(
        self, call: Call[Any], data: memoryview, answer: Answer, stream: Stream
    ) -> None:
        size = len(data)
        try:
            sent = stream.send_now(data) if size else 0
            if size > PIPE_BYTES and isinstance(stream, TcpStream):
                stream.check()  # Chromium still had some to send when the first part broke it
        except SocketError as error:
            self._took_error(_Write(call, data, answer, size), error)
            return
        if sent == size:
            self._context.give_quota(size)
            answer(call, size, Cause.NONE)
            return
        self._writes.append(_Write(call, data[sent:], answer, size))
        self._writer = self._context.scope.spawn(self._send_rest(stream), name="tcp send")

    async def _send_rest(self, stream: Stream) -> None:
        """Send what is queued, in order; ended by `disconnect`."""
        while self._writes:
            write = self._writes[0]
            try:
                await stream.send(write.data)
            except SocketError as error:
                self._writer = None
                self._writes.popleft()
                self._took_error(write, error)
                return
            self._writes.popleft()
            self._context.give_quota(write.size)
            write.answer(write.call, write.size, Cause.NONE)
        self._writer = None

    def _took_error(self, write: _Write, error: SocketError) -> None:
        """The connection is broken: what fits Chromium's pipe still counts as sent."""
        self._context.give_quota(write.size)
        if len(write.data) <= PIPE_BYTES and not self._writes:
            self._failure = error
            write.answer(write.call, write.size, error.cause)
        else:
            self._fail_sending(write.call, write.answer, error)

    def _fail_sending(self, call: Call[Any], answer: Answer, error: SocketError) -> None:
        behind, self._writes = self._writes, deque()
        self.disconnect(error.cause)
        answer(call, ResultCode.FAILED, error.cause)
        for write in behind:
            self._context.give_quota(write.size)
            write.answer(write.call, ResultCode.SOCKET_NOT_CONNECTED, error.cause)
        self._on_broken(error.cause)

    def set_keep_alive(self, *, enable: bool, delay_s: int) -> None:
        """Switch keep-alive.

        Raises:
            SocketError: There is no plain connection, or the kernel refuses.
        """
        set_keep_alive(self._plain_socket(), enable=enable, delay_s=delay_s)

    def set_no_delay(self, *, enable: bool) -> None:
        """Switch Nagle's algorithm.

        Raises:
            SocketError: There is no plain connection, or the kernel refuses.
        """
        set_no_delay(self._plain_socket(), enable=enable)

    def _plain_socket(self) -> sockets.socket:
        if self.is_bound_to_failed or (self.is_securing and self._context.is_chromium):
            raise SocketError(ResultCode.FAILED, Cause.STATE)
        if isinstance(self.stream, TcpStream):
            return self.stream.plain_socket
        if self._connecting is not None and self._connecting.socket is not None:
            return self._connecting.socket
        raise SocketError(ResultCode.FAILED, Cause.STATE)


def forget_unread(stream: Stream) -> bytes:
    """Drop what came before the handshake, as Chromium does with what its pipe has taken.

    Returns:
        What is behind it and was read to find the end: the handshake's first bytes.

    Raises:
        SocketError: `SOCKET_NOT_CONNECTED`: the peer has left behind it.
    """
    left = PIPE_BYTES
    while True:
        try:
            data = stream.receive_now(left or 1)
        except SocketError as error:
            raise SocketError(ResultCode.SOCKET_NOT_CONNECTED, error.cause) from error
        if data == b"":
            raise SocketError(ResultCode.SOCKET_NOT_CONNECTED, Cause.FIN)
        if data is None or not left:
            return data or b""
        left -= len(data)


def tls_options(options: SecureOptions | None, *, as_chromium: bool) -> TlsOptions:
    """What a script asks for, as the net layer takes it."""
    versions = (options or {}).get("tlsVersion", {})
    return TlsOptions(
        lowest=versions.get("min", ""), highest=versions.get("max", ""), as_chromium=as_chromium
    )
