"""The window as the core sees the recording: how much there is, what stops it, where it went."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from socket_workbench.capture.problems import CaptureFileError, CaptureWriteError
from socket_workbench.panels.recording import RecordingState
from socket_workbench_ui.dialogs.questions import ask_save_path
from socket_workbench_ui.document_window import in_documents
from socket_workbench_ui.file_texts import capture_error_text, recording_problem_text
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.numbers import grouped, size_text
from socket_workbench_ui.widgets.message_bar import Choice


class RecordingWindow(QObject):
    """Shows the recording in toolbar and messages; implements `RecordingView`."""

    stop_requested = Signal()
    resume_requested = Signal()
    saved = Signal(Path)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told = RecordingState()

    def show_recording(self, state: RecordingState) -> None:
        self._window.tool_bar.recording.setText(self._summary(state))
        is_bad = state.problem is not None or not state.is_recording
        if (state.problem, state.is_recording) != (self._told.problem, self._told.is_recording):
            self._window.tool_bar.recording.setProperty("role", "error" if is_bad else "")
            self._window.tool_bar.recording.style().polish(self._window.tool_bar.recording)
            self._tell_problem(state)
        self._told = state

    def show_capture_saved(self, path: Path) -> None:
        self._window.messages.tell(
            self.tr("The capture was saved as {path}").format(path=path), topic="capture"
        )
        self.saved.emit(path)

    def show_capture_error(self, error: CaptureFileError | CaptureWriteError) -> None:
        self._window.messages.tell(capture_error_text(error), topic="capture", is_error=True)

    async def ask_capture_path(self, suggested: Path) -> Path | None:
        return await ask_save_path(
            self._window,
            self.tr("Save capture"),
            in_documents(suggested),
            name_filter=self.tr("Captures (*.swcap)"),
        )

    def _summary(self, state: RecordingState) -> str:
        if not state.is_recording:
            rows = grouped(state.dropped_rows)
            return self.tr("○ Not recording  {rows} rows not kept").format(rows=rows)
        if state.problem is not None:
            return self.tr("⚠ Recording stands still")
        events, size = grouped(state.events), size_text(state.size_bytes)
        return self.tr("● Recording  {events} events  {size}").format(events=events, size=size)

    def _tell_problem(self, state: RecordingState) -> None:
        bar = self._window.messages
        if not state.is_recording:
            resume = Choice(self.tr("Record again"), self.resume_requested.emit, "resumeRecording")
            text = self.tr("Nothing is recorded: conversations and the log miss what happens now.")
            bar.tell(text, topic="recording", choices=[resume], is_error=True)
        elif state.problem is not None:
            leave = self.tr("Go on without recording")
            stop = Choice(leave, self.stop_requested.emit, "stopRecording")
            text = recording_problem_text(state.problem)
            bar.tell(text, topic="recording", choices=[stop], is_error=True)
        else:
            bar.withdraw("recording")
