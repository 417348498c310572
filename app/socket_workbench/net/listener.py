"""Listening TCP sockets."""

import asyncio
import socket
import sys
from contextlib import suppress
from typing import Any, TypeAlias

from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.readiness import ReadWatch
from socket_workbench.net.tcp import TcpStream, close_socket, endpoint, new_socket

Accepted: TypeAlias = tuple[socket.socket, tuple[Any, ...]]


class TcpListener:
    """A socket that listens; owns it."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._watch = ReadWatch[Accepted](sock)
        self.local = endpoint(sock.getsockname())

    async def accept(self) -> TcpStream:
        """Wait for the next connection.

        Raises:
            SocketError: For instance no descriptors left.
        """
        try:
            sock, address = await self._accept()
        except OSError as error:
            raise SocketError.of(error) from error
        # The peer may be gone already, so its address is the one that accept gave.
        return TcpStream(sock, peer=endpoint(address))

    async def _accept(self) -> Accepted:
        kept, self._watch.kept = self._watch.kept, None
        if kept is not None:
            return kept
        with suppress(BlockingIOError):
            return self._accept_now()
        try:
            return await self._watch.next(self._accept_now)
        except NotImplementedError:
            return await asyncio.get_running_loop().sock_accept(self._socket)

    def _accept_now(self) -> Accepted:
        sock, address = self._socket.accept()
        sock.setblocking(False)
        return sock, address

    def close(self) -> None:
        """Stop listening now; connections in the queue are reset. Cancel `accept` first."""
        if self._watch.kept is not None:
            self._watch.kept[0].close()
        close_socket(self._socket)


def listen(address: str, port: int, backlog: int | None = None) -> TcpListener:
    """Listen on an IP literal.

    Args:
        address: Any spelling of an IPv4 or IPv6 literal.
        port: 0 lets the kernel choose.
        backlog: Negative means as many as the kernel allows, like `None`; 0 is refused.

    Raises:
        SocketError: `INVALID_ARGUMENT` for what is no literal and for a backlog of 0, or what the
            kernel says.
    """
    literal = parse_literal(address)
    if literal is None or backlog == 0:
        raise SocketError(ResultCode.INVALID_ARGUMENT, Cause.ARGUMENT)
    sock = new_socket(literal, socket.SOCK_STREAM)
    try:
        share_after_close(sock)
        sock.bind((literal, port))
        sock.listen(socket.SOMAXCONN if backlog is None or backlog < 0 else backlog)
        return TcpListener(sock)
    except OSError as error:
        sock.close()
        raise SocketError.of(error) from error


def share_after_close(sock: socket.socket) -> None:
    """Make the port free again right after it is closed, without sharing it while in use."""
    if sys.platform == "win32":
        # Windows: SO_REUSEADDR would let another program take the port away from us.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
