"""Whether and how a TCP client connects again by itself."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QSpinBox,
    QWidget,
)

from socket_workbench.session.fields import INT32_MAX
from socket_workbench.session.tcp_entries import ReconnectEntry, RetryAfter
from socket_workbench_ui.widgets.fields import hint, together
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

AFTER: tuple[RetryAfter, ...] = ("loss", "failure", "both")
LONGEST_DELAY_S = 86_400.0
DELAY_WIDTH_PX, ATTEMPTS_WIDTH_PX = 84, 118


class ReconnectOptions(QWidget):
    """Edits a `ReconnectEntry`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check, self._after = QCheckBox(self.tr("reconnect")), QComboBox()
        self._first, self._longest = QDoubleSpinBox(), QDoubleSpinBox()
        self._attempts = QSpinBox()
        self._set_up_choice()
        self._set_up_numbers()
        self._lay_out()
        self._offer_details()

    def entry(self) -> ReconnectEntry:
        """What the fields say now."""
        return ReconnectEntry(
            is_on=self._check.isChecked(),
            after=AFTER[self._after.currentIndex()],
            first_delay_ms=round(self._first.value() * 1000),
            longest_delay_ms=round(self._longest.value() * 1000),
            attempts=self._attempts.value(),
        )

    def show_entry(self, entry: ReconnectEntry) -> None:
        """Fill the fields in; tells nobody."""
        fields = (self._check, self._after, self._first, self._longest, self._attempts)
        blockers = [QSignalBlocker(field) for field in fields]
        self._check.setChecked(entry.is_on)
        self._after.setCurrentIndex(AFTER.index(entry.after))
        self._first.setValue(entry.first_delay_ms / 1000)
        self._longest.setValue(entry.longest_delay_ms / 1000)
        self._attempts.setValue(entry.attempts)
        for blocker in blockers:
            blocker.unblock()
        self._offer_details()

    def _set_up_choice(self) -> None:
        self._check.setObjectName("reconnectCheck")
        self._check.setAccessibleName(self.tr("Reconnect by itself"))
        self._check.setToolTip(
            self.tr("Connect again by itself, with growing pauses, until you disconnect")
        )
        self._check.toggled.connect(self._offer_details)
        self._check.toggled.connect(self.changed)
        self._after.setObjectName("reconnectAfterCombo")
        self._after.setAccessibleName(self.tr("Reconnect after what"))
        self._after.setToolTip(self.tr("What makes it try again"))
        self._after.addItems(
            [
                self.tr("when a connection ends"),
                self.tr("when connecting fails"),
                self.tr("when it ends or fails"),
            ]
        )
        self._after.currentIndexChanged.connect(self.changed)

    def _set_up_numbers(self) -> None:
        for spin, name, accessible, tip in (
            (
                self._first,
                "reconnectDelaySpin",
                self.tr("First pause"),
                self.tr("Pause before the first attempt; each further one is twice as long"),
            ),
            (
                self._longest,
                "reconnectLongestSpin",
                self.tr("Longest pause"),
                self.tr("No pause is longer than this"),
            ),
        ):
            spin.setObjectName(name)
            spin.setAccessibleName(accessible)
            spin.setToolTip(tip)
            spin.setRange(0.0, LONGEST_DELAY_S)
            spin.setDecimals(1)
            spin.setSuffix(self.tr(" s"))
            spin.setFixedWidth(DELAY_WIDTH_PX)
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self.changed)
        self._attempts.setObjectName("reconnectAttemptsSpin")
        self._attempts.setAccessibleName(self.tr("Attempts at most"))
        self._attempts.setToolTip(self.tr("Attempts in a row at most"))
        self._attempts.setRange(0, INT32_MAX)
        self._attempts.setSpecialValueText(self.tr("without limit"))
        self._attempts.setSuffix(self.tr(" times"))
        self._attempts.setFixedWidth(ATTEMPTS_WIDTH_PX)
        self._attempts.setKeyboardTracking(False)
        self._attempts.valueChanged.connect(self.changed)

    def _lay_out(self) -> None:
        row = WrapLayout(self)
        row.addWidget(together(self._check, self._after))
        row.addWidget(together(hint(self.tr("after"), self._first), self._first))
        row.addWidget(together(hint(self.tr("at most"), self._longest), self._longest))
        row.addWidget(self._attempts)

    def _offer_details(self) -> None:
        for field in (self._after, self._first, self._longest, self._attempts):
            field.setEnabled(self._check.isChecked())
