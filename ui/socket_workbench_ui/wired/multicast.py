"""One multicast panel: page, controller, conversation and composer, put together and kept."""

from collections.abc import Sequence
from pathlib import Path

from typing_extensions import override

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.messages import Field
from socket_workbench.panels.multicast import MulticastController
from socket_workbench.panels.multicast_state import MulticastState
from socket_workbench.session.udp_entries import MulticastEntry
from socket_workbench_ui.panels.multicast import MulticastPanel, MulticastParts
from socket_workbench_ui.wired.panel import PanelKit
from socket_workbench_ui.wired.talk_panel import TalkPanel


class Multicast(TalkPanel[MulticastController, MulticastState]):
    """A multicast panel that works; implements the controller's view."""

    def __init__(self, kit: PanelKit, entry: MulticastEntry) -> None:
        super().__init__(kit, entry, MulticastState(), sends_nothing=True)
        parts = MulticastParts(self.conversation, self.composer)
        self._page = MulticastPanel(kit.looks, parts)
        scope = self.scope.child()
        self.controller = MulticastController(kit.app, self, scope, adapters=kit.adapters)
        groups = self.page.show_fields(entry)
        self.conversation.show_peer_column(is_shown=True)
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
    def is_open(self) -> bool:
        return self._state.is_bound

    @override
    def draw(self, state: MulticastState) -> None:
        self.page.show_state(state)

    @override
    def sockets_in(self, state: MulticastState) -> Sequence[int]:
        return state.sockets

    @override
    def entry(self) -> MulticastEntry:
        return self.with_talk(self.page.fields(self.title))

    @override
    def tick(self) -> None:
        self.controller.peers.poll()
        super().tick()

    @override
    def show_adapters(self, adapters: tuple[Adapter, ...]) -> None:
        self.page.show_adapters(adapters)

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
    def use_multicast_adapter(self, adapter: Adapter) -> bool:
        self.page.strip.use_adapter(adapter.name)
        return True

    def _connect(self) -> None:
        page, controller = self.page, self.controller
        page.join_requested.connect(controller.join_requested)
        page.begin_requested.connect(controller.begin_requested)
        page.leave_requested.connect(controller.leave_requested)
        page.close_requested.connect(controller.close_requested)
        page.close_requested.connect(self.stop_repeat)
        page.pause_requested.connect(controller.pause_requested)
        page.target_changed.connect(controller.target_changed)
        page.options_changed.connect(controller.options_changed)
        page.cancel_file_requested.connect(controller.cancel_file_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)

    @override
    def send_data(self, data: bytes) -> None:
        self.controller.send_requested(data, self.page.strip.target())

    @override
    def send_file(self, path: Path) -> None:
        self.controller.send_file_requested(path, self.page.strip.target())

    @override
    async def send_once(self, data: bytes) -> bool:
        return await self.controller.send(data, self.page.strip.target())
