"""What a script said, as a panel keeps it: the newest lines, and a count of those let go."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from socket_workbench.scripting.faults import Fault
from socket_workbench.scripting.watcher import ConsoleLine

MAX_LINES: Final = 100_000
MAX_CHARACTERS: Final = 32_000_000
"""What all lines together may have before the oldest go."""
DROPPED_AT_ONCE: Final = 5_000
"""So that room is made seldom, and for many."""

Clock: TypeAlias = Callable[[], int]
"""Nanoseconds of the wall clock."""


class Level(StrEnum):
    """What kind of line it is."""

    DEBUG = "debug"
    LOG = "log"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    """Written by `console.error`, or uncaught."""
    INPUT = "input"
    """What the user typed into the console."""
    RESULT = "result"
    """What came of it."""
    SYSTEM = "system"
    """The panel's own: the script began, ended, was stopped."""


_LEVELS: Final = {level.value: level for level in Level}
"""Quicker than to make a level of a text, which is done for every line."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the script, with its inside as far as it came along."""

    kind: str
    """`string`, `number`, `object`, `array`, `function`, `buffer`, `error`, ..."""
    text: str
    members: "tuple[tuple[str, Value], ...]" = ()
    left: int = 0
    """How many further members there are."""
    data: bytes = b""
    """Beginning of a buffer."""
    size: int = 0
    """Bytes of a buffer."""


class Entry(NamedTuple):
    """One line of the console; the text may have several.

    A tuple, for a script in a loop makes a hundred thousand of them a second.
    """

    number: int
    """Counts from 1, never anew."""
    at_ns: int
    """Wall clock."""
    level: Level
    text: str
    previews: str | None = None
    """As `ConsoleLine` has it."""
    fault: Fault | None = None
    """The uncaught error that this line tells of."""

    @property
    def values(self) -> tuple[Value, ...]:
        """What can be unfolded."""
        return tuple(value_of(one) for one in msgspec.json.decode(self.previews or "[]"))


def value_of(preview: list[Any]) -> Value:
    """Read what `preview.js` made of a value."""
    kind, text, *inside = preview
    if kind == "buffer":
        return Value(kind, text, data=bytes.fromhex(inside[0]), size=inside[1])
    if not inside:
        return Value(kind, text)
    members = tuple((name, value_of(member)) for name, member in inside[0])
    return Value(kind, text, members, inside[1])


class Console:
    """The lines in order; views ask for `end` once per frame."""

    def __init__(self, now_ns: Clock = time.time_ns, max_lines: int = MAX_LINES) -> None:
        self._now_ns, self._max_lines = now_ns, max_lines
        self._entries: list[Entry] = []
        self._characters = 0
        self.end = 0
        """Number of the newest line."""
        self.dropped: Counter[Level] = Counter()
        """Lines that made room for newer ones, by their level."""
        self.clears = 0
        """How often the console was cleared."""

    @property
    def first(self) -> int:
        """Number of the oldest line that is kept; `end + 1` when there is none."""
        return self.end - len(self._entries) + 1

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def after(self, number: int) -> list[Entry]:
        """The lines that are newer than the one of this number, as far as they are kept."""
        return self._entries[max(0, number - self.first + 1) :]

    def say(self, level: Level, text: str, fault: Fault | None = None) -> None:
        """Add a line of the panel's own, or an error."""
        self._add(level, text, None, fault)

    def take(self, line: ConsoleLine) -> None:
        """Add what the script wrote."""
        if line.level == "clear":
            self.clear()
        else:
            self._add(_LEVELS[line.level], line.text, line.previews)

    def clear(self) -> None:
        """Forget everything; numbers go on."""
        self._entries.clear()
        self._characters = 0
        self.dropped.clear()
        self.clears += 1

    def _add(
        self, level: Level, text: str, previews: str | None, fault: Fault | None = None
    ) -> None:
        self.end += 1
        entry = Entry(self.end, self._now_ns(), level, text, previews, fault)
        self._entries.append(entry)
        self._characters += _weight(entry)
        if len(self._entries) > self._max_lines or self._characters > MAX_CHARACTERS:
            self._make_room()

    def _make_room(self) -> None:
        wanted = min(DROPPED_AT_ONCE, max(1, len(self._entries) // 20))
        count = 0
        while count < wanted or self._characters > MAX_CHARACTERS:
            entry = self._entries[count]
            self.dropped[entry.level] += 1
            self._characters -= _weight(entry)
            count += 1
        del self._entries[:count]


def _weight(entry: Entry) -> int:
    return len(entry.text) + len(entry.previews or "")


@dataclass(frozen=True, slots=True)
class ConsoleFilter:
    """Which lines a view shows."""

    levels: frozenset[Level] = frozenset(Level)
    text: str = ""
    """What a line must have, in whatever case."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.text.casefold())

    @property
    def is_all(self) -> bool:
        """Whether nothing is hidden."""
        return not self.text and len(self.levels) == len(Level)

    def shows(self, entry: Entry) -> bool:
        """Whether this line is to be seen."""
        return entry.level in self.levels and (not self.text or self.text in entry.text.casefold())
