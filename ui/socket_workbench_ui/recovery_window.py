"""Captures that a crash left behind, offered when the window opens."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.recovery import UnsavedCapture
from socket_workbench_ui.file_texts import capture_error_text
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.numbers import grouped, size_text
from socket_workbench_ui.widgets.message_bar import Choice

NS_PER_S = 1_000_000_000
OFFERED = 3
"""Older ones stay where they are; so many messages would hide the window."""


class RecoveryWindow(QObject):
    """Asks, for each capture left behind, what to do with it; implements `RecoveryView`."""

    open_requested = Signal(Path)
    discard_requested = Signal(Path)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def offer(self, captures: list[UnsavedCapture]) -> None:
        """Show what was left behind, the latest first."""
        for capture in captures[:OFFERED]:
            self._window.messages.tell(
                self._text(capture),
                topic=f"recovery {capture.path}",
                choices=[
                    Choice(
                        self.tr("Open it"),
                        lambda path=capture.path: self.open_requested.emit(path),
                        "recoverCapture",
                    ),
                    Choice(
                        self.tr("Delete it"),
                        lambda path=capture.path: self.discard_requested.emit(path),
                        "discardCapture",
                    ),
                ],
            )

    def show_capture_error(self, error: CaptureFileError) -> None:
        """Say which capture could not be deleted, and why."""
        text = capture_error_text(error)
        self._window.messages.tell(text, topic="capture", is_error=True)

    def _text(self, capture: UnsavedCapture) -> str:
        last = datetime.fromtimestamp(capture.last_wall_ns / NS_PER_S)
        text = self.tr(
            "The program ended unexpectedly at {time}. Its recording is still there: "
            "{events} events, {size}."
        )
        return text.format(
            time=f"{last:%Y-%m-%d %H:%M:%S}",
            events=grouped(capture.rows),
            size=size_text(capture.size_bytes),
        )
