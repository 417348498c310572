"""Bytes on show, written to a file."""

from pathlib import Path

from socket_workbench.bytesview.source import BytesSource
from socket_workbench.panels.byte_saving import CHUNK_BYTES, ByteSaver
from socket_workbench.tasks import TaskScope
from support.logs import fail_test


class RecordingView:
    """Answers with a path, remembers what was told."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.told: list[tuple[str, Path]] = []

    async def ask_bytes_path(self, suggested: Path) -> Path | None:
        return self.path

    def show_bytes_saved(self, path: Path, size_bytes: int) -> None:
        self.told.append((f"saved {size_bytes}", path))

    def show_bytes_not_saved(self, path: Path, detail: str) -> None:
        self.told.append(("not saved", path))


async def save(view: RecordingView, data: bytes, offset: int, length: int) -> None:
    async with TaskScope(on_error=fail_test) as scope:
        ByteSaver(view, scope).save_requested(BytesSource(data), offset, length)
        await scope.idle()


async def test_stretch_of_any_size_is_written_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * (CHUNK_BYTES // 100)
    view = RecordingView(tmp_path / "data.bin")

    await save(view, data, 3, len(data) - 5)

    assert (tmp_path / "data.bin").read_bytes() == data[3:-2]
    assert view.told == [(f"saved {len(data) - 5}", tmp_path / "data.bin")]


async def test_thinking_better_of_it_writes_nothing(tmp_path: Path) -> None:
    view = RecordingView(None)

    await save(view, b"data", 0, 4)

    assert view.told == []


async def test_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    view = RecordingView(tmp_path / "gone" / "data.bin")

    await save(view, b"data", 0, 4)

    assert view.told == [("not saved", tmp_path / "gone" / "data.bin")]
