"""What a kill and a power cut leave of larger data."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from socket_workbench.capture import datafile
from socket_workbench.capture.problems import ProblemKind
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.recovery import discard, unsaved
from socket_workbench.capture.saving import save_copy
from socket_workbench.capture.schema import DATA_HEADER_BYTES, data_path
from socket_workbench.capture.store import Capture

SIZE = 20_000
RECORD_FOR_EVER = textwrap.dedent(
    f"""
    import asyncio, sys, time
    from pathlib import Path
    from socket_workbench.capture.store import Capture

    async def main():
        capture = await Capture.create(Path(sys.argv[1]))
        number = 0
        while True:
            for number in range(number + 1, number + 51):
                data = number.to_bytes(4, "big") * ({SIZE} // 4)
                capture.event(None, "chunk", at_ns=time.monotonic_ns(), data=data)
            await capture.flush()
            print(capture.count, flush=True)

    asyncio.run(main())
    """
)
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")


def content(number: int) -> bytes:
    return number.to_bytes(4, "big") * (SIZE // 4)


def read(path: Path) -> tuple[list[bytes], list[int]]:
    """The data of all rows, and what is lost of each."""
    reader = CaptureReader(path)
    rows = reader.rows(0, 100_000)
    data = [reader.data(row.id) for row in rows]
    reader.close()
    return data, [row.lost_bytes for row in rows]


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A capture whose program was killed after it had committed 500 rows at least."""
    path = tmp_path / "run.swcap"
    with subprocess.Popen(
        [sys.executable, "-c", RECORD_FOR_EVER, str(path)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        while int(program.stdout.readline()) < 500:
            pass
        program.kill()
    return path


def test_killed_program_leaves_every_byte_of_what_it_committed(killed: Path) -> None:
    data, lost = read(killed)

    assert len(data) >= 500
    assert data == [content(number) for number in range(1, len(data) + 1)]
    assert not any(lost)


def test_capture_left_behind_counts_and_discards_both_files(killed: Path) -> None:
    (found,) = unsaved(killed.parent)
    assert found.size_bytes > 500 * SIZE

    discard(killed)

    assert list(killed.parent.iterdir()) == []


def nothing_synced(path: Path) -> None:
    """As if no checkpoint had come yet."""
    database = sqlite3.connect(path)
    database.execute("UPDATE meta SET value = 0 WHERE key = 'data_synced'")
    database.commit()
    database.close()


def all_synced(path: Path) -> None:
    database = sqlite3.connect(path)
    size = data_path(path).stat().st_size
    database.execute("UPDATE meta SET value = ? WHERE key = 'data_synced'", (size,))
    database.commit()
    database.close()


def lose_sector(path: Path) -> None:
    """Zeros where event 30 was written."""
    with data_path(path).open("rb+") as file:
        file.seek(DATA_HEADER_BYTES + 29 * SIZE + 5000)
        file.write(bytes(512))


def lose_end(path: Path) -> None:
    """The file ends within event 30."""
    with data_path(path).open("rb+") as file:
        file.truncate(DATA_HEADER_BYTES + 29 * SIZE + 5000)


def lose_file(path: Path) -> None:
    data_path(path).unlink()


@pytest.mark.parametrize("damage", [lose_sector, lose_end, lose_file])
def test_after_a_power_cut_no_wrong_bytes_are_given(
    killed: Path, damage: Callable[[Path], None]
) -> None:
    nothing_synced(killed)
    damage(killed)

    data, lost = read(killed)

    assert lost[29] == SIZE
    right = [content(number) for number in range(1, len(data) + 1)]
    assert all(
        found == (b"" if gone else whole)
        for found, gone, whole in zip(data, lost, right, strict=True)
    )


def test_what_was_synced_before_the_power_cut_is_given_to_the_last_byte(killed: Path) -> None:
    all_synced(killed)
    lose_end(killed)

    data, lost = read(killed)

    assert data[:29] == [content(number) for number in range(1, 30)]
    assert (data[29], lost[29], set(lost[30:])) == (content(30)[:5000], SIZE - 5000, {SIZE})


async def test_copy_of_what_is_left_tells_what_is_lost_as_well(killed: Path) -> None:
    nothing_synced(killed)
    lose_sector(killed)
    copy = killed.with_name("copy.swcap")

    await save_copy(killed, copy)

    assert read(copy) == read(killed)


async def test_disk_that_does_not_take_the_data_is_told_and_nothing_counts_as_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(datafile, "_sync_data", refuse)
    capture = await Capture.create(tmp_path / "run.swcap")
    number = 0
    while capture.problem is None:
        capture.event(None, "chunk", at_ns=number, data=content(number))
        await capture.next_commit()
    problem = capture.problem
    monkeypatch.undo()
    await capture.aclose()

    database = sqlite3.connect(capture.path)
    (synced,) = database.execute("SELECT value FROM meta WHERE key = 'data_synced'").fetchone()
    database.close()
    assert (problem.kind, synced) == (ProblemKind.IO_ERROR, 0)


async def test_all_is_synced_when_a_capture_ends_in_order(tmp_path: Path) -> None:
    capture = await Capture.create(tmp_path / "run.swcap")
    capture.event(None, "chunk", at_ns=1, data=content(1))
    await capture.aclose()

    database = sqlite3.connect(capture.path)
    (synced,) = database.execute("SELECT value FROM meta WHERE key = 'data_synced'").fetchone()
    database.close()
    assert synced == DATA_HEADER_BYTES + SIZE
