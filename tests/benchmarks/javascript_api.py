"""What chrome.sockets reaches from JavaScript, over loopback; prints a table.

    python tests/benchmarks/javascript_api.py [--seconds 4] [--repeat 3] [ROW ...]

The script runs as `socket-workbench script run` runs it, the peers are a process of their own.
Beside each figure stands what Chromium 156 reached with the same rows on two such cores (the
median of three runs on the machine of the first measurements).
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHROMIUM: dict[str, dict[str, float]] = {
    "receive, bufferSize 4096": {"MB/s": 47.8, "events/s": 11707},
    "receive, bufferSize 1 MiB": {"MB/s": 222.6, "events/s": 3401},
    "send 64 KiB": {"MB/s": 262.9, "sends/s": 4012},
    "send 64 KiB, 16 at once": {"MB/s": 18.0, "sends/s": 275},
    "echo 64 bytes": {"round trips/s": 2487},
    "datagrams of 64 bytes": {"received/s": 8209},
    "connect and close": {"/s": 810},
    "accept": {"/s": 1016},
}
SPARE_S = 60


def once(options: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Run all rows once."""
    peers = subprocess.Popen(
        [sys.executable, HERE / "api_peers.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with peers, tempfile.TemporaryDirectory() as folder:
        assert peers.stdout is not None
        config: dict[str, Any] = json.loads(peers.stdout.readline())
        config |= {"ms": int(options.seconds * 1000), "rows": options.rows}
        config |= {"datagrams": options.datagrams, "rate": options.rate}
        head = Path(folder) / "config.js"
        head.write_text(f"const CONFIG = {json.dumps(config)};")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "socket_workbench.cli", "script", "run"),
                *(head, HERE / "api_load.js"),
            ],
            stdout=subprocess.PIPE,
            text=True,
            timeout=len(CHROMIUM) * (options.seconds + SPARE_S),
            check=True,
        )
        peers.stdin.close() if peers.stdin else None
    return dict(json.loads(line) for line in done.stdout.splitlines())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", nargs="*")
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--datagrams", type=int, default=100_000)
    parser.add_argument("--rate", type=int, default=10_000, help="datagrams per second; 0: no pace")
    options = parser.parse_args()
    runs = [once(options) for _ in range(options.repeat)]
    for row, figures in runs[0].items():
        for unit in figures:
            value = statistics.median(run[row][unit] for run in runs)
            chromium = CHROMIUM[row].get(unit)
            beside = f"{chromium:12.0f}   x {value / chromium:.1f}" if chromium else ""
            sys.stdout.write(f"{row:28} {unit:14} {value:12.0f} {beside}\n")


if __name__ == "__main__":
    main()
