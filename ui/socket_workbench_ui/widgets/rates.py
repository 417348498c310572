"""How much happens per second, from counters that only grow."""

import time
from collections import deque
from collections.abc import Callable

SPAN_S = 1.0


class Rate:
    """The slope of a counter over the last second."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def take(self, counter: int) -> float:
        """Note the counter's value now; returns its growth per second."""
        now = self._clock()
        self._seen.append((now, counter))
        while len(self._seen) > 2 and self._seen[1][0] <= now - SPAN_S:  # noqa: PLR2004 - a slope
            self._seen.popleft()
        first_s, first = self._seen[0]
        return (counter - first) / max(now - first_s, SPAN_S / 2)
