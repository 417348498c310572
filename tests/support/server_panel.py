"""A TCP server controller on a real app, with what it showed, and clients to talk to it."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager, suppress

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_server import TcpServerController
from socket_workbench.panels.tcp_server_state import (
    ClientRow,
    ListenOptions,
    ServerPhase,
    TcpServerState,
)
from socket_workbench.session.tcp_entries import ReplyEntry, ResponderEntry, RuleEntry
from socket_workbench.tasks import TaskScope
from support.chrome_apps import RecordingCapture, eventually, running_app
from support.logs import fail_test

ECHO = ResponderEntry(mode="echo")


def rules(*entries: RuleEntry) -> ResponderEntry:
    return ResponderEntry(mode="rules", rules=entries)


def rule(pattern: str, text: str) -> RuleEntry:
    return RuleEntry(match="regex", pattern=pattern, reply=ReplyEntry(text=text))


class RecordingView:
    """Keeps every state and list that it was given."""

    def __init__(self) -> None:
        self.states: list[TcpServerState] = []
        self.rows: Sequence[ClientRow] = ()
        self.lists = 0

    def show_state(self, state: TcpServerState) -> None:
        self.states.append(state)

    def show_clients(self, clients: Sequence[ClientRow]) -> None:
        self.rows = clients
        self.lists += 1


class ServerPanel:
    """What tests of the controller speak to; ticks as the window's clock does."""

    def __init__(self, app: ChromeApp, capture: RecordingCapture, scope: TaskScope) -> None:
        self.app, self.capture = app, capture
        self.view = RecordingView()
        self.controller = TcpServerController(app, self.view, scope, title="server")

    @property
    def state(self) -> TcpServerState:
        return self.controller.state

    @property
    def notice(self) -> Notice | None:
        return self.state.notice

    @property
    def port(self) -> int:
        assert self.state.local is not None
        return self.state.local.port

    @property
    def rows(self) -> Sequence[ClientRow]:
        return self.view.rows

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Tick until it is so."""

        def look() -> bool:
            self.controller.tick()
            return is_so()

        await eventually(look)

    async def listen(self, address: str = "127.0.0.1", port: str = "0") -> int:
        """Listen, wait until it does, and give the port."""
        self.controller.listen_requested(address, port)
        await self.until(lambda: self.state.phase is not ServerPhase.STARTING)
        return self.state.local.port if self.state.local else 0

    async def clients(self, count: int) -> Sequence[ClientRow]:
        """Wait until so many are there."""
        await self.until(lambda: self.state.open_clients == count)
        return self.rows


@asynccontextmanager
async def server_panel() -> AsyncGenerator[ServerPanel]:
    """A panel that has its socket, and is closed at the end."""
    capture = RecordingCapture()
    async with (
        running_app(Compat.DOCUMENTED, capture=capture) as app,
        TaskScope(on_error=fail_test) as scope,
    ):
        panel = ServerPanel(app, capture, scope.child())
        panel.controller.start(ListenOptions())
        await panel.until(lambda: panel.state.socket is not None)
        yield panel
        await panel.controller.aclose()


@asynccontextmanager
async def client_of(
    port: int, host: str = "127.0.0.1", **options: object
) -> AsyncGenerator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Connect to a server; the connection ends with the block."""
    reader, writer = await asyncio.open_connection(host, port, **options)  # pyright: ignore[reportArgumentType] - a test's own options
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        with suppress(OSError):
            await writer.wait_closed()
