"""One TCP server: panel, controller, clients, conversation and composer, put together and kept."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from typing_extensions import override

from socket_workbench.panels.composer import ComposedFile
from socket_workbench.panels.listen_targets import ListenAddresses
from socket_workbench.panels.responders import RuleState
from socket_workbench.panels.tcp_server import TcpServerController
from socket_workbench.panels.tcp_server_certificate_choice import CertificateChooser
from socket_workbench.panels.tcp_server_certificates import IdentitySource
from socket_workbench.panels.tcp_server_state import ClientRow, TcpServerState
from socket_workbench.session.tcp_entries import ResponderEntry, ServerTlsEntry, TcpServerEntry
from socket_workbench_ui.dialogs.responder import ResponderDialog
from socket_workbench_ui.dialogs.server_certificate import ServerCertificateDialog
from socket_workbench_ui.panels.tcp_server import TcpServerPanel, TcpServerParts
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.widgets.client_list import ClientList
from socket_workbench_ui.widgets.responder_editor import ResponderEditor
from socket_workbench_ui.wired.panel import PanelKit
from socket_workbench_ui.wired.talk_panel import TalkPanel


class TcpServer(TalkPanel[TcpServerController, TcpServerState]):
    """A TCP server panel that works; implements the controller's view."""

    def __init__(self, kit: PanelKit, entry: TcpServerEntry) -> None:
        super().__init__(kit, entry, TcpServerState())
        self._clients: Sequence[ClientRow] = ()
        self._seen_rules: int | None = None
        self.clients = ClientList(kit.looks, kit.capture.totals)
        parts = TcpServerParts(self.clients, self.conversation, self.composer)
        self._page = TcpServerPanel(kit.looks, parts)
        self._editor = ResponderEditor(kit.looks)
        self._dialog = ResponderDialog(self._editor, self._page)
        self._certificate = ServerCertificateDialog(kit.looks, self._page)
        self.controller = TcpServerController(kit.app, self, self.scope.child(), title=entry.title)
        self._chooser = CertificateChooser(self._certificate, self.scope, used=self._use_source)
        self._addresses = ListenAddresses(self._page.address.show_addresses, self.scope)
        self._show_entry(entry)
        self._connect_page()
        self._connect_clients()
        self._connect_dialogs()
        self.controller.start(self._page.options.listen_options())

    @property
    @override
    def page(self) -> TcpServerPanel:
        return self._page

    @property
    @override
    def socket(self) -> int | None:
        return self._state.socket if self._state.chosen is None else self._state.chosen

    @property
    @override
    def is_open(self) -> bool:
        return self._state.is_listening or self._state.open_clients > 0

    @override
    def show_state(self, state: TcpServerState) -> None:
        before = self._state
        super().show_state(state)
        self._show_sendable()
        if state.chosen != before.chosen:
            self.show_conversation()
            self.socket_changed.emit()

    @override
    def draw(self, state: TcpServerState) -> None:
        self._page.show_state(state, self._target_text())

    @override
    def show_conversation(self) -> None:
        """Show what was said to the chosen client, or to all clients of all listeners so far."""
        if self._state.chosen is None:
            self.conversation.show_accepted(self._sockets or [0])
        else:
            self.conversation.show_sockets([self._state.chosen])
        self.conversation.show_peer_column(self._state.chosen is None)

    def show_clients(self, clients: Sequence[ClientRow]) -> None:
        """Draw the clients."""
        self._clients = clients
        self.clients.show_clients(clients)
        self.clients.show_choice(self._state.chosen)
        self.draw(self._state)
        self._show_sendable()

    @override
    def owns(self, socket: int) -> bool:
        return super().owns(socket) or socket in self.controller.clients

    @override
    def entry(self) -> TcpServerEntry:
        source = self._chooser.source
        tls = ServerTlsEntry(
            is_on=self._page.address.tls.isChecked(),
            certificate_file=source.certificate_file,
            key_file=source.key_file,
            generated=source.generated,
        )
        return self.with_talk(
            replace(self._page.fields(self.title), responder=self._editor.entry(), tls=tls)
        )

    @override
    def rename(self, title: str) -> None:
        super().rename(title)
        self._dialog.show_title(title)

    @override
    def tick(self) -> None:
        super().tick()
        if self._seen_rules != self.controller.responder.revision:
            self._seen_rules = self.controller.responder.revision
            self._show_rules()

    @override
    def tick_page(self) -> None:
        self.clients.tick()
        super().tick_page()

    @override
    def focus_address(self) -> None:
        self._page.address.focus_field()

    @override
    def begin(self) -> None:
        self._page.address.request_listen()

    @override
    def end(self) -> None:
        self.controller.stop_requested()

    @override
    def toggle_pause(self) -> None:
        self._page.toggle_pause()

    @override
    async def aclose(self) -> None:
        self._dialog.close()
        self._certificate.close()
        await super().aclose()

    def _show_entry(self, entry: TcpServerEntry) -> None:
        tls = entry.tls
        self._chooser.show_source(
            IdentitySource(
                certificate_file=tls.certificate_file,
                key_file=tls.key_file,
                generated=tls.generated,
            )
        )
        self._page.show_fields(entry)
        self._editor.show_entry(entry.responder)
        self._dialog.show_title(entry.title)
        self.controller.responder_changed(entry.responder)
        self.controller.client_options_changed(self._page.options.client_options())
        self._take_tls()
        self.draw(self._state)
        self.show_conversation()
        self._show_sendable()

    def _connect_page(self) -> None:
        page, controller = self._page, self.controller
        page.address.listen_requested.connect(controller.listen_requested)
        page.address.stop_requested.connect(controller.stop_requested)
        page.address.addresses_wanted.connect(self._addresses.refresh)
        page.address.certificate_wanted.connect(self._open_certificate)
        page.address.tls.toggled.connect(self._take_tls)
        page.pause_requested.connect(controller.pause_requested)
        page.options.changed.connect(self._take_options)
        page.send_all_requested.connect(self._send_all)
        page.cancel_file_requested.connect(controller.cancel_file_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)
        self._addresses.refresh()

    def _connect_clients(self) -> None:
        clients, controller = self.clients, self.controller
        clients.client_chosen.connect(controller.client_chosen)
        clients.pause_requested.connect(controller.pause_clients_requested)
        clients.disconnect_requested.connect(controller.disconnect_clients_requested)
        clients.forget_requested.connect(controller.forget_clients_requested)

    def _connect_dialogs(self) -> None:
        self._page.responder.mode_chosen.connect(self._take_mode)
        self._page.responder.edit_wanted.connect(self._open_responder)
        self._editor.changed.connect(self._take_responder)
        self._editor.restart_requested.connect(self._restart_rule)
        self._certificate.source_requested.connect(self._chooser.source_requested)
        self._certificate.generate_requested.connect(self._chooser.generate_requested)
        self._certificate.save_requested.connect(self._save_certificate)

    def _show_sendable(self) -> None:
        chosen = self._chosen()
        if self._state.chosen is None:
            self.composer.set_can_send(self._state.open_clients > 0)
        else:
            self.composer.set_can_send(chosen is not None and chosen.ended_s is None)

    def _chosen(self) -> ClientRow | None:
        return next((row for row in self._clients if row.key == self._state.chosen), None)

    def _target_text(self) -> str:
        chosen = self._chosen()
        if chosen is None:
            return self.tr("Send goes to all")
        where = peer_text(chosen.peer.host, chosen.peer.port)
        if chosen.ended_s is not None:
            return self.tr("{where} has left").format(where=where)
        return self.tr("Send goes to {where}").format(where=where)

    def _show_rules(self) -> None:
        responder = self.controller.responder
        self._editor.show_statuses(responder.statuses, responder.fixed_fault)
        is_asked = responder.entry.mode == "rules"
        statuses = responder.statuses if is_asked else ()
        bad = sum(one.state in (RuleState.STOPPED, RuleState.FAULTY) for one in statuses)
        bad += responder.entry.mode == "fixed" and responder.fixed_fault is not None
        self._page.responder.show_hits(sum(one.hits for one in statuses), bad)

    def _take_options(self) -> None:
        self.controller.listen_options_changed(self._page.options.listen_options())
        self.controller.client_options_changed(self._page.options.client_options())

    def _take_mode(self, mode: str) -> None:
        self._editor.show_entry(replace(self._editor.entry(), mode=mode))
        self.controller.responder_changed(self._editor.entry())
        self._page.responder.show_mode(self._editor.entry().mode)
        if mode in ("fixed", "rules"):
            self._open_responder()

    def _take_responder(self, entry: ResponderEntry) -> None:
        self._page.responder.show_mode(entry.mode)
        self.controller.responder_changed(entry)

    def _restart_rule(self, place: int) -> None:
        self.controller.responder.rules[place].restart()

    def _open_responder(self) -> None:
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _take_tls(self) -> None:
        is_on = self._page.address.tls.isChecked()
        self.controller.tls_changed(self._chooser.source if is_on else None)

    def _use_source(self, source: IdentitySource) -> None:
        del source  # it is the chooser's own by now
        self._take_tls()
        self._page.edited.emit()

    def _open_certificate(self) -> None:
        self._certificate.show()
        self._certificate.raise_()
        self._chooser.look_requested()

    def _save_certificate(self, path: Path, with_key: bool) -> None:
        self._chooser.save_requested(path, with_key=with_key)

    @override
    async def send_once(self, data: bytes) -> bool:
        return await self.controller.send(data)

    @override
    def send_data(self, data: bytes) -> None:
        self.controller.send_requested(data)

    @override
    def send_file(self, path: Path) -> None:
        self.controller.send_file_requested(path)

    def _send_all(self) -> None:
        payload = self.composer.take_payload()
        if isinstance(payload, ComposedFile):
            self.controller.send_file_requested(Path(payload.path), to_all=True)
        elif payload is not None:
            self.controller.send_all_requested(payload.data)
