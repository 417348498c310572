"""The rows of a capture, as written and as read."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NewType

EventId = NewType("EventId", int)
"""Row number in the capture, from 1, without gaps, in the order in which things began."""


class Kind(IntEnum):
    """What a row tells; stored as its number."""

    CALL = 1
    """An API call; its result is filled in when it comes."""
    EVENT = 2
    """An API event, such as `sockets.tcp.onReceive`."""
    NOTE = 3
    """Something about the capture or the program itself, such as datagrams the kernel dropped."""


class Direction(IntEnum):
    """Which way the row's bytes went; stored as its number."""

    NONE = 0
    IN = 1
    OUT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketIdentity:
    """Who a `socket_key` is; fixed when the socket is made."""

    key: int
    context: str
    """The app context: `window`, or a script's name."""
    namespace: str
    """`sockets.tcp`, `sockets.tcpServer`, `sockets.udp` or `socket`."""
    socket_id: int
    panel: str
    """Title of the panel that made it; empty when none did."""
    parent: int | None
    """Key of the listening socket that accepted it."""

    @property
    def label(self) -> str:
        """As tree, log and filter write it: `tcp 3`, `server 1`, `udp 2`, `socket 4`."""
        names = {"sockets.tcp": "tcp", "sockets.tcpServer": "server", "sockets.udp": "udp"}
        return f"{names.get(self.namespace, self.namespace)} {self.socket_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One row as a view shows it."""

    id: EventId
    at_ns: int
    """`time.monotonic_ns` of the call, or of the read that brought the data."""
    wall_ns: int
    """The same instant on the wall clock, nanoseconds since the epoch."""
    kind: Kind
    socket: SocketIdentity | None
    name: str
    """`sockets.tcp.connect`, `sockets.tcp.onReceive`, `capture.dropped`."""
    direction: Direction
    arguments: str
    """The call's arguments as a JSON array, or the event's members but `data` as a JSON object."""
    peer: str
    """`host:port` of the far side where the row has one; IPv6 in brackets."""
    code: int | None
    """Result code; `None` while the call is pending and where there is none."""
    cause: str
    result: str
    """The callback's argument as JSON, or the text of `lastError`; empty while pending."""
    done_ns: int | None
    """When the call's result came; `None` for events and pending calls."""
    size_bytes: int
    """Length of the data sent or received."""
    head: bytes
    """The first bytes of the data, at most `HEAD_BYTES`."""
    lost_bytes: int = 0
    """So many of the data are gone, at its end: the power failed, or a file is missing."""


HEAD_BYTES = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What one socket, or all of them, sent and received so far."""

    bytes_in: int = 0
    bytes_out: int = 0
    events_in: int = 0
    events_out: int = 0
