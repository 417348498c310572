"""The conversation of a panel: what was sent and received, as text, hex or both."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.bytesview.parsing import format_hex, format_text
from socket_workbench.capture.scan import Scan
from socket_workbench_ui.models.conversation import DATA, PEER, TEXT, ConversationModel, DataForm
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.capture_table_view import LEAST_PX, CaptureTableView
from socket_workbench_ui.widgets.find_bar import FindBar, hit_after
from socket_workbench_ui.widgets.highlight_delegate import HighlightDelegate
from socket_workbench_ui.widgets.row_copying import add_row_copying

PEERS_FROM_PX = 500
"""In a narrower conversation no room is left for data beside the peers."""


class ConversationView(QWidget):
    """Draws a `ConversationModel`; `tick` is called once per frame."""

    event_selected = Signal(int)
    form_changed = Signal(str)
    """The user chose `text`, `hex` or `both`."""

    def __init__(
        self, model: ConversationModel, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conversation")
        self._model = model
        self._tells_peers = False
        self._hits: Scan | None = None
        self.table = CaptureTableView(model, looks)
        self._marks = HighlightDelegate(model, looks, self.table)
        self._find_bar = FindBar()
        self._forms = QButtonGroup(self)
        self._gaps = self._switch(self.tr("Gaps"), self.tr("Time since the row before"))
        self._gaps.setObjectName("gapsButton")
        self._join = self._switch(
            self.tr("Join"), self.tr("Draw consecutive chunks of one direction as one row")
        )
        self._join.setObjectName("joinButton")
        self._find = self._switch(self.tr("Find"), self.tr("Find in the data (Ctrl+F)"))
        self._set_up()
        self._lay_out()
        self._connect()
        self.show_form(DataForm.TEXT)

    def tick(self) -> None:
        """Show what is new; next to no work when nothing is."""
        self.table.tick()
        if self._hits is not None:
            self._hits.poll(self._model.window.total)
            self._show_hits()

    def show_sockets(self, keys: Iterable[int]) -> None:
        """Show the data of these sockets only."""
        self._model.show_sockets(keys)

    def show_accepted(self, listeners: Iterable[int]) -> None:
        """Show the data of every socket that these listening ones accepted, or will."""
        self._model.show_accepted(listeners)

    def show_peers(self, peers: Iterable[str]) -> None:
        """Show only what went to or came from these `host:port`; all of it where there are none."""
        self._model.show_peers(peers)

    def show_peer_column(self, is_shown: bool) -> None:
        """Say in each row who sent it or was sent it, where there is room beside the data."""
        self._tells_peers = is_shown
        self._share_room()

    def show_form(self, form: DataForm) -> None:
        """Write the data as text, hex or both."""
        self._model.show_form(form)
        button = self._forms.button(list(DataForm).index(form))
        button.setChecked(True)
        self.table.setColumnHidden(TEXT, form is not DataForm.BOTH)
        self._share_room()

    def show_rows(self, *, stamps_gaps: bool, joins_chunks: bool) -> None:
        """Stamp rows by the gap or by the time of day; join chunks of one direction, or not."""
        self._gaps.setChecked(stamps_gaps)
        self._join.setChecked(joins_chunks)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Half for the hex beside the text; alone, the data takes what is left, and no more."""
        has_room = self.width() >= PEERS_FROM_PX
        self.table.setColumnHidden(PEER, not (self._tells_peers and has_room))
        is_alone = self.table.isColumnHidden(TEXT)
        self.table.setColumnWidth(DATA, LEAST_PX if is_alone else self.width() // 2)

    def show_event(self, event_id: int) -> bool:
        """Make the event's row current; false when it is none of this conversation."""
        return self.table.show_event(event_id)

    def open_find(self) -> None:
        """Open the find bar, or go to it; the window's Ctrl+F."""
        self._find.setChecked(True)
        self._find_bar.open()

    def close_files(self) -> None:
        """End the workers and give the capture's file back."""
        self._stop_finding()
        self._model.window.close()

    def _set_up(self) -> None:
        self.table.setObjectName("conversationTable")
        self.table.setAccessibleName(self.tr("Conversation"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._find_bar.hide()
        labels = (self.tr("Text"), self.tr("Hex"), self.tr("Both"))
        for number, label in enumerate(labels):
            button = QPushButton(label)
            button.setCheckable(True)
            self._forms.addButton(button, number)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("CONVERSATION"))
        heading.setProperty("role", "heading")
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(heading)
        bar.addStretch(1)
        for switch in (self._gaps, self._join, self._find):
            bar.addWidget(switch)
        bar.addSpacing(12)
        for button in self._forms.buttons():
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._find_bar)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._forms.buttonClicked.connect(self._choose_form)
        self._gaps.toggled.connect(self._model.stamp_gaps)
        self._join.toggled.connect(self._model.join_rows)
        self._find.toggled.connect(self._open_find)
        self._find_bar.closed.connect(self._leave_find)
        self._find_bar.needle_changed.connect(self._look_for)
        self._find_bar.step_wanted.connect(self._step)
        self.table.event_selected.connect(self.event_selected)
        self.table.customContextMenuRequested.connect(self._open_menu)

    def _open_menu(self, place: QPoint) -> None:
        if self.table.current_row() is not None:
            menu = self.row_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def row_menu(self) -> QMenu:
        """What can be taken along of the selected rows."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy rows"), self.table.copy_rows)
        add_row_copying(menu, self.table, self._model.window)
        return menu

    def _choose_form(self, button: QAbstractButton) -> None:
        form = list(DataForm)[self._forms.id(button)]
        self.show_form(form)
        self.form_changed.emit(form.value)

    def _open_find(self, is_wanted: bool) -> None:
        if is_wanted:
            self._find_bar.open()
        elif not self._find_bar.isHidden():
            self._find_bar.dismiss()

    def _leave_find(self) -> None:
        self._find.setChecked(False)
        self.table.setFocus()

    def _look_for(self, needle: bytes) -> None:
        self._stop_finding()
        self._marks.mark(*(shown for form in (format_text, format_hex) if (shown := form(needle))))
        # A delegate in Python is called for every cell in sight: only while there are hits to mark.
        painter = self._marks if needle else self.table.itemDelegate()
        for column in (DATA, TEXT):
            self.table.setItemDelegateForColumn(column, painter)
        self.table.viewport().update()
        if needle:
            self._hits = Scan(self._model.window.path, self._model.shown_query(_searched(needle)))

    def _stop_finding(self) -> None:
        if self._hits is not None:
            self._hits.close()
            self._hits = None
        self._find_bar.show_count(0, 0, is_searching=False)

    def _step(self, step: int) -> None:
        row = self.table.current_row()
        hits = self._hit_ids()
        found = hit_after(hits, row.id if row else 0, step)
        if found is not None:
            self.table.show_event(found)
            self._show_hits()

    def _show_hits(self) -> None:
        if self._hits is None:
            return
        hits, row = self._hit_ids(), self.table.current_row()
        at = bisect_left(hits, row.id) if row else len(hits)
        place = at + 1 if row and at < len(hits) and hits[at] == row.id else 0
        is_searching = self._hits.scanned < self._model.window.total
        self._find_bar.show_count(place, len(hits), is_searching=is_searching)

    def _hit_ids(self) -> "array[int]":
        return self._hits.ids if self._hits is not None else array("q")

    def _switch(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setToolTip(tip)
        return button


def _searched(needle: bytes) -> str | bytes:
    """Text is found in upper and lower case; what is no text only as it is."""
    try:
        return needle.decode()
    except UnicodeDecodeError:
        return needle
