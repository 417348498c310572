"""All benchmarks, one table.

    python tests/benchmarks/run.py [--quick] [--folder FOLDER] [NAME ...]

Each runs in a process of its own, so that none sees the other's memory. A name picks the rows of
that file: `start_up`, `window_receive`, `window_floods`, `capture_write`, `hex_view`, `event_log`,
`python_api`, `javascript_api`, `datagram_losses`.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figures import Figure, table

HERE = Path(__file__).resolve().parent
FAILED = 1


@dataclass(frozen=True, slots=True)
class Job:
    """One command that gives rows."""

    name: str
    whole: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    takes_folder: bool = False


JOBS = (
    Job("start_up", (), ("--runs", "3")),
    Job("window_receive", (), ("--mb", "200"), takes_folder=True),
    Job("window_receive", ("--buffer", "65536"), ("--buffer", "65536", "--mb", "200"), True),
    Job("window_receive", ("--buffer", "1048576"), ("--buffer", "1048576", "--mb", "200"), True),
    Job("window_floods", (), ("--seconds", "4"), takes_folder=True),
    Job("hex_view"),
    Job("event_log", (), ("--rows", "200000"), takes_folder=True),
    Job("python_api", (), ("--seconds", "1", "--repeat", "1"), takes_folder=True),
    Job("javascript_api", (), ("--seconds", "1", "--repeat", "1")),
    Job("datagram_losses", (), ("--repeat", "1")),
)
TABLES = ("capture_write",)
"""Those that print a table of their own, shown as it is."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure everything.")
    parser.add_argument("--quick", action="store_true", help="smaller loads; about two minutes")
    parser.add_argument("--folder", type=Path, help="where captures go, instead of /tmp")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    wanted = options.names or [*dict.fromkeys(job.name for job in JOBS), *TABLES]
    figures: list[Figure] = []
    for job in JOBS:
        if job.name in wanted:
            figures.extend(rows(job, is_quick=options.quick, folder=options.folder))
    sys.stdout.write(table(figures) if figures else "")
    for name in TABLES:
        if name in wanted:
            subprocess.run([*command(name), *map(str, filter(None, [options.folder]))], check=True)
    return FAILED if any(figure.is_met is False for figure in figures) else 0


def rows(job: Job, *, is_quick: bool, folder: Path | None) -> Iterator[Figure]:
    """Run a job and read its rows; says on stderr what it is at."""
    arguments = job.quick if is_quick else job.whole
    if folder is not None and job.takes_folder:
        arguments += ("--folder", str(folder))
    sys.stderr.write(f"{' '.join((job.name, *arguments))} ...\n")
    done = subprocess.run(
        [*command(job.name), *arguments],
        env=os.environ | {"BENCHMARK_JSON": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    for line in done.stdout.splitlines():
        yield Figure(**json.loads(line))


def command(name: str) -> list[str]:
    return [sys.executable, str(HERE / f"{name}.py")]


if __name__ == "__main__":
    sys.exit(main())
