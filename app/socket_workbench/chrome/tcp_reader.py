"""Reads a connection the way Chromium's extension code does: one read in flight at a time."""

import asyncio
import time
from typing import Final, Protocol

from socket_workbench.chrome.context import AppContext, Pace
from socket_workbench.net.errors import SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.tcp import Stream

DEFAULT_BUFFER_BYTES: Final = 4096
READ_AHEAD_BYTES: Final = 64 * 1024
"""Taken from the kernel at once and cut into reads, as Chromium's data pipe does."""
LARGEST_READ_BYTES: Final = 256 * 1024


class ReadOwner(Protocol):
    """Whose connection is read."""

    paused: bool
    """No further read starts while this is true; the one in flight goes on."""
    buffer_size: int
    """Limit of one read in bytes as it starts; 0 is the default."""

    def received(self, data: bytes, at_ns: int) -> None:
        """Bytes came, `time.monotonic_ns` at the read."""
        ...

    def read_ended(self, cause: str, at_ns: int) -> None:
        """Reading is over, in order or not; told once."""
        ...


class TcpReader:
    """The reads of one connection."""

    def __init__(self, context: AppContext, stream: Stream, owner: ReadOwner) -> None:
        self._context, self._stream, self._owner = context, stream, owner
        self.is_reading = False
        """Whether a read is in flight."""
        self._size = 0
        self._block, self._place, self._at_ns = b"", 0, 0
        self._is_full = False
        """The kernel gave all that was asked for, so there may be more."""
        self._end: str | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start a read, unless one is in flight or reading is over."""
        if self.is_reading:
            return
        self._begin()
        if self._task is None:
            self._task = self._context.scope.spawn(self._run(), name="tcp read")

    def stop(self) -> bool:
        """Read no more, now; returns whether a read was in flight."""
        was_reading, self.is_reading = self.is_reading, False
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
        return was_reading

    def leftover(self) -> bytes:
        """What was read ahead and not delivered."""
        return self._block[self._place :]

    def _begin(self) -> None:
        self.is_reading = True
        size = self._owner.buffer_size
        self._size = size if size > 0 else DEFAULT_BUFFER_BYTES

    async def _run(self) -> None:
        """Deliver while reads are wanted; ends with the stream, or when paused."""
        await asyncio.sleep(0)  # whoever awaits the call that led here may add listeners first
        pace = Pace(self._context)
        try:
            while self.is_reading:
                if self._place < len(self._block):
                    self._deliver()
                elif self._end is None:
                    await pace.spend(len(self._block))
                    await self._fetch()
                else:
                    self.is_reading = False
                    self._owner.read_ended(self._end, self._at_ns)
                    return
        finally:
            self._task = None

    async def _fetch(self) -> None:
        """Get the next block from the kernel, or the end."""
        wanted = min(max(self._size, READ_AHEAD_BYTES), LARGEST_READ_BYTES)
        try:
            block = await self._stream.receive(wanted)
        except SocketError as error:
            block, self._end = b"", error.cause
        else:
            if not block:
                self._end = Cause.FIN
        self._block, self._place, self._is_full = block, 0, len(block) == wanted
        self._at_ns = time.monotonic_ns()

    def _deliver(self) -> None:
        """Cut one read off the block; the next one is in flight before listeners run."""
        start, size = self._place, self._size
        left = len(self._block) - start
        if self._is_full and left < size and left < READ_AHEAD_BYTES:
            self._top_up()
            start, left = 0, len(self._block)
        if left <= size:
            data = self._block[start:]
            self._block, self._place = b"", 0
        else:
            self._place = start + size
            data = self._block[start : self._place]
        self.is_reading = False
        if not self._owner.paused:
            self._begin()
        self._owner.received(data, self._at_ns)

    def _top_up(self) -> None:
        """Append what else is there: with plenty of data waiting, reads are full."""
        self._block, self._place, self._is_full = self._block[self._place :], 0, False
        try:
            more = self._stream.receive_now(READ_AHEAD_BYTES)
        except SocketError as error:
            self._end = error.cause
            return
        if more == b"":
            self._end = Cause.FIN
        elif more is not None:
            self._block += more
            self._is_full = len(more) == READ_AHEAD_BYTES
