import asyncio
import threading

from socket_workbench.net.adapters import Adapter, Family
from socket_workbench.panels.adapters import AdaptersController, AdaptersState
from socket_workbench.tasks import TaskScope

LO = Adapter(name="lo", index=1, address="127.0.0.1", prefix_length=8, family=Family.IPV4)
ETH0 = Adapter(name="eth0", index=2, address="192.0.2.2", prefix_length=24, family=Family.IPV4)


class RecordingView:
    def __init__(self) -> None:
        self.states: list[AdaptersState] = []

    def show_state(self, state: AdaptersState) -> None:
        self.states.append(state)


class Machine:
    """Gives one answer a look-up, then lets the controller sleep for ever."""

    def __init__(self, *answers: tuple[Adapter, ...] | OSError) -> None:
        self._answers = list(answers)
        self.slept_s: list[float] = []
        self.threads: set[int] = set()
        self.done = asyncio.Event()

    def look_up(self) -> tuple[Adapter, ...]:
        self.threads.add(threading.get_ident())
        answer = self._answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    async def sleep(self, delay_s: float) -> None:
        self.slept_s.append(delay_s)
        if not self._answers:
            self.done.set()
            await asyncio.Event().wait()


def fail(error: BaseException, name: str) -> None:
    raise AssertionError(name) from error


async def states_for(machine: Machine) -> list[AdaptersState]:
    view = RecordingView()
    async with TaskScope(on_error=fail) as scope:
        AdaptersController(view, scope, look_up=machine.look_up, sleep=machine.sleep).start()
        await machine.done.wait()
    return view.states


async def test_list_is_shown_when_it_changes_only() -> None:
    states = await states_for(Machine((LO,), (LO,), (LO, ETH0), (LO, ETH0), (LO,)))

    assert [state.adapters for state in states] == [(LO,), (LO, ETH0), (LO,)]


async def test_machine_without_adapters_is_shown_once() -> None:
    assert await states_for(Machine((), ())) == [AdaptersState()]


async def test_failure_is_shown_beside_the_last_list_and_goes_away() -> None:
    states = await states_for(Machine((LO,), OSError(24, "Too many open files"), (LO,)))

    assert states == [
        AdaptersState(adapters=(LO,)),
        AdaptersState(adapters=(LO,), failure="Too many open files"),
        AdaptersState(adapters=(LO,)),
    ]


async def test_look_up_runs_every_two_seconds_off_the_loop() -> None:
    machine = Machine((LO,), (LO,), (LO,))

    await states_for(machine)

    assert machine.slept_s == [2.0, 2.0, 2.0]
    assert threading.get_ident() not in machine.threads


async def test_real_adapters_are_found() -> None:
    shown = asyncio.Event()

    class View:
        def show_state(self, state: AdaptersState) -> None:
            assert any(each.is_loopback for each in state.adapters)
            shown.set()

    async with TaskScope(on_error=fail) as scope:
        controller = AdaptersController(View(), scope)
        assert controller.adapters == ()
        controller.start()
        await shown.wait()

    assert controller.adapters
