"""A row wraps when it is too narrow, and clips nothing."""

import pytest
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from socket_workbench_ui.widgets.wrap_layout import WrapLayout

WIDE_PX, NARROW_PX = 400, 250


class Row:
    """Three boxes of 100 x 20."""

    def __init__(self, qtbot: QtBot, *, fills_rows: bool = False) -> None:
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.layout = WrapLayout(self.widget, fills_rows=fills_rows)
        self.boxes = [QWidget() for _ in range(3)]
        for box in self.boxes:
            box.setMinimumSize(100, 20)
            self.layout.addWidget(box)

    def resize(self, width_px: int) -> list[tuple[int, int, int]]:
        self.widget.resize(width_px, 100)
        self.widget.show()
        return [(box.x(), box.y(), box.width()) for box in self.boxes]


def test_wide_row_stays_one_row(qtbot: QtBot) -> None:
    assert Row(qtbot).resize(WIDE_PX) == [(0, 0, 100), (108, 0, 100), (216, 0, 100)]


def test_narrow_row_goes_on_below(qtbot: QtBot) -> None:
    assert Row(qtbot).resize(NARROW_PX) == [(0, 0, 100), (108, 0, 100), (0, 28, 100)]


def test_height_follows_the_width(qtbot: QtBot) -> None:
    row = Row(qtbot)

    assert [row.layout.heightForWidth(width) for width in (WIDE_PX, NARROW_PX, 110)] == [
        20,
        48,
        76,
    ]


def test_growing_box_takes_what_its_row_has_left(qtbot: QtBot) -> None:
    row = Row(qtbot)
    row.boxes[1].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    assert [width for _, _, width in row.resize(WIDE_PX)] == [100, 184, 100]


def test_last_box_fills_its_row_if_rows_are_filled(qtbot: QtBot) -> None:
    row = Row(qtbot, fills_rows=True)

    assert [width for _, _, width in row.resize(NARROW_PX)] == [100, 142, NARROW_PX]


def test_hidden_box_takes_no_room(qtbot: QtBot) -> None:
    row = Row(qtbot)
    row.boxes[0].hide()

    assert row.resize(WIDE_PX)[1:] == [(0, 0, 100), (108, 0, 100)]


@pytest.mark.parametrize("index", [-1, 3])
def test_item_past_the_end_is_none(qtbot: QtBot, index: int) -> None:
    row = Row(qtbot)

    assert row.layout.itemAt(index) is None


def test_taken_item_is_gone(qtbot: QtBot) -> None:
    row = Row(qtbot)

    row.layout.takeAt(0)

    assert row.layout.count() == 2
