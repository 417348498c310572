"""The status bar: session file, permission profile, kernel drops, how quick the window is."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget


class StatusLine(QStatusBar):
    """Short facts from left to right; each part is a label that can be read on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(True)
        self.session = self._part("statusSession", self.tr("Session file"))
        self.permissions = self._part("statusPermissions", self.tr("Permission profile"))
        self.recording = self._part("statusRecording", self.tr("Recording"))
        self.latency = self._part("statusLatency", self.tr("Answer time of the window"))

    def _part(self, object_name: str, accessible_name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(object_name)
        label.setAccessibleName(accessible_name)
        label.setContentsMargins(6, 0, 6, 0)
        self.addWidget(label)
        return label
