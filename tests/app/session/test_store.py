import asyncio
import os
import sys
import threading
from pathlib import Path

import pytest

from socket_workbench.session import store
from socket_workbench.session.errors import SessionError, SessionProblem
from socket_workbench.session.schema import Session
from socket_workbench.session.tcp_entries import TcpClientEntry
from support.sessions import FULL

ONE = Session(version=1, panels=(TcpClientEntry(title="one"),))
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and pipes")


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def load_error(path: Path) -> SessionError:
    with pytest.raises(SessionError) as caught:
        await store.load(path)
    return caught.value


async def save_error(path: Path) -> SessionError:
    with pytest.raises(SessionError) as caught:
        await store.save(FULL, path)
    return caught.value


async def test_saved_session_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "größe ☃.swb"

    await store.save(FULL, path)

    assert await store.load(path) == FULL
    assert names_in(tmp_path) == [path.name]


async def test_saving_and_loading_leave_the_loop_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    for name in ("read", "write"):
        monkeypatch.setattr(store, name, lambda *_: threads.append(threading.get_ident()))

    await store.save(FULL, tmp_path / "a.swb")
    await store.load(tmp_path / "a.swb")

    assert len(threads) == 2
    assert threading.get_ident() not in threads


async def test_saves_at_the_same_time_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.swb"

    await asyncio.gather(*(store.save(session, path) for session in (ONE, FULL) * 10))

    assert await store.load(path) in (ONE, FULL)
    assert names_in(tmp_path) == ["a.swb"]


async def test_missing_file_is_not_found(tmp_path: Path) -> None:
    assert (await load_error(tmp_path / "none.swb")).problem is SessionProblem.NOT_FOUND


async def test_folder_is_not_a_file(tmp_path: Path) -> None:
    assert (await load_error(tmp_path)).problem is SessionProblem.NOT_A_FILE
    assert (await save_error(tmp_path)).problem is SessionProblem.NOT_A_FILE


@posix_only
async def test_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.swb"
    os.mkfifo(pipe)

    assert (await load_error(pipe)).problem is SessionProblem.NOT_A_FILE


async def test_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.swb"
    with path.open("wb") as file:
        file.truncate(store.SIZE_LIMIT_BYTES + 1)

    error = await load_error(path)

    assert error.problem is SessionProblem.TOO_LARGE
    assert error.values == {"limit_bytes": 64 * 1024 * 1024}


async def test_vanished_folder_is_said_on_save(tmp_path: Path) -> None:
    error = await save_error(tmp_path / "gone" / "a.swb")

    assert error.problem is SessionProblem.NOT_FOUND


@pytest.mark.parametrize("name", ["a\0b.swb", "a" * 300 + ".swb"], ids=["nul", "long"])
async def test_impossible_name_is_said(tmp_path: Path, name: str) -> None:
    assert (await load_error(tmp_path / name)).problem is SessionProblem.BAD_NAME
    assert (await save_error(tmp_path / name)).problem is SessionProblem.BAD_NAME


async def test_invalid_session_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.swb"
    await store.save(ONE, path)

    with pytest.raises(SessionError):
        await store.save(Session(version=1, panels=(TcpClientEntry(title=""),)), path)

    assert await store.load(path) == ONE


def test_portable_path_is_relative_with_slashes(tmp_path: Path) -> None:
    session = tmp_path / "work.swb"

    kept = store.portable_path(tmp_path / "captures" / "a.swcap", session)

    assert kept == "captures/a.swcap"
    assert store.resolve_path(kept, session) == tmp_path / "captures" / "a.swcap"


def test_portable_path_moves_with_its_folder(tmp_path: Path) -> None:
    kept = store.portable_path(tmp_path / "one" / "a.swcap", tmp_path / "one" / "work.swb")

    assert store.resolve_path(kept, tmp_path / "two" / "work.swb") == tmp_path / "two" / "a.swcap"


def test_absolute_path_is_taken_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "a.swcap"

    assert store.resolve_path(target.as_posix(), Path("/elsewhere/work.swb")) == target
