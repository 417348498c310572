"""Far ends that speak UDP, and controllers of panels that do, on real loopback sockets."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Generic, TypeVar

from typing_extensions import override

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from socket_workbench.net.adapters import Adapter, find_adapters
from socket_workbench.panels.datagram_controller import DatagramController
from socket_workbench.panels.datagram_state import DatagramState
from socket_workbench.panels.multicast import MulticastController
from socket_workbench.panels.multicast_diagnosis import Group
from socket_workbench.panels.multicast_state import (
    MulticastOptions,
    MulticastState,
    MulticastTarget,
)
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.udp import UdpController
from socket_workbench.panels.udp_state import UdpLocal, UdpOptions, UdpState, UdpTarget
from support.chrome_apps import RecordingCapture, running_app

TIMEOUT_S = 10.0
LOOPBACK = UdpLocal("127.0.0.1", "0")
OUTSIDE_NAME = next(
    (
        each.name
        for each in find_adapters()
        if each.is_up and each.is_multicast and not each.is_loopback and ":" in each.address
    ),
    "",
)
"""An adapter for multicast with IPv6, which most loopback ones are not; empty without one."""
LOOPBACK_NAME = next((each.name for each in find_adapters() if each.is_loopback), "lo")
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


class TickedPanel(Generic[S]):
    """A panel's controller and its view, ticked by the test as by the window."""

    view: WaitingView[S]

    def __init__(self, app: ChromeApp, capture: RecordingCapture) -> None:
        self.app, self.capture = app, capture
        self.now_s = 0.0

    @property
    def followed(self) -> DatagramController[S]:
        raise NotImplementedError

    @property
    def state(self) -> S:
        return self.view.state

    @property
    def notice(self) -> Notice | None:
        return self.state.notice

    async def until(self, is_so: Callable[[S], bool]) -> None:
        """Tick, as the window does, until the state is so."""
        async with asyncio.timeout(TIMEOUT_S):
            while not is_so(self.state):
                self.followed.tick()
                self.followed.peers.poll()
                await asyncio.sleep(0.001)


class UdpPanel(TickedPanel[UdpState]):
    """What tests of the UDP controller speak to."""

    def __init__(self, app: ChromeApp, capture: RecordingCapture) -> None:
        super().__init__(app, capture)
        self.view = WaitingView(UdpState())
        scope = app.context.scope.child()
        self.controller = UdpController(
            app, self.view, scope, title="beacon", now_s=lambda: self.now_s
        )

    @property
    @override
    def followed(self) -> UdpController:
        return self.controller

    @property
    def port(self) -> int:
        assert self.state.local is not None
        return self.state.local.port

    async def bind(self, local: UdpLocal = LOOPBACK) -> None:
        self.controller.bind_requested(local)
        await self.until(lambda state: state.is_bound)


@asynccontextmanager
async def udp_panel(
    options: UdpOptions | None = None, *, manifest: Manifest | None = None
) -> AsyncIterator[UdpPanel]:
    """A panel that has its socket, and is closed at the end."""
    capture = RecordingCapture()
    async with running_app(Compat.DOCUMENTED, manifest, capture) as app:
        panel = UdpPanel(app, capture)
        panel.controller.start(options or UdpOptions())
        await panel.until(lambda state: state.socket is not None)
        yield panel
        await panel.controller.aclose()
        assert app.live() == ()


class MulticastPanel(TickedPanel[MulticastState]):
    """What tests of the multicast controller speak to."""

    def __init__(
        self, app: ChromeApp, capture: RecordingCapture, adapters: tuple[Adapter, ...]
    ) -> None:
        super().__init__(app, capture)
        self.view = WaitingView(MulticastState())
        scope = app.context.scope.child()
        self.controller = MulticastController(app, self.view, scope, adapters=lambda: adapters)

    @property
    @override
    def followed(self) -> MulticastController:
        return self.controller

    async def join(self, target: MulticastTarget) -> None:
        """Join, and wait until it is so."""
        self.controller.target_changed(target)
        self.controller.join_requested(target)
        await self.until(lambda state: target.group in joined(state))


def joined(state: MulticastState) -> list[str]:
    """The groups that the panel has joined."""
    return [each.group for each in state.groups if each.is_joined]


@asynccontextmanager
async def multicast_panel(
    options: MulticastOptions | None = None, groups: tuple[Group, ...] = ()
) -> AsyncIterator[MulticastPanel]:
    """A panel that is closed at the end; it sends from loopback unless told otherwise."""
    capture = RecordingCapture()
    async with running_app(Compat.DOCUMENTED, capture=capture) as app:
        panel = MulticastPanel(app, capture, find_adapters())
        chosen = options or MulticastOptions(adapter=LOOPBACK_NAME, shared=True)
        panel.controller.start(chosen, groups, "beacon")
        yield panel
        await panel.controller.aclose()
        assert app.live() == ()
