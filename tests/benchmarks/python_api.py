"""What chrome.sockets reaches from Python, recorded, over loopback; prints a table.

    python tests/benchmarks/python_api.py [--seconds 3] [--repeat 3] [--qt] [ROW ...]

Every call and event goes to a capture on the disk, and its time ends when all is committed. In
the same run and on the same kind of loop, in turns, a bare loop does the same with plain sockets
and SQLite. `--qt` runs both on the window's loop. The peers are a process of their own.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from api_bare import (
    BUFFER_BYTES,
    ECHO_BYTES,
    HOST,
    QUIET_S,
    SEND_BYTES,
    UDP_BUFFER_BYTES,
    Bare,
    BareRecord,
    climb,
    repeat,
    telling,
)
from api_rows import (
    ACCEPT,
    CONNECT,
    DATAGRAMS,
    ECHO,
    SEND,
    Row,
    Sample,
    chosen,
    compared,
    load,
    peers,
)
from figures import give, new_app
from PySide6.QtWidgets import QApplication

from socket_workbench.capture.store import Capture
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.extras.workbench import Workbench
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.qt_loop import QtLoop


class Facade:
    """Measures rows through the API."""

    def __init__(
        self, ports: dict[str, int], app: ChromeApp, capture: Capture, seconds: float
    ) -> None:
        self._ports, self._app, self._capture, self._seconds = ports, app, capture, seconds
        self._tcp = app.sockets.tcp

    async def measure(self, row: Row) -> Sample:
        """One row, once."""
        if row in BUFFER_BYTES:
            return await self._receive(BUFFER_BYTES[row])
        work = {
            SEND: self._send,
            ECHO: self._echo,
            DATAGRAMS: self._datagrams,
            CONNECT: self._connects,
            ACCEPT: self._accepts,
        }
        return await work[row]()

    async def _connected(self, name: str, buffer_bytes: int = 4096) -> int:
        socket_id = (await self._tcp.create({"bufferSize": buffer_bytes}))["socketId"]
        code = await self._tcp.connect(socket_id, HOST, self._ports[name])
        assert code == 0, code
        return socket_id

    async def _receive(self, size: int) -> Sample:
        total = 0

        def count(info: Any) -> None:
            nonlocal total
            total += len(info["data"])

        self._tcp.onReceive.addListener(count)
        start = time.perf_counter()
        socket_id = await self._connected("flood", size)
        await asyncio.sleep(self._seconds)
        await self._tcp.close(socket_id)
        await self._capture.flush()
        return Sample(total / (time.perf_counter() - start) / 1e6)

    async def _send(self) -> Sample:
        socket_id, data, total = await self._connected("discard"), bytes(SEND_BYTES), 0
        start = time.perf_counter()
        while time.perf_counter() < start + self._seconds:
            total += (await self._tcp.send(socket_id, data)).get("bytesSent", 0)
            if not self._capture.has_room():
                await self._capture.room()
        await self._capture.flush()
        return Sample(total / (time.perf_counter() - start) / 1e6)

    async def _echo(self) -> Sample:
        data, got, back = bytes(ECHO_BYTES), 0, asyncio.Event()

        def count(info: Any) -> None:
            nonlocal got
            got += len(info["data"])
            if got >= ECHO_BYTES:
                got -= ECHO_BYTES
                back.set()

        async def turn() -> None:
            back.clear()
            self._tcp.send(socket_id, data)
            await back.wait()

        self._tcp.onReceive.addListener(count)
        socket_id = await self._connected("echo")
        return await repeat(self._seconds, turn)

    async def _connects(self) -> Sample:
        async def turn() -> None:
            await self._tcp.close(await self._connected("discard"))

        return await repeat(self._seconds, turn)

    async def _accepts(self) -> Sample:
        count, last, server = 0, 0.0, self._app.sockets.tcpServer

        def close(info: Any) -> None:
            nonlocal count, last
            self._tcp.close(info["clientSocketId"])
            count, last = count + 1, time.perf_counter()

        server.onAccept.addListener(close)
        socket_id = (await server.create())["socketId"]
        await server.listen(socket_id, HOST, 0, 1000)
        port = (await server.getInfo(socket_id)).get("localPort", 0)
        with telling(self._ports) as tell:
            start = time.perf_counter()
            tell(f"dial {port} {int(self._seconds * 1000)}")
            await asyncio.sleep(self._seconds + QUIET_S)
        return Sample(count / (last - start))

    async def _datagrams(self) -> Sample:
        udp, extras = self._app.sockets.udp, Workbench(self._app).udp
        total, last = 0, 0.0

        def count(_: Any) -> None:
            nonlocal total, last
            total, last = total + 1, time.perf_counter()

        async def take(_: int) -> int:
            nonlocal total, last
            total, last = 0, time.perf_counter()
            while time.perf_counter() < last + QUIET_S:  # noqa: ASYNC110 - a pause is no event
                await asyncio.sleep(QUIET_S / 4)
            return total

        udp.onReceive.addListener(count)
        socket_id = (await udp.create())["socketId"]
        await extras.setReceiveBuffer(socket_id, UDP_BUFFER_BYTES)
        await udp.bind(socket_id, HOST, 0)
        port = (await udp.getInfo(socket_id)).get("localPort", 0)
        granted = (await extras.getInfo(socket_id)).get("receiveBuffer", 0)
        with telling(self._ports) as tell:
            sample = await climb(tell, port, take)
        sample.note = ", ".join(filter(None, (f"buffer {granted} bytes", sample.note)))
        return sample


async def of_facade(ports: dict[str, int], row: Row, options: argparse.Namespace) -> Sample:
    """Measure a row with a capture of its own."""
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        capture = await Capture.create(Path(folder) / "run.swcap")
        async with TaskScope(on_error=lambda error, name: sys.exit(f"{name}: {error!r}")) as scope:
            app = ChromeApp(Manifest.allow_all(), capture, scope)
            try:
                return await Facade(ports, app, capture, options.seconds).measure(row)
            finally:
                await app.aclose()
                await capture.aclose()


async def of_bare(ports: dict[str, int], row: Row, options: argparse.Namespace) -> Sample:
    """Measure a row without the program."""
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        record = BareRecord(Path(folder) / "bare.db")
        try:
            return await Bare(ports, record, options.seconds).measure(row)
        finally:
            record.close()


def run(work: Coroutine[Any, Any, Sample], *, on_qt: bool) -> Sample:
    """Run on a loop of its own."""
    if not on_qt:
        return asyncio.run(work)
    app = QApplication.instance() or new_app()
    assert isinstance(app, QApplication)
    with asyncio.Runner(loop_factory=lambda: QtLoop(app)) as runner:
        return runner.run(work)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", nargs="*")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where captures go, instead of /tmp")
    parser.add_argument("--qt", action="store_true", help="on the window's loop")
    options = parser.parse_args()
    ours: dict[Row, list[Sample]] = {}
    bare: dict[Row, list[Sample]] = {}
    with peers() as ports:
        for row in chosen(options.rows) * options.repeat:
            for samples, measure in ((bare, of_bare), (ours, of_facade)):
                sample = run(measure(ports, row, options), on_qt=options.qt)
                samples.setdefault(row, []).append(sample)
    give(compared(ours, bare, is_python=True))
    sys.stderr.write(load())


if __name__ == "__main__":
    main()
