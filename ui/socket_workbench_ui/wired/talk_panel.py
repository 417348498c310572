"""What all panels share in which bytes are written and read: state, composer, repeat."""

from collections.abc import Sequence
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from msgspec.structs import replace
from typing_extensions import override

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.composer import ComposedFile, Payload
from socket_workbench.panels.panel_state import SocketState
from socket_workbench.panels.repeating import Repeater
from socket_workbench.session.tcp_entries import TcpClientEntry, TcpServerEntry
from socket_workbench.session.udp_entries import MulticastEntry, UdpEntry
from socket_workbench_ui.models.conversation import DataForm
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.wired.conversation_panel import C, ConversationPanel
from socket_workbench_ui.wired.panel import PanelKit

TalkPanelEntry: TypeAlias = TcpClientEntry | TcpServerEntry | UdpEntry | MulticastEntry
E = TypeVar("E", bound=TalkPanelEntry)
S = TypeVar("S", bound=SocketState)


class TalkPanel(ConversationPanel[C], Generic[C, S]):
    """A panel with a conversation and a composer, both as the entry has them.

    It is its controller's view.
    """

    def __init__(
        self, kit: PanelKit, entry: TalkPanelEntry, state: S, *, sends_nothing: bool = False
    ) -> None:
        """Make the conversation and the composer; `state` is what the page shows when it is new."""
        super().__init__(kit, entry)
        self._kit, self._state = kit, state
        self._sockets: list[int] = []
        """All that the panel ever had: what was said on those that are gone stays to be read."""
        self._adapters: tuple[Adapter, ...] | None = None
        self.composer = Composer(kit.looks, sends_nothing=sends_nothing)
        self._repeater = Repeater(self.scope, send=self.send_once, report=self.composer.show_repeat)
        self._show_talk(entry)
        self._connect_talk()

    @property
    @override
    def socket(self) -> int | None:
        return self._state.socket

    @override
    def owns(self, socket: int) -> bool:
        return socket in self._sockets

    def show_state(self, state: S) -> None:
        """Draw the controller's state."""
        before, self._state = self._state, state
        new = [key for key in self.sockets_in(state) if key not in self._sockets]
        self._sockets += new
        self.draw(state)
        self.alert(state.notice, before.notice)
        if new:
            self.show_conversation()
        if state.socket != before.socket:
            self.socket_changed.emit()

    def draw(self, state: S) -> None:
        """Make the page agree with `state`."""
        raise NotImplementedError

    def sockets_in(self, state: S) -> Sequence[int]:
        """The capture's keys of the sockets that the panel has now."""
        return () if state.socket is None else (state.socket,)

    def show_conversation(self) -> None:
        """Show what was said on all sockets that the panel had."""
        self.conversation.show_sockets(self._sockets)

    def show_adapters(self, adapters: tuple[Adapter, ...]) -> None:
        """Offer these."""

    async def send_once(self, data: bytes) -> bool:
        """Send as one round of Repeat, to where Send would; false when that failed."""
        raise NotImplementedError

    def send_data(self, data: bytes) -> None:
        """Send what the user composed, in one call."""
        raise NotImplementedError

    def send_file(self, path: Path) -> None:
        """Send a file, in as many calls as it takes."""
        raise NotImplementedError

    def send_payload(self, payload: Payload) -> None:
        """Send what the user composed."""
        if isinstance(payload, ComposedFile):
            self.send_file(Path(payload.path))
        else:
            self.send_data(payload.data)

    def stop_repeat(self) -> None:
        """End Repeat, if it runs."""
        self._repeater.stop()

    def with_talk(self, entry: E) -> E:
        """The entry, with what conversation and composer hold."""
        return replace(
            entry,
            composer=self.composer.state(),
            presets=self.composer.presets(),
            view=self._rows.form.value,
            stamps_gaps=self._rows.stamps_gaps,
            joins_chunks=self._rows.joins,
        )

    @override
    def tick(self) -> None:
        if (adapters := self._kit.adapters()) is not self._adapters:
            self._adapters = adapters
            self.show_adapters(adapters)
        super().tick()

    @override
    def send(self) -> None:
        self.composer.send()

    def _show_talk(self, entry: TalkPanelEntry) -> None:
        self.composer.set_state(entry.composer)
        self.composer.set_presets(entry.presets)
        self.conversation.show_form(DataForm(entry.view))
        self.conversation.show_rows(stamps_gaps=entry.stamps_gaps, joins_chunks=entry.joins_chunks)

    def _connect_talk(self) -> None:
        self.composer.send_requested.connect(self.send_payload)
        self.composer.repeat_requested.connect(self._repeater.start)
        self.composer.repeat_stop_requested.connect(self._repeater.stop)
