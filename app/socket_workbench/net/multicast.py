"""Multicast groups: membership and sending options, for both families."""

import errno
import socket
import struct
import sys
from dataclasses import dataclass
from typing import Self

from socket_workbench.net.addresses import family_of


@dataclass(frozen=True, slots=True)
class Membership:
    """One group on one adapter."""

    group: str
    request: bytes
    """`ip_mreq` or `ipv6_mreq`."""

    @classmethod
    def of(cls, group: str, adapter: str | None = None) -> Self:
        """Membership of a group given as canonical IP literal.

        Args:
            group: IPv4 or IPv6 literal.
            adapter: IPv4: address of the adapter; IPv6: its name. `None` lets the kernel choose.

        Raises:
            OSError: There is no such adapter.
        """
        packed = socket.inet_pton(family_of(group), group)
        try:
            return cls(group, packed + cls._adapter_bytes(group, adapter))
        except OSError as error:  # Python's own, without a number
            raise OSError(errno.ENODEV, f"no adapter {adapter!r}") from error

    @staticmethod
    def _adapter_bytes(group: str, adapter: str | None) -> bytes:
        if family_of(group) == socket.AF_INET:
            return socket.inet_aton(adapter or "0.0.0.0")
        index = socket.if_nametoindex(adapter) if adapter else 0
        return struct.pack("@I", index)

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


def set_multicast_options(sock: socket.socket, *, ttl: int, loopback: bool) -> None:
    """Set hops and loopback of what is sent to groups, where they are not the kernel's own.

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
    if ttl != 1:
        sock.setsockopt(level, hops, bytes([ttl]) if is_byte else ttl)
    if not loopback:
        sock.setsockopt(level, echo, b"\0" if is_byte else 0)
