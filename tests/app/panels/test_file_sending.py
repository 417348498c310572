"""A file goes out in chunks, each awaited, and stops between them."""

import os
from pathlib import Path

import pytest

from socket_workbench.panels.file_sending import (
    CHUNK_BYTES,
    FileSender,
    Transfer,
    TransferStatus,
)

CONTENT = os.urandom(3 * CHUNK_BYTES + 5)


class Wire:
    """Takes so many chunks, then no more."""

    def __init__(self, *, takes: int = 10**6) -> None:
        self.chunks: list[bytes] = []
        self.reports: list[Transfer] = []
        self.takes = takes
        self.now_s = 0.0

    async def send(self, chunk: bytes) -> bool:
        if len(self.chunks) == self.takes:
            return False
        self.chunks.append(chunk)
        return True

    def sender(self, path: Path) -> FileSender:
        return FileSender(
            path, send=self.send, report=self.reports.append, now_s=lambda: self.now_s
        )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data.bin"
    path.write_bytes(CONTENT)
    return path


async def test_chunks_are_the_file(file: Path) -> None:
    wire = Wire()

    await wire.sender(file).run()

    assert b"".join(wire.chunks) == CONTENT
    assert [len(chunk) for chunk in wire.chunks] == [CHUNK_BYTES] * 3 + [5]


async def test_last_report_is_done_with_all_bytes(file: Path) -> None:
    wire = Wire()

    await wire.sender(file).run()

    size = len(CONTENT)
    assert wire.reports[-1] == Transfer(
        path=file, sent_bytes=size, total_bytes=size, status=TransferStatus.DONE
    )


async def test_reports_are_no_more_than_the_clock_allows(file: Path) -> None:
    wire = Wire()

    await wire.sender(file).run()

    assert [report.status for report in wire.reports] == [
        TransferStatus.SENDING,
        TransferStatus.DONE,
    ]


async def test_progress_is_reported_as_time_passes(file: Path) -> None:
    wire = Wire()
    sender = FileSender(
        file, send=wire.send, report=wire.reports.append, now_s=iter(range(100)).__next__
    )

    await sender.run()

    sent = [report.sent_bytes for report in wire.reports]
    assert sent == [0, CHUNK_BYTES, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES] + [3 * CHUNK_BYTES + 5] * 2


async def test_refused_chunk_ends_as_failed(file: Path) -> None:
    wire = Wire(takes=1)

    await wire.sender(file).run()

    assert wire.reports[-1].status is TransferStatus.FAILED
    assert wire.reports[-1].sent_bytes == CHUNK_BYTES


async def test_cancel_stops_after_the_call_under_way(file: Path) -> None:
    wire = Wire()

    async def send_and_cancel(chunk: bytes) -> bool:
        sender.cancel()
        return await wire.send(chunk)

    sender = FileSender(file, send=send_and_cancel, report=wire.reports.append)

    await sender.run()

    assert [report.status for report in wire.reports] == [
        TransferStatus.SENDING,
        TransferStatus.STOPPING,
        TransferStatus.STOPPED,
    ]
    assert wire.reports[-1].sent_bytes == CHUNK_BYTES


async def test_empty_file_is_done_without_a_call(tmp_path: Path) -> None:
    path, wire = tmp_path / "empty", Wire()
    path.touch()

    await wire.sender(path).run()

    assert wire.chunks == []
    assert wire.reports[-1].status is TransferStatus.DONE


@pytest.mark.parametrize("name", ["missing", "folder", "fifo"])
async def test_what_is_no_file_raises_and_is_reported(tmp_path: Path, name: str) -> None:
    wire = Wire()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")

    with pytest.raises(OSError, match=name):
        await wire.sender(tmp_path / name).run()

    assert wire.reports[-1].status is TransferStatus.FAILED
