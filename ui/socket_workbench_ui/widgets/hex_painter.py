"""Draws the rows of a hex view; keeps nothing but what a picture needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from socket_workbench.bytesview.hexdump import PLACEHOLDER, HexRow
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.hex_layout import Column, HexLayout
from socket_workbench_ui.widgets.hex_selection import HexSelection

_PAD_X_PX = 1.5
_PRINTABLE = range(0x20, 0x7F)

Stretch: TypeAlias = tuple[int, int]
"""Offset and length."""


@dataclass(frozen=True, slots=True)
class HexPicture:
    """All that one picture shows."""

    layout: HexLayout
    rows: Sequence[HexRow]
    selection: HexSelection
    marks: Sequence[Stretch]
    """What was found, for example."""
    column: Column
    """Where the caret is."""
    text_role: str
    """The colour of readable characters."""
    has_focus: bool


class HexPainter:
    """Paints a `HexPicture` from the top left corner of a painter."""

    def __init__(self, looks: Looks, painter: QPainter, picture: HexPicture) -> None:
        self._painter, self._picture = painter, picture
        self._layout = picture.layout
        self._looks = looks
        self._ratio = painter.device().devicePixelRatio()
        self._muted = looks.colour("muted")
        self._text = looks.colour("text")
        self._readable = looks.colour(picture.text_role)
        metrics = QFontMetricsF(looks.mono, painter.device())
        self._baseline = (self._layout.row_px + metrics.ascent() - metrics.descent()) / 2

    def paint(self) -> None:
        """Draw every row, then the caret."""
        self._painter.setFont(self._looks.mono)
        selection = self._picture.selection
        for index, row in enumerate(self._picture.rows):
            top = index * self._layout.row_px
            for stretch in self._picture.marks:
                self._mark(row, top, stretch, "highlight")
            self._mark(row, top, (selection.offset, selection.length), "selection")
            self._paint_row(row, top + self._baseline)
            if row.offset <= selection.caret < row.offset + len(row.data):
                self._paint_caret(selection.caret - row.offset, top)

    def _paint_row(self, row: HexRow, baseline: float) -> None:
        digits = self._layout.offset_digits
        self._write(self._layout.offset_x, baseline, f"{row.offset:0{digits}x}", self._muted)
        for index, value in enumerate(row.data):
            colour = self._text if value in _PRINTABLE else self._muted
            self._write(self._layout.byte_left(index), baseline, f"{value:02x}", colour)
        for start, text, is_readable in _runs(row.cells):
            colour = self._readable if is_readable else self._muted
            self._write(self._layout.text_left(start), baseline, text, colour)

    def _write(self, x: float, baseline: float, text: str, colour: QColor) -> None:
        self._painter.setPen(colour)
        self._painter.drawText(QPointF(self._snapped(x), self._snapped(baseline)), text)

    def _mark(self, row: HexRow, top: int, stretch: Stretch, role: str) -> None:
        """Fill the ground of a stretch, as far as it stands in this row."""
        offset, length = stretch
        first = max(offset - row.offset, 0)
        last = min(offset + length - row.offset, len(row.data)) - 1
        if first > last:
            return
        colour = self._looks.colour(role)
        for rect in (self._hex_rect(first, last, top), self._text_rect(first, last, top)):
            self._painter.fillRect(rect, colour)

    def _paint_caret(self, index: int, top: int) -> None:
        for column, rect in (
            (Column.HEX, self._hex_rect(index, index, top)),
            (Column.TEXT, self._text_rect(index, index, top)),
        ):
            is_active = column is self._picture.column and self._picture.has_focus
            pen = QPen(self._looks.colour("accent") if is_active else self._muted)
            pen.setWidthF(1.0)
            self._painter.setPen(pen)
            if is_active:
                self._painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _hex_rect(self, first: int, last: int, top: int) -> QRectF:
        left = self._layout.byte_left(first) - _PAD_X_PX
        right = self._layout.byte_right(last) + _PAD_X_PX
        return self._rect(left, right, top)

    def _text_rect(self, first: int, last: int, top: int) -> QRectF:
        return self._rect(self._layout.text_left(first), self._layout.text_left(last + 1), top)

    def _rect(self, left: float, right: float, top: int) -> QRectF:
        left, right = self._snapped(left), self._snapped(right)
        return QRectF(left, self._snapped(top), right - left, self._layout.row_px)

    def _snapped(self, value: float) -> float:
        """The nearest whole pixel of the screen, which keeps glyphs and edges sharp."""
        return round(value * self._ratio) / self._ratio


def _runs(cells: Sequence[str]) -> list[tuple[int, str, bool]]:
    """Characters that may be drawn in one go: where they begin, the text, whether readable."""
    runs: list[tuple[int, str, bool]] = []
    for index, cell in enumerate(cells):
        is_readable = bool(cell) and cell != PLACEHOLDER
        if not cell or cell == " ":
            continue
        if runs and cell.isascii() and _continues(runs[-1], index, is_readable=is_readable):
            start, text, _ = runs[-1]
            runs[-1] = (start, text + cell, is_readable)
        else:
            runs.append((index, cell, is_readable))
    return runs


def _continues(run: tuple[int, str, bool], index: int, *, is_readable: bool) -> bool:
    start, text, was_readable = run
    return was_readable == is_readable and text.isascii() and start + len(text) == index
