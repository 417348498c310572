"""The UDP and multicast panels as a session file keeps them."""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from socket_workbench.session.fields import BufferSize, DnsChoice, Port, TalkEntry, TimeToLive

PieceSize: TypeAlias = Annotated[int, Meta(ge=1, le=65507)]
"""How many bytes of a file go into one datagram."""


class UdpEntry(TalkEntry, frozen=True, kw_only=True, tag_field="kind", tag="udp"):
    """One UDP panel."""

    address: str = "0.0.0.0"
    port: Port | None = 0
    """0 lets the system choose; `None` while the field holds no port."""
    peer_host: str = ""
    peer_port: Port | None = None
    dns: DnsChoice = "any"
    broadcast: bool = False
    adapter: str = ""
    """Name of the adapter to send from; empty lets the system choose."""
    share_port: bool = False
    piece_bytes: PieceSize = 1024
    buffer_size: BufferSize | None = None
    receive_buffer_bytes: BufferSize | None = None
    """What the kernel is asked to keep for the socket; `None` leaves its own default."""


class GroupEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """A multicast group, and where it is joined."""

    group: str
    adapter: str = ""
    """Name of the adapter; empty lets the system choose."""


class MulticastEntry(TalkEntry, frozen=True, kw_only=True, tag_field="kind", tag="multicast"):
    """One multicast panel."""

    group: str = ""
    port: Port | None = None
    adapter: str = ""
    """Name of the adapter to join and send on; empty lets the system choose."""
    groups: tuple[GroupEntry, ...] = ()
    """Those that the panel joins when it begins."""
    time_to_live: TimeToLive = 1
    loopback: bool = True
    share_port: bool = True
    piece_bytes: PieceSize = 1024
    buffer_size: BufferSize | None = None
    receive_buffer_bytes: BufferSize | None = None
