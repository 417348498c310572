"""Bytes of any size as rows of hex and text; only the rows in sight are read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from socket_workbench.bytesview.hexdump import Charset, CopyFormat, HexRow, offset_digits, rows
from socket_workbench.bytesview.source import ByteSource, BytesSource
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.hex_keys import caret_after
from socket_workbench_ui.widgets.hex_layout import Column, HexLayout, RowWidth, row_bytes_for
from socket_workbench_ui.widgets.hex_painter import HexPainter, HexPicture, Stretch
from socket_workbench_ui.widgets.hex_selection import HexSelection
from socket_workbench_ui.widgets.hex_speech import SPOKEN_BYTES, described
from socket_workbench_ui.widgets.row_scroller import RowScroller

ROW_GAP_PX = 3
WHEEL_ROWS = 3
WHEEL_NOTCH = 120
DRAG_SCROLL_MS = 40
WANTED_ROW_BYTES = 16
WANTED_ROWS = 16

Marker: TypeAlias = Callable[[int, int], Sequence[Stretch]]
"""Given where the bytes in sight begin and end, says which of them to mark; must be quick."""


class HexView(QAbstractScrollArea):
    """Draws a `ByteSource`; bytes are selected by mouse or keys, in either column.

    Where there are bytes one at least is selected, the one under the caret.
    """

    selection_changed = Signal(object, object)
    """Offset and length, both `int` (of any size); length 0 only when there are no bytes."""
    copy_requested = Signal(CopyFormat)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hexView")
        self.setAccessibleName(self.tr("Bytes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll through the bytes"))
        self._looks = looks
        self._source: ByteSource = BytesSource(b"")
        self._selection = HexSelection()
        self._column = Column.HEX
        self._row_width = RowWidth.AUTO
        self._group_bytes = 8
        self._charset = Charset.ASCII
        self._text_role = "text"
        self._hint = ""
        self._marker: Marker | None = None
        self._wheel_rest = 0
        self._drag_timer = QTimer(self, interval=DRAG_SCROLL_MS)
        self._drag_timer.timeout.connect(self._follow_drag)
        self._scroller = RowScroller(self.verticalScrollBar())
        self._scroller.moved.connect(self.viewport().update)
        self._layout = HexLayout(1.0, 1, 8, 16)
        looks.changed.connect(self._restyle)
        self._restyle()

    # What is shown

    def show_source(self, source: ByteSource, *, text_role: str = "text") -> None:
        """Show other bytes from their beginning, readable characters in the colour of a role."""
        self._source, self._text_role = source, text_role
        self._selection = HexSelection(source.size())
        self._arrange()
        self._scroller.set_top(0)
        self._tell_selection()

    def refresh(self) -> None:
        """Look at the source again: it may have grown. Selection and place stay."""
        before = self._selection
        self._selection = before.resized(self._source.size())
        self._arrange()
        if (before.offset, before.length) != self.selection():
            self._tell_selection()

    def source(self) -> ByteSource:
        """What is shown."""
        return self._source

    def set_hint(self, text: str) -> None:
        """Say what stands there while there are no bytes."""
        self._hint = text
        self.viewport().update()

    def set_marker(self, marker: Marker | None) -> None:
        """Mark stretches of bytes, those in sight being asked for at every painting; or none."""
        self._marker = marker
        self.viewport().update()

    # How it is shown

    def row_width(self) -> RowWidth:
        return self._row_width

    def set_row_width(self, width: RowWidth) -> None:
        """Choose how many bytes stand in a row."""
        self._row_width = width
        self._arrange()

    def group_bytes(self) -> int:
        return self._group_bytes

    def set_group_bytes(self, count: int) -> None:
        """Choose after how many bytes a gap stands."""
        self._group_bytes = count
        self._arrange()

    def charset(self) -> Charset:
        return self._charset

    def set_charset(self, charset: Charset) -> None:
        """Choose how the text column reads the bytes."""
        self._charset = charset
        self.viewport().update()

    # Selection

    def selection(self) -> tuple[int, int]:
        """Offset and length."""
        return self._selection.offset, self._selection.length

    def select(self, offset: int, length: int = 1) -> None:
        """Select bytes and bring them into sight."""
        self._choose(self._selection.spanning(offset, length))
        self._scroller.reveal(self._selection.offset // self._layout.row_bytes)

    def go_to(self, offset: int) -> None:
        """Put the caret there, its row in the upper third of the view."""
        self._choose(self._selection.moved(offset, extends=False))
        row = self._selection.caret // self._layout.row_bytes
        self._scroller.set_top(row - self._scroller.page // 3)

    def select_all(self) -> None:
        """Select every byte; the place stays."""
        top = self._scroller.top
        self._choose(self._selection.spanning(0, self._selection.size))
        self._scroller.set_top(top)

    def selected_bytes(self, limit: int | None = None) -> bytes:
        """The selection, or its first `limit` bytes; mind the size of what is selected.

        Raises:
            OSError: The source cannot be read.
        """
        offset, length = self.selection()
        return self._source.read(offset, length if limit is None else min(length, limit))

    def cell_rect(self, offset: int, column: Column = Column.HEX) -> QRect:
        """Where a byte stands in the viewport; outside of it when it is out of sight."""
        row, index = divmod(offset, self._layout.row_bytes)
        top = (row - self._scroller.top) * self._layout.row_px
        left, right = self._layout.byte_left(index), self._layout.byte_right(index)
        if column is Column.TEXT:
            left, right = self._layout.text_left(index), self._layout.text_left(index + 1)
        x = round(left) - self.horizontalScrollBar().value()
        return QRect(x, top, round(right - left), self._layout.row_px)

    # Qt

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._looks.colour("surface"))
        try:
            shown = self._rows(self._scroller.top, self._scroller.page + 2)
        except OSError as error:
            self._paint_hint(painter, self.tr("These bytes cannot be read: ") + str(error))
        else:
            if shown:
                painter.translate(-self.horizontalScrollBar().value(), 0)
                HexPainter(self._looks, painter, self._picture(shown)).paint()
            else:
                self._paint_hint(painter, self._hint)
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        bar_px = self.verticalScrollBar().sizeHint().width()
        whole = replace(self._layout, row_bytes=WANTED_ROW_BYTES)
        return QSize(round(whole.width_px) + bar_px, WANTED_ROWS * whole.row_px)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._restyle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            is_text = self._column is Column.TEXT
            self.copy_requested.emit(CopyFormat.TEXT if is_text else CopyFormat.HEX)
        elif not self._move_by_key(event):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._column = self._layout.column_at(self._x(event.position()))
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._point_at(event.position(), extends=extends)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._point_at(event.position(), extends=True)
        is_inside = 0 <= event.position().y() < self.viewport().height()
        if is_inside:
            self._drag_timer.stop()
        elif not self._drag_timer.isActive():
            self._drag_timer.start()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_timer.stop()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y() == 0 or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
            return
        self._wheel_rest += event.angleDelta().y() * WHEEL_ROWS
        moved, self._wheel_rest = divmod(self._wheel_rest, WHEEL_NOTCH)
        self._scroller.set_top(self._scroller.top - moved)
        event.accept()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # Inside

    def _restyle(self) -> None:
        self.viewport().setFont(self._looks.mono)
        self._arrange()

    def _arrange(self) -> None:
        """Fit the geometry to font, size and source; what stood on top stays in sight."""
        metrics = QFontMetricsF(self._looks.mono, self.viewport())
        char_px = metrics.horizontalAdvance("0")
        digits = offset_digits(self._selection.size)
        view_px = self.viewport().width()
        top_offset = self._scroller.top * self._layout.row_bytes
        row_bytes = row_bytes_for(self._row_width, view_px, char_px, digits)
        row_px = round(metrics.height()) + ROW_GAP_PX
        self._layout = HexLayout(char_px, row_px, digits, row_bytes, self._group_bytes)
        self.horizontalScrollBar().setRange(0, max(0, round(self._layout.width_px) - view_px))
        self.horizontalScrollBar().setPageStep(view_px)
        row_count = -(-self._selection.size // row_bytes)
        self._scroller.set_extent(row_count, self.viewport().height() // row_px)
        self._scroller.set_top(top_offset // row_bytes)
        self.viewport().update()

    def _rows(self, first: int, count: int) -> list[HexRow]:
        row_bytes = self._layout.row_bytes
        return rows(self._source, first, count, row_bytes=row_bytes, charset=self._charset)

    def _picture(self, shown: list[HexRow]) -> HexPicture:
        end = shown[-1].offset + len(shown[-1].data)
        return HexPicture(
            layout=self._layout,
            rows=shown,
            selection=self._selection,
            marks=self._marker(shown[0].offset, end) if self._marker else (),
            column=self._column,
            text_role=self._text_role,
            has_focus=self.hasFocus(),
        )

    def _paint_hint(self, painter: QPainter, text: str) -> None:
        painter.setFont(self.font())
        painter.setPen(self._looks.colour("muted"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, text)

    def _move_by_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers()
        caret = caret_after(
            event.key(),
            is_control=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            selection=self._selection,
            row_bytes=self._layout.row_bytes,
            page_rows=self._scroller.page,
        )
        if caret is None or modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._choose(self._selection.moved(caret, extends=extends))
        return True

    def _point_at(self, position: QPointF, *, extends: bool) -> None:
        row = self._scroller.top + int(position.y() // self._layout.row_px)
        index = self._layout.index_at(self._x(position), self._column)
        offset = row * self._layout.row_bytes + index
        self._choose(self._selection.moved(offset, extends=extends))

    def _x(self, position: QPointF) -> float:
        return position.x() + self.horizontalScrollBar().value()

    def _follow_drag(self) -> None:
        """Go on selecting while the mouse is held above or below the view."""
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._drag_timer.stop()
            return
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        self._point_at(QPointF(QPoint(place)), extends=True)

    def _choose(self, selection: HexSelection) -> None:
        """Take a selection over and bring its caret into sight."""
        changed = selection != self._selection
        self._selection = selection
        if selection.size:
            self._scroller.reveal(selection.caret // self._layout.row_bytes)
        if changed:
            self._tell_selection()
        self.viewport().update()

    def _tell_selection(self) -> None:
        self.viewport().update()
        self.setAccessibleDescription(self._in_words())
        self.selection_changed.emit(*self.selection())

    def _in_words(self) -> str:
        try:
            caret_rows = self._rows(self._selection.caret // self._layout.row_bytes, 1)
            selected = self.selected_bytes(SPOKEN_BYTES)
        except OSError as error:
            return str(error)
        return described(self._selection, selected, caret_rows[0] if caret_rows else None)
