"""How fast the capture takes what sockets report; prints a table.

    python tests/benchmarks/capture_write.py [FOLDER]

Every figure stands beside bare sqlite3 (`executemany`, one commit per 2 MiB or 30,000 rows, no
checkpoints) writing the same rows to the same folder in the same run, for disks and neighbours
differ. "away" is the longest time the loop was away, "reported" the time until the last report was
taken, "on disk" until it was committed.
"""

import argparse
import asyncio
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from socket_workbench.capture.records import Direction
from socket_workbench.capture.store import Capture

BARE_COMMIT_ROWS = 30_000
BARE_COMMIT_BYTES = 2 << 20


@dataclass(frozen=True)
class Load:
    """So many events of one size."""

    name: str
    events: int
    size_bytes: int
    turn: int
    """Events between two breaths of the loop."""


LOADS = (
    Load("64 B events", 600_000, 64, 256),
    Load("no data", 600_000, 0, 256),
    Load("4 KiB chunks", 250_000, 4096, 16),
    Load("64 KiB chunks", 16_000, 65536, 1),
)


async def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the capture.")
    parser.add_argument("folder", nargs="?", type=Path, default=None)
    folder = parser.parse_args().folder
    say(
        f"{'load':<15}{'':>10}{'events/s':>11}{'MB/s':>8}{'of bare':>9}"
        f"{'away ms':>9}{'RSS MB':>8}{'log MB':>8}"
    )
    for load in LOADS:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            bare_s = write_bare(Path(place) / "bare.db", load)
            show(load, "bare", bare_s, bare_s, "")
            await measure(Path(place) / "run.swcap", load, bare_s)


async def measure(path: Path, load: Load, bare_s: float) -> None:
    """Report a load to a new capture and print what it took."""
    data = os.urandom(load.size_bytes)
    capture = await Capture.create(path)
    key = capture.add_socket(context="window", namespace="sockets.tcp", socket_id=1)
    begun = last = time.perf_counter()
    away_s = 0.0
    log_bytes = 0
    for first in range(0, load.events, load.turn):
        for _ in range(first, min(first + load.turn, load.events)):
            capture.event(
                key,
                "sockets.tcp.onReceive",
                at_ns=time.monotonic_ns(),
                arguments='{"socketId":1}',
                data=data,
                direction=Direction.IN,
            )
        await asyncio.sleep(0)
        now = time.perf_counter()
        away_s = max(away_s, now - last)
        if not capture.has_room():
            await capture.room()
            log_bytes = max(log_bytes, capture.log_bytes)
        last = time.perf_counter()
    reported_s = time.perf_counter() - begun
    await capture.flush()
    done_s = time.perf_counter() - begun
    rss = psutil.Process().memory_info().rss >> 20
    show(load, "reported", reported_s, bare_s, f"{away_s * 1e3:>9.1f}")
    show(load, "on disk", done_s, bare_s, f"{'':>9}{rss:>8}{log_bytes >> 20:>8}")
    await capture.aclose()


def write_bare(path: Path, load: Load) -> float:
    """Write the same rows with nothing around sqlite3."""
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0;"
        "CREATE TABLE events (id INTEGER PRIMARY KEY, at_ns, key, name, kind, direction, size,"
        " peer, arguments, code, cause, result, done_ns);"
        "CREATE TABLE data (id INTEGER PRIMARY KEY, bytes BLOB)"
    )
    data = os.urandom(load.size_bytes)
    block = min(BARE_COMMIT_ROWS, BARE_COMMIT_BYTES // max(load.size_bytes, 1))
    begun = time.perf_counter()
    for first in range(1, load.events + 1, block):
        ids = range(first, min(first + block, load.events + 1))
        database.execute("BEGIN")
        database.executemany(
            f"INSERT INTO events VALUES ({','.join('?' * 13)})", bare_rows(ids, load.size_bytes)
        )
        if data:
            database.executemany("INSERT INTO data VALUES (?,?)", ((n, data) for n in ids))
        database.execute("COMMIT")
    took_s = time.perf_counter() - begun
    database.close()
    return took_s


def bare_rows(ids: range, size: int) -> Iterator[tuple[object, ...]]:
    for number in ids:
        at_ns = time.monotonic_ns()
        yield (number, at_ns, 1, 1, 2, 1, size, "", '{"socketId":1}', None, "", "", None)


def show(load: Load, what: str, took_s: float, bare_s: float, rest: str) -> None:
    rate, speed = load.events / took_s, load.events * load.size_bytes / took_s / 1e6
    say(f"{load.name:<15}{what:>10}{rate:>11,.0f}{speed:>8.0f}{bare_s / took_s:>9.2f}{rest}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
