"""The event log as a table: every call, result and event, in order."""

from PySide6.QtCore import QObject

from socket_workbench.capture.query import Query
from socket_workbench.capture.records import EventRow
from socket_workbench.capture.window import RowWindow
from socket_workbench_ui.models import row_texts
from socket_workbench_ui.models.capture_table import CENTRE, RIGHT, CaptureTableModel, Column
from socket_workbench_ui.theme import Looks

NUMBER, TIME, ELAPSED, SIGN, SOCKET, EVENT, RESULT, CAUSE, BYTES, PREVIEW = range(10)


class EventLogModel(CaptureTableModel):
    """A window on the capture, all of it or what a filter lets pass."""

    def __init__(self, window: RowWindow, looks: Looks, parent: QObject | None = None) -> None:
        self._started_ns: int | None = None
        super().__init__(window, looks, self._make_columns(), parent)

    def show_query(self, query: Query | None) -> None:
        """Show what `query` lets pass; everything for `None`."""
        self.window.show(query)
        self.empty()

    def _make_columns(self) -> tuple[Column, ...]:
        return (
            Column("#", row_texts.number_text, "10000000", "muted", RIGHT),
            Column(self.tr("Time"), row_texts.time_text, "12:04:30.998120", "muted"),
            Column(self.tr("Elapsed"), self._elapsed, "+12345.123456", "muted", RIGHT),
            Column("", row_texts.sign_of, "→", "", CENTRE),
            Column(self.tr("Socket"), row_texts.socket_text, "server 10", "text"),
            Column(self.tr("Event"), row_texts.event_text, "sockets.tcp.onReceiveError"),
            Column(self.tr("Result"), row_texts.result_text, "-102  CONNECTION_REFUSED"),
            Column(self.tr("Cause"), row_texts.cause_text, "EADDRNOTAVAIL"),
            Column(self.tr("Bytes"), row_texts.bytes_text, "1048576", "text", RIGHT),
            Column(self.tr("Preview"), row_texts.preview_text, "GET / HTTP/1.1"),
        )

    def _elapsed(self, row: EventRow) -> str:
        if self._started_ns is None:
            self._started_ns = self.window.started_ns()
        return row_texts.seconds_text(row.at_ns - self._started_ns)
