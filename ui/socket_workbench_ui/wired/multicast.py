"""One multicast panel: page, controller, conversation and composer, put together and kept."""

from pathlib import Path

from msgspec.structs import replace
from typing_extensions import override

from socket_workbench.capture.window import RowWindow
from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.composer import ComposedFile, Payload
from socket_workbench.panels.messages import Field
from socket_workbench.panels.multicast import MulticastController
from socket_workbench.panels.multicast_state import MulticastState
from socket_workbench.panels.repeating import Repeater
from socket_workbench.session.udp_entries import MulticastEntry
from socket_workbench_ui.models.conversation import ConversationModel, DataForm
from socket_workbench_ui.panels.multicast import MulticastPanel, MulticastParts
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.conversation_view import ConversationView
from socket_workbench_ui.wired.panel import Panel, PanelKit


class Multicast(Panel):
    """A multicast panel that works; implements the controller's view."""

    def __init__(self, kit: PanelKit, entry: MulticastEntry) -> None:
        super().__init__(kit, entry)
        self._kit = kit
        self._state = MulticastState()
        self._sockets: list[int] = []
        self._adapters: object = None
        rows = RowWindow(kit.capture.path, kit.capture)
        self._rows = ConversationModel(rows, kit.looks)
        self.conversation = ConversationView(self._rows, kit.looks)
        self.composer = Composer(kit.looks, sends_nothing=True)
        parts = MulticastParts(self.conversation, self.composer)
        self._page = MulticastPanel(kit.looks, parts)
        scope = self.scope.child()
        self.controller = MulticastController(kit.app, self, scope, adapters=kit.adapters)
        self._repeater = Repeater(self.scope, send=self._send_one, report=self.composer.show_repeat)
        groups = self.page.show_fields(entry)
        self._show_entry(entry)
        self._connect()
        self.page.show_state(self.controller.state)
        self.controller.start(self.page.options(), groups, entry.title)
        self.controller.target_changed(self.page.strip.target())

    @property
    @override
    def page(self) -> MulticastPanel:
        return self._page

    @property
    @override
    def socket(self) -> int | None:
        return self._state.socket

    @property
    @override
    def is_open(self) -> bool:
        return self._state.is_bound

    def show_state(self, state: MulticastState) -> None:
        """Draw the controller's state."""
        before, self._state = self._state, state
        self.page.show_state(state)
        if new := [key for key in state.sockets if key not in self._sockets]:
            # What was said on sockets that are closed stays part of the conversation.
            self._sockets += new
            self.conversation.show_sockets(self._sockets)
        if state.socket != before.socket:
            self.socket_changed.emit()

    @override
    def entry(self) -> MulticastEntry:
        return replace(
            self.page.fields(self.title),
            composer=self.composer.state(),
            presets=self.composer.presets(),
            view=self._rows.form.value,
        )

    @override
    def owns(self, socket: int) -> bool:
        return socket in self._sockets

    @override
    def rename(self, title: str) -> None:
        super().rename(title)
        self.controller.rename(title)

    @override
    def tick(self) -> None:
        self.controller.peers.poll()
        self.controller.tick()
        adapters = self._kit.adapters()
        if adapters is not self._adapters:
            self._adapters = adapters
            self.page.show_adapters(adapters)
        if self.page.isVisible():
            self.conversation.tick()

    @override
    def focus_address(self) -> None:
        self.page.strip.focus_field(Field.GROUP)

    @override
    def begin(self) -> None:
        self.page.request_begin()

    @override
    def end(self) -> None:
        self.page.close_requested.emit()

    @override
    def toggle_pause(self) -> None:
        self.page.strip.toggle_pause()

    @override
    def send(self) -> None:
        self.composer.send()

    @override
    def open_find(self) -> None:
        self.conversation.open_find()

    @override
    def use_multicast_adapter(self, adapter: Adapter) -> bool:
        self.page.strip.use_adapter(adapter.name)
        return True

    @override
    async def aclose(self) -> None:
        await self.controller.aclose()
        self.conversation.close_files()
        await super().aclose()

    def _show_entry(self, entry: MulticastEntry) -> None:
        self.composer.set_state(entry.composer)
        self.composer.set_presets(entry.presets)
        self.conversation.show_form(DataForm(entry.view))
        self.conversation.show_peer_column(is_shown=True)

    def _connect(self) -> None:
        page, controller = self.page, self.controller
        page.join_requested.connect(controller.join_requested)
        page.begin_requested.connect(controller.begin_requested)
        page.leave_requested.connect(controller.leave_requested)
        page.close_requested.connect(controller.close_requested)
        page.close_requested.connect(self._repeater.stop)
        page.pause_requested.connect(controller.pause_requested)
        page.target_changed.connect(controller.target_changed)
        page.options_changed.connect(controller.options_changed)
        page.cancel_file_requested.connect(controller.cancel_file_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)
        self.composer.send_requested.connect(self._send)
        self.composer.repeat_requested.connect(self._repeater.start)
        self.composer.repeat_stop_requested.connect(self._repeater.stop)
        self.conversation.event_selected.connect(self.event_selected)

    def _send(self, payload: Payload) -> None:
        target = self.page.strip.target()
        if isinstance(payload, ComposedFile):
            self.controller.send_file_requested(Path(payload.path), target)
        else:
            self.controller.send_requested(payload.data, target)

    async def _send_one(self, data: bytes) -> bool:
        return await self.controller.send(data, self.page.strip.target())
