"""The hex view over a source of a gigabyte: what a paint costs, wherever it looks.

python tests/benchmarks/hex_view.py [--mb 1000]
"""

import argparse
import statistics
import time

import psutil
from figures import MB, Figure, at_most, give, new_app
from PySide6.QtTest import QTest

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.hex_view import HexView

FRAME_MS, GROWTH_MB = 33, 5
PLACES = 200
NOISE = bytes(range(256)) * 4096


class MadeUp:
    """Bytes of any size that are made when they are read."""

    def __init__(self, size_bytes: int) -> None:
        self._size_bytes = size_bytes

    def size(self) -> int:
        return self._size_bytes

    def read(self, offset: int, length: int) -> bytes:
        length = min(length, self._size_bytes - offset)
        start = offset % len(NOISE)
        repeats = -(-(start + length) // len(NOISE))
        return (NOISE * repeats)[start : start + length]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the hex view.")
    parser.add_argument("--mb", type=int, default=1000, help="size of the source in 10^6 bytes")
    size = parser.parse_args().mb * 1_000_000
    app = new_app()
    view = HexView(Looks(app))
    view.resize(800, 900)
    view.show()
    QTest.qWaitForWindowExposed(view)
    before_mb = psutil.Process().memory_info().rss / MB
    begun = time.perf_counter()
    view.show_source(MadeUp(size))
    view.viewport().repaint()
    opened_ms = (time.perf_counter() - begun) * 1e3
    took_ms = [jump(view, size * (number * 7919 % PLACES) // PLACES) for number in range(PLACES)]
    grown_mb = psutil.Process().memory_info().rss / MB - before_mb
    give(
        (
            Figure(name=f"hex view: open {size // 1_000_000} MB", value=f"{opened_ms:.1f} ms"),
            at_most(
                "  jump and paint",
                statistics.median(took_ms),
                "ms",
                FRAME_MS,
                note=f"worst {max(took_ms):.0f} ms",
            ),
            at_most("  memory it took", grown_mb, "MB", GROWTH_MB),
        )
    )


def jump(view: HexView, offset: int) -> float:
    """Go to an offset and paint; gives milliseconds."""
    begun = time.perf_counter()
    view.go_to(offset)
    view.viewport().repaint()
    return (time.perf_counter() - begun) * 1e3


if __name__ == "__main__":
    main()
