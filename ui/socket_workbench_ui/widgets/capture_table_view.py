"""A table over a capture that follows its end until the user looks elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from socket_workbench.capture.records import EventRow
from socket_workbench_ui.models.capture_table import CaptureTableModel, Index
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.row_delegate import RowDelegate
from socket_workbench_ui.widgets.row_table import set_up_rows

ROW_PADDING_PX = 6
CELL_PADDING_PX = 16
"""What the style keeps free on both sides, and what rounding takes."""
LEAST_PX = 48
MOST_COPIED_ROWS = 20_000
"""More would keep the window busy; an export takes any number."""


class CaptureTableView(QTableView):
    """Fixed row heights and no grid: what is drawn costs the same however long the capture is."""

    event_selected = Signal(int)
    """Id of the row that became current."""
    follow_changed = Signal(bool)

    def __init__(
        self, model: CaptureTableModel, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._looks = looks
        self._follows = True
        self._selected_id: int | None = None
        self.setModel(model)
        self.setItemDelegate(RowDelegate(model, self))
        self._set_up()
        self._take_looks()
        looks.changed.connect(self._take_looks)
        model.modelAboutToBeReset.connect(self._hold_follow)
        model.modelReset.connect(self._restore_follow)
        self._held = True
        self.verticalScrollBar().valueChanged.connect(self._notice_scroll)

    @property
    def follows(self) -> bool:
        """Whether the newest row is kept in sight."""
        return self._follows

    def follow(self, follows: bool) -> None:
        """Keep the newest row in sight, or stay where we are."""
        self._set_follows(follows)
        if follows:
            self.scrollToBottom()

    def tick(self) -> bool:
        """Show what is new; called once per frame. Returns whether anything was."""
        if not self._model.grow():
            return False
        if self._follows:
            self.scrollToBottom()
        return True

    def show_event(self, event_id: int) -> bool:
        """Make the event's row current; false when it is not shown."""
        place = self._model.window.place_of(event_id)
        if place is None or place >= self._model.rowCount():
            return False
        self._set_follows(False)
        index = self._model.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def current_row(self) -> EventRow | None:
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, columns separated by tabs."""
        lines = [self._line(row) for row in self._selected_rows()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._model.row(current.row()) if current.isValid() else None
        if row is not None and row.id != self._selected_id:
            self._selected_id = row.id
            self.event_selected.emit(row.id)

    def _set_up(self) -> None:
        set_up_rows(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setStretchLastSection(True)
        columns.setMinimumSectionSize(24)

    def _take_looks(self) -> None:
        self.setFont(self._looks.mono)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + ROW_PADDING_PX)
        heads = self.horizontalHeader().fontMetrics()
        for number, column in enumerate(self._model.columns):
            heading = heads.horizontalAdvance(column.heading) * 1.15  # headings are semi-bold
            width = max(metrics.horizontalAdvance(column.sample), round(heading))
            # The last takes what is left; the width given to it is its least.
            is_last = number == self._last_column()
            self.setColumnWidth(number, LEAST_PX if is_last else width + CELL_PADDING_PX)

    def _last_column(self) -> int:
        columns = range(len(self._model.columns))
        return max((each for each in columns if not self.isColumnHidden(each)), default=-1)

    def selected_places(self) -> list[int]:
        """Places of the selected rows in order, `MOST_COPIED_ROWS` of them at most."""
        places: set[int] = set()
        parts = self.selectionModel().selection()
        for part in (parts.at(number) for number in range(parts.count())):
            end = min(part.bottom() + 1, part.top() + MOST_COPIED_ROWS - len(places))
            places.update(range(part.top(), end))
        return sorted(places)

    def _selected_rows(self) -> list[EventRow]:
        rows = (self._model.row(place) for place in self.selected_places())
        return [row for row in rows if row is not None]

    def _line(self, row: EventRow) -> str:
        texts = [
            self._model.text_of(row, column)
            for number, column in enumerate(self._model.columns)
            if not self.isColumnHidden(number)
        ]
        return "\t".join(texts)

    def _notice_scroll(self, value: int) -> None:
        # Rows that are added move the end, not the value; so this was the user, or `follow`.
        self._set_follows(value >= self.verticalScrollBar().maximum())

    def _set_follows(self, follows: bool) -> None:
        if follows is not self._follows:
            self._follows = follows
            self.follow_changed.emit(follows)

    def _hold_follow(self) -> None:
        self._held = self._follows

    def _restore_follow(self) -> None:
        self._selected_id = None
        self._set_follows(self._held)
