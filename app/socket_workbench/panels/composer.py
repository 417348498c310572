"""What stands in a composer as bytes to send, and the same bytes in another format."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from socket_workbench.bytesview.parsing import (
    LineEnding,
    ParseError,
    format_base64,
    format_hex,
    format_text,
    parse_base64,
    parse_hex,
    parse_text,
)
from socket_workbench.session.fields import ByteFormat, ComposerEntry, Preset


@dataclass(frozen=True, slots=True)
class ComposedBytes:
    """Bytes to send, the line ending included."""

    data: bytes


@dataclass(frozen=True, slots=True)
class ComposedFile:
    """A file to send; whether it exists shows when it is read."""

    path: str
    """Never empty."""


Payload: TypeAlias = ComposedBytes | ComposedFile


def compose(entry: ComposerEntry | Preset) -> Payload | None:
    """What is to be sent; `None` when a file is wanted and none was chosen.

    The line ending belongs to text alone: hex and base64 are sent exactly as they stand.

    Raises:
        ParseError: The text is wrong for its format.
    """
    if entry.format == "file":
        return ComposedFile(entry.file) if entry.file else None
    data = _PARSERS[entry.format](entry.text)
    if entry.format == "text":
        data += LineEnding(entry.line_ending).data
    return ComposedBytes(data)


def converted(text: str, before: ByteFormat, after: ByteFormat) -> str:
    """The same bytes in another format; the text as it is when it is wrong for its own.

    While a file is chosen the text waits as text with escapes.
    """
    source, target = _written_as(before), _written_as(after)
    if source == target:
        return text
    try:
        return _WRITERS[target](_PARSERS[source](text))
    except ParseError:
        return text


def preset_of(entry: ComposerEntry, name: str, key: str = "") -> Preset:
    """Name what stands in the composer."""
    return Preset(
        name=name,
        format=entry.format,
        text=entry.text,
        line_ending=entry.line_ending,
        file=entry.file,
        key=key,
    )


def entry_of(preset: Preset) -> ComposerEntry:
    """What the composer shows for a preset."""
    return ComposerEntry(
        format=preset.format,
        text=preset.text,
        line_ending=preset.line_ending,
        file=preset.file,
    )


def with_preset(presets: tuple[Preset, ...], preset: Preset) -> tuple[Preset, ...]:
    """Add it or put it in the place of the one of that name; its key is taken from others."""
    freed = tuple(
        _with_key(other, "") if preset.key and other.key == preset.key else other
        for other in presets
    )
    names = [other.name for other in freed]
    if preset.name not in names:
        return (*freed, preset)
    index = names.index(preset.name)
    return (*freed[:index], preset, *freed[index + 1 :])


def without_preset(presets: tuple[Preset, ...], name: str) -> tuple[Preset, ...]:
    """All but the one of that name."""
    return tuple(preset for preset in presets if preset.name != name)


def with_key(presets: tuple[Preset, ...], name: str, key: str) -> tuple[Preset, ...]:
    """Give the preset of that name a key, and take it from whichever had it."""
    for preset in presets:
        if preset.name == name:
            return with_preset(presets, _with_key(preset, key))
    return presets


def _with_key(preset: Preset, key: str) -> Preset:
    return preset_of(entry_of(preset), preset.name, key)


def _written_as(form: ByteFormat) -> ByteFormat:
    return "text" if form == "file" else form


_PARSERS: dict[ByteFormat, Callable[[str], bytes]] = {
    "text": parse_text,
    "hex": parse_hex,
    "base64": parse_base64,
}
_WRITERS: dict[ByteFormat, Callable[[bytes], str]] = {
    "text": format_text,
    "hex": format_hex,
    "base64": format_base64,
}
