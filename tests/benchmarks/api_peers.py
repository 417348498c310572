"""Peers for measuring the API, as a process of its own: prints its ports, serves till EOF."""

import contextlib
import json
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable

BLOCK_BYTES = 1 << 20
DIALLERS = 16


def serve(handler: Callable[[socket.socket], None]) -> int:
    """Start a TCP server with a thread per connection; gives its port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=1000)

    def run(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            handler(connection)

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=run, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def flood(connection: socket.socket) -> None:
    block = bytes(BLOCK_BYTES)
    while True:
        connection.sendall(block)


def discard(connection: socket.socket) -> None:
    buffer = bytearray(BLOCK_BYTES)
    while connection.recv_into(buffer):
        pass


def echo(connection: socket.socket) -> None:
    while data := connection.recv(65536):
        connection.sendall(data)


def control(connection: socket.socket) -> None:
    """Obey `udp PORT SIZE RATE COUNT` and `dial PORT MS`."""
    for line in connection.makefile():
        word, *numbers = line.split()
        work = {"udp": blast, "dial": dial}[word]
        threading.Thread(target=work, args=tuple(map(int, numbers)), daemon=True).start()


def blast(port: int, size: int, rate: int, count: int) -> None:
    """Send datagrams, paced; a rate of 0 is no pace."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.connect(("127.0.0.1", port))
        data, start = bytes(size), time.monotonic()
        for index in range(count):
            with contextlib.suppress(OSError):
                sender.send(data)
            ahead_s = start + index / rate - time.monotonic() if rate and index % 20 == 0 else 0
            if ahead_s > 0:
                time.sleep(ahead_s)


def dial(port: int, duration_ms: int) -> None:
    """Keep some connections waiting to be accepted: each waits for its end, then dials anew.

    Who dialled without waiting would fill the queue, and then wait a second for the kernel to try
    again: that second would be measured.
    """
    end = time.monotonic() + duration_ms / 1000

    def dial_again() -> None:
        while time.monotonic() < end:
            with contextlib.suppress(OSError):
                connection = socket.create_connection(("127.0.0.1", port), 2)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.recv(1)
                connection.close()

    for _ in range(DIALLERS):
        threading.Thread(target=dial_again, daemon=True).start()


def main() -> None:
    ports = {one.__name__: serve(one) for one in (flood, discard, echo, control)}
    sys.stdout.write(json.dumps(ports) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
