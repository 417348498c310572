"""The window as the preferences see it: theme, recent files, hosts offered while one types."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from socket_workbench.settings import Settings, SettingsProblem
from socket_workbench_ui.file_texts import settings_problem_text
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.notifications import Notifications
from socket_workbench_ui.panel_set import PanelSet
from socket_workbench_ui.theme import Looks

THEME_COMMANDS = {"themeSystem": "system", "themeLight": "light", "themeDark": "dark"}


class PreferencesWindow(QObject):
    """Draws the preferences; implements `PreferencesView`."""

    file_chosen = Signal(Path)
    theme_chosen = Signal(str)
    settings_chosen = Signal(Settings)

    def __init__(
        self, window: MainWindow, looks: Looks, panels: PanelSet, notifications: Notifications
    ) -> None:
        super().__init__(window)
        self._window, self._looks, self._panels = window, looks, panels
        self._notifications = notifications
        for command, theme in THEME_COMMANDS.items():
            action = window.commands[command]
            action.triggered.connect(lambda _=False, theme=theme: self.theme_chosen.emit(theme))

    def show_settings(self, settings: Settings) -> None:
        if settings.theme != self._looks.choice:
            self._looks.choose(settings.theme)
        for command, theme in THEME_COMMANDS.items():
            self._window.commands[command].setChecked(theme == settings.theme)
        self._looks.choose_fonts(settings.text_points, settings.data_font, settings.data_points)
        self._window.commands.show_keys(settings.keys)
        self._notifications.is_wanted = settings.notifies
        self._panels.show_hosts(list(settings.hosts))
        self._show_recent([Path(name) for name in settings.recent_files])

    def open_dialog(self, current: Settings) -> None:
        """Let the user change everything in one place."""
        from socket_workbench_ui.dialogs.settings import SettingsDialog  # seldom needed

        dialog = SettingsDialog(current, self._window.commands.bindings(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.settings_chosen.emit(dialog.settings()))
        dialog.open()

    def show_settings_problem(self, problem: SettingsProblem) -> None:
        text = settings_problem_text(problem)
        self._window.messages.tell(text, topic="settings", is_error=True)

    def _show_recent(self, files: list[Path]) -> None:
        menu = self._window.recent_menu
        menu.clear()
        menu.setEnabled(bool(files))
        menu.setToolTipsVisible(True)
        for file in files:
            action = menu.addAction(f"{file.name} — {file.parent}")
            action.setToolTip(str(file))
            action.triggered.connect(lambda _=False, file=file: self.file_chosen.emit(file))
