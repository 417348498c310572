"""A line that asks for an offset."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from socket_workbench.bytesview.offsets import parse_offset


class GoToBar(QWidget):
    """Takes an offset; Enter goes there, what is no place is marked."""

    offset_chosen = Signal(object)
    """`int`, of any size."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goToBar")
        self._current = self._size = 0
        self._edit, self._status = QLineEdit(), QLabel()
        self._edit.setObjectName("goToEdit")
        self._edit.setAccessibleName(self.tr("Offset to go to"))
        self._edit.setPlaceholderText(self.tr("Offset: 4096, 0x1000, +16"))
        self._edit.setToolTip(
            self.tr("Decimal, hex with 0x in front or h behind, + or - from the caret")
        )
        self._status.setProperty("role", "error")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit, 1)
        row.addWidget(self._status)
        self._edit.textChanged.connect(self._judge)
        self._edit.returnPressed.connect(self._choose)

    def begin(self, current: int, size: int) -> None:
        """Take the focus; `current` is what `+` and `-` count from, `size` the number of bytes."""
        self._current, self._size = current, size
        self._judge()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _offset(self) -> int | None:
        return parse_offset(self._edit.text(), self._current, self._size)

    def _judge(self) -> None:
        is_wrong = bool(self._edit.text()) and self._offset() is None
        self._edit.setProperty("invalid", "true" if is_wrong else "false")
        self._edit.style().polish(self._edit)
        last = f"0x{max(self._size - 1, 0):x}"
        text = self.tr("Offsets go from 0 to %1.").replace("%1", last)
        self._status.setText(text if is_wrong else "")

    def _choose(self) -> None:
        if (offset := self._offset()) is not None:
            self.offset_chosen.emit(offset)
