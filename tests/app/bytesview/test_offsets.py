import pytest

from socket_workbench.bytesview.offsets import parse_offset


@pytest.mark.parametrize(
    ("typed", "offset"),
    [
        ("16", 16),
        ("0x10", 16),
        (" 0X1F ", 31),
        ("10h", 16),
        ("+16", 66),
        ("-0x10", 34),
        ("0", 0),
        ("99", 99),
    ],
)
def test_offset_as_people_type_it(typed: str, offset: int) -> None:
    assert parse_offset(typed, 50, 100) == offset


@pytest.mark.parametrize("typed", ["", "x", "0x", "100", "-51", "+50", "1.5", "_", "9" * 5000])
def test_what_is_no_place_in_the_bytes(typed: str) -> None:
    assert parse_offset(typed, 50, 100) is None
