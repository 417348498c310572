"""The peers of a panel as a table; the counts are read where they are drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from socket_workbench.panels.datagram_peers import DatagramPeers, Peer
from socket_workbench_ui.numbers import grouped, size_text
from socket_workbench_ui.theme import Looks

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_FOREGROUND = Qt.ItemDataRole.ForegroundRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAME, IN, OUT, BYTES_IN, BYTES_OUT = range(5)
_ROLES = ("text", "received", "sent", "received", "sent")


def tr(text: str) -> str:
    """Translate; outside of a Qt class `lupdate` knows no context, so there is none."""
    return QCoreApplication.translate("", text)


@dataclass(frozen=True, slots=True)
class Counts:
    """Datagrams and bytes of one peer, or of all."""

    datagrams_in: int = 0
    bytes_in: int = 0
    datagrams_out: int = 0
    bytes_out: int = 0


_TEXTS: tuple[Callable[[str, Counts], str], ...] = (
    lambda name, _: name,
    lambda _, counts: grouped(counts.datagrams_in),
    lambda _, counts: grouped(counts.datagrams_out),
    lambda _, counts: size_text(counts.bytes_in),
    lambda _, counts: size_text(counts.bytes_out),
)


class PeerModel(QAbstractTableModel):
    """Row 0 stands for all peers, row n for the n-th that was met."""

    def __init__(self, peers: DatagramPeers, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._peers, self._looks = peers, looks
        self._count = 0
        self._all = Counts()

    def tick(self) -> None:
        """Take in whom the sockets met, and what they counted; called once per frame."""
        self._peers.poll()
        count = len(self._peers.peers)
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count + 1, count)
            self._count = count
            self.endInsertRows()
        counts = _sum(self._peers.peers)
        if counts != self._all:
            self._all = counts
            self.dataChanged.emit(self.index(0, IN), self.index(count, BYTES_OUT))

    def peer(self, row: int) -> Peer | None:
        """The peer in this row; `None` for all of them."""
        return self._peers.peers[row - 1] if 0 < row <= self._count else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else self._count + 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(_TEXTS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("Peer"), "←", "→", tr("Received"), tr("Sent"))[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tips()[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = index.column(), index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[column](self._name(row), self._counts(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(self._name(row), self._counts(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return self._looks.colour(_ROLES[column]) if role == _FOREGROUND else None

    def _name(self, row: int) -> str:
        peer = self.peer(row)
        if peer is None:
            return tr("All peers")
        return peer.text or tr("further peers")

    def _counts(self, row: int) -> Counts:
        peer = self.peer(row)
        return self._all if peer is None else _sum([peer])


def _sum(peers: list[Peer]) -> Counts:
    datagrams_in = bytes_in = datagrams_out = bytes_out = 0
    for peer in peers:
        for part in peer.parts:
            datagrams_in += part.datagrams_in
            bytes_in += part.bytes_in
            datagrams_out += part.datagrams_out
            bytes_out += part.bytes_out
    return Counts(datagrams_in, bytes_in, datagrams_out, bytes_out)


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _LEFT if column == NAME else _RIGHT


def _tips() -> tuple[str, ...]:
    return (
        tr("Who sent datagrams here, or was sent some"),
        tr("Datagrams received"),
        tr("Datagrams sent"),
        tr("Bytes received"),
        tr("Bytes sent"),
    )


def _tip(name: str, counts: Counts) -> str:
    received = tr("received: {count} datagrams, {size}").format(
        count=grouped(counts.datagrams_in), size=size_text(counts.bytes_in)
    )
    sent = tr("sent: {count} datagrams, {size}").format(
        count=grouped(counts.datagrams_out), size=size_text(counts.bytes_out)
    )
    return f"{name}\n{received}\n{sent}"
