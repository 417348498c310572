"""The TCP client panel without widgets: what its buttons do, and the state that it shows."""

import asyncio
import errno
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socket_workbench.chrome.calls import ApiError
from socket_workbench.chrome.types import QueryType
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels import tcp_client_notices as notices
from socket_workbench.panels.file_sending import FileSender, Transfer
from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.targets import check_target
from socket_workbench.panels.tcp_client_socket import Refusal, TcpClientSocket
from socket_workbench.panels.tcp_client_state import (
    Phase,
    TcpClientOptions,
    TcpClientState,
    TcpClientView,
)

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.tasks import TaskScope

Clock = Callable[[], float]


class TcpClientController:
    """One panel's behaviour; what goes wrong becomes the state's notice.

    `start` makes the socket, `tick` follows what others did to it, `aclose` ends it. The view
    is given every new state, and its requests are the methods that end in `_requested`.
    """

    def __init__(
        self,
        app: "ChromeApp",
        view: TcpClientView,
        scope: "TaskScope",
        *,
        title: str = "",
        now_s: Clock = time.monotonic,
    ) -> None:
        self._app, self._view, self._scope, self._now_s = app, view, scope, now_s
        self._socket = TcpClientSocket(app, title=title)
        self._state = TcpClientState()
        self._sender: FileSender | None = None
        self._seen_revision: int | None = None
        self._is_closed = False
        self._attempt = 0
        """Number of the connect that counts; one that was cancelled has another."""
        self._began_s = 0.0
        self._connecting = asyncio.Lock()
        app.sockets.tcp.onReceiveError.addListener(self._take_receive_error)

    @property
    def state(self) -> TcpClientState:
        """What the view shows now."""
        return self._state

    def start(self, options: TcpClientOptions) -> None:
        """Make the socket, so that it can be seen before it is connected."""
        self._socket.options = options
        self._start("create", self._socket.ensure)

    async def aclose(self) -> None:
        """Close the socket and end all that is under way; nobody is told of that."""
        self._is_closed = True
        self._app.sockets.tcp.onReceiveError.removeListener(self._take_receive_error)
        await self._scope.aclose()
        await self._socket.close()

    def tick(self) -> None:
        """Follow the socket, if any socket changed; cheap, called once per frame."""
        if self._seen_revision != self._app.revision:
            self._follow()

    def rename(self, title: str) -> None:
        """Sockets made from now on are recorded with this panel title."""
        self._socket.title = title

    def connect_requested(self, host: str, port: str, dns: QueryType) -> None:
        """Connect to what was typed, unless a connection is open or under way."""
        if self._state.phase in (Phase.IDLE, Phase.CLOSED) and (peer := self._checked(host, port)):
            self._attempt += 1
            self._began_s = self._now_s()
            self._show(phase=Phase.CONNECTING, endpoint=peer, notice=None)
            self._start("connect", partial(self._connect, self._attempt, peer, dns))

    def reconnect_requested(self, host: str, port: str, dns: QueryType) -> None:
        """As connect, but ends an open connection first."""
        if self._state.phase is Phase.OPEN and self._checked(host, port):
            self.disconnect_requested()
        self.connect_requested(host, port, dns)

    def disconnect_requested(self) -> None:
        """End the connection, or the attempt to get one; shown at once."""
        peer = self._state.endpoint
        if self._state.phase is Phase.CONNECTING and peer is not None:
            self._attempt += 1
            self._show(phase=Phase.IDLE, notice=self._cancelled(peer))
        elif self._socket.is_connected:
            # The onReceiveError that follows a disconnect is no news then.
            self._show(phase=Phase.CLOSED, is_paused=False, notice=None)
        else:
            return
        self.cancel_file_requested()
        self._start("disconnect", self._socket.disconnect)

    def pause_requested(self, is_paused: bool) -> None:
        """Stop or resume receiving."""
        self._start("setPaused", partial(self._set_paused, is_paused=is_paused))

    def options_changed(self, options: TcpClientOptions) -> None:
        """Take new options over, at once where the API can."""
        if options != self._socket.options:
            self._start("update", partial(self._change_options, options))

    def send_requested(self, data: bytes) -> None:
        """Send the bytes in one call."""
        self._start("send", partial(self._send, data))

    def send_file_requested(self, path: Path) -> None:
        """Send a file, unless one is under way."""
        if self._sender is not None:
            self._show(notice=notices.file_under_way(path))
        else:
            sender = FileSender(
                path, send=self._send, report=self._show_transfer, now_s=self._now_s
            )
            self._sender = sender
            self._start("send file", partial(self._send_file, sender, path))

    def cancel_file_requested(self) -> None:
        """Send no more of the file; the call under way is awaited."""
        if self._sender is not None:
            self._sender.cancel()

    def notice_dismissed(self) -> None:
        """Take the notice away."""
        self._show(notice=None)

    def _start(self, method: str, work: Callable[[], Awaitable[object]]) -> None:
        if not self._is_closed:
            name = f"{self._socket.title}: {method}"
            self._scope.spawn(self._guarded(method, work), name=name)

    async def _guarded(self, method: str, work: Callable[[], Awaitable[object]]) -> None:
        try:
            await work()
        except ApiError as error:
            self._tell_api_error(method, error)
        self._follow()

    async def _connect(self, attempt: int, peer: Endpoint, dns: QueryType) -> None:
        # A name look-up cannot be cut off, so a cancelled attempt may still be on its way.
        async with self._connecting:
            if attempt != self._attempt:
                return
            try:
                code = await self._socket.connect(peer, dns)
            except ApiError:
                if attempt == self._attempt:
                    self._show(phase=Phase.IDLE)
                    raise
                return
            if attempt != self._attempt:
                if code >= 0:
                    await self._socket.disconnect()
                return
        await self._take_connect_result(peer, code)

    async def _take_connect_result(self, peer: Endpoint, code: int) -> None:
        if code == ResultCode.ABORTED:
            self._show(phase=Phase.IDLE, notice=self._cancelled(peer))
        elif code < 0:
            notice = notices.connect_failed(peer, code, self._socket.cause)
            self._show(phase=Phase.IDLE, notice=notice)
        elif self._socket.is_connected:
            self._show(phase=Phase.OPEN)
            await self._tell_refusals(self._socket.apply_connection_options)
        else:  # the peer closed before we came to hear that it had accepted
            self._lose(ResultCode.CONNECTION_CLOSED)

    def _cancelled(self, peer: Endpoint) -> Notice:
        return notices.connect_cancelled(peer, self._now_s() - self._began_s)

    async def _set_paused(self, *, is_paused: bool) -> None:
        await self._socket.set_paused(is_paused=is_paused)

    async def _change_options(self, options: TcpClientOptions) -> None:
        await self._tell_refusals(partial(self._socket.change_options, options))

    async def _send(self, data: bytes) -> bool:
        was_open = self._state.phase is Phase.OPEN
        try:
            code = await self._socket.send(data)
        except ApiError as error:
            self._tell_api_error("send", error)
            return False
        if code == ResultCode.ABORTED:
            self._tell_abandoned(len(data))
        elif code < 0:
            self._tell_send_failure(code, len(data), was_open=was_open)
        elif self._shown_message() in (Message.SEND_FAILED, Message.SEND_ABANDONED):
            self._show(notice=None)
        return code >= 0

    async def _send_file(self, sender: FileSender, path: Path) -> None:
        try:
            await sender.run()
        except OSError as error:
            cause = errno.errorcode.get(error.errno or 0, "")
            values = {"path": str(path)}
            self._show(notice=Notice(message=Message.FILE_UNREADABLE, cause=cause, values=values))
        finally:
            self._sender = None

    def _show_transfer(self, transfer: Transfer) -> None:
        self._show(transfer=transfer)

    def _take_receive_error(self, info: Mapping[str, Any]) -> None:
        # While we are not open the event only echoes a disconnect of our own.
        is_ours = info["socketId"] == self._socket.id
        if is_ours and self._state.phase is Phase.OPEN and self._socket.cause != Cause.LOCAL:
            self._lose(info["resultCode"])

    def _lose(self, code: int) -> None:
        notice = notices.connection_ended(
            self._state.endpoint, code, self._socket.cause, can_send=self._socket.is_connected
        )
        if notice.severity is Severity.INFO and self._shown_message() is Message.SEND_FAILED:
            notice = self._state.notice  # that bytes were lost is the graver news
        self._show(phase=Phase.CLOSED, is_paused=False, notice=notice)

    def _follow(self) -> None:
        """Make the state agree with the socket, whoever changed it."""
        self._seen_revision = self._app.revision
        live = self._socket.live
        if live is not None:
            phase = self._state.phase
            if phase is Phase.OPEN and not self._socket.is_connected:
                phase = Phase.CLOSED
            is_paused = phase is Phase.OPEN and bool(live.info["paused"])
            label = live.identity.label
            self._show(phase=phase, is_paused=is_paused, socket=live.key, label=label)
        elif self._state.socket is not None:
            notice = notices.socket_gone(self._state.label)
            self._show(phase=Phase.IDLE, is_paused=False, socket=None, label="", notice=notice)

    def _checked(self, host: str, port: str) -> Endpoint | None:
        checked = check_target(host, port)
        if isinstance(checked, Notice):
            self._show(notice=checked)
            return None
        return checked

    async def _tell_refusals(self, work: Callable[[], Awaitable[list[Refusal]]]) -> None:
        for refusal in await work():
            self._show(notice=notices.option_refused(refusal))

    def _tell_abandoned(self, size_bytes: int) -> None:
        if self._socket.cause in (Cause.NONE, Cause.LOCAL):
            self._show(notice=notices.send_abandoned(size_bytes))
        elif self._shown_message() is not Message.CONNECTION_LOST:
            self._lose(ResultCode.CONNECTION_CLOSED)  # the read met the reset before the send

    def _tell_send_failure(self, code: int, size_bytes: int, *, was_open: bool) -> None:
        if was_open and self._shown_message() is Message.CONNECTION_LOST:
            return  # one loss, one notice: this send only fell with the connection
        peer, cause = self._state.endpoint, self._socket.cause
        self._show(notice=notices.send_failed(peer, size_bytes, code, cause))

    def _tell_api_error(self, method: str, error: ApiError) -> None:
        if self._socket.live is not None:  # where it is gone, `_follow` says so
            values = {"method": f"sockets.tcp.{method}", "text": str(error)}
            self._show(notice=Notice(message=Message.CALL_FAILED, values=values))

    def _shown_message(self) -> Message | None:
        return None if self._state.notice is None else self._state.notice.message

    def _show(self, **changes: Any) -> None:
        state = replace(self._state, **changes)
        if state != self._state and not self._is_closed:
            self._state = state
            self._view.show_state(state)
