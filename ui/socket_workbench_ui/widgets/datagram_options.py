"""The options that the sockets of the UDP and of the multicast panel have in common."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QSpinBox, QWidget

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.datagram_socket import DatagramOptions
from socket_workbench.session.udp_entries import MulticastEntry, UdpEntry
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.widgets.adapter_choice import AdapterChoice
from socket_workbench_ui.widgets.fields import (
    INT32_MAX,
    SPIN_WIDTH_PX,
    buffer_size_spin,
    hint,
    set_up_spin,
    together,
)
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

LARGEST_PIECE_BYTES = 65507
BUFFER_STEP_BYTES = 65536


class DatagramOptionFields(QWidget):
    """Edits a `DatagramOptions`; tells a change when it is complete, not at every key."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_adapter: bool = True) -> None:
        super().__init__(parent)
        self._name, self._persistent = QLineEdit(), QCheckBox(self.tr("persistent"))
        self._buffer_size, self._receive_buffer = buffer_size_spin(), QSpinBox()
        self._granted, self.adapter = QLabel(), AdapterChoice()
        self._shared, self._piece = QCheckBox(self.tr("share port")), QSpinBox()
        self._told_name = ""
        self._name_fields()
        self._set_up_spins()
        self._lay_out(has_adapter=has_adapter)
        self._connect_fields()
        self.show_granted(None)

    def options(self) -> DatagramOptions:
        """What the fields say now."""
        return DatagramOptions(
            name=self._name.text(),
            persistent=self._persistent.isChecked(),
            buffer_size=self._buffer_size.value() or None,
            receive_buffer_bytes=self._receive_buffer.value() or None,
            adapter=self.adapter.handle,
            shared=self._shared.isChecked(),
        )

    @property
    def piece_bytes(self) -> int:
        """How much of a file goes into one datagram."""
        return self._piece.value()

    def show_entry(self, entry: UdpEntry | MulticastEntry) -> None:
        """Fill all fields in but the adapter; tells nobody."""
        fields = (
            self._persistent,
            self._buffer_size,
            self._receive_buffer,
            self._shared,
            self._piece,
        )
        blockers = [QSignalBlocker(field) for field in fields]
        self._name.setText(entry.name)
        self._told_name = entry.name
        self._persistent.setChecked(entry.persistent)
        self._buffer_size.setValue(entry.buffer_size or 0)
        self._receive_buffer.setValue(entry.receive_buffer_bytes or 0)
        self._shared.setChecked(entry.share_port)
        self._piece.setValue(entry.piece_bytes)
        for blocker in blockers:
            blocker.unblock()

    def show_granted(self, granted_bytes: int | None) -> None:
        """Say how much the kernel keeps for the socket."""
        text = "" if granted_bytes is None else self.tr("%1 granted")
        self._granted.setText(text.replace("%1", grouped(granted_bytes or 0)))
        self._granted.setVisible(granted_bytes is not None)

    def show_adapters(self, adapters: Iterable[Adapter]) -> None:
        """Offer these."""
        self.adapter.show_adapters(adapters)

    def _name_fields(self) -> None:
        for field, name, (accessible, tip) in (
            (self._name, "nameEdit", self._words_of_name()),
            (self._persistent, "persistentCheck", self._words_of_persistent()),
            (self._buffer_size, "bufferSizeSpin", self._words_of_buffer_size()),
            (self._receive_buffer, "receiveBufferSpin", self._words_of_receive_buffer()),
            (self._granted, "grantedLabel", self._words_of_granted()),
            (self.adapter, "adapterCombo", self._words_of_adapter()),
            (self._shared, "sharePortCheck", self._words_of_shared()),
            (self._piece, "pieceSpin", self._words_of_piece()),
        ):
            field.setObjectName(name)
            field.setAccessibleName(accessible)
            field.setToolTip(tip)

    def _words_of_name(self) -> tuple[str, str]:
        return self.tr("Socket name"), self.tr("name: for your own use")

    def _words_of_persistent(self) -> tuple[str, str]:
        tip = self.tr("persistent: the socket stays open when the app is suspended")
        return self.tr("Persistent"), tip

    def _words_of_buffer_size(self) -> tuple[str, str]:
        tip = self.tr("bufferSize: the largest datagram that is taken; larger ones are lost")
        return self.tr("Buffer size"), tip

    def _words_of_receive_buffer(self) -> tuple[str, str]:
        tip = self.tr("What the kernel keeps while this program is busy; more means fewer lost")
        return self.tr("Receive buffer of the kernel"), tip

    def _words_of_granted(self) -> tuple[str, str]:
        tip = self.tr("What the kernel granted, in bytes; Linux counts its own work in")
        return self.tr("Granted receive buffer"), tip

    def _words_of_adapter(self) -> tuple[str, str]:
        return self.tr("Adapter to send from"), self.tr("Let what is sent leave by this adapter")

    def _words_of_shared(self) -> tuple[str, str]:
        tip = self.tr(
            "Let others that share it as well bind the same port; counts from the next bind on"
        )
        return self.tr("Share port"), tip

    def _words_of_piece(self) -> tuple[str, str]:
        return self.tr("File piece"), self.tr("How much of a file goes into one datagram")

    def _set_up_spins(self) -> None:
        self._name.setPlaceholderText(self.tr("none"))
        self._name.setMinimumWidth(SPIN_WIDTH_PX)
        self._granted.setProperty("role", "hint")
        self._receive_buffer.setRange(0, INT32_MAX)
        self._receive_buffer.setSpecialValueText(self.tr("system's"))
        self._receive_buffer.setSingleStep(BUFFER_STEP_BYTES)
        self._piece.setRange(1, LARGEST_PIECE_BYTES)
        for spin in (self._receive_buffer, self._piece):
            spin.setSuffix(self.tr(" bytes"))
            set_up_spin(spin)

    def _lay_out(self, *, has_adapter: bool) -> None:
        row = WrapLayout(self)
        row.addWidget(together(hint(self.tr("name"), self._name), self._name))
        row.addWidget(self._persistent)
        label = hint(self.tr("bufferSize"), self._buffer_size)
        row.addWidget(together(label, self._buffer_size))
        label = hint(self.tr("kernel buffer"), self._receive_buffer)
        row.addWidget(together(label, self._receive_buffer, self._granted))
        if has_adapter:
            row.addWidget(together(hint(self.tr("send from"), self.adapter), self.adapter))
        else:
            self.adapter.setParent(self)
            self.adapter.hide()
        row.addWidget(self._shared)
        row.addWidget(together(hint(self.tr("file pieces"), self._piece), self._piece))

    def _connect_fields(self) -> None:
        self._name.editingFinished.connect(self._tell_name)
        for check in (self._persistent, self._shared):
            check.toggled.connect(self.changed)
        for spin in (self._buffer_size, self._receive_buffer, self._piece):
            spin.valueChanged.connect(self.changed)
        self.adapter.changed.connect(self.changed)

    def _tell_name(self) -> None:
        if self._name.text() != self._told_name:
            self._told_name = self._name.text()
            self.changed.emit()
