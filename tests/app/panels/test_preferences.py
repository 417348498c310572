"""Preferences: taken over at once, kept in the file, trouble told."""

from pathlib import Path

from socket_workbench.panels.preferences import PreferencesController
from socket_workbench.settings import Settings, SettingsProblem, SettingsStore, SettingsTrouble
from socket_workbench.tasks import TaskScope
from support.logs import fail_test


class RecordingView:
    """Remembers what was shown."""

    def __init__(self) -> None:
        self.settings: list[Settings] = []
        self.problems: list[SettingsProblem] = []

    def show_settings(self, settings: Settings) -> None:
        self.settings.append(settings)

    def show_settings_problem(self, problem: SettingsProblem) -> None:
        self.problems.append(problem)


async def test_remembered_file_is_shown_and_there_at_the_next_start(tmp_path: Path) -> None:
    view, file = RecordingView(), tmp_path / "settings.json"
    async with TaskScope(on_error=fail_test) as scope:
        controller = PreferencesController(SettingsStore(file), view, scope)

        controller.remember(tmp_path / "demo.swb")
        await scope.idle()

    again = SettingsStore(file)
    again.load()
    assert view.settings[-1].recent_files == (str(tmp_path / "demo.swb"),)
    assert again.current.recent_files == (str(tmp_path / "demo.swb"),)


async def test_forgotten_file_leaves_the_list(tmp_path: Path) -> None:
    view = RecordingView()
    async with TaskScope(on_error=fail_test) as scope:
        controller = PreferencesController(SettingsStore(tmp_path / "settings.json"), view, scope)
        controller.remember(tmp_path / "demo.swb")
        await scope.idle()

        controller.forget(tmp_path / "demo.swb")
        await scope.idle()

    assert view.settings[-1].recent_files == ()


async def test_choice_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    view, file = RecordingView(), tmp_path / "settings.json"
    async with TaskScope(on_error=fail_test) as scope:
        PreferencesController(SettingsStore(file), view, scope).theme_chosen("system")
        await scope.idle()

    assert not file.exists()
    assert view.settings == []


async def test_file_that_cannot_be_saved_is_told_and_the_choice_holds(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    view = RecordingView()
    async with TaskScope(on_error=fail_test) as scope:
        store = SettingsStore(tmp_path / "file" / "settings.json")

        PreferencesController(store, view, scope).theme_chosen("dark")
        await scope.idle()

    assert view.settings[-1].theme == "dark"
    assert [problem.trouble for problem in view.problems] == [SettingsTrouble.NOT_SAVED]
