"""The program's end of the socket to a script host: frames out in batches, and frames in."""

import asyncio
import itertools
import json
import socket
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Final

import msgspec

from socket_workbench.scripting.thread_watch import ThreadWatch
from socket_workbench.scripting.wire import (
    HEADER_BYTES,
    LEAVE,
    MORE,
    PART_BYTES,
    Header,
    unpack_header,
)

ROOM_BYTES: Final = 4 << 20
"""What may wait for the script before sockets are asked to stop reading."""

TURN_S: Final = 0.008
"""How long what came from the script is taken in before others have the loop."""

MAX_ITEMS: Final = 400
"""Items per frame: the system takes some 1,000 pieces at once."""

AHEAD_FRAMES: Final = 2
FRAME_BYTES: Final = 1 << 18
"""So much does not wait until the script asks for it."""

_encode = msgspec.json.Encoder(order="sorted").encode  # Chromium's dictionaries are
_decode = msgspec.json.Decoder().decode

OnItem = Callable[[list[Any], bytes], None]
"""Gets one item and its data; empty when it has none."""


class Channel:
    """Frames over a connected, non-blocking socket; lives on the loop."""

    def __init__(
        self,
        end: socket.socket,
        *,
        on_item: OnItem,
        on_progress: Callable[[], None],
        on_closed: Callable[[], None],
        watches_by_thread: bool = False,
    ) -> None:
        """Take over a socket.

        Args:
            end: Ours from now on.
            on_item: Gets every item of the script.
            on_progress: Called after anything came, items or the news how far the script is.
            on_closed: Called once when the other side has closed.
            watches_by_thread: For loops that cannot watch sockets.
        """
        self._socket, self._on_item = end, on_item
        self._on_progress, self._on_closed = on_progress, on_closed
        self._loop = asyncio.get_running_loop()
        self.timers = 0
        """How many timers the script has set."""
        self.sent = self.seen = 0
        """Frames sent, and taken in by the script."""
        self.is_closed = False
        self._items: deque[tuple[bytes, bytes]] = deque()
        self._waiting_bytes = 0
        self._pieces: deque[memoryview] = deque()
        self._is_writing = False
        self._roomy = asyncio.Event()
        self._roomy.set()
        self._received = memoryview(bytearray(HEADER_BYTES + 2 * PART_BYTES))  # the longest frame
        self._have = 0
        self._fragments: list[tuple[bytes, bytes]] = []
        self._thread: ThreadWatch | None = None
        if watches_by_thread:
            self._thread = ThreadWatch(end, self._read, self._write)
        else:
            self._loop.add_reader(end, self._read)

    # ---- out -----------------------------------------------------------------------------

    def post(self, item: list[Any], data: bytes | None = None) -> None:
        """Give the script one item: at once when it waits, else together with what follows.

        The last member of an item must be free (`None`): the length of the data goes there.
        """
        if self.is_closed:
            return
        if data is not None:
            item[-1] = len(data)
        text = _encode(item)
        if not text.isascii():
            text = json.dumps(item, sort_keys=True).encode()
        self._items.append((text, data or b""))
        self._waiting_bytes += len(text) + len(data or b"")
        if self._waiting_bytes > ROOM_BYTES:
            self._roomy.clear()
        self._advance()

    @property
    def is_behind(self) -> bool:
        """Whether the script has yet to take in something."""
        return self.seen < self.sent or bool(self._items)

    def evaluate(self, number: int, name: str, source: str, *, is_shown: bool = False) -> None:
        """Send a source to be evaluated, after what was posted before.

        When its result `is_shown` it comes as a line of the console, not as an answer.
        """
        while self._items:  # a source must not overtake anything
            self._frame()
        text = json.dumps([number, name, source, is_shown]).encode()
        self._push(Header(len(text), 0, LEAVE), text)
        self._write()

    def has_room(self) -> bool:
        """Whether the script keeps up with what comes."""
        return self._roomy.is_set()

    async def room(self) -> None:
        """Wait until it does."""
        await self._roomy.wait()

    def _advance(self) -> None:
        """Keep the script in work: one frame under its hands and one before it.

        What comes meanwhile makes one longer frame, so a busy script has less to do for each.
        """
        if not self._pieces and (
            self.sent - self.seen < AHEAD_FRAMES or self._waiting_bytes > FRAME_BYTES
        ):
            self._write()

    def _write(self) -> None:
        """Send until there is nothing, or the system takes no more."""
        if self._items and not self._pieces:
            self._frame()
        while self._pieces and not self.is_closed:
            try:
                self._drop(self._send())
            except BlockingIOError:
                break
            except OSError:
                self.close()
                return
        self._follow(writes=bool(self._pieces))

    def _send(self) -> int:
        if len(self._pieces) == 1 or not hasattr(self._socket, "sendmsg"):  # Windows has none
            return self._socket.send(self._pieces[0])
        return self._socket.sendmsg([*itertools.islice(self._pieces, MAX_ITEMS)])

    def _follow(self, *, writes: bool) -> None:
        if writes != self._is_writing and not self.is_closed:
            self._is_writing = writes
            if self._thread is not None:
                self._thread.set_writing(writes=writes)
            elif writes:
                self._loop.add_writer(self._socket, self._write)
            else:
                self._loop.remove_writer(self._socket)

    def _frame(self) -> None:
        """Make the next frame of as many items as fit."""
        texts: list[bytes] = []
        parts: list[bytes] = []
        text_bytes = data_bytes = 0
        while self._items and len(texts) < MAX_ITEMS // 2:
            text, data = self._items[0]
            if texts and (
                text_bytes + len(text) + 2 > PART_BYTES or data_bytes + len(data) > PART_BYTES
            ):
                break
            self._items.popleft()
            texts.append(text)
            text_bytes += len(text) + 1
            if data:
                parts.append(data)
                data_bytes += len(data)
        self._waiting_bytes -= text_bytes - len(texts) + data_bytes
        if self._waiting_bytes <= ROOM_BYTES:
            self._roomy.set()
        self._send_parts(b"[%b]" % b",".join(texts), parts, data_bytes)

    def _send_parts(self, text: bytes, parts: list[bytes], data_bytes: int) -> None:
        """One frame, or fragments where one item is too long for that."""
        if len(text) <= PART_BYTES and data_bytes <= PART_BYTES:
            self._push(Header(len(text), data_bytes), text, *parts)
            return
        data = b"".join(parts)
        count = max(len(text), data_bytes) // PART_BYTES + 1
        for index in range(count):
            piece = slice(index * PART_BYTES, (index + 1) * PART_BYTES)
            flags = MORE if index < count - 1 else 0
            header = Header(len(text[piece]), len(data[piece]), flags)
            self._push(header, text[piece], data[piece])

    def _push(self, header: Header, text: bytes, *parts: bytes) -> None:
        self.sent += 1
        self._pieces.append(memoryview(header.pack() + text))
        self._pieces.extend(memoryview(part) for part in parts if part)

    def _drop(self, sent: int) -> None:
        while sent:
            first = self._pieces[0]
            if sent < len(first):
                self._pieces[0] = first[sent:]
                return
            sent -= len(first)
            self._pieces.popleft()

    # ---- in ------------------------------------------------------------------------------

    def _read(self) -> None:
        """Take in what is there; the rest of a frame that has begun is usually on its way."""
        if not self._has_frame():  # else the turn before has left something
            if not self._receive():
                return
            while self._have < self._needed():
                if not self._receive():
                    break
        self._take_turn()

    def _take_turn(self) -> None:
        """Take in whole frames for a while; others want the loop, too."""
        at, until_s = 0, time.perf_counter() + TURN_S
        while at + HEADER_BYTES <= self._have:
            header = unpack_header(self._received, at)
            end = at + HEADER_BYTES + header.text_bytes + header.data_bytes
            if end > self._have:
                break
            self._take(header, at + HEADER_BYTES)
            at = end
            if time.perf_counter() > until_s:
                break
        if at:
            self._received[: self._have - at] = self._received[at : self._have]
            self._have -= at
            self._advance()
            self._on_progress()
        if self._has_frame():
            self._loop.call_soon(self._take_rest)

    def _take_rest(self) -> None:
        if not self.is_closed and self._has_frame():
            self._take_turn()

    def _has_frame(self) -> bool:
        return self._have >= HEADER_BYTES and self._have >= self._needed()

    def _receive(self) -> bool:
        """Receive once; false when there is nothing, or never will be."""
        try:
            count = self._socket.recv_into(self._received[self._have :])
        except BlockingIOError:
            return False
        except OSError:
            count = 0
        if not count:
            self.close()
            self._on_closed()
        self._have += count
        return count > 0

    def _needed(self) -> int:
        """Length of the first frame, as far as it is known."""
        if self._have < HEADER_BYTES:
            return HEADER_BYTES
        header = unpack_header(self._received)
        return HEADER_BYTES + header.text_bytes + header.data_bytes

    def _take(self, header: Header, at: int) -> None:
        self.timers, self.seen = header.timers, int(header.seen)
        middle = at + header.text_bytes
        text = bytes(self._received[at:middle])
        data = bytes(self._received[middle : middle + header.data_bytes])
        if header.flags & MORE:
            self._fragments.append((text, data))
            return
        if self._fragments:
            text = b"".join(part for part, _ in self._fragments) + text
            data = b"".join(part for _, part in self._fragments) + data
            self._fragments.clear()
        if text:
            self._deliver(_decode(text), data)

    def _deliver(self, items: list[list[Any]], data: bytes) -> None:
        at = 0
        for item in items:
            size = item[-1]
            if size is None:
                self._on_item(item, b"")
            else:
                self._on_item(item, data[at : at + size] if size != len(data) else data)
                at += size

    def close(self) -> None:
        """Close the socket; nothing is sent or received any more. Idempotent."""
        if self.is_closed:
            return
        self.is_closed = True
        if self._thread is not None:
            self._thread.close()
        else:
            self._loop.remove_reader(self._socket)
            if self._is_writing:
                self._loop.remove_writer(self._socket)
        self._socket.close()
        self._items.clear()
        self._pieces.clear()
        self._roomy.set()
