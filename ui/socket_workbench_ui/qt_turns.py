"""What asyncio's loop needs of Qt: turns for what is ready, one timer for what is due later."""

import asyncio
from collections import deque
from collections.abc import Callable
from heapq import heapify, heappop, heappush
from itertools import count
from math import ceil
from time import monotonic

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimerEvent, Signal
from typing_extensions import override

LONGEST_MS = 24 * 3600 * 1000
"""Of one Qt timer; what is due later is looked at again then."""
MOST_CANCELLED = 128
"""Timers that the heap may hold before those that were cancelled are taken out."""

RunHandle = Callable[[asyncio.Handle], None]


class Turns(QObject):
    """Runs handles in the order in which they came: all that are ready at once, in one Qt event.

    What a handle makes ready waits for the next turn, so that between two turns Qt paints and
    takes input. A Qt timer for each handle would cost more than most of them do.
    """

    _reached = Signal()

    def __init__(self, run: RunHandle) -> None:
        super().__init__()
        self.run = run
        self._ready: deque[asyncio.Handle] = deque()
        self._arrived: deque[asyncio.Handle] = deque()
        self._was_reached = False
        self._due: list[tuple[float, int, asyncio.TimerHandle]] = []
        self._numbers = count()
        self._sweep_at = MOST_CANCELLED
        self._turn_id, self._due_id, self._armed_s = 0, 0, 0.0
        self._reached.connect(self._take_arrived, Qt.ConnectionType.QueuedConnection)

    def add(self, handle: asyncio.Handle) -> None:
        """Run a handle in the next turn."""
        self._ready.append(handle)
        if not self._turn_id:
            self._turn_id = self.startTimer(0)

    def add_from_thread(self, handle: asyncio.Handle) -> None:
        """As `add`, called by any thread; many of them wake the loop once."""
        self._arrived.append(handle)
        if not self._was_reached:
            self._was_reached = True
            self._reached.emit()

    def add_later(self, handle: asyncio.TimerHandle) -> None:
        """Run a handle when its time has come."""
        if len(self._due) >= self._sweep_at:
            self._due = [entry for entry in self._due if not entry[2].cancelled()]
            heapify(self._due)
            self._sweep_at = max(MOST_CANCELLED, 2 * len(self._due))
        heappush(self._due, (handle.when(), next(self._numbers), handle))
        if not self._due_id or handle.when() < self._armed_s:
            self._arm()

    def stop(self) -> None:
        """Forget all of them."""
        for timer_id in (self._turn_id, self._due_id):
            if timer_id:
                self.killTimer(timer_id)
        self._turn_id = self._due_id = 0
        self._ready.clear()
        self._arrived.clear()
        self._due.clear()

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() == self._due_id:
            self._take_due()
        self._run_turn()

    def _run_turn(self) -> None:
        ready = self._ready
        if self._turn_id:
            self.killTimer(self._turn_id)
            self._turn_id = 0
        waiting = len(ready)
        if waiting > 1:
            # Now, not afterwards: a handle may run a loop of Qt's own, or raise SystemExit.
            self._turn_id = self.startTimer(0)
        while waiting and ready:
            waiting -= 1
            handle = ready.popleft()
            if not handle.cancelled():
                self.run(handle)
        if self._turn_id and not ready:
            self.killTimer(self._turn_id)
            self._turn_id = 0

    def _take_arrived(self) -> None:
        self._was_reached = False  # first: what arrives from here on reaches again
        while self._arrived:
            self.add(self._arrived.popleft())

    def _take_due(self) -> None:
        now_s = monotonic()
        while self._due and (self._due[0][0] <= now_s or self._due[0][2].cancelled()):
            self._ready.append(heappop(self._due)[2])
        self._arm()

    def _arm(self) -> None:
        if self._due_id:
            self.killTimer(self._due_id)
            self._due_id = 0
        if self._due:
            self._armed_s = self._due[0][0]
            # No handle may run before its time.
            delay_ms = ceil(max(0.0, self._armed_s - monotonic()) * 1000)
            self._due_id = self.startTimer(min(delay_ms, LONGEST_MS), Qt.TimerType.PreciseTimer)


class DescriptorWatch:
    """Runs a handle in a turn whenever a descriptor is ready in one direction.

    It outlives what it watches: the next socket that gets the same descriptor uses it again, as
    to make a notifier takes ten times as long as to switch one on.
    """

    def __init__(
        self,
        descriptor: int,
        way: QSocketNotifier.Type,
        turns: Turns,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self._turns = turns
        self._handle: asyncio.Handle | None = None
        self._told: asyncio.Handle | None = None
        self._turn = asyncio.Handle(self._run, (), loop)
        self._notifier = QSocketNotifier(descriptor, way)
        self._notifier.setEnabled(False)
        self._notifier.activated.connect(self._tell)

    def begin(self, handle: asyncio.Handle) -> None:
        """Watch; a handle from before is cancelled."""
        if self._handle is not None:
            self._handle.cancel()
        self._handle = handle
        self._notifier.setEnabled(True)

    def end(self) -> bool:
        """Watch no more; returns whether it did."""
        if self._handle is None:
            return False
        self._handle.cancel()
        self._handle = None
        self._notifier.setEnabled(False)
        return True

    def _tell(self) -> None:
        # Off until the turn, or Qt would call again and again before it.
        self._notifier.setEnabled(False)
        self._told = self._handle
        self._turns.add(self._turn)

    def _run(self) -> None:
        handle, self._told = self._told, None
        if handle is None or handle is not self._handle:
            return  # what was ready is not what is watched now
        self._turns.run(handle)
        if self._handle is not None:
            self._notifier.setEnabled(True)
