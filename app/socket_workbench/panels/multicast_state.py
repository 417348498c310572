"""What the multicast panel shows, and what is typed into it."""

from dataclasses import dataclass

from socket_workbench.panels.datagram_state import DatagramPanelOptions, DatagramState
from socket_workbench.panels.multicast_diagnosis import Finding, Group


@dataclass(frozen=True, slots=True)
class GroupPreset:
    """A group that many know."""

    name: str
    group: str
    port: int


PRESETS = (
    GroupPreset("mDNS", "224.0.0.251", 5353),
    GroupPreset("mDNS", "ff02::fb", 5353),
    GroupPreset("SSDP", "239.255.255.250", 1900),
    GroupPreset("SSDP", "ff02::c", 1900),
    GroupPreset("LLMNR", "224.0.0.252", 5355),
    GroupPreset("LLMNR", "ff02::1:3", 5355),
)
"""RFC 6762, the UPnP Device Architecture 2.0, RFC 4795."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MulticastOptions(DatagramPanelOptions):
    """The panel's options, as the API and `workbench.udp` take them."""


@dataclass(frozen=True, slots=True)
class MulticastTarget:
    """A group and its port, as typed, and the adapter to join it on."""

    group: str = ""
    port: str = ""
    adapter: str = ""
    """Name; empty lets the system choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MulticastState(DatagramState):
    """All that the panel draws."""

    sockets: tuple[int, ...] = ()
    """The capture's keys of all sockets of the panel."""
    port: int | None = None
    """What they are bound to."""
    groups: tuple[Group, ...] = ()
    """Those that the panel has joined, or joins when it begins."""
    findings: tuple[Finding, ...] = ()
    """Why nothing arrives, the likeliest reason first; never empty."""
