"""The start on Windows, as far as it can be tried anywhere: what it installs and what it runs."""

import importlib.util
import shutil
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def starter() -> ModuleType:
    spec = importlib.util.spec_from_file_location("w", ROOT / "packaging/start_windows.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "packaging/requirements", tmp_path / "packaging/requirements")
    return tmp_path


class Runner:
    """Pretends to run commands, and remembers what they were for."""

    def __init__(self, failing: str = "nothing") -> None:
        self.commands: list[str] = []
        self._failing = failing

    def __call__(self, command: Sequence[str]) -> int:
        words = [Path(word).name for word in command]
        self.commands.append(" ".join(words))
        if "venv" in command:
            python = Path(command[-1]) / "bin" / "python"
            python.parent.mkdir()
            python.touch()
        return 3 if self._failing in words else 0


def installs(runner: Runner) -> list[str]:
    return [command for command in runner.commands if "pip" in command or "venv" in command]


def test_first_start_sets_up_and_second_only_runs(starter: ModuleType, root: Path) -> None:
    first, second = Runner(), Runner()

    starter.start(["a.swb"], root=root, run=first)
    starter.start(["a.swb"], root=root, run=second)

    assert len(installs(first)) == 3
    assert "--require-hashes" in installs(first)[1]
    assert first.commands[-1] == "socket-workbench a.swb"
    assert second.commands == ["socket-workbench a.swb"]


def test_failed_set_up_ends_with_a_sentence_and_is_made_anew(
    starter: ModuleType, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert starter.start([], root=root, run=Runner("pip")) == 1
    assert "could not be installed" in capsys.readouterr().err

    again = Runner()
    assert starter.start([], root=root, run=again) == 0
    assert "venv" in installs(again)[0]


def test_new_pins_are_installed_into_the_same_environment(starter: ModuleType, root: Path) -> None:
    starter.start([], root=root, run=Runner())
    with (root / "packaging/requirements/run.txt").open("a") as pins:
        pins.write("# newer\n")

    runner = Runner()
    starter.start([], root=root, run=runner)

    assert len(installs(runner)) == 2


def test_exit_code_is_passed_on(starter: ModuleType, root: Path) -> None:
    assert starter.start(["--version"], root=root, run=Runner("--version")) == 3


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        pytest.param(["test", "-k", "x"], "pytest -k x", id="test"),
        pytest.param(["test", "--coverage"], "coverage run pytest", id="coverage"),
        pytest.param(["package"], "python build.py", id="package"),
        pytest.param(["practice", "echo"], "socket-workbench practice echo", id="command"),
    ],
)
def test_commands_run_what_they_name(
    starter: ModuleType,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    command: str,
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    runner = Runner()

    starter.start(arguments, root=root, run=runner)

    assert runner.commands[-1] == command
