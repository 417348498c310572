import pytest

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.bytesview.search import (
    CHUNK_BYTES,
    Hit,
    Pattern,
    PatternError,
    SearchKind,
    SearchTimeoutError,
    Span,
    compile_pattern,
    load,
    spans_after,
    spans_before,
    spans_of_all,
)
from socket_workbench.bytesview.source import BytesSource


def text(typed: str, *, ignores_case: bool = False) -> Pattern:
    return compile_pattern(typed, SearchKind.TEXT, ignores_case=ignores_case)


def find_next(source: BytesSource, pattern: Pattern, start: int) -> Hit | None:
    hits = (load(source, pattern, span).first() for span in spans_after(source.size(), start))
    return next((hit for hit in hits if hit is not None), None)


def find_previous(source: BytesSource, pattern: Pattern, before: int) -> Hit | None:
    hits = (load(source, pattern, span).last() for span in spans_before(source.size(), before))
    return next((hit for hit in hits if hit is not None), None)


def count(source: BytesSource, pattern: Pattern) -> int:
    total = free_from = 0
    for span in spans_of_all(source.size()):
        more, free_from = load(source, pattern, span).count(free_from)
        total += more
    return total


def test_next_match_from_an_offset_on() -> None:
    assert find_next(BytesSource(b"ab ab ab"), text("ab"), 1) == Hit(3, 2)


def test_next_wraps_round() -> None:
    assert find_next(BytesSource(b"ab cd"), text("ab"), 1) == Hit(0, 2)


def test_previous_match_before_an_offset() -> None:
    assert find_previous(BytesSource(b"ab ab ab"), text("ab"), 6) == Hit(3, 2)


def test_previous_wraps_round() -> None:
    assert find_previous(BytesSource(b"cd ab"), text("ab"), 3) == Hit(3, 2)


def test_nothing_found_gives_no_hit() -> None:
    assert find_next(BytesSource(b"abc"), text("x"), 2) is None


def test_count_does_not_overlap() -> None:
    assert count(BytesSource(b"aaaa"), text("aa")) == 2


def test_match_across_two_chunks_is_found_and_counted_once() -> None:
    source = BytesSource(bytes(CHUNK_BYTES - 2) + b"needle" + bytes(CHUNK_BYTES))

    assert find_next(source, text("needle"), 0) == Hit(CHUNK_BYTES - 2, 6)
    assert find_previous(source, text("needle"), source.size()) == Hit(CHUNK_BYTES - 2, 6)
    assert count(source, text("needle")) == 1


def test_count_does_not_overlap_across_chunks() -> None:
    source = BytesSource(bytes(CHUNK_BYTES + 5))

    assert count(source, compile_pattern("00 00 00", SearchKind.HEX)) == (CHUNK_BYTES + 5) // 3


def test_spans_after_wrap_round_to_where_they_began() -> None:
    assert list(spans_after(10, 4)) == [Span(4, 10), Span(0, 4)]


def test_spans_before_go_backwards() -> None:
    spans = list(spans_before(CHUNK_BYTES * 2, CHUNK_BYTES + 1))

    assert spans == [
        Span(1, CHUNK_BYTES + 1),
        Span(0, 1),
        Span(CHUNK_BYTES + 1, CHUNK_BYTES * 2),
    ]


def test_nothing_has_no_spans() -> None:
    assert [*spans_after(0, 0), *spans_before(0, 5)] == []


def test_hex_is_looked_for_as_bytes() -> None:
    pattern = compile_pattern("0d 0a", SearchKind.HEX)

    assert find_next(BytesSource(b"a\r\nb"), pattern, 0) == Hit(1, 2)


def test_text_may_contain_escapes() -> None:
    assert find_next(BytesSource(b"a\xffb"), text(r"\xff"), 0) == Hit(1, 1)


def test_text_is_not_an_expression() -> None:
    assert find_next(BytesSource(b"ab a.b"), text("a.b"), 0) == Hit(3, 3)


def test_case_may_be_ignored() -> None:
    assert find_next(BytesSource(b"HTTP"), text("http", ignores_case=True), 0) == Hit(0, 4)


def test_regular_expression_over_bytes() -> None:
    pattern = compile_pattern(r"\d+ [A-Z]+", SearchKind.REGEX)

    assert find_next(BytesSource(b"HTTP/1.1 200 OK"), pattern, 0) == Hit(9, 6)


def test_empty_matches_of_an_expression_are_none() -> None:
    pattern = compile_pattern("x*", SearchKind.REGEX)

    assert find_next(BytesSource(b"abc"), pattern, 0) is None


def test_expression_may_look_behind_the_start() -> None:
    pattern = compile_pattern("(?<=a)b", SearchKind.REGEX)

    assert find_next(BytesSource(b"ab"), pattern, 1) == Hit(1, 1)


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
        find_next(BytesSource(b"a" * 5000), pattern, 0)
