"""A column that scrolls where it is too high for the window, instead of clipping what is in it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

SPACING_PX = 6
CLAIM_PX = 370
"""Height that fits into the smallest window beside everything else there."""


class ColumnScroller(QScrollArea):
    """As wide as its place; what is in it stretches into it, or scrolls where that cannot be.

    Rows that wrap are as high as they must be at that width: Qt's own least height takes no
    account of that, and would squeeze everything instead.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = _Content()
        self.column = self._content.column
        """Where the content goes."""
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)

    @override
    def minimumSizeHint(self) -> QSize:
        # Without a claim of its own the docks around would take nearly all.
        height = self._content.heightForWidth(self.viewport().width())
        return QSize(self.column.totalMinimumSize().width(), min(height, CLAIM_PX))

    @override
    def sizeHint(self) -> QSize:
        return self.column.totalSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolling_column(page: QWidget, *rows: QWidget) -> QVBoxLayout:
    """Fill a panel's page with a column of these rows, and give it."""
    whole, scroller = QVBoxLayout(page), ColumnScroller()
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroller)
    scroller.column.setSpacing(SPACING_PX)
    for row in rows:
        scroller.column.addWidget(row)
    return scroller.column


class _Content(QWidget):
    """Tells the area around it the least height, where Qt would tell the one that is liked best."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    @override
    def heightForWidth(self, width: int) -> int:
        column, heights = self.column, list[int]()
        for place in range(column.count()):
            item = column.itemAt(place)
            if item is not None and not item.isEmpty():
                least = item.minimumSize().height()
                is_bound = item.hasHeightForWidth() and not column.stretch(place)
                heights.append(max(item.heightForWidth(width), least) if is_bound else least)
        return sum(heights) + column.spacing() * max(0, len(heights) - 1)
