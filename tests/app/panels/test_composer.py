import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.parsing import Fault, ParseError, format_hex, parse_hex
from socket_workbench.bytesview.templates import Filler
from socket_workbench.panels.composer import (
    ComposedBytes,
    ComposedFile,
    Draft,
    compose,
    content_of,
    converted,
    entry_of,
    preset_of,
    read,
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
