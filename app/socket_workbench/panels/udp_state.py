"""What the UDP panel shows, and what is typed into it."""

from dataclasses import dataclass

from socket_workbench.chrome.types import QueryType
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.datagram_state import DatagramPanelOptions, DatagramState


@dataclass(frozen=True, slots=True, kw_only=True)
class UdpOptions(DatagramPanelOptions):
    """The panel's options, as the API and `workbench.udp` take them."""

    broadcast: bool = False


@dataclass(frozen=True, slots=True)
class UdpLocal:
    """What to bind to, as typed."""

    address: str
    port: str


@dataclass(frozen=True, slots=True)
class UdpTarget:
    """Where to send to, as typed."""

    host: str
    port: str
    dns: QueryType = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class UdpState(DatagramState):
    """All that the panel draws but the list of peers."""

    local: Endpoint | None = None
    """What the socket is bound to, with the port that the system chose."""
