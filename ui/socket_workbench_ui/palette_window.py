"""What the command palette offers: commands that can be given now, panels and sockets."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from socket_workbench.panels.app_set import AppSet
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.selection import Selection
from socket_workbench_ui.widgets.palette import Palette, PaletteEntry

MENU_SIGN = " ▸ "


class PaletteWindow(QObject):
    """Opens the palette over the window."""

    def __init__(self, window: MainWindow, apps: AppSet, selection: Selection) -> None:
        super().__init__(window)
        self._window, self._apps, self._selection = window, apps, selection
        window.commands["palette"].triggered.connect(self.open_palette)
        window.tool_bar.palette_field.clicked.connect(self.open_palette)

    def open_palette(self) -> None:
        """List what can be done now."""
        Palette([*self._commands(), *self._panels(), *self._sockets()], self._window).open_over(
            self._window
        )

    def _commands(self) -> Iterator[PaletteEntry]:
        menus = (action.menu() for action in self._window.menuBar().actions())
        for menu in menus:
            if isinstance(menu, QMenu):
                yield from self._of_menu(menu, menu.title())

    def _of_menu(self, menu: QMenu, path: str) -> Iterator[PaletteEntry]:
        for action in menu.actions():
            submenu = action.menu()
            if isinstance(submenu, QMenu):
                yield from self._of_menu(submenu, f"{path}{MENU_SIGN}{submenu.title()}")
            elif action.isEnabled() and not action.isSeparator():
                yield self._entry(action, path)

    @staticmethod
    def _entry(action: QAction, path: str) -> PaletteEntry:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = f"{path}{MENU_SIGN}{action.text()}".replace("&", "")
        return PaletteEntry(
            text=text, act=action.trigger, keys=keys, icon=action.icon(), words=action.toolTip()
        )

    def _sockets(self) -> Iterator[PaletteEntry]:
        for socket in self._apps.live():
            facts = (socket.identity.label, socket.info.get("name"), socket.identity.panel)
            text = self.tr("Select socket {socket}").format(socket=" ".join(filter(None, facts)))
            show = partial(self._selection.show_socket, socket.key)
            yield PaletteEntry(text=text, act=show)

    def _panels(self) -> Iterator[PaletteEntry]:
        tabs = self._window.tabs
        for index in range(tabs.count()):
            if (page := tabs.widget(index)) is None:
                continue
            text = self.tr("Go to panel {title}").format(title=tabs.tabText(index))
            yield PaletteEntry(text=text, act=lambda page=page: tabs.setCurrentWidget(page))
