"""The live sockets as a tree: namespaces, their sockets, and what a server accepted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from socket_workbench.capture.records import Totals
from socket_workbench.chrome.live import LiveSocket
from socket_workbench_ui.numbers import size_text
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks

Index = QModelIndex | QPersistentModelIndex
NAMESPACES = ("sockets.tcp", "sockets.tcpServer", "sockets.udp", "socket")
"""In the order in which the tree shows them."""
LEGACY = "socket"
TOP = QModelIndex()
"""The invalid index, parent of the namespaces."""
ROOT_ID = 0
GROUP_ID = 2**40
"""Ids of groups begin here, far above every socket key."""
NAME, ADDRESS, BYTES_IN, BYTES_OUT = range(4)
KEY_ROLE = Qt.ItemDataRole.UserRole
"""Gives the key of a row's socket; nothing for a namespace."""

TotalsOf = Callable[[int], Totals]
TitleOf = Callable[[int], str]
"""Title of the panel that has the socket of a key; empty where none has."""


class SocketState(StrEnum):
    """What the sign before a socket's name tells."""

    OPEN = "open"
    IDLE = "idle"
    PAUSED = "paused"
    LISTENING = "listening"


SIGNS = {
    SocketState.OPEN: "●",
    SocketState.IDLE: "○",
    SocketState.PAUSED: "◐",
    SocketState.LISTENING: "◉",
}


@dataclass(slots=True, eq=False)
class _Node:
    id: int
    parent: int
    children: list[int] = field(default_factory=list[int])
    namespace: str = ""
    live: LiveSocket | None = None
    totals: Totals = field(default_factory=Totals)


class SocketTreeModel(QAbstractItemModel):
    """Follows the live sockets by single rows, so that selection and expansion stay.

    Row ids are the capture's socket keys, which are never used twice.
    """

    def __init__(self, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._title_of: TitleOf = lambda _: ""
        self._nodes: dict[int, _Node] = {ROOT_ID: _Node(ROOT_ID, ROOT_ID)}
        looks.changed.connect(self._recolour)

    def name_by(self, title_of: TitleOf) -> None:
        """Name sockets by the present titles of their panels; each keeps the one of its making."""
        self._title_of = title_of

    def show_titles(self) -> None:
        """Tell that panels have other titles."""
        self._redraw([Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole])

    def show_sockets(self, sockets: Iterable[LiveSocket]) -> None:
        """Make the rows agree with what lives now."""
        live = {socket.key: socket for socket in sockets}
        for key in [key for key in self._nodes if self._is_socket(key) and key not in live]:
            if key in self._nodes:  # not gone with its server a moment ago
                self._remove_socket(key)
        for socket in sorted(live.values(), key=lambda one: (one.parent is not None, one.key)):
            self._put_socket(socket)
        for group in [node for node in self._nodes.values() if node.id >= GROUP_ID]:
            if not group.children:
                self._remove(group.id)

    def show_totals(self, totals_of: TotalsOf) -> None:
        """Make the byte counts agree with the capture."""
        for parent in tuple(self._nodes.values()):
            changed = [
                row
                for row, child in enumerate(parent.children)
                if self._take_totals(self._nodes[child], totals_of)
            ]
            if changed:  # one signal for all: hundreds of them would cost a frame
                first, last = changed[0], changed[-1]
                self.dataChanged.emit(
                    self.createIndex(first, BYTES_IN, parent.children[first]),
                    self.createIndex(last, BYTES_OUT, parent.children[last]),
                )

    @staticmethod
    def _take_totals(node: _Node, totals_of: TotalsOf) -> bool:
        if node.live is None or (totals := totals_of(node.id)) == node.totals:
            return False
        node.totals = totals
        return True

    def socket_at(self, index: Index) -> LiveSocket | None:
        """The socket of a row; `None` for a namespace and outside."""
        return self._nodes[index.internalId()].live if index.isValid() else None

    def index_of(self, key: int) -> QModelIndex:
        """The row of a socket; invalid when it is not there."""
        return self._index_of(key) if self._is_socket(key) else QModelIndex()

    def count(self) -> int:
        """How many sockets there are."""
        return sum(node.live is not None for node in self._nodes.values())

    @override
    def rowCount(self, parent: Index = TOP) -> int:
        if parent.column() > 0:
            return 0
        return len(self._node(parent).children)

    @override
    def columnCount(self, parent: Index = TOP) -> int:
        return len(self._headings())

    @override
    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    @override
    def parent(  # pyright: ignore[reportIncompatibleMethodOverride] - QObject has one, too
        self, child: Index
    ) -> QModelIndex:
        return self._index_of(self._node(child).parent) if child.isValid() else QModelIndex()

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if node.live is None:
            return self._group_data(node, index.column(), role)
        return self._socket_data(node, node.live, index.column(), role)

    def _group_data(self, node: _Node, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and column == NAME:
            legacy = self.tr("socket (legacy)")
            return legacy if node.namespace == LEGACY else node.namespace
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._looks.colour("muted")
        return None

    def _socket_data(self, node: _Node, live: LiveSocket, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts(node, live)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(node, live)
            case Qt.ItemDataRole.AccessibleTextRole if column == NAME:
                return f"{self._title(live)}, {self._state_text(state_of(live))}"
            case Qt.ItemDataRole.ForegroundRole if column != NAME:
                return self._looks.colour("muted")
            case _ if role == KEY_ROLE:
                return live.key
            case _:
                return None

    def _texts(self, node: _Node, live: LiveSocket) -> tuple[str, str, str, str]:
        return (
            f"{SIGNS[state_of(live)]} {self._title(live)}",
            self._address(live),
            _count_text(node.totals.bytes_in),
            _count_text(node.totals.bytes_out),
        )

    def _address(self, live: LiveSocket) -> str:
        """The far address of a connection, else the bound one, else why there is none."""
        for host, port in (("peerAddress", "peerPort"), ("localAddress", "localPort")):
            if host in live.info:
                return peer_text(live.info[host], live.info[port])
        return self._state_text(SocketState.IDLE)

    def _tip(self, node: _Node, live: LiveSocket) -> str:
        totals = node.totals
        lines = [
            f"{live.identity.namespace} {live.identity.socket_id}: "
            f"{self._state_text(state_of(live))}, {self._address(live)}",
            self.tr("In: {bytes} in {events} events").format(
                bytes=size_text(totals.bytes_in), events=totals.events_in
            ),
            self.tr("Out: {bytes} in {events} calls").format(
                bytes=size_text(totals.bytes_out), events=totals.events_out
            ),
        ]
        if panel := self._panel_of(live):
            lines.insert(1, self.tr("Made by the panel “{title}”").format(title=panel))
        return "\n".join(lines)

    def _panel_of(self, live: LiveSocket) -> str:
        """The present title of its panel; of one that is gone the title that it had."""
        return self._title_of(live.key) or live.identity.panel

    def _title(self, live: LiveSocket) -> str:
        """Its label, and the name that someone gave it or its panel."""
        name = live.info.get("name") or self._panel_of(live)
        return f"{live.identity.label}  {name}" if name else live.identity.label

    def _state_text(self, state: SocketState) -> str:
        return {
            SocketState.OPEN: self.tr("open"),
            SocketState.IDLE: self.tr("not connected"),
            SocketState.PAUSED: self.tr("paused"),
            SocketState.LISTENING: self.tr("listening"),
        }[state]

    def _headings(self) -> tuple[str, str, str, str]:
        return self.tr("Socket"), self.tr("Address"), self.tr("In"), self.tr("Out")

    def _put_socket(self, live: LiveSocket) -> None:
        node = self._nodes.get(live.key)
        parent = self._parent_of(live)
        if node is not None and node.parent != parent:
            self._remove(live.key)  # its server is gone, and it lives on by itself
            node = None
        if node is None:
            self._insert(_Node(live.key, parent, live=live))
        elif node.live != live:
            node.live = live
            row = self._nodes[parent].children.index(live.key)
            last = self.createIndex(row, self.columnCount() - 1, live.key)
            self.dataChanged.emit(self.createIndex(row, NAME, live.key), last)

    def _parent_of(self, live: LiveSocket) -> int:
        if live.parent is not None and live.parent in self._nodes:
            return live.parent
        group_id = GROUP_ID + NAMESPACES.index(live.identity.namespace)
        if group_id not in self._nodes:
            self._insert(_Node(group_id, ROOT_ID, namespace=live.identity.namespace))
        return group_id

    def _insert(self, node: _Node) -> None:
        siblings = self._nodes[node.parent].children
        row = sum(sibling < node.id for sibling in siblings)
        self.beginInsertRows(self._index_of(node.parent), row, row)
        self._nodes[node.id] = node
        siblings.insert(row, node.id)
        self.endInsertRows()

    def _remove_socket(self, key: int) -> None:
        for child in tuple(self._nodes[key].children):
            self._remove(child)  # those that live on come back under their namespace
        self._remove(key)

    def _remove(self, node_id: int) -> None:
        parent = self._nodes[node_id].parent
        siblings = self._nodes[parent].children
        row = siblings.index(node_id)
        self.beginRemoveRows(self._index_of(parent), row, row)
        del siblings[row], self._nodes[node_id]
        self.endRemoveRows()

    def _is_socket(self, node_id: int) -> bool:
        node = self._nodes.get(node_id)
        return node is not None and node.live is not None

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else ROOT_ID]

    def _index_of(self, node_id: int) -> QModelIndex:
        if node_id == ROOT_ID:
            return QModelIndex()
        row = self._nodes[self._nodes[node_id].parent].children.index(node_id)
        return self.createIndex(row, NAME, node_id)

    def _recolour(self) -> None:
        self._redraw([Qt.ItemDataRole.ForegroundRole])

    def _redraw(self, roles: list[int]) -> None:
        for node in self._nodes.values():
            if node.children:
                first = self.createIndex(0, NAME, node.children[0])
                row = len(node.children) - 1
                last = self.createIndex(row, self.columnCount() - 1, node.children[-1])
                self.dataChanged.emit(first, last, roles)


def state_of(live: LiveSocket) -> SocketState:
    """Which sign a socket gets."""
    is_open = live.is_listening or "localAddress" in live.info or bool(live.info.get("connected"))
    if not is_open:
        return SocketState.IDLE
    if live.info.get("paused"):
        return SocketState.PAUSED
    return SocketState.LISTENING if live.is_listening else SocketState.OPEN


def _count_text(count: int) -> str:
    return size_text(count) if count else ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    is_number = column in (BYTES_IN, BYTES_OUT)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
