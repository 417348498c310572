"""What every panel shows that speaks by datagrams."""

from dataclasses import dataclass
from typing import Protocol, TypeVar

from socket_workbench.panels.file_sending import Transfer
from socket_workbench.panels.notice import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class DatagramState:
    """The part of a panel's state that is about its sockets; replaced as a whole."""

    is_bound: bool = False
    is_paused: bool = False
    socket: int | None = None
    """The capture's key of the socket that stands for the panel; `None` while there is none."""
    label: str = ""
    """As tree and log call the socket: `udp 3`."""
    granted_bytes: int | None = None
    """Size of the kernel's receive buffer as the kernel tells it; `None` while not bound."""
    dropped: int = 0
    """Datagrams that the kernel had no room for since the panel was opened."""
    notice: Notice | None = None
    transfer: Transfer | None = None
    """The file under way, or the last one."""


S = TypeVar("S", bound=DatagramState, contravariant=True)


class DatagramView(Protocol[S]):
    """Draws the states of such a panel."""

    def show_state(self, state: S) -> None:
        """Make everything visible agree with `state`."""
        ...
