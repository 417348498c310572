"""What every panel shows that speaks by datagrams."""

from dataclasses import dataclass

from socket_workbench.panels.panel_state import SocketState


@dataclass(frozen=True, slots=True, kw_only=True)
class DatagramState(SocketState):
    """The part of a panel's state that is about its sockets."""

    is_bound: bool = False
    granted_bytes: int | None = None
    """Size of the kernel's receive buffer as the kernel tells it; `None` while not bound."""
    dropped: int = 0
    """Datagrams that the kernel had no room for since the panel was opened."""
