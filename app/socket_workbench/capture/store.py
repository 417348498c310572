"""The capture as those who report to it see it: the one memory of what happened."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from socket_workbench.capture.batches import Batch, BatchQueue, Row
from socket_workbench.capture.database import create_file
from socket_workbench.capture.owner import OwnerLock
from socket_workbench.capture.problems import CaptureWriteError, RecordingProblem
from socket_workbench.capture.records import Direction, Kind, Totals
from socket_workbench.capture.saving import SaveProgress, save_copy
from socket_workbench.capture.schema import PAGE_BYTES
from socket_workbench.capture.tally import Tally
from socket_workbench.capture.writer import Writer

QUEUE_LIMIT_BYTES = 16 << 20
_CALL, _EVENT, _NOTE = Kind.CALL.value, Kind.EVENT.value, Kind.NOTE.value
_NONE, _OUT = Direction.NONE, Direction.OUT.value


@dataclass(slots=True, eq=False)
class CallToken:
    """What `Capture.call` gives and `Capture.finish` takes, once."""

    row: Row
    batch: Batch | None
    """Where the row waits or waited; `None` while nothing is recorded."""


class Capture:
    """Records calls, events and notes in order; a thread of its own writes them to a file.

    Everything here belongs to the loop thread. Reporting never blocks and never fails: when the
    disk is full rows wait in a queue of `queue_bytes`, `problem` says so, and `has_room` stays
    false so that who reads from sockets pauses instead of losing rows. Once the reason is gone all
    of it is written. `stop_recording` is the other way out.
    """

    def __init__(self, path: Path, queue_bytes: int) -> None:
        """Use `create`."""
        self.path = path
        self._loop = asyncio.get_running_loop()
        self._queue = BatchQueue(queue_bytes)
        self._owner = OwnerLock.take(path)
        self._writer = Writer(path, self._queue, self._wake_soon)
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._names: dict[str, int] = {}
        self._contexts: dict[str, int] = {}
        self._tally = Tally()
        self._last_id = 0
        self._last_key = 0
        self._is_recording = True
        self._is_closed = False
        self.dropped_rows = 0
        """Rows that were not recorded since `stop_recording`."""

    @classmethod
    async def create(
        cls,
        path: Path,
        *,
        program: str = "Socket Workbench",
        queue_bytes: int = QUEUE_LIMIT_BYTES,
        page_bytes: int = PAGE_BYTES,
    ) -> "Capture":
        """Begin a capture in a new file; it runs until `aclose`.

        Raises:
            CaptureFileError: The file exists already, or cannot be made.
        """
        await asyncio.to_thread(create_file, path, program=program, page_bytes=page_bytes)
        capture = cls(path, queue_bytes)
        capture._writer.start()
        return capture

    @property
    def count(self) -> int:
        """Rows that readers can see; all up to this number are there."""
        return self._writer.count

    @property
    def changes(self) -> int:
        """Grows whenever rows were added or results filled in."""
        return self._writer.changes

    @property
    def problem(self) -> RecordingProblem | None:
        """Why nothing can be written now; `None` when all is well."""
        return self._writer.problem

    @property
    def is_recording(self) -> bool:
        """Whether what happens now is kept."""
        return self._is_recording

    @property
    def waiting_bytes(self) -> int:
        """What waits in memory to be written."""
        return self._queue.waiting_bytes

    @property
    def size_bytes(self) -> int:
        """Size of the file, of the log and of the data beside it."""
        return self._writer.file_bytes + self._writer.wal_bytes + self._writer.data_bytes

    @property
    def log_bytes(self) -> int:
        """Size of the log beside the file: what no checkpoint has brought into it yet."""
        return self._writer.wal_bytes

    def totals(self, key: int | None = None) -> Totals:
        """What the socket `key`, or all of them, sent and received so far."""
        return self._tally.totals(key)

    def add_socket(
        self,
        *,
        context: str,
        namespace: str,
        socket_id: int,
        panel: str = "",
        parent: int | None = None,
    ) -> int:
        """Give a new socket its key; known even while nothing is recorded."""
        self._last_key = key = self._last_key + 1
        context_id = self._contexts.get(context)
        if context_id is None:
            context_id = self._contexts[context] = len(self._contexts) + 1
            self._queue.add_context(context_id, context)
        self._queue.add_socket((key, context_id, namespace, socket_id, panel, parent))
        return key

    def call(  # noqa: PLR0913 - one argument per column, by name
        self,
        key: int | None,
        name: str,
        arguments: str,
        *,
        at_ns: int,
        peer: str = "",
        data: bytes = b"",
        direction: Direction = _NONE,
    ) -> CallToken:
        """Record that an API method was called; its place in the order is now."""
        way, size, name_id = int(direction), len(data), self._name_id(name)
        row = [0, at_ns, key, name_id, _CALL, way, size, peer, arguments, None, "", "", None]
        return CallToken(row, self._add(row, data))

    def finish(
        self, token: CallToken, *, done_ns: int, code: int | None, result: str, cause: str = ""
    ) -> None:
        """Record the call's result, in the call's own row; data sent counts unless `code` < 0."""
        row = token.row
        if row[6] and row[5] == _OUT and (code is None or code >= 0):
            self._tally.add(row[2], _OUT, row[6])
        if token.batch is not None:
            number = None if code is None else int(code)
            self._queue.amend(token.batch, row, (number, cause, result, done_ns))

    def event(  # noqa: PLR0913 - one argument per column, by name
        self,
        key: int | None,
        name: str,
        *,
        at_ns: int,
        arguments: str = "",
        peer: str = "",
        data: bytes = b"",
        direction: Direction = _NONE,
        code: int | None = None,
        cause: str = "",
    ) -> None:
        """Record an API event with the bytes it brought."""
        way, size = int(direction), len(data)  # `value` is three times as slow
        name_id = self._names.get(name) or self._name_id(name)
        number = None if code is None else int(code)  # sqlite3 is slow with enum members
        row = [0, at_ns, key, name_id, _EVENT, way, size, peer, arguments, number, cause, "", None]
        if size:
            self._tally.add(key, way, size)
        self._add(row, data)

    def note(
        self, name: str, *, at_ns: int, arguments: str = "", key: int | None = None, cause: str = ""
    ) -> None:
        """Record something about the program or the capture itself."""
        name_id = self._name_id(name)
        row = [0, at_ns, key, name_id, _NOTE, 0, 0, "", arguments, None, cause, "", None]
        self._add(row, b"")

    def has_room(self) -> bool:
        """Whether more may be read from sockets; truthful also while there is a problem."""
        return self._queue.waiting_bytes < self._queue.limit_bytes or not self._is_recording

    async def room(self) -> None:
        """Wait until there is room; those who wait go on in the order in which they came."""
        while not self.has_room() and not self._is_closed:
            await self.next_commit()

    async def flush(self) -> None:
        """Wait until all that was reported so far is committed.

        Raises:
            CaptureWriteError: It cannot be written now; it is still kept.
        """
        number = self._queue.hurry()
        while self._writer.batch_number < number:
            if self.problem is not None:
                raise CaptureWriteError(self.problem)
            await self.next_commit()

    async def next_commit(self) -> None:
        """Wait until something was written, or could not be, since now."""
        future = self._loop.create_future()
        self._waiting.append(future)
        await future

    def limit_size(self, limit_bytes: int | None) -> None:
        """Let the files grow to so many bytes at most; beyond, it is as if the disk were full."""
        self._writer.limit_bytes = limit_bytes

    def stop_recording(self) -> None:
        """Go on without recording; what waits already is written as soon as that works."""
        self._is_recording = False
        self._wake()

    def resume_recording(self, *, at_ns: int) -> None:
        """Record again; a note `capture.dropped` tells how many rows are missing before it."""
        self._is_recording = True
        if self.dropped_rows:
            dropped, self.dropped_rows = self.dropped_rows, 0
            self.note("capture.dropped", at_ns=at_ns, arguments=f'{{"rows":{dropped}}}')

    async def save_as(self, path: Path, *, on_progress: SaveProgress | None = None) -> None:
        """Copy what was reported so far to `path`, whole or not at all; recording goes on.

        Cancelling leaves nothing behind. `on_progress` gets rows done and rows in all.

        Raises:
            CaptureFileError: Names the file and the reason.
            CaptureWriteError: Recording stands still, so the copy would not be whole.
        """
        await self.flush()
        await save_copy(self.path, path, on_progress)

    async def aclose(self) -> None:
        """Write what waits, end the threads and close the file. Idempotent."""
        if self._is_closed:
            return
        self._is_closed = True
        if not self._is_recording:
            self.resume_recording(at_ns=time.monotonic_ns())
        await asyncio.to_thread(self._writer.close)
        self._owner.release()
        self._wake()

    def _add(self, row: Row, data: bytes) -> Batch | None:
        if not self._is_recording or self._is_closed:
            self.dropped_rows += 1
            return None
        row[0] = self._last_id = self._last_id + 1
        return self._queue.add(row, data)

    def _name_id(self, name: str) -> int:
        name_id = self._names.get(name)
        if name_id is None:
            name_id = self._names[name] = len(self._names) + 1
            self._queue.add_name(name_id, name)
        return name_id

    def _wake_soon(self) -> None:
        """Called by the writer after each commit."""
        self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, deque()
        for future in waiting:
            if not future.done():
                future.set_result(None)
