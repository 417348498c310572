"""A conversation, and to its left whom it is with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

LEAST_PX = 76
"""So low that strip and composer fit into the smallest window beside it."""


class TalkSplitter(QSplitter):
    """Neither can be pushed away; what room there is goes to the conversation."""

    def __init__(self, left: QWidget, left_px: int, talk: QWidget, talk_px: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setMinimumHeight(LEAST_PX)
        self.addWidget(left)
        self.addWidget(talk)
        self.setSizes([left_px, talk_px])
        self.setStretchFactor(1, 1)
