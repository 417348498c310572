"""Colours a script as it is typed: only what changed, and never for long at a time."""

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from socket_workbench.panels.script_lexer import START, LineLexer, Span, Style
from socket_workbench_ui.theme import Looks

AT_ONCE_S: Final = 0.003
"""How long a key may wait for colours; what is not done by then follows."""
SLICE_S: Final = 0.006
PAUSE_MS: Final = 4

ROLES: Final = {
    Style.KEYWORD: "sent",
    Style.STRING: "received",
    Style.NUMBER: "warning",
    Style.COMMENT: "muted",
    Style.REGEX: "error",
    Style.BUILTIN: "text",
}
"""Roles of `Theme`, all of them for text on any ground."""


class ScriptHighlighter(QObject):
    """Colours one document and belongs to it.

    Qt's own highlighter colours everything below a change at once: a comment that is opened at
    the top of a long script would freeze the window for seconds.
    """

    def __init__(self, document: QTextDocument, looks: Looks) -> None:
        super().__init__(document)
        self._document, self._looks = document, looks
        self._lexer = LineLexer()
        self._formats: dict[Style, QTextCharFormat] = {}
        self._next = 0
        """First line whose colours may be wrong; the number of lines when none is."""
        self._last = -1
        """Last line that changed; further ones follow only as long as their state changes."""
        self._count = document.blockCount()
        self._has_begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        document.contentsChange.connect(self._take_change)
        looks.changed.connect(self.recolour)
        self.recolour()

    @property
    def is_done(self) -> bool:
        """Whether every line has its colours."""
        return not self._timer.isActive()

    def recolour(self) -> None:
        """Colour everything anew."""
        self._formats = {style: self._format(style) for style in Style}
        self._next, self._last = 0, self._document.blockCount() - 1
        self._timer.start(0)

    def _take_change(self, place: int, _removed: int, added: int) -> None:
        first = self._document.findBlock(place).blockNumber()
        end = self._document.findBlock(place + added)
        last = end.blockNumber() if end.isValid() else self._document.blockCount() - 1
        grown, self._count = self._document.blockCount() - self._count, self._document.blockCount()
        if self.is_done:
            self._next, self._last = first, last
        else:
            self._next, self._last = min(self._next, first), max(self._last + grown, last)
        if self._has_begun:  # the first time takes longer, and no key waits for it
            self._work(AT_ONCE_S)

    def _go_on(self) -> None:
        self._has_begun = True
        self._work(SLICE_S)

    def _work(self, limit_s: float) -> None:
        block = self._document.findBlockByNumber(self._next)
        state = block.previous().userState() if self._next else START
        until = time.perf_counter() + limit_s
        while block.isValid():
            before = block.userState()
            state = self._colour(block, max(state, START))
            if state == before and self._next >= self._last:
                self._timer.stop()
                return
            block = block.next()
            self._next += 1
            if time.perf_counter() > until:
                self._timer.start(PAUSE_MS)
                return
        self._timer.stop()

    def _colour(self, block: QTextBlock, state: int) -> int:
        text = block.text()
        spans, state = self._lexer.lex(text, state)
        block.layout().setFormats([self._range(text, span) for span in spans])
        block.setUserState(state)
        self._document.markContentsDirty(block.position(), block.length())
        return state

    def _range(self, text: str, span: Span) -> QTextLayout.FormatRange:
        start, end = span.start, span.start + span.length
        if not text.isascii():  # Qt counts in units of UTF-16
            start, end = _units(text[:start]), _units(text[:end])
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        found.format = self._formats[span.style]
        return found

    def _format(self, style: Style) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._looks.colour(ROLES[style]))
        if style is Style.BUILTIN:
            form.setFontWeight(QFont.Weight.Bold)
        form.setFontItalic(style is Style.COMMENT)
        return form


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
