import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.parsing import Fault, ParseError, format_hex, parse_hex
from socket_workbench.bytesview.templates import Filler
from socket_workbench.panels.composer import (
    PIECE_CHARS,
    ComposedBytes,
    ComposedFile,
    Draft,
    compose,
    content_of,
    converted,
    entry_of,
    preset_of,
    read,
    read_in_pieces,
    with_content,
)
from socket_workbench.session.fields import ComposerEntry


@pytest.mark.parametrize(
    ("entry", "data"),
    [
        (ComposerEntry(text=r"a\n", line_ending="crlf"), b"a\n\r\n"),
        (ComposerEntry(format="hex", text="41 42", line_ending="crlf"), b"AB"),
        (ComposerEntry(format="base64", text="QUI="), b"AB"),
        (ComposerEntry(line_ending="nul"), b"\0"),
    ],
    ids=["text", "hex", "base64", "only the ending"],
)
def test_what_stands_there_as_bytes(entry: ComposerEntry, data: bytes) -> None:
    assert compose(entry) == ComposedBytes(data)


def test_file_is_its_path() -> None:
    assert compose(ComposerEntry(format="file", text="x", file="a.bin")) == ComposedFile("a.bin")


def test_file_that_was_not_chosen_is_nothing() -> None:
    assert compose(ComposerEntry(format="file", text="x")) is None


def test_wrong_text_is_not_composed() -> None:
    with pytest.raises(ParseError):
        compose(ComposerEntry(format="hex", text="4"))


@given(st.binary())
def test_all_formats_in_turn_keep_the_bytes(data: bytes) -> None:
    text = format_hex(data)
    for before, after in (("hex", "text"), ("text", "file"), ("file", "base64"), ("base64", "hex")):
        text = converted(text, before, after)  # pyright: ignore[reportArgumentType] - literals

    assert parse_hex(text) == data


def test_wrong_text_is_kept_when_the_format_changes() -> None:
    assert converted("4g", "hex", "base64") == "4g"


def test_text_that_waits_for_a_file_stays_as_typed() -> None:
    assert converted("a\nb", "text", "file") == "a\nb"


def test_preset_is_what_stood_in_the_composer() -> None:
    entry = ComposerEntry(format="hex", text="41", line_ending="lf", file="f")

    assert entry_of(preset_of(entry, "A", "F2")) == entry


def test_variables_are_filled_in_once_per_message() -> None:
    filler, entry = Filler(), ComposerEntry(text="${counter}${len:1}", line_ending="crlf")

    said = [compose(entry, filler), compose(entry, filler)]

    assert said == [ComposedBytes(b"0\x02\r\n"), ComposedBytes(b"1\x02\r\n")]


def test_preview_is_the_next_message_line_ending_included() -> None:
    filler, draft = Filler(), read(ComposerEntry(text="${counter:7}", line_ending="lf"))

    assert isinstance(draft, Draft)
    assert [draft.preview(filler), draft.preview(filler)] == [b"7\n", b"7\n"]


def test_variables_keep_their_spelling_between_text_and_hex() -> None:
    text = r"a\xff${crc:CRC-32:le}${counter:u16}"

    as_hex = converted(text, "text", "hex")

    assert as_hex == "61 ff ${crc:CRC-32:le} ${counter:u16}"
    assert converted(as_hex, "hex", "text") == text


def test_text_that_looks_like_a_variable_stays_text() -> None:
    as_text = converted("24 7b 78 7d", "hex", "text")

    assert as_text == r"\${x}"
    assert compose(ComposerEntry(text=as_text)) == ComposedBytes(b"${x}")


def test_base64_has_no_variables() -> None:
    assert converted("a${uuid}", "text", "base64") == "a${uuid}"
    with pytest.raises(ParseError) as caught:
        compose(ComposerEntry(format="base64", text="QUI${uuid}"))
    assert (caught.value.position, caught.value.code) == (3, Fault.MISPLACED_VARIABLE)


def test_content_leaves_the_rest_as_it_is() -> None:
    entry = ComposerEntry(text="old", repeat_count=5, both_views=True)

    assert content_of(entry) == ComposerEntry(text="old")
    assert with_content(entry, ComposerEntry(format="hex", text="41")) == ComposerEntry(
        format="hex", text="41", repeat_count=5, both_views=True
    )


def read_all(entry: ComposerEntry) -> tuple[int, object]:
    """How many pauses there were, and what was read or what is wrong."""
    pauses, steps = 0, read_in_pieces(entry)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return pauses, end.value
        except ParseError as error:
            return pauses, (error.position, error.code, error.found)
        pauses += 1


@pytest.mark.parametrize(
    "entry",
    [
        ComposerEntry(text=r"GET /\r\nHost: \\ é \x00" * 60_000, line_ending="crlf"),
        ComposerEntry(format="hex", text="0x48, 65\n" * 80_000, line_ending="crlf"),
    ],
    ids=["text", "hex"],
)
def test_long_text_is_read_in_pieces_as_in_one(entry: ComposerEntry) -> None:
    pauses, draft = read_all(entry)

    assert pauses > 2
    assert isinstance(draft, Draft)
    assert ComposedBytes(draft.filled(Filler())) == compose(entry)


@pytest.mark.parametrize(
    ("tail", "code", "found"),
    [
        (r" \q", Fault.UNKNOWN_ESCAPE, "q"),
        (r" ${uuid}", Fault.TOO_LONG_FOR_VARIABLES, "${uuid}"),
        (" ${uuid", Fault.OPEN_VARIABLE, "${uuid"),
    ],
)
def test_mistake_in_a_later_piece_is_told_at_its_place(tail: str, code: Fault, found: str) -> None:
    text = "word " * 100_000

    _, mistake = read_all(ComposerEntry(text=text + tail))

    assert mistake == (len(text) + tail.index(found), code, found)


@pytest.mark.parametrize(
    "entry",
    [
        ComposerEntry(text="a${uuid}"),
        ComposerEntry(text="a" * (PIECE_CHARS + 1)),
        ComposerEntry(format="base64", text="QUJD" * PIECE_CHARS),
        ComposerEntry(format="file", file="x"),
        ComposerEntry(format="file"),
    ],
    ids=["short", "without a space", "base64", "file", "no file"],
)
def test_what_is_quick_or_cannot_be_cut_is_read_at_once(entry: ComposerEntry) -> None:
    pauses, found = read_all(entry)

    assert pauses <= 1
    assert type(found) is type(read(entry))
