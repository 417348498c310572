"""Runs scenarios in several workers side by side; most of their time is waiting.

`python -m conformance.pool NAME ...` (all without names) prints one line of JSON per scenario
as it ends, after a first line `{"network": reason}`.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

from conformance.peers.certificates import make_certificates
from conformance.scenarios import all_scenarios

TESTS = Path(__file__).resolve().parents[1]
WORKERS = 6
LINE_BYTES = 1 << 26
SLOW = ("tcp_write_quota", "tcp_send_large", "legacy_read", "legacy_udp", "tcp_send_stalled")
"""Begun first, so that no worker is left with one at the end."""


async def run(names: list[str], workers: int) -> None:
    """Print the outcome of every scenario."""
    left = sorted(names, key=lambda name: (name not in SLOW, name), reverse=True)
    with tempfile.TemporaryDirectory() as folder:
        certificates = Path(folder)
        make_certificates(certificates)
        count = min(workers, len(names))
        async with asyncio.TaskGroup() as group:
            for index in range(count):
                group.create_task(_work(left, certificates, tells_network=index == 0))


async def _work(left: list[str], certificates: Path, *, tells_network: bool) -> None:
    worker = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "conformance.worker", str(certificates)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LINE_BYTES,
        env=dict(os.environ, PYTHONPATH=str(TESTS)),
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    network = await worker.stdout.readline()
    if tells_network:
        _say(network.decode().strip())
    while left:
        name = left.pop()
        worker.stdin.write(f"{name}\n".encode())
        line = await worker.stdout.readline()
        if not line:
            _say(json.dumps({"scenario": name, "outcome": "the worker died", "log": []}))
            break
        _say(line.decode().strip())
    worker.stdin.close()
    await worker.wait()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--workers", type=int, default=WORKERS)
    options = parser.parse_args()
    names = options.names or [path.stem for path in all_scenarios()]
    asyncio.run(run(names, options.workers))


if __name__ == "__main__":
    main()
