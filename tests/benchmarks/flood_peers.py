"""The far ends of the floods, each a process of its own that prints what it did as JSON.

python tests/benchmarks/flood_peers.py datagrams PORT RATE SECONDS    64 bytes each, numbered
python tests/benchmarks/flood_peers.py stream MBPS SECONDS            prints its port first
python tests/benchmarks/flood_peers.py clients PORT COUNT RATE SECONDS    1 KB each, echoed
"""

import asyncio
import contextlib
import json
import random
import socket
import sys
import time

DATAGRAM_BYTES, BLOCK_BYTES, MESSAGE_BYTES = 64, 65536, 1024
BURST = 25
"""Datagrams between two looks at the clock."""
NUMBER_BYTES = 8
PATIENCE_S = 20.0


def datagrams(port: int, rate: int, seconds: float) -> dict[str, float]:
    """Send to `port`, paced; a burst that comes late is not sent faster."""
    sent, refused, start = 0, 0, time.monotonic()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.connect(("127.0.0.1", port))
        padding = bytes(DATAGRAM_BYTES - NUMBER_BYTES)
        while (elapsed_s := time.monotonic() - start) < seconds:
            if sent >= elapsed_s * rate:
                time.sleep(0.0002)
                continue
            for _ in range(BURST):
                try:
                    sender.send(sent.to_bytes(NUMBER_BYTES, "big") + padding)
                    sent += 1
                except OSError:
                    refused += 1
    return {"sent": sent, "refused": refused, "seconds": time.monotonic() - start}


def stream(megabytes_per_s: int, seconds: float) -> dict[str, float]:
    """Send to whoever connects, paced; a reader that is slow makes it slower."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        sys.stdout.write(f"{server.getsockname()[1]}\n")
        sys.stdout.flush()
        server.settimeout(PATIENCE_S)
        peer, _ = server.accept()
    block, sent, start = random.Random(1).randbytes(BLOCK_BYTES), 0, time.monotonic()
    with peer:
        while (elapsed_s := time.monotonic() - start) < seconds:
            if sent < elapsed_s * megabytes_per_s * 1e6:
                peer.sendall(block)
                sent += len(block)
            else:
                time.sleep(0.0005)
    return {"sent": sent, "seconds": time.monotonic() - start}


async def one_client(port: int, rate: int, seconds: float, number: int) -> tuple[int, int]:
    """Have messages echoed; returns how many came back, and how many were wrong."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    message = number.to_bytes(NUMBER_BYTES, "big") * (MESSAGE_BYTES // NUMBER_BYTES)
    echoed, wrong, start = 0, 0, time.monotonic()
    await asyncio.sleep(random.random() / rate)
    while (elapsed_s := time.monotonic() - start) < seconds:
        if (wait_s := echoed / rate - elapsed_s) > 0:
            await asyncio.sleep(wait_s)
        writer.write(message)
        wrong += await reader.readexactly(MESSAGE_BYTES) != message
        echoed += 1
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return echoed, wrong


async def clients(port: int, count: int, rate: int, seconds: float) -> dict[str, float]:
    """Run all clients at once."""
    start = time.monotonic()
    results = await asyncio.gather(
        *(one_client(port, rate, seconds, number) for number in range(count))
    )
    return {
        "echoed": sum(echoed for echoed, _ in results),
        "wrong": sum(wrong for _, wrong in results),
        "seconds": time.monotonic() - start,
    }


def main() -> None:
    kind, *texts = sys.argv[1:]
    numbers = [int(text) for text in texts]
    if kind == "datagrams":
        result = datagrams(*numbers)
    elif kind == "stream":
        result = stream(*numbers)
    else:
        result = asyncio.run(clients(*numbers))
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
