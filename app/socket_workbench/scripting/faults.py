"""What went wrong in a script: where, and how it came there."""

import re
from dataclasses import dataclass
from typing import Final

INTERNAL_PREFIX: Final = "workbench:"
"""Names of our own JavaScript sources begin so; their lines are left out of stacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One uncaught error of a script."""

    message: str
    """`TypeError: x is not a function`."""
    file: str = ""
    """Name of the source; empty when it is not known."""
    line: int = 0
    """From 1; 0 when it is not known."""
    column: int = 0
    stack: str = ""
    """Lines `    at function (file:line:column)`, without our own; may be empty."""
    origin: str = ""
    """What ran: `load`, `callback of sockets.tcp.send`, `listener of sockets.tcp.onReceive`, ..."""

    @property
    def text(self) -> str:
        """As a terminal shows it: place, message, stack."""
        place = f"{self.file}:{self.line}: " if self.file else ""
        return "\n".join(filter(None, (f"{place}{self.message}", self.stack)))


class ScriptError(Exception):
    """A script could not be evaluated."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault


_FRAME = re.compile(r"^\s+at .*?\(?([^\s()]+):(\d+):(\d+)\)?$")
_V8_PLACE = re.compile(r"^(.*?):(\d+): (.*)$", re.DOTALL)


def fault_from_stack(message: str, stack: str, origin: str) -> Fault:
    """Make a fault of an error's own `stack`, in which V8 writes the message first."""
    frames = frames_of(stack)
    file, line, column = _first_place(frames)
    return Fault(
        message=message,
        file=file,
        line=line,
        column=column,
        stack="\n".join(frames),
        origin=origin,
    )


def fault_from_v8(text: str, name: str = "") -> Fault:
    """Make a fault of mini-racer's account of an exception.

    It is `file:line: message`, the line of source, a mark below it, an empty line, the stack.
    What does not compile has no file: V8 has not come to the end yet, where `name` stands.
    """
    match = _V8_PLACE.match(text.split("\n", 1)[0])
    file, line, message = match.groups() if match else ("", "0", text.split("\n", 1)[0])
    frames = frames_of(text)
    place = _first_place(frames)
    if file.startswith(INTERNAL_PREFIX):  # thrown by a call of the API: the caller counts
        file, line = place[0], str(place[1])
    return Fault(
        message=message.removeprefix("Uncaught "),
        file=name if file == "<anonymous>" else file,
        line=int(line),
        column=place[2],
        stack="\n".join(frames),
        origin="load",
    )


def frames_of(stack: str) -> list[str]:
    """The `at` lines of a stack, without those of our own sources."""
    return [
        line
        for line in stack.splitlines()
        if line.lstrip().startswith("at ") and INTERNAL_PREFIX not in line
    ]


def place_of(frame: str) -> tuple[str, int, int] | None:
    """Source, line and column of one `at` line of a stack, if it names a place."""
    match = _FRAME.match(frame)
    return None if match is None else (match[1], int(match[2]), int(match[3]))


def _first_place(frames: list[str]) -> tuple[str, int, int]:
    return next((place for frame in frames if (place := place_of(frame)) is not None), ("", 0, 0))
