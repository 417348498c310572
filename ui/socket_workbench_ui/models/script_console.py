"""A script's console as a table: lines, and under an unfolded one what is in its objects."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from socket_workbench.panels.script_console import Console, ConsoleFilter, Entry
from socket_workbench_ui.models.script_rows import (
    LINE_CHARACTERS,
    SIGNS,
    TEXT,
    TIME,
    Detail,
    Place,
    Row,
    depth_of,
    entry_text,
    fault_place,
    has_inside,
    inside_of,
    number_of,
    role_of,
    time_text,
    tip_of,
)
from socket_workbench_ui.theme import Looks

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)


class ScriptConsoleModel(QAbstractTableModel):
    """What a filter lets pass; `grow` follows the console once per frame."""

    def __init__(self, console: Console, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console, self._looks = console, looks
        self._rows: list[Row] = []
        self._open: set[int] = set()
        self._seen, self._clears = 0, console.clears
        self.filter = ConsoleFilter()
        looks.changed.connect(self._take_looks)

    @property
    def total(self) -> int:
        """How many lines the console keeps."""
        return len(self._console)

    @property
    def dropped(self) -> int:
        """How many lines made room for newer ones."""
        return self._console.dropped.total()

    def count_shown(self) -> int:
        """How many lines the filter lets pass."""
        return sum(not isinstance(row, Detail) for row in self._rows)

    def grow(self) -> bool:
        """Tell the view what is new and what is gone. Returns whether anything is."""
        if self._clears != self._console.clears:
            self._clears = self._console.clears
            self._read_all()
            return True
        if self._seen == self._console.end:
            return False
        self._drop_gone()
        new: Sequence[Entry] = self._console.after(self._seen)
        self._seen = self._console.end
        if not self.filter.is_all:
            new = [entry for entry in new if self.filter.shows(entry)]
        if new:
            at = len(self._rows)
            self.beginInsertRows(QModelIndex(), at, at + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()
        return True

    def show_filter(self, chosen: ConsoleFilter) -> None:
        """Show what this lets pass."""
        if chosen != self.filter:
            self.filter = chosen
            self._read_all()

    def row(self, place: int) -> Row | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, place: int) -> Place | None:
        """Where in a script the row's error is from."""
        row = self.row(place)
        if isinstance(row, Detail):
            return row.place
        return None if row is None else fault_place(row)

    def can_unfold(self, place: int) -> bool:
        """Whether something is under this row, seen or not."""
        row = self.row(place)
        return row is not None and has_inside(row)

    def is_unfolded(self, place: int) -> bool:
        """Whether what is under this row is seen."""
        row = self.row(place)
        return row is not None and self._is_open(row)

    def depth(self, place: int) -> int:
        """How far the row is set in; 0 for a line of the console."""
        return depth_of(self.row(place))

    def unfold(self, place: int, *, is_open: bool) -> None:
        """Show or hide what is under a row."""
        row = self.row(place)
        if row is None or not has_inside(row) or self._is_open(row) == is_open:
            return
        if is_open:
            self._insert(place, row)
        else:
            self._remove(place, row)
        self.dataChanged.emit(self.index(place, TEXT), self.index(place, TEXT))

    def copied(self, places: Sequence[int]) -> str:
        """The rows as text, whole."""
        texts: list[str] = []
        for place in places:
            row = self._rows[place]
            if isinstance(row, Detail):
                texts.append("  " * row.depth + row.text)
            else:
                stack = row.fault.stack if row.fault else ""
                texts.append("\n".join(filter(None, (entry_text(row), stack))))
        return "\n".join(texts)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else 3

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == _DISPLAY:
            return self._text(row, index.column())
        if role == _FONT:
            return self._looks.mono
        if role == _FOREGROUND:
            return self._looks.colour(role_of(row, index.column()))
        if role == _TOOLTIP and index.column() == TEXT:
            return tip_of(row)
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == TEXT:
            return self._line(row)
        if isinstance(row, Detail):
            return ""
        return time_text(row.at_ns) if column == TIME else SIGNS[row.level][0]

    def _line(self, row: Row) -> str:
        mark = ("▾ " if self._is_open(row) else "▸ ") if has_inside(row) else "  "
        if isinstance(row, Detail):
            return f"{'   ' * row.depth}{mark}{row.text}"
        text = entry_text(row)
        first = text.split("\n", 1)[0][:LINE_CHARACTERS]
        more = " …" if len(first) < len(text) else ""
        place = fault_place(row)
        where = f"{place.file}:{place.line}  " if place else ""  # in front, to be seen at all
        return f"{mark}{where}{first}{more}"

    def _is_open(self, row: Row) -> bool:
        return row.is_open if isinstance(row, Detail) else row.number in self._open

    def _insert(self, place: int, row: Row) -> None:
        inside = list(inside_of(row))
        if isinstance(row, Detail):
            row.is_open = True
        else:
            self._open.add(row.number)
        self.beginInsertRows(QModelIndex(), place + 1, place + len(inside))
        self._rows[place + 1 : place + 1] = inside
        self.endInsertRows()

    def _remove(self, place: int, row: Row) -> None:
        depth, end = depth_of(row), place + 1
        while end < len(self._rows) and depth_of(self._rows[end]) > depth:
            end += 1
        if isinstance(row, Detail):
            row.is_open = False
        else:
            self._open.discard(row.number)
        self.beginRemoveRows(QModelIndex(), place + 1, end - 1)
        del self._rows[place + 1 : end]
        self.endRemoveRows()

    def _drop_gone(self) -> None:
        first, count = self._console.first, 0
        while count < len(self._rows) and number_of(self._rows[count]) < first:
            count += 1
        if count:
            self.beginRemoveRows(QModelIndex(), 0, count - 1)
            del self._rows[:count]
            self._open = {number for number in self._open if number >= first}
            self.endRemoveRows()

    def _read_all(self) -> None:
        self.beginResetModel()
        self._rows = [entry for entry in self._console if self.filter.shows(entry)]
        self._open.clear()
        self._seen = self._console.end
        self.endResetModel()

    def _take_looks(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, TEXT))
