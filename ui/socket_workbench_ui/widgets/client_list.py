"""The clients of a server: choose whom to talk to, pause, disconnect, forget those that left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.panels.tcp_server_state import ClientRow, ClientState
from socket_workbench_ui.models.client_list import (
    ALL_ROW,
    BYTES_IN,
    BYTES_OUT,
    PEER,
    TIME,
    TLS,
    ClientListModel,
    TotalsOf,
)
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.elided_label import ElidedLabel
from socket_workbench_ui.widgets.row_table import set_up_rows

ROW_PADDING_PX = 6
REFRESH_TICKS = 8
"""Sizes and times are drawn again every so many frames."""
WIDEST_PEER = "● 255.255.255.255:65535"
WIDTHS = ("", "999 bytes", "999 bytes", "9:59:59", "1.3")
"""What the columns beside the first must have room for."""
DISPENSABLE = (TLS, TIME, BYTES_OUT, BYTES_IN)
"""Columns that go, one after the other, where there is no room; their facts are in the tip."""
CELL_PADDING_PX = 14
TARGET_FROM_PX = 420
"""Narrower lists leave it to the selected row to say whom one sends to."""


class ClientList(QWidget):
    """Draws `ClientRow`s; every wish leaves as a signal."""

    client_chosen = Signal(object)
    """The key of the client to talk to; `None` for all."""
    pause_requested = Signal(list, bool)
    """Keys, and whether to pause them."""
    disconnect_requested = Signal(list, bool)
    """Keys, and whether with a reset."""
    forget_requested = Signal(list)
    """Keys of clients that have left."""

    def __init__(self, looks: Looks, totals_of: TotalsOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._model = ClientListModel(looks, totals_of, self)
        self._ticks = 0
        self._has_tls = False
        measure = self.fontMetrics().horizontalAdvance
        self._widths = [measure(sample) + CELL_PADDING_PX for sample in WIDTHS]
        self.table, self._clear = QTableView(), QPushButton(self.tr("Clear"))
        self.send_all, self._target = QPushButton(self.tr("Send to all")), ElidedLabel()
        self._set_up_table()
        self._actions = self._make_actions()
        self._lay_out()
        self._select_row(ALL_ROW)
        self.table.selectionModel().currentRowChanged.connect(self._tell_choice)
        self.table.selectionModel().selectionChanged.connect(self._draw_actions)

    def show_clients(self, rows: Sequence[ClientRow]) -> None:
        """Make the rows agree."""
        self._model.show_clients(rows)
        self._has_tls = any(row.tls for row in rows)
        self._share_room()
        self._clear.setEnabled(any(row.state is ClientState.LEFT for row in rows))
        self._draw_actions()

    def show_target(self, text: str) -> None:
        """Say whom the composer sends to."""
        self._target.setText(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self._target.setVisible(self.width() >= TARGET_FROM_PX)
        room = self.width() - self.fontMetrics().horizontalAdvance(WIDEST_PEER) - CELL_PADDING_PX
        shown = [column for column in DISPENSABLE if column != TLS or self._has_tls]
        while shown and sum(self._widths[one] for one in shown) > room:
            shown.pop(0)
        for column in DISPENSABLE:
            if self.table.isColumnHidden(column) is (column in shown):
                self.table.setColumnHidden(column, column not in shown)

    def show_choice(self, key: int | None) -> None:
        """Select the client that is talked to, without telling."""
        row = self._model.row_of(key)
        if row != self.table.currentIndex().row():
            self._select_row(row)

    def tick(self) -> None:
        """Bring sizes and times up to date now and then; called once per frame."""
        self._ticks += 1
        if self._ticks % REFRESH_TICKS == 0 and self.isVisible():
            self._model.refresh()

    def selected(self) -> list[ClientRow]:
        """The selected clients; all of them where the row of all is selected."""
        indexes = self.table.selectionModel().selectedRows()
        if any(index.row() == ALL_ROW for index in indexes):
            return list(self._model.rows())
        found = (self._model.client_at(index) for index in indexes)
        return [client for client in found if client is not None]

    def _set_up_table(self) -> None:
        table = self.table
        table.setObjectName("clientList")
        table.setAccessibleName(self.tr("Clients"))
        table.setModel(self._model)
        set_up_rows(table)
        height = self.fontMetrics().height() + ROW_PADDING_PX
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(height)
        header = table.horizontalHeader()
        header.setSectionResizeMode(PEER, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("0") * 4)
        for column in DISPENSABLE:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, self._widths[column])
        table.setColumnHidden(TLS, True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("CLIENTS"))
        heading.setProperty("role", "heading")
        self._clear.setObjectName("clearClientsButton")
        self._clear.setToolTip(self.tr("Take all clients that have left off the list"))
        self._clear.setEnabled(False)
        self._clear.clicked.connect(self._forget_left)
        self._target.setObjectName("targetLabel")
        self._target.setProperty("role", "hint")
        self.send_all.setObjectName("sendAllButton")
        self.send_all.setToolTip(
            self.tr("Send what the composer holds to every client that is connected")
        )
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(heading)
        bar.addSpacing(8)
        bar.addWidget(self._target, 1)
        bar.addStretch(0)
        bar.addWidget(self._clear)
        bar.addWidget(self.send_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _make_actions(self) -> dict[str, QAction]:
        made = {
            "pauseClient": self._action(self.tr("Pause"), "Space", self.toggle_pause),
            "disconnectClient": self._action(self.tr("Disconnect"), "Del", self._disconnect),
            "resetClient": self._action(
                self.tr("Disconnect with a reset"), "Shift+Del", self._reset
            ),
            "forgetClient": self._action(
                self.tr("Remove from the list"), "Backspace", self._forget
            ),
            "copyPeer": self._action(self.tr("Copy address"), "Ctrl+C", self._copy_peers),
        }
        for name, action in made.items():
            action.setObjectName(name)
        return made

    def _action(self, text: str, key: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self.table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self.table.addAction(action)
        return action

    def _draw_actions(self) -> None:
        chosen = self.selected()
        there = [row for row in chosen if row.state is not ClientState.LEFT]
        is_paused = bool(there) and all(row.is_paused for row in there)
        pause = self._actions["pauseClient"]
        pause.setText(self.tr("Resume") if is_paused else self.tr("Pause"))
        for name in ("pauseClient", "disconnectClient", "resetClient"):
            self._actions[name].setEnabled(bool(there))
        self._actions["forgetClient"].setEnabled(len(there) < len(chosen))
        self._actions["copyPeer"].setEnabled(bool(chosen))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self.table)
        menu.setObjectName("clientMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._actions.values()))
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _select_row(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(row, PEER)
        selection = self.table.selectionModel()
        selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _tell_choice(self) -> None:
        client = self._model.client_at(self.table.currentIndex())
        self.client_chosen.emit(None if client is None else client.key)

    def can_pause(self) -> bool:
        """Whether a client that is there is selected."""
        return self._actions["pauseClient"].isEnabled()

    def toggle_pause(self) -> None:
        """Pause the selected clients, or resume them where all are paused."""
        there = [row for row in self.selected() if row.state is not ClientState.LEFT]
        is_wanted = not all(row.is_paused for row in there)
        self.pause_requested.emit([row.key for row in there], is_wanted)

    def _disconnect(self) -> None:
        self.disconnect_requested.emit([row.key for row in self.selected()], False)

    def _reset(self) -> None:
        self.disconnect_requested.emit([row.key for row in self.selected()], True)

    def _forget(self) -> None:
        self.forget_requested.emit([row.key for row in self.selected()])

    def _forget_left(self) -> None:
        self.forget_requested.emit([row.key for row in self._model.rows()])

    def _copy_peers(self) -> None:
        peers = [peer_text(row.peer.host, row.peer.port) for row in self.selected()]
        QGuiApplication.clipboard().setText("\n".join(peers))
