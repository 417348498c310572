"""Receive a stream in the window, with recording on: is all of it kept, and does the window live?

    python tests/benchmarks/window_receive.py [--mb 1000] [--buffer BYTES] [--folder FOLDER]

A TCP client panel of a real window, opened in this process, receives from another one. What the
capture then holds is hashed, row by row, and compared with what was sent.
"""

import argparse
import asyncio
import hashlib
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from figures import Figure, Watch, at_most, give, new_app, until, watching
from PySide6.QtWidgets import QApplication
from stream import digest, sender

from socket_workbench.capture.reader import CaptureReader
from socket_workbench.folders import Folders
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench_ui.gui_collector import GuiCollector
from socket_workbench_ui.qt_loop import new_event_loop
from socket_workbench_ui.wiring import open_workbench
from socket_workbench_ui.workbench import Workbench

SETTLE_S = 1.0
RECEIVED = "sockets.tcp.onReceive"
LARGEST_MB, LONGEST_MS = 300, 100


@dataclass(frozen=True, slots=True)
class Run:
    """One stream that was received."""

    watch: Watch
    took_s: float
    is_whole: bool
    rows: int


def main() -> None:
    parser = argparse.ArgumentParser(description="Receive a stream in the window.")
    parser.add_argument("--mb", type=int, default=1000, help="size of the stream in 10^6 bytes")
    parser.add_argument("--buffer", type=int, help="bufferSize; the API's default without")
    parser.add_argument("--folder", type=Path, help="where the capture goes, instead of /tmp")
    options = parser.parse_args()
    size = options.mb * 1_000_000
    app = new_app()
    with (
        tempfile.TemporaryDirectory(dir=options.folder) as home,
        sender(size) as port,
        GuiCollector(),
        asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner,
    ):
        entry = TcpClientEntry(
            title="stream", host="127.0.0.1", port=port, buffer_size=options.buffer
        )
        run = runner.run(receive(app, Path(home), entry, size))
    give(figures(f"{options.mb} MB, bufferSize {options.buffer or 'default'}", size, run))


def figures(name: str, size: int, run: Run) -> list[Figure]:
    """The rows of the table."""
    speed = f"{size / 1e6 / run.took_s:.0f} MB/s"
    return [
        Figure(
            name=f"{name}: every byte in the capture",
            value="yes" if run.is_whole else "NO",
            target="yes",
            is_met=run.is_whole,
            note=f"{run.rows} rows, hashed",
        ),
        Figure(name=f"{name}: speed", value=speed),
        at_most(f"{name}: loop away", run.watch.worst_ms, "ms", LONGEST_MS, note=run.watch.note),
        at_most(f"{name}: resident memory", run.watch.peak_mb, "MB", LARGEST_MB),
    ]


async def receive(app: QApplication, home: Path, entry: TcpClientEntry, size: int) -> Run:
    """Open a window, let it receive, and close it."""
    folders = Folders(config=home / "config", state=home / "state")
    async with open_workbench(app, folders) as workbench:
        running = asyncio.get_running_loop().create_task(workbench.run())
        panel = workbench.panels.open(entry)
        await asyncio.sleep(SETTLE_S)
        try:
            with watching() as watch:
                took_s = await take_stream(workbench, panel.begin, size)
                await asyncio.sleep(SETTLE_S)
            await workbench.capture.flush()
            return Run(watch, took_s, *kept(workbench.capture.path, size))
        finally:
            workbench.leave()
            await running


async def take_stream(workbench: Workbench, connect: Callable[[], object], size: int) -> float:
    """Connect and wait for the last byte; gives the seconds that took."""
    begun = time.perf_counter()
    connect()
    totals = workbench.capture.totals
    await until(lambda: totals().bytes_in >= size, patience_s=600)
    return time.perf_counter() - begun


def kept(path: Path, size: int) -> tuple[bool, int]:
    """Whether the capture holds the stream, and in how many rows."""
    whole, rows = hashlib.sha256(), 0
    reader = CaptureReader(path)
    for first in range(0, reader.count(), 1000):
        for row in reader.rows(first, 1000):
            if row.name == RECEIVED:
                whole.update(reader.data(row.id))
                rows += 1
    reader.close()
    return whole.hexdigest() == digest(size), rows


if __name__ == "__main__":
    main()
