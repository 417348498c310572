"""The multicast panel: strip, options, diagnosis, notice, groups and conversation, composer."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.messages import Field
from socket_workbench.panels.multicast_diagnosis import Group, Reason
from socket_workbench.panels.multicast_state import (
    MulticastOptions,
    MulticastState,
    MulticastTarget,
)
from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry
from socket_workbench_ui.multicast_texts import finding_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.card import Card
from socket_workbench_ui.widgets.column_scroller import scrolling_column
from socket_workbench_ui.widgets.datagram_options import DatagramOptionFields
from socket_workbench_ui.widgets.dropped_label import DroppedLabel
from socket_workbench_ui.widgets.multicast_groups import MulticastGroups
from socket_workbench_ui.widgets.multicast_strip import MulticastStrip
from socket_workbench_ui.widgets.notice_bar import NoticeBar
from socket_workbench_ui.widgets.talk_splitter import TalkSplitter
from socket_workbench_ui.widgets.transfer_bar import TransferBar

GROUPS_PX, CONVERSATION_PX = 200, 580


@dataclass(frozen=True, slots=True)
class MulticastParts:
    """The widgets that a multicast panel does not make itself."""

    conversation: QWidget
    composer: QWidget


class MulticastPanel(QWidget):
    """Draws a `MulticastState`; every wish of the user leaves as a signal."""

    join_requested = Signal(MulticastTarget)
    begin_requested = Signal(MulticastTarget)
    leave_requested = Signal(list)
    close_requested = Signal()
    pause_requested = Signal(bool)
    target_changed = Signal(MulticastTarget)
    options_changed = Signal(MulticastOptions)
    cancel_file_requested = Signal()
    notice_dismissed = Signal()
    edited = Signal()
    """A field that a session keeps has changed."""

    def __init__(self, looks: Looks, parts: MulticastParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("multicastPanel")
        self._looks = looks
        self._state = MulticastState()
        self._parts = parts
        self.strip, self._groups = MulticastStrip(looks), MulticastGroups(looks)
        self._options = DatagramOptionFields(has_adapter=False)
        self._diagnosis, self._dropped, self._sign = QLabel(), DroppedLabel(), QLabel()
        self._notice, self._transfer = NoticeBar(looks), TransferBar(looks)
        self._lay_out()
        self._connect_widgets()
        looks.changed.connect(self._draw_diagnosis)
        self.show_state(self._state)

    def show_state(self, state: MulticastState) -> None:
        """Make the widgets agree with `state`."""
        before, self._state = self._state, state
        self.strip.show_state(state)
        self._groups.show_groups(state.groups)
        self._options.show_granted(state.granted_bytes)
        self._notice.show_notice(state.notice)
        self._transfer.show_transfer(state.transfer)
        self._dropped.show_dropped(state.dropped)
        if state.findings != before.findings:
            self._draw_diagnosis()
        if state.notice != before.notice and state.wrong_field is not Field.NONE:
            self.strip.focus_field(state.wrong_field)

    def options(self) -> MulticastOptions:
        """What the options say now."""
        options = replace(
            self._options.options(),
            adapter=self.strip.adapter.handle,
            time_to_live=self.strip.ttl.value(),
            loopback=self.strip.loopback.isChecked(),
        )
        return MulticastOptions(**asdict(options), piece_bytes=self._options.piece_bytes)

    def fields(self, title: str) -> MulticastEntry:
        """The panel as a session keeps it."""
        options, target = self.options(), self.strip.target()
        return MulticastEntry(
            title=title,
            group=target.group,
            port=self.strip.port,
            adapter=target.adapter,
            groups=tuple(
                GroupEntry(group=each.group, adapter=each.adapter) for each in self._state.groups
            ),
            time_to_live=options.time_to_live,
            loopback=options.loopback,
            share_port=options.shared,
            piece_bytes=options.piece_bytes,
            name=options.name,
            persistent=options.persistent,
            buffer_size=options.buffer_size,
            receive_buffer_bytes=options.receive_buffer_bytes,
        )

    def show_fields(self, entry: MulticastEntry) -> tuple[Group, ...]:
        """Fill the panel in from a session; joins nothing, tells nobody, gives the groups."""
        self.setProperty("panelName", entry.title)
        self.strip.show_fields(entry)
        self._options.show_entry(entry)
        return tuple(Group(each.group, each.adapter) for each in entry.groups)

    def show_adapters(self, adapters: Iterable[Adapter]) -> None:
        """Offer these."""
        self.strip.show_adapters(adapters)

    def request_begin(self) -> None:
        """Join all groups of the panel, or the one that is typed."""
        self.begin_requested.emit(self.strip.target())

    def _draw_diagnosis(self) -> None:
        findings = self._state.findings
        texts = [finding_text(each) for each in findings]
        self._diagnosis.setText(texts[0] if texts else "")
        self._diagnosis.setToolTip("\n".join(texts))
        self._diagnosis.setAccessibleDescription("\n".join(texts))
        is_well = bool(findings) and findings[0].reason is Reason.RECEIVING
        is_open = bool(findings) and findings[0].reason in (Reason.NOT_BOUND, Reason.FIREWALL)
        name = "check" if is_well else "info" if is_open else "triangle-alert"
        role = "received" if is_well else "muted" if is_open else "warning"
        self._sign.setPixmap(self._looks.icon(name, role).pixmap(16, 16))

    def _lay_out(self) -> None:
        card = Card(self.strip, self._options)
        card.column.addLayout(self._facts())
        self._options.hide()
        middle = TalkSplitter(self._groups, GROUPS_PX, self._parts.conversation, CONVERSATION_PX)
        middle.setObjectName("groupSplitter")
        rows = (card, self._notice, middle, self._transfer, self._parts.composer)
        scrolling_column(self, *rows).setStretchFactor(middle, 1)

    def _facts(self) -> QHBoxLayout:
        self._diagnosis.setObjectName("diagnosisLabel")
        self._diagnosis.setAccessibleName(self.tr("Why nothing arrives"))
        self._diagnosis.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._diagnosis.setWordWrap(True)
        self._diagnosis.setProperty("role", "hint")
        line = QHBoxLayout()
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._diagnosis, 1)
        line.addWidget(self._dropped)
        return line

    def _connect_widgets(self) -> None:
        strip = self.strip
        strip.join_requested.connect(self.join_requested)
        strip.close_requested.connect(self.close_requested)
        strip.pause_requested.connect(self.pause_requested)
        strip.target_changed.connect(self.target_changed)
        strip.edited.connect(self.edited)
        strip.options_changed.connect(self._tell_options)
        strip.options_button.toggled.connect(self._options.setVisible)
        self._options.changed.connect(self._tell_options)
        self._groups.leave_requested.connect(self.leave_requested)
        self._groups.chosen.connect(strip.show_target)
        self._notice.dismissed.connect(self.notice_dismissed)
        self._transfer.cancel_requested.connect(self.cancel_file_requested)

    def _tell_options(self) -> None:
        self.options_changed.emit(self.options())
        self.edited.emit()
