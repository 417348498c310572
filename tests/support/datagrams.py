"""Far ends that speak UDP, and controllers of panels that do, on real loopback sockets."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Generic, TypeVar

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.datagram_state import DatagramState
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.udp import UdpController
from socket_workbench.panels.udp_state import UdpLocal, UdpOptions, UdpState, UdpTarget
from support.chrome_apps import RecordingCapture, running_app

TIMEOUT_S = 10.0
LOOPBACK = UdpLocal("127.0.0.1", "0")
S = TypeVar("S", bound=DatagramState)


class FarEnd:
    """A bound UDP socket of somebody else."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.socket = socket.socket(family, socket.SOCK_DGRAM)
        self.socket.setblocking(False)
        self.socket.bind((host, 0))
        self.host, self.port = self.socket.getsockname()[:2]

    @property
    def target(self) -> UdpTarget:
        return UdpTarget(self.host, str(self.port))

    def send(self, data: bytes, port: int) -> None:
        self.socket.sendto(data, (self.host, port))

    async def receive(self) -> tuple[bytes, Any]:
        async with asyncio.timeout(TIMEOUT_S):
            return await asyncio.get_running_loop().sock_recvfrom(self.socket, 70000)


@contextmanager
def far_end(host: str = "127.0.0.1") -> Iterator[FarEnd]:
    """Open a far end until the block is left."""
    far = FarEnd(host)
    with far.socket:
        yield far


class WaitingView(Generic[S]):
    """Keeps the newest state, and lets a test wait for one."""

    def __init__(self, state: S) -> None:
        self.state = state

    def show_state(self, state: S) -> None:
        self.state = state


class UdpPanel:
    """What tests of the UDP controller speak to."""

    def __init__(self, app: ChromeApp, capture: RecordingCapture) -> None:
        self.app, self.capture = app, capture
        self.now_s = 0.0
        self.view = WaitingView(UdpState())
        scope = app.context.scope.child()
        self.controller = UdpController(
            app, self.view, scope, title="beacon", now_s=lambda: self.now_s
        )

    @property
    def state(self) -> UdpState:
        return self.view.state

    @property
    def notice(self) -> Notice | None:
        return self.state.notice

    @property
    def port(self) -> int:
        assert self.state.local is not None
        return self.state.local.port

    async def until(self, is_so: Callable[[UdpState], bool]) -> None:
        """Tick, as the window does, until the state is so."""
        async with asyncio.timeout(TIMEOUT_S):
            while not is_so(self.state):
                self.controller.tick()
                self.controller.peers.poll()
                await asyncio.sleep(0.001)

    async def bind(self, local: UdpLocal = LOOPBACK) -> None:
        self.controller.bind_requested(local)
        await self.until(lambda state: state.is_bound)


@asynccontextmanager
async def udp_panel(options: UdpOptions | None = None) -> AsyncIterator[UdpPanel]:
    """A panel that has its socket, and is closed at the end."""
    capture = RecordingCapture()
    async with running_app(Compat.DOCUMENTED, capture=capture) as app:
        panel = UdpPanel(app, capture)
        panel.controller.start(options or UdpOptions())
        await panel.until(lambda state: state.socket is not None)
        yield panel
        await panel.controller.aclose()
        assert app.live() == ()
