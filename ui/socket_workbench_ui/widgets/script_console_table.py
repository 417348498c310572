"""The rows of a script's console: unfolded, followed, copied, and a way to their place."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget
from typing_extensions import override

from socket_workbench_ui.models.script_console import ScriptConsoleModel
from socket_workbench_ui.models.script_rows import SIGN, TEXT, TIME
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.row_table import set_up_rows

ROW_PADDING_PX: Final = 4
LEAST_PX: Final = 40
"""Height that is left where the window is small and much else is shown."""
CELL_PADDING_PX: Final = 26
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScriptConsoleTable(QTableView):
    """Draws a `ScriptConsoleModel`; `tick` is called once per frame."""

    place_wanted = Signal(str, int, int)
    """Source, line and column that the user wants to see."""
    follow_changed = Signal(bool)

    def __init__(
        self, model: ScriptConsoleModel, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scriptConsole")
        self.setAccessibleName(self.tr("Console"))
        self.setMinimumHeight(LEAST_PX)
        self._model, self._looks = model, looks
        self._follows = True
        self.setModel(model)
        self._set_up()
        self.verticalScrollBar().valueChanged.connect(self._notice_scroll)
        looks.changed.connect(self._restyle)
        self._restyle()

    def tick(self) -> bool:
        """Show what is new. Returns whether anything was."""
        grew = self._model.grow()
        if grew and self._follows:
            self.scrollToBottom()
        return grew

    def follow(self, follows: bool) -> None:
        """Keep the newest line in sight, or stay where we are."""
        self._set_follows(follows)
        if follows:
            self.scrollToBottom()

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, or all when none is selected."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        places = chosen or list(range(self._model.rowCount()))
        QGuiApplication.clipboard().setText(self._model.copied(places))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in _ENTER_KEYS:
            if not self._go(place):
                self._model.unfold(place, is_open=not self._model.is_unfolded(place))
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not event.modifiers():
            self._model.unfold(place, is_open=event.key() == Qt.Key.Key_Right)
        elif event.key() == Qt.Key.Key_End:
            self.follow(True)
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if not index.isValid() or not is_plain or len(self.selectionModel().selectedRows()) > 1:
            return
        place = index.row()
        if self._is_on_mark(index, event.position().x()) or self._model.place_of(place) is None:
            self._model.unfold(place, is_open=not self._model.is_unfolded(place))
        else:
            self._go(place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._follows:
            self.scrollToBottom()

    def _is_on_mark(self, index: QModelIndex | QPersistentModelIndex, x: float) -> bool:
        """Whether a point is on the triangle in front of the text."""
        if index.column() != TEXT or not self._model.can_unfold(index.row()):
            return False
        signs = 3 * self._model.depth(index.row()) + 3
        wide = QFontMetrics(self._looks.mono).horizontalAdvance("0") * signs
        return x < self.columnViewportPosition(TEXT) + wide

    def _go(self, place: int) -> bool:
        """Tell where the error of a row is from; false when it is none."""
        found = self._model.place_of(place)
        if found is not None:
            self.place_wanted.emit(found.file, found.line, found.column)
        return found is not None

    def _set_up(self) -> None:
        set_up_rows(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setStretchLastSection(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def _open_menu(self, at: QPoint) -> None:
        place = self.indexAt(at).row()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self.copy_rows)
        if self._model.place_of(place) is not None:
            menu.addAction(self.tr("Go to the place in the script"), lambda: self._go(place))
        if self._model.can_unfold(place):
            is_open = self._model.is_unfolded(place)
            text = self.tr("Fold") if is_open else self.tr("Unfold")
            menu.addAction(text, lambda: self._model.unfold(place, is_open=not is_open))
        menu.popup(self.viewport().mapToGlobal(at))

    def _notice_scroll(self, value: int) -> None:
        """Scrolling up ends following, the end resumes it; growth in between is neither."""
        bar = self.verticalScrollBar()
        if self.isVisible() and (bar.isSliderDown() or self.hasFocus() or self.underMouse()):
            self._set_follows(value >= bar.maximum())

    def _set_follows(self, follows: bool) -> None:
        if follows != self._follows:
            self._follows = follows
            self.follow_changed.emit(follows)

    def _restyle(self) -> None:
        self.setFont(self._looks.mono)
        metrics = QFontMetrics(self._looks.mono)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(metrics.height())
        rows.setDefaultSectionSize(metrics.height() + ROW_PADDING_PX)
        self.setColumnWidth(TIME, metrics.horizontalAdvance("00:00:00.000") + CELL_PADDING_PX)
        self.setColumnWidth(SIGN, metrics.horizontalAdvance("0") + CELL_PADDING_PX)
