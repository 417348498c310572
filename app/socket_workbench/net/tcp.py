"""TCP connections over plain non-blocking sockets and `loop.sock_*`."""

import asyncio
import os
import socket
import struct
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from socket_workbench.net.addresses import canonical, family_of
from socket_workbench.net.errors import ResultCode, SocketError, connect_error
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.readiness import ReadWatch, stop_watching

CONNECT_TIMEOUT_S = 240.0
"""Longer than any kernel tries, which then says ETIMEDOUT."""

MAX_KEEP_ALIVE_S = 32767
"""What Linux accepts for TCP_KEEPIDLE (MAX_TCP_KEEPIDLE)."""

PIPE_BYTES = 64 * 1024
"""What Chromium's pipe holds between a socket and who uses it, in either direction."""
_UNREAD = bytearray(PIPE_BYTES)
"""Where unread bytes go: Chromium has read ahead by as much."""


class Stream(Protocol):
    """A connected stream of bytes, plain or TLS.

    Every method that touches the network raises `SocketError`.
    """

    local: Endpoint
    peer: Endpoint
    tells_of_rest: bool
    """Who stops reading short of `None` is told again as soon as there is more: after a read
    that gave less than it might there is no need for the one that finds nothing."""

    def receive_now(self, limit: int) -> bytes | None:
        """Bytes that are there already; `None` if none are, empty at the end of the stream."""
        ...

    async def receive(self, limit: int) -> bytes:
        """Wait for bytes, at most `limit`; empty at the end of the stream."""
        ...

    def tell(self, listener: Callable[[], None] | None) -> bool:
        """Call `listener` from the loop whenever `receive_now` may have something, until `None`.

        It must read until `receive_now` gives `None`, or `tell` anew, unless the stream
        `tells_of_rest`. False when this loop cannot do that: use `receive`.
        """
        ...

    def send_now(self, data: memoryview) -> int:
        """Send what goes without waiting; returns how many bytes went."""
        ...

    async def send(self, data: memoryview) -> None:
        """Send all of `data`; waits while the peer does not read."""
        ...

    def close(self) -> None:
        """Close at once and in order; cancel first whoever waits in `receive` or `send`."""
        ...

    def reset(self) -> None:
        """Close so that the peer sees a reset."""
        ...


class TcpStream:
    """A connected TCP socket; owns it."""

    tells_of_rest = True  # the loop asks the kernel each time, not for changes only

    def __init__(self, sock: socket.socket, peer: Endpoint | None = None) -> None:
        """Take over a connected, non-blocking socket.

        Args:
            sock: The socket; closed by `close`.
            peer: The far end where it is known; asked from the kernel otherwise.

        Raises:
            OSError: The connection is gone already.
        """
        self._socket = sock
        self._watch = ReadWatch[bytes](sock)
        self.local = endpoint(sock.getsockname())
        self.peer = peer or endpoint(sock.getpeername())

    @property
    def plain_socket(self) -> socket.socket:
        """The socket itself, for the options that only it has."""
        return self._socket

    def receive_now(self, limit: int) -> bytes | None:
        kept = self._watch.kept
        if kept is not None:
            self._watch.kept = kept[limit:] or None
            return kept[:limit]
        try:
            return self._socket.recv(limit)
        except BlockingIOError:
            return None
        except OSError as error:
            raise SocketError.of(error) from error

    async def receive(self, limit: int) -> bytes:
        data = self.receive_now(limit)
        if data is not None:
            return data
        try:
            return await self._wait(limit)
        except OSError as error:
            raise SocketError.of(error) from error

    async def _wait(self, limit: int) -> bytes:
        try:
            return await self._watch.next(partial(self._socket.recv, limit))
        except NotImplementedError:
            return await asyncio.get_running_loop().sock_recv(self._socket, limit)

    def tell(self, listener: Callable[[], None] | None) -> bool:
        return self._watch.tell(listener)

    def send_now(self, data: memoryview) -> int:
        try:
            return self._socket.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise SocketError.of(error) from error

    def check(self) -> None:
        """Ask the kernel whether the connection has broken since it was last asked.

        Raises:
            SocketError: It has, as when a peer that is gone resets what it gets.
        """
        code = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise SocketError.of(OSError(code, os.strerror(code)))

    async def send(self, data: memoryview) -> None:
        try:
            await asyncio.get_running_loop().sock_sendall(self._socket, data)
        except OSError as error:
            raise SocketError.of(error) from error

    def close(self) -> None:
        take_unread(self._socket)
        close_socket(self._socket)

    def reset(self) -> None:
        reset_socket(self._socket)


async def open_stream(
    addresses: Sequence[str],
    port: int,
    *,
    source: str = "",
    timeout_s: float = CONNECT_TIMEOUT_S,
    on_socket: Callable[[socket.socket], None] | None = None,
) -> TcpStream:
    """Connect to the first of `addresses` that answers.

    Args:
        addresses: IP literals, tried in turn.
        port: 0 to 65535.
        source: IP literal of the adapter to connect from; empty: the kernel chooses.
        timeout_s: Limit for the whole attempt.
        on_socket: Told every socket before it connects, to set options on it.

    Raises:
        SocketError: What the last address said, or `CONNECTION_TIMED_OUT`.
    """
    failure = SocketError(ResultCode.ADDRESS_UNREACHABLE, Cause.ARGUMENT)
    ends_s = time.monotonic() + timeout_s
    for address in addresses:
        try:
            return await _open_one(address, port, source, on_socket, ends_s)
        except SocketError as error:
            if error.cause is Cause.TIMEOUT:
                raise
            failure = error
    raise failure


async def _open_one(
    address: str,
    port: int,
    source: str,
    on_socket: Callable[[socket.socket], None] | None,
    ends_s: float,
) -> TcpStream:
    sock = new_socket(address, socket.SOCK_STREAM)
    try:
        if source:
            sock.bind((source, 0))
        if on_socket is not None:
            on_socket(sock)
        if not _connect_now(sock, address, port):
            async with asyncio.timeout(ends_s - time.monotonic()):
                await _connected(sock, address, port)
        # The far end is what was asked for: the kernel says 127.0.0.1 of 0.0.0.0.
        return TcpStream(sock, peer=Endpoint(canonical(address), port))
    except TimeoutError as error:
        sock.close()
        if error.errno is None:  # else it is the kernel's
            raise SocketError(ResultCode.CONNECTION_TIMED_OUT, Cause.TIMEOUT) from None
        raise connect_error(error) from error
    except OSError as error:
        sock.close()
        raise connect_error(error) from error
    except BaseException:
        sock.close()
        raise


def _connect_now(sock: socket.socket, address: str, port: int) -> bool:
    """Begin to connect; true when the peer has answered already, as peers on this machine do."""
    if sys.platform == "win32":
        return False  # the proactor wants to begin by itself
    try:
        sock.connect((address, port))
    except BlockingIOError:
        return _has_peer(sock)
    return True


def _has_peer(sock: socket.socket) -> bool:
    try:
        sock.getpeername()
    except OSError:
        return False
    return True


async def _connected(sock: socket.socket, address: str, port: int) -> None:
    """Wait until a connect that has begun is over.

    Raises:
        OSError: It failed.
    """
    loop = asyncio.get_running_loop()
    if sys.platform == "win32":
        await loop.sock_connect(sock, (address, port))
        return
    is_over: asyncio.Future[None] = loop.create_future()
    loop.add_writer(sock.fileno(), _settle, is_over)
    try:
        await is_over
    finally:
        loop.remove_writer(sock.fileno())
    code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, os.strerror(code))


def _settle(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)


def new_socket(address: str, kind: socket.SocketKind) -> socket.socket:
    """Make a non-blocking socket of the family of `address`; IPv6 ones take IPv4 as well.

    Raises:
        SocketError: No descriptors left, or the family is switched off.
    """
    try:
        sock = socket.socket(family_of(address), kind)
    except OSError as error:
        raise SocketError.of(error) from error
    sock.setblocking(False)
    if sock.family == socket.AF_INET6 and sys.platform == "win32":
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)  # Windows: on by default
    return sock


def endpoint(name: tuple[Any, ...]) -> Endpoint:
    """One end of a socket from what the kernel calls it, canonical."""
    return Endpoint(canonical(name[0]), name[1])


def close_socket(sock: socket.socket) -> None:
    """Close now; cancel first whoever waits for it. Idempotent."""
    if sock.fileno() >= 0:
        stop_watching(sock)
        sock.close()


def take_unread(sock: socket.socket) -> None:
    """Take what came and nobody read: closing over it would reset the peer.

    Chromium has read ahead by as much, so that its peers see an end. Over more it resets them too.
    """
    left = len(_UNREAD)
    with suppress(OSError):  # nothing there, or closed already
        while left and (size := sock.recv_into(_UNREAD, left)):
            left -= size


def reset_socket(sock: socket.socket) -> None:
    """Close so that the peer sees a reset: linger for zero seconds."""
    if sock.fileno() >= 0:
        layout = "hh" if sys.platform == "win32" else "ii"
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(layout, 1, 0))
    close_socket(sock)


def set_keep_alive(sock: socket.socket, *, enable: bool, delay_s: int) -> None:
    """Switch keep-alive; a delay of 0 leaves the kernel's, else 1 to `MAX_KEEP_ALIVE_S`.

    As net::SetTCPKeepAlive: the delay is the wait before the first probe and between probes.

    Raises:
        SocketError: The delay is out of range, or the kernel refuses.
    """
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, int(enable))
        if not enable or delay_s == 0:
            return
        if not 0 < delay_s <= MAX_KEEP_ALIVE_S:
            raise SocketError(ResultCode.FAILED, Cause.ARGUMENT)
        _set_keep_alive_delay(sock, delay_s)
    except OSError as error:
        raise SocketError.of(error) from error


def _set_keep_alive_delay(sock: socket.socket, delay_s: int) -> None:
    if sys.platform == "win32":
        sock.ioctl(socket.SIO_KEEPALIVE_VALS, (1, delay_s * 1000, delay_s * 1000))
        return
    idle = socket.TCP_KEEPALIVE if sys.platform == "darwin" else socket.TCP_KEEPIDLE
    sock.setsockopt(socket.IPPROTO_TCP, idle, delay_s)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, delay_s)


def set_no_delay(sock: socket.socket, *, enable: bool) -> None:
    """Switch Nagle's algorithm off or on.

    Raises:
        SocketError: The kernel refuses.
    """
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, int(enable))
    except OSError as error:
        raise SocketError.of(error) from error
