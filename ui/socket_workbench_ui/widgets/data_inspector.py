"""What the selected bytes mean, as a table; checksums follow when the selection rests."""

import asyncio

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from socket_workbench.bytesview.checksums import Checksums
from socket_workbench.bytesview.inspector import TEXT_LIMIT_BYTES, WINDOW_BYTES, Reading, values
from socket_workbench.bytesview.parsing import format_text
from socket_workbench.bytesview.source import ByteSource, BytesSource
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import Looks

IDLE_MS = 120
DIRECT_BYTES = 64 * 1024
CHUNK_BYTES = 1 << 20
PENDING = "…"
_NAME, _LITTLE, _BIG = range(3)
_COLUMN_COUNT = 3
_PLACE_ROWS = 2
"""The selection's length and its offset, above the readings."""
_TEXT_READINGS = (Reading.UTF_8, Reading.UTF_16)
_WITHOUT_ORDER = frozenset(
    {Reading.U8, Reading.I8, Reading.IPV6, Reading.MAC, Reading.UTF_8, Reading.BITS}
)


class DataInspector(QTableWidget):
    """Readings of a selection in both byte orders, then its checksums; every value can be copied.

    Numbers are read from where the selection begins, also beyond its end, as far as there are
    bytes; text, bits and checksums are those of the selection alone.
    """

    def __init__(self, looks: Looks, scope: TaskScope, parent: QWidget | None = None) -> None:
        checksum_names = [checksum.name for checksum in Checksums().results()]
        names = [
            self.tr("selection"),
            self.tr("offset"),
            *Reading,
            *checksum_names,
        ]
        super().__init__(len(names), _COLUMN_COUNT, parent)
        self.setObjectName("dataInspector")
        self.setAccessibleName(self.tr("Values of the selected bytes"))
        self._looks, self._scope = looks, scope
        self._source: ByteSource = BytesSource(b"")
        self._offset = self._length = 0
        self._summing: asyncio.Task[None] | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._sum_up)
        self._set_up_table()
        for row, name in enumerate(names):
            self._add_row(row, name)
        looks.changed.connect(self._restyle)
        self._restyle()

    def show_selection(self, source: ByteSource, offset: int, length: int) -> None:
        """Show what these bytes mean; length 0 shows nothing.

        Raises:
            OSError: The source cannot be read.
        """
        self._stop_summing()
        self._source, self._offset, self._length = source, offset, length
        window = source.read(offset, WINDOW_BYTES) if length else b""
        selected = source.read(offset, min(length, TEXT_LIMIT_BYTES)) if length else b""
        self._show_place()
        for row, value in enumerate(values(window, selected), _PLACE_ROWS):
            escapes = value.reading in _TEXT_READINGS
            self._write(row, _one_line(value.little) if escapes else value.little, _LITTLE)
            self._write(row, _one_line(value.big) if escapes else value.big, _BIG)
        self._show_checksums([PENDING if length else ""] * self._checksum_count())
        if length:
            self._idle.start()

    def value_text(self, name: str, *, is_big: bool = True) -> str:
        """What stands beside `name`; empty when there is no such row."""
        for row in range(self.rowCount()):
            if self._text(row, _NAME) == name:
                return self._text(row, _BIG if is_big and not self._is_spanned(row) else _LITTLE)
        return ""

    def copy_value(self) -> None:
        """Put the value of the current cell on the clipboard; of a name, the value beside it."""
        row, column = self.currentRow(), max(self.currentColumn(), _LITTLE)
        if row >= 0:
            QGuiApplication.clipboard().setText(self._text(row, column))

    def copy_all(self) -> None:
        """Put the whole table on the clipboard, a line per row, columns parted by tabs."""
        lines = ["\t".join(self._line(row)) + "\n" for row in range(self.rowCount())]
        QGuiApplication.clipboard().setText("".join(lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_value()
        else:
            super().keyPressEvent(event)

    def _set_up_table(self) -> None:
        self.setHorizontalHeaderLabels(
            [self.tr("Type"), self.tr("Little-endian"), self.tr("Big-endian")]
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_LITTLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_BIG, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def _add_row(self, row: int, name: str) -> None:
        self._cell(row, _NAME).setText(self.tr(name))  # most are names of formats
        is_reading = _PLACE_ROWS <= row < _PLACE_ROWS + len(Reading)
        if not is_reading or Reading(name) in _WITHOUT_ORDER:
            self.setSpan(row, _LITTLE, 1, 2)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 5)
        for row in range(self.rowCount()):
            self._cell(row, _NAME).setForeground(self._looks.colour("muted"))
            for column in (_LITTLE, _BIG):
                self._cell(row, column).setFont(self._looks.mono)

    def _show_place(self) -> None:
        first, last = f"0x{self._offset:x}", f"0x{self._offset + self._length - 1:x}"
        count = self.tr("1 byte") if self._length == 1 else self.tr("%1 bytes")
        place = first if self._length == 1 else self.tr("%1 to %2")
        texts = (
            count.replace("%1", grouped(self._length)),
            place.replace("%1", first).replace("%2", last),
        )
        for row, text in enumerate(texts):
            self._write(row, text if self._length else "", _LITTLE)

    def _write(self, row: int, text: str, column: int) -> None:
        self._cell(row, column).setText(text)
        self._cell(row, column).setToolTip(text)

    def _text(self, row: int, column: int) -> str:
        return self._cell(row, column).text()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        return item

    def _line(self, row: int) -> list[str]:
        columns = (_NAME, _LITTLE) if self._is_spanned(row) else (_NAME, _LITTLE, _BIG)
        return [self._text(row, column) for column in columns]

    def _is_spanned(self, row: int) -> bool:
        return self.columnSpan(row, _LITTLE) > 1

    def _checksum_count(self) -> int:
        return self.rowCount() - _PLACE_ROWS - len(Reading)

    def _show_checksums(self, texts: list[str]) -> None:
        for row, text in enumerate(texts, _PLACE_ROWS + len(Reading)):
            self._write(row, text, _LITTLE)

    def _stop_summing(self) -> None:
        self._idle.stop()
        if self._summing is not None:
            self._summing.cancel()
            self._summing = None

    def _sum_up(self) -> None:
        """Sum up few bytes at once and many in a worker thread."""
        if self._scope.is_closed:
            return
        if self._length > DIRECT_BYTES:
            self._summing = self._scope.spawn(self._sum_up_many(), name="inspector-checksums")
            return
        try:
            data = self._source.read(self._offset, self._length)
        except OSError as error:
            self._show_checksums([str(error)] * self._checksum_count())
            return
        checksums = Checksums()
        checksums.feed(data)
        self._show_checksums([checksum.digits for checksum in checksums.results()])

    async def _sum_up_many(self) -> None:
        try:
            await self._sum_up_chunks()
        except OSError as error:
            self._show_checksums([str(error)] * self._checksum_count())

    async def _sum_up_chunks(self) -> None:
        checksums = Checksums()
        source, offset, length = self._source, self._offset, self._length
        for start in range(0, length, CHUNK_BYTES):
            # Read here: only the owner of a source knows in which threads it may be read.
            chunk = source.read(offset + start, min(CHUNK_BYTES, length - start))
            await asyncio.to_thread(checksums.feed, chunk)
            percent = 100 * (start + len(chunk)) // length
            self._show_checksums([f"{PENDING} {percent} %"] * self._checksum_count())
        self._show_checksums([checksum.digits for checksum in checksums.results()])

    def _open_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy value"), self.copy_value)
        menu.addAction(self.tr("Copy all values"), self.copy_all)
        menu.popup(self.viewport().mapToGlobal(position))


def _one_line(text: str) -> str:
    """Text with its line breaks and invisible characters as escapes."""
    return format_text(text.encode("utf-8", "replace"))
