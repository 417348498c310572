"""A field for a host; those that were used before are offered."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from socket_workbench_ui.widgets.fields import mark

WIDTH_PX = 150


class HostEdit(QLineEdit):
    """Takes any text; while one types, it lists what holds that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hostEdit")
        self.setPlaceholderText(self.tr("localhost, 192.0.2.1, ::1"))
        self.setMinimumWidth(WIDTH_PX)
        self._history = QStringListModel(self)
        self.suggestions = QCompleter(self._history, self)
        self.suggestions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.suggestions.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(self.suggestions)

    def show_history(self, hosts: Iterable[str]) -> None:
        """Offer these, newest first: hosts, or what `target_text` makes."""
        self._history.setStringList(list(hosts))

    def mark(self, *, is_invalid: bool) -> None:
        """Say by the frame whether something is wrong with what stands here."""
        mark(self, is_invalid=is_invalid)
