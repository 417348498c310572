"""What a server answers by itself, in one line: the mode, and the way to its fields."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from socket_workbench.session.tcp_entries import ResponderMode
from socket_workbench_ui.widgets.fields import hint, named
from socket_workbench_ui.widgets.responder_texts import MODES, mode_help, mode_text


class ResponderBar(QWidget):
    """Chooses the mode; a warning beside it says that a rule needs a look."""

    mode_chosen = Signal(str)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode, self._edit = QComboBox(), QPushButton(self.tr("Edit…"))
        for mode in MODES:
            self._mode.addItem(mode_text(mode), mode)
        named(
            self._mode,
            "responderCombo",
            self.tr("Respond with"),
            self.tr("What clients are answered by itself"),
        )
        named(
            self._edit,
            "responderButton",
            self.tr("Edit the responder"),
            self.tr("The fixed reply, the rules and how often they matched"),
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(hint(self.tr("Respond"), self._mode))
        line.addWidget(self._mode)
        line.addWidget(self._edit)
        self._mode.currentIndexChanged.connect(self._tell)
        self._edit.clicked.connect(self.edit_wanted)

    def show_mode(self, mode: ResponderMode) -> None:
        """Show a mode; tells nobody."""
        with QSignalBlocker(self._mode):
            self._mode.setCurrentIndex(self._mode.findData(mode))
        self._mode.setToolTip(mode_help(mode) or self.tr("What clients are answered by itself"))

    def show_hits(self, hits: int, troubled: int) -> None:
        """Say on the button how often rules matched, or that some need a look."""
        if troubled:
            self._edit.setText(self.tr("Edit… ({n} marked)").format(n=troubled))
        elif hits:
            self._edit.setText(self.tr("Edit… ({n} hits)").format(n=hits))
        else:
            self._edit.setText(self.tr("Edit…"))

    def _tell(self) -> None:
        self.mode_chosen.emit(self._mode.currentData())
