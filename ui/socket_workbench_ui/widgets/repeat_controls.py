"""How often and how fast a message is repeated, the button for it, and how far it is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from socket_workbench.panels.repeating import RepeatState, RepeatStatus
from socket_workbench.session.fields import INT32_MAX
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.elided_label import ElidedLabel

LONGEST_INTERVAL_MS = 24 * 3600 * 1000


class RepeatControls(QObject):
    """Widgets for a row of others; draws a `RepeatState`."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._can_begin = False
        self._state: RepeatState | None = None
        self.count, self.interval = QSpinBox(), QSpinBox()
        self.button, self.status = QPushButton(), ElidedLabel()
        self._set_up_spins()
        self._name_widgets()
        looks.changed.connect(self._show)
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether the button means Stop."""
        return self._state is not None and self._state.is_running

    def widgets(self) -> tuple[QWidget, ...]:
        """In reading order."""
        return self.status, self.count, self.interval, self.button

    def show_repeat(self, state: RepeatState | None) -> None:
        """Make everything agree with `state`."""
        self._state = state
        self._show()

    def set_can_begin(self, can_begin: bool) -> None:
        """Say whether there is anything to repeat."""
        self._can_begin = can_begin
        self._show_button()

    def show_choice(self, count: int, interval_ms: int) -> None:
        """Show what a session keeps; tells nobody."""
        for spin, value in ((self.count, count), (self.interval, interval_ms)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def _set_up_spins(self) -> None:
        self.count.setRange(0, INT32_MAX)
        self.count.setSpecialValueText(self.tr("until stopped"))
        self.count.setSuffix(self.tr(" \u00d7"))
        self.count.setValue(1)
        self.count.setToolTip(self.tr("How often Repeat sends it; 0: until it is stopped"))
        self.interval.setRange(0, LONGEST_INTERVAL_MS)
        self.interval.setPrefix(self.tr("every "))
        self.interval.setSuffix(self.tr(" ms"))
        self.interval.setSingleStep(100)
        self.interval.setValue(1000)
        self.interval.setToolTip(
            self.tr("From the start of one send to that of the next; 0: as fast as they are taken")
        )
        widest = self.tr("every ") + "000000" + self.tr(" ms")
        for spin in (self.count, self.interval):
            spin.setAccelerated(True)
            spin.setFixedWidth(spin.fontMetrics().horizontalAdvance(widest) + 36)

    def _name_widgets(self) -> None:
        for widget, name, label in (
            (self.count, "repeatCountSpin", self.tr("How often to repeat; 0 is until stopped")),
            (self.interval, "repeatIntervalSpin", self.tr("Milliseconds from send to send")),
            (self.button, "repeatButton", self.tr("Repeat")),
            (self.status, "repeatStatus", self.tr("How far the repeat is")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(label)
        self.status.setProperty("role", "hint")

    def _show(self) -> None:
        self._show_button()
        state = self._state
        self.status.setText("" if state is None else self._text(state))
        self.status.setVisible(state is not None)
        role = "error" if state is not None and state.status is RepeatStatus.FAILED else "hint"
        if self.status.property("role") != role:
            self.status.setProperty("role", role)
            self.status.style().polish(self.status)
        for spin in (self.count, self.interval):
            spin.setEnabled(not self.is_running)

    def _show_button(self) -> None:
        text = self.tr("Stop") if self.is_running else self.tr("Repeat")
        self.button.setText(text)
        self.button.setAccessibleName(text)
        self.button.setIcon(self._looks.icon("square" if self.is_running else "repeat"))
        is_stopping = self._state is not None and self._state.status is RepeatStatus.STOPPING
        self.button.setEnabled(not is_stopping if self.is_running else self._can_begin)
        self.button.setToolTip(
            self.tr("Send no more")
            if self.is_running
            else self.tr("Send what stands here again and again; variables are filled in each time")
        )

    def _text(self, state: RepeatState) -> str:
        text = {
            RepeatStatus.RUNNING: self.tr("sent {sent}"),
            RepeatStatus.STOPPING: self.tr("stopping after {sent}"),
            RepeatStatus.STOPPED: self.tr("stopped after {sent}"),
            RepeatStatus.FAILED: self.tr("sending failed after {sent}"),
            RepeatStatus.DONE: self.tr("all {sent} sent"),
        }[state.status]
        sent = grouped(state.sent)
        if state.count and state.status is not RepeatStatus.DONE:
            sent = self.tr("{sent} of {count}").format(sent=sent, count=grouped(state.count))
        text = text.format(sent=sent)
        return self.tr("{text}, interval not kept").format(text=text) if state.is_late else text
