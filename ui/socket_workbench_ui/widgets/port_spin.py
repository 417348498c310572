"""A field for a port: takes any text, says what is no port, never changes what was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

HIGHEST_PORT = 65535
PORT_WIDTH_PX = 76
"""In the address strips."""
_WIDTH_DIGITS = 7


class PortSpin(QLineEdit):
    """A port as typed; the arrow keys count it up and down."""

    changed = Signal()
    """The text is another one, by whatever means."""

    def __init__(self, lowest: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowest = lowest
        self.setObjectName("portSpin")
        self.setAccessibleName(self.tr("Port"))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * _WIDTH_DIGITS + 14)
        self.textChanged.connect(self._judge)
        self._judge()

    def value(self) -> int | None:
        """The port, or `None` while the text is none."""
        text = self.text().strip()
        if not (text.isascii() and text.isdigit()):
            return None
        digits = text.lstrip("0") or "0"
        if len(digits) > len(str(HIGHEST_PORT)) or not self._lowest <= int(digits) <= HIGHEST_PORT:
            return None
        return int(digits)

    def set_value(self, port: int | None) -> None:
        """Show a port, or nothing; a field that shows this port already stays as it was typed."""
        if port != self.value() or (port is None and self.text()):
            self.setText("" if port is None else str(port))

    def message(self) -> str:
        """What is wrong and what would be right; empty when nothing is."""
        if self.value() is not None:
            return ""
        text = self.text().strip()
        wanted = self.tr("A port is a whole number from %1 to %2.")
        wanted = wanted.replace("%1", str(self._lowest)).replace("%2", str(HIGHEST_PORT))
        if not text:
            return wanted
        return self.tr("“%1” is no port.").replace("%1", text) + " " + wanted

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self._count(step)

    def _count(self, step: int) -> None:
        port = self.value()
        if port is not None and self._lowest <= port + step <= HIGHEST_PORT:
            self.setText(str(port + step))

    def _judge(self) -> None:
        is_invalid = bool(self.text()) and self.value() is None
        self.setProperty("invalid", "true" if is_invalid else "false")
        self.style().polish(self)  # the style sheet asks for the property only then
        self.setToolTip(
            self.message()
            or self.tr("The port, %1 to 65535; ↑ and ↓ count.").replace("%1", str(self._lowest))
        )
        self.setAccessibleDescription(self.message())
        self.changed.emit()
