"""The options of a TCP client socket, as the API takes them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from socket_workbench.panels.tcp_client_state import TcpClientOptions
from socket_workbench_ui.widgets.fields import (
    INT32_MAX,
    SPIN_WIDTH_PX,
    buffer_size_spin,
    hint,
    set_up_spin,
    together,
)
from socket_workbench_ui.widgets.wrap_layout import WrapLayout


class TcpOptions(QWidget):
    """Edits a `TcpClientOptions`; tells a change when it is complete, not at every key."""

    changed = Signal(TcpClientOptions)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._buffer_size = QLineEdit(), buffer_size_spin()
        self._persistent = QCheckBox(self.tr("persistent"))
        self._keep_alive = QCheckBox(self.tr("keep-alive"))
        self._delay, self._no_delay = QSpinBox(), QCheckBox(self.tr("no-delay"))
        self._told = TcpClientOptions()
        self._name_fields()
        self._set_up_spins()
        self._lay_out()
        self._connect_fields()

    def options(self) -> TcpClientOptions:
        """What the fields say now."""
        return TcpClientOptions(
            name=self._name.text(),
            persistent=self._persistent.isChecked(),
            buffer_size=self._buffer_size.value() or None,
            keep_alive=self._keep_alive.isChecked(),
            keep_alive_delay_s=self._delay.value(),
            no_delay=self._no_delay.isChecked(),
        )

    def show_options(self, options: TcpClientOptions) -> None:
        """Fill the fields in; tells nobody."""
        fields = (
            self._persistent,
            self._buffer_size,
            self._keep_alive,
            self._delay,
            self._no_delay,
        )
        blockers = [QSignalBlocker(field) for field in fields]
        self._name.setText(options.name)
        self._persistent.setChecked(options.persistent)
        self._buffer_size.setValue(options.buffer_size or 0)
        self._keep_alive.setChecked(options.keep_alive)
        self._delay.setValue(options.keep_alive_delay_s)
        self._no_delay.setChecked(options.no_delay)
        for blocker in blockers:
            blocker.unblock()
        self._told = options
        self._delay.setEnabled(options.keep_alive)

    def _name_fields(self) -> None:
        for field, name, accessible, tip in (
            (self._name, "nameEdit", self.tr("Socket name"), self.tr("name: for your own use")),
            (
                self._persistent,
                "persistentCheck",
                self.tr("Persistent"),
                self.tr("persistent: the socket stays open when the app is suspended"),
            ),
            (
                self._buffer_size,
                "bufferSizeSpin",
                self.tr("Buffer size"),
                self.tr("bufferSize: the most bytes that one onReceive brings"),
            ),
            (
                self._keep_alive,
                "keepAliveCheck",
                self.tr("Keep-alive"),
                self.tr("setKeepAlive: ask an idle far side now and then whether it is there"),
            ),
            (
                self._delay,
                "keepAliveDelaySpin",
                self.tr("Keep-alive delay"),
                self.tr("delay of setKeepAlive: seconds of silence before the first question"),
            ),
            (
                self._no_delay,
                "noDelayCheck",
                self.tr("No-delay"),
                self.tr("setNoDelay: send small pieces at once, without Nagle's algorithm"),
            ),
        ):
            field.setObjectName(name)
            field.setAccessibleName(accessible)
            field.setToolTip(tip)

    def _set_up_spins(self) -> None:
        self._name.setPlaceholderText(self.tr("none"))
        self._name.setMinimumWidth(SPIN_WIDTH_PX)
        # The API refuses more than 32767 s; that can be tried here, and is told.
        self._delay.setRange(0, INT32_MAX)
        self._delay.setSpecialValueText(self.tr("system's delay"))
        self._delay.setPrefix(self.tr("after "))
        self._delay.setSuffix(self.tr(" s"))
        self._delay.setEnabled(False)
        set_up_spin(self._delay)

    def _lay_out(self) -> None:
        row = WrapLayout(self)
        row.addWidget(together(hint(self.tr("name"), self._name), self._name))
        row.addWidget(self._persistent)
        buffer_label = hint(self.tr("bufferSize"), self._buffer_size)
        row.addWidget(together(buffer_label, self._buffer_size))
        row.addWidget(together(self._keep_alive, self._delay))
        row.addWidget(self._no_delay)

    def _connect_fields(self) -> None:
        self._name.editingFinished.connect(self._tell)
        self._keep_alive.toggled.connect(self._delay.setEnabled)
        for check in (self._persistent, self._keep_alive, self._no_delay):
            check.toggled.connect(self._tell)
        for spin in (self._buffer_size, self._delay):
            spin.valueChanged.connect(self._tell)

    def _tell(self) -> None:
        options = self.options()
        if options != self._told:
            self._told = options
            self.changed.emit(options)
