"""The TCP server panel: address strip, options, notice, clients, conversation, composer."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socket_workbench.panels.messages import Field
from socket_workbench.panels.tcp_server_state import ClientOptions, ListenOptions, TcpServerState
from socket_workbench.session.tcp_entries import TcpServerEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.card import Card
from socket_workbench_ui.widgets.client_list import ClientList
from socket_workbench_ui.widgets.column_scroller import scrolling_column
from socket_workbench_ui.widgets.listen_address import ListenAddress
from socket_workbench_ui.widgets.notice_bar import NoticeBar
from socket_workbench_ui.widgets.responder_bar import ResponderBar
from socket_workbench_ui.widgets.server_options import ServerOptions
from socket_workbench_ui.widgets.transfer_bar import TransferBar
from socket_workbench_ui.widgets.turning_splitter import TurningSplitter

LEAST_MIDDLE_PX = 110
"""A bar, headings and a row of the clients and of the conversation beside them."""


@dataclass(frozen=True, slots=True)
class TcpServerParts:
    """The widgets that a TCP server panel does not make itself."""

    clients: ClientList
    conversation: QWidget
    composer: QWidget


class TcpServerPanel(QWidget):
    """Draws a `TcpServerState`; every wish of the user leaves as a signal, of itself or a part."""

    pause_requested = Signal(bool)
    send_all_requested = Signal()
    cancel_file_requested = Signal()
    notice_dismissed = Signal()
    edited = Signal()
    """A field that a session keeps has changed."""

    def __init__(self, looks: Looks, parts: TcpServerParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tcpServerPanel")
        self._state = TcpServerState()
        self._parts = parts
        self.responder = ResponderBar()
        self.address = ListenAddress(looks, self.responder)
        self.options = ServerOptions()
        self._notice, self._transfer = NoticeBar(looks), TransferBar(looks)
        self._send_all = parts.clients.send_all
        self._split = TurningSplitter()
        self._lay_out()
        self._connect_widgets()

    def show_state(self, state: TcpServerState, target: str) -> None:
        """Make the widgets agree with `state`.

        Args:
            state: All but the clients.
            target: Whom the composer sends to, in words.
        """
        before, self._state = self._state, state
        self.address.show_state(state)
        self._parts.clients.show_choice(state.chosen)
        self._notice.show_notice(state.notice)
        self._transfer.show_transfer(state.transfer)
        self._parts.clients.show_target(target)
        self._send_all.setEnabled(state.open_clients > 0)
        if state.notice != before.notice and state.wrong_field is not Field.NONE:
            self.address.focus_field(state.wrong_field)

    def fields(self, title: str) -> TcpServerEntry:
        """The panel as a session keeps it; what its dialogs hold is added by who has them."""
        listen, clients = self.options.listen_options(), self.options.client_options()
        return TcpServerEntry(
            title=title,
            address=self.address.address,
            port=self.address.port,
            backlog=listen.backlog,
            name=listen.name,
            persistent=listen.persistent,
            buffer_size=clients.buffer_size,
            no_delay=clients.no_delay,
            keeps_half_closed=clients.keeps_half_closed,
        )

    def show_fields(self, entry: TcpServerEntry) -> None:
        """Fill the panel in from a session; opens nothing and tells nobody."""
        self.setProperty("panelName", entry.title)
        self.address.show_target(entry.address, entry.port, is_tls=entry.tls.is_on)
        self.responder.show_mode(entry.responder.mode)
        self.options.show_options(
            ListenOptions(backlog=entry.backlog, name=entry.name, persistent=entry.persistent),
            ClientOptions(
                buffer_size=entry.buffer_size,
                no_delay=entry.no_delay,
                keeps_half_closed=entry.keeps_half_closed,
            ),
        )

    def toggle_pause(self) -> None:
        """Pause or resume what has the focus: a client in the list, else accepting."""
        clients = self._parts.clients
        if clients.table.hasFocus() and clients.can_pause():
            clients.toggle_pause()
        else:
            self.address.toggle_pause()

    def _lay_out(self) -> None:
        card = Card(self.address, self.options)
        self.options.hide()
        self._split.add_parts(self._parts.clients, self._parts.conversation)
        self._split.setMinimumHeight(LEAST_MIDDLE_PX)
        rows = (card, self._notice, self._split, self._transfer, self._parts.composer)
        scrolling_column(self, *rows).setStretchFactor(self._split, 1)

    def _connect_widgets(self) -> None:
        self.address.pause_requested.connect(self.pause_requested)
        self.address.edited.connect(self.edited)
        self.address.options_button.toggled.connect(self.options.setVisible)
        self.options.changed.connect(self.edited)
        self._send_all.clicked.connect(self.send_all_requested)
        self._notice.dismissed.connect(self.notice_dismissed)
        self._transfer.cancel_requested.connect(self.cancel_file_requested)
