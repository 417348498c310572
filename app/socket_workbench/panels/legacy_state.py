"""What the legacy panel shows: the form's call, the calls made, and the sockets there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from socket_workbench.panels.legacy_form import Draft
from socket_workbench.panels.panel_state import PanelState, PanelView
from socket_workbench.session.script_entries import LegacyCallEntry


class CallStatus(StrEnum):
    """What became of a call."""

    EARLIER = "earlier"
    """Made in a session before this one."""
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    """With a code below zero, or with `lastError`."""
    THROWN = "thrown"
    """Its arguments were refused; nothing happened."""
    DROPPED = "dropped"
    """Its callback never runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacyCall:
    """One call made in the panel, and what came of it."""

    number: int
    """From 1, in the order of the calls."""
    entry: LegacyCallEntry
    code: str
    """As it is written in JavaScript; long buffers are only named."""
    status: CallStatus
    result: str = ""
    """The callback's argument as JSON, a buffer of n bytes as `{"$bytes": n}`; may be empty."""
    result_code: int | None = None
    """0 or a net error code, where the argument holds one."""
    data: bytes = b""
    """What was read, the first `KEPT_BYTES` of it."""
    data_bytes: int = 0
    """How much was read."""
    error: str = ""
    """Text of `chrome.runtime.lastError`, or of the `TypeError` where that was thrown."""
    elapsed_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacySocketRow:
    """One living legacy socket of the window."""

    key: int
    id: int
    info: Mapping[str, Any]
    """As `getInfo` gives it."""
    is_listening: bool
    is_own: bool
    """Made by this panel, or accepted by one that was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacyState(PanelState):
    """All that the panel draws."""

    draft: Draft = field(default_factory=Draft)
    calls: tuple[LegacyCall, ...] = ()
    """Oldest first."""
    sockets: tuple[LegacySocketRow, ...] = ()
    selected: int | None = None
    """Key of the socket that the form names, or that it named last; it may be gone."""

    @property
    def waiting(self) -> int:
        """How many calls have no result yet."""
        return sum(call.status is CallStatus.WAITING for call in self.calls)


class LegacyView(PanelView[LegacyState], Protocol):
    """Draws the state, and takes a socket's id into the form."""

    def offer_socket(self, socket_id: int) -> None:
        """Put the id of a socket that was just made into the form."""
        ...
