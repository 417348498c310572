"""The UDP panel without widgets: what its buttons do, and the state that it shows."""

import asyncio
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from socket_workbench.chrome.calls import ApiError
from socket_workbench.net.events import Endpoint
from socket_workbench.panels import datagram_notices as notices
from socket_workbench.panels.datagram_controller import DatagramController
from socket_workbench.panels.datagram_socket import DatagramSocket
from socket_workbench.panels.messages import Message
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.panel_controller import Clock
from socket_workbench.panels.panel_state import PanelView
from socket_workbench.panels.socket_notices import gone, option_refused
from socket_workbench.panels.udp_state import UdpLocal, UdpOptions, UdpState, UdpTarget

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.tasks import TaskScope


class UdpController(DatagramController[UdpState]):
    """One socket at a time, bound and closed as often as the user likes.

    `start` makes the socket, `tick` follows what others did to it, `aclose` ends it.
    """

    def __init__(
        self,
        app: "ChromeApp",
        view: PanelView[UdpState],
        scope: "TaskScope",
        *,
        title: str = "",
        now_s: Clock = time.monotonic,
    ) -> None:
        super().__init__(app, view, scope, UdpState(), now_s)
        self._socket = DatagramSocket(app, title=title)
        self._options = UdpOptions()
        self._binding = asyncio.Lock()

    @property
    @override
    def _sockets(self) -> tuple[DatagramSocket, ...]:
        return (self._socket,)

    def start(self, options: UdpOptions) -> None:
        """Make the socket, so that it can be seen before it is bound."""
        self._options = self._socket.options = options
        self._start("create", self._socket.ensure)

    def bind_requested(self, local: UdpLocal) -> None:
        """Bind to what was typed, unless the socket is bound or being bound."""
        if not self.state.is_bound:
            self._start("bind", partial(self._bound, local))

    def rebind_requested(self, local: UdpLocal) -> None:
        """As bind, but closes a bound socket first."""
        if not isinstance(notices.check_bind_target(local.address, local.port), Notice):
            self.unbind_requested()
        self._start("bind", partial(self._bound, local))

    def unbind_requested(self) -> None:
        """Close the socket, for the API knows no other way, and make a new one."""
        if self.state.is_bound:
            self.cancel_file_requested()
            self._show(is_bound=False, is_paused=False, notice=None)
            self._start("close", self._close)

    def options_changed(self, options: UdpOptions) -> None:
        """Take new options over, at once where the socket can."""
        before, self._options = self._options, options
        self._socket.options = options  # at once: a bind may come before the calls
        if options != before:
            self._start("update", partial(self._apply_options, before, options))

    def send_requested(self, data: bytes, target: UdpTarget, local: UdpLocal) -> None:
        """Send one datagram; binds to `local` first where nothing is bound."""
        self._start("send", partial(self.send, data, target, local))

    def send_file_requested(self, path: Path, target: UdpTarget, local: UdpLocal) -> None:
        """Send a file in pieces, each a datagram, unless one is under way."""
        send = partial(self._send_piece, target, local)
        self._start_file(path, send, self._options.piece_bytes)

    async def send(self, data: bytes, target: UdpTarget, local: UdpLocal) -> bool:
        """As `send_requested`; true when the datagram has left."""
        peer = self._read(notices.check_peer(target.host, target.port))
        if peer is None:
            return False
        try:
            return await self._bound(local) and await self._send_one(
                self._socket, data, peer, target.dns
            )
        except ApiError as error:
            self._tell_api_error("send", error)
            return False

    async def _send_piece(self, target: UdpTarget, local: UdpLocal, data: bytes) -> bool:
        return await self.send(data, target, local)

    async def _bound(self, local: UdpLocal) -> bool:
        """Bind if nothing is bound; whether something is bound then."""
        async with self._binding:
            if self._socket.local is not None:
                return True
            wanted = self._read(notices.check_bind_target(local.address, local.port))
            return wanted is not None and await self._bind(wanted)

    async def _bind(self, wanted: Endpoint) -> bool:
        if not await self._bind_one(self._socket, wanted):
            return False
        self._show(notice=None)
        if self._options.broadcast:
            await self._set_broadcast(enabled=True)
        self._follow()
        return True

    async def _close(self) -> None:
        async with self._binding:
            self._count_dropped()
            await self._socket.close()
            await self._socket.ensure()

    async def _apply_options(self, before: UdpOptions, options: UdpOptions) -> None:
        await self._apply_to_one(self._socket, before)
        if before.broadcast != options.broadcast and self._socket.local is not None:
            await self._set_broadcast(enabled=options.broadcast)

    async def _set_broadcast(self, *, enabled: bool) -> None:
        code = await self._socket.set_broadcast(enabled=enabled)
        if code < 0:
            call = f"setBroadcast({str(enabled).lower()})"
            self._show(notice=option_refused(call, code, self._socket.cause))

    @override
    def _follow_sockets(self) -> None:
        live = self._socket.live
        if live is not None:
            local = self._socket.local
            self._show(
                socket=live.key,
                label=live.identity.label,
                local=local,
                is_bound=local is not None,
                is_paused=bool(live.info["paused"]),
                granted_bytes=self._socket.granted_bytes,
            )
        elif self.state.socket is not None and not self._binding.locked():
            self._show(
                socket=None,
                label="",
                local=None,
                is_bound=False,
                is_paused=False,
                granted_bytes=None,
                notice=gone(Message.DATAGRAM_SOCKET_GONE, self.state.label),
            )
