import os
import subprocess
import sys

import pytest

CODE = """
import sys
from socket_workbench_ui.__main__ import main
sys.argv = ["socket-workbench", *sys.argv[1:]]
code = None
try:
    code = main()
finally:
    assert "PySide6" not in sys.modules, "a headless command has loaded Qt"
sys.exit(code)
"""


def console_script(*arguments: str) -> subprocess.CompletedProcess[str]:
    without_display = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        env=without_display,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("--version", 0),
        ("--help", 0),
        ("session schema", 0),
        ("session check none.swb", 1),
        ("practice tea", 2),
    ],
)
def test_headless_command_needs_neither_qt_nor_a_display(arguments: str, code: int) -> None:
    assert console_script(*arguments.split()).returncode == code


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_window_without_a_display_is_one_sentence_and_2() -> None:
    result = console_script("work.swb")

    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
