"""What the benchmarks measure with, and the rows that they give."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

PROBE_MS = 5
RSS_S = 0.05
MB = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table."""

    name: str
    value: str
    target: str = ""
    """Empty where there is none."""
    is_met: bool | None = None
    note: str = ""


def give(figures: Iterable[Figure]) -> None:
    """Print figures: as a table, or one JSON object a line for `run.py`."""
    if os.environ.get("BENCHMARK_JSON"):
        for figure in figures:
            sys.stdout.write(json.dumps(asdict(figure)) + "\n")
    else:
        sys.stdout.write(table(figures))
    sys.stdout.flush()


def table(figures: Iterable[Figure]) -> str:
    """Rows below each other, the columns as wide as they must be."""
    marks = {None: "", True: "met", False: "MISSED"}
    rows = [("", "figure", "target", "", "note")]
    rows += [(f.name, f.value, f.target, marks[f.is_met], f.note) for f in figures]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def at_most(name: str, value: float, unit: str, limit: float, *, note: str = "") -> Figure:
    """A figure that should not be larger than `limit`."""
    return Figure(
        name=name,
        value=f"{value:.3g} {unit}" if value < 100 else f"{value:.0f} {unit}",
        target=f"<= {limit:g} {unit}",
        is_met=value <= limit,
        note=note,
    )


def use_screen() -> str:
    """Choose Qt's platform: the screen that is there, else none; gives its name."""
    if "QT_QPA_PLATFORM" not in os.environ and not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return os.environ.get("QT_QPA_PLATFORM", "screen")


def new_app() -> QApplication:
    """An application for windows that a benchmark opens in its own process."""
    use_screen()
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    return app


@dataclass
class Watch:
    """How long the window's loop was away, and how much memory was resident meanwhile."""

    away_ms: list[float] = field(default_factory=list)
    starved_ms: list[float] = field(default_factory=list)
    """How much of each the thread waited for a processor; zeros where the system does not tell."""
    peak_mb: float = 0.0

    @property
    def worst_ms(self) -> float:
        return max(self.away_ms, default=0.0)

    @property
    def note(self) -> str:
        """The spread, and what of the worst is the neighbours' doing."""
        worst = max(range(len(self.away_ms)), key=self.away_ms.__getitem__, default=None)
        starved_ms = 0 if worst is None else self.starved_ms[worst]
        middle, late = self.percentile_ms(50), self.percentile_ms(99)
        return f"p50 {middle:.0f}, p99 {late:.0f}; {starved_ms:.0f} ms of it without a processor"

    def percentile_ms(self, percent: float) -> float:
        ordered = sorted(self.away_ms)
        return ordered[min(int(len(ordered) * percent / 100), len(ordered) - 1)] if ordered else 0.0


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch the Qt loop of this thread: a timer every 5 ms notes how late it is served."""
    watch, process, timer = Watch(), psutil.Process(), QTimer()
    starved_ms, due, rss_due = _starved_ms(), time.perf_counter() + PROBE_MS / 1e3, 0.0

    def tick() -> None:
        nonlocal starved_ms, due, rss_due
        now, starved_before_ms = time.perf_counter(), starved_ms
        starved_ms = _starved_ms()
        watch.away_ms.append(max(0.0, (now - due) * 1e3))
        watch.starved_ms.append(starved_ms - starved_before_ms)
        if now >= rss_due:
            rss_due = now + RSS_S
            watch.peak_mb = max(watch.peak_mb, process.memory_info().rss / MB)
        due = time.perf_counter() + PROBE_MS / 1e3

    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(PROBE_MS)
    try:
        yield watch
    finally:
        timer.stop()


def _starved_ms() -> float:
    """How long this thread has waited for a processor in its life; Linux only."""
    try:
        waited_ns = Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0.0
    return int(waited_ns) / 1e6


async def until(is_so: Callable[[], bool], *, patience_s: float) -> None:
    """Wait until `is_so()`; ends the benchmark when that takes too long."""
    async with asyncio.timeout(patience_s):
        while not is_so():  # noqa: ASYNC110 - figures tell nobody that they changed
            await asyncio.sleep(0.02)
