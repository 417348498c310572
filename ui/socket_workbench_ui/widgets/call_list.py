"""The calls of a legacy panel, and all that is known of the one that is selected."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.bytesview.parsing import format_hex, format_text
from socket_workbench.panels.legacy_state import CallStatus, LegacyCall
from socket_workbench.session.script_entries import LegacyCallEntry
from socket_workbench_ui.models.legacy_calls import CODE, RESULT, SIGN, TIME, LegacyCallModel
from socket_workbench_ui.numbers import size_text
from socket_workbench_ui.texts import code_meaning, code_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.row_table import SelectionMode, set_up_rows

ROW_PADDING_PX = 6
TIME_SAMPLE = "99999.9"
LEAST_DETAIL_LINES = 2
FRAME_PX = 10


class CallList(QWidget):
    """Draws calls with their results; a click fills the form again."""

    chosen = Signal(LegacyCallEntry)
    """The call to be put into the form."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._model = LegacyCallModel(looks, self)
        self._view, self._detail = QTableView(), QPlainTextEdit()
        self._newest = 0
        self._set_up_view()
        self._set_up_detail()
        self._lay_out()
        looks.changed.connect(self._take_looks)
        self._take_looks()
        self._model.dataChanged.connect(self._show_detail)

    def show_calls(self, calls: Sequence[LegacyCall]) -> None:
        """Draw the calls; one that was just made is selected."""
        self._model.show_calls(calls)
        newest = calls[-1].number if calls else 0
        if newest != self._newest:
            self._newest = newest
            self._view.setCurrentIndex(self._model.index(len(calls) - 1, CODE))
            self._view.scrollToBottom()
        self._show_detail()

    def _set_up_view(self) -> None:
        view = self._view
        view.setObjectName("callList")
        view.setAccessibleName(self.tr("Calls"))
        view.setModel(self._model)
        set_up_rows(view, SelectionMode.SingleSelection)
        view.setAlternatingRowColors(True)
        columns = view.horizontalHeader()
        columns.setMinimumSectionSize(24)
        for column in (CODE, RESULT):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        view.selectionModel().currentChanged.connect(self._show_detail)

    def _set_up_detail(self) -> None:
        self._detail.setObjectName("callResult")
        self._detail.setAccessibleName(self.tr("Result of the selected call"))
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setPlaceholderText(self.tr("The result of a call is shown here."))

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._view)
        splitter.addWidget(self._detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.setFocusProxy(self._view)

    def _take_looks(self) -> None:
        self._detail.setFont(self._looks.mono)
        metrics = self._view.fontMetrics()
        rows = self._view.verticalHeader()
        rows.setDefaultSectionSize(metrics.height() + ROW_PADDING_PX)
        self._view.setColumnWidth(SIGN, 28)
        self._view.setColumnWidth(TIME, metrics.horizontalAdvance(TIME_SAMPLE) + 16)
        lines_px = self._detail.fontMetrics().lineSpacing() * LEAST_DETAIL_LINES
        self._detail.setMinimumHeight(lines_px + FRAME_PX)
        self._view.setMinimumHeight(2 * rows.defaultSectionSize() + FRAME_PX)

    def _choose(self, index: QModelIndex) -> None:
        call = self._model.call_at(index)
        if call is not None:
            self.chosen.emit(call.entry)

    def _show_detail(self) -> None:
        call = self._model.call_at(self._view.currentIndex())
        text = "" if call is None else self._detail_text(call)
        if text != self._detail.toPlainText():
            self._detail.setPlainText(text)

    def _detail_text(self, call: LegacyCall) -> str:
        lines = [call.code]
        if call.status is CallStatus.WAITING:
            lines.append(self.tr("waiting; other calls may be made meanwhile"))
        elif call.status is CallStatus.EARLIER:
            lines.append(self.tr("made in an earlier session; Call makes it again"))
        elif call.status is CallStatus.DROPPED:
            lines.append(self.tr("Its callback never runs."))
        elif call.status is CallStatus.THROWN:
            lines.append(f"TypeError: {call.error}")
        lines += self._result_lines(call)
        return "\n".join(lines)

    def _result_lines(self, call: LegacyCall) -> list[str]:
        lines: list[str] = []
        if call.result_code is not None:
            meaning = "" if call.error else code_meaning(call.result_code)
            lines.append(f"{code_text(call.result_code)}  {meaning}".rstrip())
        if call.error and call.status is CallStatus.FAILED:
            lines.append(f"chrome.runtime.lastError.message: {call.error}")
        if call.data:
            lines.append(f"{size_text(call.data_bytes)}: {format_text(call.data)}")
            lines.append(format_hex(call.data))
        if call.result:
            lines.append(json.dumps(json.loads(call.result), indent=2))
        return lines
