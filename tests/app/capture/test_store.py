"""Recording, and what readers see of it."""

import asyncio
import time
from pathlib import Path

import pytest

from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.records import Direction, EventRow, Kind, Totals
from socket_workbench.capture.store import Capture


def rows_of(path: Path) -> list[EventRow]:
    reader = CaptureReader(path)
    rows = reader.rows(0, 1000)
    reader.close()
    return rows


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_call_and_event_come_back_as_reported(capture: Capture) -> None:
    at_ns = time.monotonic_ns()
    key = capture.add_socket(context="window", namespace="sockets.tcp", socket_id=3, panel="probe")
    token = capture.call(
        key,
        "sockets.tcp.send",
        '[3,{"$bytes":4}]',
        at_ns=at_ns,
        peer="[::1]:80",
        data=b"ping",
        direction=Direction.OUT,
    )
    capture.finish(token, done_ns=at_ns + 500, code=0, result='{"resultCode":0,"bytesSent":4}')
    capture.event(
        key, "sockets.tcp.onReceive", at_ns=at_ns + 900, data=b"pong", direction=Direction.IN
    )
    await capture.flush()

    call, event = rows_of(capture.path)

    assert (call.id, call.kind, call.name, call.peer) == (
        1,
        Kind.CALL,
        "sockets.tcp.send",
        "[::1]:80",
    )
    assert (call.code, call.result) == (0, '{"resultCode":0,"bytesSent":4}')
    assert (call.at_ns, call.done_ns) == (at_ns, at_ns + 500)
    assert (call.size_bytes, call.head, call.direction) == (4, b"ping", Direction.OUT)
    assert call.socket is not None
    assert (call.socket.label, call.socket.panel, call.socket.context) == (
        "tcp 3",
        "probe",
        "window",
    )
    assert (event.id, event.kind, event.head, event.code) == (2, Kind.EVENT, b"pong", None)


async def test_wall_clock_of_a_row_is_the_time_of_its_call(capture: Capture) -> None:
    wall_ns = time.time_ns()

    capture.note("capture.started", at_ns=time.monotonic_ns())
    await capture.flush()

    assert abs(rows_of(capture.path)[0].wall_ns - wall_ns) < 50_000_000


async def test_result_that_comes_late_is_filled_in_and_told(capture: Capture) -> None:
    reader = CaptureReader(capture.path)
    mark, _ = reader.updated_since(-1)
    token = capture.call(None, "socket.connect", "[1]", at_ns=1)
    capture.note("other", at_ns=2)
    await capture.flush()
    before, changes = reader.rows(0, 1)[0], capture.changes

    capture.finish(token, done_ns=7, code=-102, result="-102", cause="ECONNREFUSED")
    await capture.flush()

    after = reader.rows(0, 1)[0]
    assert (before.code, before.done_ns, before.result) == (None, None, "")
    assert (after.code, after.done_ns, after.cause) == (-102, 7, "ECONNREFUSED")
    assert capture.changes > changes
    assert [list(ids) for ids in reader.updated_since(mark)[1:]] == [[1]]
    assert reader.count() == capture.count == 2
    reader.close()


async def test_rows_keep_their_order_and_have_no_gaps(capture: Capture) -> None:
    for number in range(5000):
        capture.event(None, f"event{number % 7}", at_ns=number, arguments=str(number))
        if number % 900 == 0:
            await asyncio.sleep(0.01)
    await capture.flush()

    reader = CaptureReader(capture.path)
    rows = reader.rows(0, 6000)
    reader.close()
    assert [row.id for row in rows] == list(range(1, 5001))
    assert [row.arguments for row in rows] == [str(number) for number in range(5000)]


async def test_rows_are_committed_without_asking_within_a_tenth_of_a_second(
    capture: Capture,
) -> None:
    capture.note("one", at_ns=1)

    async with asyncio.timeout(2):
        await capture.next_commit()

    assert len(rows_of(capture.path)) == 1


async def test_totals_count_what_was_sent_and_received(capture: Capture) -> None:
    first, second = (
        capture.add_socket(context="window", namespace="sockets.udp", socket_id=number)
        for number in (1, 2)
    )
    capture.event(first, "onReceive", at_ns=1, data=b"abc", direction=Direction.IN)
    sent = capture.call(first, "send", "[]", at_ns=2, data=b"12345", direction=Direction.OUT)
    failed = capture.call(second, "send", "[]", at_ns=3, data=b"123", direction=Direction.OUT)

    capture.finish(sent, done_ns=4, code=0, result="")
    capture.finish(failed, done_ns=5, code=-15, result="")

    assert capture.totals(first) == Totals(bytes_in=3, events_in=1, bytes_out=5, events_out=1)
    assert capture.totals(second) == Totals()
    assert capture.totals() == capture.totals(first)


async def test_text_that_utf8_cannot_hold_is_escaped(capture: Capture) -> None:
    capture.note("half", at_ns=1, arguments="\ud83d!")

    await capture.flush()

    assert rows_of(capture.path)[0].arguments == "\\ud83d!"


async def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "there.swcap"
    path.write_bytes(b"mine")

    with pytest.raises(CaptureFileError) as caught:
        await Capture.create(path)

    assert (caught.value.path, caught.value.reason) == (path, FileReason.EXISTS)
    assert path.read_bytes() == b"mine"


async def test_closing_writes_what_waits_and_leaves_one_file(tmp_path: Path) -> None:
    capture = await Capture.create(tmp_path / "run.swcap")
    capture.note("last words", at_ns=1)

    await capture.aclose()
    await capture.aclose()

    assert names_in(tmp_path) == ["run.swcap"]
    assert [row.name for row in rows_of(capture.path)] == ["last words"]
