"""The field of a composer that text, hex or base64 is typed into."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.text_change import text_change, utf_16_units
from socket_workbench_ui.widgets.variable_completer import VariableCompleter

LEAST_LINES = 3
MOST_LINES = 8
HELD_CHARS = 128 * 1024
"""Qt takes a second to lay out megabytes: longer texts are held beside the document."""
SHOWN_CHARS = 2048
"""So much of a held text is shown."""
_PADDING_PX = 16
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ComposerEditor(QPlainTextEdit):
    """Plain text, one place in it marked as wrong; as high as its lines, within limits.

    A text that is too long to edit is held whole and shown from its start, read-only.
    """

    send_wanted = Signal()
    back_wanted = Signal()
    """Up was pressed on the first line."""
    forth_wanted = Signal()
    """Down was pressed on the last line."""
    file_dropped = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        # Looking for words in a line of a megabyte, such as pasted base64, takes Qt a minute.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._looks = looks
        self._held: str | None = None
        self._before_held = ""
        self._wrong: tuple[int, int] | None = None
        self._is_dimmed = False
        self.completer = VariableCompleter(self)
        self.blockCountChanged.connect(self.updateGeometry)
        looks.changed.connect(self._restyle)
        self._restyle()

    def raw_text(self) -> str:
        """What was typed; `toPlainText` would turn no-break spaces into spaces."""
        if self._held is not None:
            return self._held
        return self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    def is_held(self) -> bool:
        """Whether the text is too long to be edited."""
        return self._held is not None

    def put(self, text: str) -> None:
        """Replace everything, the caret at the end."""
        if len(text) > HELD_CHARS:
            self._hold(text)
            return
        self._held = None
        self.setReadOnly(False)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def rewrite(self, text: str) -> None:
        """Replace only what differs, so that the caret, what is selected and undo stay."""
        if self._held is not None or len(text) > HELD_CHARS:
            self.put(text)
            return
        start, end, new = text_change(self.raw_text(), text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)

    def release(self) -> None:
        """Let a held text go and bring back what stood there before it."""
        if self._held is not None:
            self.put(self._before_held)

    def mark(self, position: int | None, length: int = 1) -> None:
        """Mark characters from an index of `raw_text` on as wrong, or none."""
        self._wrong = None if position is None else (position, max(length, 1))
        self.setProperty("invalid", "false" if position is None else "true")
        self.style().polish(self)
        self._draw_marks()

    def dim(self, is_dimmed: bool) -> None:
        """Show that this is not what the other view says."""
        if is_dimmed != self._is_dimmed:
            self._is_dimmed = is_dimmed
            self._draw_marks()

    def marked(self) -> str:
        """The characters that are marked."""
        if self._wrong is None:
            return ""
        selections = self.extraSelections()  # kept: its cursors go with it
        return selections[-1].cursor.selectedText()

    @override
    def sizeHint(self) -> QSize:
        lines = max(LEAST_LINES, min(self.blockCount(), MOST_LINES))
        return QSize(super().sizeHint().width(), self._lines_px(lines))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._lines_px(LEAST_LINES - 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.completer.takes(event):
            event.ignore()
        elif event.key() in _ENTER_KEYS and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.send_wanted.emit()
        elif self._held is not None and self._change_held(event):
            return
        elif modifiers or not self._leaves(event.key()):
            super().keyPressEvent(event)
            self.completer.follow(event)
        elif event.key() == Qt.Key.Key_Up:
            self.back_wanted.emit()
        else:
            self.forth_wanted.emit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab takes what the list offers; the list sees it once nobody else wants it.
        return not self.completer.is_open and super().focusNextPrevChild(next)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return dropped_file(source) != "" or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if path := dropped_file(source):
            self.file_dropped.emit(path)
            return
        text = source.text()
        if self.document().characterCount() + len(text) <= HELD_CHARS:
            super().insertFromMimeData(source)
            return
        pasted = text.replace("\r\n", "\n").replace("\r", "\n")
        whole, cursor = self.raw_text(), self.textCursor()
        start = _index_of(whole, cursor.selectionStart())
        end = _index_of(whole, cursor.selectionEnd())
        self.put(whole[:start] + pasted + whole[end:])

    def _hold(self, text: str) -> None:
        if self._held is None:
            self._before_held = self.raw_text()
        self._held = text
        self.setReadOnly(True)
        self.setPlainText(text[:SHOWN_CHARS] + "…")
        self.textChanged.emit()  # what is shown may be the same, what is held is not

    def _change_held(self, event: QKeyEvent) -> bool:
        """Do what a key does to a text that is taken or left as a whole; false where nothing."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.release()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.put("")
            self.paste()
        elif event.key() in _DELETE_KEYS or event.matches(QKeySequence.StandardKey.Cut):
            self.put("")
        else:
            return False
        return True

    def _leaves(self, key: int) -> bool:
        """Whether the key would take the caret out of the text."""
        moves = {
            Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
            Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
        }
        move = moves.get(Qt.Key(key))
        if move is not None and self._held is not None:
            return True
        return move is not None and not self.textCursor().movePosition(move)

    def _draw_marks(self) -> None:
        selections: list[QTextEdit.ExtraSelection] = []
        if self._is_dimmed:
            whole = QTextEdit.ExtraSelection()
            whole.cursor = QTextCursor(self.document())
            whole.cursor.select(QTextCursor.SelectionType.Document)
            whole.format = QTextCharFormat()
            whole.format.setForeground(self._looks.colour("muted"))
            selections.append(whole)
        if self._wrong is not None:
            selections.append(self._wrong_selection(*self._wrong))
        self.setExtraSelections(selections)

    def _wrong_selection(self, start: int, length: int) -> QTextEdit.ExtraSelection:
        text = self.raw_text()
        last = self.document().characterCount() - 1  # a held text goes on behind what is shown
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self.document())
        selection.cursor.setPosition(min(utf_16_units(text[:start]), last))
        end = min(utf_16_units(text[: start + length]), last)
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.format = self._mark_format()
        return selection

    def _mark_format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._looks.colour("error"))
        form.setUnderlineColor(self._looks.colour("error"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setProperty(QTextFormat.Property.FontWeight, 700)
        return form

    def _restyle(self) -> None:
        self.setFont(self._looks.mono)
        self._draw_marks()

    def _lines_px(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + _PADDING_PX


def dropped_file(source: QMimeData) -> str:
    """The one local file that is dropped or pasted; empty when it is something else."""
    urls = source.urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""


def _index_of(text: str, units: int) -> int:
    """The index in `text` of a place in its document."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
