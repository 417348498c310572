"""What all panels share in which bytes are written and read: conversation, composer, repeat."""

from typing import TypeAlias, TypeVar

from msgspec.structs import replace
from typing_extensions import override

from socket_workbench.capture.window import RowWindow
from socket_workbench.panels.composer import Payload
from socket_workbench.panels.repeating import Repeater
from socket_workbench.session.tcp_entries import TcpClientEntry, TcpServerEntry
from socket_workbench.session.udp_entries import MulticastEntry, UdpEntry
from socket_workbench_ui.models.conversation import ConversationModel, DataForm
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.conversation_view import ConversationView
from socket_workbench_ui.wired.panel import Panel, PanelKit

TalkPanelEntry: TypeAlias = TcpClientEntry | TcpServerEntry | UdpEntry | MulticastEntry
E = TypeVar("E", bound=TalkPanelEntry)


class TalkPanel(Panel):
    """A panel with a conversation and a composer, both as the entry has them."""

    def __init__(
        self, kit: PanelKit, entry: TalkPanelEntry, *, sends_nothing: bool = False
    ) -> None:
        super().__init__(kit, entry)
        self._rows = ConversationModel(RowWindow(kit.capture.path, kit.capture), kit.looks)
        self.conversation = ConversationView(self._rows, kit.looks)
        self.composer = Composer(kit.looks, sends_nothing=sends_nothing)
        self._repeater = Repeater(self.scope, send=self.send_once, report=self.composer.show_repeat)
        self._show_talk(entry)
        self._connect_talk()

    async def send_once(self, data: bytes) -> bool:
        """Send as one round of Repeat, to where Send would; false when that failed."""
        raise NotImplementedError

    def send_payload(self, payload: Payload) -> None:
        """Send what the user composed."""
        raise NotImplementedError

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
    def send(self) -> None:
        self.composer.send()

    @override
    def open_find(self) -> None:
        self.conversation.open_find()

    @override
    async def aclose(self) -> None:
        self.conversation.close_files()
        await super().aclose()

    def _show_talk(self, entry: TalkPanelEntry) -> None:
        self.composer.set_state(entry.composer)
        self.composer.set_presets(entry.presets)
        self.conversation.show_form(DataForm(entry.view))
        self.conversation.show_rows(stamps_gaps=entry.stamps_gaps, joins_chunks=entry.joins_chunks)

    def _connect_talk(self) -> None:
        self.composer.send_requested.connect(self.send_payload)
        self.composer.repeat_requested.connect(self._repeater.start)
        self.composer.repeat_stop_requested.connect(self._repeater.stop)
        self.conversation.event_selected.connect(self.event_selected)
