"""The strip of a script panel: run and stop, files, examples, compatibility, and how it stands."""

from functools import partial
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QToolButton, QWidget

from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.script_examples import ScriptExample
from socket_workbench.panels.script_state import ScriptPhase, ScriptState
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

EXAMPLE_TEXTS: Final = {
    ScriptExample.TCP_ECHO_CLIENT: QT_TRANSLATE_NOOP("ScriptBar", "TCP echo client"),
    ScriptExample.TCP_SERVER: QT_TRANSLATE_NOOP("ScriptBar", "TCP server"),
    ScriptExample.UDP_ECHO: QT_TRANSLATE_NOOP("ScriptBar", "UDP echo"),
    ScriptExample.MULTICAST: QT_TRANSLATE_NOOP("ScriptBar", "Multicast"),
    ScriptExample.MDNS_BROWSER: QT_TRANSLATE_NOOP("ScriptBar", "mDNS browser"),
    ScriptExample.HTTP_SERVER: QT_TRANSLATE_NOOP("ScriptBar", "HTTP server on tcpServer"),
    ScriptExample.NETWORK_INTERFACES: QT_TRANSLATE_NOOP("ScriptBar", "Network interfaces"),
}

PHASE_TEXTS: Final = {
    ScriptPhase.IDLE: ("○", "muted", QT_TRANSLATE_NOOP("ScriptBar", "not run yet")),
    ScriptPhase.STARTING: ("●", "sent", QT_TRANSLATE_NOOP("ScriptBar", "starting")),
    ScriptPhase.RUNNING: ("●", "received", QT_TRANSLATE_NOOP("ScriptBar", "running")),
    ScriptPhase.SUSPENDED: ("◐", "warning", QT_TRANSLATE_NOOP("ScriptBar", "suspended")),
    ScriptPhase.ENDED: ("○", "lifecycle", QT_TRANSLATE_NOOP("ScriptBar", "ended")),
    ScriptPhase.STOPPED: ("■", "lifecycle", QT_TRANSLATE_NOOP("ScriptBar", "stopped")),
    ScriptPhase.FAILED: ("✕", "error", QT_TRANSLATE_NOOP("ScriptBar", "failed")),
}
"""Sign, colour role and word of each phase."""


class ScriptBar(QWidget):
    """Draws the part of a `ScriptState` that is about running."""

    run_wanted = Signal()
    stop_wanted = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    save_as_wanted = Signal()
    open_app_wanted = Signal()
    example_wanted = Signal(str)
    """The value of a `ScriptExample`."""
    compat_chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._state = ScriptState()
        self.run_button, self.stop_button = QPushButton(), QPushButton(self.tr("Stop"))
        self._file, self._examples = QToolButton(), QToolButton()
        self._save = QToolButton()
        self._compat, self._status, self._name = QComboBox(), QLabel(), QLabel()
        self._help = QToolButton()
        self._set_up()
        self._make_menus()
        row = WrapLayout(self)
        for widget in (self.run_button, self.stop_button, self._status, self._file, self._save):
            row.addWidget(widget)
        for widget in (self._name, self._examples, self._compat, self._help):
            row.addWidget(widget)
        self._connect()
        self.show_state(self._state)

    def show_state(self, state: ScriptState) -> None:
        """Make the widgets agree with `state`."""
        self._state = state
        is_live = state.is_live
        self.run_button.setText(self.tr("Run again") if is_live else self.tr("Run"))
        self.stop_button.setEnabled(is_live or state.has_context)
        self._compat.setCurrentIndex(self._compat.findData(state.compat.value))
        self._show_status(state)

    def show_saved(self, *, is_changed: bool) -> None:
        """Whether there is something to save."""
        self._save.setText(self.tr("Save*") if is_changed else self.tr("Save"))
        tip, changed = (
            self.tr("Save the text that is shown as a file of its own"),
            self.tr("changed"),
        )
        self._save.setToolTip(f"{tip} ({changed})" if is_changed else tip)

    def show_file(self, name: str, path: str) -> None:
        """Which file is in the editor; an empty name where it is none."""
        self._name.setVisible(bool(name))
        self._name.setText(name)
        self._name.setToolTip(path or name)

    def _show_status(self, state: ScriptState) -> None:
        sign, role, word = PHASE_TEXTS[state.phase]
        text = f"{sign} {QCoreApplication.translate('ScriptBar', str(word))}"
        if state.is_stuck:
            busy = self.tr("busy: it does not answer")
            role, text = "warning", f"{text}, {busy}"
        if state.sockets:
            sockets = self.tr("1 socket") if state.sockets == 1 else self.tr("{n} sockets")
            text = f"{text} · {sockets.format(n=grouped(state.sockets))}"
        self._status.setText(text)
        palette = self._status.palette()
        palette.setColor(self._status.foregroundRole(), self._looks.colour(role))
        self._status.setPalette(palette)

    def _set_up(self) -> None:
        for widget, name, tip in (
            (self.run_button, "runButton", self.tr("Run it, ending what ran before (F5)")),
            (self.stop_button, "stopButton", self.tr("End it and close its sockets (Shift+F5)")),
            (self._file, "scriptFileButton", self.tr("Open a script or an app's folder")),
            (self._save, "saveScriptButton", self.tr("Save the text as a file of its own")),
            (self._examples, "examplesButton", self.tr("Put an example into the editor")),
            (self._help, "scriptHelpButton", self.tr("The calls of today, and what differs")),
        ):
            widget.setObjectName(name)
            widget.setToolTip(tip)
        self.run_button.setProperty("role", "primary")
        self._status.setObjectName("scriptStatus")
        self._name.setObjectName("scriptFileName")
        self._name.setProperty("role", "hint")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._file.setText(self.tr("Open"))
        self._examples.setText(self.tr("Examples"))
        self._help.setText(self.tr("Help"))
        self._compat.setObjectName("compatCombo")
        self._compat.setAccessibleName(self.tr("Compatibility"))
        self._compat.addItem(self.tr("as Chromium"), Compat.CHROMIUM.value)
        self._compat.addItem(self.tr("as documented"), Compat.DOCUMENTED.value)
        self._compat.setToolTip(
            self.tr("Where Chromium contradicts its documentation: which of the two. See Help.")
        )

    def _make_menus(self) -> None:
        files, examples, saves = QMenu(self), QMenu(self), QMenu(self)
        files.addAction(self.tr("Script…"), self.open_wanted.emit).setObjectName("openScript")
        app = files.addAction(self.tr("App folder…"), self.open_app_wanted.emit)
        app.setObjectName("openApp")
        for example, text in EXAMPLE_TEXTS.items():
            shown = QCoreApplication.translate("ScriptBar", str(text))
            act = partial(self.example_wanted.emit, example.value)
            examples.addAction(shown, act).setObjectName(example_name(example))
        saves.addAction(self.tr("Save as…"), self.save_as_wanted.emit).setObjectName("saveScriptAs")
        for button, menu in ((self._file, files), (self._examples, examples)):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._save.setMenu(saves)
        self._save.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def _connect(self) -> None:
        self.run_button.clicked.connect(self.run_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._help.clicked.connect(self.help_wanted)
        self._compat.activated.connect(lambda: self.compat_chosen.emit(self._compat.currentData()))
        self._looks.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        icons = {self.run_button: ("play", "on_accent"), self.stop_button: ("square", "text")}
        for button, (name, role) in icons.items():
            button.setIcon(self._looks.icon(name, role))
        self._show_status(self._state)


def example_name(example: ScriptExample) -> str:
    """Object name of an example in the menu: `exampleTcpServer`."""
    return "example" + "".join(part.capitalize() for part in example.value.split("_"))
