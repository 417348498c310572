"""What chrome.sockets reaches from JavaScript, over loopback; prints a table.

    python tests/benchmarks/javascript_api.py [--seconds 3] [--repeat 3] [ROW ...]

The script runs as `socket-workbench script run` runs it, which keeps no record. In the same run, in
turns, a bare asyncio loop does the same with plain sockets. The peers are a process of their own.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from api_bare import LADDER_PER_S, LADDER_S, Bare, BareRecord
from api_rows import (
    DATAGRAMS,
    HERE,
    Row,
    Sample,
    chosen,
    compared,
    load,
    peers,
)
from figures import give

SPARE_S = 60


def of_script(ports: dict[str, int], row: Row, seconds: float) -> Sample:
    """Measure a row by a script."""
    rates = LADDER_PER_S if row is DATAGRAMS else (0,)
    best = Sample(0)
    for rate in rates:
        figures = once(ports, row, {"ms": int(seconds * 1000), "rate": rate})
        if lost := int(figures.get("lost", 0)):
            best.note = f"{lost} of {int(rate * LADDER_S)} lost at {rate}/s"
            break
        best = Sample(rate or figures[row.unit])
    return best


def once(ports: dict[str, int], row: Row, load: dict[str, int]) -> dict[str, float]:
    """Run the script for one row; gives its figures by unit."""
    config = {**ports, **load, "rows": [row.name], "datagrams": int(load["rate"] * LADDER_S)}
    with tempfile.TemporaryDirectory() as folder:
        head = Path(folder) / "config.js"
        head.write_text(f"const CONFIG = {json.dumps(config)};")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "socket_workbench.cli", "script", "run"),
                *(head, HERE / "api_load.js"),
            ],
            stdout=subprocess.PIPE,
            text=True,
            timeout=load["ms"] / 1000 + SPARE_S,
            check=True,
        )
    _, figures = json.loads(done.stdout)
    return figures


async def of_bare(ports: dict[str, int], row: Row, seconds: float) -> Sample:
    """Measure a row without the program."""
    return await Bare(ports, BareRecord(None), seconds).measure(row)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", nargs="*")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    ours: dict[Row, list[Sample]] = {}
    bare: dict[Row, list[Sample]] = {}
    with peers() as ports:
        for row in chosen(options.rows) * options.repeat:
            bare.setdefault(row, []).append(asyncio.run(of_bare(ports, row, options.seconds)))
            ours.setdefault(row, []).append(of_script(ports, row, options.seconds))
    give(compared(ours, bare, is_python=False))
    sys.stderr.write(load())


if __name__ == "__main__":
    main()
