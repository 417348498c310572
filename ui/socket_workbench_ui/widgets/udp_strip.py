"""The address strip of a UDP panel: what to bind to, whom to send to, and the buttons."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.messages import Field
from socket_workbench.panels.udp_state import UdpLocal, UdpState, UdpTarget
from socket_workbench.session.udp_entries import UdpEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.dns_choice import DnsChoice
from socket_workbench_ui.widgets.fields import growing, in_a_row, labelled, make_room
from socket_workbench_ui.widgets.host_edit import HostEdit
from socket_workbench_ui.widgets.local_address import LocalAddress
from socket_workbench_ui.widgets.options_button import OptionsButton
from socket_workbench_ui.widgets.pause_button import PauseButton
from socket_workbench_ui.widgets.port_spin import PORT_WIDTH_PX, PortSpin
from socket_workbench_ui.widgets.wrap_layout import WrapLayout


class UdpStrip(QWidget):
    """Draws the part of a `UdpState` that is about the socket."""

    bind_requested = Signal(UdpLocal)
    unbind_requested = Signal()
    pause_requested = Signal(bool)
    broadcast_changed = Signal()
    edited = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._state = UdpState()
        self._address, self._port = LocalAddress(looks), PortSpin(lowest=0)
        self._host, self._peer_port = HostEdit(), PortSpin(lowest=1)
        self._dns, self.broadcast = DnsChoice(), QCheckBox(self.tr("broadcast"))
        self.options_button = OptionsButton(
            looks,
            self.tr("Name, persistent, bufferSize, the kernel's buffer, adapter and shared port"),
        )
        self._pause = PauseButton(
            looks,
            self.tr("Stop receiving; what comes is kept only while the kernel has room (Ctrl+P)"),
        )
        self._bind = QPushButton()
        self._set_up_fields()
        self._set_up_buttons()
        self._lay_out()
        looks.changed.connect(self._draw)
        self._draw()

    def local(self) -> UdpLocal:
        """What to bind to, as typed."""
        return UdpLocal(self._address.text(), self._port.text())

    def target(self) -> UdpTarget:
        """Where to send to, as typed."""
        return UdpTarget(self._host.text(), self._peer_port.text(), self._dns.dns)

    @property
    def ports(self) -> tuple[int | None, int | None]:
        """Local and far port; `None` where the field holds none."""
        return self._port.value(), self._peer_port.value()

    def show_fields(self, entry: UdpEntry) -> None:
        """Fill the fields in; tells nobody."""
        blocked = (self._address, self._port, self._host, self._peer_port, self._dns)
        blockers = [QSignalBlocker(field) for field in (*blocked, self.broadcast)]
        self._address.setText(entry.address)
        self._host.setText(entry.peer_host)
        self._dns.choose(entry.dns)
        self.broadcast.setChecked(entry.broadcast)
        for blocker in blockers:
            blocker.unblock()
        self._port.set_value(entry.port)
        self._peer_port.set_value(entry.peer_port)
        self._draw()

    def show_address(self, address: str) -> None:
        """Put an address of this machine into its field, if that can be edited now."""
        if not self._state.is_bound:
            self._address.setText(address)
            self.edited.emit()

    def show_target(self, host: str, port: int) -> None:
        """Aim at this peer."""
        self._host.setText(host)
        self._peer_port.set_value(port)
        self.edited.emit()

    def show_adapters(self, adapters: Iterable[Adapter]) -> None:
        """Offer the addresses of these."""
        self._address.show_adapters(adapters)

    def show_history(self, hosts: Sequence[str]) -> None:
        """Offer these hosts while one types."""
        self._host.show_history(hosts)

    def show_state(self, state: UdpState) -> None:
        """Make fields and buttons agree with `state`."""
        self._state = state
        for field in (self._address, self._port):
            field.setReadOnly(state.is_bound)
        self._address.mark(is_invalid=state.wrong_field is Field.ADDRESS)
        self._host.mark(is_invalid=state.wrong_field is Field.HOST)
        self._draw()

    def focus_field(self, field: Field) -> None:
        """Put the cursor into a field, with what stands there selected."""
        fields: dict[Field, QLineEdit] = {
            Field.PORT: self._port,
            Field.HOST: self._host,
            Field.PEER_PORT: self._peer_port,
        }
        edit = fields.get(field, self._address)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def toggle_pause(self) -> None:
        """Ask for what the pause button says."""
        if self._state.is_bound:
            self.pause_requested.emit(not self._state.is_paused)

    def press_bind(self) -> None:
        """Ask for what the bind button says."""
        if self._state.is_bound:
            self.unbind_requested.emit()
        else:
            self.bind_requested.emit(self.local())

    def _set_up_fields(self) -> None:
        self._port.setFixedWidth(PORT_WIDTH_PX)
        self._peer_port.setObjectName("peerPortSpin")
        self._peer_port.setAccessibleName(self.tr("Port to send to"))
        self._peer_port.setFixedWidth(PORT_WIDTH_PX)
        self._port.setAccessibleName(self.tr("Local port"))
        self._host.setAccessibleName(self.tr("Host to send to"))
        self._host.setToolTip(self.tr("address of send: a host name, or an IPv4 or IPv6 address"))
        self.broadcast.setObjectName("broadcastCheck")
        self.broadcast.setToolTip(self.tr("setBroadcast: allow sending to broadcast addresses"))
        self._address.textEdited.connect(self._take_edit)
        self._host.textEdited.connect(self._take_edit)
        for port in (self._port, self._peer_port):
            port.changed.connect(self._take_edit)
        for field in (self._address, self._port):
            field.returnPressed.connect(self._press_enter)
        self._dns.currentIndexChanged.connect(self.edited)
        self.broadcast.toggled.connect(self.broadcast_changed)

    def _set_up_buttons(self) -> None:
        self._pause.clicked.connect(self.toggle_pause)
        self._bind.setObjectName("bindButton")
        self._bind.setProperty("role", "primary")
        self._bind.clicked.connect(self.press_bind)
        make_room(self._bind, self.tr("Bind"), self.tr("Unbind"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        here, there = WrapLayout(fills_rows=True), WrapLayout(fills_rows=True)
        here.addWidget(growing(labelled(self.tr("Bind to"), self._address)))
        here.addWidget(labelled(self.tr("Port"), self._port))
        here.addWidget(in_a_row(self.options_button, self._pause, None, self._bind))
        there.addWidget(growing(labelled(self.tr("Send to"), self._host)))
        there.addWidget(labelled(self.tr("Port"), self._peer_port))
        there.addWidget(labelled(self.tr("DNS"), self._dns))
        there.addWidget(self.broadcast)
        column.addLayout(here)
        column.addLayout(there)

    def _press_enter(self) -> None:
        if not self._state.is_bound:
            self.press_bind()

    def _take_edit(self) -> None:
        self._address.mark(is_invalid=False)
        self._host.mark(is_invalid=False)
        self._draw()
        self.edited.emit()

    def _draw(self) -> None:
        is_bound = self._state.is_bound
        can_press = is_bound or self._port.value() is not None
        tip = self.tr("Close the socket (Shift+F5)") if is_bound else self.tr("Bind (F5)")
        self._bind.setText(self.tr("Unbind") if is_bound else self.tr("Bind"))
        self._bind.setIcon(self._looks.icon("unplug" if is_bound else "plug", "on_accent"))
        self._bind.setEnabled(can_press)
        self._bind.setToolTip(tip if can_press else self._port.message())
        self._pause.show_pause(is_paused=self._state.is_paused, is_possible=is_bound)
        place = self.tr("address of bind: an IP address of this machine")
        fixed = self.tr("Unbind first to change it (Shift+F5)")
        self._address.setToolTip(f"{place}\n{fixed}" if is_bound else place)
