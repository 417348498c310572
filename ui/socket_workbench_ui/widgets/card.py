"""A framed place for controls that belong together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

ROOM_PX = 8
"""Around what is in it, and between its rows."""


class Card(QFrame):
    """Holds rows, one below the other, in `column`."""

    def __init__(self, *rows: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(ROOM_PX, ROOM_PX, ROOM_PX, ROOM_PX)
        self.column.setSpacing(ROOM_PX)
        for row in rows:
            self.column.addWidget(row)
