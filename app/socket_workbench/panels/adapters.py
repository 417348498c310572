"""The adapter list: looked up again and again, shown when it has changed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Protocol

from socket_workbench.net.adapters import Adapter, find_adapters
from socket_workbench.tasks import TaskScope

INTERVAL_S = 2.0

LookUp = Callable[[], tuple[Adapter, ...]]
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdaptersState:
    """What the list shows."""

    adapters: tuple[Adapter, ...] = ()
    """The latest that could be found, also while the look-up fails."""
    failure: str = ""
    """Why the look-up fails, in the system's words; empty when it does not."""


class AdaptersView(Protocol):
    """Draws the list."""

    def show_state(self, state: AdaptersState) -> None:
        """Draw `state`."""
        ...


class AdaptersController:
    """Looks for adapters every two seconds, in a worker thread."""

    def __init__(
        self,
        view: AdaptersView,
        scope: TaskScope,
        *,
        look_up: LookUp = find_adapters,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._view, self._scope = view, scope
        self._look_up, self._sleep = look_up, sleep
        self._state: AdaptersState | None = None

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """The latest list; empty before the first look-up."""
        return () if self._state is None else self._state.adapters

    def start(self) -> None:
        """Look now and from then on, until the scope ends; called once."""
        self._scope.spawn(self._follow(), name="adapters")

    async def _follow(self) -> None:
        while True:
            try:
                state = AdaptersState(adapters=await asyncio.to_thread(self._look_up))
            except OSError as error:
                failure = error.strerror or str(error)
                state = replace(self._state or AdaptersState(), failure=failure)
            self._show(state)
            await self._sleep(INTERVAL_S)

    def _show(self, state: AdaptersState) -> None:
        if state != self._state:
            self._state = state
            self._view.show_state(state)
