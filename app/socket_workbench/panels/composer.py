"""What stands in a composer as bytes to send, and the same bytes in another format."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias

from msgspec.structs import replace

from socket_workbench.bytesview.parsing import (
    Fault,
    LineEnding,
    ParseError,
    format_base64,
    parse_base64,
)
from socket_workbench.bytesview.templates import Filler, Slot, Template, parse_template
from socket_workbench.session.fields import ByteFormat, ComposerEntry, Preset

PIECE_CHARS = 256 * 1024
"""So much of a text is read at a time; texts that long have no variables."""


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


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that is right, its variables not yet filled in."""

    template: Template
    ending: bytes = b""

    def filled(self, filler: Filler) -> bytes:
        """The next message; counters go on."""
        return filler.fill(self.template, self.ending)

    def preview(self, filler: Filler) -> bytes:
        """What the next message would be; counters stay."""
        return filler.preview(self.template, self.ending)


def read(entry: ComposerEntry | Preset) -> Draft | ComposedFile | None:
    """What stands there; `None` when a file is wanted and none was chosen.

    The line ending belongs to text alone: hex and base64 are sent exactly as they stand.

    Raises:
        ParseError: The text is wrong for its format.
    """
    if entry.format == "file":
        return ComposedFile(entry.file) if entry.file else None
    return Draft(read_bytes(entry.text, entry.format), _ending(entry))


def read_in_pieces(
    entry: ComposerEntry | Preset,
) -> Generator[None, None, Draft | ComposedFile | None]:
    """As `read`, but pausing after each piece of a long text, so that a window can live on.

    Raises:
        ParseError: The text is wrong for its format.
    """
    if entry.format not in ("text", "hex") or len(entry.text) <= PIECE_CHARS:
        return read(entry)
    parts: list[bytes] = []
    start = 0
    while start < len(entry.text):
        end = _end_of_piece(entry.text, start)
        template = _read_piece(entry.text[start:end], start, entry.format)
        parts += (part for part in template.parts if isinstance(part, bytes))
        start = end
        yield
    return Draft(Template((b"".join(parts),)), _ending(entry))


def _end_of_piece(text: str, start: int) -> int:
    """Where a piece may end: behind white space, of which no escape and no byte has any."""
    end = start + PIECE_CHARS
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return space + 1 if space >= 0 else len(text)


def _read_piece(text: str, start: int, form: ByteFormat) -> Template:
    try:
        template = read_bytes(text, form)
    except ParseError as error:
        error.position += start
        raise
    for part in template.parts:
        if isinstance(part, Slot):
            at = start + text.index(part.source)
            raise ParseError(at, Fault.TOO_LONG_FOR_VARIABLES, part.source)
    return template


def read_bytes(text: str, form: ByteFormat) -> Template:
    """Read what was typed; the text of a chosen file counts as text.

    Raises:
        ParseError: The text is wrong for its format.
    """
    if form != "base64":
        return parse_template(text, "hex" if form == "hex" else "text")
    try:
        data = parse_base64(text)
    except ParseError as error:
        if text.startswith("${", error.position):
            raise ParseError(error.position, Fault.MISPLACED_VARIABLE, "${") from None
        raise
    return Template((data,) if data else ())


def compose(entry: ComposerEntry | Preset, filler: Filler | None = None) -> Payload | None:
    """What is to be sent now, variables filled in; `None` as in `read`.

    Raises:
        ParseError: The text is wrong for its format.
    """
    found = read(entry)
    return ComposedBytes(found.filled(filler or Filler())) if isinstance(found, Draft) else found


def written(template: Template, form: ByteFormat) -> str | None:
    """The template in that format; `None` for variables in base64, which has no place for them."""
    if form != "base64":
        return template.written("hex" if form == "hex" else "text")
    if not template.is_fixed:
        return None
    return format_base64(b"".join(part for part in template.parts if isinstance(part, bytes)))


def converted(text: str, before: ByteFormat, after: ByteFormat) -> str:
    """The same bytes in another format; the text as it is where that cannot be.

    While a file is chosen the text waits as text with escapes.
    """
    source, target = _written_as(before), _written_as(after)
    if source == target:
        return text
    try:
        found = written(read_bytes(text, source), target)
    except ParseError:
        return text
    return text if found is None else found


def content_of(entry: ComposerEntry) -> ComposerEntry:
    """What is sent, without how it is shown or repeated."""
    return entry_of(preset_of(entry, "content"))


def with_content(entry: ComposerEntry, content: ComposerEntry) -> ComposerEntry:
    """Another content, shown and repeated as before."""
    return replace(
        entry,
        format=content.format,
        text=content.text,
        line_ending=content.line_ending,
        file=content.file,
    )


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


def _ending(entry: ComposerEntry | Preset) -> bytes:
    return LineEnding(entry.line_ending).data if entry.format == "text" else b""


def _written_as(form: ByteFormat) -> ByteFormat:
    return "text" if form == "file" else form
