"""Paints the cells of a table over a capture, at little cost for each."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from socket_workbench_ui.models.capture_table import CENTRE, RIGHT, CaptureTableModel, Index

_HAS_DISPLAY = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_TEXT = QPalette.ColorRole.Text
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange)
_State = QStyle.StateFlag
_MARKED = (_State.State_Selected | _State.State_HasFocus | _State.State_MouseOver).value
_SHARES = {RIGHT: 1.0, CENTRE: 0.5}
"""Of the spare room, that which is left of a text."""
ELLIPSIS = "…"


class RowDelegate(QStyledItemDelegate):
    """As the style paints, in a fraction of the time where a cell is nothing but ASCII text.

    Under load every cell is painted anew 15 times a second. The style asks for a cell role by
    role and lays the whole text out to find what fits; in a font of one width that is a division.
    """

    def __init__(self, model: CaptureTableModel, view: QWidget) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._signs: dict[str, int] = {}
        """Widths of single characters beyond ASCII, such as arrows."""
        self._is_measured = False
        self._left_px = self._right_px = self._baseline_px = 0
        self._character_px = 0.0
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._view:
            return super().eventFilter(watched, event)
        if event.type() in _RESTYLED:
            self._is_measured = False
        return False

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._model
        row, column = model.row(index.row()), model.columns[index.column()]
        option.displayAlignment = column.alignment
        if row is None:
            return
        option.palette.setColor(_TEXT, model.colour_of(row, column))
        option.features = _HAS_DISPLAY
        option.text = model.text_of(row, column)
        if self._character_px and option.rect.width() > 0:
            # More than fits even where characters are narrow: the style shortens it still.
            option.text = option.text[: 4 * int(option.rect.width() / self._character_px) + 4]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state.value & _MARKED:
            super().paint(painter, option, index)
            return
        model, cell = self._model, option.rect
        row, column = model.row(index.row()), model.columns[index.column()]
        if row is None or not self._measure(option):
            super().paint(painter, option, index)
            return
        room_px = cell.width() - self._left_px - self._right_px
        text = self._that_fits(model.text_of(row, column), room_px)
        width_px = self._width_of(text, option)
        if width_px is None:
            super().paint(painter, option, index)
        elif text:
            spare_px = max(room_px - width_px, 0) * _SHARES.get(column.alignment, 0)
            painter.setPen(model.colour_of(row, column))
            left_px = cell.left() + self._left_px + int(spare_px)
            painter.drawText(left_px, cell.top() + self._baseline_px, text)

    def _that_fits(self, text: str, room_px: int) -> str:
        most = int(room_px / self._character_px)
        return text if len(text) <= most else text[: max(most - 1, 0)] + ELLIPSIS

    def _width_of(self, text: str, option: QStyleOptionViewItem) -> float | None:
        """Width where it is known without laying the text out."""
        if text.isascii() or (text[:-1].isascii() and text[-1] == ELLIPSIS):
            return len(text) * self._character_px
        if len(text) > 1:
            return None
        if text not in self._signs:
            self._signs[text] = option.fontMetrics.horizontalAdvance(text)
        return self._signs[text]

    def _measure(self, option: QStyleOptionViewItem) -> bool:
        """Ask the style once where it puts texts; whether the font has one width."""
        if not self._is_measured:
            self._is_measured = True
            self._signs.clear()
            style, widget = option.widget.style(), option.widget
            area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, widget) + 1
            self._left_px = area.left() - option.rect.left() + margin
            self._right_px = option.rect.right() - area.right() + margin
            font = QFontMetricsF(option.font)
            widths = {font.horizontalAdvance(sample) for sample in ("i", "W", ELLIPSIS)}
            self._character_px = widths.pop() if len(widths) == 1 else 0.0
            self._baseline_px = round((option.rect.height() - font.height()) / 2 + font.ascent())
        return self._character_px > 0
