"""A file on its way: how much of it has been sent, and the button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from socket_workbench.panels.file_sending import Transfer, TransferStatus
from socket_workbench_ui.numbers import size_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.long_words import shortened

STEPS = 1000


class TransferBar(QWidget):
    """Draws a `Transfer`; takes no room while there is none."""

    cancel_requested = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transferBar")
        self._looks = looks
        self._shown: Transfer | None = None
        self._label, self._progress = QLabel(), QProgressBar()
        self._cancel, self._dismiss = QPushButton(self.tr("Cancel")), QToolButton()
        self._progress.setRange(0, STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setAccessibleName(self.tr("Sent part of the file"))
        self._cancel.setObjectName("cancelFileButton")
        self._cancel.setToolTip(self.tr("Send no more of the file; what is sent stays sent"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._dismiss.setProperty("role", "flat")
        self._dismiss.setAccessibleName(self.tr("Dismiss"))
        self._dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._label)
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._dismiss)
        looks.changed.connect(self._draw_icon)
        self._draw_icon()
        self.hide()

    def show_transfer(self, transfer: Transfer | None) -> None:
        """Make the bar agree with `transfer`; `None` takes it away."""
        if transfer == self._shown:
            return  # an outcome that was dismissed stays away
        self._shown = transfer
        self.setVisible(transfer is not None)
        if transfer is None:
            return
        self._label.setText(self._text(transfer))
        self._label.setToolTip(str(transfer.path))
        self._progress.setValue(STEPS * transfer.sent_bytes // max(1, transfer.total_bytes))
        self._progress.setVisible(transfer.is_running)
        self._cancel.setVisible(transfer.is_running)
        self._cancel.setEnabled(transfer.status is TransferStatus.SENDING)
        self._dismiss.setVisible(not transfer.is_running)

    def _text(self, transfer: Transfer) -> str:
        name, sent = shortened(transfer.path.name), size_text(transfer.sent_bytes)
        total = size_text(transfer.total_bytes)
        text = {
            TransferStatus.SENDING: self.tr("Sending {name}: {sent} of {total}"),
            TransferStatus.STOPPING: self.tr("Stopping {name} after the call under way"),
            TransferStatus.STOPPED: self.tr("{name}: stopped after {sent} of {total}"),
            TransferStatus.FAILED: self.tr("{name}: failed after {sent} of {total}"),
            TransferStatus.DONE: self.tr("{name}: all {total} sent"),
        }[transfer.status]
        return text.format(name=name, sent=sent, total=total)

    def _draw_icon(self) -> None:
        self._dismiss.setIcon(self._looks.icon("x"))
