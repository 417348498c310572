"""The event log over a long recording: growing, scrolling, filtering; prints a table.

    python tests/benchmarks/event_log.py [--rows 1000000] [--folder FOLDER]

The rows are reported to the capture of a real window, opened in this process, so that the window
follows them as it would follow sockets. Every thousandth row holds a word that the filter seeks.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from figures import Figure, Watch, at_most, give, new_app, until, watching
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from socket_workbench.capture.records import Direction
from socket_workbench.capture.store import Capture
from socket_workbench.folders import Folders
from socket_workbench_ui.gui_collector import GuiCollector
from socket_workbench_ui.models.event_log import EventLogModel
from socket_workbench_ui.qt_loop import new_event_loop
from socket_workbench_ui.wiring import open_workbench
from socket_workbench_ui.workbench import Workbench

PAYLOAD = b"GET /index.html HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n"
RARE, EVERY = b"needle in a haystack", 1000
TURN_ROWS = 256
LONGEST_MS, LARGEST_MB = 100, 300
FRAME_MS, FIRST_HITS_S = 33, 0.5
PLACES = 200


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the event log.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the capture goes, instead of /tmp")
    options = parser.parse_args()
    app = new_app()
    with (
        tempfile.TemporaryDirectory(dir=options.folder) as home,
        GuiCollector(),
        asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner,
    ):
        give(runner.run(measure(app, Path(home), options.rows)))


async def measure(app: QApplication, home: Path, rows: int) -> list[Figure]:
    """Open a window, fill its log, use it, and close it."""
    folders = Folders(config=home / "config", state=home / "state")
    async with open_workbench(app, folders) as workbench:
        running = asyncio.get_running_loop().create_task(workbench.run())
        await asyncio.sleep(1.0)
        try:
            return [
                *await growing(workbench, rows),
                *await scrolling(workbench),
                *await filtering(workbench, rows),
            ]
        finally:
            workbench.leave()
            await running


async def growing(workbench: Workbench, rows: int) -> list[Figure]:
    """Report the rows as fast as the capture takes them."""
    log = _log(workbench)
    with watching() as watch:
        begun = time.perf_counter()
        await report(workbench.capture, rows)
        await until(lambda: log.model().rowCount() >= rows, patience_s=60)
        took_s = time.perf_counter() - begun
    return [
        Figure(name=f"log grows to {rows:,} rows", value=f"{rows / took_s:,.0f} rows/s"),
        at_most("  loop away", watch.worst_ms, "ms", LONGEST_MS, note=watch.note),
        at_most("  resident memory", watch.peak_mb, "MB", LARGEST_MB),
    ]


async def report(capture: Capture, rows: int) -> None:
    key = capture.add_socket(context="window", namespace="sockets.tcp", socket_id=1)
    for first in range(0, rows, TURN_ROWS):
        for number in range(first, min(first + TURN_ROWS, rows)):
            capture.event(
                key,
                "sockets.tcp.onReceive",
                at_ns=time.monotonic_ns(),
                arguments='{"socketId":1}',
                data=PAYLOAD if number % EVERY else RARE,
                direction=Direction.IN,
            )
        await asyncio.sleep(0)
        if not capture.has_room():
            await capture.room()
    await capture.flush()


async def scrolling(workbench: Workbench) -> list[Figure]:
    """Jump through the log and paint it at each place, as when its scroll bar is dragged."""
    log = _log(workbench)
    bar, took_ms = log.verticalScrollBar(), list[float]()
    for number in range(PLACES):
        begun = time.perf_counter()
        bar.setValue(bar.maximum() * (number * 7919 % PLACES) // PLACES)
        log.viewport().repaint()
        took_ms.append((time.perf_counter() - begun) * 1e3)
        await asyncio.sleep(0)
    middle = statistics.median(took_ms)
    worst = f"worst {max(took_ms):.0f} ms"
    return [at_most("jump and paint", middle, "ms", FRAME_MS, note=worst)]


async def filtering(workbench: Workbench, rows: int) -> list[Figure]:
    """Seek a rare word, and one that is nowhere."""
    model = _log(workbench).model()
    field = workbench.window.findChild(QLineEdit, "eventFilter")
    assert isinstance(model, EventLogModel)
    assert isinstance(field, QLineEdit)
    hits = -(-rows // EVERY)
    with watching() as watch:
        begun = time.perf_counter()
        field.setText("needle")
        await until(lambda: model.rowCount() > 0, patience_s=60)
        first_s = time.perf_counter() - begun
        await until(lambda: model.rowCount() >= hits, patience_s=600)
        all_s = time.perf_counter() - begun
    nowhere = await seek_in_vain(model, field)
    return [
        at_most("filter: first hits after", first_s, "s", FIRST_HITS_S),
        Figure(name="  all hits", value=f"{all_s:.2f} s", note=f"{rows / all_s:,.0f} rows/s"),
        at_most("  loop away", watch.worst_ms, "ms", LONGEST_MS, note=watch.note),
        at_most("  loop away, no hits", nowhere.worst_ms, "ms", LONGEST_MS, note=nowhere.note),
    ]


async def seek_in_vain(model: EventLogModel, field: QLineEdit) -> Watch:
    with watching() as watch:
        field.setText("nowhere")
        await asyncio.sleep(0.1)
        await until(lambda: not model.window.is_searching, patience_s=600)
    return watch


def _log(workbench: Workbench) -> QTableView:
    log = workbench.window.findChild(QTableView, "eventLog")
    assert isinstance(log, QTableView)
    return log


if __name__ == "__main__":
    main()
