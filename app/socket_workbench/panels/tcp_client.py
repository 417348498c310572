"""The TCP client panel without widgets: what its buttons do, and the state that it shows."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from socket_workbench.chrome.calls import ApiError
from socket_workbench.chrome.types import QueryType
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels import tcp_client_notices as notices
from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.panel_controller import Clock, PanelController, Work
from socket_workbench.panels.socket_notices import gone, option_refused
from socket_workbench.panels.targets import check_target
from socket_workbench.panels.tcp_client_retries import Retries, countdown
from socket_workbench.panels.tcp_client_sending import TcpClientSending
from socket_workbench.panels.tcp_client_socket import Refusal, TcpClientSocket
from socket_workbench.panels.tcp_client_state import (
    AT_REST,
    ON_THE_WAY,
    Phase,
    Retry,
    TcpClientOptions,
    TcpClientShown,
    TcpClientState,
    TcpClientView,
)
from socket_workbench.panels.tcp_client_trust import ClientTrust, TrustError
from socket_workbench.session.tcp_entries import ReconnectEntry

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.panels.certificates import CertificateFacts
    from socket_workbench.tasks import TaskScope


@dataclass(frozen=True, slots=True)
class Target:
    """Where an attempt to connect goes."""

    peer: Endpoint
    dns: QueryType


class TcpClientController(PanelController[TcpClientState]):
    """One panel's behaviour: `start` makes its socket."""

    def __init__(
        self,
        app: "ChromeApp",
        view: TcpClientView,
        scope: "TaskScope",
        *,
        title: str = "",
        now_s: Clock = time.monotonic,
    ) -> None:
        shown = TcpClientShown(view, TcpClientState())
        super().__init__(app, scope, shown, now_s)
        self._socket = TcpClientSocket(app, title=title)
        self._sending = TcpClientSending(self._socket, shown, self._lose)
        self._attempt = 0
        """Number of the connect that counts; one that was cancelled has another."""
        self._began_s = 0.0
        self._connecting = asyncio.Lock()
        self._target: Target | None = None
        self._rest = Phase.IDLE
        """What the phase is when no further attempt comes by itself."""
        self._retries = Retries()
        self._waiting: asyncio.Task[None] | None = None
        """Waits for the moment of the next attempt."""
        self.trust = ClientTrust(app, view, shown)
        self._listen_to(app.sockets.tcp.onReceiveError, self._take_receive_error)

    @property
    @override
    def _sockets(self) -> tuple[TcpClientSocket, ...]:
        return (self._socket,)

    def start(self, options: TcpClientOptions) -> None:
        """Make the socket, so that it can be seen before it is connected."""
        self._socket.options = options
        self._start("create", self._socket.ensure)

    def reconnect_changed(self, settings: ReconnectEntry) -> None:
        """Take over when to connect again by itself; one that is waited for comes all the same."""
        self._retries.settings = settings

    def connect_requested(self, host: str, port: str, dns: QueryType) -> None:
        """Connect to what was typed, unless a connection is open or under way."""
        if self.state.phase in (*AT_REST, Phase.WAITING) and (peer := self._checked(host, port)):
            self._retries.begin()
            self._target = Target(peer, dns)
            self._attempt_connect(self._target)

    def reconnect_requested(self, host: str, port: str, dns: QueryType) -> None:
        """As connect, but ends an open connection first."""
        if self.state.phase is Phase.OPEN and self._checked(host, port):
            self.cancel_file_requested()
            self._show(phase=Phase.CLOSED, is_paused=False, notice=None)
        self.connect_requested(host, port, dns)

    def disconnect_requested(self) -> None:
        """End the connection, the attempt to get one, or the wait for the next attempt."""
        peer, phase = self.state.endpoint, self.state.phase
        if phase in ON_THE_WAY and peer is not None:
            self._supersede()
            self._show(phase=Phase.IDLE, notice=self._cancelled(peer))
        elif phase is Phase.WAITING:
            self._supersede()
            self._show(phase=self._rest, retry=None)
            return
        elif self._socket.is_connected:
            # The onReceiveError that follows a disconnect is no news then.
            self._show(phase=Phase.CLOSED, is_paused=False, notice=None)
        else:
            return
        self.cancel_file_requested()
        self._start("disconnect", self._socket.disconnect)

    def certificate_requested(self, host: str, port: str, dns: QueryType) -> None:
        """Show the certificate of the connection; without one, look at what the server has."""
        if peer := self._checked(host, port):
            self._start("certificate", partial(self._look, Target(peer, dns)))

    def pause_requested(self, is_paused: bool) -> None:
        """Stop or resume receiving."""
        self._start("setPaused", partial(self._set_paused, is_paused=is_paused))

    def options_changed(self, options: TcpClientOptions) -> None:
        """Take new options over, at once where the API can."""
        if options != self._socket.options:
            self._start("update", partial(self._change_options, options))

    async def send(self, data: bytes) -> bool:
        """Send the bytes in one call; false where that went wrong, which is shown then."""
        has_sent = not self._shown.is_closed and await self._sending.send(data)
        self._follow()
        return has_sent

    def send_requested(self, data: bytes) -> None:
        """Send the bytes in one call."""
        self._start("send", partial(self._sending.send, data))

    def send_file_requested(self, path: Path) -> None:
        """Send a file, unless one is under way."""
        self._start_file(path, self._sending.send_piece)

    def save_certificate_requested(self, certificate: "CertificateFacts") -> None:
        """Write a certificate into a file of the user's choice."""
        self._start("save certificate", partial(self.trust.save, certificate))

    @override
    async def _guarded(self, method: str, work: Work) -> None:
        try:
            await super()._guarded(method, work)
        except Exception as error:
            self._break_off(method, error)
            raise

    def _break_off(self, method: str, error: Exception) -> None:
        """Nothing may seem to be under way after a mistake of our own."""
        self._supersede()
        phase = Phase.IDLE if self.state.phase in ON_THE_WAY else self.state.phase
        self._show(phase=phase, notice=notices.unexpected(method, error))

    def _supersede(self) -> None:
        """Let no attempt count that is under way or waited for."""
        self._attempt += 1
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _attempt_connect(self, target: Target, notice: Notice | None = None) -> None:
        self._supersede()
        self._began_s = self._now_s()
        self._show(phase=Phase.CONNECTING, endpoint=target.peer, notice=notice, retry=None)
        self._start("connect", partial(self._connect, self._attempt, target))

    async def _connect(self, attempt: int, target: Target) -> None:
        # A name look-up cannot be cut off, so a cancelled attempt may still be on its way.
        async with self._connecting:
            if attempt != self._attempt:
                return
            try:
                is_opened = await self._open(attempt, target)
            except (ApiError, TrustError) as error:
                if attempt == self._attempt:
                    self._show(phase=Phase.IDLE)
                    self._tell_trouble(error)
                return
        if is_opened:
            await self._take_opened()

    def _tell_trouble(self, error: ApiError | TrustError) -> None:
        if isinstance(error, TrustError):
            self._show(notice=error.notice)
        else:
            self._tell_api_error("connect", error)

    async def _open(self, attempt: int, target: Target) -> bool:
        """Connect, and secure if that is wanted; false when it failed, or counts no more."""
        await self._end_connection()
        tls = await self.trust.options(target.peer)
        code = await self._socket.connect(target.peer, target.dns)
        if tls is not None and code >= 0 and attempt == self._attempt:
            self._show(phase=Phase.SECURING)
            code = await self._socket.secure(tls)
        if attempt != self._attempt:
            if code >= 0:
                await self._socket.disconnect()
        elif code < 0:
            await self._take_failure(target.peer, code)
        return code >= 0 and attempt == self._attempt

    async def _end_connection(self) -> None:
        if self._socket.is_connected:
            await self._socket.disconnect()
            await asyncio.sleep(0)  # its onReceiveError comes next, and belongs before the connect

    async def _take_failure(self, peer: Endpoint, code: int) -> None:
        was_securing, cause = self.state.phase is Phase.SECURING, self._socket.cause
        if code == ResultCode.ABORTED:
            self._show(phase=Phase.IDLE, notice=self._cancelled(peer))
            return
        tell = notices.tls_failed if was_securing else notices.connect_failed
        self._come_to_rest(Phase.IDLE, tell(peer, code, cause), self._retries.after_failure(code))
        if was_securing and self._socket.live is None:
            # That is how the API ends a failed `secure`; nobody else closed the socket.
            self._show(socket=None, label="")
            await self._socket.ensure()

    async def _take_opened(self) -> None:
        if self._socket.is_connected:
            self._retries.opened(self._now_s())
            self._show(phase=Phase.OPEN, notice=None)
            await self._tell_refusals(self._socket.apply_connection_options)
        else:  # the peer closed before we came to hear that it had accepted
            self._lose(ResultCode.CONNECTION_CLOSED)

    def _come_to_rest(self, phase: Phase, notice: Notice | None, delay_s: float | None) -> None:
        """No connection, for now; a new attempt begins after `delay_s`, if that is no `None`."""
        self._rest = phase
        if delay_s is not None and self._target is not None:
            self._supersede()
            self._show(phase=Phase.WAITING, is_paused=False, notice=notice)
            work = partial(self._wait, self._target, delay_s)
            self._waiting = self._start("reconnect", work)
            return
        peer = self.state.endpoint
        if self._retries.are_used_up and peer is not None and notice is not None:
            code, made = notice.code or 0, self._retries.made
            notice = notices.retries_used_up(peer, made, code, notice.cause)
        self._show(phase=phase, is_paused=False, notice=notice)

    async def _wait(self, target: Target, delay_s: float) -> None:
        number, most = self._retries.made, self._retries.settings.attempts
        for seconds, pause_s in countdown(delay_s):
            self._show(retry=Retry(number=number, most=most, seconds=seconds))
            await asyncio.sleep(pause_s)
        self._waiting = None  # from here on it is an attempt, which nobody cuts off like that
        self._attempt_connect(target, self.state.notice)

    async def _look(self, target: Target) -> None:
        refused = self.state.notice if target.peer == self.state.endpoint else None
        is_open = self.state.phase is Phase.OPEN and target.peer == self.state.endpoint
        tls = self._socket.tls if is_open else None
        try:
            is_trusted = await self.trust.look(target.peer, target.dns, tls, refused)
        except TrustError as trouble:
            self._show(notice=trouble.notice)
            return
        if is_trusted and self.state.phase in (*AT_REST, Phase.WAITING):
            self._retries.begin()
            self._target = target
            self._attempt_connect(target)

    def _cancelled(self, peer: Endpoint) -> Notice:
        tell = notices.connect_cancelled
        if self.state.phase is Phase.SECURING:
            tell = notices.handshake_cancelled
        return tell(peer, self._now_s() - self._began_s)

    async def _set_paused(self, *, is_paused: bool) -> None:
        await self._socket.set_paused(is_paused=is_paused)

    async def _change_options(self, options: TcpClientOptions) -> None:
        await self._tell_refusals(partial(self._socket.change_options, options))

    def _take_receive_error(self, info: Mapping[str, Any]) -> None:
        # While we are not open the event only echoes a disconnect of our own.
        is_ours = info["socketId"] == self._socket.id
        if is_ours and self.state.phase is Phase.OPEN and self._socket.cause != Cause.LOCAL:
            self._lose(info["resultCode"])

    def _lose(self, code: int) -> None:
        notice = notices.connection_ended(
            self.state.endpoint, code, self._socket.cause, can_send=self._socket.is_connected
        )
        if notice.severity is Severity.INFO and self._shown.message is Message.SEND_FAILED:
            notice = self.state.notice  # that bytes were lost is the graver news
        self._come_to_rest(Phase.CLOSED, notice, self._retries.after_loss(self._now_s()))

    @override
    def _follow_sockets(self) -> None:
        live = self._socket.live
        if live is not None:
            if self.state.phase is Phase.OPEN and not self._socket.is_connected:
                self._take_end()
            phase = self.state.phase
            is_paused = phase is Phase.OPEN and bool(live.info["paused"])
            tls = live.tls if phase is Phase.OPEN else None
            label = live.identity.label
            self._show(is_paused=is_paused, socket=live.key, label=label, tls=tls)
        elif self.state.socket is not None and self.state.phase is not Phase.SECURING:
            # A handshake that fails takes the socket along; its result tells of that.
            self._supersede()
            notice = gone(Message.SOCKET_GONE, self.state.label)
            left = TcpClientState(endpoint=self.state.endpoint, transfer=self.state.transfer)
            self._shown.replace(replace(left, notice=notice, trusted=self.state.trusted))

    def _take_end(self) -> None:
        """The connection ended without an event: somebody disconnected, or a send met the end."""
        if self._socket.cause in (Cause.NONE, Cause.LOCAL):
            self._show(phase=Phase.CLOSED, is_paused=False)
        elif self._shown.message in (Message.SEND_FAILED, Message.SEND_ABANDONED):
            delay_s = self._retries.after_loss(self._now_s())
            self._come_to_rest(Phase.CLOSED, self.state.notice, delay_s)
        else:
            self._lose(ResultCode.CONNECTION_CLOSED)

    def _checked(self, host: str, port: str) -> Endpoint | None:
        return self._read(check_target(host, port))

    async def _tell_refusals(self, work: Callable[[], Awaitable[list[Refusal]]]) -> None:
        for refusal in await work():
            self._show(notice=option_refused(refusal.call, refusal.code, refusal.cause))
