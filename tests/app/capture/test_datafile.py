"""Larger data lies in a file beside the capture while it is recorded."""

import asyncio
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from socket_workbench.capture.problems import CaptureFileError, FileReason, ProblemKind
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.records import Direction
from socket_workbench.capture.schema import (
    COPY_VERSION,
    DATA_HEADER_BYTES,
    FORMAT_VERSION,
    STORED_FROM_BYTES,
    data_path,
)
from socket_workbench.capture.store import Capture

SIZES = (1, STORED_FROM_BYTES - 1, STORED_FROM_BYTES, 4096, 70_000, 0, 3 << 20, 2)


def content(number: int, size: int) -> bytes:
    """Data that no other number has."""
    return (number.to_bytes(4, "big") * (size // 4 + 1))[:size]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def record(capture: Capture, sizes: tuple[int, ...] = SIZES, first: int = 1) -> None:
    for number, size in enumerate(sizes, first):
        data = content(number, size)
        capture.event(None, "chunk", at_ns=number, data=data, direction=Direction.IN)


def all_data(path: Path) -> list[bytes]:
    reader = CaptureReader(path)
    data = [reader.data(row.id) for row in reader.rows(0, 10_000)]
    reader.close()
    return data


def lost(path: Path) -> list[int]:
    reader = CaptureReader(path)
    rows = reader.rows(0, 10_000)
    reader.close()
    return [row.lost_bytes for row in rows]


def expected(sizes: tuple[int, ...] = SIZES, first: int = 1) -> list[bytes]:
    return [content(number, size) for number, size in enumerate(sizes, first)]


@pytest.fixture
async def mixed(capture: Capture) -> Capture:
    """A running capture with data of both kinds."""
    record(capture)
    await capture.flush()
    return capture


@pytest.fixture
async def closed(tmp_path: Path) -> Path:
    """The same, ended in order."""
    capture = await Capture.create(tmp_path / "closed.swcap")
    record(capture)
    await capture.aclose()
    return capture.path


def test_running_capture_gives_all_data_whole_and_in_pieces(mixed: Capture) -> None:
    reader = CaptureReader(mixed.path)
    rows = reader.rows(0, 99)

    assert all_data(mixed.path) == expected()
    assert [row.head for row in rows] == [data[:256] for data in expected()]
    assert [row.lost_bytes for row in rows] == [0] * len(SIZES)
    assert reader.data(5, 69_990, 50) == content(5, 70_000)[69_990:]
    assert reader.data(5, 80_000) == reader.data(5, 80_000, 5) == b""
    reader.close()


def test_size_of_a_running_capture_counts_all_files(mixed: Capture) -> None:
    assert data_path(mixed.path).name in names_in(mixed.path.parent)
    assert mixed.size_bytes > sum(SIZES)


async def test_capture_without_large_data_has_no_second_file(tmp_path: Path) -> None:
    capture = await Capture.create(tmp_path / "run.swcap")
    record(capture, (1, 20, STORED_FROM_BYTES - 1))
    await capture.aclose()

    assert names_in(tmp_path) == ["run.swcap"]
    assert all_data(capture.path) == expected((1, 20, STORED_FROM_BYTES - 1))


def test_closed_capture_gives_all_data(closed: Path) -> None:
    assert all_data(closed) == expected()
    assert lost(closed) == [0] * len(SIZES)


def test_program_of_version_1_does_not_take_it_for_its_own(closed: Path) -> None:
    database = sqlite3.connect(closed)
    (version,) = database.execute("PRAGMA user_version").fetchone()
    database.close()

    assert version == FORMAT_VERSION > 1


@pytest.mark.skipif(shutil.which("tail") is None, reason="no shell tools")
def test_shell_reads_stored_data_as_the_format_says(closed: Path) -> None:
    database = sqlite3.connect(closed)
    offset, length = database.execute(
        "SELECT offset, length FROM stored WHERE event_id = 5"
    ).fetchone()
    database.close()

    pipe = f'tail -c +{offset + 1} "{data_path(closed)}" | head -c {length}'
    found = subprocess.run(["sh", "-c", pipe], capture_output=True, check=True).stdout

    assert found == content(5, 70_000)


def test_missing_data_file_is_told_for_each_row(closed: Path) -> None:
    data_path(closed).unlink()

    reader = CaptureReader(closed)
    rows = reader.rows(0, 99)
    big = reader.data(5)
    reader.close()

    stored = [size if size >= STORED_FROM_BYTES else 0 for size in SIZES]
    assert [row.lost_bytes for row in rows] == stored
    assert (rows[1].head, rows[4].head, big) == (content(2, 511)[:256], b"", b"")


def test_data_file_of_another_capture_is_not_believed(closed: Path, mixed: Capture) -> None:
    shutil.copy(data_path(mixed.path), data_path(closed))

    assert all_data(closed)[4] == b""
    assert lost(closed)[4] == 70_000


def test_truncated_data_file_gives_what_is_there_and_tells_the_rest(closed: Path) -> None:
    kept = DATA_HEADER_BYTES + STORED_FROM_BYTES + 4096 + 1000
    with data_path(closed).open("rb+") as file:
        file.truncate(kept)

    assert lost(closed) == [0, 0, 0, 0, 69_000, 0, 3 << 20, 0]
    assert all_data(closed)[3:5] == [content(4, 4096), content(5, 1000)]


async def test_copy_is_one_file_of_version_1_with_everything(
    mixed: Capture, tmp_path: Path
) -> None:
    target = tmp_path / "copies" / "copy.swcap"
    target.parent.mkdir()

    await mixed.save_as(target)

    database = sqlite3.connect(target)
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    facts = {key for (key,) in database.execute("SELECT key FROM meta")}
    found = database.execute("SELECT bytes FROM data ORDER BY event_id").fetchall()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    database.close()
    assert names_in(target.parent) == ["copy.swcap"]
    assert version == COPY_VERSION == 1
    assert tables.isdisjoint({"stored", "blocks"})
    assert facts == {"program", "created_wall_ns"}
    assert [row[0] for row in found] == [data for data in expected() if data]
    assert all_data(target) == expected()


async def test_copy_made_while_recording_has_all_bytes_of_its_rows(
    capture: Capture, tmp_path: Path
) -> None:
    record(capture, (4096,) * 2000)
    saved = asyncio.gather(capture.save_as(tmp_path / "copy.swcap"))
    number = 2001
    while not saved.done():
        record(capture, (4096,) * 20, number)
        number += 20
        await asyncio.sleep(0.001)

    found = all_data(tmp_path / "copy.swcap")
    assert len(found) >= 2000
    assert found == expected((4096,) * len(found))


async def test_reader_beside_the_writer_never_sees_rows_without_their_bytes(
    capture: Capture,
) -> None:
    def follow() -> int:
        reader, seen = CaptureReader(capture.path), 0
        while seen < 3000:
            for row in reader.rows(seen, 500):
                assert row.lost_bytes == 0
                assert reader.data(row.id) == content(row.id, 5000)
                seen = row.id
        reader.close()
        return seen

    following = asyncio.gather(*(asyncio.to_thread(follow) for _ in range(2)))
    for first in range(1, 3001, 100):
        record(capture, (5000,) * 100, first)
        await asyncio.sleep(0.005)

    assert await following == [3000, 3000]


async def test_removed_data_file_is_put_back_and_readers_go_on(mixed: Capture) -> None:
    reader = CaptureReader(mixed.path)
    assert reader.data(5) == content(5, 70_000)

    data_path(mixed.path).unlink()
    record(mixed, (9000, 9001), len(SIZES) + 1)
    await mixed.flush()

    assert mixed.problem is None
    assert all_data(mixed.path) == expected((*SIZES, 9000, 9001))
    assert reader.data(5) == content(5, 70_000)
    assert reader.data(len(SIZES) + 2) == content(len(SIZES) + 2, 9001)
    reader.close()


async def test_removed_folder_is_put_back_with_both_files(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    capture = await Capture.create(folder / "run.swcap")
    record(capture)
    await capture.flush()

    shutil.rmtree(folder)
    record(capture, (9000,), len(SIZES) + 1)
    await capture.flush()
    record(capture, (9001,), len(SIZES) + 2)
    await capture.aclose()

    assert capture.problem is None
    assert all_data(capture.path) == expected((*SIZES, 9000, 9001))


async def test_file_in_place_of_the_removed_one_is_left_alone_and_told(mixed: Capture) -> None:
    data_path(mixed.path).unlink()
    data_path(mixed.path).write_bytes(b"mine")
    mixed.note("next", at_ns=99)
    await mixed.flush()
    while mixed.problem is None:
        await mixed.next_commit()

    assert mixed.problem.kind is ProblemKind.FILE_REMOVED
    assert data_path(mixed.path).read_bytes() == b"mine"

    data_path(mixed.path).unlink()
    mixed.note("last", at_ns=100)
    while mixed.problem is not None:
        await mixed.next_commit()
    assert all_data(mixed.path)[: len(SIZES)] == expected()


async def test_full_disk_takes_nothing_by_halves_and_all_of_it_later(mixed: Capture) -> None:
    before = data_path(mixed.path).stat().st_size
    mixed.limit_size(before + 100_000)
    record(mixed, (60_000, 500_000, 70_000), len(SIZES) + 1)
    while mixed.problem is None:
        await mixed.next_commit()

    assert mixed.problem.kind is ProblemKind.DISK_FULL
    assert data_path(mixed.path).stat().st_size == before
    assert all_data(mixed.path) == expected()

    mixed.limit_size(None)
    while mixed.problem is not None:
        await mixed.next_commit()
    await mixed.flush()
    assert all_data(mixed.path) == expected((*SIZES, 60_000, 500_000, 70_000))


async def test_data_file_of_an_older_capture_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "run.swcap"
    data_path(path).write_bytes(b"mine")

    with pytest.raises(CaptureFileError) as caught:
        await Capture.create(path)

    assert (caught.value.path, caught.value.reason) == (data_path(path), FileReason.EXISTS)
    assert names_in(tmp_path) == ["run.swcap-data"]
