"""Bytes and events per second, from totals looked at now and then."""

from collections import deque
from dataclasses import dataclass

from socket_workbench.capture.records import Totals

WINDOW_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What went in and out per second of late."""

    bytes_in: float = 0.0
    bytes_out: float = 0.0
    events_in: float = 0.0
    events_out: float = 0.0


class RateMeter:
    """Means over the last `window_s`; falls to zero when nothing comes any more."""

    def __init__(self, window_s: float = WINDOW_S) -> None:
        self._window_s = window_s
        self._seen: deque[tuple[float, Totals]] = deque()

    def take(self, totals: Totals, at_s: float) -> Rates:
        """Look at the totals again; `at_s` never goes back."""
        self._seen.append((at_s, totals))
        while len(self._seen) > 1 and at_s - self._seen[1][0] >= self._window_s:
            self._seen.popleft()
        began_s, before = self._seen[0]
        if at_s <= began_s:
            return Rates()
        elapsed_s = at_s - began_s
        return Rates(
            bytes_in=(totals.bytes_in - before.bytes_in) / elapsed_s,
            bytes_out=(totals.bytes_out - before.bytes_out) / elapsed_s,
            events_in=(totals.events_in - before.events_in) / elapsed_s,
            events_out=(totals.events_out - before.events_out) / elapsed_s,
        )
