"""The event log: a filter line, how much is shown and happens, and the rows."""

import time
from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from socket_workbench.capture.conditions import NAMESPACES
from socket_workbench.capture.records import EventRow, SocketIdentity, Totals
from socket_workbench.panels.rates import Rate
from socket_workbench_ui.models.event_log import CAUSE, ELAPSED, NUMBER, EventLogModel
from socket_workbench_ui.models.row_texts import time_text
from socket_workbench_ui.numbers import grouped, size_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.capture_table_view import CaptureTableView
from socket_workbench_ui.widgets.event_filter import EventFilter
from socket_workbench_ui.widgets.row_copying import add_row_copying

FILTER_WIDTH_PX = 300
NARROW_PX = 1000
"""Below this width the preview needs the room of `SPARED_WHEN_NARROW`."""
SPARED_WHEN_NARROW = (NUMBER, CAUSE)


class EventLogView(QWidget):
    """Draws an `EventLogModel`; `tick` is called once per frame."""

    event_selected = Signal(int)

    def __init__(
        self,
        model: EventLogModel,
        looks: Looks,
        totals: Callable[[], Totals] = Totals,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._totals = totals
        self._byte_rate, self._event_rate = Rate(), Rate()
        self._shown, self._rates, self._problem = QLabel(), QLabel(), QLabel()
        self._filter = EventFilter(self._problem)
        self._follow = QPushButton(self.tr("Follow"))
        self.table = CaptureTableView(model, looks)
        self._is_narrow = False
        self._set_up()
        self._lay_out()
        self._connect()

    def tick(self) -> None:
        """Show what is new; next to no work when nothing is."""
        if self.table.tick():
            self._show_count()
        self._show_rates()

    def show_event(self, event_id: int) -> bool:
        """Make the event's row current; false when the filter hides it."""
        return self.table.show_event(event_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW_PX
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for column in SPARED_WHEN_NARROW:
                self.table.setColumnHidden(column, is_narrow)

    def close_files(self) -> None:
        """End the worker and give the capture's file back."""
        self._model.window.close()

    def _set_up(self) -> None:
        self.table.setObjectName("eventLog")
        self.table.setAccessibleName(self.tr("Event log"))
        self.table.setColumnHidden(ELAPSED, True)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns = self.table.horizontalHeader()
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._follow.setObjectName("followButton")
        self._follow.setCheckable(True)
        self._follow.setChecked(True)
        self._follow.setToolTip(self.tr("Keep the newest row in sight (End)"))
        self._filter.setMinimumWidth(FILTER_WIDTH_PX // 2)
        self._filter.setMaximumWidth(2 * FILTER_WIDTH_PX)
        self._shown.setObjectName("eventCount")
        for label in (self._shown, self._rates):
            label.setProperty("role", "hint")

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(12)
        bar.addWidget(self._shown)
        bar.addWidget(self._rates)
        bar.addStretch(1)
        bar.addWidget(self._filter, 2)
        bar.addWidget(self._follow)
        self._problem.setContentsMargins(8, 0, 8, 6)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._problem)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._filter.query_changed.connect(self._model.show_query)
        self._follow.toggled.connect(self.table.follow)
        self.table.follow_changed.connect(self._follow.setChecked)
        self.table.event_selected.connect(self.event_selected)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.horizontalHeader().customContextMenuRequested.connect(self._open_columns_menu)

    def focus_filter(self) -> None:
        """Let the user type a filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _show_count(self) -> None:
        shown, total = grouped(self._model.rowCount()), grouped(self._model.window.total)
        text = self.tr("{shown} of {total} shown").format(shown=shown, total=total)
        searching = self.tr("(searching)")
        self._shown.setText(f"{text} {searching}" if self._is_searching() else text)

    def _is_searching(self) -> bool:
        return self._model.window.is_searching

    def _show_rates(self) -> None:
        totals, now_s = self._totals(), time.monotonic()
        bytes_per_s = self._byte_rate.take(totals.bytes_in + totals.bytes_out, now_s)
        events_per_s = self._event_rate.take(self._model.window.total, now_s)
        text = ""
        if bytes_per_s or events_per_s:
            text = self.tr("{size}/s   {events} events/s").format(
                size=size_text(bytes_per_s), events=grouped(round(events_per_s))
            )
        if text != self._rates.text():
            self._rates.setText(text)

    def _open_menu(self, place: QPoint) -> None:
        row = self.table.current_row()
        if row is None:
            return
        menu = self.menu_for(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def menu_for(self, row: EventRow) -> QMenu:
        """What can be done with the current row, and with all that are selected."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy rows"), self.table.copy_rows)
        menu.addAction(self.tr("Copy as JSON"), lambda: copy_json(row))
        add_row_copying(menu, self.table, self._model.window)
        menu.addSeparator()
        if row.socket is not None:
            term = socket_term(row.socket)
            menu.addAction(self.tr("Only this socket"), lambda: self._filter.narrow(term))
        menu.addAction(self.tr("Only this event"), lambda: self._filter.narrow(f"event:{row.name}"))
        return menu

    def _open_columns_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number in (NUMBER, ELAPSED, CAUSE):
            action = menu.addAction(self._model.columns[number].heading)
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(number))
            action.toggled.connect(partial(self._show_column, number))
        menu.popup(self.table.horizontalHeader().mapToGlobal(place))

    def _show_column(self, number: int, is_shown: bool) -> None:
        self.table.setColumnHidden(number, not is_shown)


def socket_term(socket: SocketIdentity) -> str:
    """The filter's term for one socket."""
    names = {namespace: name for name, namespace in reversed(NAMESPACES.items())}
    return f"socket:{names[socket.namespace]}/{socket.socket_id}"


def copy_json(row: EventRow) -> None:
    """Put one row on the clipboard, with what its JSON texts hold."""
    fields = {
        "id": row.id,
        "time": time_text(row),
        "wallNs": row.wall_ns,
        "socket": row.socket.label if row.socket else None,
        "event": row.name,
        "arguments": _value(row.arguments),
        "peer": row.peer or None,
        "code": row.code,
        "cause": row.cause or None,
        "result": _value(row.result),
        "bytes": row.size_bytes,
        "headHex": row.head.hex(),
    }
    text = msgspec.json.format(msgspec.json.encode(fields), indent=2).decode()
    QGuiApplication.clipboard().setText(text)


def _value(text: str) -> object:
    try:
        return msgspec.json.decode(text) if text else None
    except msgspec.DecodeError:
        return text
