import pytest

from socket_workbench_ui.matching import NO_MATCH, fit


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        pytest.param("svs", "Save session", id="letters in order"),
        pytest.param("SAVE", "Save session", id="case"),
        pytest.param("save ses", "Save session", id="blanks"),
        pytest.param("", "Save session", id="nothing typed"),
        pytest.param("ß", "straße", id="beyond ASCII"),
    ],
)
def test_letters_in_order_fit(typed: str, text: str) -> None:
    assert fit(typed, text) != NO_MATCH


@pytest.mark.parametrize("typed", ["vsa", "saves!", "savesessions"])
def test_other_letters_do_not_fit(typed: str) -> None:
    assert fit(typed, "Save session") == NO_MATCH


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        pytest.param("ss", "Save session", "Send classes", id="starts of words"),
        pytest.param("save", "File Save", "Stays above vet", id="in a row"),
        pytest.param("find", "Find", "Filter in dark", id="whole word"),
        pytest.param("ab", "xaxb ab", "xaxb axb", id="best of several places"),
    ],
)
def test_what_fits_better_scores_more(typed: str, better: str, worse: str) -> None:
    assert fit(typed, better) > fit(typed, worse)
