"""A line with the path of a file and a button that looks for one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from socket_workbench_ui.theme import Looks


class FileRow(QWidget):
    """Takes a path, typed or chosen; opens no file itself."""

    changed = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._path, self._browse = QLineEdit(), QPushButton(self.tr("Browse…"))
        self._path.setObjectName("filePathEdit")
        self._path.setAccessibleName(self.tr("File to send"))
        self._path.setPlaceholderText(self.tr("Path of the file to send; or drop one here"))
        self._browse.setObjectName("browseButton")
        self._browse.setAccessibleName(self.tr("Browse for the file to send"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._path, 1)
        row.addWidget(self._browse)
        self.setFocusProxy(self._path)
        self._path.textChanged.connect(self.changed)
        self._browse.clicked.connect(self.browse)
        looks.changed.connect(self._draw_icon)
        self._draw_icon()

    def path(self) -> str:
        """The path as typed."""
        return self._path.text()

    def set_path(self, path: str) -> None:
        """Show another path."""
        if path != self._path.text():
            self._path.setText(path)

    def browse(self) -> None:
        """Open a dialog for choosing a file; the window lives on meanwhile."""
        dialog = QFileDialog(self, self.tr("File to send"), self._path.text())
        dialog.setObjectName("fileDialog")
        # The systems' own dialogs run an event loop of their own, in which sockets would starve.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.set_path)
        dialog.open()

    def _draw_icon(self) -> None:
        self._browse.setIcon(self._looks.icon("folder-open"))
