"""Two parts beside each other where that has room, else one above the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

WIDE_PX = 860
"""From this width on the parts stand beside each other ..."""
SHORT_PX = 230
"""... and where both together are no higher than this; else one is above the other."""
FIRST_PX = 260
FIRST_SHARE = 0.45
"""Part of the height that the first gets above the second."""


class TurningSplitter(QSplitter):
    """Turns when its size crosses a bound; until then the user's own division stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(6)

    def add_parts(self, first: QWidget, second: QWidget) -> None:
        """Take both parts; what is won or lost in size is the second's."""
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(1, 1)
        self.setSizes([FIRST_PX, 2 * FIRST_PX])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.width() >= WIDE_PX or self.height() < SHORT_PX
        wanted = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            whole = self.width() if is_beside else self.height()
            first = FIRST_PX if is_beside else round(FIRST_SHARE * whole)
            self.setSizes([first, whole - first])
