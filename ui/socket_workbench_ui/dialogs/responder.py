"""The window in which a server's answers are edited while it goes on listening."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from socket_workbench_ui.widgets.responder_editor import ResponderEditor

SIZE_PX = (760, 460)


class ResponderDialog(QDialog):
    """Shows an editor beside the main window; closing it puts what was typed into force."""

    def __init__(self, editor: ResponderEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("responderDialog")
        self.setModal(False)
        self._editor = editor
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(editor, 1)
        column.addWidget(buttons)
        self.resize(*SIZE_PX)

    def show_title(self, title: str) -> None:
        """Say whose answers these are."""
        self.setWindowTitle(self.tr("Responder of “{title}”").format(title=title))

    @override
    def done(self, result: int) -> None:
        self._editor.flush()
        super().done(result)
