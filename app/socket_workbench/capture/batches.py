"""What waits to be written: batches that the loop thread fills and the writer thread takes."""

import threading
from collections.abc import Sequence
from typing import Any, TypeAlias

Row: TypeAlias = list[Any]
"""One row of `events`, its values in the order of the table's columns."""
ID, AT_NS, CODE, CAUSE, RESULT, DONE_NS = 0, 1, 9, 10, 11, 12
COLUMNS = 13

ROW_COST_BYTES = 256
"""What a row weighs beside its data, roughly; so that empty events fill the queue too."""
GATHER_S = 0.03
"""How long a batch may grow before it is written, unless it becomes large or someone waits."""
LARGE_BYTES = 2 << 20


class Batch:
    """Things to write in one transaction."""

    __slots__ = ("contexts", "data", "names", "number", "results", "rows", "size_bytes", "sockets")

    def __init__(self, number: int) -> None:
        self.number = number
        self.contexts: list[tuple[int, str]] = []
        self.names: list[tuple[int, str]] = []
        self.sockets: list[tuple[int, int, str, int, str, int | None]] = []
        self.rows: list[Row] = []
        self.data: list[tuple[int, bytes]] = []
        self.results: list[tuple[int | None, str, str, int, int]] = []
        self.size_bytes = 0

    def is_empty(self) -> bool:
        return not (self.rows or self.results or self.sockets)

    def make_storable(self) -> None:
        """Escape what UTF-8 cannot hold: JavaScript strings may end in half a character."""
        for row in self.rows:
            row[:] = [_storable(value) for value in row]
        self.results = [tuple(map(_storable, result)) for result in self.results]
        self.names = [(number, _storable(name)) for number, name in self.names]
        self.contexts = [(number, _storable(name)) for number, name in self.contexts]
        self.sockets = [tuple(map(_storable, socket)) for socket in self.sockets]


class BatchQueue:
    """Hands batches from the loop thread to the writer; knows how many bytes wait in memory.

    Every method but `take` and `written` belongs to the loop thread, those two to the writer.
    """

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self.waiting_bytes = 0
        self._lock = threading.Lock()
        self._pending = Batch(1)
        self._filled = threading.Event()
        self._hurry = threading.Event()
        self._is_closed = False

    def add(self, row: Row, data: bytes) -> Batch:
        """Append a row whose id is set; its batch says later whether it can still be changed."""
        cost = ROW_COST_BYTES + len(data)
        with self._lock:
            batch = self._pending
            batch.rows.append(row)
            if data:
                batch.data.append((row[ID], data))
            batch.size_bytes += cost
            self.waiting_bytes += cost
        self._announce(batch)
        return batch

    def amend(self, batch: Batch, row: Row, result: Sequence[Any]) -> None:
        """Fill in code, cause, result and time of a row: before it is written, or after."""
        with self._lock:
            pending = self._pending
            if batch is pending:
                row[CODE : DONE_NS + 1] = result
                return
            pending.results.append((*result, row[ID]))
            pending.size_bytes += ROW_COST_BYTES
            self.waiting_bytes += ROW_COST_BYTES
        self._announce(pending)

    def add_socket(self, socket: tuple[int, int, str, int, str, int | None]) -> None:
        with self._lock:
            self._pending.sockets.append(socket)
        self._filled.set()

    def add_name(self, name_id: int, name: str) -> None:
        """Declare a name; it waits for the first row that uses it."""
        with self._lock:
            self._pending.names.append((name_id, name))

    def add_context(self, context_id: int, name: str) -> None:
        """Declare a context; it waits for its first socket."""
        with self._lock:
            self._pending.contexts.append((context_id, name))

    def hurry(self) -> int:
        """Have everything written now; returns the number of the last batch that matters."""
        with self._lock:
            pending = self._pending
            if pending.is_empty():
                return pending.number - 1
            self._hurry.set()
            return pending.number

    def close(self) -> None:
        """Nothing more will come; `take` hands out the rest and then `None`."""
        self._is_closed = True
        self._hurry.set()
        self._filled.set()

    def take(self) -> Batch | None:
        """Wait for the next batch; `None` after `close` when nothing is left."""
        self._filled.wait()
        self._hurry.wait(GATHER_S)
        with self._lock:
            batch = self._pending
            if batch.is_empty() and self._is_closed:
                return None
            self._pending = Batch(batch.number + 1)
            if not self._is_closed:
                self._filled.clear()
                self._hurry.clear()
        return batch

    def written(self, batch: Batch) -> None:
        with self._lock:
            self.waiting_bytes -= batch.size_bytes

    def _announce(self, batch: Batch) -> None:
        if len(batch.rows) <= 1:
            self._filled.set()
        if batch.size_bytes >= LARGE_BYTES and not self._hurry.is_set():
            self._hurry.set()


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return value
