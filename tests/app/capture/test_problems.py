"""A full disk, a removed file: recording stands still, nothing is lost, the program goes on."""

import asyncio
import shutil
import time
from pathlib import Path

import pytest

from socket_workbench.capture.problems import CaptureWriteError, ProblemKind
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.records import EventRow
from socket_workbench.capture.store import Capture

PAGE_BYTES = 4096


def rows_of(path: Path) -> list[EventRow]:
    reader = CaptureReader(path)
    rows = reader.rows(0, 10_000)
    reader.close()
    return rows


@pytest.fixture
async def full_capture(tmp_path: Path):
    """A capture with one row, whose next ones do not fit."""
    capture = await Capture.create(
        tmp_path / "run.swcap", page_bytes=PAGE_BYTES, queue_bytes=100_000
    )
    capture.note("first", at_ns=1)
    await capture.flush()
    capture.limit_size(capture.path.stat().st_size)
    for number in range(20):
        capture.event(None, "chunk", at_ns=2 + number, data=bytes([number]) * 10_000)
    while capture.problem is None:
        await capture.next_commit()
    yield capture
    await capture.aclose()


async def test_full_disk_is_told_and_what_was_captured_stays(full_capture: Capture) -> None:
    assert full_capture.problem is not None
    assert full_capture.problem.kind is ProblemKind.DISK_FULL
    assert [row.name for row in rows_of(full_capture.path)] == ["first"]


async def test_while_the_disk_is_full_there_is_no_room_and_flush_says_why(
    full_capture: Capture,
) -> None:
    assert not full_capture.has_room()
    with pytest.raises(CaptureWriteError):
        await full_capture.flush()


async def test_once_there_is_space_everything_is_written_and_readers_go_on(
    full_capture: Capture,
) -> None:
    full_capture.limit_size(None)

    await full_capture.room()
    while full_capture.problem is not None:
        await full_capture.next_commit()
    await full_capture.flush()

    rows = rows_of(full_capture.path)
    assert [row.id for row in rows] == list(range(1, 22))
    assert [row.head[:1] for row in rows[1:]] == [bytes([number]) for number in range(20)]


async def test_going_on_without_recording_makes_room_and_counts_what_is_missing(
    full_capture: Capture,
) -> None:
    waiting = asyncio.get_running_loop().create_task(full_capture.room())
    await asyncio.sleep(0)

    full_capture.stop_recording()
    await waiting
    for _ in range(3):
        full_capture.note("unseen", at_ns=time.monotonic_ns())
    full_capture.limit_size(None)
    full_capture.resume_recording(at_ns=time.monotonic_ns())
    while full_capture.problem is not None:
        await full_capture.next_commit()
    await full_capture.flush()

    last = rows_of(full_capture.path)[-1]
    assert (last.id, last.name, last.arguments) == (22, "capture.dropped", '{"rows":3}')


async def test_closing_while_the_disk_is_full_ends_and_keeps_what_is_there(
    full_capture: Capture,
) -> None:
    await full_capture.aclose()

    assert [row.name for row in rows_of(full_capture.path)] == ["first"]


async def test_removed_file_is_put_back_with_all_rows(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    capture = await Capture.create(folder / "run.swcap")
    reader = CaptureReader(capture.path)
    capture.event(None, "before", at_ns=1, data=b"abc")
    await capture.flush()

    shutil.rmtree(folder)
    capture.note("after", at_ns=2)
    await capture.flush()
    capture.note("later", at_ns=3)
    await capture.flush()

    assert capture.problem is None
    assert [row.name for row in reader.rows(0, 9)] == ["before", "after", "later"]
    assert reader.data(1) == b"abc"
    reader.close()
    await capture.aclose()
