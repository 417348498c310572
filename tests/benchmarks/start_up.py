"""How soon the window is there and what it weighs, beside a window with nothing in it.

    python tests/benchmarks/start_up.py [--runs 9]

Both start in turns, warm, as processes of their own: what else the machine does hits both alike.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from figures import Figure, at_most, give, use_screen

LONGEST_S, LARGEST_MB = 0.7, 130
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from socket_workbench.startup import process_age_s

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, leave)

def leave():
    print(f"{process_age_s():.3f}", flush=True)
    app.quit()

app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
# The memory at its end: what is resident once the window was painted.
WEIGH = """
import atexit, psutil, sys
atexit.register(lambda: sys.stderr.write(f"RSS {psutil.Process().memory_info().rss}\\n"))
"""
WORKBENCH = """
import sys
sys.argv[1:] = ["--startup-time"]
from socket_workbench_ui.__main__ import main
main()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start."""

    age_s: float
    rss_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the start.")
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    use_screen()
    with tempfile.TemporaryDirectory() as home:
        start(WORKBENCH, Path(home))  # compiles what is not compiled yet
        pairs = [(start(BARE, Path(home)), start(WORKBENCH, Path(home))) for _ in range(runs)]
        weights = start(WEIGH + BARE, Path(home)), start(WEIGH + WORKBENCH, Path(home))
    give(figures(pairs, weights))


def start(code: str, home: Path) -> Start:
    """Start a program in a home of its own and wait for its end."""
    environment = os.environ | {"HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    for name in ("PYTHONDONTWRITEBYTECODE", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    weight = re.search(r"^RSS (\d+)$", done.stderr, re.MULTILINE)
    return Start(float(done.stdout), int(weight[1]) / 1e6 if weight else 0.0)


def figures(pairs: list[tuple[Start, Start]], weights: tuple[Start, Start]) -> list[Figure]:
    """The rows of the table."""
    bare_s = [bare.age_s for bare, _ in pairs]
    full_s = [full.age_s for _, full in pairs]
    ratio = statistics.median(full / bare for bare, full in zip(bare_s, full_s, strict=True))
    spread = f"{min(full_s):.2f} to {max(full_s):.2f} s"
    return [
        at_most("start to first paint", statistics.median(full_s), "s", LONGEST_S, note=spread),
        Figure(
            name="start beside a bare window",
            value=f"{ratio:.2f} times",
            note=f"bare {statistics.median(bare_s):.2f} s",
        ),
        at_most(
            "resident memory after the first paint",
            weights[1].rss_mb,
            "MB",
            LARGEST_MB,
            note=f"bare {weights[0].rss_mb:.0f} MB",
        ),
    ]


if __name__ == "__main__":
    main()
