"""Start-up: from the command line to a window that runs, and back to nothing left over."""

import asyncio
import logging
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.store import Capture
from socket_workbench.cli import WindowOptions
from socket_workbench.folders import Folders
from socket_workbench.panels.recordings import Recordings
from socket_workbench.settings import Settings, SettingsStore
from socket_workbench.startup import process_age_s
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.file_texts import capture_error_text, settings_problem_text
from socket_workbench_ui.gui_collector import GuiCollector
from socket_workbench_ui.language import speaking
from socket_workbench_ui.qt_loop import new_event_loop
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.workbench import Workbench, WorkbenchParts

APP_ID = "socket-workbench"
FAILED = 1

log = logging.getLogger(__name__)


def run_window(options: WindowOptions) -> int:
    """Open the window and run until it is closed; gives the exit code."""
    QApplication.setDesktopFileName(APP_ID)
    QApplication.setApplicationName(APP_ID)
    QApplication.setApplicationDisplayName("Socket Workbench")
    app = QApplication(sys.argv[:1])
    # Otherwise Qt ends the loop before what the window started has been cleaned up.
    app.setQuitOnLastWindowClosed(False)
    new_loop = partial(new_event_loop, app)
    with GuiCollector(), asyncio.Runner(loop_factory=new_loop) as runner:
        return runner.run(_run(app, options))


async def _run(app: QApplication, options: WindowOptions) -> int:
    try:
        async with open_workbench(app, Folders.of_user()) as workbench:
            if options.measures_startup:
                workbench.on_first_paint(lambda: _print_age(workbench))
            await workbench.run(options.file)
    except CaptureFileError as error:
        sys.stderr.write(f"{APP_ID}: {error}\n")
        return FAILED
    return 0


@asynccontextmanager
async def open_workbench(app: QApplication, folders: Folders) -> AsyncGenerator[Workbench]:
    """Put a workbench together; everything it started is gone when the block is left.

    Raises:
        CaptureFileError: There is no place at all for a recording.
    """
    settings = SettingsStore(folders.settings_file)
    settings_problem = settings.load()
    with speaking(app, settings.current.language):
        async with _open_in_language(app, folders, settings) as workbench:
            if settings_problem is not None:
                workbench.tell_trouble(settings_problem_text(settings_problem))
            yield workbench


@asynccontextmanager
async def _open_in_language(
    app: QApplication, folders: Folders, settings: SettingsStore
) -> AsyncGenerator[Workbench]:
    recordings = _recordings(settings.current, folders)
    capture, capture_error = await recordings.begin()
    crashes = CrashReport()
    is_saved = False
    try:
        async with TaskScope(on_error=crashes.report) as scope:
            with closing(CaptureReader(capture.path)) as reader:
                parts = WorkbenchParts(
                    capture=capture,
                    reader=reader,
                    looks=Looks(app, settings.current.theme),
                    settings=settings,
                    recordings=recordings,
                    layout=QSettings(str(folders.state / "layout.ini"), QSettings.Format.IniFormat),
                )
                workbench = Workbench(parts, scope)
                crashes.tell = workbench.tell_crash
                if capture_error is not None:
                    workbench.tell_trouble(capture_error_text(capture_error))
                yield workbench
                is_saved = workbench.is_capture_saved
                await scope.aclose()
                workbench.window.deleteLater()
    finally:
        await _put_away(capture, recordings, is_saved=is_saved)


def _recordings(kept: Settings, folders: Folders) -> Recordings:
    return Recordings(
        Path(kept.recording_folder) if kept.recording_folder else folders.captures,
        kept_files=kept.kept_recordings,
        kept_bytes=kept.kept_megabytes * 1000**2,
    )


async def _put_away(capture: Capture, recordings: Recordings, *, is_saved: bool) -> None:
    await capture.aclose()
    try:
        if is_saved:
            await recordings.discard(capture.path)
        else:
            await recordings.keep(capture.path)
    except (CaptureFileError, OSError):
        # It stays where it is, and the next start offers it.
        log.warning("the capture could not be put away", exc_info=True)


def _print_age(workbench: Workbench) -> None:
    sys.stdout.write(f"{process_age_s():.3f}\n")
    sys.stdout.flush()
    workbench.leave()


class CrashReport:
    """Logs every unexpected error with its traceback, and shows the first of a kind."""

    def __init__(self) -> None:
        self.tell: Callable[[str], None] | None = None
        self._told: set[str] = set()

    def report(self, error: BaseException, task: str) -> None:
        """Take an error that no one expected; the program goes on."""
        log.error("task %r failed", task, exc_info=error)
        text = f"{type(error).__name__}: {error}"
        if self.tell is not None and text not in self._told:
            self._told.add(text)
            self.tell(text)
