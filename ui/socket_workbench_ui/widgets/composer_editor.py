"""The field of a composer that text, hex or base64 is typed into."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextFormat, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from socket_workbench_ui.theme import Looks

LEAST_LINES = 3
MOST_LINES = 8
_PADDING_PX = 16
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComposerEditor(QPlainTextEdit):
    """Plain text, one place in it marked as wrong; as high as its lines, within limits."""

    send_wanted = Signal()
    back_wanted = Signal()
    """Up was pressed on the first line."""
    forth_wanted = Signal()
    """Down was pressed on the last line."""
    file_dropped = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self.setAccessibleName(self.tr("Data to send"))
        self.setTabChangesFocus(True)
        # Looking for words in a line of a megabyte, such as pasted base64, takes Qt a minute.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._looks = looks
        self._wrong: tuple[int, int] | None = None
        self.blockCountChanged.connect(self.updateGeometry)
        looks.changed.connect(self._restyle)
        self._restyle()

    def raw_text(self) -> str:
        """What was typed; `toPlainText` would turn no-break spaces into spaces."""
        return self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    def put(self, text: str) -> None:
        """Replace everything, the caret at the end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def mark(self, position: int | None, length: int = 1) -> None:
        """Mark characters from an index of `raw_text` on as wrong, or none."""
        self._wrong = None if position is None else (position, max(length, 1))
        self.setProperty("invalid", "false" if position is None else "true")
        self.style().polish(self)
        self._draw_mark()

    def marked(self) -> str:
        """The characters that are marked."""
        return "".join(one.cursor.selectedText() for one in self.extraSelections())

    @override
    def sizeHint(self) -> QSize:
        lines = max(LEAST_LINES, min(self.blockCount(), MOST_LINES))
        return QSize(super().sizeHint().width(), self._lines_px(lines))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self._lines_px(LEAST_LINES - 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER_KEYS and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.send_wanted.emit()
        elif modifiers or not self._leaves(event.key()):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Up:
            self.back_wanted.emit()
        else:
            self.forth_wanted.emit()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return dropped_file(source) != "" or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if path := dropped_file(source):
            self.file_dropped.emit(path)
        else:
            super().insertFromMimeData(source)

    def _leaves(self, key: int) -> bool:
        """Whether the key would take the caret out of the text."""
        moves = {
            Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
            Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
        }
        move = moves.get(Qt.Key(key))
        return move is not None and not self.textCursor().movePosition(move)

    def _draw_mark(self) -> None:
        if self._wrong is None:
            self.setExtraSelections([])
            return
        start, length = self._wrong
        text = self.raw_text()
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self.textCursor()
        selection.cursor.setPosition(_utf_16_units(text[:start]))
        end = _utf_16_units(text[: start + length])
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.format = self._mark_format()
        self.setExtraSelections([selection])

    def _mark_format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._looks.colour("error"))
        form.setUnderlineColor(self._looks.colour("error"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setProperty(QTextFormat.Property.FontWeight, 700)
        return form

    def _restyle(self) -> None:
        self.setFont(self._looks.mono)
        self._draw_mark()

    def _lines_px(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + _PADDING_PX


def dropped_file(source: QMimeData) -> str:
    """The one local file that is dropped or pasted; empty when it is something else."""
    urls = source.urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""


def _utf_16_units(text: str) -> int:
    """How many places `text` takes in a QTextDocument, which counts as UTF-16 does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
