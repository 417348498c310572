"""Runs coroutines on Qt's event loop, as the program does."""

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtWidgets import QApplication

from socket_workbench_ui.gui_collector import GuiCollector
from socket_workbench_ui.qt_loop import new_event_loop
from support.leaks import delete_posted_qt_objects, expect_no_tasks_but

T = TypeVar("T")
TIMEOUT_S = 30.0


class RunOnQt(Protocol):
    """The fixture `run_on_qt`."""

    def __call__(self, work: Coroutine[Any, Any, T], *, timeout_s: float = TIMEOUT_S) -> T:
        """Run `work` to its end on a fresh qasync loop and give its result.

        Raises:
            TimeoutError: It took longer than `timeout_s`.
            AssertionError: It left tasks behind.
        """
        ...


class QtRunner:
    """Makes a loop for every run and closes it; the QApplication stays."""

    def __init__(self, application: QApplication) -> None:
        # Closing the last window would end the loop before the scope has cleaned up.
        application.setQuitOnLastWindowClosed(False)
        self._application = application

    def __call__(self, work: Coroutine[Any, Any, T], *, timeout_s: float = TIMEOUT_S) -> T:
        new_loop = partial(new_event_loop, self._application)
        with GuiCollector():
            try:
                with asyncio.Runner(loop_factory=new_loop) as runner:
                    return runner.run(self._bounded(work, timeout_s))
            finally:
                # No loop runs any more that would; windows left over slow every later test down.
                delete_posted_qt_objects()

    @staticmethod
    async def _bounded(work: Coroutine[Any, Any, T], timeout_s: float) -> T:
        before = asyncio.all_tasks()
        async with asyncio.timeout(timeout_s):
            result = await work
        await expect_no_tasks_but(before)
        return result
