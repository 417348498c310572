"""Rows by the billion behind a scroll bar that counts in 32 bits."""

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QScrollBar

LARGEST_BAR = 2**30


class RowScroller(QObject):
    """Knows the row on top exactly; the bar shows it as finely as it can."""

    moved = Signal()

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._top = 0
        self._last_top = 0
        self._page = 1
        self._rows_per_step = 1
        bar.valueChanged.connect(self._follow_bar)

    @property
    def top(self) -> int:
        """The number of the row on top."""
        return self._top

    @property
    def page(self) -> int:
        """How many whole rows are in sight; at least one."""
        return self._page

    def set_extent(self, row_count: int, page_rows: int) -> None:
        """Say how many rows there are and how many fit; the top row stays if it can."""
        self._page = max(page_rows, 1)
        self._last_top = max(row_count - self._page, 0)
        self._rows_per_step = self._last_top // LARGEST_BAR + 1
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, -(-self._last_top // self._rows_per_step))
            self._bar.setPageStep(max(self._page // self._rows_per_step, 1))
        self.set_top(self._top)

    def set_top(self, row: int) -> None:
        """Put that row on top, as far as there are rows below it."""
        row = max(0, min(row, self._last_top))
        with QSignalBlocker(self._bar):
            self._bar.setValue(-(-row // self._rows_per_step))
        if row != self._top:
            self._top = row
            self.moved.emit()

    def reveal(self, row: int) -> None:
        """Scroll as little as brings that row into sight."""
        if row < self._top:
            self.set_top(row)
        elif row >= self._top + self._page:
            self.set_top(row - self._page + 1)

    def _follow_bar(self, value: int) -> None:
        self.set_top(value * self._rows_per_step)
