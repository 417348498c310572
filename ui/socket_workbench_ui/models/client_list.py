"""A server's clients as a table: all together first, then each, in the order in which they came."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from socket_workbench.capture.records import Totals
from socket_workbench.panels.tcp_server_state import ClientRow, ClientState
from socket_workbench_ui.numbers import decimal, size_text
from socket_workbench_ui.texts import facts_text, peer_text
from socket_workbench_ui.theme import Looks

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
PEER, BYTES_IN, BYTES_OUT, TIME, TLS = range(5)
COLUMNS = 5
ALL_ROW = 0
KEY_ROLE = Qt.ItemDataRole.UserRole
"""Gives the key of a row's client; nothing for all clients."""
MOST_SINGLE_REMOVALS = 50
"""Where more rows go at once, the view begins anew."""
MINUTE_S, HOUR_S = 60, 3600
SIGNS = {ClientState.OPEN: "●", ClientState.FINISHED: "◑", ClientState.LEFT: "○"}
PAUSED_SIGN = "◐"

TotalsOf = Callable[[int], Totals]


class ClientListModel(QAbstractTableModel):
    """Rows are taken over as a whole, once per frame; sizes and times are read when drawn."""

    def __init__(
        self,
        looks: Looks,
        totals_of: TotalsOf,
        parent: QObject | None = None,
        *,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._looks, self._totals_of, self._now_s = looks, totals_of, now_s
        self._rows: tuple[ClientRow, ...] = ()
        self._there = 0
        """Clients that have not left."""
        looks.changed.connect(self._redraw)

    def show_clients(self, rows: Sequence[ClientRow]) -> None:
        """Make the rows agree; selection and scroll position stay."""
        new = tuple(rows)
        self._drop_missing({row.key for row in new})
        before, kept = self._rows, len(self._rows)
        if len(new) > kept:
            self.beginInsertRows(NO_INDEX, kept + 1, len(new))
            self._rows = new
            self.endInsertRows()
        else:
            self._rows = new
        if kept and before != new[:kept]:
            self._tell_changed(PEER)
        self._tell_all_row()

    def refresh(self) -> None:
        """Draw sizes and times again; called a few times a second."""
        self._tell_changed(BYTES_IN)

    def client_at(self, index: Index) -> ClientRow | None:
        """The client of a row; `None` for all clients, and outside."""
        row = index.row() - 1 if index.isValid() else -1
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: int | None) -> int:
        """The row of a client; that of all clients where there is none."""
        places = (place for place, row in enumerate(self._rows, 1) if row.key == key)
        return next(places, ALL_ROW)

    def rows(self) -> tuple[ClientRow, ...]:
        """All clients."""
        return self._rows

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else 1 + len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        headings = (
            self.tr("Client"),
            self.tr("In"),
            self.tr("Out"),
            self.tr("Time"),
            self.tr("TLS"),
        )
        return headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        client = self.client_at(index)
        if client is None:
            return self._all_data(index.column(), role)
        return self._client_data(client, index.column(), role)

    def _all_data(self, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and column == PEER:
            return self.tr("All clients ({n})").format(n=self._there)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Show what all clients say, and send to all of them")
        return None

    def _client_data(self, client: ClientRow, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(client, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(client)
            case Qt.ItemDataRole.AccessibleTextRole if column == PEER:
                return f"{peer_text(client.peer.host, client.peer.port)}, {self.state_text(client)}"
            case Qt.ItemDataRole.ForegroundRole if column != PEER or _has_left(client):
                return self._looks.colour("muted")
            case _ if role == KEY_ROLE:
                return client.key
            case _:
                return None

    def _text(self, client: ClientRow, column: int) -> str:
        match column:
            case 0:
                sign = PAUSED_SIGN if client.is_paused else SIGNS[client.state]
                return f"{sign} {peer_text(client.peer.host, client.peer.port)}"
            case 1:
                return _size(self._totals_of(client.key).bytes_in)
            case 2:
                return _size(self._totals_of(client.key).bytes_out)
            case 3:
                ended_s = self._now_s() if client.ended_s is None else client.ended_s
                return duration_text(ended_s - client.began_s)
            case _:
                return client.tls.removeprefix("TLSv")

    def _tip(self, client: ClientRow) -> str:
        totals = self._totals_of(client.key)
        lines = [
            f"{client.label}: {peer_text(client.peer.host, client.peer.port)}",
            self.state_text(client),
            self.tr("In: {bytes} in {events} events").format(
                bytes=size_text(totals.bytes_in), events=totals.events_in
            ),
            self.tr("Out: {bytes} in {events} calls").format(
                bytes=size_text(totals.bytes_out), events=totals.events_out
            ),
        ]
        if client.tls:
            lines.append(client.tls)
        return "\n".join(lines)

    def state_text(self, client: ClientRow) -> str:
        """What a client does, and why where it has left."""
        if client.state is ClientState.OPEN:
            return self.tr("paused") if client.is_paused else self.tr("connected")
        facts = facts_text(client.code, client.cause)
        if client.state is ClientState.FINISHED:
            return self.tr("has closed its side; can still be sent to ({facts})").format(
                facts=facts
            )
        return self.tr("has left ({facts})").format(facts=facts)

    def _drop_missing(self, keys: set[int]) -> None:
        kept = tuple(row for row in self._rows if row.key in keys)
        if len(self._rows) - len(kept) > MOST_SINGLE_REMOVALS:
            self.beginResetModel()
            self._rows = kept
            self.endResetModel()
            return
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].key not in keys:
                self.beginRemoveRows(NO_INDEX, place + 1, place + 1)
                self._rows = self._rows[:place] + self._rows[place + 1 :]
                self.endRemoveRows()

    def _tell_all_row(self) -> None:
        there = sum(row.state is not ClientState.LEFT for row in self._rows)
        if there != self._there:
            self._there = there
            first = self.index(ALL_ROW, PEER)
            self.dataChanged.emit(first, first)

    def _tell_changed(self, column: int) -> None:
        if self._rows:
            last = self.index(len(self._rows), COLUMNS - 1)
            self.dataChanged.emit(self.index(1, column), last)

    def _redraw(self) -> None:
        self._tell_changed(PEER)


def duration_text(seconds: float) -> str:
    """`0.4 s`, `12 s`, `3:07`, `1:02:03`."""
    if seconds < 10:  # noqa: PLR2004 - a digit more while it tells something
        return f"{decimal(max(0.0, seconds), 1)} s"
    whole = int(seconds)
    if whole < MINUTE_S:
        return f"{whole} s"
    minutes, rest = divmod(whole, MINUTE_S)
    if whole < HOUR_S:
        return f"{minutes}:{rest:02}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def _size(count: int) -> str:
    return size_text(count) if count else ""


def _has_left(client: ClientRow) -> bool:
    return client.state is ClientState.LEFT


def _alignment(column: int) -> Qt.AlignmentFlag:
    is_number = column in (BYTES_IN, BYTES_OUT, TIME)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
