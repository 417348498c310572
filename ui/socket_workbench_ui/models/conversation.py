"""The conversation of one panel as a table: what was sent and received, in order."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QObject

from socket_workbench.capture import query
from socket_workbench.capture.records import Direction, EventRow
from socket_workbench.capture.window import RowWindow
from socket_workbench_ui.models import row_texts
from socket_workbench_ui.models.capture_table import CENTRE, RIGHT, CaptureTableModel, Column
from socket_workbench_ui.theme import Looks

TIME, SIGN, BYTES, PEER, DATA, TEXT = range(6)


class DataForm(StrEnum):
    """How the data is written."""

    TEXT = "text"
    HEX = "hex"
    BOTH = "both"


class ConversationModel(CaptureTableModel):
    """Rows with data of some sockets; as text, hex or both, stamped absolutely or by the gap."""

    def __init__(self, window: RowWindow, looks: Looks, parent: QObject | None = None) -> None:
        self.form = DataForm.TEXT
        self.stamps_gaps = False
        self._keys: tuple[int, ...] = ()
        self._peers: tuple[str, ...] = ()
        self._listeners: tuple[int, ...] = ()
        self._joins = False
        super().__init__(window, looks, self._make_columns(), parent)
        window.show(self.shown_query())

    @property
    def joins(self) -> bool:
        """Whether consecutive chunks of one direction are one row."""
        return self._joins

    @property
    def keys(self) -> tuple[int, ...]:
        """The sockets whose data is shown."""
        return self._keys

    def shown_query(self, found: str | bytes = "") -> query.Query:
        """What is shown, or what of that has `found` in its data."""
        if self._listeners:
            return query.accepted(self._listeners, found)
        return query.conversation(self._keys, found, peers=self._peers)

    def show_sockets(self, keys: Iterable[int]) -> None:
        """Show the data of these sockets only."""
        keys = tuple(keys)
        if keys != self._keys or self._listeners:
            self._keys, self._listeners = keys, ()
            self._begin()

    def show_accepted(self, listeners: Iterable[int]) -> None:
        """Show the data of every socket that these listening ones accepted, or will."""
        listeners = tuple(listeners)
        if listeners != self._listeners:
            self._keys, self._listeners = (), listeners
            self._begin()

    def show_peers(self, peers: Iterable[str]) -> None:
        """Show only what went to or came from these `host:port`; all of it where there are none."""
        peers = tuple(peers)
        if peers != self._peers:
            self._peers = peers
            self._begin()

    def join_rows(self, joins: bool) -> None:
        """Draw consecutive chunks of one direction as one row, or each on its own."""
        self._joins = joins
        self._begin()

    def show_form(self, form: DataForm) -> None:
        self.form = form
        self._redraw()

    def stamp_gaps(self, stamps_gaps: bool) -> None:
        """Stamp each row with the time since the one before it, or with the time of day."""
        self.stamps_gaps = stamps_gaps
        self._redraw()

    def _begin(self) -> None:
        self.window.show(self.shown_query(), joins=self._joins)
        self.empty()

    def _redraw(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _make_columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Time"), self._time, "12:04:30.998120", "muted"),
            Column("", _sign, "→ ✕", "", CENTRE),
            Column(self.tr("Bytes"), row_texts.bytes_text, "1048576", "muted", RIGHT),
            Column(self.tr("Peer"), _peer, "192.168.1.10:65535", "muted"),
            Column(self.tr("Data"), self._data, "47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31"),
            Column(self.tr("Text"), _text, "GET / HTTP/1.1"),
        )

    def _time(self, row: EventRow) -> str:
        if not self.stamps_gaps:
            return row_texts.time_text(row)
        place = self.window.place_of(row.id)
        before = self.window.row(place - 1) if place else None
        return row_texts.seconds_text(row.at_ns - before.at_ns) if before else ""

    def _data(self, row: EventRow) -> str:
        if self.form is DataForm.TEXT:
            return _text(row)
        shown = row_texts.data_hex(row)
        return _with_failure(row, shown) if self.form is DataForm.HEX else shown


def _peer(row: EventRow) -> str:
    return row.peer


def _text(row: EventRow) -> str:
    return _with_failure(row, row_texts.data_text(row))


def _with_failure(row: EventRow, shown: str) -> str:
    return f"{row_texts.result_text(row)}   {shown}" if row_texts.has_failed(row) else shown


def _sign(row: EventRow) -> str:
    if not row_texts.has_failed(row):
        return row_texts.sign_of(row)
    way = row_texts.SENT if row.direction is Direction.OUT else row_texts.RECEIVED
    return f"{way} {row_texts.FAILED}"
