import asyncio
from collections.abc import Callable
from itertools import count

import pytest

from socket_workbench.panels.repeating import (
    Repeater,
    RepeatPlan,
    RepeatState,
    RepeatStatus,
)
from socket_workbench.tasks import TaskScope


class FakeClock:
    """Jumps to wherever somebody waits for."""

    def __init__(self) -> None:
        self.time_s = 100.0

    def now_s(self) -> float:
        return self.time_s

    async def wait(self, stopped: asyncio.Event, delay_s: float) -> None:
        await asyncio.sleep(0)
        if not stopped.is_set():
            self.time_s += delay_s


class Sender:
    """Takes messages; each takes some time."""

    def __init__(self, clock: FakeClock, takes_s: float = 0.0) -> None:
        self.clock, self.takes_s = clock, takes_s
        self.sent: list[bytes] = []
        self.times_s: list[float] = []
        self.fails_at = -1
        self.after: Callable[[], None] = lambda: None

    async def send(self, data: bytes) -> bool:
        self.times_s.append(round(self.clock.time_s - 100, 6))
        self.sent.append(data)
        await asyncio.sleep(0)
        self.clock.time_s += self.takes_s
        self.after()
        return len(self.sent) != self.fails_at


def fail_test(error: BaseException, name: str) -> None:
    raise AssertionError(name) from error


def numbered() -> Callable[[], bytes]:
    numbers = count()
    return lambda: str(next(numbers)).encode()


async def repeated(
    plan: RepeatPlan, sender: Sender, arrange: Callable[[Repeater], None] = lambda _: None
) -> list[RepeatState]:
    states: list[RepeatState] = []
    async with TaskScope(on_error=fail_test) as scope:
        repeater = Repeater(scope, send=sender.send, report=states.append, clock=sender.clock)
        arrange(repeater)
        repeater.start(plan)
        await scope.idle()
    return states


async def test_messages_go_out_at_the_interval_until_the_count_is_reached() -> None:
    sender = Sender(FakeClock())

    states = await repeated(RepeatPlan(next_message=numbered(), count=3, interval_s=2), sender)

    assert (sender.sent, sender.times_s) == ([b"0", b"1", b"2"], [0, 2, 4])
    assert states[0] == RepeatState(count=3)
    assert states[-1] == RepeatState(sent=3, count=3, status=RepeatStatus.DONE)


async def test_time_that_sending_takes_is_part_of_the_interval() -> None:
    sender = Sender(FakeClock(), takes_s=0.7)

    states = await repeated(RepeatPlan(next_message=numbered(), count=4, interval_s=1), sender)

    assert sender.times_s == [0, 1, 2, 3]
    assert not states[-1].is_late


async def test_interval_that_is_too_short_is_told_and_not_caught_up() -> None:
    sender = Sender(FakeClock(), takes_s=1.5)

    states = await repeated(RepeatPlan(next_message=numbered(), count=3, interval_s=1), sender)

    assert sender.times_s == [0, 1.5, 3]
    assert states[-1] == RepeatState(sent=3, count=3, status=RepeatStatus.DONE, is_late=True)


async def test_short_hiccup_is_caught_up_without_drift() -> None:
    sender = Sender(FakeClock())
    delays_s = iter([0.05, 0, 0, 0])
    sender.after = lambda: setattr(sender.clock, "time_s", sender.clock.time_s + next(delays_s))

    states = await repeated(RepeatPlan(next_message=numbered(), count=4, interval_s=0.02), sender)

    assert sender.times_s == [0, 0.05, 0.05, 0.06]
    assert not states[-1].is_late


async def test_without_an_interval_each_send_follows_the_last() -> None:
    sender = Sender(FakeClock(), takes_s=0.5)

    states = await repeated(RepeatPlan(next_message=numbered(), count=3, interval_s=0), sender)

    assert sender.times_s == [0, 0.5, 1]
    assert not states[-1].is_late


async def test_failed_send_ends_it() -> None:
    sender = Sender(FakeClock())
    sender.fails_at = 3

    states = await repeated(RepeatPlan(next_message=numbered(), interval_s=1), sender)

    assert states[-1] == RepeatState(sent=2, status=RepeatStatus.FAILED)


async def test_without_a_count_it_goes_on_until_stopped() -> None:
    sender = Sender(FakeClock())

    def stop_after_fifty(repeater: Repeater) -> None:
        sender.after = lambda: repeater.stop() if len(sender.sent) == 50 else None

    states = await repeated(
        RepeatPlan(next_message=numbered(), interval_s=0.01), sender, stop_after_fifty
    )

    assert [states[-2].status, states[-1].status] == [RepeatStatus.STOPPING, RepeatStatus.STOPPED]
    assert states[-1].sent == len(sender.sent) == 50


async def test_progress_is_told_now_and_then() -> None:
    states = await repeated(
        RepeatPlan(next_message=numbered(), count=100, interval_s=0.01), Sender(FakeClock())
    )

    assert 15 < len(states) < 25


async def test_stop_does_not_wait_for_the_interval() -> None:
    states: list[RepeatState] = []
    sender = Sender(FakeClock())
    async with asyncio.timeout(10), TaskScope(on_error=fail_test) as scope:
        repeater = Repeater(scope, send=sender.send, report=states.append)
        repeater.start(RepeatPlan(next_message=numbered(), interval_s=3600))
        while not sender.sent:  # noqa: ASYNC110 - the fake has no event
            await asyncio.sleep(0)

        repeater.stop()
        await scope.idle()

    assert states[-1] == RepeatState(sent=1, status=RepeatStatus.STOPPED)


async def test_second_repeat_waits_for_the_end_of_the_first() -> None:
    sender = Sender(FakeClock())

    def start_twice(repeater: Repeater) -> None:
        other = RepeatPlan(next_message=lambda: b"other", count=9)
        sender.after = lambda: repeater.start(other)

    await repeated(RepeatPlan(next_message=numbered(), count=2), sender, start_twice)

    assert sender.sent == [b"0", b"1"]


async def test_it_can_be_started_again() -> None:
    sender, states = Sender(FakeClock()), []
    async with TaskScope(on_error=fail_test) as scope:
        repeater = Repeater(scope, send=sender.send, report=states.append, clock=sender.clock)
        for _ in range(2):
            repeater.start(RepeatPlan(next_message=numbered(), count=1))
            await scope.idle()

    assert sender.sent == [b"0", b"0"]


async def test_closing_the_panel_ends_it() -> None:
    states: list[RepeatState] = []
    async with TaskScope(on_error=fail_test) as scope:
        repeater = Repeater(scope, send=Sender(FakeClock()).send, report=states.append)
        repeater.start(RepeatPlan(next_message=numbered(), interval_s=3600))
        await asyncio.sleep(0)

    repeater.start(RepeatPlan(next_message=numbered()))

    assert states[-1].status is RepeatStatus.STOPPED
    assert not repeater.is_running


@pytest.mark.parametrize("status", RepeatStatus)
def test_only_what_may_go_on_is_running(status: RepeatStatus) -> None:
    is_running = status in (RepeatStatus.RUNNING, RepeatStatus.STOPPING)

    assert RepeatState(status=status).is_running is is_running
