"""The window on a capture: rows by place, as it grows, filtered and joined."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from socket_workbench.capture.query import conversation, parse
from socket_workbench.capture.records import EventRow
from socket_workbench.capture.store import Capture
from socket_workbench.capture.window import PAGE_ROWS, RowWindow, StillFeed
from support.records import REPLY, REQUEST, record_dialogue


def settle(window: RowWindow, is_done: Callable[[], bool] | None = None) -> None:
    """Poll as a view would until nothing is new, or until `is_done`."""
    ends_s = time.monotonic() + 5
    while (window.poll() or window.is_searching) if is_done is None else not is_done():
        assert time.monotonic() < ends_s, "the window never settled"
        if is_done is not None:
            window.poll()
        time.sleep(0.002)


def shown(window: RowWindow) -> list[EventRow]:
    rows = [window.row(place) for place in range(window.count)]
    return [row for row in rows if row is not None]


@pytest.fixture
def dialogue(tmp_path: Path):
    """A saved capture of three rounds."""
    path = tmp_path / "run.swcap"
    window = RowWindow(path, StillFeed(record_dialogue(path, rounds=3)))
    yield window
    window.close()


def test_all_rows_are_shown_in_order(dialogue: RowWindow) -> None:
    settle(dialogue)

    assert [row.id for row in shown(dialogue)] == list(range(1, 22))
    assert dialogue.row(21) is None
    assert dialogue.row(-1) is None


def test_nothing_new_is_told_as_nothing(dialogue: RowWindow) -> None:
    settle(dialogue)

    assert dialogue.poll() is None


def test_filter_shows_what_matches_and_knows_its_places(dialogue: RowWindow) -> None:
    dialogue.show(parse("code:<0"))
    settle(dialogue)

    assert [row.id for row in shown(dialogue)] == [6, 13, 20]
    assert [dialogue.place_of(number) for number in (6, 13, 7)] == [0, 1, None]


def test_without_filter_all_rows_are_back(dialogue: RowWindow) -> None:
    dialogue.show(parse("code:<0"))
    settle(dialogue)

    dialogue.show(None)
    settle(dialogue)

    assert dialogue.count == 21


def test_joined_rows_have_the_bytes_of_all_and_failures_stand_alone(dialogue: RowWindow) -> None:
    dialogue.show(conversation([1]), joins=True)
    settle(dialogue)

    assert [(row.id, row.size_bytes, row.code) for row in shown(dialogue)[:4]] == [
        (3, 18, 0),
        (4, len(REPLY) + 6, None),
        (6, 4, -15),
        (10, 18, 0),
    ]
    assert shown(dialogue)[1].head == REPLY + b"<html>"
    assert dialogue.place_of(5) == 1


async def test_filter_takes_in_a_row_once_its_result_comes(capture: Capture) -> None:
    window = RowWindow(capture.path, capture)
    window.show(parse("code:<0"))
    early = capture.call(None, "socket.connect", "[]", at_ns=1)
    late = capture.call(None, "socket.connect", "[]", at_ns=2)
    capture.finish(late, done_ns=3, code=-7, result="-7")
    await capture.flush()
    settle(window)
    before = [row.id for row in shown(window)]

    capture.finish(early, done_ns=4, code=-102, result="-102")
    await capture.flush()
    settle(window, lambda: window.count == 2)

    assert before == [2]
    assert [(row.id, row.code) for row in shown(window)] == [(1, -102), (2, -7)]
    window.close()


async def test_pending_row_is_read_again_when_its_result_comes(capture: Capture) -> None:
    window = RowWindow(capture.path, capture)
    token = capture.call(None, "socket.connect", "[]", at_ns=1)
    await capture.flush()
    settle(window)
    assert shown(window)[0].code is None

    capture.finish(token, done_ns=2, code=0, result="0")
    await capture.flush()
    growth = window.poll()

    assert growth is not None
    assert growth.stale == (0,)
    assert shown(window)[0].code == 0
    window.close()


async def test_rows_on_a_page_that_was_not_full_appear(capture: Capture) -> None:
    window = RowWindow(capture.path, capture)
    for turn in range(1, 4):
        for number in range(PAGE_ROWS // 2 + 1):
            capture.note(f"n{number}", at_ns=number)
        await capture.flush()
        settle(window)

        assert len(shown(window)) == turn * (PAGE_ROWS // 2 + 1)
    window.close()


def test_data_of_a_row_is_whole(dialogue: RowWindow) -> None:
    dialogue.poll()

    assert dialogue.data(2, 1000) == REQUEST
    assert dialogue.data(2, 3) == REQUEST[:3]
    assert dialogue.data(0, 1000) == b""
    assert dialogue.data(10_000, 1000) == b""
