"""What the TCP client panel shows, and the options it works with."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from socket_workbench.net.events import Endpoint
from socket_workbench.panels.file_sending import Transfer
from socket_workbench.panels.notice import Notice


class Phase(StrEnum):
    """How far the panel's connection is."""

    IDLE = "idle"
    """Never connected, or the last attempt failed."""
    CONNECTING = "connecting"
    OPEN = "open"
    CLOSED = "closed"
    """Was open; either side ended it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TcpClientOptions:
    """The panel's options, as the API takes them."""

    name: str = ""
    persistent: bool = False
    buffer_size: int | None = None
    """Bytes per `onReceive` at most; `None` leaves the API's 4096."""
    keep_alive: bool = False
    keep_alive_delay_s: int = 0
    """0 leaves the kernel's own delay."""
    no_delay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TcpClientState:
    """All that the panel draws; replaced as a whole, never changed."""

    phase: Phase = Phase.IDLE
    is_paused: bool = False
    socket: int | None = None
    """The capture's key of the panel's socket; `None` before it is made and after it is gone."""
    label: str = ""
    """As tree and log call the socket: `tcp 3`."""
    endpoint: Endpoint | None = None
    """Where the panel connected last, or tries to."""
    notice: Notice | None = None
    transfer: Transfer | None = None
    """The file under way, or the last one."""


class TcpClientView(Protocol):
    """Draws the states of a TCP client panel."""

    def show_state(self, state: TcpClientState) -> None:
        """Make everything visible agree with `state`."""
        ...
