"""One tick per frame for everything that follows the capture, and how late the ticks come."""

import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FRAME_MS = 33
WATCHED_FRAMES = 60


class FrameClock(QObject):
    """Ticks while the program runs; a late tick is the time that the window was away."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late_ms: deque[float] = deque(maxlen=WATCHED_FRAMES)
        self._due_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to tick."""
        self._due_s = time.monotonic() + FRAME_MS / 1000
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def answer_ms(self) -> int:
        """The longest that an event had to wait within the last two seconds."""
        return round(max(self._late_ms, default=0.0))

    def _tick(self) -> None:
        began = time.monotonic()
        self._late_ms.append(max(0.0, (began - self._due_s) * 1000))
        self.ticked.emit()
        # The next one is due an interval after the work, as a busy frame delays everything else.
        self._due_s = time.monotonic() + FRAME_MS / 1000
        self._timer.start()
