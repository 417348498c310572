"""Python's garbage collector, kept to the thread that may destroy Qt objects."""

import gc
import time
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 100
WHOLE_EVERY_S = 10.0
"""A whole collection takes tens of milliseconds, so it is made rarely."""

YOUNG, MIDDLE, WHOLE = range(3)


class GuiCollector(QObject):
    """Collects in this thread alone while its `with` block lasts.

    Python collects in whichever thread happens to allocate. A panel that is closed is garbage in
    cycles, and if the capture's writer collects it, Qt destroys widgets and timers in the wrong
    thread: it warns at best.
    """

    def __init__(self) -> None:
        super().__init__()
        self._whole_due_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> Self:
        gc.disable()
        gc.freeze()  # modules and classes, most of all there is, need not be looked through
        self._whole_due_s = time.monotonic() + WHOLE_EVERY_S
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()

    def _look(self) -> None:
        young, middle, _ = gc.get_count()
        young_limit, middle_limit, _ = gc.get_threshold()
        if young <= young_limit:
            return
        if middle <= middle_limit:
            gc.collect(YOUNG)
        elif time.monotonic() < self._whole_due_s:
            gc.collect(MIDDLE)
        else:
            gc.collect(WHOLE)
            self._whole_due_s = time.monotonic() + WHOLE_EVERY_S
