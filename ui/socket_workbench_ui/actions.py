"""The window's commands: one table of texts, keys and icons, and the QActions made from it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import QT_TRANSLATE_NOOP as NOOP
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from socket_workbench_ui.theme import Looks

CONTEXT = "Commands"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the user can tell the window to do."""

    id: str
    """Also the action's object name."""
    text: str
    key: str = ""
    icon: str = ""
    tip: str = ""
    short: str = ""
    """Text of its toolbar button, where that is shorter than the menu's."""


COMMANDS = (
    Command(
        "newTcpClient",
        NOOP(CONTEXT, "New &TCP client"),
        "Ctrl+1",
        "plus",
        NOOP(CONTEXT, "Open a panel that connects to a TCP server"),
        NOOP(CONTEXT, "TCP client"),
    ),
    Command("newSession", NOOP(CONTEXT, "&New session"), "Ctrl+N", "file"),
    Command(
        "openFile",
        NOOP(CONTEXT, "&Open session or capture…"),
        "Ctrl+O",
        "folder-open",
        NOOP(CONTEXT, "Open a session (.swb) or look at a capture (.swcap)"),
        NOOP(CONTEXT, "Open…"),
    ),
    Command(
        "saveSession",
        NOOP(CONTEXT, "&Save session"),
        "Ctrl+S",
        "save",
        NOOP(CONTEXT, "Save the panels, their fields and presets"),
        NOOP(CONTEXT, "Save"),
    ),
    Command("saveSessionAs", NOOP(CONTEXT, "Save session &as…"), "Ctrl+Shift+S"),
    Command(
        "saveCaptureAs",
        NOOP(CONTEXT, "Save &capture as…"),
        "Ctrl+Alt+S",
        "download",
        NOOP(CONTEXT, "Save everything that was recorded so far as a file of its own"),
    ),
    Command("quit", NOOP(CONTEXT, "&Quit"), "Ctrl+Q"),
    Command("focusAddress", NOOP(CONTEXT, "Go to &address"), "Ctrl+L"),
    Command("connect", NOOP(CONTEXT, "&Connect or reconnect"), "F5", "plug"),
    Command("disconnect", NOOP(CONTEXT, "&Disconnect or cancel"), "Shift+F5", "unplug"),
    Command("pause", NOOP(CONTEXT, "&Pause or resume"), "Ctrl+P", "pause"),
    Command("send", NOOP(CONTEXT, "&Send"), "Ctrl+Return", "send"),
    Command("renamePanel", NOOP(CONTEXT, "&Rename panel"), "F2"),
    Command("closePanel", NOOP(CONTEXT, "C&lose panel"), "Ctrl+W", "x"),
    Command("nextPanel", NOOP(CONTEXT, "Ne&xt panel"), "Ctrl+Tab"),
    Command("previousPanel", NOOP(CONTEXT, "Pre&vious panel"), "Ctrl+Shift+Tab"),
    Command("find", NOOP(CONTEXT, "&Find"), "Ctrl+F", "search"),
    Command("filterEvents", NOOP(CONTEXT, "Filter &events"), "Ctrl+Shift+F", "list-filter"),
    Command("nextRegion", NOOP(CONTEXT, "Next &region"), "F6"),
    Command("previousRegion", NOOP(CONTEXT, "Previous re&gion"), "Shift+F6"),
    Command("themeSystem", NOOP(CONTEXT, "As the &system")),
    Command("themeLight", NOOP(CONTEXT, "&Light"), "", "sun"),
    Command("themeDark", NOOP(CONTEXT, "&Dark"), "", "moon"),
    Command("resetLayout", NOOP(CONTEXT, "Reset &layout")),
    Command("showExamples", NOOP(CONTEXT, "Worked &examples"), "", "bookmark"),
    Command("about", NOOP(CONTEXT, "&About Socket Workbench"), "", "info"),
)


class Commands:
    """The actions of `COMMANDS` by their ids; icons follow the theme."""

    def __init__(self, owner: QWidget, looks: Looks) -> None:
        self._looks = looks
        self._actions = {command.id: self._make(command, owner) for command in COMMANDS}
        for theme_id in ("themeSystem", "themeLight", "themeDark"):
            self._actions[theme_id].setCheckable(True)
        self._draw_icons()
        looks.changed.connect(self._draw_icons)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    @staticmethod
    def _make(command: Command, owner: QWidget) -> QAction:
        translate = QCoreApplication.translate
        action = QAction(translate(CONTEXT, command.text), owner)
        action.setObjectName(command.id)
        if command.key:
            action.setShortcut(QKeySequence(command.key))
        if command.short:
            action.setIconText(translate(CONTEXT, command.short))
        tip = translate(CONTEXT, command.tip) if command.tip else action.text().replace("&", "")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        owner.addAction(action)
        return action

    def _draw_icons(self) -> None:
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(self._looks.icon(command.icon))
