"""UDP sockets over plain non-blocking sockets and `loop.sock_*`."""

import asyncio
import socket
import struct
import sys
from contextlib import suppress
from functools import partial
from typing import Final

from socket_workbench.net.addresses import family_of, parse_literal
from socket_workbench.net.errors import ResultCode, SocketError, cause_of
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.multicast import (
    Membership,
    adapter_number,
    set_adapter,
    set_multicast_options,
    share_port,
)
from socket_workbench.net.readiness import ReadWatch
from socket_workbench.net.tcp import close_socket, endpoint, new_socket

MAX_DATAGRAM_BYTES: Final = 65536
"""No buffer needs to be larger."""
_MAX_SENT_BYTES: Final = 65535
"""The kernel is not even asked about more (services/network/udp_socket.cc, kMaxPacketSize)."""

_SO_RCVBUFFORCE: Final = 33
_SO_MEMINFO: Final = 55
_MEMINFO_COUNT: Final = 9
_MEMINFO_DROPS: Final = 8
"""linux/sock_diag.h, SK_MEMINFO_DROPS."""

Datagram = tuple[bytes, tuple[str, int]]
"""Bytes, and the sender as the kernel writes it."""


class UdpSocket:
    """A bound or connected UDP socket; owns it."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._watch = ReadWatch[Datagram](sock)
        self.local = endpoint(sock.getsockname())
        self.peer: Endpoint | None = None
        self._groups: dict[str, Membership] = {}

    def receive_now(self, limit: int) -> Datagram | None:
        """The next datagram that is there already.

        Raises:
            SocketError: `MSG_TOO_BIG`: it was longer than `limit` bytes and is lost.
        """
        kept, self._watch.kept = self._watch.kept, None
        if kept is not None:
            return self._checked(kept, limit)
        try:
            return self._checked(self._socket.recvfrom(min(limit, MAX_DATAGRAM_BYTES) + 1), limit)
        except BlockingIOError:
            return None
        except OSError as error:
            return self._failed(error)

    async def receive(self, limit: int) -> Datagram:
        """Wait for the next datagram.

        Raises:
            SocketError: As `receive_now`.
        """
        while True:
            datagram = self.receive_now(limit)
            if datagram is not None:
                return datagram
            try:
                return self._checked(await self._wait(min(limit, MAX_DATAGRAM_BYTES) + 1), limit)
            except OSError as error:
                self._failed(error)

    async def _wait(self, size: int) -> Datagram:
        try:
            return await self._watch.next(partial(self._socket.recvfrom, size))
        except NotImplementedError:
            return await asyncio.get_running_loop().sock_recvfrom(self._socket, size)

    @staticmethod
    def _checked(datagram: Datagram, limit: int) -> Datagram:
        if len(datagram[0]) > limit:
            raise SocketError(ResultCode.MSG_TOO_BIG, "EMSGSIZE")
        return datagram

    def _failed(self, error: OSError) -> None:
        """Raise what matters; what does not, as if nothing had been there."""
        failure = SocketError.of(error)
        # Windows: ECONNRESET on UDP only echoes an ICMP unreachable.
        if failure.code is not ResultCode.CONNECTION_RESET or self.peer is not None:
            raise failure from error

    def send_now(self, data: bytes, host: str, port: int) -> bool:
        """Send a datagram; false when the kernel has no room for it now.

        Args:
            data: May be empty.
            host: IP literal, canonical. Ignored when connected.
            port: 1 to 65535.

        Raises:
            SocketError: `MSG_TOO_BIG`; then `ADDRESS_UNREACHABLE` for the other family; then
                `INVALID_ARGUMENT` for port 0, or what else the kernel says.
        """
        if len(data) > _MAX_SENT_BYTES:
            raise SocketError(ResultCode.MSG_TOO_BIG, "EMSGSIZE")
        try:
            if self.peer is not None:
                self._socket.send(data)
            else:
                self._socket.sendto(data, (self._reachable(host), port))
        except BlockingIOError:
            return False
        except OSError as error:
            raise _send_error(error, port) from error
        return True

    async def send(self, data: bytes, host: str, port: int) -> None:
        """Send a datagram as soon as the kernel has room.

        Raises:
            SocketError: As `send_now`.
        """
        loop = asyncio.get_running_loop()
        while not self.send_now(data, host, port):
            try:
                if self.peer is None:
                    await loop.sock_sendto(self._socket, data, (self._reachable(host), port))
                    return
                await loop.sock_sendall(self._socket, data)
            except OSError as error:
                raise _send_error(error, port) from error
            return

    def _reachable(self, host: str) -> str:
        if family_of(host) == self._socket.family:
            return host
        if self._socket.family == socket.AF_INET:
            raise SocketError(ResultCode.ADDRESS_UNREACHABLE, "EAFNOSUPPORT")
        return f"::ffff:{host}"

    def set_broadcast(self, *, enable: bool) -> None:
        """Allow sending to broadcast addresses.

        Raises:
            SocketError: The kernel refuses.
        """
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, int(enable))
        except OSError as error:
            raise SocketError.of(error) from error

    @property
    def groups(self) -> list[str]:
        """Joined groups, canonical, in order of joining."""
        return list(self._groups)

    def join(self, group: str, adapter: str | None = None) -> None:
        """Join a multicast group given in canonical form.

        Args:
            group: IP literal.
            adapter: Name or number of the adapter, for IPv4 also its address; the kernel chooses
                otherwise.

        Raises:
            SocketError: `ADDRESS_INVALID` for the other family, or what the kernel says.
        """
        if family_of(group) != self._socket.family:
            raise SocketError(ResultCode.ADDRESS_INVALID, Cause.ARGUMENT)
        try:
            membership = Membership.of(group, adapter)
            membership.join(self._socket)
        except OSError as error:
            raise SocketError.of(error) from error
        self._groups[group] = membership

    def leave(self, group: str) -> None:
        """Leave a group that was joined.

        Raises:
            SocketError: The kernel refuses.
        """
        try:
            self._groups[group].leave(self._socket)
        except OSError as error:
            raise SocketError.of(error) from error
        del self._groups[group]

    def set_multicast(self, *, ttl: int | None = None, loopback: bool | None = None) -> None:
        """Change hops and loopback of what is sent to groups; `None` leaves them.

        Raises:
            SocketError: The kernel refuses.
        """
        try:
            set_multicast_options(self._socket, ttl=ttl, loopback=loopback)
        except OSError as error:
            raise SocketError.of(error) from error

    def set_adapter(self, adapter: str) -> None:
        """Let what is sent leave by an adapter, given by name or number; empty: any.

        Raises:
            SocketError: There is no such adapter, or the kernel refuses.
        """
        try:
            set_adapter(self._socket, adapter_number(adapter) if adapter else 0)
        except OSError as error:
            raise SocketError.of(error) from error

    def set_receive_buffer(self, size_bytes: int) -> int:
        """Ask for a kernel buffer; returns the size that the kernel granted, in bytes.

        Linux keeps its own book-keeping in it and reports twice what it took.

        Raises:
            SocketError: The kernel refuses.
        """
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, size_bytes)
            if sys.platform == "linux" and self.receive_buffer < size_bytes:
                with suppress(PermissionError):  # beyond rmem_max only root may go
                    self._socket.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, size_bytes)
        except OSError as error:
            raise SocketError.of(error) from error
        return self.receive_buffer

    @property
    def receive_buffer(self) -> int:
        """Size of the kernel's buffer as the kernel reports it, in bytes."""
        return self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)

    @property
    def dropped(self) -> int | None:
        """Datagrams that the kernel dropped because its buffer was full; `None` if unknown."""
        if sys.platform != "linux":
            return None
        try:
            size = 4 * _MEMINFO_COUNT
            info = self._socket.getsockopt(socket.SOL_SOCKET, _SO_MEMINFO, size)
        except OSError:
            return None  # before Linux 4.12
        counts = struct.unpack(f"={len(info) // 4}I", info)
        return counts[_MEMINFO_DROPS] if len(counts) > _MEMINFO_DROPS else None

    def close(self) -> None:
        """Close now; cancel first whoever waits in `receive` or `send`."""
        close_socket(self._socket)


def _send_error(error: OSError, port: int) -> SocketError:
    """What the kernel said; of port 0 every system says something else."""
    if port == 0 and cause_of(error) in {"EINVAL", "EADDRNOTAVAIL"}:
        return SocketError(ResultCode.INVALID_ARGUMENT, Cause.ARGUMENT)
    return SocketError.of(error)


def bind(
    address: str, port: int, *, ttl: int = 1, loopback: bool = True, shared: bool = False
) -> UdpSocket:
    """Bind to an IP literal.

    Args:
        address: Any spelling of an IPv4 or IPv6 literal.
        port: 0 lets the kernel choose.
        ttl: Hops of multicast datagrams, 0 to 255.
        loopback: Whether this host's sockets get what is sent to a group (on Windows: whether
            this one gets what the host sends).
        shared: Whether others that say so too may bind the same port.

    Raises:
        SocketError: `INVALID_ARGUMENT` for what is no literal, or what the kernel says.
    """
    literal = parse_literal(address)
    if literal is None:
        raise SocketError(ResultCode.INVALID_ARGUMENT, Cause.ARGUMENT)
    sock = new_socket(literal, socket.SOCK_DGRAM)
    try:
        _set_options(sock, ttl=ttl, loopback=loopback)
        if shared:
            share_port(sock)
        sock.bind((literal, port))
        return UdpSocket(sock)
    except OSError as error:
        sock.close()
        raise SocketError.of(error) from error


def connect(address: str, port: int, *, ttl: int = 1, loopback: bool = True) -> UdpSocket:
    """Make a socket that sends to one peer and hears only that one.

    Raises:
        SocketError: What the kernel says.
    """
    sock = new_socket(address, socket.SOCK_DGRAM)
    try:
        _set_options(sock, ttl=ttl, loopback=loopback)
        sock.connect((address, port))
        connected = UdpSocket(sock)
        connected.peer = Endpoint(address, port)  # the kernel would not tell of port 0
    except OSError as error:
        sock.close()
        raise SocketError.of(error) from error
    return connected


def _set_options(sock: socket.socket, *, ttl: int, loopback: bool) -> None:
    """Set what is not the kernel's own choice."""
    hops, echo = None if ttl == 1 else ttl, None if loopback else False
    set_multicast_options(sock, ttl=hops, loopback=echo)
