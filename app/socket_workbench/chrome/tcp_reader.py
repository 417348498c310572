"""Reads a connection the way Chromium's extension code does: one read in flight at a time."""

import asyncio
import time
from enum import Enum, auto
from typing import Final, Protocol

from socket_workbench.chrome.context import TURN_BYTES, TURN_S, AppContext
from socket_workbench.net.errors import SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.tcp import PIPE_BYTES, Stream

DEFAULT_BUFFER_BYTES: Final = 4096
LARGEST_READ_BYTES: Final = 256 * 1024
"""Where Chromium's pipe need not be had: it gives no read more than it holds."""
MESSAGE_BYTES: Final = 512
"""Who sends less at a time waits for an answer more often than not; where more comes, the next
read mostly finds what came meanwhile, and is cheaper than another turn of the loop."""


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


class _Next(Enum):
    """What a turn of reading waits for."""

    DATA = auto()
    ROOM = auto()
    """In the capture, or wherever else the bytes go."""
    TURN = auto()
    """The others' turn to be over."""
    NOTHING = auto()
    """No read is in flight any more."""


class TcpReader:
    """The reads of one connection."""

    def __init__(self, context: AppContext, stream: Stream, owner: ReadOwner) -> None:
        self._context, self._stream, self._owner = context, stream, owner
        self.is_reading = False
        """Whether a read is in flight."""
        self._size = 0
        self._largest = PIPE_BYTES if context.is_chromium else LARGEST_READ_BYTES
        self._block, self._place, self._at_ns = b"", 0, 0
        self._is_full = False
        """The kernel gave all that was asked for, so there may be more."""
        self._is_drained = False
        """It gave a short message: there was no more then, and we are told when there is."""
        self._end: str | None = None
        self._is_stopped = False
        self._task: asyncio.Task[None] | None = None
        """Waits for room, or for everything where the loop cannot watch sockets."""

    def start(self) -> None:
        """Start a read, unless one is in flight or reading is over.

        Nothing is delivered before the next turn of the loop: whoever awaits the call that led
        here may add listeners first.
        """
        if self.is_reading:
            return
        self._begin()
        if self._task is not None:
            return
        if self._block or self._end is not None:
            asyncio.get_running_loop().call_soon(self._on_readable)
        if not self._stream.tell(self._on_readable):
            self._task = self._context.scope.spawn(self._follow(), name="tcp read")

    def stop(self) -> bool:
        """Read no more, now and for ever; returns whether a read was in flight."""
        was_reading, self.is_reading, self._is_stopped = self.is_reading, False, True
        self._stream.tell(None)
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

    def _on_readable(self) -> None:
        """The loop says that there may be something."""
        if self._task is not None or self._is_stopped:
            return  # what stopped must leave the stream to who has it now
        match self._turn():
            case _Next.ROOM:
                self._stream.tell(None)
                self._task = self._context.scope.spawn(self._wait_for_room(), name="tcp room")
            case _Next.NOTHING:
                self._stream.tell(None)
            case _Next.TURN:
                self._stream.tell(self._on_readable)
            case _Next.DATA:
                pass

    async def _wait_for_room(self) -> None:
        try:
            await self._context.room_at_gates()
        finally:
            self._task = None
        if self.is_reading:
            self._stream.tell(self._on_readable)
            self._on_readable()

    async def _follow(self) -> None:
        """Read where the loop cannot say what is readable."""
        await asyncio.sleep(0)
        try:
            while (what := self._turn()) is not _Next.NOTHING:
                if what is _Next.ROOM:
                    await self._context.room_at_gates()
                elif what is _Next.TURN:
                    await asyncio.sleep(0)
                else:
                    await self._fetch()
        finally:
            self._task = None

    def _turn(self) -> _Next:
        """Deliver what is there while reads are wanted, as much as one socket may at a time."""
        left, ends_s = TURN_BYTES, time.monotonic() + TURN_S
        while self.is_reading:
            if self._place < len(self._block):
                self._deliver()
            elif self._end is not None:
                self.is_reading = False
                self._owner.read_ended(self._end, self._at_ns)
            elif self._is_drained:
                self._is_drained = False
                return _Next.DATA
            elif not self._context.has_room_at_gates():
                return _Next.ROOM
            elif left <= 0 or time.monotonic() >= ends_s:
                return _Next.TURN
            elif not self._fetch_now():
                return _Next.DATA
            else:
                left -= len(self._block)
        return _Next.NOTHING

    @property
    def _wanted(self) -> int:
        """Taken from the kernel at once and cut into reads, as from Chromium's pipe."""
        return min(max(self._size, PIPE_BYTES), self._largest)

    def _fetch_now(self) -> bool:
        """Get the next block from the kernel, or the end; false when there is neither."""
        wanted = self._wanted
        try:
            block = self._stream.receive_now(wanted)
        except SocketError as error:
            self._took(b"", wanted, error.cause)
            return True
        if block is None:
            return False
        self._took(block, wanted, Cause.FIN)
        return True

    async def _fetch(self) -> None:
        wanted = self._wanted
        try:
            block, cause = await self._stream.receive(wanted), str(Cause.FIN)
        except SocketError as error:
            block, cause = b"", error.cause
        self._took(block, wanted, cause)

    def _took(self, block: bytes, wanted: int, cause: str) -> None:
        """Keep a block; an empty one is the end, for this cause."""
        if not block:
            self._end = cause
        self._block, self._place, self._is_full = block, 0, len(block) == wanted
        self._is_drained = len(block) < MESSAGE_BYTES and self._stream.tells_of_rest
        self._at_ns = time.monotonic_ns()

    def _deliver(self) -> None:
        """Cut one read off the block; the next one is in flight before listeners run."""
        start, size = self._place, self._size
        left = len(self._block) - start
        if self._is_full and left < size and left < PIPE_BYTES < self._largest:
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
            more = self._stream.receive_now(PIPE_BYTES)
        except SocketError as error:
            self._end = error.cause
            return
        if more == b"":
            self._end = Cause.FIN
        elif more is not None:
            self._block += more
            self._is_full = len(more) == PIPE_BYTES
