"""The window as the saving of bytes sees it."""

from pathlib import Path

from PySide6.QtCore import QObject

from socket_workbench_ui.dialogs.questions import ask_save_path
from socket_workbench_ui.document_window import in_documents
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.numbers import size_text


class ByteSavingWindow(QObject):
    """Asks for the file and tells how it went; implements `ByteSavingView`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    async def ask_bytes_path(self, suggested: Path) -> Path | None:
        return await ask_save_path(
            self._window,
            self.tr("Save bytes"),
            in_documents(suggested),
            name_filter=self.tr("All files (*)"),
        )

    def show_bytes_saved(self, path: Path, size_bytes: int) -> None:
        text = self.tr("{size} were saved as {path}")
        self._window.messages.tell(
            text.format(size=size_text(size_bytes), path=path), topic="bytes"
        )

    def show_bytes_not_saved(self, path: Path, detail: str) -> None:
        text = self.tr("{path}: the bytes were not saved: {detail}")
        self._window.messages.tell(
            text.format(path=path, detail=detail), topic="bytes", is_error=True
        )
