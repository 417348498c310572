"""How fast bytes and events went in and out, over the last minutes, for every socket."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from socket_workbench.capture.records import Totals
from socket_workbench.panels.rates import Rates

INTERVAL_S = 0.5
SPAN_S = 300.0
ALL = None
"""Key of the series of all sockets together."""

TotalsOf = Callable[[int | None], Totals]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Rates):
    """Means over the time since the sample before."""

    at_s: float
    """End of that time, on the caller's clock."""


class _Series:
    """One socket's samples and what they were last made from."""

    def __init__(self, at_s: float, totals: Totals) -> None:
        self.samples: deque[Sample] = deque(maxlen=round(SPAN_S / INTERVAL_S))
        self.at_s, self.totals = at_s, totals

    def take(self, at_s: float, totals: Totals) -> None:
        elapsed_s, before = at_s - self.at_s, self.totals
        self.at_s, self.totals = at_s, totals
        self.samples.append(
            Sample(
                at_s=at_s,
                bytes_in=(totals.bytes_in - before.bytes_in) / elapsed_s,
                bytes_out=(totals.bytes_out - before.bytes_out) / elapsed_s,
                events_in=(totals.events_in - before.events_in) / elapsed_s,
                events_out=(totals.events_out - before.events_out) / elapsed_s,
            )
        )


class Throughput:
    """Samples the capture's totals; sockets that are gone are forgotten with them."""

    def __init__(self, totals_of: TotalsOf) -> None:
        self._totals_of = totals_of
        self._series: dict[int | None, _Series] = {}
        self._due_s = 0.0

    def tick(self, at_s: float, sockets: Callable[[], Iterable[int]]) -> bool:
        """Take a sample of each socket if one is due; whether there are new ones.

        Args:
            at_s: Now, on a clock that never goes back.
            sockets: Gives the keys of the living sockets; asked only when a sample is due.
        """
        if at_s < self._due_s:
            return False
        self._due_s = at_s + INTERVAL_S
        keys: list[int | None] = [ALL, *sockets()]
        self._series = {key: self._taken(key, at_s) for key in keys}
        return True

    def samples(self, key: int | None) -> tuple[Sample, ...]:
        """The samples of a socket, or of all together, oldest first."""
        series = self._series.get(key)
        return () if series is None else tuple(series.samples)

    def _taken(self, key: int | None, at_s: float) -> _Series:
        series, totals = self._series.get(key), self._totals_of(key)
        if series is None:
            # What it carried until now may be old: there is no rate without a second look.
            return _Series(at_s, totals)
        if at_s > series.at_s:
            series.take(at_s, totals)
        return series
