"""Finds text in a script and goes to lines."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.script_editor import ScriptEditor

LINE_PX: Final = 70
_CASE = QTextDocument.FindFlag.FindCaseSensitively


class ScriptFindBar(QWidget):
    """Searches in one editor; the caret goes to the hit."""

    closed = Signal()

    def __init__(self, editor: ScriptEditor, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._looks = editor, looks
        self._find, self._line, self._count = QLineEdit(), QLineEdit(), QLabel()
        self._case = self._button("caseButton", "Aa", self.tr("Capitals count"))
        self._case.setCheckable(True)
        self._previous = self._button("findPrevious", "↑", self.tr("Previous hit (Shift+F3)"))
        self._next = self._button("findNext", "↓", self.tr("Next hit (F3, Enter)"))
        self._close = self._button("findClose", "", self.tr("Close (Esc)"))
        self._set_up()
        self._lay_out()
        self._connect()
        self.hide()

    def open_find(self) -> None:
        """Let the user type what to look for; what is selected is a good guess."""
        chosen = self._editor.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self._find.setText(chosen)
        self._open(self._find)
        self._show_count()

    def open_line(self) -> None:
        """Let the user type the number of a line."""
        self._line.setText(str(self._editor.textCursor().blockNumber() + 1))
        self._open(self._line)

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before, round the ends."""
        text = self._find.text()
        if not text:
            return
        flags = _CASE if self._case.isChecked() else QTextDocument.FindFlag(0)
        if by < 0:
            flags |= QTextDocument.FindFlag.FindBackward
        document = self._editor.document()
        found = document.find(text, self._editor.textCursor(), flags)
        if found.isNull():
            edge = QTextCursor(document)
            if by < 0:
                edge.movePosition(QTextCursor.MoveOperation.End)
            found = document.find(text, edge, flags)
        if not found.isNull():
            self._editor.setTextCursor(found)
            self._editor.ensureCursorVisible()
        self._show_count()

    def dismiss(self) -> None:
        """Hide the bar; the editor has the focus again."""
        self.hide()
        self._editor.setFocus()
        self.closed.emit()

    def _set_up(self) -> None:
        self._find.setObjectName("scriptFind")
        self._find.setPlaceholderText(self.tr("Find in the script"))
        self._find.setAccessibleName(self.tr("Find in the script"))
        self._line.setObjectName("scriptLine")
        self._line.setPlaceholderText(self.tr("Line"))
        self._line.setAccessibleName(self.tr("Line to go to"))
        self._line.setToolTip(self.tr("Go to line (Ctrl+G)"))
        self._line.setFixedWidth(LINE_PX)
        self._count.setProperty("role", "hint")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._find, 1)
        for widget in (self._count, self._case, self._previous, self._next, self._line):
            row.addWidget(widget)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self._find.textChanged.connect(self._find_first)
        self._find.returnPressed.connect(self._next.click)
        self._case.toggled.connect(self._show_count)
        self._line.returnPressed.connect(self._go_to_line)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.dismiss)
        self._looks.changed.connect(self._draw_icon)
        self._draw_icon()
        shortcut = QShortcut(QKeySequence("Escape"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.dismiss)

    def _open(self, line: QLineEdit) -> None:
        self.show()
        line.setFocus()
        line.selectAll()

    def _find_first(self) -> None:
        """Look from where the selection begins, so that a longer word stays where it is."""
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._editor.setTextCursor(cursor)
        self.step(1)
        self._show_count()

    def _go_to_line(self) -> None:
        text = self._line.text().strip()
        if text.isdecimal():
            self._editor.go_to(int(text))

    def _show_count(self) -> None:
        text = self._find.text()
        if not text:
            self._count.clear()
            return
        whole = self._editor.document().toPlainText()
        if not self._case.isChecked():
            whole, text = whole.casefold(), text.casefold()
        hits = whole.count(text)
        self._count.setText(
            self.tr("{hits} hits").format(hits=grouped(hits)) if hits else self.tr("no hits")
        )

    def _draw_icon(self) -> None:
        self._close.setIcon(self._looks.icon("x"))

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button
