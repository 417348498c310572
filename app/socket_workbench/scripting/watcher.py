"""What a script tells those who look on."""

from dataclasses import dataclass
from typing import Protocol

from socket_workbench.scripting.engine import EngineEnd
from socket_workbench.scripting.faults import Fault


@dataclass(frozen=True, slots=True)
class ConsoleLine:
    """One call of `console`; the text may have several lines."""

    level: str
    """`log`, `info`, `debug`, `warning` or `error`; for a console that can unfold values also
    `result`, and `clear` for the wish to empty it."""
    text: str
    previews: str | None = None
    """The insides of the objects in the line, as `preview.js` gives them in JSON, if they were
    asked for and there are any."""


class ScriptWatcher(Protocol):
    """Is told what happens in a script, on the loop."""

    def console(self, line: ConsoleLine) -> None:
        """The script wrote to its console."""
        ...

    def fault(self, fault: Fault) -> None:
        """The script has an uncaught error; it goes on unless it ends."""
        ...

    def closed(self) -> None:
        """The script called `close()`."""
        ...

    def ended(self, end: EngineEnd) -> None:
        """The script's process ended though nobody asked for it; its sockets are closed."""
        ...
