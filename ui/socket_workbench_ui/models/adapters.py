"""The network adapters as a table, one row per address; rows come and go one by one."""

import ipaddress
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from socket_workbench.net.adapters import Adapter
from socket_workbench_ui.theme import Looks

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
MBIT_PER_GBIT = 1000


def tr(text: str) -> str:
    """Translate; outside of a Qt class `lupdate` knows no context, so there is none."""
    return QCoreApplication.translate("", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: pure functions for its heading, tip, texts and order."""

    heading: Callable[[], str]
    tip: Callable[[], str]
    text: Callable[[Adapter], str]
    order: Callable[[Adapter], Any]
    """What to sort by before the rows' usual order; of one type per column."""
    is_number: bool = False


def _natural(name: str) -> list[tuple[str, int]]:
    """So that eth2 comes before eth10."""
    return [(word, int(digits or 0)) for word, digits in re.findall(r"(\D*)(\d*)", name)]


def _numeric(adapter: Adapter) -> tuple[int, int]:
    address = ipaddress.ip_address(adapter.address)
    return address.version, int(address)


def _usual(adapter: Adapter) -> tuple[Any, ...]:
    return _natural(adapter.name), adapter.name, _numeric(adapter)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _speed(value: int | None) -> str:
    if value is None:
        return ""
    if value >= MBIT_PER_GBIT:
        return tr("{number} Gbit/s").format(number=f"{value / MBIT_PER_GBIT:g}")
    return tr("{number} Mbit/s").format(number=value)


def _yes(value: bool | None) -> str:
    return "" if value is None else tr("yes") if value else tr("no")


COLUMNS = (
    Column(
        heading=lambda: tr("name"),
        tip=lambda: tr("What the system calls the adapter"),
        text=lambda each: each.name,
        order=lambda each: _natural(each.name),
    ),
    Column(
        heading=lambda: tr("address"),
        tip=lambda: tr("One of the adapter's IP addresses"),
        text=lambda each: each.address,
        order=_numeric,
    ),
    Column(
        heading=lambda: tr("prefixLength"),
        tip=lambda: tr("Leading bits of the address that its whole network shares"),
        text=lambda each: str(each.prefix_length),
        order=lambda each: each.prefix_length,
        is_number=True,
    ),
    Column(
        heading=lambda: tr("family"),
        tip=lambda: tr("IPv4 or IPv6"),
        text=lambda each: each.family.value,
        order=lambda each: each.family.value,
    ),
    Column(
        heading=lambda: tr("state"),
        tip=lambda: tr("Whether the adapter is up and has a network"),
        text=lambda each: tr("up") if each.is_up else tr("down"),
        order=lambda each: not each.is_up,
    ),
    Column(
        heading=lambda: tr("MAC"),
        tip=lambda: tr("Hardware address"),
        text=lambda each: each.mac,
        order=lambda each: each.mac,
    ),
    Column(
        heading=lambda: tr("MTU"),
        tip=lambda: tr("Bytes of the largest packet"),
        text=lambda each: _number(each.mtu),
        order=lambda each: each.mtu or 0,
        is_number=True,
    ),
    Column(
        heading=lambda: tr("speed"),
        tip=lambda: tr("What the link can carry, where the system tells"),
        text=lambda each: _speed(each.speed_mbit),
        order=lambda each: each.speed_mbit or 0,
        is_number=True,
    ),
    Column(
        heading=lambda: tr("loopback"),
        tip=lambda: tr("Whether it reaches this machine only"),
        text=lambda each: _yes(each.is_loopback),
        order=lambda each: each.is_loopback,
    ),
    Column(
        heading=lambda: tr("multicast"),
        tip=lambda: tr("Whether it takes multicast, where the system tells"),
        text=lambda each: _yes(each.is_multicast),
        order=lambda each: (each.is_multicast is None, each.is_multicast is False),
    ),
)


class AdapterModel(QAbstractTableModel):
    """Holds the latest list; rows stay where they are while others come and go."""

    def __init__(self, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._rows: list[Adapter] = []
        looks.changed.connect(self._repaint)

    def show_adapters(self, adapters: Sequence[Adapter]) -> None:
        """Remove what is gone, change what differs, append what is new."""
        latest = {_key(each): each for each in adapters}
        for row in reversed(range(len(self._rows))):
            if _key(self._rows[row]) not in latest:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, old in enumerate(self._rows):
            if (new := latest.pop(_key(old))) != old:
                self._rows[row] = new
                self._tell_changed(row, row)
        if latest:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(latest) - 1)
            self._rows += latest.values()
            self.endInsertRows()

    def adapter(self, row: int) -> Adapter:
        """The adapter in a row of this model."""
        return self._rows[row]

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading()
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip()
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        adapter, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(adapter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _all_texts(adapter)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._looks.colour("text" if adapter.is_up else "muted")
        return None

    def _repaint(self) -> None:
        if self._rows:
            self._tell_changed(0, len(self._rows) - 1)

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))


class SortedAdapters(QSortFilterProxyModel):
    """Sorts by a column's order, and by name and address where that leaves a choice."""

    def __init__(self, source: AdapterModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.setSourceModel(source)

    def adapter(self, row: int) -> Adapter:
        """The adapter in a row as sorted."""
        return self._source.adapter(self.mapToSource(self.index(row, 0)).row())

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        order = COLUMNS[source_left.column()].order
        left = self._source.adapter(source_left.row())
        right = self._source.adapter(source_right.row())
        return (order(left), _usual(left)) < (order(right), _usual(right))


def _key(adapter: Adapter) -> tuple[str, str]:
    return adapter.name, adapter.address


def _all_texts(adapter: Adapter) -> str:
    """What the columns tell, for those that a narrow table spares."""
    texts = ((column.heading(), column.text(adapter)) for column in COLUMNS)
    return "\n".join(f"{heading}: {text}" for heading, text in texts if text)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
