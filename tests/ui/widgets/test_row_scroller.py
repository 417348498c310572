import pytest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from socket_workbench_ui.widgets.row_scroller import LARGEST_BAR, RowScroller


@pytest.fixture
def bar(qtbot: QtBot) -> QScrollBar:
    bar = QScrollBar()
    qtbot.addWidget(bar)
    return bar


def test_few_rows_are_counted_by_the_bar_itself(bar: QScrollBar) -> None:
    scroller = RowScroller(bar)

    scroller.set_extent(100, 30)
    bar.setValue(7)

    assert (scroller.top, bar.maximum()) == (7, 70)


def test_many_rows_keep_every_row_reachable(bar: QScrollBar) -> None:
    scroller = RowScroller(bar)
    scroller.set_extent(LARGEST_BAR * 100, 30)

    scroller.set_top(123_456_789_012)

    assert scroller.top == LARGEST_BAR * 100 - 30


def test_bar_end_is_the_last_row(bar: QScrollBar) -> None:
    scroller = RowScroller(bar)
    scroller.set_extent(LARGEST_BAR * 3 + 7, 30)

    bar.setValue(bar.maximum())

    assert scroller.top == LARGEST_BAR * 3 + 7 - 30


def test_exact_row_survives_being_shown_by_a_coarse_bar(bar: QScrollBar) -> None:
    scroller = RowScroller(bar)
    scroller.set_extent(LARGEST_BAR * 10, 30)

    scroller.set_top(12_345)

    assert scroller.top == 12_345


def test_reveal_moves_as_little_as_needed(bar: QScrollBar) -> None:
    scroller = RowScroller(bar)
    scroller.set_extent(100, 10)

    tops: list[int] = []
    for row in (9, 10, 15, 6, 3):
        scroller.reveal(row)
        tops.append(scroller.top)

    assert tops == [0, 1, 6, 6, 3]


def test_fewer_rows_pull_the_top_back(bar: QScrollBar) -> None:
    scroller = RowScroller(bar)
    scroller.set_extent(100, 10)
    scroller.set_top(90)

    scroller.set_extent(20, 10)

    assert scroller.top == 10
