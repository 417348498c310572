"""The UDP panel: address strip, options, notice, peers and their conversation, composer."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.messages import Field
from socket_workbench.panels.udp_state import UdpLocal, UdpOptions, UdpState
from socket_workbench.session.udp_entries import UdpEntry
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.card import Card
from socket_workbench_ui.widgets.column_scroller import scrolling_column
from socket_workbench_ui.widgets.datagram_options import DatagramOptionFields
from socket_workbench_ui.widgets.dropped_label import DroppedLabel
from socket_workbench_ui.widgets.notice_bar import NoticeBar
from socket_workbench_ui.widgets.talk_splitter import TalkSplitter
from socket_workbench_ui.widgets.transfer_bar import TransferBar
from socket_workbench_ui.widgets.udp_strip import UdpStrip

PEERS_PX, CONVERSATION_PX = 234, 540


@dataclass(frozen=True, slots=True)
class UdpParts:
    """The widgets that a UDP panel does not make itself."""

    peers: QWidget
    conversation: QWidget
    composer: QWidget


class UdpPanel(QWidget):
    """Draws a `UdpState`; every wish of the user leaves as a signal."""

    bind_requested = Signal(UdpLocal)
    rebind_requested = Signal(UdpLocal)
    unbind_requested = Signal()
    pause_requested = Signal(bool)
    options_changed = Signal(UdpOptions)
    cancel_file_requested = Signal()
    notice_dismissed = Signal()
    edited = Signal()
    """A field that a session keeps has changed."""

    def __init__(self, looks: Looks, parts: UdpParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("udpPanel")
        self._state = UdpState()
        self._parts = parts
        self.strip, self._options = UdpStrip(looks), DatagramOptionFields()
        self._bound, self._dropped = QLabel(), DroppedLabel()
        self._notice, self._transfer = NoticeBar(looks), TransferBar(looks)
        self._lay_out()
        self._connect_widgets()
        self.show_state(self._state)

    def show_state(self, state: UdpState) -> None:
        """Make the widgets agree with `state`."""
        before, self._state = self._state, state
        self.strip.show_state(state)
        self._options.show_granted(state.granted_bytes)
        self._notice.show_notice(state.notice)
        self._transfer.show_transfer(state.transfer)
        self._bound.setText(self._bound_text(state))
        self._dropped.show_dropped(state.dropped)
        if state.notice != before.notice and state.wrong_field is not Field.NONE:
            self.strip.focus_field(state.wrong_field)

    def options(self) -> UdpOptions:
        """What the options say now."""
        return UdpOptions(
            **asdict(self._options.options()),
            broadcast=self.strip.broadcast.isChecked(),
            piece_bytes=self._options.piece_bytes,
        )

    def fields(self, title: str) -> UdpEntry:
        """The panel as a session keeps it."""
        options, target = self.options(), self.strip.target()
        port, peer_port = self.strip.ports
        return UdpEntry(
            title=title,
            address=self.strip.local().address,
            port=port,
            peer_host=target.host,
            peer_port=peer_port,
            dns=target.dns,
            name=options.name,
            persistent=options.persistent,
            broadcast=options.broadcast,
            adapter=self._options.adapter.adapter,
            share_port=options.shared,
            piece_bytes=options.piece_bytes,
            buffer_size=options.buffer_size,
            receive_buffer_bytes=options.receive_buffer_bytes,
        )

    def show_fields(self, entry: UdpEntry) -> None:
        """Fill the panel in from a session; binds nothing and tells nobody."""
        self.setProperty("panelName", entry.title)
        self.strip.show_fields(entry)
        self._options.adapter.choose(entry.adapter)
        self._options.show_entry(entry)

    def show_adapters(self, adapters: Iterable[Adapter]) -> None:
        """Offer these and their addresses."""
        adapters = tuple(adapters)
        self.strip.show_adapters(adapters)
        self._options.show_adapters(adapters)

    def request_bind(self) -> None:
        """Bind to what is typed; if bound, once more."""
        if self._state.is_bound:
            self.rebind_requested.emit(self.strip.local())
        else:
            self.strip.press_bind()

    def _bound_text(self, state: UdpState) -> str:
        if state.local is None:
            return self.tr("Not bound; sending binds first.")
        text = self.tr("%1 is bound to %2").replace("%1", state.label)
        return text.replace("%2", peer_text(state.local.host, state.local.port))

    def _lay_out(self) -> None:
        card = Card(self.strip, self._options, self._facts())
        self._options.hide()
        middle = TalkSplitter(
            self._parts.peers, PEERS_PX, self._parts.conversation, CONVERSATION_PX
        )
        middle.setObjectName("peerSplitter")
        rows = (card, self._notice, middle, self._transfer, self._parts.composer)
        scrolling_column(self, *rows).setStretchFactor(middle, 1)

    def _facts(self) -> QWidget:
        self._bound.setObjectName("boundLabel")
        self._bound.setProperty("role", "hint")
        self._bound.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dropped.setToolTip(
            self.tr(
                "Datagrams that came while the kernel's buffer was full; a larger kernel buffer in "
                "the options keeps more"
            )
        )
        facts = QWidget()
        line = QHBoxLayout(facts)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._bound, 1)
        line.addWidget(self._dropped)
        return facts

    def _connect_widgets(self) -> None:
        strip = self.strip
        strip.bind_requested.connect(self.bind_requested)
        strip.unbind_requested.connect(self.unbind_requested)
        strip.pause_requested.connect(self.pause_requested)
        strip.edited.connect(self.edited)
        strip.broadcast_changed.connect(self._tell_options)
        strip.options_button.toggled.connect(self._options.setVisible)
        self._options.changed.connect(self._tell_options)
        self._notice.dismissed.connect(self.notice_dismissed)
        self._transfer.cancel_requested.connect(self.cancel_file_requested)

    def _tell_options(self) -> None:
        self.options_changed.emit(self.options())
        self.edited.emit()
