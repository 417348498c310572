"""One TCP client: panel, controller, conversation and composer, put together and kept."""

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from socket_workbench.capture.store import Capture
from socket_workbench.capture.window import RowWindow
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.panels.composer import ComposedFile, Payload
from socket_workbench.panels.tcp_client import TcpClientController
from socket_workbench.panels.tcp_client_state import Phase, TcpClientState
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.models.conversation import ConversationModel, DataForm
from socket_workbench_ui.panels.tcp_client import TcpClientPanel, TcpClientParts
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.conversation_view import ConversationView


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelKit:
    """What every panel is made with."""

    app: ChromeApp
    capture: Capture
    looks: Looks
    scope: TaskScope


class TcpClient(QObject):
    """A TCP client panel that works; implements the controller's view."""

    socket_changed = Signal()
    event_selected = Signal(int)
    connected = Signal(str)
    """The host, once a connection to it is open."""

    def __init__(self, kit: PanelKit, entry: TcpClientEntry) -> None:
        super().__init__()
        self.title = entry.title
        self._state = TcpClientState()
        self._scope = kit.scope.child()
        self._sockets: list[int] = []
        rows = RowWindow(kit.capture.path, kit.capture)
        self._rows = ConversationModel(rows, kit.looks)
        self.conversation = ConversationView(self._rows, kit.looks)
        self.composer = Composer(kit.looks)
        parts = TcpClientParts(conversation=self.conversation, composer=self.composer)
        self.page = TcpClientPanel(kit.looks, parts)
        scope = self._scope.child()
        self.controller = TcpClientController(kit.app, self, scope, title=entry.title)
        self._show_entry(entry)
        self._connect()
        self.controller.start(self.page.options())

    @property
    def socket(self) -> int | None:
        """The capture's key of the panel's socket."""
        return self._state.socket

    @property
    def is_open(self) -> bool:
        """Whether the panel is connected."""
        return self._state.phase is Phase.OPEN

    def show_state(self, state: TcpClientState) -> None:
        """Draw the controller's state."""
        before, self._state = self._state, state
        self.page.show_state(state)
        if state.socket != before.socket:
            if state.socket is not None:
                # What was said on a socket that is gone stays part of the conversation.
                self._sockets.append(state.socket)
                self.conversation.show_sockets(self._sockets)
            self.socket_changed.emit()
        if state.phase is Phase.OPEN and before.phase is not Phase.OPEN and state.endpoint:
            self.connected.emit(state.endpoint.host)

    def entry(self) -> TcpClientEntry:
        """The panel as a session keeps it."""
        return replace(
            self.page.fields(self.title),
            composer=self.composer.state(),
            presets=self.composer.presets(),
            view=self._rows.form.value,
        )

    def rename(self, title: str) -> None:
        """Take a new title."""
        self.title = title
        self.page.setProperty("panelName", title)
        self.controller.rename(title)

    def tick(self) -> None:
        """Follow the capture and the socket; called once per frame."""
        self.controller.tick()
        if self.page.isVisible():
            self.conversation.tick()

    async def aclose(self) -> None:
        """Close the panel's socket and end its tasks."""
        await self.controller.aclose()
        await self._scope.aclose()
        self.conversation.close_files()
        self.page.deleteLater()

    def _show_entry(self, entry: TcpClientEntry) -> None:
        self.page.show_fields(entry)
        self.composer.set_state(entry.composer)
        self.composer.set_presets(entry.presets)
        self.conversation.show_form(DataForm(entry.view))

    def _connect(self) -> None:
        page, controller = self.page, self.controller
        page.connect_requested.connect(controller.connect_requested)
        page.reconnect_requested.connect(controller.reconnect_requested)
        page.disconnect_requested.connect(controller.disconnect_requested)
        page.pause_requested.connect(controller.pause_requested)
        page.options_changed.connect(controller.options_changed)
        page.cancel_file_requested.connect(controller.cancel_file_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)
        self.composer.send_requested.connect(self._send)
        self.conversation.event_selected.connect(self.event_selected)

    def _send(self, payload: Payload) -> None:
        if isinstance(payload, ComposedFile):
            self.controller.send_file_requested(Path(payload.path))
        else:
            self.controller.send_requested(payload.data)
