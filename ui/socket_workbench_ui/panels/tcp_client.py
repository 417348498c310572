"""The TCP client panel: address strip, options, notice, conversation, composer."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from socket_workbench.panels.messages import Field
from socket_workbench.panels.tcp_client_state import (
    ON_THE_WAY,
    Phase,
    TcpClientOptions,
    TcpClientState,
)
from socket_workbench.session.tcp_entries import (
    ClientTlsEntry,
    ReconnectEntry,
    TcpClientEntry,
    TrustedEntry,
)
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.card import Card
from socket_workbench_ui.widgets.column_scroller import scrolling_column
from socket_workbench_ui.widgets.long_words import shortened
from socket_workbench_ui.widgets.notice_bar import NoticeBar
from socket_workbench_ui.widgets.option_tabs import OptionTabs
from socket_workbench_ui.widgets.reconnect_options import ReconnectOptions
from socket_workbench_ui.widgets.retry_bar import RetryBar
from socket_workbench_ui.widgets.tcp_address import TcpAddress
from socket_workbench_ui.widgets.tcp_options import TcpOptions
from socket_workbench_ui.widgets.tls_options import TlsOptions
from socket_workbench_ui.widgets.transfer_bar import TransferBar

BUSY_AFTER_MS = 500
"""What takes longer shows that it is under way; a connect that is quick must not flicker."""

LEAST_CONVERSATION_PX = 110
"""Its bar, its headings and a row."""


@dataclass(frozen=True, slots=True)
class TcpClientParts:
    """The widgets that a TCP client panel does not make itself."""

    conversation: QWidget
    composer: QWidget


class TcpClientPanel(QWidget):
    """Draws a `TcpClientState`; every wish of the user leaves as a signal."""

    connect_requested = Signal(str, str, str)
    """Host and port as typed, and the DNS choice."""
    reconnect_requested = Signal(str, str, str)
    disconnect_requested = Signal()
    """End the connection, or the attempt to get one."""
    pause_requested = Signal(bool)
    options_changed = Signal(TcpClientOptions)
    cancel_file_requested = Signal()
    notice_dismissed = Signal()
    tls_changed = Signal(ClientTlsEntry)
    reconnect_changed = Signal(ReconnectEntry)
    certificate_requested = Signal(str, str, str)
    """Host and port as typed, and the DNS choice."""
    distrust_requested = Signal(TrustedEntry)
    edited = Signal()
    """A field that a session keeps has changed."""

    def __init__(self, looks: Looks, parts: TcpClientParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tcpClientPanel")
        self._state = TcpClientState()
        self._parts = parts
        self._address, self._options = TcpAddress(looks), TcpOptions()
        self._tls, self._reconnect = TlsOptions(looks), ReconnectOptions()
        self._option_tabs = OptionTabs(
            (
                (self.tr("Socket"), self._options),
                (self.tr("TLS"), self._tls),
                (self.tr("Reconnect"), self._reconnect),
            )
        )
        self._notice, self._transfer = NoticeBar(looks), TransferBar(looks)
        self._retry = RetryBar(looks)
        self._busy, self._busy_label = QWidget(), QLabel()
        self._busy_timer = QTimer(self)
        self._lay_out()
        self._set_up_busy()
        self._connect_widgets()

    def show_state(self, state: TcpClientState) -> None:
        """Make the widgets agree with `state`."""
        before, self._state = self._state, state
        self._address.show_state(state)
        self._notice.show_notice(state.notice)
        self._transfer.show_transfer(state.transfer)
        self._retry.show_retry(state.retry)
        if state.trusted != before.trusted:
            self._tls.show_trusted(state.trusted)
            self.edited.emit()
        self._show_busy(state)
        if state.notice != before.notice and state.wrong_field is not Field.NONE:
            self._address.focus_field(state.wrong_field)

    def options(self) -> TcpClientOptions:
        """What the options say now."""
        return self._options.options()

    def fields(self, title: str) -> TcpClientEntry:
        """The panel as a session keeps it."""
        options = self._options.options()
        return TcpClientEntry(
            title=title,
            host=self._address.host,
            port=self._address.port,
            dns=self._address.dns,
            name=options.name,
            persistent=options.persistent,
            buffer_size=options.buffer_size,
            keep_alive=options.keep_alive,
            keep_alive_delay_s=options.keep_alive_delay_s,
            no_delay=options.no_delay,
            tls=self.tls(),
            reconnect=self._reconnect.entry(),
        )

    def tls(self) -> ClientTlsEntry:
        """How the connection is to be secured."""
        return self._tls.entry(is_on=self._address.is_secure)

    def show_fields(self, entry: TcpClientEntry) -> None:
        """Fill the panel in from a session; connects nothing and tells nobody."""
        self.setProperty("panelName", entry.title)
        self._address.show_target(entry.host, entry.port, entry.dns)
        self._address.show_secure(entry.tls.is_on)
        self._tls.show_entry(entry.tls)
        self._reconnect.show_entry(entry.reconnect)
        self._options.show_options(
            TcpClientOptions(
                name=entry.name,
                persistent=entry.persistent,
                buffer_size=entry.buffer_size,
                keep_alive=entry.keep_alive,
                keep_alive_delay_s=entry.keep_alive_delay_s,
                no_delay=entry.no_delay,
            )
        )

    def show_history(self, hosts: list[str]) -> None:
        """Offer these hosts while one is typed."""
        self._address.show_history(hosts)

    def focus_address(self) -> None:
        """Put the cursor into the host."""
        self._address.focus_field(Field.HOST)

    def request_connect(self) -> None:
        """Connect to what is typed; if connected, once more."""
        if self._state.phase is Phase.OPEN:
            self.reconnect_requested.emit(*self._address.target())
        else:
            self._address.request_connect()

    def request_disconnect(self) -> None:
        """End the connection, or the attempt to get one."""
        self.disconnect_requested.emit()

    def toggle_pause(self) -> None:
        """Pause or resume receiving."""
        self._address.toggle_pause()

    def _lay_out(self) -> None:
        card = Card(self._address, self._option_tabs, self._busy, self._retry)
        self._option_tabs.hide()
        self._parts.conversation.setMinimumHeight(LEAST_CONVERSATION_PX)
        rows = (card, self._notice, self._parts.conversation, self._transfer, self._parts.composer)
        scrolling_column(self, *rows).setStretchFactor(self._parts.conversation, 1)

    def _set_up_busy(self) -> None:
        self._busy.setObjectName("connectingBar")
        self._busy_label.setObjectName("connectingLabel")
        self._busy_label.setProperty("role", "hint")
        self._busy_label.setWordWrap(True)
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setFixedHeight(4)
        progress.setAccessibleName(self.tr("Connecting"))
        column = QVBoxLayout(self._busy)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._busy_label)
        column.addWidget(progress)
        self._busy.hide()
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._busy.show)

    def _connect_widgets(self) -> None:
        self._address.connect_requested.connect(self.connect_requested)
        self._address.disconnect_requested.connect(self.disconnect_requested)
        self._address.pause_requested.connect(self.pause_requested)
        self._address.edited.connect(self.edited)
        self._address.options_button.toggled.connect(self._option_tabs.setVisible)
        self._options.changed.connect(self.options_changed)
        self._options.changed.connect(self.edited)
        self._notice.dismissed.connect(self.notice_dismissed)
        self._transfer.cancel_requested.connect(self.cancel_file_requested)
        self._retry.try_now_requested.connect(self._address.request_connect)
        self._retry.stop_requested.connect(self.disconnect_requested)
        self._connect_security()

    def _connect_security(self) -> None:
        self._address.secure_changed.connect(self._tell_tls)
        self._tls.changed.connect(self._tell_tls)
        self._tls.certificate_wanted.connect(self._ask_for_certificate)
        self._tls.distrust_wanted.connect(self.distrust_requested)
        self._notice.offer_taken.connect(self._ask_for_certificate)
        self._reconnect.changed.connect(self._tell_reconnect)

    def _tell_tls(self) -> None:
        self.tls_changed.emit(self.tls())
        self.edited.emit()

    def _tell_reconnect(self) -> None:
        self.reconnect_changed.emit(self._reconnect.entry())
        self.edited.emit()

    def _ask_for_certificate(self) -> None:
        self.certificate_requested.emit(*self._address.target())

    def _show_busy(self, state: TcpClientState) -> None:
        if state.phase not in ON_THE_WAY:
            self._busy_timer.stop()
            self._busy.hide()
        elif not self._busy.isVisible() and not self._busy_timer.isActive():
            self._busy_timer.start()
        if state.endpoint is not None:
            text = self.tr("Connecting to {peer}: no answer yet. Cancel ends the attempt.")
            if state.phase is Phase.SECURING:
                text = self.tr("{peer} took the connection; agreeing on TLS. Cancel ends that.")
            peer = peer_text(state.endpoint.host, state.endpoint.port)
            self._busy_label.setText(shortened(text.format(peer=peer)))
