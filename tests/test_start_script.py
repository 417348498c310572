"""The start script, on a machine that has next to nothing."""

import shutil
import sys
from pathlib import Path

import pytest

from support.checkout import Checkout

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell script")

RUN = "-I -m pip install --no-input --require-hashes --only-binary :all: -r run.txt -r build.txt"


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_first_start_sets_up_and_passes_on_arguments_and_exit_code(checkout: Checkout) -> None:
    outcome = checkout.start("practice", "echo  two words")

    assert (outcome.code, outcome.output) == (7, "socket-workbench none practice echo  two words")
    assert checkout.take_calls() == ["venv", RUN]


def test_second_start_installs_nothing(checkout: Checkout) -> None:
    checkout.start()
    checkout.take_calls()

    outcome = checkout.start("one.swb")

    assert outcome.problems == []
    assert checkout.take_calls() == []


def test_tests_run_offscreen_with_what_they_need(checkout: Checkout) -> None:
    checkout.command("ldd", "#!/bin/sh\n")

    outcome = checkout.start("test", "-k", "some")

    assert (outcome.code, outcome.output) == (7, "pytest offscreen -k some")
    assert checkout.take_calls() == ["venv", f"{RUN} -r test.txt"]


def test_new_pins_are_installed_without_a_new_environment(checkout: Checkout) -> None:
    checkout.start()
    checkout.take_calls()
    with (checkout.root / "packaging/requirements/run.txt").open("a") as pins:
        pins.write("# newer\n")

    checkout.start()

    assert checkout.take_calls() == [RUN]


def test_moved_checkout_gets_a_new_environment(checkout: Checkout) -> None:
    checkout.start()
    checkout.take_calls()
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))

    outcome = checkout.start()

    assert outcome.code == 7
    assert checkout.take_calls() == ["venv", RUN]


def test_killed_set_up_is_made_anew(checkout: Checkout) -> None:
    checkout.start()
    checkout.take_calls()
    (checkout.venv / "workbench-unfinished").touch()

    outcome = checkout.start()

    assert outcome.code == 7
    assert checkout.take_calls() == ["venv", RUN]


@pytest.mark.parametrize(
    ("pip_says", "sentence"),
    [
        pytest.param("NewConnectionError(...)", "package index cannot be reached", id="no network"),
        pytest.param("THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that", id="forged"),
        pytest.param("No space left on device", "the disk is full", id="disk full"),
        pytest.param("No matching distribution found for h11", "h11", id="unknown system"),
    ],
)
def test_failed_download_is_one_sentence_and_keeps_what_worked(
    checkout: Checkout, pip_says: str, sentence: str
) -> None:
    checkout.start()
    pins = checkout.root / "packaging/requirements/run.txt"
    before = pins.read_text()
    pins.write_text(before + "# newer\n")

    failed = checkout.start(PIP_SAYS=pip_says)

    assert failed.code == 1
    assert len(failed.problems) == 2, "one says that the set-up begins, one why it ended"
    assert sentence in failed.problems[1]

    pins.write_text(before)
    assert checkout.start().code == 7


def test_old_python_is_named_and_a_newer_one_found(checkout: Checkout) -> None:
    good = checkout.path / "python3"
    good.rename(checkout.path / "python3.12")
    old = '#!/bin/sh\ncase $* in *version_info*) exit 1 ;; esac\necho "python3 is 3.9.2"\n'
    checkout.command("python3", old)

    assert checkout.start().code == 7

    shutil.rmtree(checkout.venv)
    (checkout.path / "python3.12").unlink()
    outcome = checkout.start()
    assert outcome.code == 1
    assert len(outcome.problems) == 1
    assert "3.11 or newer is needed, but python3 is 3.9.2" in outcome.problems[0]


def test_no_python_is_one_sentence(checkout: Checkout) -> None:
    (checkout.path / "python3").unlink()

    outcome = checkout.start()

    assert outcome.code == 1
    assert len(outcome.problems) == 1
    assert "there is no python3 that runs" in outcome.problems[0]


def test_python_without_ensurepip_is_one_sentence(checkout: Checkout) -> None:
    script = (checkout.path / "python3").read_text()
    case = "case $* in *ensurepip*) exit 1 ;; esac\n"
    checkout.command("python3", script.replace("\n", "\n" + case, 1))

    outcome = checkout.start()

    assert outcome.code == 1
    assert "lacks its venv or ensurepip module" in outcome.problems[-1]


@pytest.fixture
def without_libraries(checkout: Checkout) -> Checkout:
    """Let two libraries be missing until apt-get, which root may use, brings them."""
    missing = "libEGL.so.1 => not found\\nlibxcb-icccm.so.4 => not found\\nlibX11.so.6 => /x"
    checkout.command("ldd", f'#!/bin/sh\n[ -e "$HOME/there" ] || printf "\\t{missing}\\n"\n')
    checkout.command("apt-get", '#!/bin/sh\necho "$*" >>"$CALLS"\n: >"$HOME/there"\n')
    checkout.command("id", "#!/bin/sh\necho $USER_ID\n")
    return checkout


def test_root_gets_missing_libraries(without_libraries: Checkout) -> None:
    outcome = without_libraries.start(QT_QPA_PLATFORM="xcb", USER_ID="0")

    installed = "install -y --no-install-recommends libegl1 libxcb-icccm4"
    assert without_libraries.take_calls() == ["venv", RUN, installed]
    assert outcome.code == 7


def test_others_are_told_the_command(without_libraries: Checkout) -> None:
    outcome = without_libraries.start(QT_QPA_PLATFORM="xcb", USER_ID="1000")

    assert outcome.code == 1
    command = "sudo apt-get install libegl1 libxcb-icccm4"
    assert outcome.problems[-1].endswith(command)


@pytest.mark.parametrize("arguments", [["practice", "echo"], ["--help"], ["--version"]])
def test_headless_commands_need_no_libraries(
    without_libraries: Checkout, arguments: list[str]
) -> None:
    outcome = without_libraries.start(*arguments, QT_QPA_PLATFORM="xcb", USER_ID="1000")

    assert outcome.code == 7
