"""Finds the rows that a filter lets pass, in a worker thread, as the capture grows."""

import threading
import time
from array import array
from bisect import bisect_left
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from socket_workbench.capture.query import Query
from socket_workbench.capture.reader import CaptureReader

JOB_S = 0.03
"""How long one piece of work takes about; a new one is asked for once per frame."""
SHORT_S, LONG_S = 0.004, 0.015
FIRST_STEP_ROWS, MOST_STEP_ROWS = 1000, 200_000


@dataclass(slots=True)
class _Found:
    upto: int
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    ways: "array[int]" = field(default_factory=lambda: array("q"))
    checked: frozenset[int] = frozenset()
    passed: dict[int, int] = field(default_factory=dict[int, int])
    """Way of each id that matched again."""


class Scan:
    """The ids of all rows that match, ascending, as far as they have been looked at.

    `poll` is called once per frame by whoever shows them; it never waits.
    """

    def __init__(self, path: Path, query: Query) -> None:
        self.query = query
        self.ids = array("q")
        self.ways = array("q")
        """Ways of the rows beside `ids`: which of them may be joined."""
        self.scanned = 0
        """Rows up to this number were looked at."""
        self._reader = CaptureReader(path)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="capture-scan")
        self._job: Future[_Found] | None = None
        self._recheck: set[int] = set()
        self._step_rows = FIRST_STEP_ROWS
        self._is_closed = threading.Event()

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked at, or must be looked at again."""
        return self._job is not None or bool(self._recheck)

    def poll(self, upto: int, updated: "array[int] | None" = None) -> bool:
        """Take in what was found and have the rows up to `upto` looked at.

        `updated` are rows whose result has come, which may match now. Returns whether `ids`
        changed elsewhere than by growing.
        """
        if updated:
            self._recheck.update(updated)
        is_changed = False
        if self._job is not None and self._job.done():
            is_changed = self._take_in(self._job.result())
            self._job = None
        if self._job is None and (self.scanned < upto or self._recheck):
            recheck = frozenset(number for number in self._recheck if number <= self.scanned)
            self._recheck -= recheck
            self._job = self._worker.submit(self._work, self.scanned, upto, recheck)
        return is_changed

    def close(self) -> None:
        """End the thread; a query under way is broken off."""
        self._is_closed.set()
        self._reader.interrupt()
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._reader.close()

    def _take_in(self, found: _Found) -> bool:
        is_changed = self._correct(found) if found.checked else False
        self.scanned = found.upto
        self.ids += found.ids
        self.ways += found.ways
        return is_changed

    def _correct(self, found: _Found) -> bool:
        changes = [self._correct_one(number, found.passed) for number in sorted(found.checked)]
        return any(changes)

    def _correct_one(self, number: int, passed: dict[int, int]) -> bool:
        at = bisect_left(self.ids, number)
        is_there = at < len(self.ids) and self.ids[at] == number
        way = passed.get(number)
        if way is None:
            if is_there:
                del self.ids[at], self.ways[at]
            return is_there
        if is_there:
            is_changed, self.ways[at] = self.ways[at] != way, way
            return is_changed
        self.ids.insert(at, number)
        self.ways.insert(at, way)
        return at < len(self.ids) - 1

    def _work(self, after: int, upto: int, recheck: frozenset[int]) -> _Found:
        found = _Found(after)
        try:
            if recheck:
                ids, ways = self._reader.matches(self.query, recheck)
                found.passed = dict(zip(ids, ways, strict=True))
                found.checked = recheck
            self._go_through(found, upto)
        except InterruptedError:
            pass  # closed: nobody asks for the rest
        return found

    def _go_through(self, found: _Found, upto: int) -> None:
        ends_s = time.monotonic() + JOB_S
        while found.upto < upto and not self._is_closed.is_set() and time.monotonic() < ends_s:
            begun_s = time.monotonic()
            end = min(found.upto + self._step_rows, upto)
            ids, ways = self._reader.matching(self.query, found.upto, end)
            found.ids += ids
            found.ways += ways
            found.upto = end
            self._adapt(time.monotonic() - begun_s)

    def _adapt(self, took_s: float) -> None:
        if took_s < SHORT_S:
            self._step_rows = min(self._step_rows * 2, MOST_STEP_ROWS)
        elif took_s > LONG_S:
            self._step_rows = max(self._step_rows // 2, 50)
