"""The calls that were made in a legacy panel, as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from socket_workbench.panels.legacy_state import CallStatus, LegacyCall
from socket_workbench_ui.numbers import decimal
from socket_workbench_ui.texts import code_text
from socket_workbench_ui.theme import Looks

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
SIGN, CODE, RESULT, TIME = range(4)
SIGNS = {
    CallStatus.EARLIER: "·",
    CallStatus.WAITING: "…",
    CallStatus.DONE: "✓",
    CallStatus.FAILED: "✕",
    CallStatus.THROWN: "✕",
    CallStatus.DROPPED: "∅",
}
ROLES = {
    CallStatus.EARLIER: "muted",
    CallStatus.WAITING: "accent",
    CallStatus.DONE: "received",
    CallStatus.FAILED: "error",
    CallStatus.THROWN: "error",
    CallStatus.DROPPED: "warning",
}
MS_PER_S = 1000


class LegacyCallModel(QAbstractTableModel):
    """Oldest first; rows keep their place while calls end and new ones come."""

    def __init__(self, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._calls: list[LegacyCall] = []
        looks.changed.connect(self._redraw)

    def show_calls(self, calls: Sequence[LegacyCall]) -> None:
        """Make the rows agree with the calls, which only go at the beginning."""
        first = calls[0].number if calls else 0
        gone = sum(call.number < first or not calls for call in self._calls)
        if gone:
            self.beginRemoveRows(TOP, 0, gone - 1)
            del self._calls[:gone]
            self.endRemoveRows()
        for row, call in enumerate(calls[: len(self._calls)]):
            if call != self._calls[row]:
                self._calls[row] = call
                self.dataChanged.emit(self.index(row, 0), self.index(row, TIME))
        new = calls[len(self._calls) :]
        if new:
            self.beginInsertRows(TOP, len(self._calls), len(calls) - 1)
            self._calls.extend(new)
            self.endInsertRows()

    def call_at(self, index: Index) -> LegacyCall | None:
        """The call of a row; `None` outside."""
        return self._calls[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._calls)

    @override
    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._headings())

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        call = self.call_at(index)
        return None if call is None else self._of_call(call, index, role)

    def _of_call(self, call: LegacyCall, index: Index, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts(call)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return f"{call.code}\n{self._status_text(call.status)}"
            case Qt.ItemDataRole.ForegroundRole if index.column() in (SIGN, RESULT):
                return self._looks.colour(ROLES[call.status])
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == SIGN:
                return self._status_text(call.status)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case _:
                return self._looks.mono if role == Qt.ItemDataRole.FontRole else None

    def _headings(self) -> tuple[str, ...]:
        return "", self.tr("Call"), self.tr("Result"), self.tr("ms")

    def _texts(self, call: LegacyCall) -> tuple[str, ...]:
        has_time = call.status not in (CallStatus.EARLIER, CallStatus.WAITING, CallStatus.THROWN)
        elapsed = decimal(call.elapsed_s * MS_PER_S, 1) if has_time else ""
        code = call.code.removeprefix("chrome.socket.")
        return SIGNS[call.status], code, self._result(call), elapsed

    def _result(self, call: LegacyCall) -> str:
        if call.status is CallStatus.THROWN:
            return f"TypeError: {call.error}"
        if call.error:
            return call.error
        if call.result_code is not None and (call.result_code < 0 or call.result == "0"):
            return code_text(call.result_code)
        return call.result or self._status_text(call.status)

    def _status_text(self, status: CallStatus) -> str:
        return {
            CallStatus.EARLIER: self.tr("from the session file"),
            CallStatus.WAITING: self.tr("waiting"),
            CallStatus.DONE: self.tr("done"),
            CallStatus.FAILED: self.tr("failed"),
            CallStatus.THROWN: self.tr("refused before it began"),
            CallStatus.DROPPED: self.tr("its callback never runs"),
        }[status]

    def _redraw(self) -> None:
        if self._calls:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._calls) - 1, TIME))


def _alignment(column: int) -> Qt.AlignmentFlag:
    sides = {SIGN: Qt.AlignmentFlag.AlignHCenter, TIME: Qt.AlignmentFlag.AlignRight}
    return sides.get(column, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
