"""The session as a document: new, open, save, save as, and the question about unsaved changes."""

from collections.abc import Coroutine
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

import msgspec

from socket_workbench.session import store
from socket_workbench.session.errors import SessionError
from socket_workbench.session.schema import Session
from socket_workbench.tasks import TaskScope

CAPTURE_SUFFIX = ".swcap"
UNTITLED = Path("untitled.swb")


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class DocumentState:
    """Which session is open, and whether the window differs from its file."""

    path: Path | None = None
    is_dirty: bool = False


class DocumentView(Protocol):
    """The window as the document sees it; a question's answer is awaited."""

    def session(self) -> Session:
        """What the user has built, as it stands now."""
        ...

    def show_session(self, session: Session) -> None:
        """Replace all panels; nothing connects by itself."""
        ...

    def show_document(self, state: DocumentState) -> None:
        """Show the file's name and the mark of unsaved changes."""
        ...

    def show_problem(self, error: SessionError) -> None:
        """Say what is wrong with which file, and where."""
        ...

    def offer_capture(self, path: Path) -> None:
        """Offer to look at the capture that was saved along with the session."""
        ...

    def show_capture(self, path: Path) -> bool:
        """Open a capture, read-only, beside the panels; say so and return false if it can't be."""
        ...

    def leave(self) -> None:
        """Close the window."""
        ...

    async def ask_unsaved(self, state: DocumentState) -> Unsaved:
        """Ask what to do with unsaved changes."""
        ...

    async def ask_leave(self) -> bool:
        """Ask about all else that closing would lose, such as rows that the disk did not take."""
        ...

    async def ask_save_path(self, suggested: Path) -> Path | None:
        """Ask where to save the session; `None` when the user thinks better of it."""
        ...

    async def ask_open_path(self, folder: Path | None) -> Path | None:
        """Ask which session or capture to open."""
        ...


class RecentFiles(Protocol):
    """Remembers what was opened and saved."""

    def remember(self, path: Path) -> None:
        """Put `path` on top of the list."""
        ...


class DocumentController:
    """Runs one file operation at a time; a second wish while one is under way is dropped."""

    def __init__(self, view: DocumentView, recent: RecentFiles, scope: TaskScope) -> None:
        self._view, self._recent, self._scope = view, recent, scope
        self._path: Path | None = None
        self._capture: Path | None = None
        self._saved = Session(version=1)
        self._shown: DocumentState | None = None
        self._is_busy = False

    @property
    def path(self) -> Path | None:
        """The session's file; `None` while it was never saved."""
        return self._path

    def refresh(self) -> None:
        """Compare the window with the file; cheap enough for a timer."""
        state = DocumentState(
            self._path, is_dirty=_built(self._view.session()) != _built(self._saved)
        )
        if state != self._shown:
            self._shown = state
            self._view.show_document(state)

    def capture_saved(self, path: Path) -> None:
        """The record was saved at `path`; the session will offer it when it is opened again."""
        self._capture = path
        if self._path is not None:
            # Only the reference is new: what the user has not saved stays unsaved.
            self._run(self._write(self._path, self._saved), "keep capture's place")

    def new_requested(self) -> None:
        """Start over with an empty window, once nothing would be lost."""
        self._run(self._new(), "new session")

    def open_requested(self, path: Path | None = None) -> None:
        """Open a session or a capture; asks which when `path` is `None`."""
        self._run(self._open(path), "open file")

    def save_requested(self) -> None:
        """Save to the session's file, or ask for one."""
        self._run(self._save(), "save session")

    def save_as_requested(self) -> None:
        """Ask for a file and save to it."""
        self._run(self._save_as(), "save session as")

    def close_requested(self) -> None:
        """Close the window, once nothing would be lost."""
        self._run(self._close(), "close window")

    def _run(self, work: Coroutine[Any, Any, object], name: str) -> None:
        if self._is_busy:
            work.close()
            return
        self._is_busy = True
        self._scope.spawn(self._alone(work), name=name)

    async def _alone(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        finally:
            self._is_busy = False
        self.refresh()

    async def _new(self) -> None:
        if await self._may_lose_changes():
            self._take(Session(version=1), None)

    async def _open(self, path: Path | None) -> None:
        path = path or await self._view.ask_open_path(self._path and self._path.parent)
        if path is None:
            return
        if path.suffix.lower() == CAPTURE_SUFFIX:
            if self._view.show_capture(path):
                self._recent.remember(path)
            return
        try:
            session = await store.load(path)
        except SessionError as error:
            self._view.show_problem(error)
            return
        if not await self._may_lose_changes():
            return
        self._take(session, path)
        self._recent.remember(path)
        if self._capture is not None:
            self._view.offer_capture(self._capture)

    def _take(self, session: Session, path: Path | None) -> None:
        self._path = path
        kept = session.capture
        self._capture = store.resolve_path(kept, path) if path is not None and kept else None
        self._view.show_session(session)
        # What came back, not what was read: fields are shown as the widgets hold them.
        self._saved = self._view.session()

    async def _save(self) -> bool:
        if self._path is None:
            return await self._save_as()
        return await self._write(self._path, self._view.session())

    async def _save_as(self) -> bool:
        path = await self._view.ask_save_path(self._path or UNTITLED)
        return path is not None and await self._write(path, self._view.session())

    async def _write(self, path: Path, session: Session) -> bool:
        kept = "" if self._capture is None else store.portable_path(self._capture, path)
        complete = msgspec.structs.replace(session, capture=kept)
        try:
            await store.save(complete, path)
        except SessionError as error:
            self._view.show_problem(error)
            return False
        self._path, self._saved = path, session
        self._recent.remember(path)
        return True

    async def _close(self) -> None:
        if await self._may_lose_changes() and await self._view.ask_leave():
            self._view.leave()

    async def _may_lose_changes(self) -> bool:
        self.refresh()
        if self._shown is None or not self._shown.is_dirty:
            return True
        answer = await self._view.ask_unsaved(self._shown)
        if answer is Unsaved.SAVE:
            return await self._save()
        return answer is Unsaved.DISCARD


def _built(session: Session) -> Session:
    """Without what changes by looking: which tab is in front, which capture lies beside."""
    return msgspec.structs.replace(session, current_panel=0, capture="")
