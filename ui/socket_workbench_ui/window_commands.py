"""The commands that act on the panel in front, on the regions and on what has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from socket_workbench_ui.copying_window import add_programs
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.panel_set import PanelSet
from socket_workbench_ui.widgets.data_view import DataView
from socket_workbench_ui.widgets.event_log_view import EventLogView
from socket_workbench_ui.wired.panel import Panel

TAB_COMMANDS = ("mirrorPanel", "renamePanel", "closePanel")
ALL_PANEL_COMMANDS = ("focusAddress", "connect", "disconnect", "pause", "send")


class WindowCommands(QObject):
    """Connects the actions; those that need a panel are grey while there is none."""

    def __init__(
        self, window: MainWindow, panels: PanelSet, log: EventLogView, data: DataView
    ) -> None:
        super().__init__(window)
        self._window, self._panels, self._log, self._data = window, panels, log, data
        self._on("focusAddress", self._on_panel(lambda panel: panel.focus_address()))
        self._on("connect", self._on_panel(lambda panel: panel.begin()))
        self._on("disconnect", self._on_panel(lambda panel: panel.end()))
        self._on("pause", self._on_panel(lambda panel: panel.toggle_pause()))
        self._on("send", self._on_panel(lambda panel: panel.send()))
        self._on("closePanel", self._close_panel)
        self._on("renamePanel", window.tabs.rename_current)
        self._on("nextPanel", lambda: window.tabs.step(1))
        self._on("previousPanel", lambda: window.tabs.step(-1))
        self._on("find", self._find)
        self._on("filterEvents", self._filter_events)
        self._on("nextRegion", lambda: self._step_region(1))
        self._on("previousRegion", lambda: self._step_region(-1))
        self._on("showExamples", window.show_start_page)
        self._on("about", self._about)
        window.tabs.menu_requested.connect(self._open_tab_menu)
        panels.current_changed.connect(self._follow_panel)
        window.tabs.currentChanged.connect(self._follow_panel)
        self._follow_panel()

    def _on(self, command: str, act: Callable[[], object]) -> None:
        self._window.commands[command].triggered.connect(lambda _=False: act())

    def _on_panel(self, act: Callable[[Panel], object]) -> Callable[[], None]:
        def run() -> None:
            if (panel := self._panels.current) is not None:
                act(panel)

        return run

    def _follow_panel(self) -> None:
        panel = self._panels.current
        for command in ALL_PANEL_COMMANDS:
            self._window.commands[command].setEnabled(
                panel is not None and command in panel.commands
            )
        for command in ("renamePanel", "closePanel", "nextPanel", "previousPanel"):
            self._window.commands[command].setEnabled(self._window.tabs.count() > 0)

    def _open_tab_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setObjectName("tabMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._window.commands[command] for command in TAB_COMMANDS])
        if (panel := self._panels.current) is not None:
            add_programs(panel, menu)
        menu.popup(place)

    def _close_panel(self) -> None:
        if self._window.tabs.count():
            self._window.tabs.close_requested.emit(self._window.tabs.currentWidget())

    def _find(self) -> None:
        """Search where the focus is; in the conversation when it is nowhere special."""
        focus = QApplication.focusWidget()
        panel = self._panels.current
        if focus is not None and self._data.isAncestorOf(focus):
            self._data.open_find()
        elif focus is not None and self._log.isAncestorOf(focus):
            self._filter_events()
        elif panel is not None:
            panel.open_find()

    def _filter_events(self) -> None:
        self._window.raise_region("eventLog")
        self._log.focus_filter()

    def _step_region(self, by: int) -> None:
        regions = self._window.regions_in_order()
        focus = QApplication.focusWidget()
        here = next((i for i, one in enumerate(regions) if _holds(one, focus)), -by)
        for step in range(1, len(regions) + 1):
            if _focus_into(regions[(here + by * step) % len(regions)]):
                return  # one that is empty has nothing to focus, and is passed over

    def _about(self) -> None:
        from importlib.metadata import version  # slow to import, and start-up goes without

        box = QMessageBox(self._window)
        box.setObjectName("aboutBox")
        box.setWindowTitle(self.tr("About Socket Workbench"))
        box.setText(f"Socket Workbench {version('socket-workbench')}")
        box.setInformativeText(
            self.tr(
                "Open sockets by pointing and clicking, and see everything that happens on them.\n"
                "MIT licence. Icons by Lucide (ISC licence)."
            )
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _holds(region: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (region is focus or region.isAncestorOf(focus))


def _focus_into(region: QWidget) -> bool:
    """Give the focus to the first thing in `region` that takes it by Tab, if there is one."""
    for widget in (region, *region.findChildren(QWidget)):
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
