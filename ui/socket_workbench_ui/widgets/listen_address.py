"""The address strip of a server: where to listen, whether with TLS, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPushButton, QWidget

from socket_workbench.panels.certificates import fingerprint_text
from socket_workbench.panels.listen_targets import OfferedAddress, offered_addresses
from socket_workbench.panels.messages import Field
from socket_workbench.panels.tcp_server_state import ServerPhase, TcpServerState
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.fields import growing, in_a_row, labelled, make_room
from socket_workbench_ui.widgets.options_button import OptionsButton
from socket_workbench_ui.widgets.pause_button import PauseButton
from socket_workbench_ui.widgets.port_spin import PORT_WIDTH_PX, PortSpin
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

ADDRESS_WIDTH_PX = 150


class ListenAddress(QWidget):
    """Draws the part of a `TcpServerState` that is about listening."""

    listen_requested = Signal(str, str)
    """Address and port as typed."""
    stop_requested = Signal()
    pause_requested = Signal(bool)
    addresses_wanted = Signal()
    """The list of addresses is about to be opened; `show_addresses` may bring it up to date."""
    certificate_wanted = Signal()
    edited = Signal()

    def __init__(self, looks: Looks, answers: QWidget, parent: QWidget | None = None) -> None:
        """Make a strip.

        Args:
            looks: The theme.
            answers: What chooses the answers; it has its place before the buttons.
            parent: As everywhere in Qt.
        """
        super().__init__(parent)
        self._looks = looks
        self._state = TcpServerState()
        self._typed_port: int | None = 0
        """What the user wants, while the field shows the port that the system chose."""
        self._is_filling = False
        self._address, self._port = QLineEdit(), PortSpin(lowest=0)
        self._offers = QMenu(self)
        self._open_offers = QAction(self.tr("Addresses of this machine"), self)
        self.tls, self._certificate = QCheckBox(self.tr("TLS")), QPushButton()
        self.options_button = OptionsButton(
            looks,
            self.tr("Name, persistent and backlog of the socket, and how clients are treated"),
        )
        self._pause = PauseButton(
            looks,
            self.tr(
                "Accept no further connections; one that is on its way may still come (Ctrl+P)"
            ),
            self.tr("Accept connections again (Ctrl+P)"),
        )
        self._listen = QPushButton()
        self._set_up_fields()
        self._set_up_buttons()
        self._lay_out(answers)
        self.show_addresses(offered_addresses(()))
        looks.changed.connect(self._draw)
        self._draw()

    @property
    def address(self) -> str:
        """The address as typed."""
        return self._address.text()

    @property
    def port(self) -> int | None:
        """The port that the user wants, 0 for any; `None` while the field holds none."""
        return self._typed_port

    def show_target(self, address: str, port: int | None, *, is_tls: bool) -> None:
        """Fill the fields in."""
        self._is_filling = True
        self._address.setText(address)
        self._port.set_value(port)
        self.tls.setChecked(is_tls)
        self._typed_port = port
        self._is_filling = False
        self._draw()

    def show_addresses(self, offered: Sequence[OfferedAddress]) -> None:
        """Offer these addresses."""
        self._offers.clear()
        for one in offered:
            action = self._offers.addAction(self._offer_text(one))
            action.setData(one.address)

    def show_state(self, state: TcpServerState) -> None:
        """Make fields and buttons agree with `state`."""
        self._state = state
        is_busy = state.phase is not ServerPhase.IDLE
        # Read-only, not disabled: where it listens can still be selected and copied.
        self._address.setReadOnly(is_busy)
        self._port.setReadOnly(is_busy)
        self._show_port()
        field = state.wrong_field
        for widget, own in (
            (self._address, Field.ADDRESS),
            (self._certificate, Field.CERTIFICATE),
        ):
            self._mark(widget, is_invalid=field is own)
        is_no_port = bool(self._port.text()) and self._port.value() is None
        self._mark(self._port, is_invalid=field is Field.PORT or is_no_port)
        self._draw()

    def focus_field(self, field: Field = Field.ADDRESS) -> None:
        """Put the cursor into a field, with what stands there selected."""
        if field is Field.CERTIFICATE:
            self._certificate.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        edit = self._port if field is Field.PORT else self._address
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def request_listen(self) -> None:
        """Ask to listen where it is typed; where it listens already, once more."""
        if self._state.is_listening:
            port = self._state.local.port if self._state.local else self._typed_port
            self.listen_requested.emit(self.address, str(port))
        elif self._state.phase is ServerPhase.IDLE:
            self.listen_requested.emit(self.address, self._port.text())

    def toggle_pause(self) -> None:
        """Ask for what the pause button says."""
        if self._state.is_listening:
            self.pause_requested.emit(not self._state.is_paused)

    def _show_port(self) -> None:
        """The chosen port while listening, the wanted one again afterwards."""
        self._is_filling = True
        if self._state.local is not None:
            self._port.set_value(self._state.local.port)
        elif self._state.phase is ServerPhase.IDLE and self._typed_port is not None:
            self._port.set_value(self._typed_port)
        self._is_filling = False

    def _set_up_fields(self) -> None:
        self._address.setObjectName("addressEdit")
        self._address.setAccessibleName(self.tr("Address to listen on"))
        self._address.setPlaceholderText(self.tr("127.0.0.1, 0.0.0.0, ::1"))
        self._address.setMinimumWidth(ADDRESS_WIDTH_PX)
        self._address.textEdited.connect(self._take_edit)
        self._address.returnPressed.connect(self.request_listen)
        self._open_offers.setShortcut(QKeySequence("Alt+Down"))
        self._open_offers.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._open_offers.setObjectName("offerAddresses")
        self._open_offers.triggered.connect(self._show_offers)
        self._address.addAction(self._open_offers, QLineEdit.ActionPosition.TrailingPosition)
        self._offers.setObjectName("addressMenu")
        self._offers.triggered.connect(self._take_offer)
        self._port.setFixedWidth(PORT_WIDTH_PX)
        self._port.changed.connect(self._take_port)
        self._port.returnPressed.connect(self.request_listen)
        self.tls.setObjectName("tlsCheck")
        self.tls.setAccessibleName(self.tr("TLS"))
        self.tls.setToolTip(self.tr("Secure the connections of clients that come (setTls)"))
        self.tls.toggled.connect(self._take_tls)

    def _set_up_buttons(self) -> None:
        self._certificate.setObjectName("certificateButton")
        self._certificate.setText(self.tr("Certificate…"))
        self._certificate.clicked.connect(self.certificate_wanted)
        self._pause.clicked.connect(self.toggle_pause)
        self._listen.setObjectName("listenButton")
        self._listen.setProperty("role", "primary")
        self._listen.clicked.connect(self._press_listen)
        make_room(self._listen, self.tr("Listen"), self.tr("Stop"))

    def _lay_out(self, answers: QWidget) -> None:
        row = WrapLayout(self, fills_rows=True)
        row.addWidget(growing(labelled(self.tr("Address"), self._address)))
        row.addWidget(labelled(self.tr("Port"), self._port))
        row.addWidget(in_a_row(self.tls, self._certificate))
        row.addWidget(answers)
        row.addWidget(in_a_row(self.options_button, self._pause, None, self._listen))

    def _offer_text(self, one: OfferedAddress) -> str:
        said = {
            "127.0.0.1": self.tr("this machine only, IPv4"),
            "::1": self.tr("this machine only, IPv6"),
            "0.0.0.0": self.tr("every IPv4 address"),
            "::": self.tr("every address, IPv6 and IPv4"),
        }
        return f"{one.address}   {one.adapter or said.get(one.address, '')}"

    def _show_offers(self) -> None:
        if not self._address.isReadOnly():
            self.addresses_wanted.emit()
            self._offers.popup(self._address.mapToGlobal(self._address.rect().bottomLeft()))

    def _take_offer(self, action: QAction) -> None:
        self._address.setText(action.data())
        self._take_edit()

    def _take_edit(self) -> None:
        self._mark(self._address, is_invalid=False)
        self.edited.emit()

    def _take_port(self) -> None:
        if not self._is_filling:
            self._typed_port = self._port.value()
            self._draw()
            self.edited.emit()

    def _take_tls(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    def _press_listen(self) -> None:
        if self._state.phase is ServerPhase.IDLE:
            self.request_listen()
        else:
            self.stop_requested.emit()

    @staticmethod
    def _mark(widget: QWidget, *, is_invalid: bool) -> None:
        wanted = "true" if is_invalid else "false"
        if widget.property("invalid") != wanted:
            widget.setProperty("invalid", wanted)
            widget.style().polish(widget)

    def _draw(self) -> None:
        is_idle = self._state.phase is ServerPhase.IDLE
        can_press = not is_idle or self._port.value() is not None
        self._listen.setText(self.tr("Listen") if is_idle else self.tr("Stop"))
        self._listen.setIcon(self._looks.icon("server" if is_idle else "square", "on_accent"))
        self._listen.setEnabled(can_press)
        self._listen.setToolTip(
            self._listen_tip(is_idle=is_idle) if can_press else self._port.message()
        )
        self._pause.show_pause(
            is_paused=self._state.is_paused, is_possible=self._state.is_listening
        )
        self._certificate.setToolTip(self._certificate_tip())
        self._open_offers.setIcon(self._looks.icon("chevron-down", "muted"))
        self._open_offers.setEnabled(not self._address.isReadOnly())
        tip = self.tr("The address to listen on; Alt+↓ offers those of this machine")
        fixed = self.tr("Stop first to change it (Shift+F5)")
        self._address.setToolTip(tip if is_idle else f"{tip}\n{fixed}")

    def _certificate_tip(self) -> str:
        tip = self.tr(
            "Generate a certificate for tests, or choose files of your own; see what it says"
        )
        facts = self._state.certificate
        if facts is None:
            return tip
        until = facts.valid_until.strftime("%Y-%m-%d")
        said = self.tr("In use: {title}, valid until {date}\nSHA-256 {fingerprint}")
        fingerprint = fingerprint_text(facts.sha256)
        return f"{tip}\n{said.format(title=facts.title, date=until, fingerprint=fingerprint)}"

    def _listen_tip(self, *, is_idle: bool) -> str:
        if is_idle:
            return self.tr("Listen for connections (F5); port 0 takes any free one")
        if self._state.local is None:
            return self.tr("Stop (Shift+F5)")
        where = peer_text(self._state.local.host, self._state.local.port)
        return self.tr("Stop listening on {where} (Shift+F5); clients stay connected").format(
            where=where
        )
