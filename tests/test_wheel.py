"""The wheel holds everything that the checkout runs with: code, and all data of the resources."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from socket_workbench.panels.script_examples import ScriptExample
from socket_workbench_ui.help_topics import TOPICS
from socket_workbench_ui.panel_kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {
    "app/socket_workbench": "socket_workbench",
    "ui/socket_workbench_ui": "socket_workbench_ui",
    "resources/socket_workbench_resources": "socket_workbench_resources",
}
RESOURCES = PACKAGES["resources/socket_workbench_resources"]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Build the wheel, without network, and list it."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def tracked_files(folder: str) -> list[str]:
    """What is committed below a folder, relative to it."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode:
        pytest.skip("the checkout has no git to ask what belongs to it")
    return [name.removeprefix(f"{folder}/") for name in listing.stdout.split("\0") if name]


@pytest.mark.parametrize("folder", PACKAGES)
def test_every_committed_file_is_in_the_wheel(names: frozenset[str], folder: str) -> None:
    files = [name for name in tracked_files(folder) if (ROOT / folder / name).exists()]

    assert files
    assert [name for name in files if f"{PACKAGES[folder]}/{name}" not in names] == []


def test_what_is_read_at_run_time_is_in_the_wheel(names: frozenset[str]) -> None:
    wanted = {
        *(f"{RESOURCES}/help/en/{topic}.md" for topic in TOPICS),
        *(f"{RESOURCES}/scripts/examples/{example.value}.js" for example in ScriptExample),
        *(f"socket_workbench_ui/wired/{kind.module}.py" for kind in KINDS),
        f"{RESOURCES}/i18n/workbench_de.qm",
        f"{RESOURCES}/practice/index.html",
        f"{RESOURCES}/schema/session-1.schema.json",
        f"{RESOURCES}/styles/workbench.qss",
    }

    assert wanted - names == set()


def test_nothing_else_is_in_the_wheel(names: frozenset[str]) -> None:
    tops = {name.partition("/")[0] for name in names}

    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES.values())
    assert [name for name in names if "__pycache__" in name] == []


def test_licences_travel_along(names: frozenset[str]) -> None:
    licences = {name.rpartition("/")[2] for name in names if "/licenses/" in name}

    assert licences >= {"LICENSE", "THIRD_PARTY"}
