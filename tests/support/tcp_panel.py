"""A TCP client controller on a fake API, with what it showed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from socket_workbench.chrome.types import QueryType
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_client import TcpClientController
from socket_workbench.panels.tcp_client_state import (
    CertificateReport,
    Phase,
    TcpClientOptions,
    TcpClientState,
)
from socket_workbench.tasks import TaskScope
from support.fake_chrome import FakeChrome
from support.logs import fail_test

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp


class RecordingView:
    """Keeps every state that it was given."""

    def __init__(self) -> None:
        self.states: list[TcpClientState] = []

    def show_state(self, state: TcpClientState) -> None:
        self.states.append(state)

    async def ask_trust(self, report: CertificateReport) -> bool:
        return False

    async def ask_certificate_path(self, suggested: Path) -> Path | None:
        return None


class TcpPanel:
    """What tests of the controller speak to."""

    def __init__(self, scope: TaskScope) -> None:
        self.chrome = FakeChrome()
        self.tcp = self.chrome.sockets.tcp
        self.view = RecordingView()
        self.now_s = 0.0
        self.scope = scope
        self.controller = TcpClientController(
            cast("ChromeApp", self.chrome),
            self.view,
            scope,
            title="http probe",
            now_s=lambda: self.now_s,
        )

    @property
    def notice(self) -> Notice | None:
        return self.controller.state.notice

    @property
    def phase(self) -> Phase:
        return self.controller.state.phase

    async def start(self, options: TcpClientOptions | None = None) -> None:
        self.controller.start(options or TcpClientOptions())
        await self.scope.idle()

    async def connect(
        self, host: str = "127.0.0.1", port: str = "9", dns: QueryType = "any"
    ) -> None:
        self.controller.connect_requested(host, port, dns)
        await self.scope.idle()

    async def send(self, data: bytes) -> None:
        self.controller.send_requested(data)
        await self.scope.idle()


@asynccontextmanager
async def tcp_panel(options: TcpClientOptions | None = None) -> AsyncIterator[TcpPanel]:
    """A panel that has its socket, and is closed at the end."""
    async with TaskScope(on_error=fail_test) as scope:
        panel = TcpPanel(scope.child())
        await panel.start(options)
        yield panel
        await panel.controller.aclose()
