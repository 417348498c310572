"""One TCP client: panel, controller, conversation and composer, put together and kept."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from socket_workbench.panels.targets import target_text
from socket_workbench.panels.tcp_client import TcpClientController
from socket_workbench.panels.tcp_client_state import CertificateReport, Phase, TcpClientState
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench_ui.dialogs.certificate import CertificateDialog
from socket_workbench_ui.dialogs.questions import ask_save_path, finished
from socket_workbench_ui.document_window import in_documents
from socket_workbench_ui.panels.tcp_client import TcpClientPanel, TcpClientParts
from socket_workbench_ui.wired.panel import PanelKit
from socket_workbench_ui.wired.talk_panel import TalkPanel


class TcpClient(TalkPanel[TcpClientController, TcpClientState]):
    """A TCP client panel that works; implements the controller's view."""

    def __init__(self, kit: PanelKit, entry: TcpClientEntry) -> None:
        super().__init__(kit, entry, TcpClientState())
        parts = TcpClientParts(conversation=self.conversation, composer=self.composer)
        self._page = TcpClientPanel(kit.looks, parts)
        scope = self.scope.child()
        self.controller = TcpClientController(kit.app, self, scope, title=entry.title)
        self.page.show_fields(entry)
        self._connect()
        self.controller.trust.load(entry.tls)
        self.controller.reconnect_changed(entry.reconnect)
        self.controller.start(self.page.options())

    @property
    @override
    def page(self) -> TcpClientPanel:
        return self._page

    @property
    @override
    def is_open(self) -> bool:
        return self._state.phase in (Phase.OPEN, Phase.WAITING)

    @override
    def show_state(self, state: TcpClientState) -> None:
        before = self._state
        super().show_state(state)
        if state.phase is Phase.OPEN and before.phase is not Phase.OPEN and state.endpoint:
            host, port = state.endpoint.host, state.endpoint.port
            self.host_used.emit(target_text(host, port, is_secure=self.page.tls().is_on))

    @override
    def draw(self, state: TcpClientState) -> None:
        self.page.show_state(state)

    async def ask_trust(self, report: CertificateReport) -> bool:
        """Show a certificate; true when the user trusts it from now on."""
        dialog = CertificateDialog(report, self._kit.looks, self.page)
        dialog.save_requested.connect(self.controller.save_certificate_requested)
        return await finished(dialog) == CertificateDialog.DialogCode.Accepted.value

    async def ask_certificate_path(self, suggested: Path) -> Path | None:
        """Ask where to save a certificate; `None` when the user thinks better of it."""
        return await ask_save_path(
            QApplication.activeModalWidget() or self.page.window(),
            self.tr("Save certificate"),
            in_documents(suggested),
            name_filter=self.tr("Certificates (*.pem)"),
        )

    @override
    def entry(self) -> TcpClientEntry:
        return self.with_talk(self.page.fields(self.title))

    @override
    def show_history(self, hosts: Sequence[str]) -> None:
        self.page.show_history(list(hosts))

    @override
    def focus_address(self) -> None:
        self.page.focus_address()

    @override
    def begin(self) -> None:
        self.page.request_connect()

    @override
    def end(self) -> None:
        self.page.request_disconnect()

    @override
    def toggle_pause(self) -> None:
        self.page.toggle_pause()

    def _connect(self) -> None:
        page, controller = self.page, self.controller
        page.connect_requested.connect(controller.connect_requested)
        page.reconnect_requested.connect(controller.reconnect_requested)
        page.disconnect_requested.connect(controller.disconnect_requested)
        page.pause_requested.connect(controller.pause_requested)
        page.options_changed.connect(controller.options_changed)
        page.cancel_file_requested.connect(controller.cancel_file_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)
        page.tls_changed.connect(controller.trust.settings_changed)
        page.reconnect_changed.connect(controller.reconnect_changed)
        page.certificate_requested.connect(controller.certificate_requested)
        page.distrust_requested.connect(controller.trust.distrust)
        page.disconnect_requested.connect(self.stop_repeat)

    @override
    async def send_once(self, data: bytes) -> bool:
        return await self.controller.send(data)

    @override
    def send_data(self, data: bytes) -> None:
        self.controller.send_requested(data)

    @override
    def send_file(self, path: Path) -> None:
        self.controller.send_file_requested(path)
