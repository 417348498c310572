"""Floods into panels of a real window: does it answer, does it grow, is anything lost?

    python tests/benchmarks/window_floods.py [--seconds 10] [--folder FOLDER] [FLOOD ...]

Floods: `datagrams`, 50,000 a second of 64 bytes into a UDP panel; `stream`, 100 MB a second into a
TCP client panel; `clients`, 100 of them, each having 1 KB echoed 20 times a second by a TCP server
panel; `together`, all three at whatever rates come out. Everything is recorded.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from figures import Figure, at_most, give, new_app, until, watching
from PySide6.QtWidgets import QApplication

from socket_workbench.folders import Folders
from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.tcp_entries import ResponderEntry, TcpClientEntry, TcpServerEntry
from socket_workbench.session.udp_entries import UdpEntry
from socket_workbench_ui.gui_collector import GuiCollector
from socket_workbench_ui.qt_loop import new_event_loop
from socket_workbench_ui.wired.panel import Panel
from socket_workbench_ui.wiring import open_workbench
from socket_workbench_ui.workbench import Workbench

PEERS = Path(__file__).with_name("flood_peers.py")
RATE_PER_S, MB_PER_S, CLIENTS, ECHOES_PER_S = 50_000, 100, 100, 20
RECEIVE_BUFFER_BYTES = 4 << 20
TYPICAL_MS, LONGEST_MS, LARGEST_MB = 50, 100, 400
NEARLY = 0.97
"""Of the rate that is wanted: what a paced sender reaches beside others."""
SETTLE_S, PATIENCE_S = 1.0, 60.0
TOGETHER = "together"
FLOODS = ("datagrams", "stream", "clients", TOGETHER)


class Flooded:
    """A window under flood."""

    def __init__(self, workbench: Workbench, seconds: int, panels: int) -> None:
        self._workbench, self._seconds = workbench, seconds
        self._capture = workbench.capture
        self._are_open = asyncio.Barrier(panels + 1)

    async def all_open(self) -> None:
        """Wait until every panel is open: to open one takes longer than a flood lets wait."""
        await self._are_open.wait()

    async def datagrams(self, *, has_rate: bool) -> list[Figure]:
        """Numbered datagrams into a UDP panel."""
        panel = await self._begun(
            UdpEntry(title="flood", address="127.0.0.1", receive_buffer_bytes=RECEIVE_BUFFER_BYTES)
        )
        key = panel.socket
        result = await peer("datagrams", self._port(panel), RATE_PER_S, self._seconds)
        await self._settled(lambda: self._capture.totals(key).events_in)
        received = self._capture.totals(key).events_in
        dropped = self._workbench.app.dropped_datagrams
        lost = int(result["sent"]) - received - dropped
        return [
            rate("datagrams", received / result["seconds"], "/s", RATE_PER_S, has_rate=has_rate),
            nothing("datagrams that the kernel delivered and nobody saw", lost),
            Figure(name="datagrams dropped by the kernel", value=str(dropped)),
        ]

    async def stream(self, *, has_rate: bool) -> list[Figure]:
        """Bytes into a TCP client panel."""
        process = await start("stream", MB_PER_S, self._seconds)
        assert process.stdout is not None
        port = int(await process.stdout.readline())
        panel = await self._begun(TcpClientEntry(title="stream", host="127.0.0.1", port=port))
        key = panel.socket
        result = json.loads(await process.stdout.readline())
        await process.wait()
        await self._settled(lambda: self._capture.totals(key).bytes_in)
        received = self._capture.totals(key).bytes_in
        reached = received / 1e6 / result["seconds"]
        return [
            rate("stream", reached, "MB/s", MB_PER_S, has_rate=has_rate),
            nothing("bytes of the stream lost", int(result["sent"]) - received),
        ]

    async def clients(self, *, has_rate: bool) -> list[Figure]:
        """Clients of a TCP server panel that echoes."""
        panel = await self._begun(
            TcpServerEntry(title="echo", port=0, responder=ResponderEntry(mode="echo"))
        )
        result = await peer("clients", self._port(panel), CLIENTS, ECHOES_PER_S, self._seconds)
        wanted = CLIENTS * ECHOES_PER_S
        return [
            rate("echoes", result["echoed"] / result["seconds"], "/s", wanted, has_rate=has_rate),
            nothing("echoes that were wrong", int(result["wrong"])),
        ]

    async def together(self, *, has_rate: bool) -> list[Figure]:
        """All at once, at whatever rates come out."""
        floods = (self.datagrams, self.stream, self.clients)
        found = await asyncio.gather(*(flood(has_rate=has_rate) for flood in floods))
        return [figure for figures in found for figure in figures]

    async def _begun(self, entry: PanelEntry) -> Panel:
        panel = self._workbench.panels.open(entry)
        panel.begin()
        await until(lambda: panel.is_open, patience_s=PATIENCE_S)
        await self.all_open()
        return panel

    def _port(self, panel: Panel) -> int:
        live = next(one for one in self._workbench.app.live() if one.key == panel.socket)
        return int(live.info["localPort"])

    @staticmethod
    async def _settled(count: Callable[[], int]) -> None:
        """Wait until nothing more comes."""
        before = -1
        while count() != before:
            before = count()
            await asyncio.sleep(SETTLE_S)


async def start(*words: object) -> asyncio.subprocess.Process:
    """Start a peer."""
    return await asyncio.create_subprocess_exec(
        sys.executable, str(PEERS), *map(str, words), stdout=asyncio.subprocess.PIPE
    )


async def peer(*words: object) -> dict[str, float]:
    """Run a peer to its end; gives its result."""
    process = await start(*words)
    output, _ = await process.communicate()
    return json.loads(output)


def rate(name: str, reached: float, unit: str, wanted: float, *, has_rate: bool) -> Figure:
    """A rate, that should be reached where a flood runs alone."""
    return Figure(
        name=name,
        value=f"{reached:,.0f} {unit}",
        target=f">= {wanted * NEARLY:,.0f} {unit}" if has_rate else "",
        is_met=reached >= wanted * NEARLY if has_rate else None,
    )


def nothing(name: str, count: int) -> Figure:
    """Something that should not be."""
    return Figure(name=name, value=str(count), target="0", is_met=count == 0)


async def run(app: QApplication, home: Path, flood: str, seconds: int) -> list[Figure]:
    """Open a window, flood it, and close it."""
    folders = Folders(config=home / "config", state=home / "state")
    async with open_workbench(app, folders) as workbench:
        running = asyncio.get_running_loop().create_task(workbench.run())
        await asyncio.sleep(SETTLE_S)
        try:
            flooded = Flooded(workbench, seconds, len(FLOODS) - 1 if flood == TOGETHER else 1)
            work = asyncio.get_running_loop().create_task(
                getattr(flooded, flood)(has_rate=flood != TOGETHER)
            )
            await flooded.all_open()
            with watching() as watch:
                figures = await work
        finally:
            workbench.leave()
            await running
    typical_ms = watch.percentile_ms(95)
    figures += [
        at_most("window answers, 95 of 100 times within", typical_ms, "ms", TYPICAL_MS),
        at_most(
            "window answers, at worst within", watch.worst_ms, "ms", LONGEST_MS, note=watch.note
        ),
        at_most("resident memory", watch.peak_mb, "MB", LARGEST_MB),
    ]
    return [named(flood, figure) for figure in figures]


def named(flood: str, figure: Figure) -> Figure:
    """The figure with the flood before its name."""
    return Figure(
        name=f"{flood}: {figure.name}",
        value=figure.value,
        target=figure.target,
        is_met=figure.is_met,
        note=figure.note,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Flood panels of a window.")
    parser.add_argument("floods", nargs="*", metavar="FLOOD", help=", ".join(FLOODS))
    parser.add_argument("--seconds", type=int, default=10, help="length of each flood")
    parser.add_argument("--folder", type=Path, help="where captures go, instead of /tmp")
    options = parser.parse_args()
    app = new_app()
    for flood in options.floods or FLOODS:
        with (
            tempfile.TemporaryDirectory(dir=options.folder) as home,
            GuiCollector(),
            asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner,
        ):
            give(runner.run(run(app, Path(home), flood, options.seconds)))


if __name__ == "__main__":
    main()
