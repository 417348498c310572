"""The practice services over UDP, one answer a datagram at most."""

import asyncio
import contextlib
import random
import socket
from collections.abc import Callable
from typing import Any, TypeAlias

from socket_workbench.practice.streams import CYCLE

Answer: TypeAlias = Callable[[bytes], bytes | None]
"""What to send back for a datagram; `None` for nothing."""

CHARGEN_LARGEST = 512
LARGEST_BYTES = 65535
BURST = 16
"""Datagrams in a row before others have their turn."""


def echo(data: bytes) -> bytes | None:
    """The same datagram (RFC 862)."""
    return data


def discard(data: bytes) -> bytes | None:  # noqa: ARG001 - as the others
    """Nothing (RFC 863)."""
    return None


def chargen(data: bytes) -> bytes | None:  # noqa: ARG001 - as the others
    """Between 0 and 512 characters, at random (RFC 864)."""
    return CYCLE[: random.randint(0, CHARGEN_LARGEST)]


async def serve_datagrams(endpoint: socket.socket, answer: Answer) -> None:
    """Answer what comes to `endpoint`, a bound and non-blocking UDP socket, until cancelled."""
    # No asyncio transport: before Python 3.13 it does not send empty datagrams.
    while True:
        for _ in range(BURST):
            with contextlib.suppress(OSError):  # an answer that did not reach its peer
                await _answer_one(endpoint, answer)
        await asyncio.sleep(0)


async def _answer_one(endpoint: socket.socket, answer: Answer) -> None:
    loop = asyncio.get_running_loop()
    data, peer = await loop.sock_recvfrom(endpoint, LARGEST_BYTES)
    if is_own(peer, endpoint.getsockname()):
        return
    if (reply := answer(data)) is not None:
        await loop.sock_sendto(endpoint, reply, peer)


def is_own(peer: tuple[Any, ...], bound: tuple[Any, ...]) -> bool:
    """Whether a forged sender address would have us answer ourselves for ever."""
    return peer[1] == bound[1] and bound[0] in (peer[0], "0.0.0.0", "::")
