from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.parsing import (
    Fault,
    LineEnding,
    ParseError,
    format_base64,
    format_hex,
    format_text,
    parse_base64,
    parse_hex,
    parse_text,
)


@given(st.binary())
def test_text_with_escapes_round_trips_any_bytes(data: bytes) -> None:
    assert parse_text(format_text(data)) == data


@given(st.text().filter(lambda text: "\\" not in text))
def test_text_without_backslash_is_its_utf8(text: str) -> None:
    try:
        expected = text.encode()
    except UnicodeEncodeError:
        return

    assert parse_text(text) == expected


@given(st.binary())
def test_hex_round_trips_any_bytes(data: bytes) -> None:
    assert parse_hex(format_hex(data)) == data


@given(st.binary())
def test_base64_round_trips_any_bytes(data: bytes) -> None:
    assert parse_base64(format_base64(data)) == data


@given(st.text(alphabet="\\xu0dD8c=A+ \ud800é,"))
@pytest.mark.parametrize("parse", [parse_text, parse_hex, parse_base64])
def test_whatever_is_typed_gives_bytes_or_a_place_in_the_text(
    parse: Callable[[str], bytes], text: str
) -> None:
    position = 0
    try:
        parse(text)
    except ParseError as error:
        position = error.position

    assert 0 <= position < max(len(text), 1)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (r"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\n"),
        (r"\t\0\\", b"\t\x00\\"),
        (r"\x80\xFF\x41", b"\x80\xffA"),
        (r"\u00e9\u20AC", "é€".encode()),
        (r"\ud83d\uDE00", "😀".encode()),
        ("a\nb", b"a\nb"),
        (r"\\x41", b"\\x41"),
        ("", b""),
    ],
    ids=["crlf", "short", "raw bytes", "bmp", "pair", "line break", "escaped backslash", "empty"],
)
def test_text_escapes(typed: str, expected: bytes) -> None:
    assert parse_text(typed) == expected


@pytest.mark.parametrize(
    ("typed", "position", "code", "found"),
    [
        ("abc\\", 3, Fault.LONE_BACKSLASH, "\\"),
        (r"a\q", 2, Fault.UNKNOWN_ESCAPE, "q"),
        (r"a\x4", 1, Fault.ESCAPE_TOO_SHORT, r"\x4"),
        (r"a\x4g", 4, Fault.NOT_HEX, "g"),
        (r"\u20A", 0, Fault.ESCAPE_TOO_SHORT, r"\u20A"),
        (r"ok \ud800 x", 3, Fault.LONE_SURROGATE, r"\ud800"),
        (r"\udc00\ud800", 0, Fault.LONE_SURROGATE, r"\udc00"),
        (r"\ud83d\u0041", 0, Fault.LONE_SURROGATE, r"\ud83d"),
        ("a\ud800", 1, Fault.LONE_SURROGATE, "\ud800"),
    ],
    ids=["end", "unknown", "short", "digit", "short u", "high", "low", "half pair", "literal"],
)
def test_wrong_text_names_the_first_wrong_character(
    typed: str, position: int, code: Fault, found: str
) -> None:
    with pytest.raises(ParseError) as caught:
        parse_text(typed)

    assert (caught.value.position, caught.value.code, caught.value.found) == (position, code, found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"HTTP\r\n\t\\", r"HTTP\r\n\t\\"),
        (b"\xff\xc3", r"\xff\xc3"),
        (b"\x001", r"\x001"),
        (b"\x00a", r"\0a"),
        ("é\u200e\u0085".encode(), r"é\u200e\u0085"),
        ("\U000e0001".encode(), r"\udb40\udc01"),
        (b"\x1b\x7f", r"\x1b\x7f"),
    ],
    ids=["short", "not utf-8", "nul digit", "nul", "invisible", "astral", "control"],
)
def test_bytes_as_text_with_escapes(data: bytes, expected: str) -> None:
    assert format_text(data) == expected


def test_characters_by_chance_in_binary_data_are_escaped() -> None:
    assert format_text(b"\xff\xfe\xc3\xa9\x00\x007") == r"\xff\xfe\xc3\xa9\0\x007"


def test_text_beside_a_few_other_bytes_stays_readable() -> None:
    assert format_text("\u00e4\u00f6".encode() + b"\xff") == "\u00e4\u00f6\\xff"


@pytest.mark.parametrize(
    "typed",
    [
        "48 54 0d",
        "48540D",
        "0x48, 0x54,\n0x0d,",
        r"\x48\x54\x0d",
        "48:54:0d",
        "48-54-0d",
        "0x48540d",
    ],
    ids=["spaces", "run", "c array", "escapes", "colons", "dashes", "one number"],
)
def test_hex_as_people_paste_it(typed: str) -> None:
    assert parse_hex(typed) == b"HT\r"


@pytest.mark.parametrize(
    ("typed", "position", "code"),
    [
        ("414", 2, Fault.ODD_DIGITS),
        ("4 1", 0, Fault.ODD_DIGITS),
        ("41 4g", 4, Fault.NOT_HEX),
        ("zz", 0, Fault.NOT_HEX),
        ("41 0x", 3, Fault.MISSING_DIGITS),
        ("0x4", 2, Fault.ODD_DIGITS),
        ("0xg1", 2, Fault.NOT_HEX),
    ],
)
def test_wrong_hex_names_the_first_wrong_character(typed: str, position: int, code: Fault) -> None:
    with pytest.raises(ParseError) as caught:
        parse_hex(typed)

    assert (caught.value.position, caught.value.code) == (position, code)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("SFQ=", b"HT"),
        ("S F\nQ =", b"HT"),
        ("SFQ", b"HT"),
        ("-_-_", b"\xfb\xff\xbf"),
        ("+/+/", b"\xfb\xff\xbf"),
    ],
    ids=["padded", "white space", "unpadded", "url-safe", "standard"],
)
def test_base64_as_people_paste_it(typed: str, expected: bytes) -> None:
    assert parse_base64(typed) == expected


@pytest.mark.parametrize(
    ("typed", "position", "code"),
    [
        ("SF*=", 2, Fault.NOT_BASE64),
        ("SFQ=SFQ=", 4, Fault.MISPLACED_PADDING),
        ("SFQ==", 4, Fault.MISPLACED_PADDING),
        ("=", 0, Fault.MISPLACED_PADDING),
        ("S===", 1, Fault.MISPLACED_PADDING),
        ("SFQxS", 4, Fault.INCOMPLETE_BASE64),
        ("SA= ", 2, Fault.INCOMPLETE_BASE64),
    ],
)
def test_wrong_base64_names_the_first_wrong_character(
    typed: str, position: int, code: Fault
) -> None:
    with pytest.raises(ParseError) as caught:
        parse_base64(typed)

    assert (caught.value.position, caught.value.code) == (position, code)


def test_line_endings_are_their_bytes() -> None:
    assert [ending.data for ending in LineEnding] == [b"", b"\n", b"\r", b"\r\n", b"\0"]
