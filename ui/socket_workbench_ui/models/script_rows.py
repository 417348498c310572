"""The rows of a script's console: its lines, and what is under them."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import unquote

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from socket_workbench.bytesview.hexdump import Charset, text_cells
from socket_workbench.panels.script_console import Entry, Level, Value
from socket_workbench.scripting.faults import place_of
from socket_workbench_ui.script_texts import CONSOLE_SYSTEM

TIME, SIGN, TEXT = range(3)
"""Columns."""
LINE_CHARACTERS: Final = 500
"""What one row shows of a line at most."""
FOLD_CHARACTERS: Final = 60
"""A longer text can be unfolded, to rows of this length."""
HEX_ROW_BYTES: Final = 8

SIGNS: Final = {
    Level.DEBUG: ("·", "muted"),
    Level.LOG: (" ", "text"),
    Level.INFO: ("i", "sent"),
    Level.WARNING: ("!", "warning"),
    Level.ERROR: ("✕", "error"),
    Level.INPUT: (">", "sent"),
    Level.RESULT: ("<", "received"),
    Level.SYSTEM: ("-", "lifecycle"),
}
"""Sign and colour role of each level."""


EMPTY: Final = QT_TRANSLATE_NOOP("ScriptConsole", "(empty)")
MORE: Final = QT_TRANSLATE_NOOP("ScriptConsole", "… {count} more")
MORE_BYTES: Final = QT_TRANSLATE_NOOP("ScriptConsole", "… {count} more bytes")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a script something was thrown; line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(slots=True)
class Detail:
    """A row under a line."""

    entry: Entry
    depth: int
    text: str
    value: Value | None = None
    place: Place | None = None
    is_open: bool = False


Row: TypeAlias = Entry | Detail


def entry_text(entry: Entry) -> str:
    """What a line says, in the user's language where the panel says it."""
    if entry.level is Level.SYSTEM:
        text = str(CONSOLE_SYSTEM.get(entry.text, entry.text))
        return QCoreApplication.translate("Texts", text)
    return entry.text


def time_text(at_ns: int) -> str:
    """Wall clock as `12:04:30.998`."""
    second, rest = divmod(at_ns, 1_000_000_000)
    return f"{time.strftime('%H:%M:%S', time.localtime(second))}.{rest // 1_000_000:03}"


def number_of(row: Row) -> int:
    return row.entry.number if isinstance(row, Detail) else row.number


def depth_of(row: Row | None) -> int:
    return row.depth if isinstance(row, Detail) else 0


def role_of(row: Row, column: int) -> str:
    if column == TIME:
        return "muted"
    if isinstance(row, Detail):
        return "muted" if row.place is not None or row.value is None else "text"
    return SIGNS[row.level][1]


def tip_of(row: Row) -> str:
    if isinstance(row, Detail):
        return row.text if len(row.text) > LINE_CHARACTERS // 5 else ""
    return entry_text(row)[: 4 * LINE_CHARACTERS]


def has_inside(row: Row) -> bool:
    if isinstance(row, Detail):
        return row.value is not None and bool(row.value.members or row.value.left or row.value.data)
    has_stack = row.fault is not None and "\n" in row.fault.stack
    return bool(row.previews) or has_stack or _is_long(row)


def inside_of(row: Row) -> Iterator[Detail]:
    """What is right under a row."""
    if isinstance(row, Detail):
        if row.value is not None:
            yield from _members(row.entry, row.value, row.depth + 1)
        return
    if _is_long(row):
        yield from (Detail(row, 1, piece) for piece in _pieces(row.text))
    if row.fault is not None:
        for frame in row.fault.stack.splitlines():
            yield Detail(row, 1, frame.strip(), place=_place(place_of(frame)))
    values = row.values
    if len(values) == 1:
        yield from _members(row, values[0], 1)
    else:
        yield from (Detail(row, 1, value.text, value) for value in values)


def _members(entry: Entry, value: Value, depth: int) -> Iterator[Detail]:
    if value.data:
        yield from (Detail(entry, depth, row) for row in _hex_rows(value.data))
    if value.size > len(value.data):
        yield Detail(entry, depth, _more(value.size - len(value.data), is_bytes=True))
    if value.kind == "buffer" and not value.size:
        yield Detail(entry, depth, _translate(EMPTY))
    for name, member in value.members:
        yield Detail(entry, depth, f"{name}: {member.text}", member)
    if value.left:
        yield Detail(entry, depth, _more(value.left))
    if value.kind != "buffer" and not value.members and not value.left:
        yield Detail(entry, depth, _translate(EMPTY))


def _hex_rows(data: bytes) -> Iterator[str]:
    """Short rows, for a narrow place."""
    for at in range(0, len(data), HEX_ROW_BYTES):
        row = data[at : at + HEX_ROW_BYTES]
        text = "".join(text_cells(row, Charset.ASCII))
        yield f"{at:04x}  {row.hex(' '):<{3 * HEX_ROW_BYTES}} {text}"


def _is_long(row: Entry) -> bool:
    """Whether the text does not fit; of an object it is its inside that unfolds."""
    return "\n" in row.text or (len(row.text) > FOLD_CHARACTERS and not row.previews)


def _pieces(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for at in range(0, max(1, len(line)), FOLD_CHARACTERS):
            yield line[at : at + FOLD_CHARACTERS]


def _more(count: int, *, is_bytes: bool = False) -> str:
    return _translate(MORE_BYTES if is_bytes else MORE).format(count=count)


def _translate(text: object) -> str:
    return QCoreApplication.translate("ScriptConsole", str(text))


def fault_place(entry: Entry) -> Place | None:
    fault = entry.fault
    if fault is None or not fault.file or fault.file == "console":
        return None
    return Place(unquote(fault.file), fault.line, max(1, fault.column))


def _place(found: tuple[str, int, int] | None) -> Place | None:
    return None if found is None or found[0] == "console" else Place(unquote(found[0]), *found[1:])
