"""What the TCP server panel shows, and the options it works with."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from socket_workbench.net.events import Endpoint
from socket_workbench.panels.certificates import CertificateFacts
from socket_workbench.panels.panel_socket import SocketOptions
from socket_workbench.panels.panel_state import PanelView, SocketState


class ServerPhase(StrEnum):
    """What the listening socket does."""

    IDLE = "idle"
    STARTING = "starting"
    """The certificate is being read."""
    LISTENING = "listening"


class ClientState(StrEnum):
    """How far the talk with one client is."""

    OPEN = "open"
    FINISHED = "finished"
    """The client has closed its side and can still be sent to."""
    LEFT = "left"
    """The connection is gone; what was said stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenOptions(SocketOptions):
    """How to listen."""

    backlog: int | None = None
    """Connections that wait to be accepted; `None` leaves the API's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOptions:
    """How accepted connections are treated."""

    buffer_size: int | None = None
    """Bytes per `onReceive` at most; `None` leaves the API's 4096."""
    no_delay: bool = False
    keeps_half_closed: bool = False
    """Whether we stay connected when the client has closed its side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """One client as the list shows it."""

    key: int
    """The capture's key of its socket."""
    label: str
    """As tree and log call the socket: `tcp 3`."""
    peer: Endpoint
    state: ClientState
    is_paused: bool
    """By the user; that answers lag behind is no pause."""
    began_s: float
    """On the controller's clock."""
    ended_s: float | None
    """`None` while the client is there."""
    tls: str
    """`TLSv1.3`; empty for a plain connection."""
    code: int | None
    """Result code of the end; `None` where this side ended it, and before."""
    cause: str
    """Why it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TcpServerState(SocketState):
    """All that the panel draws beside its clients.

    While accepting is paused, the system still takes connections up to the backlog.
    """

    phase: ServerPhase = ServerPhase.IDLE
    local: Endpoint | None = None
    """Where it listens, with the port that the system chose; `None` when it does not."""
    is_tls: bool = False
    """Whether new connections are secured."""
    chosen: int | None = None
    """Key of the client whose conversation is shown; `None` shows all clients."""
    open_clients: int = 0
    certificate: CertificateFacts | None = None
    """The one in use; `None` before the first was read."""

    @property
    def is_listening(self) -> bool:
        """Whether connections are taken."""
        return self.phase is ServerPhase.LISTENING


class TcpServerView(PanelView[TcpServerState], Protocol):
    """Draws the states of a TCP server panel, and its clients."""

    def show_clients(self, clients: Sequence[ClientRow]) -> None:
        """Make the list of clients agree; called once per frame at most."""
        ...
