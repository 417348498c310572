"""A stream of bytes that everyone can make again, and a process that sends it.

    python tests/benchmarks/stream.py BYTES

prints the port that it listens on, sends so many bytes to whoever connects first, and ends.
"""

import hashlib
import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BLOCK_BYTES = 1 << 20
NUMBER_BYTES = 8
PATIENCE_S = 30


def blocks(size_bytes: int) -> Iterator[memoryview]:
    """The stream: blocks of noise that begin with their number, so that no two are the same."""
    block = bytearray(random.Random(1).randbytes(BLOCK_BYTES))
    for number in range(-(-size_bytes // BLOCK_BYTES)):
        block[:NUMBER_BYTES] = number.to_bytes(NUMBER_BYTES, "big")
        yield memoryview(block)[: size_bytes - number * BLOCK_BYTES]


def digest(size_bytes: int) -> str:
    """What the whole stream hashes to."""
    whole = hashlib.sha256()
    for block in blocks(size_bytes):
        whole.update(block)
    return whole.hexdigest()


@contextmanager
def sender(size_bytes: int) -> Iterator[int]:
    """Run the sending process; gives the port."""
    command = [sys.executable, str(Path(__file__)), str(size_bytes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE_S)
        sys.stdout.write(f"{server.getsockname()[1]}\n")
        sys.stdout.flush()
        peer, _ = server.accept()
    with peer:
        for block in blocks(int(sys.argv[1])):
            peer.sendall(block)


if __name__ == "__main__":
    main()
