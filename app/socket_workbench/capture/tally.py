"""Totals, kept as the events pass."""

from socket_workbench.capture.records import Direction, Totals

_IN = Direction.IN.value


class Tally:
    """Counts bytes and events in and out, for each socket and for all."""

    def __init__(self) -> None:
        self._all = [0, 0, 0, 0]
        self._by_key: dict[int, list[int]] = {}

    def add(self, key: int | None, direction: int, size_bytes: int) -> None:
        """Count one event that carried data; `direction` is the number of a `Direction`."""
        at = 0 if direction == _IN else 2
        total = self._all
        total[at] += size_bytes
        total[at + 1] += 1
        if key is not None:
            total = self._by_key.get(key) or self._by_key.setdefault(key, [0, 0, 0, 0])
            total[at] += size_bytes
            total[at + 1] += 1

    def totals(self, key: int | None) -> Totals:
        counts = self._all if key is None else self._by_key.get(key, (0, 0, 0, 0))
        return Totals(
            bytes_in=counts[0], events_in=counts[1], bytes_out=counts[2], events_out=counts[3]
        )
