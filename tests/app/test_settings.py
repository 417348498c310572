import asyncio
import sys
from pathlib import Path

import pytest

from socket_workbench.folders import Folders
from socket_workbench.settings import (
    Settings,
    SettingsProblem,
    SettingsStore,
    SettingsTrouble,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)


def loaded(path: Path) -> tuple[Settings, SettingsProblem | None]:
    store = SettingsStore(path)
    problem = store.load()
    return store.current, problem


def test_missing_file_gives_defaults_without_a_word(path: Path) -> None:
    assert loaded(path) == (Settings(), None)


async def test_change_is_there_at_once_and_after_a_restart(path: Path) -> None:
    store = SettingsStore(path)

    saving = store.change(lambda settings: settings.with_host("example.org"))

    assert await saving is None
    assert store.current.hosts == ("example.org",)
    assert loaded(path) == (Settings(hosts=("example.org",)), None)


async def test_two_windows_keep_each_others_changes(path: Path) -> None:
    first, second = SettingsStore(path), SettingsStore(path)

    await first.change(lambda settings: settings.with_host("one"))
    await second.change(lambda settings: settings.with_host("two"))

    assert loaded(path)[0].hosts == ("two", "one")


async def test_changes_at_the_same_time_are_all_kept(path: Path) -> None:
    store = SettingsStore(path)
    hosts = [f"host{number}" for number in range(20)]

    await asyncio.gather(
        *(store.change(lambda settings, host=host: settings.with_host(host)) for host in hosts)
    )

    assert sorted(loaded(path)[0].hosts) == sorted(hosts)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"theme": "pink"}',
        b'{"colour": 1}',
        b"\xff\xfe{\0",
        b'{"theme": "\xff"}',
        b"[" * 100_000,
        b" " * 2_000_000,
    ],
    ids=["empty", "cut", "value", "field", "utf-16", "latin-1", "nested", "huge"],
)
async def test_damaged_file_is_kept_beside_and_defaults_hold(path: Path, data: bytes) -> None:
    write(path, data)

    settings, problem = loaded(path)
    await SettingsStore(path).change(lambda settings: settings.with_host("new"))

    assert settings == Settings()
    assert problem is not None
    assert problem.trouble is SettingsTrouble.DAMAGED
    assert problem.copy is not None
    assert problem.copy.read_bytes() == data
    assert loaded(path) == (Settings(hosts=("new",)), None)


def test_same_damage_makes_one_copy(path: Path) -> None:
    write(path, b"{")

    loaded(path)
    loaded(path)

    assert len(list(path.parent.iterdir())) == 2


async def test_file_that_breaks_while_running_is_replaced_by_what_we_know(path: Path) -> None:
    store = SettingsStore(path)
    await store.change(lambda settings: settings.with_host("one"))
    write(path, b"{")

    problem = await store.change(lambda settings: settings.with_host("two"))

    assert problem is not None
    assert problem.trouble is SettingsTrouble.DAMAGED
    assert loaded(path)[0].hosts == ("two", "one")


async def test_unwritable_place_is_told_and_the_change_holds_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "config").write_bytes(b"a file where the folder should be")
    store = SettingsStore(tmp_path / "config" / "settings.json")

    problem = await store.change(lambda settings: settings.with_host("one"))

    assert problem is not None
    assert problem.trouble is SettingsTrouble.NOT_SAVED
    assert store.current.hosts == ("one",)


async def test_unreadable_file_is_told_and_left_alone(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)  # a folder cannot be read as a file

    problem = store.load()

    assert problem is not None
    assert problem.trouble is SettingsTrouble.UNREADABLE
    assert await store.change(lambda settings: settings.with_host("one")) is not None


def test_recent_files_have_the_latest_first_and_each_once(tmp_path: Path) -> None:
    settings = Settings()

    for name in ("a.swb", "b.swb", "a.swb"):
        settings = settings.with_recent_file(tmp_path / name)

    assert settings.recent_files == (str(tmp_path / "a.swb"), str(tmp_path / "b.swb"))


def test_ten_recent_files_are_kept(tmp_path: Path) -> None:
    settings = Settings()

    for number in range(12):
        settings = settings.with_recent_file(tmp_path / f"{number}.swb")

    assert len(settings.recent_files) == 10
    assert settings.recent_files[0].endswith("11.swb")


def test_gone_file_is_forgotten(tmp_path: Path) -> None:
    settings = Settings().with_recent_file(tmp_path / "a.swb")

    assert settings.without_recent_file(tmp_path / "a.swb") == Settings()


def test_empty_host_is_not_remembered() -> None:
    assert Settings().with_host("") == Settings()


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders")
def test_folders_follow_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    folders = Folders.of_user()

    assert folders.settings_file == tmp_path / "config" / "socket-workbench" / "settings.json"
    assert folders.captures == tmp_path / "state" / "socket-workbench" / "captures"
