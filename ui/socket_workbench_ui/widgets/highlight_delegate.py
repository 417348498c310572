"""Paints the cells of a table with the places that a search found marked."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from socket_workbench_ui.models.capture_table import CaptureTableModel, Index
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.row_delegate import RowDelegate


class HighlightDelegate(RowDelegate):
    """As the style paints, with hits on the ground of the role `highlight`."""

    def __init__(self, model: CaptureTableModel, looks: Looks, view: QWidget) -> None:
        super().__init__(model, view)
        self._looks = looks
        self._needles: tuple[str, ...] = ()

    def mark(self, *needles: str) -> None:
        """Mark these texts wherever they are shown, in upper or lower case; none to stop."""
        self._needles = tuple(needle.lower() for needle in needles if needle)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if not self._needles:
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        spans = spans_of(text, self._needles)
        if spans:
            self._mark_spans(painter, option, index, text, spans)

    def _mark_spans(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        text: str,
        spans: list[tuple[int, int]],
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1
        text_area = style.subElementRect(
            QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget
        )  # with the style sheet's padding
        area = text_area.adjusted(margin, 0, -margin, 0)
        metrics = QFontMetrics(cell.font)
        painter.save()
        painter.setClipRect(area)
        painter.setFont(cell.font)
        painter.setPen(self._looks.colour("text"))
        for start, end in spans:
            left = area.left() + metrics.horizontalAdvance(text[:start])
            width = metrics.horizontalAdvance(text[start:end])
            hit = QRect(left, area.top() + 2, width, area.height() - 4)
            painter.fillRect(hit, self._looks.colour("highlight"))
            painter.drawText(hit, int(Qt.AlignmentFlag.AlignVCenter), text[start:end])
        painter.restore()


def spans_of(text: str, needles: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where any of the lower-case `needles` stands in `text`: starts and ends."""
    lower = text.lower()
    spans: list[tuple[int, int]] = []
    for needle in needles:
        at = lower.find(needle)
        while at >= 0:
            spans.append((at, at + len(needle)))
            at = lower.find(needle, at + len(needle))
    return spans
