"""Reading captures, good and bad ones."""

import sqlite3
from pathlib import Path

import pytest

from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.records import HEAD_BYTES, EventRow
from socket_workbench.capture.schema import APPLICATION_ID, FORMAT_VERSION
from socket_workbench.capture.store import Capture


@pytest.fixture
async def saved(tmp_path: Path) -> Path:
    """A finished capture with three rows; the second has 100,000 bytes."""
    folder = tmp_path / "saved"
    capture = await Capture.create(folder / "run.swcap")
    key = capture.add_socket(context="window", namespace="sockets.tcpServer", socket_id=1)
    capture.add_socket(context="window", namespace="sockets.tcp", socket_id=7, parent=key)
    capture.note("first", at_ns=10)
    capture.event(key, "big", at_ns=20, data=bytes(range(250)) * 400)
    capture.note("third", at_ns=30)
    await capture.aclose()
    return capture.path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def numbers(rows: list[EventRow]) -> list[int]:
    return [row.id for row in rows]


def test_rows_come_by_position_and_end_where_the_capture_ends(saved: Path) -> None:
    reader = CaptureReader(saved)

    assert numbers(reader.rows(1, 10)) == [2, 3]
    assert numbers(reader.rows(3, 10)) == []
    assert reader.count() == 3
    reader.close()


def test_rows_by_id_keep_the_order_that_was_asked_for(saved: Path) -> None:
    reader = CaptureReader(saved)

    assert numbers(reader.rows_by_id([3, 99, 1])) == [3, 1]
    reader.close()


def test_large_data_is_read_in_pieces_and_its_head_with_the_row(saved: Path) -> None:
    data = bytes(range(250)) * 400
    reader = CaptureReader(saved)

    assert reader.rows(1, 1)[0].head == data[:HEAD_BYTES]
    assert reader.data(2) == data
    assert reader.data(2, 99_990, 50) == data[99_990:]
    assert reader.data(2, 200_000, 5) == b""
    assert reader.data(1) == reader.data(77) == b""
    reader.close()


def test_sockets_tell_who_accepted_them(saved: Path) -> None:
    reader = CaptureReader(saved)
    server, client = reader.sockets()
    reader.close()

    assert (server.label, client.label) == ("server 1", "tcp 7")
    assert (server.parent, client.parent) == (None, server.key)


def test_reading_a_saved_capture_leaves_its_folder_as_it_was(saved: Path) -> None:
    before = (saved.read_bytes(), names_in(saved.parent))
    saved.chmod(0o444)
    saved.parent.chmod(0o555)

    reader = CaptureReader(saved)
    reader.rows(0, 3)
    reader.close()

    saved.parent.chmod(0o755)
    assert (saved.read_bytes(), names_in(saved.parent)) == before


def test_log_view_answers_people_with_a_shell(saved: Path) -> None:
    database = sqlite3.connect(saved)
    rows = database.execute("SELECT id, socket, event, kind, bytes, time FROM log").fetchall()
    database.close()

    assert [row[:5] for row in rows] == [
        (1, None, "first", "note", 0),
        (2, "sockets.tcpServer 1", "big", "event", 100_000),
        (3, None, "third", "note", 0),
    ]
    assert len(rows[0][5]) == len("2026-11-20 12:04:31.002114")


def other_database(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE events (id)")
    database.close()


def newer_capture(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA application_id={APPLICATION_ID}")
    database.execute(f"PRAGMA user_version={FORMAT_VERSION + 1}")
    database.execute("CREATE TABLE something_new (id)")
    database.close()


def capture_without_tables(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA application_id={APPLICATION_ID}")
    database.execute(f"PRAGMA user_version={FORMAT_VERSION}")
    database.close()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda _path: None, FileReason.MISSING, id="missing"),
        pytest.param(lambda path: path.mkdir(), FileReason.UNREADABLE, id="folder"),
        pytest.param(lambda path: path.touch(), FileReason.NOT_A_CAPTURE, id="empty"),
        pytest.param(
            lambda path: path.write_bytes(b"x" * 500), FileReason.NOT_A_CAPTURE, id="text"
        ),
        pytest.param(other_database, FileReason.NOT_A_CAPTURE, id="other database"),
        pytest.param(newer_capture, FileReason.NEWER, id="newer"),
        pytest.param(capture_without_tables, FileReason.DAMAGED, id="no tables"),
    ],
)
def test_wrong_file_is_named_with_its_reason(make, reason: FileReason, tmp_path: Path) -> None:
    path = tmp_path / "wrong.swcap"
    make(path)

    with pytest.raises(CaptureFileError) as caught:
        CaptureReader(path)

    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_truncated_capture_is_called_damaged(saved: Path) -> None:
    with saved.open("rb+") as file:
        file.truncate(saved.stat().st_size // 3)

    with pytest.raises(CaptureFileError) as caught:
        CaptureReader(saved).rows(0, 3)

    assert caught.value.reason is FileReason.DAMAGED
