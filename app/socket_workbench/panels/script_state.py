"""What the script panel shows, and what it asks of its view."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.panel_state import PanelState, PanelView
from socket_workbench.panels.script_app import AppFolder

SCRIPT: Final = ""
"""Name of the text that stands for itself and is no file of an app."""
SCRIPT_NAME: Final = "script.js"
"""What stacks call a script that was not saved yet."""


class ScriptPhase(StrEnum):
    """How far the script is."""

    IDLE = "idle"
    """Not run yet."""
    STARTING = "starting"
    """Its sources are being evaluated."""
    RUNNING = "running"
    SUSPENDED = "suspended"
    """The app has no background page; its persistent sockets are alive."""
    ENDED = "ended"
    """Nothing can happen any more: no socket, timer or call is left; or it called `close()`."""
    STOPPED = "stopped"
    """The user ended it."""
    FAILED = "failed"
    """It could not be loaded, threw while loading and has nothing left, or its process died."""


LIVE_PHASES: Final = frozenset((ScriptPhase.STARTING, ScriptPhase.RUNNING, ScriptPhase.SUSPENDED))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptState(PanelState):
    """All that the panel draws beside texts and console."""

    phase: ScriptPhase = ScriptPhase.IDLE
    is_stuck: bool = False
    """Whether it has not answered for a while: it loops, or has much to do."""
    has_context: bool = False
    """Whether there is a V8 in which an expression can be evaluated."""
    sockets: int = 0
    """How many of its sockets are alive."""
    newest_socket: int | None = None
    """The capture's key of the one that was made last."""
    compat: Compat = Compat.CHROMIUM
    file: Path | None = None
    """Where the script was loaded from or saved to."""
    app: AppFolder | None = None
    """The app that is run instead of the script."""

    @property
    def is_live(self) -> bool:
        """Whether ending it would end something."""
        return self.phase in LIVE_PHASES


class ScriptView(PanelView[ScriptState], Protocol):
    """Draws the panel, and holds the texts while they are edited."""

    def show_text(self, name: str, text: str) -> None:
        """Put a text, as its file has it, into the editor; `SCRIPT` or an app's file name."""
        ...

    def focus_text(self, name: str) -> None:
        """Bring a text that is being edited to the front."""
        ...

    def show_saved(self, name: str, text: str) -> None:
        """The file holds this now."""
        ...

    def offer_reload(self, name: str, path: Path, text: str) -> None:
        """Say that somebody else changed a file, and offer what it holds now."""
        ...

    def texts(self) -> Mapping[str, str]:
        """Every text that is being edited, by its name."""
        ...
