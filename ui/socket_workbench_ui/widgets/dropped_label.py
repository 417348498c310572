"""How many datagrams the kernel had no room for."""

from PySide6.QtWidgets import QLabel, QWidget

from socket_workbench_ui.numbers import grouped


class DroppedLabel(QLabel):
    """Empty while nothing was dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("droppedLabel")
        self.setProperty("role", "error")

    def show_dropped(self, datagrams: int) -> None:
        """Tell this number."""
        text = self.tr("dropped by the kernel: %1").replace("%1", grouped(datagrams))
        self.setText(text if datagrams else "")
