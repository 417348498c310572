"""What the TCP client panel shows, and the options it works with."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from typing_extensions import override

from socket_workbench.net.events import Endpoint
from socket_workbench.panels.panel_socket import ReceiveOptions
from socket_workbench.panels.panel_state import PanelView, ShownState, SocketState
from socket_workbench.session.tcp_entries import TrustedEntry

if TYPE_CHECKING:
    from socket_workbench.net.tls import TlsDetails
    from socket_workbench.panels.certificates import CertificateFacts, CertificateProblem


class Phase(StrEnum):
    """How far the panel's connection is."""

    IDLE = "idle"
    """Never connected, or the last attempt failed."""
    CONNECTING = "connecting"
    SECURING = "securing"
    """Connected; the TLS handshake is under way."""
    OPEN = "open"
    CLOSED = "closed"
    """Was open; either side ended it."""
    WAITING = "waiting"
    """The next attempt to connect comes by itself."""


AT_REST = (Phase.IDLE, Phase.CLOSED)
"""Nothing is open or under way."""
ON_THE_WAY = (Phase.CONNECTING, Phase.SECURING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """The attempt to connect that comes by itself."""

    number: int
    """1 for the first after the loss or the failure."""
    most: int
    """Attempts at most; 0 sets no limit."""
    seconds: int
    """From now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TcpClientOptions(ReceiveOptions):
    """The panel's options, as the API takes them."""

    keep_alive: bool = False
    keep_alive_delay_s: int = 0
    """0 leaves the kernel's own delay."""
    no_delay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TcpClientState(SocketState):
    """All that the panel draws; replaced as a whole, never changed."""

    phase: Phase = Phase.IDLE
    endpoint: Endpoint | None = None
    """Where the panel connected last, or tries to."""
    retry: Retry | None = None
    """Set while `phase` is `WAITING`."""
    tls: "TlsDetails | None" = None
    """What an open TLS connection agreed on."""
    trusted: tuple[TrustedEntry, ...] = ()
    """Certificates that the user trusts here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateReport:
    """What a server has shown of itself."""

    peer: Endpoint
    chain: "tuple[CertificateFacts, ...]"
    """Its own first; never empty."""
    problems: "tuple[CertificateProblem, ...]"
    is_trusted: bool
    """Whether the user trusts it here already."""
    was_verified: bool = False
    """Whether a connection was made on the strength of it, and its issuer checked for that."""


class TcpClientShown(ShownState[TcpClientState]):
    """The panel's state; only one that waits has a retry."""

    @override
    def show(self, **changes: Any) -> None:
        if changes.get("phase", Phase.WAITING) is not Phase.WAITING:
            changes.setdefault("retry", None)
        super().show(**changes)


class TcpClientView(PanelView[TcpClientState], Protocol):
    """Draws the states of a TCP client panel, and asks about certificates."""

    async def ask_trust(self, report: CertificateReport) -> bool:
        """Show a certificate; true when the user wants it to be trusted from now on."""
        ...

    async def ask_certificate_path(self, suggested: Path) -> Path | None:
        """Ask where to save a certificate; `None` when the user thinks better of it."""
        ...
