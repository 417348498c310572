"""The wait for the next attempt to connect: how long it is, and how to shorten or end it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from socket_workbench.panels.tcp_client_state import Retry
from socket_workbench_ui.theme import Looks


class RetryBar(QWidget):
    """Draws a `Retry`; takes no room while there is none."""

    try_now_requested = Signal()
    stop_requested = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("retryBar")
        self._looks = looks
        self._label = QLabel()
        self._now, self._stop = QPushButton(self.tr("Try now")), QPushButton(self.tr("Stop"))
        self._label.setObjectName("retryLabel")
        self._now.setObjectName("tryNowButton")
        self._now.setToolTip(self.tr("Do not wait (F5)"))
        self._now.clicked.connect(self.try_now_requested)
        self._stop.setObjectName("stopRetryButton")
        self._stop.setToolTip(self.tr("Make no further attempt (Shift+F5)"))
        self._stop.clicked.connect(self.stop_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._now)
        row.addWidget(self._stop)
        looks.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    def show_retry(self, retry: Retry | None) -> None:
        """Make the bar agree with `retry`; `None` takes it away."""
        self.setVisible(retry is not None)
        if retry is not None:
            self._label.setText(self._text(retry))

    def _text(self, retry: Retry) -> str:
        text = self.tr("Next attempt in {seconds} s (number {number})")
        if retry.most:
            text = self.tr("Next attempt in {seconds} s (number {number} of {most})")
        return text.format(seconds=retry.seconds, number=retry.number, most=retry.most)

    def _draw_icons(self) -> None:
        self._now.setIcon(self._looks.icon("refresh-cw"))
        self._stop.setIcon(self._looks.icon("x"))
