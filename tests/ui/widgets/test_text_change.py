import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench_ui.widgets.text_change import text_change


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("", "", (0, 0, "")),
        ("abc", "abc", (3, 3, "")),
        ("abc", "abxc", (2, 2, "x")),
        ("abc", "ac", (1, 2, "")),
        ("aaa", "aa", (2, 3, "")),
        ("😀b", "😀c", (2, 3, "c")),
        ("", "new", (0, 0, "new")),
    ],
)
def test_smallest_change(old: str, new: str, change: tuple[int, int, str]) -> None:
    assert text_change(old, new) == change


@given(st.text("ab😀"), st.text("ab😀"))
def test_change_makes_the_new_of_the_old(old: str, new: str) -> None:
    start, end, put = text_change(old, new)

    units = old.encode("utf-16-le")
    result = units[: 2 * start] + put.encode("utf-16-le") + units[2 * end :]
    assert result.decode("utf-16-le") == new
