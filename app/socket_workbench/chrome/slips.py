"""Where Chromium contradicts its own documentation, and which of the two an app context follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Compat(StrEnum):
    """What an app context does in the places listed in `SLIPS`."""

    CHROMIUM = "chromium"
    """Exactly what Chromium does; for scripts and conformance."""
    DOCUMENTED = "documented"
    """What the documentation promises; for panels and headless sessions."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One place where the two differ."""

    chromium: str
    """What Chromium does."""
    documented: str
    """What happens under `Compat.DOCUMENTED`."""
    scenario: str
    """The conformance scenario that shows it."""


SLIPS: Final[Mapping[str, Slip]] = {
    "reconnectedPaused": Slip(
        "a socket reconnected after disconnect, or after the peer closed, starts paused",
        "a new connection reads unless the caller itself paused the socket",
        "tcp_reconnect",
    ),
    "halfCloseEndsSending": Slip(
        "the peer's half-close disconnects the socket, nothing can be sent any more",
        "the socket stays connected for sending until disconnect or a failed send",
        "tcp_peer_half_closed",
    ),
    "droppedCallbacks": Slip(
        "the callback of an operation cut off by disconnect or close never runs",
        "it gets the result code -3 (ERR_ABORTED)",
        "tcp_connect_abandoned",
    ),
}
