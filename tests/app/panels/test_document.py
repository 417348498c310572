"""The session as a document: saved, opened, asked about, never lost in silence."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from socket_workbench.panels.document import DocumentController, DocumentState, Unsaved
from socket_workbench.session import store
from socket_workbench.session.errors import SessionError, SessionProblem
from socket_workbench.session.schema import Session
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench.tasks import TaskScope
from support.logs import fail_test

BUILT = Session(version=1, panels=(TcpClientEntry(title="probe", host="localhost", port=80),))


class RecordingView:
    """A window that remembers what it was told and answers as it was set up."""

    def __init__(self) -> None:
        self.content = Session(version=1)
        self.states: list[DocumentState] = []
        self.problems: list[SessionError] = []
        self.captures: list[Path] = []
        self.offered: list[Path] = []
        self.questions = 0
        self.has_left = False
        self.answer = Unsaved.CANCEL
        self.leaves = True
        self.save_path: Path | None = None
        self.open_path: Path | None = None

    def session(self) -> Session:
        return self.content

    def show_session(self, session: Session) -> None:
        self.content = session

    def show_document(self, state: DocumentState) -> None:
        self.states.append(state)

    def show_problem(self, error: SessionError) -> None:
        self.problems.append(error)

    def offer_capture(self, path: Path) -> None:
        self.offered.append(path)

    def show_capture(self, path: Path) -> bool:
        self.captures.append(path)
        return True

    def leave(self) -> None:
        self.has_left = True

    async def ask_unsaved(self, state: DocumentState) -> Unsaved:
        self.questions += 1
        return self.answer

    async def ask_leave(self) -> bool:
        return self.leaves

    async def ask_save_path(self, suggested: Path) -> Path | None:
        return self.save_path

    async def ask_open_path(self, folder: Path | None) -> Path | None:
        return self.open_path


class RecordingRecent:
    """Recent files as a list."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def remember(self, path: Path) -> None:
        self.paths.append(path)


class Bench:
    """A document controller with its view, ready to be told things."""

    def __init__(self, scope: TaskScope) -> None:
        self.view, self.recent, self._scope = RecordingView(), RecordingRecent(), scope
        self.document = DocumentController(self.view, self.recent, scope)

    async def done(self) -> None:
        await self._scope.idle()


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    async with TaskScope(on_error=fail_test) as scope:
        yield Bench(scope)


async def test_saved_session_opens_as_it_was_built(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "demo.swb"
    bench.view.content, bench.view.save_path = BUILT, path

    bench.document.save_requested()
    await bench.done()
    bench.view.content = Session(version=1)
    bench.view.answer = Unsaved.DISCARD
    bench.document.open_requested(path)
    await bench.done()

    assert bench.view.content == BUILT
    assert bench.recent.paths == [path, path]
    assert bench.view.states[-1] == DocumentState(path, is_dirty=False)


async def test_change_after_saving_marks_the_document_until_it_is_taken_back(
    bench: Bench, tmp_path: Path
) -> None:
    bench.view.content, bench.view.save_path = BUILT, tmp_path / "demo.swb"
    bench.document.save_requested()
    await bench.done()

    bench.view.content = Session(version=1)
    bench.document.refresh()
    bench.view.content = BUILT
    bench.document.refresh()

    assert [state.is_dirty for state in bench.view.states[-3:]] == [False, True, False]


async def test_going_to_another_tab_is_no_change(bench: Bench) -> None:
    bench.view.content = Session(version=1, current_panel=0)
    bench.document.refresh()

    bench.view.content = Session(version=1, current_panel=3)
    bench.document.refresh()

    assert bench.view.states == [DocumentState(None, is_dirty=False)]


@pytest.mark.parametrize(
    ("answer", "leaves", "is_saved"),
    [
        pytest.param(Unsaved.SAVE, True, True, id="save"),
        pytest.param(Unsaved.DISCARD, True, False, id="discard"),
        pytest.param(Unsaved.CANCEL, False, False, id="cancel"),
    ],
)
async def test_closing_with_changes_asks_first(
    bench: Bench, tmp_path: Path, answer: Unsaved, leaves: bool, is_saved: bool
) -> None:
    path = tmp_path / "demo.swb"
    bench.view.content, bench.view.save_path, bench.view.answer = BUILT, path, answer

    bench.document.close_requested()
    await bench.done()

    assert bench.view.questions == 1
    assert bench.view.has_left is leaves
    assert path.exists() is is_saved


async def test_closing_without_changes_asks_nothing(bench: Bench) -> None:
    bench.document.close_requested()
    await bench.done()

    assert bench.view.has_left
    assert bench.view.questions == 0


async def test_window_stays_when_its_user_would_lose_something_else(bench: Bench) -> None:
    bench.view.leaves = False

    bench.document.close_requested()
    await bench.done()

    assert not bench.view.has_left


async def test_failed_save_keeps_the_window_open(bench: Bench, tmp_path: Path) -> None:
    bench.view.content, bench.view.answer = BUILT, Unsaved.SAVE
    bench.view.save_path = tmp_path / "gone" / "demo.swb"

    bench.document.close_requested()
    await bench.done()

    assert not bench.view.has_left
    assert [error.problem for error in bench.view.problems] == [SessionProblem.NOT_FOUND]
    assert bench.view.content == BUILT


async def test_wrong_file_is_told_and_leaves_the_panels_alone(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "broken.swb"
    path.write_text('{"version": 1, "panels": [', encoding="utf-8")
    bench.view.content = BUILT

    bench.document.open_requested(path)
    await bench.done()

    assert [error.problem for error in bench.view.problems] == [SessionProblem.TRUNCATED]
    assert bench.view.content == BUILT
    assert bench.recent.paths == []


async def test_saved_capture_is_offered_when_the_session_is_opened(
    bench: Bench, tmp_path: Path
) -> None:
    session, capture = tmp_path / "demo.swb", tmp_path / "records" / "demo.swcap"
    bench.view.content, bench.view.save_path = BUILT, session
    bench.document.save_requested()
    await bench.done()

    bench.document.capture_saved(capture)
    await bench.done()
    bench.document.open_requested(session)
    await bench.done()

    assert (await store.load(session)).capture == "records/demo.swcap"
    assert bench.view.offered == [capture]


async def test_keeping_the_captures_place_does_not_save_other_changes(
    bench: Bench, tmp_path: Path
) -> None:
    session = tmp_path / "demo.swb"
    bench.view.content, bench.view.save_path = BUILT, session
    bench.document.save_requested()
    await bench.done()

    bench.view.content = Session(version=1)
    bench.document.capture_saved(tmp_path / "demo.swcap")
    await bench.done()

    assert (await store.load(session)).panels == BUILT.panels
    assert bench.view.states[-1].is_dirty


async def test_capture_opens_beside_the_panels(bench: Bench, tmp_path: Path) -> None:
    bench.view.content, bench.view.open_path = BUILT, tmp_path / "record.swcap"

    bench.document.open_requested()
    await bench.done()

    assert bench.view.captures == [tmp_path / "record.swcap"]
    assert bench.view.content == BUILT
    assert bench.view.questions == 0


async def test_new_session_forgets_the_file(bench: Bench, tmp_path: Path) -> None:
    bench.view.content, bench.view.save_path = BUILT, tmp_path / "demo.swb"
    bench.document.save_requested()
    await bench.done()

    bench.document.new_requested()
    await bench.done()

    assert bench.document.path is None
    assert bench.view.content == Session(version=1)


async def test_second_wish_during_a_question_is_dropped(bench: Bench, tmp_path: Path) -> None:
    bench.view.content, bench.view.answer = BUILT, Unsaved.CANCEL

    bench.document.close_requested()
    bench.document.close_requested()
    await bench.done()

    assert bench.view.questions == 1
