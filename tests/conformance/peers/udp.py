"""UDP peers: echo, a sink that remembers, and one that answers with bursts."""

import asyncio
from typing import Any, cast

from typing_extensions import override

from conformance.peers.pattern import pattern

HEAD_BYTES = 16

Address = tuple[str | Any, int]


class _Answering(asyncio.DatagramProtocol):
    _transport: asyncio.DatagramTransport

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # asyncio's selector transport does not derive from `DatagramTransport` everywhere
        self._transport = cast("asyncio.DatagramTransport", transport)


class Echo(_Answering):
    """Sends every datagram back; empty ones are lost, for asyncio sends none."""

    @override
    def datagram_received(self, data: bytes, addr: Address) -> None:
        self._transport.sendto(data, addr)


class Burst(_Answering):
    """Answers a datagram `N SIZE` with N pattern datagrams of SIZE bytes."""

    @override
    def datagram_received(self, data: bytes, addr: Address) -> None:
        count, size = map(int, data.split())
        for _ in range(count):
            self._transport.sendto(pattern(size), addr)


class Sink(asyncio.DatagramProtocol):
    """Notes every datagram in the list it is given."""

    def __init__(self, sunk: list[dict[str, int | str]]) -> None:
        self._sunk = sunk

    @override
    def datagram_received(self, data: bytes, addr: Address) -> None:
        self._sunk.append({"length": len(data), "hex": data[:HEAD_BYTES].hex()})
