"""How many of 100,000 datagrams a socket of chrome.sockets.udp loses, recorded; prints a table.

    python tests/benchmarks/datagram_losses.py [--repeat 3] [--qt]

At 50,000/s into a kernel buffer set by `workbench.udp`, and at 20,000/s into the kernel's own.
`--qt` receives on the window's loop. The sender is a process of its own.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api_bare import HOST, QUIET_S, UDP_BUFFER_BYTES, telling
from api_rows import Sample, load, peers
from figures import Figure, at_most, give
from python_api import run

from socket_workbench.capture.store import Capture
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.extras.workbench import Workbench
from socket_workbench.tasks import TaskScope

COUNT, BYTES = 100_000, 64


@dataclass(frozen=True, slots=True)
class Load:
    """Datagrams as fast as this into a buffer of this size."""

    name: str
    rate_per_s: int
    buffer_bytes: int
    """0: the kernel's own."""
    limit_percent: float


LOADS = (
    Load("50,000/s, 4 MiB", 50_000, UDP_BUFFER_BYTES, 0),
    Load("20,000/s, the kernel's buffer", 20_000, 0, 0.1),
)


async def lost(ports: dict[str, int], sent: Load) -> Sample:
    """Percent of the datagrams that did not come; the note says what the kernel told."""
    with tempfile.TemporaryDirectory() as folder:
        capture = await Capture.create(Path(folder) / "run.swcap")
        async with TaskScope(on_error=lambda error, name: sys.exit(f"{name}: {error!r}")) as scope:
            app = ChromeApp(Manifest.allow_all(), capture, scope)
            try:
                return await _receive(ports, sent, app)
            finally:
                await app.aclose()
                await capture.aclose()


async def _receive(ports: dict[str, int], sent: Load, app: ChromeApp) -> Sample:
    udp, extras = app.sockets.udp, Workbench(app).udp
    came, last = 0, time.perf_counter()

    def count(_: Any) -> None:
        nonlocal came, last
        came, last = came + 1, time.perf_counter()

    udp.onReceive.addListener(count)
    socket_id = (await udp.create())["socketId"]
    if sent.buffer_bytes:
        await extras.setReceiveBuffer(socket_id, sent.buffer_bytes)
    await udp.bind(socket_id, HOST, 0)
    port = (await udp.getInfo(socket_id)).get("localPort", 0)
    with telling(ports) as tell:
        tell(f"udp {port} {BYTES} {sent.rate_per_s} {COUNT}")
        last += COUNT / sent.rate_per_s  # it may take a while before the first one
        while came < COUNT and time.perf_counter() < last + QUIET_S:  # noqa: ASYNC110 - a pause is no event
            await asyncio.sleep(QUIET_S / 10)
    granted = (await extras.getInfo(socket_id)).get("receiveBuffer", 0)
    note = f"buffer {granted} bytes, {app.context.dropped_datagrams} dropped by the kernel"
    return Sample(100 * (COUNT - came) / COUNT, note)


def figures(repeat: int, *, on_qt: bool) -> Iterator[Figure]:
    with peers() as ports:
        for sent in LOADS:
            samples = [run(lost(ports, sent), on_qt=on_qt) for _ in range(repeat)]
            percent = statistics.median(sample.value for sample in samples)
            worst = max(sample.value for sample in samples)
            note = f"worst {worst:.3g} %, {samples[-1].note}"
            yield at_most(f"lost at {sent.name}", percent, "%", sent.limit_percent, note=note)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--qt", action="store_true", help="on the window's loop")
    options = parser.parse_args()
    give(figures(options.repeat, on_qt=options.qt))
    sys.stderr.write(load())


if __name__ == "__main__":
    main()
