"""The region `adapterTable`: the machine's network adapters, live."""

import json

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QStyle,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.adapters import AdaptersState
from socket_workbench_ui.models.adapters import COLUMNS, AdapterModel, SortedAdapters
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.row_table import set_up_rows

ROW_PADDING_PX = 8
NEEDED_COLUMNS = 2
"""Name and address stay however narrow the region is."""


class AdapterTable(QWidget):
    """Draws an `AdaptersState`; what is to be done with an adapter leaves as a signal."""

    bind_requested = Signal(str)
    """The address to bind to, with its zone where it needs one."""
    multicast_requested = Signal(Adapter)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = AdapterModel(looks, self)
        self._sorted = SortedAdapters(self._model, self)
        self._view, self._notice = QTableView(), QLabel()
        self._copy = self._action(self.tr("Copy"), self._copy_rows)
        self._copy_json = self._action(self.tr("Copy JSON"), self._copy_as_json)
        self._bind = self._action(self.tr("Use as bind address"), self._request_bind)
        self._multicast = self._action(self.tr("Use for multicast"), self._request_multicast)
        self.allow_use(binding=False, multicast=False)
        self._set_up_view()
        self._lay_out()

    def show_state(self, state: AdaptersState) -> None:
        """Make the rows agree with `state`; selection and scroll position stay."""
        self._model.show_adapters(state.adapters)
        self._spare_columns()
        text = self.tr("The adapters cannot be listed: {reason}").format(reason=state.failure)
        self._notice.setText(text if state.failure else "")
        self._notice.setVisible(bool(state.failure))

    def allow_use(self, *, binding: bool, multicast: bool) -> None:
        """Offer in the context menu what the panels can take."""
        self._bind.setVisible(binding)
        self._multicast.setVisible(multicast)

    def selected(self) -> list[Adapter]:
        """The selected rows' adapters, from top to bottom."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        return [self._sorted.adapter(row) for row in rows]

    def context_menu(self) -> QMenu | None:
        """What can be done with the selected rows; `None` when there are none."""
        adapters = self.selected()
        if not adapters:
            return None
        is_one = len(adapters) == 1
        self._bind.setEnabled(is_one)
        self._multicast.setEnabled(is_one and adapters[0].is_multicast is not False)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._copy, self._copy_json, self._bind, self._multicast])
        return menu

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._view.viewport():
            self._spare_columns()
        return super().eventFilter(watched, event)

    def _spare_columns(self) -> None:
        """Show what fits, from the left; the rows' tool tips tell the rest."""
        header, room_px = self._view.horizontalHeader(), self._view.viewport().width()
        for column in range(len(COLUMNS)):
            header.showSection(column)  # a hidden one has no size hint
            width_px = max(self._heading_px(column), self._view.sizeHintForColumn(column))
            header.resizeSection(column, width_px)
            room_px -= width_px
            header.setSectionHidden(column, room_px < 0 and column >= NEEDED_COLUMNS)

    def _heading_px(self, column: int) -> int:
        """Room for the heading, and for the arrow where there is one; Qt reserves it always."""
        header = self._view.horizontalHeader()
        hint_px = header.sectionSizeHint(column)
        arrow_px = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, header)
        return hint_px if column == header.sortIndicatorSection() else hint_px - arrow_px

    def _set_up_view(self) -> None:
        view = self._view
        view.setObjectName("adapterTable")
        view.setAccessibleName(self.tr("Network adapters"))
        view.setModel(self._sorted)
        set_up_rows(view)
        view.setAlternatingRowColors(True)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + ROW_PADDING_PX)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.sortIndicatorChanged.connect(self._spare_columns)
        view.viewport().installEventFilter(self)
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        view.addAction(self._copy)

    def _lay_out(self) -> None:
        self._notice.setObjectName("adapterNotice")
        self._notice.setProperty("role", "error")
        self._notice.setWordWrap(True)
        self._notice.setMargin(ROW_PADDING_PX)
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._view)
        self.setFocusProxy(self._view)

    def _action(self, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def _open_menu(self, position: QPoint) -> None:
        if (menu := self.context_menu()) is not None:
            menu.popup(self._view.viewport().mapToGlobal(position))

    def _copy_rows(self) -> None:
        lines = ["\t".join(column.text(each) for column in COLUMNS) for each in self.selected()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _copy_as_json(self) -> None:
        """As chrome.system.network.getNetworkInterfaces gives them."""
        interfaces = [
            {"name": each.name, "address": each.address, "prefixLength": each.prefix_length}
            for each in self.selected()
        ]
        QGuiApplication.clipboard().setText(json.dumps(interfaces, indent=2))

    def _request_bind(self) -> None:
        for each in self.selected()[:1]:
            self.bind_requested.emit(each.bind_address)

    def _request_multicast(self) -> None:
        for each in self.selected()[:1]:
            self.multicast_requested.emit(each)
