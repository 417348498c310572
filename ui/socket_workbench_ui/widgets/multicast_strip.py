"""The address strip of a multicast panel: group, port, adapter, and how it is sent to."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.messages import Field
from socket_workbench.panels.multicast_state import (
    PRESETS,
    MulticastState,
    MulticastTarget,
)
from socket_workbench.session.udp_entries import MulticastEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.adapter_choice import AdapterChoice
from socket_workbench_ui.widgets.fields import growing, in_a_row, labelled, mark
from socket_workbench_ui.widgets.options_button import OptionsButton
from socket_workbench_ui.widgets.pause_button import PauseButton
from socket_workbench_ui.widgets.port_spin import PORT_WIDTH_PX, PortSpin
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

GROUP_WIDTH_PX, TTL_WIDTH_PX = 150, 64
MOST_HOPS = 255


class MulticastStrip(QWidget):
    """Draws the part of a `MulticastState` that is about the sockets."""

    join_requested = Signal(MulticastTarget)
    close_requested = Signal()
    pause_requested = Signal(bool)
    options_changed = Signal()
    target_changed = Signal(MulticastTarget)
    edited = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._state = MulticastState()
        self._group, self._port = QLineEdit(), PortSpin(lowest=1)
        self.adapter, self.ttl = AdapterChoice(), QSpinBox()
        self.loopback = QCheckBox(self.tr("loopback"))
        self._known, self.presets = QAction(self), QMenu(self)
        self.options_button = OptionsButton(
            looks, self.tr("Name, persistent, bufferSize, the kernel's buffer and shared port")
        )
        self._pause = PauseButton(
            looks, self.tr("Stop receiving; the kernel keeps what it has room for (Ctrl+P)")
        )
        self._join, self._close = QPushButton(self.tr("Join")), QPushButton(self.tr("Close"))
        self._set_up_fields()
        self._set_up_presets()
        self._set_up_buttons()
        self._lay_out()
        looks.changed.connect(self._draw)
        self._draw()

    def target(self) -> MulticastTarget:
        """Group and port as typed, and the adapter."""
        return MulticastTarget(self._group.text(), self._port.text(), self.adapter.adapter)

    @property
    def port(self) -> int | None:
        """The port; `None` where the field holds none."""
        return self._port.value()

    def show_fields(self, entry: MulticastEntry) -> None:
        """Fill the fields in; tells nobody."""
        blockers = [QSignalBlocker(field) for field in (self._group, self.ttl, self.loopback)]
        self._group.setText(entry.group)
        self.ttl.setValue(entry.time_to_live)
        self.loopback.setChecked(entry.loopback)
        for blocker in blockers:
            blocker.unblock()
        self.adapter.choose(entry.adapter)
        self._port.set_value(entry.port)
        self._draw()

    def show_target(self, group: str, port: int | None = None) -> None:
        """Put another group into the fields; the port only where it can be changed."""
        self._group.setText(group)
        if port is not None and not self._state.is_bound:
            self._port.set_value(port)
        self._take_edit()

    def use_adapter(self, name: str) -> None:
        """Choose an adapter, as the user does."""
        self.adapter.choose(name)
        self._take_option()

    def show_adapters(self, adapters: Iterable[Adapter]) -> None:
        """Offer these."""
        self.adapter.show_adapters(adapters)

    def show_state(self, state: MulticastState) -> None:
        """Make fields and buttons agree with `state`."""
        self._state = state
        self._port.setReadOnly(state.is_bound)
        mark(self._group, is_invalid=state.wrong_field is Field.GROUP)
        self._draw()

    def focus_field(self, field: Field) -> None:
        """Put the cursor into a field, with what stands there selected."""
        edit = self._port if field is Field.PORT else self._group
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def toggle_pause(self) -> None:
        """Ask for what the pause button says."""
        if self._state.is_bound:
            self.pause_requested.emit(not self._state.is_paused)

    def _set_up_fields(self) -> None:
        self._group.setObjectName("groupEdit")
        self._group.setAccessibleName(self.tr("Group"))
        self._group.setPlaceholderText(self.tr("239.0.0.1, ff02::1"))
        self._group.setToolTip(self.tr("address of joinGroup: an IPv4 or IPv6 multicast group"))
        self._group.setMinimumWidth(GROUP_WIDTH_PX)
        self._port.setFixedWidth(PORT_WIDTH_PX)
        self.adapter.setToolTip(self.tr("The adapter to join on, and to send from"))
        self.ttl.setObjectName("ttlSpin")
        self.ttl.setAccessibleName(self.tr("Time to live"))
        self.ttl.setToolTip(
            self.tr("setMulticastTimeToLive: 0 stays on this machine, 1 on the local network")
        )
        self.ttl.setRange(0, MOST_HOPS)
        self.ttl.setValue(1)
        self.ttl.setKeyboardTracking(False)
        self.ttl.setFixedWidth(TTL_WIDTH_PX)
        self.loopback.setObjectName("loopbackCheck")
        self.loopback.setChecked(True)
        self.loopback.setToolTip(
            self.tr("setMulticastLoopbackMode: this machine hears what it sends to groups")
        )
        self._group.textEdited.connect(self._take_edit)
        self._port.changed.connect(self._take_edit)
        for field in (self._group, self._port):
            field.returnPressed.connect(self._press_join)
        self.adapter.changed.connect(self._take_option)
        self.ttl.valueChanged.connect(self._take_option)
        self.loopback.toggled.connect(self._take_option)

    def _set_up_presets(self) -> None:
        self.presets.setObjectName("groupMenu")
        for preset in PRESETS:
            text = f"{preset.name}\t{preset.group} : {preset.port}"
            show = partial(self.show_target, preset.group, preset.port)
            self.presets.addAction(text).triggered.connect(lambda _=False, show=show: show())
        self._known.setText(self.tr("Well-known groups"))
        self._known.triggered.connect(self._open_presets)
        self._group.addAction(self._known, QLineEdit.ActionPosition.TrailingPosition)

    def _open_presets(self) -> None:
        self.presets.popup(self._group.mapToGlobal(QPoint(0, self._group.height())))

    def _set_up_buttons(self) -> None:
        self._pause.clicked.connect(self.toggle_pause)
        self._join.setObjectName("joinButton")
        self._join.setProperty("role", "primary")
        self._join.clicked.connect(self._press_join)
        self._close.setObjectName("closeButton")
        self._close.setToolTip(
            self.tr("Leave all groups and free the port; the groups stay listed (Shift+F5)")
        )
        self._close.clicked.connect(self.close_requested)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        where, how = WrapLayout(fills_rows=True), WrapLayout(fills_rows=True)
        where.addWidget(growing(labelled(self.tr("Group"), self._group)))
        where.addWidget(labelled(self.tr("Port"), self._port))
        where.addWidget(growing(labelled(self.tr("on"), self.adapter)))
        where.addWidget(self._join)
        how.addWidget(labelled(self.tr("TTL"), self.ttl))
        how.addWidget(self.loopback)
        how.addWidget(in_a_row(None, self.options_button, self._pause, self._close))
        column.addLayout(where)
        column.addLayout(how)

    def _press_join(self) -> None:
        if self._state.is_bound or self._port.value() is not None:
            self.join_requested.emit(self.target())

    def _take_edit(self) -> None:
        mark(self._group, is_invalid=False)
        self._draw()
        self.target_changed.emit(self.target())
        self.edited.emit()

    def _take_option(self) -> None:
        self.target_changed.emit(self.target())
        self.options_changed.emit()

    def _draw(self) -> None:
        is_bound = self._state.is_bound
        can_join = is_bound or self._port.value() is not None
        self._join.setIcon(self._looks.icon("plus", "on_accent"))
        self._join.setEnabled(can_join)
        tip = self.tr("Join this group on this adapter (F5 joins all in the list)")
        self._join.setToolTip(tip if can_join else self._port.message())
        self._close.setIcon(self._looks.icon("unplug"))
        self._close.setEnabled(is_bound)
        self._pause.show_pause(is_paused=self._state.is_paused, is_possible=is_bound)
        self._known.setIcon(self._looks.icon("bookmark"))
