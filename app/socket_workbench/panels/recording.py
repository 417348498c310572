"""The recording as the user meets it: how much there is, what stops it, where it is kept."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from socket_workbench.capture.problems import CaptureFileError, CaptureWriteError, RecordingProblem
from socket_workbench.capture.store import Capture
from socket_workbench.tasks import TaskScope

CAPTURE_NAME = "capture.swcap"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingState:
    """What toolbar and status bar say about the recording."""

    events: int = 0
    size_bytes: int = 0
    """Of the files on disk."""
    problem: RecordingProblem | None = None
    is_recording: bool = True
    dropped_rows: int = 0
    """Not recorded since the user went on without recording."""


class RecordingView(Protocol):
    """Draws the recording's state and asks where to save it."""

    def show_recording(self, state: RecordingState) -> None:
        """Make everything visible agree with `state`."""
        ...

    def show_capture_saved(self, path: Path) -> None:
        """Say that the record was saved, and where."""
        ...

    def show_capture_error(self, error: CaptureFileError | CaptureWriteError) -> None:
        """Say which file could not be opened or saved, and why."""
        ...

    async def ask_capture_path(self, suggested: Path) -> Path | None:
        """Ask where to save the record; `None` when the user thinks better of it."""
        ...


class RecordingController:
    """Tells how the capture fares, once per frame, and saves it on demand."""

    def __init__(self, capture: Capture, view: RecordingView, scope: TaskScope) -> None:
        self._capture, self._view, self._scope = capture, view, scope
        self._state: RecordingState | None = None
        self._is_saving = False

    def tick(self) -> None:
        """Show what changed since the last frame."""
        capture = self._capture
        state = RecordingState(
            events=capture.count,
            size_bytes=capture.size_bytes,
            problem=capture.problem,
            is_recording=capture.is_recording,
            dropped_rows=capture.dropped_rows,
        )
        if state != self._state:
            self._state = state
            self._view.show_recording(state)

    def save_requested(self, session: Path | None) -> None:
        """Ask for a place and put a copy of the record there; beside `session` if there is one."""
        if not self._is_saving:
            self._is_saving = True
            suggested = session.with_suffix(".swcap") if session else Path(CAPTURE_NAME)
            self._scope.spawn(self._save(suggested), name="save capture")

    def stop_requested(self) -> None:
        """Go on without recording; what happens from now on is counted but not kept."""
        self._capture.stop_recording()

    def resume_requested(self) -> None:
        """Record again; the gap is noted."""
        self._capture.resume_recording(at_ns=time.monotonic_ns())

    async def _save(self, suggested: Path) -> None:
        try:
            path = await self._view.ask_capture_path(suggested)
            if path is not None:
                await self._write(path)
        finally:
            self._is_saving = False

    async def _write(self, path: Path) -> None:
        try:
            await self._capture.save_as(path)
        except (CaptureFileError, CaptureWriteError) as error:
            self._view.show_capture_error(error)
        else:
            self._view.show_capture_saved(path)
