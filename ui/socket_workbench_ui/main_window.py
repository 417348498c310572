"""The main window: toolbar, menus, docks around the panels, status bar. It decides nothing."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench_ui.actions import Commands
from socket_workbench_ui.dock_layout import DockLayout
from socket_workbench_ui.panel_kinds import KINDS
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.tool_bar import ToolBar
from socket_workbench_ui.widgets.message_bar import MessageBar
from socket_workbench_ui.widgets.panel_tabs import PanelTabs
from socket_workbench_ui.widgets.start_page import StartPage
from socket_workbench_ui.widgets.status_line import StatusLine

FILE_SUFFIXES = (".swb", ".swcap")
FIRST_SIZE = QSize(1440, 900)


@dataclass(frozen=True, slots=True)
class Regions:
    """The widgets of the docks around the panels."""

    socket_tree: QWidget
    adapters: QWidget
    socket_info: QWidget
    data: QWidget
    event_log: QWidget
    throughput: QWidget


class MainWindow(QMainWindow):
    """Draws the regions; every wish of the user leaves as a signal or an action."""

    close_wanted = Signal()
    """The user wants to close the window; `leave` does it."""
    left = Signal()
    """The window is closed."""
    files_dropped = Signal(list)
    """`list[Path]` of session or capture files."""
    painted = Signal()
    """The window is on the screen for the first time, and takes input."""

    def __init__(self, looks: Looks, regions: Regions, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setMinimumSize(640, 480)
        self.resize(FIRST_SIZE)
        self.setAcceptDrops(True)
        self.commands = Commands(self, looks)
        self.messages = MessageBar(looks)
        self.start_page = StartPage(looks)
        self.tabs = PanelTabs(looks)
        self.status = StatusLine()
        self.recent_menu = QMenu(self.tr("Open &recent"), self)
        self._may_leave = self._is_painted = False
        self._centre = QStackedWidget()
        self._docks = self._build_docks(regions)
        self._build_centre()
        self.tool_bar = ToolBar(self.commands, looks, self)
        self.addToolBar(self.tool_bar)
        self._build_menus()
        self.setStatusBar(self.status)
        self.layout_of_docks = DockLayout(self, self._docks, settings)
        self.commands["resetLayout"].triggered.connect(self.layout_of_docks.reset)
        self._follow_tabs()

    def regions_in_order(self) -> list[QWidget]:
        """What F6 steps through: the panel, then every dock that can be seen, as they are read."""
        shown = [dock for dock in self._docks.values() if not dock.visibleRegion().isEmpty()]
        return [self._centre, *(dock.widget() for dock in shown)]

    def raise_region(self, name: str) -> None:
        """Bring a dock to the front, open it if it was closed."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()

    def show_start_page(self) -> None:
        """Show the worked examples, also while panels are open."""
        self._centre.setCurrentWidget(self.start_page)

    def show_panels(self) -> None:
        """Show the panels, or the start page where there is none."""
        self._follow_tabs()

    def leave(self) -> None:
        """Close the window for good; it has been asked about."""
        self.layout_of_docks.save()
        self._may_leave = True
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_leave:
            event.accept()
            self.left.emit()
        else:
            event.ignore()
            self.close_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.layout_of_docks.follow_width(event.size().width())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)  # what lies in it is painted after it

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if files := _dropped_files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _follow_tabs(self) -> None:
        self._centre.setCurrentWidget(self.tabs if self.tabs.count() else self.start_page)

    def _build_centre(self) -> None:
        self._centre.addWidget(self.start_page)
        self._centre.addWidget(self.tabs)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.messages)
        column.addWidget(self._centre, 1)
        self.setCentralWidget(centre)

    def _build_docks(self, regions: Regions) -> dict[str, QDockWidget]:
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        return {
            "socketTree": self._dock("socketTree", self.tr("Sockets"), regions.socket_tree),
            "adapterTable": self._dock(
                "adapterTable", self.tr("Network adapters"), regions.adapters
            ),
            "socketInfo": self._dock("socketInfo", self.tr("SocketInfo"), regions.socket_info),
            "data": self._dock("data", self.tr("Data"), regions.data),
            "eventLog": self._dock("eventLog", self.tr("Event log"), regions.event_log),
            "throughputGraph": self._dock(
                "throughputGraph", self.tr("Throughput"), regions.throughput
            ),
        }

    def _dock(self, name: str, title: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"{name}Dock")
        dock.setWidget(content)
        return dock

    def _build_menus(self) -> None:
        self._menu(
            self.tr("&File"),
            ["newSession", "openFile", self.recent_menu, None, "saveSession", "saveSessionAs"],
            [None, "saveCaptureAs", None, "settings", None, "quit"],
        )
        self._menu(
            self.tr("&Panel"),
            [*(kind.command for kind in KINDS), None],
            ["focusAddress", "connect", "disconnect", "pause", "send"],
            [None, "mirrorPanel", "renamePanel", "closePanel", "nextPanel", "previousPanel"],
        )
        view = self._menu(
            self.tr("&View"),
            ["palette", None, "find", "filterEvents", None, "nextRegion", "previousRegion", None],
        )
        theme = view.addMenu(self.tr("&Theme"))
        theme.addActions([self.commands[f"theme{name}"] for name in ("System", "Light", "Dark")])
        view.addSeparator()
        view.addActions([dock.toggleViewAction() for dock in self._docks.values()])
        view.addAction(self.commands["resetLayout"])
        self._menu(self.tr("&Help"), ["help", "showExamples", None, "about"])

    def _menu(self, title: str, *groups: list[str | QMenu | None]) -> QMenu:
        menu = self.menuBar().addMenu(title)
        for entry in (entry for group in groups for entry in group):
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(self.commands[entry])
        return menu


def _dropped_files(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in FILE_SUFFIXES]
