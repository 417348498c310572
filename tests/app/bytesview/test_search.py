from collections.abc import Iterator

import pytest

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.bytesview.search import (
    CHUNK_BYTES,
    Hit,
    Pattern,
    PatternError,
    SearchKind,
    SearchTimeoutError,
    compile_pattern,
    count_matches,
    find_next,
    find_previous,
)
from socket_workbench.bytesview.source import BytesSource


def text(typed: str, *, ignores_case: bool = False) -> Pattern:
    return compile_pattern(typed, SearchKind.TEXT, ignores_case=ignores_case)


def found(steps: Iterator[Hit | None]) -> Hit | None:
    return next((hit for hit in steps if hit is not None), None)


def test_next_match_from_an_offset_on() -> None:
    assert found(find_next(BytesSource(b"ab ab ab"), text("ab"), 1)) == Hit(3, 2)


def test_next_wraps_round() -> None:
    assert found(find_next(BytesSource(b"ab cd"), text("ab"), 1)) == Hit(0, 2)


def test_previous_match_before_an_offset() -> None:
    assert found(find_previous(BytesSource(b"ab ab ab"), text("ab"), 6)) == Hit(3, 2)


def test_previous_wraps_round() -> None:
    assert found(find_previous(BytesSource(b"cd ab"), text("ab"), 3)) == Hit(3, 2)


def test_nothing_found_gives_no_hit() -> None:
    assert found(find_next(BytesSource(b"abc"), text("x"), 2)) is None


def test_count_does_not_overlap() -> None:
    assert list(count_matches(BytesSource(b"aaaa"), text("aa"))) == [2]


def test_match_across_two_chunks_is_found_and_counted_once() -> None:
    source = BytesSource(bytes(CHUNK_BYTES - 2) + b"needle" + bytes(CHUNK_BYTES))

    assert found(find_next(source, text("needle"), 0)) == Hit(CHUNK_BYTES - 2, 6)
    assert found(find_previous(source, text("needle"), source.size())) == Hit(CHUNK_BYTES - 2, 6)
    assert list(count_matches(source, text("needle")))[-1] == 1


def test_there_is_a_step_per_chunk_without_a_match() -> None:
    steps = find_next(BytesSource(bytes(CHUNK_BYTES * 2)), text("x"), 0)

    assert [next(steps), next(steps)] == [None, None]


def test_hex_is_looked_for_as_bytes() -> None:
    pattern = compile_pattern("0d 0a", SearchKind.HEX)

    assert found(find_next(BytesSource(b"a\r\nb"), pattern, 0)) == Hit(1, 2)


def test_text_may_contain_escapes() -> None:
    assert found(find_next(BytesSource(b"a\xffb"), text(r"\xff"), 0)) == Hit(1, 1)


def test_text_is_not_an_expression() -> None:
    assert found(find_next(BytesSource(b"ab a.b"), text("a.b"), 0)) == Hit(3, 3)


def test_case_may_be_ignored() -> None:
    assert found(find_next(BytesSource(b"HTTP"), text("http", ignores_case=True), 0)) == Hit(0, 4)


def test_regular_expression_over_bytes() -> None:
    pattern = compile_pattern(r"\d+ [A-Z]+", SearchKind.REGEX)

    assert found(find_next(BytesSource(b"HTTP/1.1 200 OK"), pattern, 0)) == Hit(9, 6)


def test_empty_matches_of_an_expression_are_none() -> None:
    pattern = compile_pattern("x*", SearchKind.REGEX)

    assert found(find_next(BytesSource(b"abc"), pattern, 0)) is None


def test_expression_may_look_behind_the_start() -> None:
    pattern = compile_pattern("(?<=a)b", SearchKind.REGEX)

    assert found(find_next(BytesSource(b"ab"), pattern, 1)) == Hit(1, 1)


def test_wrong_expression_names_its_place() -> None:
    with pytest.raises(PatternError) as caught:
        compile_pattern("é(ab", SearchKind.REGEX)

    assert caught.value.position == 4


def test_wrong_hex_names_its_place() -> None:
    with pytest.raises(ParseError) as caught:
        compile_pattern("0d 0", SearchKind.HEX)

    assert caught.value.position == 3


@pytest.mark.parametrize("kind", list(SearchKind))
def test_nothing_typed_is_no_pattern(kind: SearchKind) -> None:
    with pytest.raises(ValueError, match="nothing"):
        compile_pattern("", kind)


def test_expression_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket_workbench.bytesview.search.REGEX_TIMEOUT_S", 0.05)
    pattern = compile_pattern(r"(?:a|aa)+(?:b|bb)+c$|(?:(?:a+)+)+$x", SearchKind.REGEX)

    with pytest.raises(SearchTimeoutError):
        found(find_next(BytesSource(b"a" * 5000), pattern, 0))
