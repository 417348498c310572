"""The practice services over TCP, one coroutine a connection."""

import asyncio
import contextlib
import itertools

CHUNK_BYTES = 64 * 1024

PRINTABLE = bytes(range(0x20, 0x7F))
LINE_CHARACTERS = 72
CYCLE = b"".join(
    bytes(itertools.islice(itertools.cycle(PRINTABLE), first, first + LINE_CHARACTERS)) + b"\r\n"
    for first in range(len(PRINTABLE))
)
"""The pattern that RFC 864 suggests: each line begins one character later; 95 lines in all."""


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send back what comes until the peer ends its side (RFC 862).

    Reads no further while the peer does not take what it gets.
    """
    while data := await reader.read(CHUNK_BYTES):
        writer.write(data)
        await writer.drain()


async def discard(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:  # noqa: ARG001 - as the others
    """Throw away what comes until the peer ends its side (RFC 863)."""
    while await reader.read(CHUNK_BYTES):
        pass


async def chargen(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pause_s: float = 0.0
) -> None:
    """Send lines of printable characters until the peer ends its side (RFC 864).

    With `pause_s` line by line, so that a person can watch.
    """
    async with asyncio.TaskGroup() as group:
        writing = group.create_task(_generate(writer, pause_s))
        with contextlib.suppress(OSError):  # a peer that resets has left, too
            await discard(reader, writer)
        writing.cancel()


async def _generate(writer: asyncio.StreamWriter, pause_s: float) -> None:
    parts = CYCLE.splitlines(keepends=True) if pause_s else [CYCLE]
    with contextlib.suppress(OSError):  # the reading side ends the conversation
        for part in itertools.cycle(parts):
            writer.write(part)
            await writer.drain()
            # drain alone never gives way to others while the peer keeps up
            await asyncio.sleep(pause_s)
