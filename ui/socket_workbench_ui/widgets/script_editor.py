"""The editor of a script: numbers, colours, brackets, and keys that know JavaScript."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from socket_workbench.panels.script_editing import (
    CLOSING,
    INDENT,
    dedented,
    indent_after,
    indent_of,
    other_bracket,
    toggled_comments,
)
from socket_workbench_ui.theme import Looks

GUTTER_PADDING_PX: Final = 6
LEAST_DIGITS: Final = 2
LEAST_PX: Final = 44
"""Height that is left where the window is small and much else is shown."""
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEEP = QTextCursor.MoveMode.KeepAnchor


class LineNumbers(QWidget):
    """The strip beside the text; the editor paints it."""

    def __init__(self, editor: "ScriptEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._editor.gutter_px(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(event.rect())


class ScriptEditor(QPlainTextEdit):
    """Plain text of one script at a time; `show_document` changes it."""

    edited = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scriptEditor")
        self.setAccessibleName(self.tr("Script"))
        self.setAccessibleDescription(self.tr("Tab indents; F6 leaves the editor"))
        self.setPlaceholderText(
            self.tr("JavaScript on chrome.sockets. Type it, open a file, or choose an example.")
        )
        self.setMinimumHeight(LEAST_PX)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._looks = looks
        self._wrong_line: int | None = None
        self._numbers = LineNumbers(self)
        self.blockCountChanged.connect(self._fit_gutter)
        self.updateRequest.connect(self._follow_update)
        self.cursorPositionChanged.connect(self._mark)
        self.textChanged.connect(self._take_edit)
        looks.changed.connect(self._restyle)
        for keys, slot in (("Ctrl+/", self.toggle_comment), ("Ctrl+D", self.duplicate)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self._restyle()

    def show_document(self, document: QTextDocument) -> None:
        """Edit this one from now on; the one before keeps its history."""
        self._wrong_line = None
        self.setDocument(document)
        self._restyle()

    def go_to(self, line: int, column: int = 1, *, is_wrong: bool = False) -> None:
        """Put the caret somewhere, both counted from 1, and mark the line as wrong if it is."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        if not block.isValid():
            block = self.document().lastBlock()
        cursor = QTextCursor(block)
        steps = min(max(0, column - 1), block.length() - 1)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, steps)
        self._wrong_line = block.blockNumber() if is_wrong else None
        self.setTextCursor(cursor)
        self.centerCursor()
        self._mark()
        self.setFocus()

    def toggle_comment(self) -> None:
        """Comment the selected lines out, or in again."""
        self._change_lines(toggled_comments)

    def duplicate(self) -> None:
        """Repeat the current line below itself."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText(f"\n{cursor.block().text()}")

    # ---- keys ------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key in _ENTER_KEYS and not modifiers:
            self._break_line()
        elif key == Qt.Key.Key_Tab and not modifiers:
            self._indent()
        elif key == Qt.Key.Key_Backtab:
            self._change_lines(lambda lines: [dedented(line) for line in lines])
        elif event.text() and event.text() in CLOSING:
            self._close_bracket(event.text())
        else:
            super().keyPressEvent(event)

    def _break_line(self) -> None:
        cursor = self.textCursor()
        line, at = cursor.block().text(), cursor.positionInBlock()
        indent = indent_after(line[:at]) if not cursor.hasSelection() else indent_of(line)
        cursor.beginEditBlock()
        cursor.insertText(f"\n{indent}")
        place = cursor.position()
        if line[at : at + 1] in tuple(CLOSING) and len(indent) > len(indent_of(line)):
            cursor.insertText(f"\n{indent_of(line)}")  # the closing one on a line of its own
            cursor.setPosition(place)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _indent(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection() and "\u2029" in cursor.selectedText():
            self._change_lines(lambda lines: [f"{INDENT}{line}" if line else "" for line in lines])
        else:
            step = len(INDENT)
            cursor.insertText(" " * (step - cursor.positionInBlock() % step))

    def _close_bracket(self, sign: str) -> None:
        """Insert it; as the first sign of its line, one step to the left."""
        cursor = self.textCursor()
        line, at = cursor.block().text(), cursor.positionInBlock()
        cursor.beginEditBlock()
        if not cursor.hasSelection() and at and line[:at].isspace():
            blanks = dedented(line[:at])
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, _KEEP)
            cursor.insertText(blanks)
        cursor.insertText(sign)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _change_lines(self, change: Callable[[list[str]], list[str]]) -> None:
        """Replace the lines that are touched by the selection, as one step of undo."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        lines: list[str] = []
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            lines.append(block.text())
            block = block.next()
        whole = QTextCursor(first)
        whole.setPosition(last.position() + last.length() - 1, _KEEP)
        changed = "\n".join(change(lines))
        if changed == "\n".join(lines):
            return
        has_selection = cursor.hasSelection()
        number = first.blockNumber()  # the blocks themselves do not outlive the change
        whole.insertText(changed)
        if has_selection:
            last = document.findBlockByNumber(number + len(lines) - 1)
            whole.setPosition(document.findBlockByNumber(number).position())
            whole.setPosition(last.position() + last.length() - 1, _KEEP)
            self.setTextCursor(whole)

    # ---- marks -------------------------------------------------------------------------------

    def _mark(self) -> None:
        marks = [self._line_mark()]
        if self._wrong_line is not None:
            marks.append(self._wrong_mark(self._wrong_line))
        marks += [self._bracket_mark(place) for place in self._brackets()]
        self.setExtraSelections(marks)

    def _line_mark(self) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self.textCursor()
        mark.cursor.clearSelection()
        mark.format = self._ground("raised")
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return mark

    def _wrong_mark(self, line: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document().findBlockByNumber(line))
        mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
        mark.format = QTextCharFormat()
        mark.format.setUnderlineColor(self._looks.colour("error"))
        mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        return mark

    def _bracket_mark(self, place: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(place)
        mark.cursor.movePosition(QTextCursor.MoveOperation.Right, _KEEP)
        mark.format = self._ground("selection")
        mark.format.setForeground(self._looks.colour("text"))
        return mark

    def _brackets(self) -> tuple[int, ...]:
        """The bracket at the caret and the one that belongs to it."""
        at = self.textCursor().position()
        document = self.document()
        near = [place for place in (at - 1, at) if place >= 0]
        for place in near:
            if (sign := document.characterAt(place)) and sign in "([{)]}":
                text = document.toRawText()
                if len(text) != document.characterCount() - 1:
                    return ()  # with signs of two units places are no indexes
                other = other_bracket(text, place)
                return () if other is None else (place, other)
        return ()

    def _ground(self, role: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setBackground(self._looks.colour(role))
        return form

    def _take_edit(self) -> None:
        self._wrong_line = None
        self.edited.emit()

    # ---- numbers -------------------------------------------------------------------------------

    def gutter_px(self) -> int:
        """Width of the strip with the line numbers."""
        digits = max(LEAST_DIGITS, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * GUTTER_PADDING_PX

    def paint_numbers(self, area: QRect) -> None:
        """Draw the numbers of the lines in sight."""
        painter = QPainter(self._numbers)
        painter.fillRect(area, self._looks.colour("surface"))
        painter.setFont(self.font())
        current = self.textCursor().blockNumber()
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            height = self.blockBoundingRect(block).height()
            number = block.blockNumber()
            painter.setPen(self._number_colour(number, current))
            place = QRect(0, round(top), self._numbers.width() - GUTTER_PADDING_PX, round(height))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), str(number + 1))
            top += height
            block = block.next()
        painter.end()

    def _number_colour(self, number: int, current: int) -> QColor:
        if number == self._wrong_line:
            return self._looks.colour("error")
        return self._looks.colour("text" if number == current else "muted")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_gutter()

    def _place_gutter(self) -> None:
        inside = self.contentsRect()
        self._numbers.setGeometry(inside.left(), inside.top(), self.gutter_px(), inside.height())

    def _fit_gutter(self) -> None:
        self.setViewportMargins(self.gutter_px(), 0, 0, 0)
        self._place_gutter()

    def _follow_update(self, area: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _restyle(self) -> None:
        self.setFont(self._looks.mono)
        self.document().setDefaultFont(self._looks.mono)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * len(INDENT))
        self._fit_gutter()
        self._mark()
        self._numbers.update()
