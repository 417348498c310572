"""Multicast groups: membership and sending options, for both families."""

import errno
import socket
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

from socket_workbench.net.addresses import family_of, parse_literal

_UNICAST_IF = {"linux": (50, 76), "win32": (31, 31), "darwin": (25, 125)}
"""IP_UNICAST_IF and IPV6_UNICAST_IF, or what serves for them; Python does not name them."""

_IP_MULTICAST_ALL, _IPV6_MULTICAST_ALL = 49, 29
"""linux/in.h, linux/in6.h."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One group on one adapter."""

    group: str
    request: bytes
    """`ip_mreq`, `ip_mreqn` or `ipv6_mreq`."""

    @classmethod
    def of(cls, group: str, adapter: str | None = None) -> Self:
        """Membership of a group given as canonical IP literal.

        Args:
            group: IPv4 or IPv6 literal.
            adapter: Name or number of the adapter, for IPv4 also its address. `None` lets the
                kernel choose.

        Raises:
            OSError: There is no such adapter.
        """
        packed = socket.inet_pton(family_of(group), group)
        return cls(group, packed + cls._adapter_bytes(group, adapter))

    @staticmethod
    def _adapter_bytes(group: str, adapter: str | None) -> bytes:
        if family_of(group) == socket.AF_INET6:
            return struct.pack("@I", adapter_number(adapter) if adapter else 0)
        if not adapter or parse_literal(adapter) == adapter:
            return socket.inet_aton(adapter or "0.0.0.0")
        return _ipv4_adapter(adapter_number(adapter))

    def join(self, sock: socket.socket) -> None:
        """Join; raises `OSError`."""
        if family_of(self.group) == socket.AF_INET:
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, self.request)
        else:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, self.request)

    def leave(self, sock: socket.socket) -> None:
        """Leave; raises `OSError`."""
        if family_of(self.group) == socket.AF_INET:
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_DROP_MEMBERSHIP, self.request)
        else:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_LEAVE_GROUP, self.request)


def adapter_number(adapter: str) -> int:
    """The system's number of an adapter given by its name or by that number.

    Raises:
        OSError: There is no such adapter.
    """
    try:
        return int(adapter) if adapter.isdecimal() else socket.if_nametoindex(adapter)
    except OSError as error:  # Python's own, without a number
        raise OSError(errno.ENODEV, f"no adapter {adapter!r}") from error


def _ipv4_adapter(number: int) -> bytes:
    """An adapter by its number, where the IPv4 options ask for its address."""
    if sys.platform == "win32":
        return struct.pack("!I", number)  # 0.0.0.x stands for number x
    return struct.pack("@4si", bytes(4), number)  # the rest of ip_mreqn


def set_adapter(sock: socket.socket, number: int) -> None:
    """Let what is sent leave by this adapter, to groups and to hosts; 0 lets the kernel choose.

    Raises:
        OSError: The kernel refuses.
    """
    unicast = _UNICAST_IF.get(sys.platform)
    in_order = struct.pack("@I" if sys.platform == "darwin" else "!I", number)
    if sock.family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, struct.pack("@I", number))
        if unicast is not None:
            own = struct.pack("@I", number) if sys.platform == "win32" else in_order
            sock.setsockopt(socket.IPPROTO_IPV6, unicast[1], own)
    if sock.family == socket.AF_INET or sys.platform == "linux":  # there IPv6 sockets have both
        group = b"" if sys.platform == "win32" else bytes(4)
        request = group + _ipv4_adapter(number)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, request)
        if unicast is not None:
            sock.setsockopt(socket.IPPROTO_IP, unicast[0], in_order)


def share_port(sock: socket.socket) -> None:
    """Let other sockets that agree to it bind the same port; each gets what its own groups get.

    Raises:
        OSError: The kernel refuses.
    """
    is_bsd = sys.platform not in ("linux", "win32") and hasattr(socket, "SO_REUSEPORT")
    option = socket.SO_REUSEPORT if is_bsd else socket.SO_REUSEADDR
    sock.setsockopt(socket.SOL_SOCKET, option, 1)
    if sys.platform == "linux":  # else it would hear every group that anybody here has joined
        sock.setsockopt(socket.IPPROTO_IP, _IP_MULTICAST_ALL, 0)
        if sock.family == socket.AF_INET6:
            with suppress(OSError):  # before Linux 4.20
                sock.setsockopt(socket.IPPROTO_IPV6, _IPV6_MULTICAST_ALL, 0)


def set_multicast_options(
    sock: socket.socket, *, ttl: int | None = None, loopback: bool | None = None
) -> None:
    """Set hops and loopback of what is sent to groups; `None` leaves them as they are.

    Raises:
        OSError: The kernel refuses.
    """
    if sock.family == socket.AF_INET:
        level, hops, echo = socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, socket.IP_MULTICAST_LOOP
    else:
        level = socket.IPPROTO_IPV6
        hops, echo = socket.IPV6_MULTICAST_HOPS, socket.IPV6_MULTICAST_LOOP
    # BSD takes one byte for the IPv4 options and nothing else.
    is_byte = sock.family == socket.AF_INET and sys.platform != "win32"
    if ttl is not None:
        sock.setsockopt(level, hops, bytes([ttl]) if is_byte else ttl)
    if loopback is not None:
        sock.setsockopt(level, echo, bytes([loopback]) if is_byte else int(loopback))
