"""Preferences as the window uses them: theme, recent files, hosts once connected to."""

from functools import partial
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from socket_workbench.settings import Change, Settings, SettingsProblem, SettingsStore, Theme
from socket_workbench.tasks import TaskScope


class PreferencesView(Protocol):
    """Draws the preferences."""

    def show_settings(self, settings: Settings) -> None:
        """Make theme, recent files and host lists agree with `settings`."""
        ...

    def show_settings_problem(self, problem: SettingsProblem) -> None:
        """Say what happened to the settings file."""
        ...


class PreferencesController:
    """Changes take hold at once and are saved behind the user's back."""

    def __init__(self, store: SettingsStore, view: PreferencesView, scope: TaskScope) -> None:
        self._store, self._view, self._scope = store, view, scope

    def remember(self, path: Path) -> None:
        """Put a session or capture on top of the recent files."""
        self._change(partial(Settings.with_recent_file, path=path))

    def forget(self, path: Path) -> None:
        """Take a file that is gone off the recent ones."""
        self._change(partial(Settings.without_recent_file, path=path))

    def remember_host(self, host: str) -> None:
        """Offer `host` when one is typed the next time."""
        self._change(partial(Settings.with_host, host=host))

    def theme_chosen(self, theme: Theme) -> None:
        """Use this theme from now on."""
        self._change(lambda settings: replace(settings, theme=theme))

    @property
    def current(self) -> Settings:
        """The preferences as they are."""
        return self._store.current

    def settings_chosen(self, chosen: Settings) -> None:
        """Take what the settings dialog gave; files and hosts remembered meanwhile stay."""

        def change(settings: Settings) -> Settings:
            return replace(chosen, recent_files=settings.recent_files, hosts=settings.hosts)

        self._change(change)

    def _change(self, change: Change) -> None:
        if change(self._store.current) != self._store.current:
            self._scope.spawn(self._save(change), name="save settings")

    async def _save(self, change: Change) -> None:
        problem = await self._store.change(change)
        self._view.show_settings(self._store.current)
        if problem is not None:
            self._view.show_settings_problem(problem)
