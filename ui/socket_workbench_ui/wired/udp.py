"""One UDP panel: page, controller, peers, conversation and composer, put together and kept."""

from collections.abc import Sequence
from pathlib import Path

from typing_extensions import override

from socket_workbench.net.adapters import Adapter
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.composer import Payload
from socket_workbench.panels.datagram_notices import check_peer
from socket_workbench.panels.datagram_peers import Peer
from socket_workbench.panels.messages import Field
from socket_workbench.panels.targets import remembered_hosts
from socket_workbench.panels.udp import UdpController
from socket_workbench.panels.udp_state import UdpState
from socket_workbench.session.udp_entries import UdpEntry
from socket_workbench_ui.models.peers import PeerModel
from socket_workbench_ui.panels.udp import UdpPanel, UdpParts
from socket_workbench_ui.widgets.peer_list import PeerList
from socket_workbench_ui.wired.panel import PanelKit
from socket_workbench_ui.wired.talk_panel import TalkPanel


class Udp(TalkPanel[UdpController, UdpState]):
    """A UDP panel that works; implements the controller's view."""

    def __init__(self, kit: PanelKit, entry: UdpEntry) -> None:
        super().__init__(kit, entry, UdpState(), sends_nothing=True)
        self._names: frozenset[str] = frozenset()
        scope = self.scope.child()
        self.controller = UdpController(kit.app, self, scope, title=entry.title)
        self._peer_rows = PeerModel(self.controller.peers, kit.looks)
        self._peers = PeerList(self._peer_rows, kit.looks)
        parts = UdpParts(self._peers, self.conversation, self.composer)
        self._page = UdpPanel(kit.looks, parts)
        self.page.show_fields(entry)
        self.conversation.show_peer_column(is_shown=True)
        self._connect()
        self.controller.start(self.page.options())

    @property
    @override
    def page(self) -> UdpPanel:
        return self._page

    @property
    @override
    def is_open(self) -> bool:
        return self._state.is_bound

    @override
    def draw(self, state: UdpState) -> None:
        self.page.show_state(state)

    @override
    def entry(self) -> UdpEntry:
        return self.with_talk(self.page.fields(self.title))

    @override
    def tick_page(self) -> None:
        self._peers.tick()
        self._narrow()
        super().tick_page()

    @override
    def show_adapters(self, adapters: tuple[Adapter, ...]) -> None:
        self.page.show_adapters(adapters)

    @override
    def show_history(self, hosts: Sequence[str]) -> None:
        self.page.strip.show_history(remembered_hosts(hosts))

    @override
    def focus_address(self) -> None:
        self.page.strip.focus_field(Field.ADDRESS)

    @override
    def begin(self) -> None:
        self.page.request_bind()

    @override
    def end(self) -> None:
        self.page.unbind_requested.emit()

    @override
    def toggle_pause(self) -> None:
        self.page.strip.toggle_pause()

    @override
    def use_bind_address(self, address: str) -> bool:
        if self.is_open:
            return False
        self.page.strip.show_address(address)
        return True

    def _connect(self) -> None:
        page, controller = self.page, self.controller
        page.bind_requested.connect(controller.bind_requested)
        page.rebind_requested.connect(controller.rebind_requested)
        page.unbind_requested.connect(controller.unbind_requested)
        page.unbind_requested.connect(self.stop_repeat)
        page.pause_requested.connect(controller.pause_requested)
        page.options_changed.connect(controller.options_changed)
        page.cancel_file_requested.connect(controller.cancel_file_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)
        self._peers.peers_chosen.connect(self._choose)

    @override
    def send_payload(self, payload: Payload) -> None:
        target = self.page.strip.target()
        if isinstance(check_peer(target.host, target.port), Endpoint):
            self.host_used.emit(target.host.strip())
        super().send_payload(payload)

    @override
    def send_data(self, data: bytes) -> None:
        self.controller.send_requested(data, self.page.strip.target(), self.page.strip.local())

    @override
    def send_file(self, path: Path) -> None:
        self.controller.send_file_requested(path, self.page.strip.target(), self.page.strip.local())

    @override
    async def send_once(self, data: bytes) -> bool:
        return await self.controller.send(data, self.page.strip.target(), self.page.strip.local())

    def _choose(self, peers: list[Peer]) -> None:
        if len(peers) == 1 and peers[0].address:
            self.page.strip.show_target(peers[0].address, peers[0].port)
        self._narrow()

    def _narrow(self) -> None:
        """Show the chosen peers' datagrams, by all names that they have by now."""
        names = frozenset(name for peer in self._peers.chosen() for name in peer.names)
        if names != self._names:
            self._names = names
            self.conversation.show_peers(sorted(names))
