"""Save capture as: a whole copy, or none, while recording goes on."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from socket_workbench.capture import saving
from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.records import Direction
from socket_workbench.capture.store import Capture


def fill(capture: Capture, rows: int, size_bytes: int) -> None:
    for number in range(rows):
        data = number.to_bytes(4, "big") * (size_bytes // 4)
        capture.event(None, "chunk", at_ns=number, data=data, direction=Direction.IN)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_copy_has_every_row_socket_and_byte(capture: Capture, tmp_path: Path) -> None:
    key = capture.add_socket(context="window", namespace="sockets.udp", socket_id=5)
    capture.event(key, "sockets.udp.onReceive", at_ns=3, data=b"hello", direction=Direction.IN)
    fill(capture, 3000, 64)

    await capture.save_as(tmp_path / "copy.swcap")

    original, copy = CaptureReader(capture.path), CaptureReader(tmp_path / "copy.swcap")
    assert copy.rows(0, 4000) == original.rows(0, 4000)
    assert copy.sockets() == original.sockets()
    assert copy.data(1) == b"hello"
    original.close()
    copy.close()


async def test_result_that_comes_while_copying_is_in_the_copy(
    capture: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "SLICE_ROWS", 1)
    token = capture.call(None, "socket.connect", "[]", at_ns=1)
    fill(capture, 2000, 4)
    await capture.flush()

    def finish_now(done: int, _total: int) -> None:
        if done == 1:
            capture.finish(token, done_ns=9, code=0, result="0")

    copying = capture.save_as(tmp_path / "copy.swcap", on_progress=finish_now)
    await asyncio.gather(copying)

    copy = CaptureReader(tmp_path / "copy.swcap")
    row = copy.rows(0, 1)[0]
    copy.close()
    assert (row.code, row.done_ns) == (0, 9)


async def test_rows_recorded_while_copying_do_not_spoil_the_copy(
    capture: Capture, tmp_path: Path
) -> None:
    fill(capture, 2000, 4096)
    await capture.flush()

    saved = asyncio.gather(capture.save_as(tmp_path / "copy.swcap"))
    while not saved.done():
        fill(capture, 50, 4096)
        await asyncio.sleep(0.001)

    copy = CaptureReader(tmp_path / "copy.swcap")
    assert copy.count() >= 2000
    assert copy.rows(1999, 1)[0].size_bytes == 4096
    copy.close()
    with sqlite3.connect(tmp_path / "copy.swcap") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


async def test_progress_is_told_and_ends_with_all_rows(capture: Capture, tmp_path: Path) -> None:
    fill(capture, 100, 4)
    seen: list[tuple[int, int]] = []

    await capture.save_as(
        tmp_path / "copy.swcap", on_progress=lambda done, total: seen.append((done, total))
    )
    await asyncio.sleep(0)

    assert seen[-1] == (100, 100)


async def test_cancelled_copy_leaves_nothing_behind_and_the_old_file_alone(
    capture: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "SLICE_ROWS", 1)
    fill(capture, 3000, 4)
    target = tmp_path / "copies" / "copy.swcap"
    target.parent.mkdir()
    target.write_bytes(b"old")
    begun = asyncio.Event()

    saving_it = asyncio.gather(
        capture.save_as(target, on_progress=lambda _done, _total: begun.set())
    )
    await begun.wait()
    saving_it.cancel()
    with pytest.raises(asyncio.CancelledError):
        await saving_it

    assert names_in(target.parent) == ["copy.swcap"]
    assert target.read_bytes() == b"old"


async def test_folder_that_is_missing_is_named_with_the_reason(
    capture: Capture, tmp_path: Path
) -> None:
    target = tmp_path / "nowhere" / "copy.swcap"

    with pytest.raises(CaptureFileError) as caught:
        await capture.save_as(target)

    assert (caught.value.path, caught.value.reason) == (target, FileReason.UNWRITABLE)
    assert str(target) in str(caught.value)
