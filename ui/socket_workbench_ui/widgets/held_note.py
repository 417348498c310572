"""Says that a text is too long to be edited, and offers to let it go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from socket_workbench_ui.numbers import grouped


class HeldNote(QWidget):
    """One line; takes no room while there is nothing to say."""

    release_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._release = QLabel(), QPushButton(self.tr("Take back"))
        self._label.setObjectName("heldNote")
        self._label.setProperty("role", "hint")
        self._label.setWordWrap(True)
        self._release.setObjectName("releaseButton")
        self._release.setToolTip(self.tr("Bring back what stood here before (Ctrl+Z)"))
        self._release.clicked.connect(self.release_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._release)
        self.hide()

    def show_size(self, chars: int | None) -> None:
        """Tell of a text of that many characters; `None` where there is none."""
        self.setVisible(chars is not None)
        if chars is not None:
            text = self.tr("{count} characters: too long to be edited here, sent whole.")
            self._label.setText(text.format(count=grouped(chars)))
