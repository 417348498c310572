"""The rows of the API with nothing but an event loop, sockets and SQLite."""

import asyncio
import socket
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from api_rows import (
    ACCEPT,
    CONNECT,
    DATAGRAMS,
    ECHO,
    RECEIVE_LARGE,
    RECEIVE_SMALL,
    SEND,
    Row,
    Sample,
)
from capture_write import BARE_COMMIT_BYTES, BARE_COMMIT_ROWS

TURN_BYTES = 256 * 1024
HOST = "127.0.0.1"
SEND_BYTES, ECHO_BYTES = 65536, 64
BUFFER_BYTES = {RECEIVE_SMALL: 4096, RECEIVE_LARGE: 1 << 20}
UDP_BUFFER_BYTES = 4 << 20
LADDER_PER_S = (5_000, 10_000, 20_000, 33_000, 50_000, 70_000, 90_000)
"""Rates of datagrams that are tried until some are lost."""
LADDER_S = 1.5
QUIET_S = 0.5
SO_RCVBUFFORCE = 33


class BareRecord:
    """Rows and bytes in two tables, committed on the loop; without a path nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._database: sqlite3.Connection | None = None
        self._rows: list[tuple[object, ...]] = []
        self._data: list[tuple[int, bytes]] = []
        self._bytes = self._last_id = 0
        if path is not None:
            self._database = sqlite3.connect(path, isolation_level=None)
            self._database.executescript(
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                "CREATE TABLE events (id INTEGER PRIMARY KEY, at_ns, name, size);"
                "CREATE TABLE data (id INTEGER PRIMARY KEY, bytes BLOB)"
            )

    def add(self, name: str, data: bytes = b"") -> None:
        if self._database is None:
            return
        self._last_id += 1
        self._rows.append((self._last_id, time.monotonic_ns(), name, len(data)))
        if data:
            self._data.append((self._last_id, data))
            self._bytes += len(data)
        if self._bytes >= BARE_COMMIT_BYTES or len(self._rows) >= BARE_COMMIT_ROWS:
            self.flush()

    def flush(self) -> None:
        if self._database is None:
            return
        self._database.execute("BEGIN")
        self._database.executemany("INSERT INTO events VALUES (?,?,?,?)", self._rows)
        self._database.executemany("INSERT INTO data VALUES (?,?)", self._data)
        self._database.execute("COMMIT")
        self._rows.clear()
        self._data.clear()
        self._bytes = 0

    def close(self) -> None:
        if self._database is not None:
            self._database.close()


class Bare:
    """Measures rows; `record` gets every call and event."""

    def __init__(self, ports: dict[str, int], record: BareRecord, seconds: float) -> None:
        self._ports, self._record, self._seconds = ports, record, seconds
        self._loop = asyncio.get_running_loop()

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

    async def _connected(self, name: str) -> socket.socket:
        sock = socket.socket()
        sock.setblocking(False)
        await self._loop.sock_connect(sock, (HOST, self._ports[name]))
        self._record.add("connect")
        return sock

    async def _receive(self, size: int) -> Sample:
        total = left = 0
        with await self._connected("flood") as sock:
            start = time.perf_counter()
            while time.perf_counter() < start + self._seconds:
                data = await self._loop.sock_recv(sock, size)
                self._record.add("receive", data)
                total += len(data)
                left -= len(data)
                if left <= 0:
                    left = TURN_BYTES
                    await asyncio.sleep(0)
        self._record.flush()
        return Sample(total / (time.perf_counter() - start) / 1e6)

    async def _send(self) -> Sample:
        data, total = bytes(SEND_BYTES), 0
        with await self._connected("discard") as sock:
            start = time.perf_counter()
            while time.perf_counter() < start + self._seconds:
                await self._loop.sock_sendall(sock, data)
                self._record.add("send", data)
                await asyncio.sleep(0)
                total += len(data)
        self._record.flush()
        return Sample(total / (time.perf_counter() - start) / 1e6)

    async def _echo(self) -> Sample:
        data = bytes(ECHO_BYTES)

        async def turn() -> None:
            await self._loop.sock_sendall(sock, data)
            self._record.add("send", data)
            got = 0
            while got < ECHO_BYTES:
                answer = await self._loop.sock_recv(sock, 4096)
                self._record.add("receive", answer)
                got += len(answer)

        with await self._connected("echo") as sock:
            return await repeat(self._seconds, turn)

    async def _connects(self) -> Sample:
        async def turn() -> None:
            (await self._connected("discard")).close()
            self._record.add("close")

        return await repeat(self._seconds, turn)

    async def _accepts(self) -> Sample:
        count = 0
        with socket.create_server((HOST, 0), backlog=1000) as server, telling(self._ports) as tell:
            server.setblocking(False)
            tell(f"dial {server.getsockname()[1]} {int(self._seconds * 1000)}")
            start = last = time.perf_counter()
            try:
                while True:
                    async with asyncio.timeout(QUIET_S):
                        sock, _ = await self._loop.sock_accept(server)
                    self._record.add("accept")
                    sock.close()
                    count, last = count + 1, time.perf_counter()
            except TimeoutError:
                return Sample(count / (last - start))

    async def _datagrams(self) -> Sample:
        with socket.socket(type=socket.SOCK_DGRAM) as sock, telling(self._ports) as tell:
            sock.setblocking(False)
            sock.bind((HOST, 0))
            try:
                sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, UDP_BUFFER_BYTES)
            except OSError:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, UDP_BUFFER_BYTES)

            async def take(_: int) -> int:
                count = 0
                try:
                    while True:
                        async with asyncio.timeout(QUIET_S):
                            data = await self._loop.sock_recv(sock, 65536)
                        self._record.add("datagram", data)
                        count += 1
                except TimeoutError:
                    return count

            return await climb(tell, sock.getsockname()[1], take)


@contextmanager
def telling(ports: dict[str, int]) -> Iterator[Callable[[str], None]]:
    """Give the peers orders, a line each."""
    with socket.create_connection((HOST, ports["control"])) as control:
        yield lambda line: control.sendall(f"{line}\n".encode())


async def repeat(seconds: float, turn: Callable[[], Awaitable[None]]) -> Sample:
    """How often `turn` can be awaited per second."""
    count, start = 0, time.perf_counter()
    while time.perf_counter() < start + seconds:
        await turn()
        count += 1
    return Sample(count / (time.perf_counter() - start))


async def climb(
    tell: Callable[[str], None], port: int, take: Callable[[int], Awaitable[int]]
) -> Sample:
    """Raise the rate until datagrams are lost; gives the highest that lost none.

    `take` gets how many are coming, and gives how many came.
    """
    best, note = 0, ""
    for rate in LADDER_PER_S:
        count = int(rate * LADDER_S)
        tell(f"udp {port} 64 {rate} {count}")
        came = await take(count)
        if came < count:
            note = f"{count - came} of {count} lost at {rate}/s"
            break
        best = rate
    return Sample(best, note)
