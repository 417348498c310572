import pytest

from socket_workbench_ui.widgets.hex_layout import Column, HexLayout, RowWidth, row_bytes_for

LAYOUT = HexLayout(char_px=10.0, row_px=18, offset_digits=8, row_bytes=16)


@pytest.mark.parametrize("index", range(16))
def test_middle_of_a_byte_is_that_byte(index: int) -> None:
    assert LAYOUT.index_at(LAYOUT.byte_left(index) + 10, Column.HEX) == index
    assert LAYOUT.index_at(LAYOUT.text_left(index) + 5, Column.TEXT) == index


def test_points_outside_belong_to_the_nearest_byte() -> None:
    places = [LAYOUT.index_at(x, column) for x in (-50.0, 5000.0) for column in Column]

    assert places == [0, 0, 15, 15]


def test_groups_stand_further_apart_than_bytes() -> None:
    gaps = [LAYOUT.byte_left(index + 1) - LAYOUT.byte_right(index) for index in (6, 7)]

    assert gaps[1] > gaps[0]


def test_columns_do_not_overlap() -> None:
    assert LAYOUT.byte_right(15) < LAYOUT.text_x < LAYOUT.width_px


def test_columns_are_told_apart() -> None:
    assert LAYOUT.column_at(LAYOUT.byte_right(15)) is Column.HEX
    assert LAYOUT.column_at(LAYOUT.text_x) is Column.TEXT


@pytest.mark.parametrize(
    ("width", "view_px", "expected"),
    [
        (RowWidth.AUTO, 2000, 16),
        (RowWidth.AUTO, 500, 8),
        (RowWidth.FIT, 2000, 48),
        (RowWidth.FIT, 10, 8),
        (RowWidth.THIRTY_TWO, 10, 32),
    ],
)
def test_bytes_in_a_row(width: RowWidth, view_px: float, expected: int) -> None:
    assert row_bytes_for(width, view_px, 10.0, 8) == expected
