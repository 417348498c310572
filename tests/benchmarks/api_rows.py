"""The rows of the API benchmarks: what Chromium reached in each, and what of it is aimed at."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from figures import Figure

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to measure."""

    name: str
    unit: str
    chromium: float
    """Chromium 156 on two cores, median of three runs on the machine of the first measurements."""
    python_times: float
    """So many times as much the Python side should reach."""


RECEIVE_SMALL = Row("receive, bufferSize 4096", "MB/s", 48, 3)
RECEIVE_LARGE = Row("receive, bufferSize 1 MiB", "MB/s", 223, 2)
SEND = Row("send 64 KiB", "MB/s", 263, 2)
ECHO = Row("echo 64 bytes", "round trips/s", 2500, 4)
DATAGRAMS = Row("datagrams of 64 bytes", "received/s", 8200, 4)
CONNECT = Row("connect and close", "/s", 810, 4)
ACCEPT = Row("accept", "/s", 1000, 4)
ROWS = (RECEIVE_SMALL, RECEIVE_LARGE, SEND, ECHO, DATAGRAMS, CONNECT, ACCEPT)


@dataclass(slots=True)
class Sample:
    """One row measured once."""

    value: float
    note: str = ""


def chosen(names: Sequence[str]) -> list[Row]:
    """The rows of these names, all when there are none."""
    return [row for row in ROWS if not names or row.name in names]


@contextmanager
def peers() -> Iterator[dict[str, int]]:
    """Run the far ends in a process of their own; gives their ports by name."""
    command = [sys.executable, str(HERE / "api_peers.py")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()


def compared(
    ours: Mapping[Row, Sequence[Sample]], bare: Mapping[Row, Sequence[Sample]], *, is_python: bool
) -> Iterable[Figure]:
    """Medians beside the target, with the ratios to Chromium and to the bare loop."""
    for row, samples in ours.items():
        value = median(samples)
        target = row.chromium * (row.python_times if is_python else 1)
        yield Figure(
            name=row.name,
            value=f"{value:.0f} {row.unit}",
            target=f">= {target:.0f} {row.unit}",
            is_met=value >= target,
            note="; ".join(filter(None, notes(row, value, samples, bare.get(row, ())))),
        )


def notes(
    row: Row, value: float, samples: Sequence[Sample], bare: Sequence[Sample]
) -> Iterator[str]:
    yield f"Chromium x {value / row.chromium:.1f}"
    if bare:
        yield f"bare {median(bare):.0f} x {value / median(bare):.2f}"
    yield samples[-1].note


def median(samples: Sequence[Sample]) -> float:
    return statistics.median(sample.value for sample in samples)


def load() -> str:
    """What else the machine had to do."""
    return f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors\n"
