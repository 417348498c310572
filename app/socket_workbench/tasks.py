"""Owned tasks: every task ends with the scope that started it."""

import asyncio
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")

OnError = Callable[[BaseException, str], None]
"""Called with an unexpected error and the name of the task that raised it."""


class TaskScope:
    """Owns tasks and child scopes; leaving its `async with` block cancels and awaits them.

    One task's failure goes to `on_error` and its siblings live on.
    """

    def __init__(self, *, on_error: OnError) -> None:
        self._on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()
        self._children: set[TaskScope] = set()
        self._parent: TaskScope | None = None
        self._is_closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be spawned any more; timers of dying windows ask."""
        return self._is_closed

    def child(self) -> "TaskScope":
        """Open a scope that ends with this one, or earlier by its own `aclose`."""
        scope = TaskScope(on_error=self._on_error)
        scope._parent = self
        scope._is_closed = self._is_closed
        self._children.add(scope)
        return scope

    def spawn(self, work: Coroutine[Any, Any, T], *, name: str) -> asyncio.Task[T]:
        """Start `work` now; it ends with this scope at the latest.

        Raises:
            RuntimeError: The scope is closed; `work` is closed and never runs.
        """
        if self._is_closed:
            work.close()
            raise RuntimeError(f"the scope of task {name!r} is closed")
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._finish)
        return task

    def report(self, error: BaseException, name: str) -> None:
        """Tell `on_error` of an error that no task can raise, such as a listener's."""
        self._on_error(error, name)

    async def idle(self) -> None:
        """Wait until no task runs here or in a child scope."""
        while running := self._running():
            await asyncio.wait(running)
            await asyncio.sleep(0)  # the done callbacks may start what follows

    async def aclose(self) -> None:
        """Cancel and await everything; afterwards nothing can be spawned. Idempotent."""
        self._is_closed = True
        for scope in tuple(self._children):
            await scope.aclose()
        current = asyncio.current_task()
        tasks = [task for task in self._tasks if task is not current]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        if self._parent is not None:
            self._parent._children.discard(self)

    def _running(self) -> set[asyncio.Task[Any]]:
        running = {task for task in self._tasks if not task.done()}
        for scope in self._children:
            running |= scope._running()
        running.discard(asyncio.current_task())
        return running

    def _finish(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error, task.get_name())
