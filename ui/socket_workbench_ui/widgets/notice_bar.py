"""The place in a panel where its errors appear: readable, selectable, dismissable."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.panels.messages import Offer, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench_ui.texts import NoticeText, notice_text, offer_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.long_words import shortened

SIGNS = {
    Severity.INFO: ("info", "accent"),
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.ERROR: ("triangle-alert", "error"),
}
"""Icon and colour role; the words that stand for them are in `_severity_text`."""
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class NoticeBar(QFrame):
    """Draws a `Notice`; takes no room while there is none."""

    dismissed = Signal()
    offer_taken = Signal(str)
    """The value of the notice's `Offer`."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("role", "notice")
        self._looks = looks
        self._notice: Notice | None = None
        self._sign = QLabel()
        self._title = self._text_label("noticeTitle")
        self._facts = self._text_label("noticeFacts")
        self._facts.setFont(looks.mono)
        self._detail = self._text_label("noticeDetail")
        self._detail.setProperty("role", "hint")
        self._offer = QPushButton()
        self._offer.setObjectName("noticeOfferButton")
        self._offer.clicked.connect(self._take_offer)
        self._dismiss = QToolButton()
        self._dismiss.setObjectName("dismissButton")
        self._dismiss.setProperty("role", "flat")
        self._dismiss.setAccessibleName(self.tr("Dismiss notice"))
        self._dismiss.setToolTip(self.tr("Dismiss this notice"))
        self._dismiss.clicked.connect(self.dismissed)
        self._lay_out()
        looks.changed.connect(self._draw_icons)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice instead of the one before; `None` takes it away."""
        if notice == self._notice:
            return
        self._notice = notice
        if notice is None:
            self.hide()
            return
        text = notice_text(notice)
        self._fill(notice, text)
        self.show()
        self._announce(text)

    def text(self) -> str:
        """All that is said, line by line; empty while nothing is."""
        return "" if self._notice is None else notice_text(self._notice).plain()

    @staticmethod
    def _text_label(name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(SELECTABLE)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        for label in (self._title, self._facts, self._detail):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 8)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)

    def _fill(self, notice: Notice, text: NoticeText) -> None:
        for label, words in (
            (self._title, text.title),
            (self._facts, text.facts),
            (self._detail, text.detail),
        ):
            label.setText(shortened(words))
            label.setToolTip(words if shortened(words) != words else "")
            label.setVisible(bool(words))
        self._offer.setText(offer_text(notice.offer))
        self._offer.setVisible(notice.offer is not Offer.NONE)
        self.setProperty("severity", notice.severity.value)
        self.style().polish(self)
        self._sign.setToolTip(self._severity_text(notice.severity))
        self._draw_icons()

    def _take_offer(self) -> None:
        if self._notice is not None:
            self.offer_taken.emit(self._notice.offer.value)

    def _announce(self, text: NoticeText) -> None:
        self.setAccessibleName(f"{self._sign.toolTip()}: {text.title}")
        self.setAccessibleDescription(text.plain())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _draw_icons(self) -> None:
        self._dismiss.setIcon(self._looks.icon("x"))
        if self._notice is not None:
            name, role = SIGNS[self._notice.severity]
            self._sign.setPixmap(self._looks.icon(name, role).pixmap(16, 16))

    def _severity_text(self, severity: Severity) -> str:
        return {
            Severity.INFO: self.tr("Information"),
            Severity.WARNING: self.tr("Warning"),
            Severity.ERROR: self.tr("Error"),
        }[severity]
