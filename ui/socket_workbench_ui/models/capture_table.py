"""What the table models over a capture share: a window on its rows, told of once per frame."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from socket_workbench.capture.records import EventRow
from socket_workbench.capture.window import RowWindow
from socket_workbench_ui.models.row_texts import role_of
from socket_workbench_ui.theme import Looks

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `EventRow` itself."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_HANDLED = frozenset({_DISPLAY, _FOREGROUND, _ALIGNMENT, _FONT, _TOOLTIP, int(ROW_ROLE)})

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a pure function from a row to its text."""

    heading: str
    text: Callable[[EventRow], str]
    sample: str
    """A text as wide as the column should be."""
    role: str = ""
    """A role of `Theme`; the row's own where empty."""
    alignment: Qt.AlignmentFlag = LEFT


class CaptureTableModel(QAbstractTableModel):
    """Rows of a capture as a table; nothing is kept but the pages that are being looked at."""

    def __init__(
        self, window: RowWindow, looks: Looks, columns: tuple[Column, ...], parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self.window = window
        self.columns = columns
        self._looks = looks
        self._count = 0
        self._colours: dict[str, QColor] = {}
        looks.changed.connect(self._take_looks)

    def grow(self) -> bool:
        """Tell the view what is new; called once per frame. Returns whether anything was."""
        growth = self.window.poll()
        if growth is None:
            return False
        if growth.is_reset or growth.count < self._count:
            self.beginResetModel()
            self._count = growth.count
            self.endResetModel()
            return True
        stale = [place for place in growth.stale if place < self._count]  # the rest is new
        if stale:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(stale), 0), self.index(max(stale), last))
        if growth.count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, growth.count - 1)
            self._count = growth.count
            self.endInsertRows()
        return True

    def empty(self) -> None:
        """Begin anew after the window was given another filter."""
        self.beginResetModel()
        self._count = 0
        self.endResetModel()

    def row(self, place: int) -> EventRow | None:
        return self.window.row(place)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].heading
        return self.columns[section].alignment if role == _ALIGNMENT else None

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _HANDLED or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _ALIGNMENT:
            return column.alignment
        if role == _FONT:
            return self._font()
        row = self.window.row(index.row())
        if row is None:
            return None
        return self._of_row(row, column, role)

    def _of_row(self, row: EventRow, column: Column, role: int) -> Any:
        if role == _DISPLAY:
            return self.text_of(row, column)
        if role == _FOREGROUND:
            return self.colour_of(row, column)
        return row if role == ROW_ROLE else None

    def text_of(self, row: EventRow, column: Column) -> str:
        """What the cell shows."""
        return column.text(row)

    def colour_of(self, row: EventRow, column: Column) -> QColor:
        """The colour in which the cell stands."""
        return self._colour(column.role or role_of(row))

    def _font(self) -> QFont:
        return self._looks.mono

    def _colour(self, role: str) -> QColor:
        if role not in self._colours:
            self._colours[role] = self._looks.colour(role)
        return self._colours[role]

    def _take_looks(self) -> None:
        self._colours.clear()
        if self._count:
            last = self.index(self._count - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
