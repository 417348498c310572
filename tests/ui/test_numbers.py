"""Numbers as people read them."""

import pytest

from socket_workbench_ui.numbers import grouped, size_text


def test_thousands_are_set_apart() -> None:
    assert grouped(1204331).split("\u2009") == ["1", "204", "331"]


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        pytest.param(0, "0 bytes", id="nothing"),
        pytest.param(812, "812 bytes", id="bytes"),
        pytest.param(999, "999 bytes", id="last-bytes"),
        pytest.param(4096, "4.10 kB", id="kilobytes"),
        pytest.param(999_999, "1.00 MB", id="rounds-into-next-unit"),
        pytest.param(312_400_000, "312 MB", id="megabytes"),
        pytest.param(99_960_000, "100 MB", id="no-fourth-figure"),
    ],
)
def test_size_has_three_figures_and_a_unit(size_bytes: int, text: str) -> None:
    assert size_text(size_bytes) == text
