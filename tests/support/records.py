"""Captures with something in them, for tests of what reads and draws them."""

import asyncio
from pathlib import Path

from socket_workbench.capture.records import Direction
from socket_workbench.capture.store import Capture

REQUEST = b"GET / HTTP/1.1\r\n\r\n"
REPLY = b"HTTP/1.1 200 OK\r\n"


def record_dialogue(path: Path, rounds: int = 1) -> int:
    """Record `rounds` of seven rows on the sockets 1 (tcp) and 2 (udp); returns the rows in all.

    create, connect, send, two chunks received, a send that failed, a datagram on the other socket.
    """
    return asyncio.run(_record(path, rounds))


async def _record(path: Path, rounds: int) -> int:
    capture = await Capture.create(path)
    for namespace in ("sockets.tcp", "sockets.udp"):
        capture.add_socket(context="window", namespace=namespace, socket_id=1)
    for turn in range(rounds):
        report_round(capture, turn * 10_000_000)
    await capture.aclose()
    return capture.count


def report_round(capture: Capture, at_ns: int) -> None:
    """Report one round to a running capture whose sockets 1 and 2 are known."""
    create = capture.call(1, "sockets.tcp.create", "[{}]", at_ns=at_ns)
    capture.finish(create, done_ns=at_ns, code=None, result='{"socketId":1}')
    connect = capture.call(1, "sockets.tcp.connect", '[1,"localhost",80]', at_ns=at_ns + 1000)
    capture.finish(connect, done_ns=at_ns + 2000, code=0, result="0")
    send(capture, at_ns + 3000, REQUEST, code=0)
    for delay_ns, data in ((4000, REPLY), (5000, b"<html>")):
        capture.event(
            1, "sockets.tcp.onReceive", at_ns=at_ns + delay_ns, data=data, direction=Direction.IN
        )
    send(capture, at_ns + 6000, b"late", code=-15)
    capture.event(
        2,
        "sockets.udp.onReceive",
        at_ns=at_ns + 7000,
        data=b"ping",
        peer="127.0.0.1:9",
        direction=Direction.IN,
    )


def send(capture: Capture, at_ns: int, data: bytes, *, code: int) -> None:
    """Report a send on socket 1 and its result."""
    token = capture.call(
        1, "sockets.tcp.send", "[1,{}]", at_ns=at_ns, data=data, direction=Direction.OUT
    )
    capture.finish(token, done_ns=at_ns + 1, code=code, result="{}")
