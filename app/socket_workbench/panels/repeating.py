"""Sending again and again: what a composer's Repeat does, in whatever panel it stands.

A panel gives its composer a `Repeater` that lives in the panel's own scope, and keeps it:

    self._repeater = Repeater(self.scope, send=controller.send, report=composer.show_repeat)
    composer.repeat_requested.connect(self._repeater.start)
    composer.repeat_stop_requested.connect(self._repeater.stop)

`send` sends the bytes of one message as one call (one row in the log), tells the user itself what
went wrong, and says whether it went right. A panel that disconnects calls `stop` as well; one
whose far side is lost need not, for the next send fails. Closing the scope ends a repeat.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from socket_workbench.tasks import TaskScope

REPORT_EVERY_S = 0.05
MOST_LAG_S = 0.1
"""So far behind, nothing is caught up any more: a pause is followed by no burst."""


class RepeatStatus(StrEnum):
    """What became of a repeat so far."""

    RUNNING = "running"
    STOPPING = "stopping"
    """Stopped by the user; the call under way is still awaited."""
    STOPPED = "stopped"
    FAILED = "failed"
    """A send went wrong; the panel's notice says how."""
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatPlan:
    """What is to be sent how often."""

    next_message: Callable[[], bytes]
    """Makes the next message; its counters go on."""
    count: int = 0
    """0: until stopped."""
    interval_s: float = 1.0
    """From the start of one send to the start of the next; 0: as fast as they are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatState:
    """A repeat under way, or the last one."""

    sent: int = 0
    count: int = 0
    status: RepeatStatus = RepeatStatus.RUNNING
    is_late: bool = False
    """The interval was not kept: sending took longer."""

    @property
    def is_running(self) -> bool:
        """Whether messages may still follow."""
        return self.status in (RepeatStatus.RUNNING, RepeatStatus.STOPPING)


SendMessage = Callable[[bytes], Awaitable[bool]]
"""Sends one message; false means that it did not go out."""
ReportRepeat = Callable[[RepeatState], None]


class RepeatClock(Protocol):
    """What time it is, and waiting for a later one."""

    def now_s(self) -> float:
        """Seconds that never go back."""
        ...

    async def wait(self, stopped: asyncio.Event, delay_s: float) -> None:
        """Return after that long, or as soon as `stopped` is set."""
        ...


class MonotonicClock:
    """The system's."""

    def now_s(self) -> float:
        return time.monotonic()

    async def wait(self, stopped: asyncio.Event, delay_s: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(delay_s):
                await stopped.wait()


class Repeater:
    """Sends one message after the other, each awaited; one repeat at a time."""

    def __init__(
        self,
        scope: "TaskScope",
        *,
        send: SendMessage,
        report: ReportRepeat,
        clock: RepeatClock | None = None,
    ) -> None:
        self._scope, self._send, self._report = scope, send, report
        self._clock = clock or MonotonicClock()
        self._state: RepeatState | None = None
        self._stopped = asyncio.Event()
        self._reported_s = 0.0

    @property
    def is_running(self) -> bool:
        """Whether messages may still follow."""
        return self._state is not None and self._state.is_running

    def start(self, plan: RepeatPlan) -> None:
        """Begin, unless a repeat is under way or the panel is closing."""
        if not self.is_running and not self._scope.is_closed:
            self._stopped.clear()
            self._tell(RepeatState(count=plan.count))
            self._scope.spawn(self._run(plan), name="repeat")

    def stop(self) -> None:
        """Send no more; the call under way is awaited. Does nothing where nothing repeats."""
        if self._state is not None and self._state.status is RepeatStatus.RUNNING:
            self._tell(replace(self._state, status=RepeatStatus.STOPPING))
            self._stopped.set()

    async def _run(self, plan: RepeatPlan) -> None:
        status = RepeatStatus.STOPPED
        try:
            status = await self._repeat(plan)
        finally:
            assert self._state is not None
            self._tell(replace(self._state, status=status))

    async def _repeat(self, plan: RepeatPlan) -> RepeatStatus:
        due_s = self._clock.now_s()
        while not self._stopped.is_set():
            if not await self._send(plan.next_message()):
                return RepeatStatus.FAILED
            due_s = self._next_due(due_s, plan.interval_s)
            self._count_one()
            if self._state is not None and self._state.sent == plan.count:
                return RepeatStatus.DONE
            await self._wait_until(due_s)
        return RepeatStatus.STOPPED

    def _next_due(self, due_s: float, interval_s: float) -> float:
        """When the next send is to begin: on the grid, or now where that was missed by much."""
        now_s, due_s = self._clock.now_s(), due_s + interval_s
        if now_s - due_s <= MOST_LAG_S:
            return due_s
        if self._state is not None and interval_s > 0:
            self._state = replace(self._state, is_late=True)
        return now_s

    async def _wait_until(self, due_s: float) -> None:
        if (delay_s := due_s - self._clock.now_s()) > 0:
            if delay_s >= REPORT_EVERY_S and self._state is not None:
                self._tell(self._state)  # nothing else would for long
            await self._clock.wait(self._stopped, delay_s)
        else:
            await asyncio.sleep(0)  # a send that never waits must not starve the window

    def _count_one(self) -> None:
        assert self._state is not None
        self._state = replace(self._state, sent=self._state.sent + 1)
        if self._clock.now_s() - self._reported_s >= REPORT_EVERY_S:
            self._tell(self._state)

    def _tell(self, state: RepeatState) -> None:
        self._state, self._reported_s = state, self._clock.now_s()
        self._report(state)
