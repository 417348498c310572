import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.parsing import ParseError, format_hex, parse_hex
from socket_workbench.panels.composer import (
    ComposedBytes,
    ComposedFile,
    compose,
    converted,
    entry_of,
    preset_of,
    with_key,
    with_preset,
    without_preset,
)
from socket_workbench.session.fields import ComposerEntry, Preset


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


def test_preset_of_the_same_name_takes_its_place() -> None:
    presets = (Preset(name="a", text="old"), Preset(name="b"))

    assert with_preset(presets, Preset(name="a", text="new")) == (
        Preset(name="a", text="new"),
        Preset(name="b"),
    )


def test_key_moves_to_the_preset_that_gets_it() -> None:
    presets = (Preset(name="a", key="F2"), Preset(name="b"))

    assert with_key(presets, "b", "F2") == (Preset(name="a"), Preset(name="b", key="F2"))


def test_removed_preset_is_gone() -> None:
    assert without_preset((Preset(name="a"), Preset(name="b")), "a") == (Preset(name="b"),)
