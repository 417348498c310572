"""A window on a capture: the rows a view shows, read as they are looked at, never all of them."""

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.query import Query
from socket_workbench.capture.reader import FAILED_WAY, CaptureReader
from socket_workbench.capture.records import HEAD_BYTES, EventRow
from socket_workbench.capture.scan import Scan

PAGE_ROWS = 32
"""About what a view shows: at the end of a growing capture a page is read anew in every frame."""
KEPT_PAGES = 96
MOST_JOINED = 64
"""Rows joined into one at most, so that a page of joined rows is still read in a moment."""


class Feed(Protocol):
    """What tells how far a capture has grown; a `Capture` does."""

    @property
    def count(self) -> int: ...
    @property
    def changes(self) -> int: ...


@dataclass(frozen=True, slots=True)
class StillFeed:
    """A saved capture, which does not grow."""

    count: int
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Growth:
    """What `poll` found: rows shown now, whether all may have moved, and rows to draw again."""

    count: int
    is_reset: bool = False
    stale: tuple[int, ...] = ()


class RowWindow:
    """Rows of a capture by their place in a view; all of them, or those that a filter lets pass.

    With `joins` consecutive rows of one socket and direction are one row, with the bytes of all.
    """

    def __init__(self, path: Path, feed: Feed) -> None:
        self.path = path
        self.error: CaptureFileError | None = None
        """Why rows are missing, where the file could not be read."""
        self._feed = feed
        self._reader = CaptureReader(path)
        self._mark, _ = self._reader.updated_since(-1)
        self._seen_changes = -1
        self._count = 0
        self._scan: Scan | None = None
        self._joins = False
        self._starts = array("q")
        self._joined_upto = 0
        self._pages: OrderedDict[int, list[EventRow]] = OrderedDict()

    @property
    def count(self) -> int:
        """Rows shown, as of the last `poll`."""
        return self._count

    @property
    def total(self) -> int:
        """Rows in the capture."""
        return self._feed.count

    @property
    def is_searching(self) -> bool:
        """Whether the filter has not seen all rows yet."""
        return self._scan is not None and self._is_behind(self._scan)

    def show(self, query: Query | None, *, joins: bool = False) -> None:
        """Show what `query` lets pass from now on; the view is empty until the next `poll`."""
        if self._scan is not None:
            self._scan.close()
            self._scan = None
        if query is not None and not query.is_everything:
            self._scan = Scan(self.path, query)
        self._joins = joins and self._scan is not None
        self._forget()

    def poll(self) -> Growth | None:
        """Take in what is new; `None`, and next to no work, when nothing is."""
        changes = self._feed.changes
        is_new = changes != self._seen_changes
        if not is_new and (self._scan is None or self._is_settled(self._scan)):
            return None
        updated = self._updates() if is_new else array("q")
        self._seen_changes = changes
        is_reset = self._scan is not None and self._scan.poll(self._feed.count, updated)
        if is_reset:
            self._forget()
        stale = self._drop(updated)
        before, self._count = self._count, self._shown_count()
        if before and (self._count != before or self._joins):
            stale += self._drop_row(before - 1)  # its page was not full, or its row has grown
        return Growth(self._count, is_reset, tuple(stale))

    def row(self, place: int) -> EventRow | None:
        """The row at `place`, the first one being 0; `None` outside, or if it cannot be read."""
        if not 0 <= place < self._count:
            return None
        number, at = divmod(place, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(number)
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[at] if at < len(page) else None

    def data(self, place: int, most_bytes: int) -> bytes:
        """The bytes of the row at `place`, of all that are joined in it; empty outside.

        Raises:
            CaptureFileError: They cannot be read.
        """
        row = self.row(place)
        if row is None:
            return b""
        ids = [int(row.id)]
        if self._scan is not None and self._joins:
            ends = [*self._starts[place + 1 : place + 2], len(self._scan.ids)]
            ids = [*self._scan.ids[self._starts[place] : ends[0]]]
        data = bytearray()
        for event_id in ids:
            data += self._reader.data(event_id, 0, most_bytes - len(data))
        return bytes(data)

    def place_of(self, event_id: int) -> int | None:
        """Where the row is shown that holds the event; `None` when it is not."""
        if self._scan is None:
            return event_id - 1 if 0 < event_id <= self._count else None
        at = bisect_left(self._scan.ids, event_id)
        if at == len(self._scan.ids) or self._scan.ids[at] != event_id:
            return None
        return bisect_right(self._starts, at) - 1 if self._joins else at

    def started_ns(self) -> int:
        """Monotonic time of the capture's first row; 0 while it has none."""
        return self._reader.started_ns()

    def close(self) -> None:
        """End the worker and close the file; idempotent."""
        if self._scan is not None:
            self._scan.close()
            self._scan = None
        self._reader.close()

    def _is_behind(self, scan: Scan) -> bool:
        return scan.is_busy or scan.scanned < self._feed.count

    def _is_settled(self, scan: Scan) -> bool:
        return not self._is_behind(scan) and self._shown_count() == self._count

    def _updates(self) -> "array[int]":
        try:
            self._mark, updated = self._reader.updated_since(self._mark)
        except CaptureFileError as error:
            self.error = error
            return array("q")
        return updated

    def _shown_count(self) -> int:
        if self._scan is None:
            return self._feed.count
        if not self._joins:
            return len(self._scan.ids)
        self._join(self._scan)
        return len(self._starts)

    def _join(self, scan: Scan) -> None:
        for at in range(self._joined_upto, len(scan.ids)):
            start = self._starts[-1] if self._starts else at
            belongs = scan.ways[at] == scan.ways[start] != FAILED_WAY
            if not self._starts or not belongs or at - start >= MOST_JOINED:
                self._starts.append(at)
        self._joined_upto = len(scan.ids)

    def _drop(self, updated: "array[int]") -> list[int]:
        places = [place for number in updated if (place := self.place_of(number)) is not None]
        for place in places:
            self._drop_row(place)
        return places

    def _drop_row(self, place: int) -> list[int]:
        self._pages.pop(place // PAGE_ROWS, None)
        return [place]

    def _forget(self) -> None:
        self._pages.clear()
        self._count = 0
        self._starts = array("q")
        self._joined_upto = 0
        self._seen_changes = -1

    def _read(self, page: int) -> list[EventRow]:
        first = page * PAGE_ROWS
        try:
            if self._scan is None:
                return self._reader.rows(first, min(PAGE_ROWS, self._count - first))
            if self._joins:
                return self._read_joined(self._scan, first)
            return self._reader.rows_by_id(self._scan.ids[first : first + PAGE_ROWS])
        except CaptureFileError as error:
            self.error = error
            return []

    def _read_joined(self, scan: Scan, first: int) -> list[EventRow]:
        starts = [*self._starts[first : first + PAGE_ROWS + 1]]
        if len(starts) <= PAGE_ROWS:
            starts.append(len(scan.ids))
        rows = self._reader.rows_by_id(scan.ids[starts[0] : starts[-1]])
        bounds = [start - starts[0] for start in starts]
        return [joined(rows[a:b]) for a, b in pairwise(bounds)]


def joined(rows: list[EventRow]) -> EventRow:
    """One row for several of one direction: the first one's place, the bytes of all."""
    head = b""
    for row in rows:
        head += row.head
        if len(row.head) < row.size_bytes or len(head) >= HEAD_BYTES:
            break  # what follows in the row is not at hand
    size_bytes = sum(row.size_bytes for row in rows)
    lost_bytes = sum(row.lost_bytes for row in rows)
    return replace(rows[0], size_bytes=size_bytes, head=head[:HEAD_BYTES], lost_bytes=lost_bytes)
