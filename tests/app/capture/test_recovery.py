"""Captures left behind by a program that is gone."""

import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from socket_workbench.capture.owner import is_owned
from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.recovery import discard, unsaved
from socket_workbench.capture.store import Capture

RECORD_FOR_EVER = textwrap.dedent(
    """
    import asyncio, sys, time
    from pathlib import Path
    from socket_workbench.capture.store import Capture

    async def main():
        capture = await Capture.create(Path(sys.argv[1]))
        number = 0
        while True:
            number += 1
            capture.event(None, "tick", at_ns=time.monotonic_ns(), data=b"x" * 1000)
            if number % 20 == 0:
                print(number, time.monotonic_ns(), flush=True)
                await asyncio.sleep(0.005)

    asyncio.run(main())
    """
)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_capture_of_a_living_program_is_not_offered(capture: Capture) -> None:
    capture.note("mine", at_ns=1)
    await capture.flush()

    assert is_owned(capture.path)
    assert unsaved(capture.path.parent) == []
    with pytest.raises(CaptureFileError):
        discard(capture.path)


async def test_closed_capture_is_offered_until_discarded(tmp_path: Path) -> None:
    capture = await Capture.create(tmp_path / "run.swcap")
    first_ns = time.time_ns()
    capture.event(None, "one", at_ns=time.monotonic_ns(), data=b"abc")
    capture.note("two", at_ns=time.monotonic_ns() + 1_000_000_000)
    await capture.aclose()

    (found,) = unsaved(tmp_path)
    discard(found.path)

    assert (found.path, found.rows) == (capture.path, 2)
    assert found.size_bytes > 0
    assert abs(found.first_wall_ns - first_ns) < 50_000_000
    assert 900_000_000 < found.last_wall_ns - found.first_wall_ns < 1_100_000_000
    assert names_in(tmp_path) == []


async def test_empty_capture_is_not_offered(tmp_path: Path) -> None:
    capture = await Capture.create(tmp_path / "run.swcap")
    await capture.aclose()

    assert unsaved(tmp_path) == []


def test_file_that_is_no_capture_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "strange.swcap").write_text("hello")

    assert unsaved(tmp_path) == []
    assert names_in(tmp_path) == ["strange.swcap"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_program_loses_at_most_a_fifth_of_a_second(tmp_path: Path) -> None:
    path = tmp_path / "run.swcap"
    with subprocess.Popen(
        [sys.executable, "-c", RECORD_FOR_EVER, str(path)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(60)]
        program.kill()
        lines += program.stdout.readlines()

    (found,) = unsaved(tmp_path)
    reader = CaptureReader(found.path)
    last = reader.rows(found.rows - 1, 1)[0]
    reader.close()
    reported = [line.split() for line in lines if line.endswith("\n")]
    assert found.rows <= int(reported[-1][0]) + 20
    assert int(reported[-1][1]) - last.at_ns < 200_000_000
    assert last.size_bytes == 1000
