"""What every panel shows that speaks by datagrams."""

from dataclasses import dataclass

from socket_workbench.panels.datagram_socket import DatagramOptions
from socket_workbench.panels.panel_state import SocketState

DEFAULT_PIECE_BYTES = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class DatagramPanelOptions(DatagramOptions):
    """What is set for the sockets, and for what goes out by them."""

    piece_bytes: int = DEFAULT_PIECE_BYTES
    """How much of a file goes into one datagram."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatagramState(SocketState):
    """The part of a panel's state that is about its sockets."""

    is_bound: bool = False
    granted_bytes: int | None = None
    """Size of the kernel's receive buffer as the kernel tells it; `None` while not bound."""
    dropped: int = 0
    """Datagrams that the kernel had no room for since the panel was opened."""
