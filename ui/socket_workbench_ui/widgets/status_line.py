"""The status bar: session file, permission profile, kernel drops, how quick the window is."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from socket_workbench_ui.numbers import grouped


class StatusLine(QStatusBar):
    """Short facts from left to right; each part is a label that can be read on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(True)
        self.session = self._part("statusSession", self.tr("Session file"))
        self.permissions = self._part("statusPermissions", self.tr("Permission profile"))
        self.dropped = self._part("statusDropped", self.tr("Datagrams dropped"))
        self.recording = self._part("statusRecording", self.tr("Recording"))
        self.latency = self._part("statusLatency", self.tr("Answer time of the window"))

    def show_dropped(self, count: int) -> None:
        """Tell how many datagrams the kernel dropped."""
        text = self.tr("{count} datagrams dropped").format(count=grouped(count))
        if text == self.dropped.text():
            return
        self.dropped.setText(text)
        self.dropped.setProperty("role", "error" if count else "")
        self.dropped.style().polish(self.dropped)
        self.dropped.setToolTip(
            self.tr(
                "Datagrams that the system had no room for, because nobody read them in time. "
                "A larger receive buffer helps; a UDP panel has it under Options."
            )
        )

    def _part(self, object_name: str, accessible_name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(object_name)
        label.setAccessibleName(accessible_name)
        label.setContentsMargins(6, 0, 6, 0)
        self.addWidget(label)
        return label
