"""A row that becomes two or more where it is too narrow."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override

SPACING_PX = 8


class WrapLayout(QLayout):
    """Lays widgets out from left to right and goes to a new row when the width is used up.

    Widgets that want to grow share what a row has left; in a row where none wants to, the last
    one gets it if rows are to be filled. No widget becomes narrower than its minimum.
    """

    def __init__(self, parent: QWidget | None = None, *, fills_rows: bool = False) -> None:
        super().__init__(parent)
        self._fills_rows = fills_rows
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """Height for width, until something changes: Qt asks thousands of times for a window."""
        self.setSpacing(SPACING_PX)
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), is_test=True)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        width = sum(hint.width() for hint in hints) + gaps
        return self._with_margins(QSize(width, max((hint.height() for hint in hints), default=0)))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_test=False)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, is_test: bool) -> int:
        """Place the items, or only find out the height that they need at this width."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        top = inner.top()
        for row in self._rows(inner.width()):
            height = max(item.sizeHint().height() for item in row)
            if not is_test:
                self._place(row, QRect(inner.left(), top, inner.width(), height))
            top += height + self.spacing()
        return max(top - self.spacing(), inner.top()) - rect.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.minimumSize().expandedTo(item.sizeHint()).width()
            if rows and used + self.spacing() + needed <= width:
                rows[-1].append(item)
                used += self.spacing() + needed
            else:
                rows.append([item])
                used = needed
        return rows

    def _place(self, row: list[QLayoutItem], rect: QRect) -> None:
        widths = [item.minimumSize().expandedTo(item.sizeHint()).width() for item in row]
        spare = max(0, rect.width() - sum(widths) - self.spacing() * (len(row) - 1))
        growing = [index for index, item in enumerate(row) if _wants_to_grow(item)]
        if not growing and self._fills_rows:
            growing = [len(row) - 1]
        for index in growing:
            widths[index] += spare // len(growing)
        left = rect.left()
        for item, width in zip(row, widths, strict=True):
            item.setGeometry(QRect(QPoint(left, rect.top()), QSize(width, rect.height())))
            left += width + self.spacing()


def _wants_to_grow(item: QLayoutItem) -> bool:
    # The widget's own policy counts: a stretch inside it must not make it compete for the row.
    widget = item.widget()
    policy = widget.sizePolicy().horizontalPolicy() if widget else QSizePolicy.Policy.Preferred
    return policy in (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
