"""The TCP server panel without widgets: what its buttons do, and the state that it shows."""

import time
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from socket_workbench.chrome.calls import CallDropped
from socket_workbench.extras.workbench import WorkbenchTcp
from socket_workbench.net.events import Endpoint
from socket_workbench.panels import tcp_server_notices as notices
from socket_workbench.panels.listen_targets import check_listen_target
from socket_workbench.panels.messages import Message
from socket_workbench.panels.panel_controller import Clock, PanelController, Work
from socket_workbench.panels.panel_state import ShownState
from socket_workbench.panels.responders import Responder, RuleState
from socket_workbench.panels.socket_notices import gone
from socket_workbench.panels.tcp_server_certificates import (
    IdentityError,
    IdentitySource,
    ServerIdentity,
    ServerTls,
)
from socket_workbench.panels.tcp_server_clients import (
    NAMESPACE,
    ClientBook,
    ClientTools,
    ServerClient,
)
from socket_workbench.panels.tcp_server_listener import ServerListener
from socket_workbench.panels.tcp_server_sending import ServerSending
from socket_workbench.panels.tcp_server_state import (
    ClientOptions,
    ListenOptions,
    ServerPhase,
    TcpServerState,
    TcpServerView,
)
from socket_workbench.session.tcp_entries import ResponderEntry

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.tasks import TaskScope


class TcpServerController(PanelController[TcpServerState]):
    """One panel's behaviour; what goes wrong becomes the state's notice.

    `start` makes the socket, `tick` follows what others did and shows the clients, `aclose` ends
    all of it. The view's requests are the methods that end in `_requested` and `_changed`.
    """

    def __init__(
        self,
        app: "ChromeApp",
        view: TcpServerView,
        scope: "TaskScope",
        *,
        title: str = "",
        now_s: Clock = time.monotonic,
    ) -> None:
        super().__init__(app, scope, ShownState(view, TcpServerState()), now_s)
        self._view = view
        self._listener = ServerListener(app, title=title)
        self.responder = Responder()
        self.clients = ClientBook()
        self._tools = ClientTools(
            app=app,
            workbench=WorkbenchTcp(app),
            responder=self.responder,
            scope=scope,
            now_s=now_s,
            changed=self._take_client_change,
        )
        self._sending = ServerSending(self._shown.tell)
        self._options = ClientOptions()
        self._tls = ServerTls()
        self._attempt = 0
        """Number of the listen that counts; one that was stopped has another."""
        self._seen_stopped: frozenset[int] = frozenset()
        self._seen_rules: int | None = None
        self._has_clients_changed = False
        self._listen_to(app.sockets.tcpServer.onAccept, self._take_accept)
        self._listen_to(app.sockets.tcpServer.onAcceptError, self._take_accept_error)
        self._listen_to(app.sockets.tcpServer.onHandshakeError, self._take_handshake_error)
        self._listen_to(app.sockets.tcp.onReceive, self._take_receive)
        self._listen_to(app.sockets.tcp.onReceiveError, self._take_receive_error)

    @property
    @override
    def _sockets(self) -> tuple[ServerListener, ...]:
        return (self._listener,)

    @property
    def identity(self) -> ServerIdentity | None:
        """The certificate in use with its key; `None` before one was read."""
        return self._tls.identity

    def start(self, options: ListenOptions) -> None:
        """Make the socket, so that it can be seen before it listens."""
        self._listener.options = options
        self._start("create", self._listener.ensure)

    @override
    async def aclose(self) -> None:
        self._end()
        await self._listener.close()
        for client in self.clients.there:
            client.disconnect()
        await self._scope.aclose()

    @override
    def tick(self) -> None:
        super().tick()
        if self._seen_rules != self.responder.revision:
            self._follow_rules()
        if self._has_clients_changed:
            self._has_clients_changed = False
            self._show_clients()

    # Listening

    def listen_requested(self, address: str, port: str) -> None:
        """Listen there; where it does already, stop and listen anew. Clients stay."""
        local = self._read(check_listen_target(address, port))
        if local is not None:
            self._attempt += 1
            self._show(phase=ServerPhase.STARTING, notice=None)
            self._start("listen", partial(self._listen, self._attempt, local))

    def stop_requested(self) -> None:
        """Stop listening; shown at once. Clients stay."""
        if self.state.phase is not ServerPhase.IDLE:
            self._attempt += 1
            self._listener.stop()
            self._show(phase=ServerPhase.IDLE, is_paused=False, local=None, notice=None)

    def pause_requested(self, is_paused: bool) -> None:
        """Stop or resume accepting."""
        self._start("setPaused", partial(self._listener.set_paused, is_paused=is_paused))

    def listen_options_changed(self, options: ListenOptions) -> None:
        """Take new options over, at once where the API can."""
        if options != self._listener.options:
            self._start("update", partial(self._listener.change_options, options))

    def tls_changed(self, source: IdentitySource | None) -> None:
        """Secure new connections with this, or with `None` no more; those that are open stay."""
        if self._tls.change(source):
            if self.state.is_listening:
                self._start("setTls", self._secure)
            elif source is not None:
                self._start("certificate", self._load)
            else:
                self._show(certificate=None)

    # Clients

    def client_options_changed(self, options: ClientOptions) -> None:
        """Treat clients like this, also those that are here."""
        self._options = options
        for client in self.clients.there:
            client.change_options(options)

    def responder_changed(self, entry: ResponderEntry) -> None:
        """Answer like this from now on."""
        self.responder.apply(entry)

    def client_chosen(self, key: int | None) -> None:
        """Show the conversation of this client and send to it; `None` means all."""
        self._show(chosen=key if key is not None and key in self.clients else None)

    def pause_clients_requested(self, keys: Iterable[int], is_paused: bool) -> None:
        """Stop or resume receiving from these."""
        for client in self.clients.chosen(keys):
            client.pause(is_paused=is_paused)

    def disconnect_clients_requested(self, keys: Iterable[int], is_reset: bool) -> None:
        """End these connections, in order or with a reset."""
        for client in self.clients.chosen(keys):
            client.disconnect(is_reset=is_reset)

    def forget_clients_requested(self, keys: Iterable[int]) -> None:
        """Take these off the list, if they have left."""
        self.clients.forget(keys)
        if self.state.chosen is not None and self.state.chosen not in self.clients:
            self._show(chosen=None)
        self._has_clients_changed = True

    # Sending

    def send_requested(self, data: bytes) -> None:
        """Send to the chosen client, or to all where none is chosen."""
        self._start("send", partial(self._send, self.state.chosen, data))

    async def send(self, data: bytes) -> bool:
        """As `send_requested`, awaited; whether anybody got it."""
        return await self._send(self.state.chosen, data)

    def send_all_requested(self, data: bytes) -> None:
        """Send to every client that is there."""
        self._start("send", partial(self._send, None, data))

    def send_file_requested(self, path: Path, *, to_all: bool = False) -> None:
        """Send a file to the chosen client, or to all; those that leave meanwhile miss the rest."""
        targets = partial(self._targets, None if to_all else self.state.chosen)
        self._start_file(path, partial(self._sending.send_chunk, targets))

    # Inside

    @override
    async def _guarded(self, method: str, work: Work) -> None:
        try:
            await super()._guarded(method, work)
        except IdentityError as error:
            self._show(notice=error.notice, certificate=None)
        except CallDropped:
            pass  # the app went with the call

    async def _listen(self, attempt: int, local: Endpoint) -> None:
        try:
            if not await self._secure() or attempt != self._attempt:
                return
            code = await self._listener.listen(local)
            if code < 0 and attempt == self._attempt:
                self._shown.tell(notices.listen_failed(local, code, self._listener.cause))
        finally:
            if attempt == self._attempt and self.state.phase is ServerPhase.STARTING:
                self._show(phase=ServerPhase.IDLE)  # `_follow` knows better if it listens

    async def _secure(self) -> bool:
        """Hand the certificate over, or that there is none; whether that worked."""
        identity = await self._load() if self._tls.is_on else None
        code = await self._listener.set_identity(identity)
        if code < 0:
            self._shown.tell(notices.certificate_refused(code, self._listener.cause))
        return code >= 0

    async def _load(self) -> ServerIdentity:
        identity = await self._tls.load()
        self._show(certificate=identity.facts)
        return identity

    async def _send(self, key: int | None, data: bytes) -> bool:
        targets = self._targets(key)
        if not targets:
            client = None if key is None else self.clients.find(key)
            has_left = notices.no_clients() if client is None else notices.client_gone(client.peer)
            self._shown.tell(has_left)
            return False
        has_sent = await self._sending.send(targets, data)
        if has_sent and self._shown.message in (Message.NO_CLIENTS, Message.CLIENT_GONE):
            self._show(notice=None)
        return has_sent

    def _targets(self, key: int | None) -> Sequence[ServerClient]:
        if key is None:
            return self.clients.there
        return [client for client in self.clients.chosen([key]) if client.is_there]

    def _take_accept(self, info: Mapping[str, Any]) -> None:
        if info["socketId"] != self._listener.id:
            return
        live = self._app.find(NAMESPACE, info["clientSocketId"])
        if live is not None:
            client = ServerClient(self._tools, live, self._options)
            self.clients.add(client)
            client.begin(is_tls=self._listener.is_tls)
            self._has_clients_changed = True

    def _take_accept_error(self, info: Mapping[str, Any]) -> None:
        if info["socketId"] == self._listener.id:
            self._shown.tell(notices.accept_failed(info["resultCode"], self._listener.cause))

    def _take_handshake_error(self, info: Mapping[str, Any]) -> None:
        if info["socketId"] == self._listener.id:
            peer = Endpoint(info["peerAddress"], info["peerPort"])
            self._shown.tell(notices.handshake_failed(peer, info["resultCode"], info["cause"]))

    def _take_receive(self, info: Mapping[str, Any]) -> None:
        client = self.clients.of_id(info["socketId"])
        if client is not None:
            client.take(info["data"])

    def _take_receive_error(self, info: Mapping[str, Any]) -> None:
        client = self.clients.of_id(info["socketId"])
        if client is not None:
            client.receive_ended(info["resultCode"])

    def _take_client_change(self) -> None:
        self._has_clients_changed = True

    @override
    def _follow_sockets(self) -> None:
        changes = [client.follow() for client in self.clients.there]
        self._has_clients_changed |= any(changes)
        live = self._listener.live
        if live is not None:
            self._follow_listener(live.key, live.identity.label, live.info)
        elif self.state.phase is ServerPhase.STARTING:
            self._show(socket=None, label="")  # a new one is about to be made
        elif self.state.socket is not None:
            notice = gone(Message.LISTENER_GONE, self.state.label)
            idle = {"phase": ServerPhase.IDLE, "is_paused": False, "is_tls": False, "local": None}
            self._show(**idle, socket=None, label="", notice=notice)

    def _follow_listener(self, key: int, label: str, info: Mapping[str, Any]) -> None:
        phase, local = self.state.phase, None
        if "localAddress" in info:
            phase, local = ServerPhase.LISTENING, Endpoint(info["localAddress"], info["localPort"])
        elif phase is ServerPhase.LISTENING:
            phase = ServerPhase.IDLE
        is_paused = local is not None and bool(info["paused"])
        is_tls = self._listener.is_tls
        self._show(
            phase=phase, local=local, is_paused=is_paused, is_tls=is_tls, socket=key, label=label
        )

    def _follow_rules(self) -> None:
        self._seen_rules = self.responder.revision
        stopped = {
            number: rule
            for number, rule in enumerate(self.responder.rules, 1)
            if rule.status.state is RuleState.STOPPED
        }
        for number in stopped.keys() - self._seen_stopped:
            name = stopped[number].entry.name or str(number)
            self._shown.tell(notices.rule_stopped(f"“{name}”", stopped[number].status.slow_bytes))
        self._seen_stopped = frozenset(stopped)

    def _show_clients(self) -> None:
        self.clients.sort_out()
        self._view.show_clients(self.clients.rows())
        self._show(open_clients=len(self.clients.there))
