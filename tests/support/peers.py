"""The far side of a connection, under the test's control."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

from support.accepting import accepting

CHUNK_BYTES = 1 << 16


class Peer:
    """Listens on loopback, takes one connection after the other and keeps what it receives."""

    def __init__(self, host: str, *, reads: bool) -> None:
        self.received = bytearray()
        self.connections = 0
        self.connected = asyncio.Event()
        self._reads = reads
        self._writer: asyncio.StreamWriter | None = None
        self._listener = socket.create_server((host, 0))

    @classmethod
    @asynccontextmanager
    async def listening(
        cls, host: str = "127.0.0.1", *, reads: bool = True
    ) -> AsyncGenerator["Peer"]:
        """Listen until the block is left."""
        peer = cls(host, reads=reads)
        async with accepting(peer._listener, peer._serve):
            try:
                yield peer
            finally:
                peer.abort()

    @property
    def address(self) -> tuple[str, int]:
        host, port, *_ = self._listener.getsockname()
        return host, port

    async def send(self, data: bytes) -> None:
        assert self._writer is not None
        self._writer.write(data)
        await self._writer.drain()

    async def close(self) -> None:
        """Close in order: the other side sees FIN."""
        assert self._writer is not None
        self._writer.close()
        with contextlib.suppress(ConnectionError):
            await self._writer.wait_closed()

    def abort(self) -> None:
        """Drop the connection."""
        if self._writer is not None:
            self._writer.transport.abort()

    def reset(self) -> None:
        """Close so that the other side sees RST."""
        assert self._writer is not None
        linger = struct.pack("ii", 1, 0)
        self._writer.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, linger
        )
        self._writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self.connections += 1
        self.connected.set()
        if not self._reads:
            cast("asyncio.Transport", writer.transport).pause_reading()
        with contextlib.suppress(ConnectionError):
            while self._reads and (data := await reader.read(CHUNK_BYTES)):
                self.received += data
        await asyncio.Event().wait()  # our side stays open until the test says otherwise
