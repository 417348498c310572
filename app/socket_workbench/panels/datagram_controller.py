"""What the controllers of the UDP and of the multicast panel have in common."""

import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from socket_workbench.chrome.calls import ApiError
from socket_workbench.chrome.udp_reader import DEFAULT_BUFFER_BYTES
from socket_workbench.net.errors import ResultCode
from socket_workbench.panels import datagram_notices as notices
from socket_workbench.panels.datagram_peers import DatagramPeers
from socket_workbench.panels.datagram_socket import DatagramSocket
from socket_workbench.panels.datagram_state import DatagramState
from socket_workbench.panels.file_sending import FileSender, SendChunk, Transfer
from socket_workbench.panels.messages import Message
from socket_workbench.panels.panel_state import PanelView, ShownState
from socket_workbench.panels.socket_notices import call_failed, file_under_way, file_unreadable

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.tasks import TaskScope

S = TypeVar("S", bound=DatagramState)
Clock = Callable[[], float]

PAUSED_LOOK_S = 0.5
"""A paused socket does not see by itself what the kernel drops; it is asked that often."""


class DatagramController(ABC, Generic[S]):
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
        self._app, self._scope, self._now_s = app, scope, now_s
        self._shown = ShownState(view, state)
        self._show = self._shown.show
        self.peers = DatagramPeers()
        """Whom the panel's sockets have met; the view polls it."""
        self._sender: FileSender | None = None
        self._seen_revision: int | None = None
        self._lost = 0
        self._dropped: dict[int, int] = {}
        """Datagrams that the kernel dropped, by the capture's key of the socket."""
        self._looked_s = 0.0
        app.sockets.udp.onReceiveError.addListener(self._take_receive_error)

    @property
    def state(self) -> S:
        """What the view shows now."""
        return self._shown.state

    @property
    @abstractmethod
    def _sockets(self) -> tuple[DatagramSocket, ...]:
        """All sockets of the panel."""

    @abstractmethod
    def _follow(self) -> None:
        """Make the state agree with the sockets, whoever changed them."""

    async def aclose(self) -> None:
        """Close the sockets and end all that is under way; nobody is told of that."""
        self._shown.is_closed = True
        self._app.sockets.udp.onReceiveError.removeListener(self._take_receive_error)
        await self._scope.aclose()
        for socket in self._sockets:
            await socket.close()

    def tick(self) -> None:
        """Follow the sockets; called once per frame, next to no work when nothing happened."""
        if self._seen_revision != self._app.revision:
            self._seen_revision = self._app.revision
            self._follow()
        self._tell_losses()
        self._count_dropped()

    def rename(self, title: str) -> None:
        """Sockets made from now on are recorded with this panel title."""
        for socket in self._sockets:
            socket.title = title

    def pause_requested(self, is_paused: bool) -> None:
        """Stop or resume receiving."""
        self._start("setPaused", partial(self._set_paused, is_paused=is_paused))

    def cancel_file_requested(self) -> None:
        """Send no more of the file; the call under way is awaited."""
        if self._sender is not None:
            self._sender.cancel()

    def notice_dismissed(self) -> None:
        """Take the notice away."""
        self._show(notice=None)

    async def _set_paused(self, *, is_paused: bool) -> None:
        for socket in self._sockets:
            if socket.live is not None:
                await socket.set_paused(is_paused=is_paused)

    def _start(self, method: str, work: Callable[[], Awaitable[object]]) -> None:
        if not self._shown.is_closed:
            name = f"{self._sockets[0].title}: {method}"
            self._scope.spawn(self._guarded(method, work), name=name)

    async def _guarded(self, method: str, work: Callable[[], Awaitable[object]]) -> None:
        try:
            await work()
        except ApiError as error:
            self._tell_api_error(method, error)
        self._follow()

    def _start_file(self, path: Path, send: SendChunk, piece_bytes: int) -> None:
        """Send a file, `piece_bytes` in each datagram, unless one is under way."""
        if self._sender is not None:
            self._shown.tell(file_under_way(path))
            return
        sender = FileSender(
            path,
            send=send,
            report=self._show_transfer,
            now_s=self._now_s,
            chunk_bytes=piece_bytes,
        )
        self._sender = sender
        self._start("send file", partial(self._send_file, sender, path))

    async def _send_file(self, sender: FileSender, path: Path) -> None:
        try:
            await sender.run()
        except OSError as error:
            self._shown.tell(file_unreadable(path, error))
        finally:
            self._sender = None

    def _show_transfer(self, transfer: Transfer) -> None:
        self._show(transfer=transfer)

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

    def _tell_api_error(self, method: str, error: ApiError) -> None:
        if any(socket.live is not None for socket in self._sockets):
            self._shown.tell(call_failed(f"sockets.udp.{method}", str(error)))
