"""Offers the names of variables, and of CRCs, as they are typed into a message."""

import re

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit

from socket_workbench.bytesview.crc import crc_names
from socket_workbench.bytesview.variables import VARIABLES

MOST_ROWS = 8
LONGEST_LINE = 4096
"""In longer lines nothing is offered: to look for a variable's start would slow typing down."""
_BEGUN = re.compile(r"\$\{(?P<name>[A-Za-z0-9]*)(?::(?P<argument>[^}:]*))?$")
_POPUP_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)


class VariableCompleter(QCompleter):
    """A list below the caret; Enter or Tab takes what is chosen, Escape closes it."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._rows = QStringListModel(self)
        self._is_offering = True
        self._list: QAbstractItemView | None = None
        self.setModel(self._rows)
        self.setWidget(editor)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(MOST_ROWS)
        self.activated.connect(self._insert)

    def set_offering(self, is_offering: bool) -> None:
        """Say whether there are variables in what is typed."""
        self._is_offering = is_offering

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key is meant for the list."""
        return self.is_open and event.key() in _POPUP_KEYS

    def follow(self, event: QKeyEvent) -> None:
        """Show, narrow or hide the list after a key was typed."""
        is_typing = bool(event.text().strip()) or event.key() == Qt.Key.Key_Backspace
        begun = self._begun() if is_typing and self._is_offering else None
        if begun is None or not self._matches(self._fill(begun)):
            if self._list is not None:
                self._list.hide()
            return
        self._list = self._list or self.popup()  # made when it is first needed
        assert self._list is not None
        self._list.setCurrentIndex(self.completionModel().index(0, 0))
        self.complete(self._place(self._list))

    def _matches(self, prefix: str) -> bool:
        """Whether anything but what stands there already can be offered."""
        self.setCompletionPrefix(prefix)
        return self.completionCount() > 0 and self.currentCompletion() != prefix

    def _begun(self) -> re.Match[str] | None:
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        if len(line) > LONGEST_LINE:
            return None
        return _BEGUN.search(line[: cursor.positionInBlock()])

    def _fill(self, begun: re.Match[str]) -> str:
        """Offer what can stand there; returns what stands there so far."""
        argument = begun["argument"]
        if argument is None:
            self._rows.setStringList(list(VARIABLES))
            return begun["name"]
        self._rows.setStringList(list(crc_names()) if begun["name"] == "crc" else [])
        return argument

    def _place(self, popup: QAbstractItemView) -> QRect:
        place = self._editor.cursorRect()
        bar_px = popup.verticalScrollBar().sizeHint().width()
        place.setWidth(popup.sizeHintForColumn(0) + bar_px + 12)
        return place

    def _insert(self, chosen: str) -> None:
        cursor = self._editor.textCursor()
        for _ in self.completionPrefix():
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
        kind = VARIABLES.get(chosen)
        if kind is not None and kind.syntax.startswith(":"):
            chosen += ":"
        else:
            chosen += "" if self._is_closed(cursor) else "}"
        cursor.insertText(chosen)
        self._editor.setTextCursor(cursor)

    def _is_closed(self, cursor: QTextCursor) -> bool:
        rest = cursor.block().text()[cursor.selectionEnd() - cursor.block().position() :]
        return rest.startswith(("}", ":"))
