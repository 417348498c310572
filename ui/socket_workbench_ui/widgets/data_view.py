"""The data region: bytes in a hex view, what they mean, and what can be done with them."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.bytesview.hexdump import CopyFormat
from socket_workbench.bytesview.source import ByteSource, BytesSource
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.byte_copier import ByteCopier
from socket_workbench_ui.widgets.byte_find_bar import ByteFindBar
from socket_workbench_ui.widgets.byte_search import ByteSearch
from socket_workbench_ui.widgets.data_inspector import DataInspector
from socket_workbench_ui.widgets.elided_label import ElidedLabel
from socket_workbench_ui.widgets.goto_bar import GoToBar
from socket_workbench_ui.widgets.hex_menus import copy_menu, view_menu
from socket_workbench_ui.widgets.hex_view import HexView
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

MARGIN_PX = 8
SPACING_PX = 6
TOLD_MS = 5000
LEAST_BYTES_PX = 48
"""Two rows and a half."""
WIDE_FACTOR = 1.8
"""From this ratio of width to height on, the inspector stands beside the bytes, not below."""


class DataView(QWidget):
    """Shows one `ByteSource`; the buttons mean the selection, or all where one byte is selected."""

    save_requested = Signal(object, object, object)
    """`ByteSource`, offset and length to be written to a file."""

    def __init__(self, looks: Looks, scope: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataView")
        self.hex_view = HexView(looks)
        self.inspector = DataInspector(looks, scope)
        self.find_bar, self._go_to_bar = ByteFindBar(looks), GoToBar()
        self._search = ByteSearch(self.hex_view, self.find_bar, scope)
        self._copier = ByteCopier(scope, self)
        self._title = ""
        self._heading, self._told = ElidedLabel(), QLabel()
        self._find, self._copy = QPushButton(self.tr("Find")), QPushButton(self.tr("Copy"))
        self._show, self._save = QPushButton(self.tr("View")), QPushButton(self.tr("Save…"))
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._forget = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._name_widgets()
        self._lay_out()
        self._connect()
        self.clear()

    def show_source(self, source: ByteSource, title: str = "", *, text_role: str = "text") -> None:
        """Show other bytes.

        Args:
            source: What to show.
            title: What these bytes are; their number is added. Empty: an ArrayBuffer.
            text_role: The colour of readable characters, `sent` or `received`.
        """
        self._title = title or self.tr("ArrayBuffer")
        self._search.stop()
        self.hex_view.show_source(source, text_role=text_role)
        self._show_size()
        if not self.find_bar.isHidden():
            self._search.restart()

    def refresh(self) -> None:
        """Look at the source again: it may have grown."""
        self.hex_view.refresh()
        self._show_size()

    def clear(self) -> None:
        """Show that there is nothing to show, and what to do about it."""
        self.show_source(BytesSource(b""), self.tr("Data"))

    def open_find(self) -> None:
        """Open the find bar, or go to it."""
        self._find.setChecked(True)
        self.find_bar.show()
        self.find_bar.begin()
        self._search.restart()

    def open_go_to(self) -> None:
        """Open the line that asks for an offset, or go to it."""
        self._go_to_bar.show()
        self._go_to_bar.begin(self.hex_view.selection()[0], self.hex_view.source().size())

    def copy_as(self, form: CopyFormat) -> None:
        """Put the selection, or all where one byte is selected, on the clipboard."""
        self._copier.copy(self.hex_view.source(), *self._stretch(), form)

    @override
    def minimumSizeHint(self) -> QSize:
        # While it lies behind other tabs nobody lays it out: it would claim the height of bytes
        # and inspector one below the other, and small windows would take that from their panels.
        claim = super().minimumSizeHint()
        spare = self._splitter.minimumSizeHint().height() - LEAST_BYTES_PX
        return QSize(claim.width(), claim.height() - max(spare, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() > WIDE_FACTOR * self.height()
        orientation = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if orientation != self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._share_room(is_wide=is_wide)

    def _share_room(self, *, is_wide: bool) -> None:
        """Give the bytes what sixteen in a row take, and the inspector the rest."""
        if is_wide:
            whole_px = self.width() - 2 * MARGIN_PX - self._splitter.handleWidth()
            bytes_px = self.hex_view.sizeHint().width() + 1
        else:
            whole_px = self._splitter.height()
            bytes_px = whole_px * 3 // 5
        self._splitter.setSizes([bytes_px, max(whole_px - bytes_px, 1)])

    def _name_widgets(self) -> None:
        for widget, name, tip in (
            (self._find, "findButton", self.tr("Find text, hex or a regular expression (Ctrl+F)")),
            (self._copy, "copyButton", self.tr("Copy the selection, or everything")),
            (
                self._show,
                "showAsButton",
                self.tr("Go to, bytes per row, grouping, text column"),
            ),
            (self._save, "saveButton", self.tr("Save the selection, or everything, to a file")),
        ):
            widget.setObjectName(name)
            widget.setToolTip(tip)
            widget.setAccessibleDescription(tip)
        self._heading.setObjectName("dataHeading")
        self._heading.setProperty("role", "heading")
        self._told.setProperty("role", "hint")
        self._told.setWordWrap(True)
        self._find.setCheckable(True)
        self._copy.setMenu(copy_menu(self._copy, self.copy_as))
        show = view_menu(self._show, self.hex_view)
        show.addSeparator()
        self._go_to = show.addAction(self.tr("Go to…\tCtrl+G"), self.open_go_to)
        self._show.setMenu(show)
        self.hex_view.set_hint(
            self.tr("Select an event, or a row of a conversation, to see its bytes here.")
        )

    def _lay_out(self) -> None:
        header = WrapLayout()
        header.setSpacing(SPACING_PX)
        header.addWidget(self._heading)
        for button in (self._find, self._copy, self._show, self._save):
            header.addWidget(button)
        self._splitter.addWidget(self.hex_view)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setChildrenCollapsible(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(SPACING_PX)
        column.addLayout(header)
        for bar in (self.find_bar, self._go_to_bar, self._told):
            column.addWidget(bar)
            bar.hide()
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.hex_view.selection_changed.connect(self._inspect)
        self.hex_view.copy_requested.connect(self._copy_selection)
        self.hex_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hex_view.customContextMenuRequested.connect(self._open_menu)
        self._find.clicked.connect(self._toggle_find)
        self._save.clicked.connect(self._request_save)
        self.find_bar.closed.connect(self._close_find)
        self._go_to_bar.offset_chosen.connect(self._go)
        self._go_to_bar.closed.connect(self._close_go_to)
        self._copier.told.connect(self._tell)
        self._forget.timeout.connect(self._told.hide)
        go_to = QShortcut(QKeySequence("Ctrl+G"), self)
        go_to.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        go_to.activated.connect(self.open_go_to)

    def _show_size(self) -> None:
        size = self.hex_view.source().size()
        count = self.tr("1 byte") if size == 1 else self.tr("%1 bytes")
        text = f"{self._title} · {count.replace('%1', grouped(size))}" if size else self._title
        self._heading.setText(text.upper())
        for button in (self._find, self._copy, self._save):
            button.setEnabled(size > 0)
        self._go_to.setEnabled(size > 0)
        self.inspector.setVisible(size > 0)

    def _stretch(self) -> tuple[int, int]:
        offset, length = self.hex_view.selection()
        return (offset, length) if length > 1 else (0, self.hex_view.source().size())

    def _inspect(self, offset: int, length: int) -> None:
        try:
            self.inspector.show_selection(self.hex_view.source(), offset, length)
        except OSError as error:
            self._tell(str(error))

    def _copy_selection(self, form: CopyFormat) -> None:
        self._copier.copy(self.hex_view.source(), *self.hex_view.selection(), form)

    def _request_save(self) -> None:
        self.save_requested.emit(self.hex_view.source(), *self._stretch())

    def _toggle_find(self, is_wanted: bool) -> None:
        if is_wanted:
            self.open_find()
        else:
            self._close_find()

    def _close_find(self) -> None:
        self._search.stop()
        self._find.setChecked(False)
        self.find_bar.hide()
        self.hex_view.setFocus()

    def _close_go_to(self) -> None:
        self._go_to_bar.hide()
        self.hex_view.setFocus()

    def _go(self, offset: int) -> None:
        self.hex_view.go_to(offset)
        self._close_go_to()

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
        self._forget.start()

    def _open_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_bytes = self.hex_view.source().size() > 0
        menu.addMenu(copy_menu(menu, self._copy_selection)).setEnabled(has_bytes)
        menu.addAction(self.tr("Select all"), self.hex_view.select_all).setEnabled(has_bytes)
        menu.addAction(self.tr("Save…"), self._request_save).setEnabled(has_bytes)
        menu.addSeparator()
        menu.addAction(self.tr("Find…"), self.open_find).setEnabled(has_bytes)
        menu.addAction(self.tr("Go to…"), self.open_go_to).setEnabled(has_bytes)
        menu.addMenu(view_menu(menu, self.hex_view))
        menu.popup(self.hex_view.viewport().mapToGlobal(position))
