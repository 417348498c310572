"""The window's commands: one table of texts, keys and icons, and the QActions made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from socket_workbench_ui.key_binding import Binding
from socket_workbench_ui.marked_text import QT_TRANSLATE_NOOP
from socket_workbench_ui.panel_kinds import CONTEXT as KINDS_CONTEXT
from socket_workbench_ui.panel_kinds import KINDS, PanelKind
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
    context: str = CONTEXT
    """Where its texts are translated."""


FIXED_COMMANDS = (
    Command("newSession", QT_TRANSLATE_NOOP("Commands", "&New session"), "Ctrl+N", "file"),
    Command(
        "openFile",
        QT_TRANSLATE_NOOP("Commands", "&Open session or capture…"),
        "Ctrl+O",
        "folder-open",
        QT_TRANSLATE_NOOP("Commands", "Open a session (.swb) or look at a capture (.swcap)"),
        QT_TRANSLATE_NOOP("Commands", "Open…"),
    ),
    Command(
        "saveSession",
        QT_TRANSLATE_NOOP("Commands", "&Save session"),
        "Ctrl+S",
        "save",
        QT_TRANSLATE_NOOP("Commands", "Save the panels, their fields and presets"),
        QT_TRANSLATE_NOOP("Commands", "Save"),
    ),
    Command("saveSessionAs", QT_TRANSLATE_NOOP("Commands", "Save session &as…"), "Ctrl+Shift+S"),
    Command(
        "saveCaptureAs",
        QT_TRANSLATE_NOOP("Commands", "Save &capture as…"),
        "Ctrl+Alt+S",
        "download",
        QT_TRANSLATE_NOOP(
            "Commands", "Save everything that was recorded so far as a file of its own"
        ),
    ),
    Command(
        "settings",
        QT_TRANSLATE_NOOP("Commands", "Se&ttings…"),
        "Ctrl+,",
        "settings",
        QT_TRANSLATE_NOOP("Commands", "Theme, language, fonts, keys and recording"),
    ),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q"),
    Command("focusAddress", QT_TRANSLATE_NOOP("Commands", "Go to &address"), "Ctrl+L"),
    Command("connect", QT_TRANSLATE_NOOP("Commands", "&Connect or reconnect"), "F5", "plug"),
    Command(
        "disconnect", QT_TRANSLATE_NOOP("Commands", "&Disconnect or cancel"), "Shift+F5", "unplug"
    ),
    Command("pause", QT_TRANSLATE_NOOP("Commands", "&Pause or resume"), "Ctrl+P", "pause"),
    Command("send", QT_TRANSLATE_NOOP("Commands", "S&end"), "Ctrl+Return", "send"),
    Command(
        "mirrorPanel",
        QT_TRANSLATE_NOOP("Commands", "Mirr&or: open the other end"),
        "Ctrl+M",
        "network",
        QT_TRANSLATE_NOOP(
            "Commands", "Open a panel on this machine that this one can talk to, and begin"
        ),
    ),
    Command("renamePanel", QT_TRANSLATE_NOOP("Commands", "&Rename panel"), "F2"),
    Command("closePanel", QT_TRANSLATE_NOOP("Commands", "C&lose panel"), "Ctrl+W", "x"),
    Command("nextPanel", QT_TRANSLATE_NOOP("Commands", "Ne&xt panel"), "Ctrl+Tab"),
    Command("previousPanel", QT_TRANSLATE_NOOP("Commands", "Pre&vious panel"), "Ctrl+Shift+Tab"),
    Command("find", QT_TRANSLATE_NOOP("Commands", "&Find"), "Ctrl+F", "search"),
    Command(
        "filterEvents",
        QT_TRANSLATE_NOOP("Commands", "Filter &events"),
        "Ctrl+Shift+F",
        "list-filter",
    ),
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Commands", "&Command palette…"),
        "Ctrl+K",
        "search",
        QT_TRANSLATE_NOOP("Commands", "Find any command by a few letters of its name"),
    ),
    Command("nextRegion", QT_TRANSLATE_NOOP("Commands", "Next &region"), "F6"),
    Command("previousRegion", QT_TRANSLATE_NOOP("Commands", "Previous re&gion"), "Shift+F6"),
    Command("themeSystem", QT_TRANSLATE_NOOP("Commands", "As the &system")),
    Command("themeLight", QT_TRANSLATE_NOOP("Commands", "&Light"), "", "sun"),
    Command("themeDark", QT_TRANSLATE_NOOP("Commands", "&Dark"), "", "moon"),
    Command("resetLayout", QT_TRANSLATE_NOOP("Commands", "Reset &layout")),
    Command(
        "help",
        QT_TRANSLATE_NOOP("Commands", "User &guide"),
        "F1",
        "info",
        QT_TRANSLATE_NOOP("Commands", "The page of the guide about what has the focus"),
    ),
    Command("showExamples", QT_TRANSLATE_NOOP("Commands", "Worked &examples"), "", "bookmark"),
    Command("about", QT_TRANSLATE_NOOP("Commands", "&About Socket Workbench"), "", "info"),
)


def all_commands() -> tuple[Command, ...]:
    """What the window can do: a new panel of each kind, then the rest."""
    return (*(_opening(kind, place) for place, kind in enumerate(KINDS, 1)), *FIXED_COMMANDS)


def _opening(kind: PanelKind, place: int) -> Command:
    return Command(
        kind.command, kind.text, f"Ctrl+{place}", kind.icon, kind.tip, kind.name, KINDS_CONTEXT
    )


class Commands:
    """The actions of all commands by their ids; icons follow the theme."""

    def __init__(self, owner: QWidget, looks: Looks) -> None:
        self._looks = looks
        self._commands = all_commands()
        self._actions = {command.id: self._make(command, owner) for command in self._commands}
        for theme_id in ("themeSystem", "themeLight", "themeDark"):
            self._actions[theme_id].setCheckable(True)
        self._draw_icons()
        looks.changed.connect(self._draw_icons)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    @staticmethod
    def _make(command: Command, owner: QWidget) -> QAction:
        translate = partial(QCoreApplication.translate, command.context)
        action = QAction(translate(command.text), owner)
        action.setObjectName(command.id)
        if command.key:
            action.setShortcut(QKeySequence(command.key))
        if command.short:
            action.setIconText(translate(command.short))
        _tell_keys(action, command)
        owner.addAction(action)
        return action

    def bindings(self) -> list[Binding]:
        """Every command with the key that is its own."""
        return [
            Binding(id=one.id, text=self[one.id].text().replace("&", ""), own_keys=one.key)
            for one in self._commands
        ]

    def show_keys(self, changed: Mapping[str, str]) -> None:
        """Use these keys, and the program's own where none is given."""
        for command in self._commands:
            action = self._actions[command.id]
            action.setShortcut(QKeySequence(changed.get(command.id, command.key)))
            _tell_keys(action, command)

    def _draw_icons(self) -> None:
        for command in self._commands:
            if command.icon:
                self._actions[command.id].setIcon(self._looks.icon(command.icon))


def _tell_keys(action: QAction, command: Command) -> None:
    """Let the tool tip say what the command does, and by which key."""
    text = action.text().replace("&", "")
    tip = QCoreApplication.translate(command.context, command.tip) if command.tip else text
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{tip} ({keys})" if keys else tip)
