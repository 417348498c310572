"""The region `socketTree`: every live socket, and what can be done with it."""

from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from socket_workbench.capture.records import Totals
from socket_workbench.chrome.live import LiveSocket
from socket_workbench_ui.models.socket_tree import (
    ADDRESS,
    BYTES_IN,
    BYTES_OUT,
    KEY_ROLE,
    NAME,
    SocketTreeModel,
    TitleOf,
)
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.socket_menu import SocketMenu, SocketWishes

WIDEST_COUNT = "999 bytes"


class SocketSource(Protocol):
    """The part of `ChromeApp` that the tree watches."""

    @property
    def revision(self) -> int:
        """Grows whenever the state of any live socket changed."""
        ...

    def live(self) -> tuple[LiveSocket, ...]:
        """All living sockets."""
        ...


class TotalsSource(Protocol):
    """The part of `Capture` that the tree watches."""

    @property
    def changes(self) -> int:
        """Grows whenever something was recorded."""
        ...

    def totals(self, key: int | None = None) -> Totals:
        """What a socket sent and received."""
        ...


class _Elision(QStyledItemDelegate):
    """Leaves out what tells least: of a name the end of the title, of an address the beginning."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        is_address = index.column() == ADDRESS and ":" in option.text
        elide = Qt.TextElideMode
        option.textElideMode = elide.ElideLeft if is_address else elide.ElideRight


class SocketTree(QWidget):
    """Draws the live sockets; every operation leaves as a signal with the socket's key."""

    socket_selected = Signal(object)
    """Key of the selected socket, or `None`."""
    show_panel_requested = Signal(int)
    mirror_requested = Signal(int)
    call_requested = Signal(int, str, tuple)
    """Key, method of the socket's namespace, and the arguments after its id."""

    def __init__(
        self,
        looks: Looks,
        sockets: SocketSource,
        totals: TotalsSource,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sockets, self._totals = sockets, totals
        self._seen_revision, self._seen_changes = -1, -1
        self._selected: int | None = None
        self._awaited: int | None = None
        """Key to select when it appears; a new panel's socket is told before the tree sees it."""
        self._fitted = [0, 0]
        """Widths that the columns of name and address need."""
        self._model, self._view = SocketTreeModel(looks, self), QTreeView()
        self._hint = QLabel(self.tr("No sockets yet. A new TCP client panel makes one."))
        self._set_up_view()
        self._lay_out()
        self._model.rowsInserted.connect(self._expand_new)

    @property
    def selected(self) -> LiveSocket | None:
        """The selected socket."""
        return self._model.socket_at(self._view.currentIndex())

    def name_by(self, title_of: TitleOf) -> None:
        """Name sockets by the present titles of their panels."""
        self._model.name_by(title_of)

    def show_titles(self) -> None:
        """Draw the titles of panels again, of which one is another now."""
        self._model.show_titles()
        self._fit_columns()

    def tick(self) -> None:
        """Follow the sockets if anything changed; cheap, called once per frame."""
        if not self.isVisible():
            return
        revision, changes = self._sockets.revision, self._totals.changes
        if revision != self._seen_revision:
            awaited = self._awaited
            self._model.show_sockets(self._sockets.live())
            self._awaited = awaited  # that a selected socket went is no choice of the user's
            self._stack.setCurrentIndex(1 if self._model.count() else 0)
            self._fit_columns()
            if self._awaited is not None:
                self.select(self._awaited)
            self._tell_selection()
        if (revision, changes) != (self._seen_revision, self._seen_changes):
            self._model.show_totals(self._totals.totals)
        self._seen_revision, self._seen_changes = revision, changes

    def select(self, key: int) -> None:
        """Select a socket, as soon as the tree has it."""
        index = self._model.index_of(key)
        self._awaited = None if index.isValid() else key
        if index.isValid():
            self._view.setCurrentIndex(index)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._view.viewport():
            self._share_room()
        return super().eventFilter(watched, event)

    def _set_up_view(self) -> None:
        view = self._view
        view.setObjectName("socketTree")
        view.setAccessibleName(self.tr("Sockets"))
        view.setModel(self._model)
        view.setUniformRowHeights(True)
        view.setIndentation(14)
        view.setItemDelegate(_Elision(view))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.selectionModel().currentChanged.connect(self._tell_selection)
        view.doubleClicked.connect(self._show_panel)
        view.header().setStretchLastSection(False)
        view.header().setResizeContentsPrecision(
            0
        )  # measures what is visible, not hundreds of rows
        self._count_px = view.fontMetrics().horizontalAdvance(WIDEST_COUNT) + 16
        for column in (BYTES_IN, BYTES_OUT):
            view.setColumnWidth(column, self._count_px)
        view.viewport().installEventFilter(self)

    def _fit_columns(self) -> None:
        """Widen columns for longer texts; a width that the user chose stays until then.

        By hand and once per change: a header that fits itself does it for every row told.
        """
        hints = [
            max(self._view.sizeHintForColumn(column), self._heading_px(column))
            for column in (NAME, ADDRESS)
        ]
        if any(hint > fitted for hint, fitted in zip(hints, self._fitted, strict=True)):
            self._fitted = [max(pair) for pair in zip(hints, self._fitted, strict=True)]
            self._share_room()

    def _share_room(self) -> None:
        """Spare the counts, then shorten texts, where the region is narrow: tool tips tell all."""
        (name_px, address_px), room_px = self._fitted, self._view.viewport().width()
        is_wide = room_px >= name_px + address_px + 2 * self._count_px
        for column in (BYTES_IN, BYTES_OUT):
            self._view.setColumnHidden(column, not is_wide)
        name_px = min(name_px, max(room_px * 2 // 3, room_px - address_px))
        self._view.setColumnWidth(NAME, name_px)
        self._view.setColumnWidth(ADDRESS, min(address_px, room_px - name_px))

    def _heading_px(self, column: int) -> int:
        return self._view.header().sectionSizeHint(column)

    def _lay_out(self) -> None:
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._hint.setMargin(12)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._view)

    def _expand_new(self, parent: QModelIndex, first: int, last: int) -> None:
        """Show new sockets: what was empty opens, what the user closed stays closed."""
        if parent.isValid() and last - first + 1 == self._model.rowCount(parent):
            self._view.expand(parent)
        for row in range(first, last + 1):
            index = self._model.index(row, NAME, parent)
            if self._model.socket_at(index) is None:
                self._view.setFirstColumnSpanned(row, parent, True)

    def _tell_selection(self) -> None:
        selected = self.selected
        key = None if selected is None else selected.key
        if key != self._selected:
            self._selected = key
            self._awaited = None  # the user chose another one meanwhile
            self.socket_selected.emit(key)

    def _show_panel(self, index: QModelIndex) -> None:
        if (key := index.siblingAtColumn(NAME).data(KEY_ROLE)) is not None:
            self.show_panel_requested.emit(key)

    def _open_menu(self, place: QPoint) -> None:
        live = self._model.socket_at(self._view.indexAt(place))
        if live is not None:
            menu = self.menu_for(live)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._view.viewport().mapToGlobal(place))

    def menu_for(self, live: LiveSocket) -> SocketMenu:
        """The operations that a socket's kind has, as it is now."""
        # The row may be a frame old, and groups come and go without a change of the row.
        now = next((one for one in self._sockets.live() if one.key == live.key), live)
        from socket_workbench.panels.mirror import mirror_of_socket  # start-up goes without

        wishes = SocketWishes(
            call=self.call_requested.emit,
            show_panel=self.show_panel_requested.emit,
            mirror=self.mirror_requested.emit if mirror_of_socket(now, "mirror") else None,
        )
        return SocketMenu(now, wishes, self)
