"""The options of a TCP server: those of its socket, and how the clients are treated."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from socket_workbench.panels.tcp_server_state import ClientOptions, ListenOptions
from socket_workbench_ui.widgets.fields import (
    INT32_MAX,
    SPIN_WIDTH_PX,
    buffer_size_spin,
    hint,
    named,
    set_up_spin,
    together,
)
from socket_workbench_ui.widgets.wrap_layout import WrapLayout


class ServerOptions(QWidget):
    """Edits both kinds of options; tells a change when it is complete, not at every key."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._backlog, self._buffer_size = QLineEdit(), QSpinBox(), buffer_size_spin()
        self._persistent = QCheckBox(self.tr("persistent"))
        self._no_delay = QCheckBox(self.tr("no-delay"))
        self._half_closed = QCheckBox(self.tr("keep half-closed"))
        self._told = (ListenOptions(), ClientOptions())
        self._set_up()
        self._lay_out()
        self._connect_fields()

    def listen_options(self) -> ListenOptions:
        """How to listen, as the fields say now."""
        return ListenOptions(
            backlog=self._backlog.value() or None,
            name=self._name.text(),
            persistent=self._persistent.isChecked(),
        )

    def client_options(self) -> ClientOptions:
        """How to treat clients, as the fields say now."""
        return ClientOptions(
            buffer_size=self._buffer_size.value() or None,
            no_delay=self._no_delay.isChecked(),
            keeps_half_closed=self._half_closed.isChecked(),
        )

    def show_options(self, listen: ListenOptions, clients: ClientOptions) -> None:
        """Fill the fields in; tells nobody."""
        checks = (self._persistent, self._no_delay, self._half_closed)
        blockers = [QSignalBlocker(one) for one in (*checks, self._backlog, self._buffer_size)]
        self._name.setText(listen.name)
        self._persistent.setChecked(listen.persistent)
        self._backlog.setValue(listen.backlog or 0)
        self._buffer_size.setValue(clients.buffer_size or 0)
        self._no_delay.setChecked(clients.no_delay)
        self._half_closed.setChecked(clients.keeps_half_closed)
        for blocker in blockers:
            blocker.unblock()
        self._told = (listen, clients)

    def _name_socket_fields(self) -> None:
        named(self._name, "nameEdit", self.tr("Socket name"), self.tr("name: for your own use"))
        named(
            self._persistent,
            "persistentCheck",
            self.tr("Persistent"),
            self.tr("persistent: the socket stays open when the app is suspended"),
        )
        named(
            self._backlog,
            "backlogSpin",
            self.tr("Backlog"),
            self.tr("backlog of listen: how many connections may wait to be accepted"),
        )

    def _name_client_fields(self) -> None:
        named(
            self._buffer_size,
            "bufferSizeSpin",
            self.tr("Buffer size"),
            self.tr("bufferSize of the clients' sockets: the most bytes of one onReceive"),
        )
        named(
            self._no_delay,
            "noDelayCheck",
            self.tr("No-delay"),
            self.tr("setNoDelay for each client: send small pieces at once; not with TLS"),
        )
        named(
            self._half_closed,
            "halfClosedCheck",
            self.tr("Keep half-closed"),
            self.tr(
                "Stay connected to a client that has closed its side, to send it more; otherwise "
                "it is closed here as well once all answers have left"
            ),
        )

    def _set_up(self) -> None:
        self._name_socket_fields()
        self._name_client_fields()
        self._name.setPlaceholderText(self.tr("none"))
        self._name.setMinimumWidth(SPIN_WIDTH_PX)
        self._backlog.setRange(0, INT32_MAX)
        self._backlog.setSpecialValueText(self.tr("default"))
        set_up_spin(self._backlog)

    def _lay_out(self) -> None:
        row = WrapLayout(self)
        row.addWidget(together(hint(self.tr("name"), self._name), self._name))
        row.addWidget(self._persistent)
        row.addWidget(together(hint(self.tr("backlog"), self._backlog), self._backlog))
        row.addWidget(together(hint(self.tr("bufferSize"), self._buffer_size), self._buffer_size))
        row.addWidget(self._no_delay)
        row.addWidget(self._half_closed)

    def _connect_fields(self) -> None:
        self._name.editingFinished.connect(self._tell)
        for check in (self._persistent, self._no_delay, self._half_closed):
            check.toggled.connect(self._tell)
        for spin in (self._backlog, self._buffer_size):
            spin.valueChanged.connect(self._tell)

    def _tell(self) -> None:
        options = (self.listen_options(), self.client_options())
        if options != self._told:
            self._told = options
            self.changed.emit()
