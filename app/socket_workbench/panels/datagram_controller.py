"""What the controllers of the UDP and of the multicast panel have in common."""

import time
from abc import abstractmethod
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from typing_extensions import override

from socket_workbench.chrome.types import QueryType
from socket_workbench.chrome.udp_reader import DEFAULT_BUFFER_BYTES
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Endpoint
from socket_workbench.panels import datagram_notices as notices
from socket_workbench.panels.datagram_peers import DatagramPeers
from socket_workbench.panels.datagram_socket import DatagramOptions, DatagramSocket
from socket_workbench.panels.datagram_state import DatagramState
from socket_workbench.panels.messages import Message
from socket_workbench.panels.panel_controller import Clock, PanelController
from socket_workbench.panels.panel_state import PanelView, ShownState
from socket_workbench.panels.socket_notices import option_refused

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.tasks import TaskScope

S = TypeVar("S", bound=DatagramState)

PAUSED_LOOK_S = 0.5
"""A paused socket does not see by itself what the kernel drops; it is asked that often."""


class DatagramController(PanelController[S]):
    """Sockets that are bound, paused, closed, and lost; files that go in pieces.

    Nothing here is done per datagram: `tick`, once per frame, looks at what has been counted.
    """

    def __init__(
        self,
        app: "ChromeApp",
        view: PanelView[S],
        scope: "TaskScope",
        state: S,
        now_s: Clock = time.monotonic,
    ) -> None:
        super().__init__(app, scope, ShownState(view, state), now_s)
        self.peers = DatagramPeers()
        """Whom the panel's sockets have met; the view polls it."""
        self._lost = 0
        self._dropped: dict[int, int] = {}
        """Datagrams that the kernel dropped, by the capture's key of the socket."""
        self._looked_s = 0.0
        self._listen_to(app.sockets.udp.onReceiveError, self._take_receive_error)

    @property
    @override
    @abstractmethod
    def _sockets(self) -> tuple[DatagramSocket, ...]:
        """All sockets of the panel."""

    @override
    def tick(self) -> None:
        super().tick()
        self._tell_losses()
        self._count_dropped()

    def pause_requested(self, is_paused: bool) -> None:
        """Stop or resume receiving."""
        self._start("setPaused", partial(self._set_paused, is_paused=is_paused))

    async def _set_paused(self, *, is_paused: bool) -> None:
        for socket in self._sockets:
            if socket.live is not None:
                await socket.set_paused(is_paused=is_paused)

    async def _bind_one(self, socket: DatagramSocket, local: Endpoint) -> bool:
        """Bind it and watch whom it meets; whether that worked."""
        code = await socket.bind(local.host, local.port)
        if code < 0:
            self._shown.tell(notices.bind_failed(local, code, socket.cause))
            return False
        if (api := socket.api) is not None:
            self.peers.follow(api.link.peers)
        return True

    async def _send_one(
        self, socket: DatagramSocket, data: bytes, peer: Endpoint, dns: QueryType = "any"
    ) -> bool:
        """Send one datagram; whether it has left."""
        code = await socket.send(data, peer, dns)
        if code < 0:
            self._shown.tell(notices.send_failed(peer, len(data), code, socket.cause))
        elif self._shown.message is Message.DATAGRAM_FAILED:
            self._shown.tell(None)
        return code >= 0

    async def _apply_to_one(self, socket: DatagramSocket, before: DatagramOptions) -> None:
        """Give it its options, which were these before."""
        code = await socket.apply_options(before)
        if code < 0:
            call = f"setAdapter({socket.options.adapter})"
            self._shown.tell(option_refused(call, code, socket.cause))

    def _take_receive_error(self, info: Mapping[str, Any]) -> None:
        socket = next((one for one in self._sockets if one.id == info["socketId"]), None)
        if socket is None:
            return
        if info["resultCode"] == ResultCode.MSG_TOO_BIG:
            self._lost += 1  # told with the frame, for a flood can lose many
        else:
            self._show(notice=notices.receive_failed(info["resultCode"], socket.cause))

    def _tell_losses(self) -> None:
        if not self._lost:
            return
        before = self.state.notice
        if before is not None and before.message is Message.DATAGRAMS_LOST:
            self._lost += int(before.values["count"])
        limit = self._sockets[0].options.buffer_size or DEFAULT_BUFFER_BYTES
        notice = notices.datagrams_lost(self._lost, limit, ResultCode.MSG_TOO_BIG, "EMSGSIZE")
        self._lost = 0
        self._show(notice=notice)

    def _count_dropped(self) -> None:
        is_time = self.state.is_paused and self._now_s() - self._looked_s >= PAUSED_LOOK_S
        if is_time:
            self._looked_s = self._now_s()
        for socket in self._sockets:
            if (api := socket.api) is not None:
                if is_time:
                    api.drained()
                self._dropped[api.key] = api.dropped
        dropped = sum(self._dropped.values())
        if dropped != self.state.dropped:
            self._show(dropped=dropped)
