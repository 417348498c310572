"""Recordings that nobody saved: kept within limits, brought back, never where they can't be."""

import time
from pathlib import Path

from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.store import Capture
from socket_workbench.panels import recordings
from socket_workbench.panels.recordings import Recordings


async def recorded(capture: Capture) -> Path:
    capture.note("test", at_ns=time.monotonic_ns())
    await capture.aclose()
    return capture.path


async def test_kept_capture_is_listed_among_the_earlier_ones(tmp_path: Path) -> None:
    kept = Recordings(tmp_path)
    capture, _ = await kept.begin()

    await kept.keep(await recorded(capture))

    assert [path.name for path in kept.earlier()] == [capture.path.name]
    assert await kept.left_behind() == []


async def test_capture_without_rows_is_not_kept(tmp_path: Path) -> None:
    kept = Recordings(tmp_path)
    capture, _ = await kept.begin()
    await capture.aclose()

    await kept.keep(capture.path)

    assert kept.earlier() == []
    assert not capture.path.exists()


async def test_capture_of_a_run_that_died_is_found(tmp_path: Path) -> None:
    kept = Recordings(tmp_path)
    capture, _ = await kept.begin()
    path = await recorded(capture)

    left = await kept.left_behind()

    assert [(one.path, one.rows) for one in left] == [(path, 1)]


async def test_oldest_captures_make_room(tmp_path: Path) -> None:
    kept = Recordings(tmp_path)
    for number in range(recordings.KEPT_FILES + 2):
        capture = await Capture.create(tmp_path / f"{number:02}.swcap")
        await kept.keep(await recorded(capture))

    names = [path.stem for path in kept.earlier()]

    assert names == [f"{number:02}" for number in range(recordings.KEPT_FILES + 1, 1, -1)]


LARGE_BYTES = 1_000_000


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def large(path: Path) -> Path:
    capture = await Capture.create(path)
    capture.event(None, "chunk", at_ns=1, data=bytes(LARGE_BYTES))
    await capture.aclose()
    return path


async def test_data_beside_a_capture_goes_where_it_goes(tmp_path: Path) -> None:
    kept = Recordings(tmp_path)
    await kept.keep(await large(tmp_path / "run.swcap"))

    (path,) = kept.earlier()
    reader = CaptureReader(path)
    data = reader.data(1)
    reader.close()
    assert len(data) == LARGE_BYTES
    assert names_in(tmp_path) == [recordings.EARLIER]

    await kept.discard(path)
    assert names_in(path.parent) == []


async def test_data_beside_captures_counts_for_the_room_they_take(tmp_path: Path) -> None:
    kept = Recordings(tmp_path, kept_bytes=3_500_000)
    for number in range(5):
        await kept.keep(await large(tmp_path / f"{number}.swcap"))

    names = names_in(tmp_path / recordings.EARLIER)
    assert names == ["3.swcap", "3.swcap-data", "4.swcap", "4.swcap-data"]


async def test_data_whose_capture_somebody_removed_is_swept(tmp_path: Path) -> None:
    kept = Recordings(tmp_path)
    for number in range(2):
        await kept.keep(await large(tmp_path / f"{number}.swcap"))
    (tmp_path / recordings.EARLIER / "0.swcap").unlink()

    await kept.keep(await large(tmp_path / "2.swcap"))

    names = names_in(tmp_path / recordings.EARLIER)
    assert names == ["1.swcap", "1.swcap-data", "2.swcap", "2.swcap-data"]


async def test_folder_that_cannot_be_made_is_told_and_recording_goes_elsewhere(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    kept = Recordings(tmp_path / "file" / "captures")

    capture, error = await kept.begin()
    path = await recorded(capture)
    await kept.discard(path)
    path.parent.rmdir()

    assert error is not None
    assert error.path.is_relative_to(tmp_path)


async def test_limits_are_the_callers(tmp_path: Path) -> None:
    folder = recordings.Recordings(tmp_path, kept_files=0)
    capture, _ = await folder.begin()
    capture.note("something", at_ns=1)
    await capture.aclose()

    await folder.keep(capture.path)

    assert folder.earlier() == []
