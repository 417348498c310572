"""The tabs of the open panels: closable, movable, renamable."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QTabBar, QTabWidget, QToolButton, QWidget
from typing_extensions import override

from socket_workbench_ui.theme import Looks

CLOSE_BUTTON_PX = 20


class RenamableTabBar(QTabBar):
    """A tab bar whose titles are edited in place by double click or F2."""

    renamed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor: QLineEdit | None = None
        self._edited_index = -1

    def edit_title(self, index: int) -> None:
        """Open the editor over the tab's title; Enter takes it, Escape leaves it."""
        if index < 0:
            return
        self._drop_editor()
        editor = QLineEdit(self.tabText(index), self)
        editor.setObjectName("tabTitleEdit")
        editor.setAccessibleName(self.tr("Panel title"))
        editor.setGeometry(self._editor_rect(index))
        editor.editingFinished.connect(self._take_title)
        editor.selectAll()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor, self._edited_index = editor, index

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_title(self.tabAt(event.position().toPoint()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._editor is not None and event.key() == Qt.Key.Key_Escape:
            self._drop_editor()
        else:
            super().keyPressEvent(event)

    def _editor_rect(self, index: int) -> QRect:
        rect = self.tabRect(index)
        rect.setWidth(max(rect.width(), 160))
        return rect

    def _take_title(self) -> None:
        if self._editor is None:
            return
        title, index = self._editor.text().strip(), self._edited_index
        self._drop_editor()
        if title and title != self.tabText(index):
            self.renamed.emit(index, title)

    def _drop_editor(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            editor.deleteLater()


class PanelTabs(QTabWidget):
    """Holds one page per panel; asks before it closes one, tells when one is renamed."""

    close_requested = Signal(QWidget)
    renamed = Signal(QWidget, str)
    menu_requested = Signal(QPoint)
    """The menu of the current tab, at this place of the screen."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setObjectName("panelTabs")
        self.setAccessibleName(self.tr("Panels"))
        self._bar = RenamableTabBar(self)
        self._bar.setUsesScrollButtons(True)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._bar.renamed.connect(self._tell_rename)
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._bar.customContextMenuRequested.connect(self._ask_menu)
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self.setMovable(True)
        looks.changed.connect(self._draw_icons)

    def rename_current(self) -> None:
        """Let the user edit the current tab's title."""
        self._bar.edit_title(self.currentIndex())

    def step(self, by: int) -> None:
        """Go `by` tabs to the right, round the end."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    @override
    def tabInserted(self, index: int) -> None:
        page = self.widget(index)
        button = QToolButton()
        button.setObjectName("closeTabButton")
        button.setProperty("role", "flat")
        button.setIcon(self._looks.icon("x"))
        button.setFixedSize(CLOSE_BUTTON_PX, CLOSE_BUTTON_PX)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W is the keyboard's way
        button.setAccessibleName(self.tr("Close {title}").format(title=self.tabText(index)))
        button.setToolTip(self.tr("Close this panel and its socket (Ctrl+W)"))
        button.clicked.connect(lambda: self.close_requested.emit(page))
        self.setTabToolTip(index, self.tabText(index))  # whole, where the tab shortens it
        self._bar.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def _draw_icons(self) -> None:
        for index in range(self.count()):
            button = self._bar.tabButton(index, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(self._looks.icon("x"))

    def _ask_menu(self, place: QPoint) -> None:
        """The tab under the mouse comes to the front, for the menu acts on what is there."""
        index = self._bar.tabAt(place)
        if index >= 0:
            self.setCurrentIndex(index)
            self.menu_requested.emit(self._bar.mapToGlobal(place))

    def _tell_rename(self, index: int, title: str) -> None:
        self.setTabText(index, title)
        self.setTabToolTip(index, title)
        self.renamed.emit(self.widget(index), title)
