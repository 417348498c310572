"""The window that pictures are taken of, and the hands that work in it."""

import asyncio
import re
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from socket_workbench.session.schema import PanelEntry
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.wired.panel import Panel
from socket_workbench_ui.workbench import Workbench

W = TypeVar("W", bound=QWidget)
HERE = "127.0.0.1"
PATIENCE_S = 20.0
SETTLE_S = 2.7
"""Longer than the status bar looks back for the time that the window took to answer."""
ANSWER_MS = 40
PAUSE_S = 0.3
"""Between things that a user would not do at once, either."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A window, and the hands that work in it."""

    workbench: Workbench

    def open(self, entry: PanelEntry) -> Panel:
        """Open a panel in front."""
        return self.workbench.panels.open(entry)

    async def begin(self, entry: PanelEntry) -> Panel:
        """Open a panel and let it connect, listen, bind, join or run."""
        panel = self.open(entry)
        panel.begin()
        await until(lambda: panel.is_open)
        return panel

    async def send(self, panel: Panel, answers: int = 1) -> None:
        """Send what the composer holds, and wait for so many events."""
        before = self.workbench.capture.totals().events_in
        panel.send()
        await until(lambda: self.workbench.capture.totals().events_in >= before + answers)

    def find(self, kind: type[W], name: str, where: QWidget | None = None) -> W:
        """The widget of that object name."""
        found = (where or self.workbench.window).findChild(kind, name)
        assert isinstance(found, kind), f"there is no {name}"
        return found

    def click(self, name: str, where: QWidget | None = None) -> None:
        """Press a button."""
        self.find(QPushButton, name, where).click()

    async def show_newest(self) -> None:
        """Select the newest row that has bytes, so that all regions show something."""
        await self.workbench.capture.flush()
        await until(lambda: self.workbench.log.show_event(self.workbench.capture.count))


def free_port(wanted: int) -> int:
    """The port that a reader expects where nobody has it, else any."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            # As listening does: what the scene before left in TIME_WAIT is no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HERE, port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise OSError("there is no free port")


def visible(parent: QWidget, name: str) -> bool:
    """Whether a widget of that name is on the screen."""
    found = parent.findChild(QWidget, name)
    return isinstance(found, QWidget) and found.isVisible()


async def let_settle(window: MainWindow) -> None:
    """Let everything be laid out and painted, until the status bar shows nothing of the work."""
    await asyncio.sleep(SETTLE_S)
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            while _answer_ms(window) > ANSWER_MS:  # noqa: ASYNC110 - as `until`
                await asyncio.sleep(PAUSE_S)


def _answer_ms(window: MainWindow) -> int:
    found = re.search(r"\d+", window.status.latency.text())
    return int(found[0]) if found else 0


async def connect(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect to this machine as soon as somebody listens there."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            with suppress(ConnectionRefusedError):
                return await asyncio.open_connection(HERE, port)
            await asyncio.sleep(PAUSE_S)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for something that no signal tells."""
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.01)
