"""The checks that hold for every test do find what they look for."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CORE_TESTS = """
import asyncio, logging, os, socket, sys, threading, warnings
from pathlib import Path
import pytest
from hypothesis import Phase, example, given, settings, strategies
from socket_workbench.tasks import TaskScope
from support.logs import LogWatch, fail_test

KEPT = []

async def forever():
    await asyncio.sleep(1000)

async def fails():
    raise ValueError("no good")

async def test_bad_task():
    KEPT.append(asyncio.get_running_loop().create_task(forever(), name="lost"))

@settings(phases=[Phase.explicit])
@example(1)
@given(strategies.integers())
async def test_bad_task_under_hypothesis(number):
    KEPT.append(asyncio.get_running_loop().create_task(forever(), name="lost"))

def test_bad_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_bad_socket():
    KEPT.append(socket.socket())

def test_bad_unreferenced_socket():
    loop = [socket.socket()]
    loop.append(loop)

def test_bad_file(tmp_path):
    KEPT.append((tmp_path / "file").open("w"))

def test_bad_warning():
    warnings.warn("odd", stacklevel=1)

def test_bad_log():
    logging.getLogger("x").warning("unexpected")

def test_bad_missing_log(log_watch):
    log_watch.expect("never said")

async def test_bad_scope():
    async with TaskScope(on_error=fail_test) as scope:
        scope.spawn(fails(), name="failing")
        await scope.idle()

def test_good_log(log_watch: LogWatch):
    log_watch.expect("^expected")
    logging.getLogger("x").warning("expected this")

async def test_good_task_that_ends():
    KEPT.append(asyncio.get_running_loop().create_task(asyncio.sleep(0.05)))

class TestGood:
    async def test_good_thread_of_the_loop(self):
        await asyncio.to_thread(sum, [1])

def test_good_thread_that_ends():
    threading.Timer(0.05, print).start()

def test_good_home(home):
    assert Path.home() == home
    assert list(home.iterdir()) == []
"""

QT_TESTS = """
import asyncio
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

async def forever():
    await asyncio.sleep(1000)

def test_bad_qt_warning(qtbot):
    qWarning("odd")

def test_bad_task(run_on_qt):
    async def leaves():
        asyncio.get_running_loop().create_task(forever())
    run_on_qt(leaves())

def test_good_timeout(run_on_qt):
    with pytest.raises(TimeoutError):
        run_on_qt(forever(), timeout_s=0.1)

@pytest.mark.parametrize("number", [1, 2])
def test_good_window_and_sockets(run_on_qt, qtbot, number):
    async def talk():
        window = QWidget()
        window.show()
        ticked = asyncio.Event()
        QTimer.singleShot(1, ticked.set)
        await ticked.wait()
        served = asyncio.Event()
        server = await asyncio.start_server(lambda r, w: (w.close(), served.set()), "127.0.0.1", 0)
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            assert await reader.read() == b""
            writer.close()
            await writer.wait_closed()
        window.close()
        return await asyncio.to_thread(sum, [number, 1])
    assert run_on_qt(talk()) == number + 1
"""


def run_pytest(*arguments: str) -> str:
    """Run pytest in a process of its own and give what it printed."""
    command = [
        *(sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml")),
        *("--rootdir", str(ROOT), "-p", "no:cacheprovider", *arguments),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT / "tests")
    return run.stdout + run.stderr


def outcomes(folder: Path, tests: str) -> tuple[set[str], set[str]]:
    """Run `tests`; give the names of those that passed and the others."""
    file = folder / "test_sample.py"
    file.write_text(tests, encoding="utf-8")
    output = run_pytest("-p", "conftest", "-rA", "--tb=no", str(file))
    found: dict[str, set[str]] = {"PASSED": set(), "FAILED": set(), "ERROR": set()}
    for line in output.splitlines():
        outcome, _, rest = line.partition(" ")
        if outcome in found and "::" in rest:
            found[outcome].add(rest.split(" - ")[0].rpartition("::")[2].partition("[")[0])
    bad = found["FAILED"] | found["ERROR"]
    assert found["PASSED"] | bad, output
    return found["PASSED"] - bad, bad


def names(tests: str, prefix: str) -> set[str]:
    """List the functions of `tests` whose name begins with `prefix`."""
    return {
        line.split("def ")[1].partition("(")[0]
        for line in tests.splitlines()
        if f"def {prefix}" in line
    }


def test_core_tests_fail_for_what_they_leave_behind(tmp_path: Path) -> None:
    passed, failed = outcomes(tmp_path, CORE_TESTS)

    assert failed == names(CORE_TESTS, "test_bad")
    assert passed == names(CORE_TESTS, "test_good")


def test_qt_tests_fail_for_what_they_leave_behind(tmp_path: Path) -> None:
    passed, failed = outcomes(tmp_path, QT_TESTS)

    assert failed == names(QT_TESTS, "test_bad")
    assert passed == names(QT_TESTS, "test_good")


def test_core_tests_alone_run_without_qt() -> None:
    alone = run_pytest("--collect-only", str(ROOT / "tests" / "app"))
    together = run_pytest("--collect-only", str(ROOT / "tests" / "ui"))

    assert "PySide6" not in alone
    assert "PySide6" in together
