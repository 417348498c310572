"""A line for expressions, with the ones before within reach of Up and Down."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from socket_workbench_ui.theme import Looks

MAX_KEPT: Final = 50


class ExpressionLine(QLineEdit):
    """Emits what is typed when Enter is pressed."""

    entered = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("expressionEdit")
        self.setAccessibleName(self.tr("Expression"))
        self.setFont(looks.mono)
        self._past: list[str] = []
        self._at = 0
        self._draft = ""
        self.returnPressed.connect(self._enter)

    def history(self) -> tuple[str, ...]:
        """What was entered, oldest first."""
        return tuple(self._past)

    def show_history(self, past: tuple[str, ...]) -> None:
        """Take over what was entered before."""
        self._past = list(past[-MAX_KEPT:])
        self._at = len(self._past)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def _step(self, by: int) -> None:
        if self._at == len(self._past):
            self._draft = self.text()
        self._at = min(max(0, self._at + by), len(self._past))
        self.setText(self._draft if self._at == len(self._past) else self._past[self._at])

    def _enter(self) -> None:
        text = self.text().strip()
        if text:
            if not self._past or self._past[-1] != text:
                self._past = [*self._past, text][-MAX_KEPT:]
            self._at = len(self._past)
            self.clear()
            self.entered.emit(text)
