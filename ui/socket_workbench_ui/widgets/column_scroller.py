"""A column that scrolls where it is too high for the window, instead of clipping what is in it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

CLAIM_PX = 370
"""Height that fits into the smallest window beside everything else there."""


class ColumnScroller(QScrollArea):
    """As wide as its place; as high as rows that wrap at this width need at least.

    Qt's own way takes no account of rows that become two where they are narrow, and would squeeze
    everything instead.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        """Where the content goes."""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self._content.installEventFilter(self)

    @override
    def minimumSizeHint(self) -> QSize:
        # Without a claim of its own the docks around would take nearly all.
        least = self.column.totalMinimumSize()
        return QSize(least.width(), min(least.height(), CLAIM_PX))

    @override
    def sizeHint(self) -> QSize:
        return self.column.totalSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_high_enough()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self._make_high_enough()
        return super().eventFilter(watched, event)

    def _least_height(self, width: int) -> int:
        """What stretches may become as small as it can; all else has the height that it wants."""
        column, heights = self.column, list[int]()
        for place in range(column.count()):
            item = column.itemAt(place)
            if item is not None and not item.isEmpty():
                is_bound = item.hasHeightForWidth() and not column.stretch(place)
                least = item.minimumSize().height()
                heights.append(max(item.heightForWidth(width), least) if is_bound else least)
        return sum(heights) + column.spacing() * max(0, len(heights) - 1)

    def _make_high_enough(self) -> None:
        wanted = self._least_height(self.viewport().width())
        if wanted != self._content.minimumHeight():
            self._content.setMinimumHeight(wanted)
