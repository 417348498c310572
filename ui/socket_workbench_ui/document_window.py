"""The window as the core sees the session document: its name, its questions, its troubles."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.store import Capture
from socket_workbench.panels.document import DocumentState, Unsaved
from socket_workbench.session.errors import SessionError
from socket_workbench.session.schema import Session
from socket_workbench_ui.capture_pages import CapturePages
from socket_workbench_ui.dialogs.questions import (
    ask_open_path,
    ask_save_path,
    ask_unsaved,
    ask_yes,
)
from socket_workbench_ui.file_texts import capture_error_text, session_error_text
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.numbers import size_text
from socket_workbench_ui.panel_set import PanelSet
from socket_workbench_ui.widgets.message_bar import Choice

APP_NAME = "Socket Workbench"


def tr(text: str) -> str:
    """Translate; outside of a Qt class `lupdate` knows no context, so there is none."""
    return QCoreApplication.translate("", text)


class DocumentWindow:
    """Shows the session document in the window; implements `DocumentView`."""

    def __init__(
        self, window: MainWindow, panels: PanelSet, pages: CapturePages, capture: Capture
    ) -> None:
        self._window, self._panels, self._captures = window, panels, pages
        self._capture = capture

    def session(self) -> Session:
        return self._panels.session()

    def show_session(self, session: Session) -> None:
        self._panels.show_session(session)
        self._window.messages.withdraw("session")

    def show_document(self, state: DocumentState) -> None:
        name = state.path.name if state.path else tr("untitled")
        self._window.setWindowTitle(f"{name}[*] — {APP_NAME}")
        self._window.setWindowFilePath(str(state.path or ""))
        self._window.setWindowModified(state.is_dirty)
        self._window.status.session.setText(
            tr("{name}, changed").format(name=name) if state.is_dirty else name
        )
        self._window.status.session.setToolTip(str(state.path or tr("Not saved yet")))

    def show_problem(self, error: SessionError) -> None:
        self._window.messages.tell(session_error_text(error), topic="session", is_error=True)

    def offer_capture(self, path: Path) -> None:
        self._window.messages.tell(
            tr("A capture was saved along with this session: {path}").format(path=path),
            topic="offer",
            choices=[Choice(tr("Open capture"), partial(self.show_capture, path), "openCapture")],
        )

    def show_capture(self, path: Path) -> bool:
        try:
            self._captures.open(path)
        except CaptureFileError as error:
            self._window.messages.tell(capture_error_text(error), topic="capture", is_error=True)
            return False
        return True

    def leave(self) -> None:
        self._window.leave()

    async def ask_unsaved(self, state: DocumentState) -> Unsaved:
        name = state.path.name if state.path else tr("this session")
        text = tr("Save the changes to {name}? Panels, fields and presets would be lost.")
        return await ask_unsaved(self._window, APP_NAME, text.format(name=name))

    async def ask_leave(self) -> bool:
        if self._capture.problem is None:
            return True
        text = tr(
            "{size} of what happened could not be written to the capture yet and would be lost.\n"
            "Close all the same?"
        )
        size = size_text(self._capture.waiting_bytes)
        return await ask_yes(self._window, APP_NAME, text.format(size=size))

    async def ask_save_path(self, suggested: Path) -> Path | None:
        return await ask_save_path(
            self._window,
            tr("Save session"),
            in_documents(suggested),
            name_filter=tr("Sessions (*.swb)"),
        )

    async def ask_open_path(self, folder: Path | None) -> Path | None:
        return await ask_open_path(
            self._window,
            tr("Open session or capture"),
            folder or _documents(),
            name_filter=tr(
                "Sessions and captures (*.swb *.swcap);;Sessions (*.swb);;Captures (*.swcap)"
            ),
        )


def in_documents(suggested: Path) -> Path:
    """Put a bare file name into the user's documents folder."""
    return suggested if suggested.is_absolute() else _documents() / suggested


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
