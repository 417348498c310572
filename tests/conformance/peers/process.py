"""The peers as a process of their own."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[2]
END_TIMEOUT_S = 5


class PeersProcess:
    """Handle on a running `conformance.peers.serve`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.config = self._read()
        """`{"peers": {NAME: {"host", "port"}}, "ca": PEM-FILE}` of the present peers."""

    def renew(self) -> None:
        """End these peers and bring a fresh set."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self.config = self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextlib.contextmanager
def peers_process(certificates: Path) -> Iterator[PeersProcess]:
    """Peers that live as long as the block; `certificates` is filled when empty."""
    process = subprocess.Popen(
        [sys.executable, "-m", "conformance.peers.serve", str(certificates)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(TESTS)),
    )
    with process:
        try:
            yield PeersProcess(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                process.wait(END_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                process.kill()
