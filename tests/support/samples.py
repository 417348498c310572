"""Programs in the style of the old samples, and peers for them."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from typing_extensions import override

from support.accepting import accepting
from support.scripts import RunningScript

SAMPLES = Path(__file__).parents[1] / "app" / "scripting" / "samples"


def sample(name: str, port: int = 0, **ports: int) -> str:
    """The text of a sample, with the ports that it looks for."""
    given = "".join(f"var {key} = {value};" for key, value in {"PORT": port, **ports}.items())
    return given + (SAMPLES / f"{name}.js").read_text(encoding="utf-8")


@asynccontextmanager
async def tcp_peer(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    async with accepting(listener, serve):
        yield port


@asynccontextmanager
async def udp_peer(answer: Callable[[bytes], bytes]) -> AsyncIterator[int]:
    class Peer(asyncio.DatagramProtocol):
        @override
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            self.transport = cast("asyncio.DatagramTransport", transport)

        @override
        def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
            self.transport.sendto(answer(data), addr)

    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
        Peer, local_addr=("127.0.0.1", 0)
    )
    try:
        yield transport.get_extra_info("sockname")[1]
    finally:
        transport.close()


CLOSED_TWICE = "Uncaught (in promise) Error: Socket not found"
"""What a browser's console says as well of samples that close without a callback."""


def logged(run: RunningScript) -> list[str]:
    return [line.text for line in run.watcher.lines if line.level == "log"]


def all_well(run: RunningScript) -> None:
    assert [fault.text for fault in run.watcher.faults] == []
    said = {line.text for line in run.watcher.lines if line.level != "log"}
    assert said <= {CLOSED_TWICE}
