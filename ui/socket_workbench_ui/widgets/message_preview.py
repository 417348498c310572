"""The next message as it will be, where variables make it another than what was typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from socket_workbench.bytesview.parsing import format_hex, format_text
from socket_workbench_ui.widgets.elided_label import ElidedLabel

SHOWN_BYTES = 256
EVERY_MS = 1000
"""How often times and counters are brought up to date."""


class MessagePreview(ElidedLabel):
    """One line; takes no room while there are no variables."""

    outdated = Signal()
    """Time has passed: another preview is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerPreview")
        self.setAccessibleName(self.tr("The next message, variables filled in"))
        self.setProperty("role", "hint")
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._ask)
        self.hide()

    def show_message(self, data: bytes | None, *, as_hex: bool) -> None:
        """Show the first of these bytes; `None` where there are no variables."""
        self.setVisible(data is not None)
        if data is None:
            self._timer.stop()
            return
        if not self._timer.isActive():
            self._timer.start()
        shown = data[:SHOWN_BYTES]
        text = format_hex(shown) if as_hex else format_text(shown)
        more = "…" if len(data) > SHOWN_BYTES else ""
        self.setText(self.tr("Next: {message}").format(message=text + more))

    def _ask(self) -> None:
        if self.isVisible():
            self.outdated.emit()
