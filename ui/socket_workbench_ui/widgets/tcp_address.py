"""The address strip of a TCP client: host, port, DNS choice, and what can be done with them."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from socket_workbench.chrome.types import QueryType
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field
from socket_workbench.panels.targets import parse_target_text
from socket_workbench.panels.tcp_client_state import AT_REST, Phase, TcpClientState
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.dns_choice import DnsChoice
from socket_workbench_ui.widgets.fields import growing, in_a_row, labelled, make_room
from socket_workbench_ui.widgets.host_edit import HostEdit
from socket_workbench_ui.widgets.options_button import OptionsButton
from socket_workbench_ui.widgets.pause_button import PauseButton
from socket_workbench_ui.widgets.port_spin import PORT_WIDTH_PX, PortSpin
from socket_workbench_ui.widgets.wrap_layout import WrapLayout


class TcpAddress(QWidget):
    """Draws the part of a `TcpClientState` that is about the connection."""

    secure_changed = Signal(bool)

    connect_requested = Signal(str, str, str)
    """Host and port as typed, and the DNS choice."""
    disconnect_requested = Signal()
    """End the connection, or the attempt to get one."""
    pause_requested = Signal(bool)
    edited = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._state = TcpClientState()
        self._is_filling = False
        self._host, self._port, self._dns = HostEdit(), PortSpin(lowest=1), DnsChoice()
        self._tls = QCheckBox(self.tr("TLS"))
        self.options_button = OptionsButton(
            looks, self.tr("Options of the socket, of TLS, and of coming back by itself")
        )
        self._pause = PauseButton(
            looks, self.tr("Stop receiving; unread data waits at the far side (Ctrl+P)")
        )
        self._connect = QPushButton()
        self._set_up_fields()
        self._set_up_buttons()
        self._lay_out()
        looks.changed.connect(self._draw)
        self._draw()

    @property
    def host(self) -> str:
        """The host as typed."""
        return self._host.text()

    @property
    def port(self) -> int | None:
        """The port; `None` while the field holds none."""
        return self._port.value()

    @property
    def dns(self) -> QueryType:
        """`any`, `ipv4` or `ipv6`."""
        return self._dns.dns

    @property
    def is_secure(self) -> bool:
        """Whether the connection is to be TLS."""
        return self._tls.isChecked()

    def show_secure(self, is_secure: bool) -> None:
        """Fill in whether the connection is to be TLS; tells nobody."""
        blocker = QSignalBlocker(self._tls)
        self._tls.setChecked(is_secure)
        blocker.unblock()

    def show_target(self, host: str, port: int | None, dns: QueryType) -> None:
        """Fill the fields in."""
        self._is_filling = True
        self._host.setText(host)
        self._port.set_value(port)
        self._dns.choose(dns)
        self._is_filling = False
        self._draw()

    def show_history(self, hosts: Iterable[str]) -> None:
        """Offer these while one types, newest first: hosts, or what `target_text` makes."""
        self._host.show_history(hosts)

    def show_state(self, state: TcpClientState) -> None:
        """Make fields and buttons agree with `state`."""
        self._state = state
        is_busy = state.phase not in AT_REST
        # Read-only, not disabled: what is connected to can still be selected and copied.
        self._host.setReadOnly(is_busy)
        self._port.setReadOnly(is_busy)
        self._dns.setEnabled(not is_busy)
        self._tls.setEnabled(not is_busy)
        self._host.setToolTip(self._host_tip(is_busy=is_busy))
        self._host.mark(is_invalid=state.wrong_field is Field.HOST)
        self._draw()

    def focus_field(self, field: Field) -> None:
        """Put the cursor into a field, with what stands there selected."""
        edit = self._port if field is Field.PORT else self._host
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def request_connect(self) -> None:
        """Ask for a connection to what is typed."""
        self.connect_requested.emit(*self.target())

    def target(self) -> tuple[str, str, QueryType]:
        """Host and port as typed, and the DNS choice."""
        return self._host.text(), self._port.text(), self.dns

    def _set_up_fields(self) -> None:
        self._host.setAccessibleName(self.tr("Host"))
        self._host.setToolTip(self._host_tip(is_busy=False))
        # Later: the field puts the whole suggestion in when it is told the same.
        self._host.suggestions.activated.connect(
            self._take_suggestion, Qt.ConnectionType.QueuedConnection
        )
        self._host.textEdited.connect(self._take_host_edit)
        self._host.returnPressed.connect(self._press_enter)
        self._port.setFixedWidth(PORT_WIDTH_PX)
        self._port.changed.connect(self._take_edit)
        self._port.returnPressed.connect(self._press_enter)
        self._dns.currentIndexChanged.connect(self._take_edit)
        self._tls.setObjectName("tlsCheck")
        self._tls.setAccessibleName(self.tr("TLS"))
        self._tls.setToolTip(
            self.tr("secure: begin TLS once connected; the host is the name to be proved")
        )
        self._tls.toggled.connect(self.secure_changed)
        self._tls.toggled.connect(self._take_edit)

    def _host_tip(self, *, is_busy: bool) -> str:
        tip = self.tr("peerAddress: a host name, or an IPv4 or IPv6 address")
        busy = self.tr("Disconnect first to change it (Shift+F5)")
        return f"{tip}\n{busy}" if is_busy else tip

    def _set_up_buttons(self) -> None:
        self._pause.clicked.connect(self.toggle_pause)
        self._connect.setObjectName("connectButton")
        self._connect.setProperty("role", "primary")
        self._connect.clicked.connect(self._press_connect)
        texts = (self.tr("Connect"), self.tr("Cancel"), self.tr("Disconnect"), self.tr("Reconnect"))
        make_room(self._connect, *texts)

    def _lay_out(self) -> None:
        row = WrapLayout(self, fills_rows=True)
        row.addWidget(growing(labelled(self.tr("Host"), self._host)))
        row.addWidget(labelled(self.tr("Port"), self._port))
        row.addWidget(labelled(self.tr("DNS"), self._dns))
        row.addWidget(self._tls)
        row.addWidget(in_a_row(self.options_button, self._pause, None, self._connect))

    def toggle_pause(self) -> None:
        """Ask for what the pause button says."""
        if self._state.phase is Phase.OPEN:
            self.pause_requested.emit(not self._state.is_paused)

    def _press_connect(self) -> None:
        if self._state.phase not in AT_REST:
            self.disconnect_requested.emit()
        else:
            self.request_connect()

    def _press_enter(self) -> None:
        if self._state.phase in AT_REST:
            self.request_connect()

    def _take_suggestion(self, text: str) -> None:
        """Fill in all that a remembered target says."""
        target = parse_target_text(text)
        if target.port is not None:
            self._host.setText(target.host)
            self._port.set_value(target.port)
            self._tls.setChecked(target.is_secure)

    def _take_host_edit(self) -> None:
        self._host.mark(is_invalid=False)
        self._take_edit()

    def _take_edit(self) -> None:
        if not self._is_filling:
            self._draw()
            self.edited.emit()

    def _draw(self) -> None:
        text, icon, tip = self._connect_face()
        self._connect.setText(text)
        self._connect.setIcon(self._looks.icon(icon, "on_accent"))
        can_press = self._state.phase not in AT_REST or self.port is not None
        self._connect.setEnabled(can_press)
        self._connect.setToolTip(tip if can_press else self._port.message())
        is_open = self._state.phase is Phase.OPEN
        self._pause.show_pause(is_paused=self._state.is_paused, is_possible=is_open)

    def _connect_face(self) -> tuple[str, str, str]:
        match self._state.phase:
            case Phase.WAITING:
                return self.tr("Cancel"), "x", self.tr("Make no further attempt (Shift+F5)")
            case Phase.CONNECTING | Phase.SECURING:
                return self.tr("Cancel"), "x", self.tr("Stop connecting (Shift+F5)")
            case Phase.OPEN:
                tip = self.tr("End the connection (Shift+F5)")
                return self.tr("Disconnect"), "unplug", tip
            case Phase.CLOSED if self._is_same_target():
                tip = self.tr("Connect to the same place again (F5)")
                return self.tr("Reconnect"), "refresh-cw", tip
            case _:
                return self.tr("Connect"), "plug", self.tr("Connect (F5)")

    def _is_same_target(self) -> bool:
        port = self.port
        return port is not None and self._state.endpoint == Endpoint(self.host.strip(), port)
