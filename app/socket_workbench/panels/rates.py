"""How much happens per second of late, from counters that only grow."""

from collections import deque
from dataclasses import dataclass

from socket_workbench.capture.records import Totals

WINDOW_S = 2.0
SHORTEST_S = 0.5
"""What came within a shorter time is spread over this: the first look must not show a peak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What went in and out per second of late."""

    bytes_in: float = 0.0
    bytes_out: float = 0.0
    events_in: float = 0.0
    events_out: float = 0.0


class Rate:
    """Mean growth of one counter over the last `window_s`; zero when it grows no more."""

    def __init__(self, window_s: float = WINDOW_S) -> None:
        self._window_s = window_s
        self._seen: deque[tuple[float, int]] = deque()

    def take(self, counter: int, at_s: float) -> float:
        """Look at the counter again; `at_s` never goes back. Returns its growth per second."""
        self._seen.append((at_s, counter))
        while len(self._seen) > 1 and at_s - self._seen[1][0] >= self._window_s:
            self._seen.popleft()
        began_s, before = self._seen[0]
        if at_s <= began_s:
            return 0.0
        return (counter - before) / max(at_s - began_s, SHORTEST_S)


class RateMeter:
    """The rates of a socket's totals."""

    def __init__(self, window_s: float = WINDOW_S) -> None:
        self._bytes_in, self._bytes_out = Rate(window_s), Rate(window_s)
        self._events_in, self._events_out = Rate(window_s), Rate(window_s)

    def take(self, totals: Totals, at_s: float) -> Rates:
        """Look at the totals again; `at_s` never goes back."""
        return Rates(
            bytes_in=self._bytes_in.take(totals.bytes_in, at_s),
            bytes_out=self._bytes_out.take(totals.bytes_out, at_s),
            events_in=self._events_in.take(totals.events_in, at_s),
            events_out=self._events_out.take(totals.events_out, at_s),
        )
