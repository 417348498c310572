"""Plain TCP peers: one coroutine per behaviour, each serving one connection."""

import asyncio
import re
import socket
import struct
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from conformance.peers.certificates import server_context
from conformance.peers.pattern import pattern

READ_BYTES = 65536
_ALERT, _FATAL = 21, 2

Handler: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def reset(writer: asyncio.StreamWriter) -> None:
    """Close so that the other side sees RST."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while got := await reader.read(READ_BYTES):
        writer.write(got)
        await writer.drain()
    writer.close()


async def discard(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await _drain(reader)
    writer.close()


async def banner(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send a line, half-close, read until the other side ends too."""
    writer.write(b"hello\n")
    await writer.drain()
    writer.write_eof()
    await _drain(reader)
    writer.close()


async def closer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def resetter(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    reset(writer)


async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Read a line with a number, send that many pattern bytes, close."""
    writer.write(pattern(int(await reader.readline())))
    await writer.drain()
    writer.close()


async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Never read; with a small receive buffer the sender soon has to wait."""
    transport = writer.transport
    assert isinstance(transport, asyncio.Transport)
    transport.pause_reading()
    await asyncio.sleep(3600)


async def garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the first byte with something that is no TLS."""
    await reader.read(1)
    writer.write(b"HTTP/1.0 400 Bad Request\r\n\r\n")
    await writer.drain()
    await _drain(reader)
    writer.close()


async def hung_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Close after the first bytes."""
    await reader.read(READ_BYTES)
    writer.close()


async def hung_reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Reset after the first bytes."""
    await reader.read(READ_BYTES)
    reset(writer)


async def alert(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer a TLS client that asks for the host `alertN.localhost` with the fatal alert N."""
    named = re.search(rb"alert(\d+)\.", await reader.read(READ_BYTES))
    assert named is not None
    writer.write(bytes((_ALERT, 3, 3, 0, 2, _FATAL, int(named[1]))))
    await writer.drain()
    await _drain(reader)
    writer.close()


def starttls(folder: Path) -> Handler:
    """A peer that greets, and turns into a TLS echo when asked `STARTTLS`."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\n")
        while line := await reader.readline():
            if line.strip() == b"STARTTLS":
                writer.write(b"go\n")
                await writer.drain()
                await writer.start_tls(server_context(folder, "good"))
                await echo(reader, writer)
                return
            writer.write(b"500 " + line)
        writer.close()

    return serve


async def _drain(reader: asyncio.StreamReader) -> None:
    while await reader.read(READ_BYTES):
        pass
