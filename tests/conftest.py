"""What holds for every test: silence means health, nothing stays, the user's files are safe."""

from __future__ import annotations

import inspect
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from support.leaks import Holdings, without_leaked_tasks
from support.logs import LogWatch

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from PySide6.QtWidgets import QApplication

    from support.qt_run import RunOnQt

TESTS = Path(__file__).resolve().parent
WITHOUT_QT = (
    TESTS / "app",
    TESTS / "conformance",
    TESTS / "test_house_rules.py",
    TESTS / "test_harness.py",
)
STATE_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
}
HAS_FAILED = pytest.StashKey[bool]()

# Before anything of Qt is loaded: no window on the user's screen, English, logical pixels.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update({"LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
for scaling in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"):
    os.environ.pop(scaling, None)

# How long an example takes says more of the machine than of what it tests.
settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Leave pytest-qt out where only tests of the core run: they must pass without Qt."""
    config = pluginmanager.get_plugin("pytestconfig")
    assert isinstance(config, pytest.Config)
    chosen: list[str] = config.known_args_namespace.file_or_dir
    places = [Path(place.partition("::")[0]).resolve() for place in chosen]
    if places and all(is_without_qt(place) for place in places):
        pluginmanager.unregister(name="pytest-qt")


def is_without_qt(place: Path) -> bool:
    return any(place.is_relative_to(folder) for folder in WITHOUT_QT)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Make every coroutine test answer for its tasks."""
    if not isinstance(item, pytest.Function):
        return
    if hypothesis := getattr(item.obj, "hypothesis", None):
        if inspect.iscoroutinefunction(hypothesis.inner_test):
            hypothesis.inner_test = without_leaked_tasks(hypothesis.inner_test)
    elif inspect.iscoroutinefunction(item.obj):
        item.obj = without_leaked_tasks(item.obj)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember failures: their tracebacks keep sockets alive that are nobody's leak."""
    report = yield
    if report.failed:
        item.stash[HAS_FAILED] = True
    return report


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a socket or an open file."""
    before = Holdings.now()
    yield
    if not request.node.stash.get(HAS_FAILED, False):
        leaked = before.leaked_since()
        assert not leaked, f"left behind: {', '.join(leaked)}"


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail on log records from WARNING up; `log_watch.expect(pattern)` demands one instead."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    problems = watch.problems()
    assert not problems, "\n".join(problems)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test an empty home of its own, with all folders that hang on it."""
    folder = tmp_path_factory.mktemp("home")
    for variable, below in STATE_FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / below))
    return folder


@pytest.fixture
def run_on_qt(qapp: QApplication) -> RunOnQt:
    """Give `run_on_qt(coroutine)`, which runs it on qasync as the program does."""
    from support.qt_run import QtRunner

    return QtRunner(qapp)
