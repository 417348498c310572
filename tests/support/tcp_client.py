"""A TCP client controller on the real facade: what its user would see, and how he answers."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from socket_workbench.capture.store import Capture
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.messages import Message
from socket_workbench.panels.tcp_client import TcpClientController
from socket_workbench.panels.tcp_client_state import (
    CertificateReport,
    Phase,
    TcpClientOptions,
    TcpClientState,
)
from socket_workbench.session.tcp_entries import ClientTlsEntry, ReconnectEntry
from socket_workbench.tasks import OnError, TaskScope
from support.logs import fail_test

TIMEOUT_S = 20.0


class WaitingView:
    """Lets a test wait for a state; trusts certificates where it is told so."""

    def __init__(self) -> None:
        self.state = TcpClientState()
        self.states: list[TcpClientState] = []
        self.reports: list[CertificateReport] = []
        self.trusts = False
        self.path: Path | None = None
        self._news = asyncio.Event()

    def show_state(self, state: TcpClientState) -> None:
        self.state = state
        self.states.append(state)
        self._news.set()

    async def ask_trust(self, report: CertificateReport) -> bool:
        self.reports.append(report)
        self._news.set()
        return self.trusts

    async def ask_certificate_path(self, suggested: Path) -> Path | None:
        return self.path

    async def until(self, is_reached: Callable[[TcpClientState], bool]) -> None:
        async with asyncio.timeout(TIMEOUT_S):
            while not is_reached(self.state):
                self._news.clear()
                await self._news.wait()

    async def until_asked(self) -> CertificateReport:
        await self.until(lambda _: bool(self.reports))
        return self.reports[-1]

    async def until_told(self, message: Message) -> None:
        await self.until(lambda state: state.notice is not None and state.notice.message is message)

    async def until_phase(self, phase: Phase) -> None:
        await self.until(lambda state: state.phase is phase)

    @property
    def facts(self) -> tuple[int | None, str]:
        """Code and cause of the notice."""
        assert self.state.notice is not None
        return self.state.notice.code, self.state.notice.cause


class Client:
    """A controller with its view."""

    def __init__(self, app: ChromeApp, scope: TaskScope) -> None:
        self.app, self.view, self.scope = app, WaitingView(), scope
        self.controller = TcpClientController(app, self.view, scope, title="probe")

    def begin(self, port: int, host: str = "127.0.0.1") -> None:
        self.controller.connect_requested(host, str(port), "any")

    async def connect(self, port: int, host: str = "127.0.0.1") -> None:
        self.begin(port, host)
        await self.view.until_phase(Phase.OPEN)

    def use_tls(self, entry: ClientTlsEntry) -> None:
        self.controller.trust.load(entry)

    def use_retries(self, entry: ReconnectEntry) -> None:
        self.controller.reconnect_changed(entry)


@asynccontextmanager
async def tcp_client(
    folder: Path, *, on_error: OnError = fail_test, compat: Compat = Compat.DOCUMENTED
) -> AsyncGenerator[Client]:
    """A panel's controller with its socket, as in the window."""
    capture = await Capture.create(folder / "test.swcap")
    async with TaskScope(on_error=on_error) as scope:
        app = ChromeApp(Manifest.allow_all(), capture, scope, compat)
        made = Client(app, scope.child())
        made.controller.start(TcpClientOptions())
        yield made
        await made.controller.aclose()
        await app.aclose()
    await capture.aclose()
