"""The app that a script panel opened: its permissions, its life cycle, and its files."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QToolButton, QWidget

from socket_workbench.panels.script_app import AppFolder, FileRole
from socket_workbench.panels.script_state import ScriptPhase, ScriptState
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

FILES_PX: Final = 170
LEAST_PX: Final = 40
_NAME = Qt.ItemDataRole.UserRole


class ScriptAppBar(QWidget):
    """Draws name, permissions and life cycle of the app in a `ScriptState`."""

    suspend_wanted = Signal()
    resume_wanted = Signal()
    reload_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._app: AppFolder | None = None
        self._name, self._permissions = QLabel(), QLabel()
        self._suspend, self._resume = QToolButton(), QToolButton()
        self._reload, self._close = QToolButton(), QToolButton()
        self._set_up()
        row = WrapLayout(self)
        for widget in (self._name, self._permissions, self._suspend, self._resume):
            row.addWidget(widget)
        row.addWidget(self._reload)
        row.addWidget(self._close)
        looks.changed.connect(self._show_permissions)

    def show_state(self, state: ScriptState) -> None:
        """Make the widgets agree with `state`."""
        self._app = state.app
        self.setVisible(state.app is not None)
        if state.app is None:
            return
        self._name.setText(state.app.name)
        self._name.setToolTip(str(state.app.path))
        self._suspend.setEnabled(state.phase is ScriptPhase.RUNNING)
        self._resume.setEnabled(state.phase is ScriptPhase.SUSPENDED)
        self._reload.setEnabled(state.is_live or state.has_context)
        self._show_permissions()

    def _show_permissions(self) -> None:
        app = self._app
        if app is None:
            return
        problem = app.problem
        is_valid = problem is None
        text = self.tr("✓ manifest valid") if is_valid else self.tr("✕ manifest refused")
        self._permissions.setText(text)
        self._permissions.setToolTip(
            self._profile(app) if app.problem is None else app.problem.text
        )
        palette = self._permissions.palette()
        colour = self._looks.colour("received" if is_valid else "error")
        palette.setColor(self._permissions.foregroundRole(), colour)
        self._permissions.setPalette(palette)

    def _profile(self, app: AppFolder) -> str:
        lines: list[str] = []
        for name, grants in (("chrome.sockets", app.sockets), ("chrome.socket", app.legacy)):
            if grants is None:
                lines.append(self.tr("{name}: not there").format(name=name))
            else:
                allowed = ", ".join(grants) or self.tr("nothing allowed")
                lines.append(f"{name}: {allowed}")
        return "\n".join(lines)

    def _set_up(self) -> None:
        self._name.setObjectName("appName")
        self._name.setProperty("role", "title")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._permissions.setObjectName("appPermissions")
        for button, name, text, tip, signal in (
            (
                self._suspend,
                "suspendButton",
                self.tr("Suspend"),
                self.tr("End the background page after onSuspend; persistent sockets stay open"),
                self.suspend_wanted,
            ),
            (
                self._resume,
                "resumeButton",
                self.tr("Resume"),
                self.tr("Begin a new background page; it finds the persistent sockets"),
                self.resume_wanted,
            ),
            (
                self._reload,
                "reloadButton",
                self.tr("Reload"),
                self.tr("Close all sockets and start afresh with what the files hold now"),
                self.reload_wanted,
            ),
            (
                self._close,
                "closeAppButton",
                self.tr("Close app"),
                self.tr("End the app and return to the script"),
                self.close_wanted,
            ),
        ):
            button.setObjectName(name)
            button.setText(text)
            button.setToolTip(tip)
            button.clicked.connect(signal)


class ScriptFileList(QListWidget):
    """The files of the app; those that cannot be shown as text are grey."""

    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scriptFiles")
        self.setAccessibleName(self.tr("Files of the app"))
        self.setMinimumSize(FILES_PX // 2, LEAST_PX)
        self._app: AppFolder | None = None
        self.itemActivated.connect(self._activate)
        self.itemClicked.connect(self._activate)
        self.hide()

    def show_app(self, app: AppFolder | None) -> None:
        """List the files of this app."""
        self.setVisible(app is not None)
        if app is None or (self._app is not None and app.files == self._app.files):
            self._app = app
            return
        self._app = app
        self.clear()
        for file in app.files:
            item = QListWidgetItem(file.name)
            item.setData(_NAME, file.name)
            item.setToolTip(self._tip(file.role))
            if not file.is_text:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setForeground(
                    self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
                )
            elif file.role is not FileRole.OTHER:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.addItem(item)

    def show_current(self, name: str, changed: set[str]) -> None:
        """Mark the file that is shown, and those that are not as they were saved."""
        for place in range(self.count()):
            item = self.item(place)
            own = str(item.data(_NAME))
            item.setText(f"{own} *" if own in changed else own)
            if own == name:
                self.setCurrentItem(item)

    def _activate(self, item: QListWidgetItem) -> None:
        self.file_wanted.emit(str(item.data(_NAME)))

    def _tip(self, role: FileRole) -> str:
        return {
            FileRole.MANIFEST: self.tr("The manifest"),
            FileRole.BACKGROUND: self.tr("A background script; they are run in this order"),
            FileRole.OTHER: self.tr("Not run by itself"),
        }[role]
