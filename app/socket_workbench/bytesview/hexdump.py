"""Bytes as rows of hex and text, and as the literals of the languages people paste them into."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from socket_workbench.bytesview.parsing import format_base64, format_hex
from socket_workbench.bytesview.source import ByteSource, BytesSource

ROW_BYTES = 16
GROUP_BYTES = 8
PLACEHOLDER = "\N{MIDDLE DOT}"
"""Stands in the text column for what has no picture, and for the later bytes of a character."""
_OFFSET_DIGITS = 8
_LITERAL_ROW_BYTES = 12
_ASCII = range(0x20, 0x7F)
_LATIN_1 = range(0xA1, 0x100)
_SOFT_HYPHEN = 0xAD
_LONGEST_UTF8 = 4


class Charset(StrEnum):
    """How the text column reads the bytes."""

    ASCII = "ascii"
    LATIN_1 = "latin-1"
    UTF_8 = "utf-8"


class CopyFormat(StrEnum):
    """A way to take bytes along as text."""

    HEX = "hex"
    HEX_DUMP = "hex-dump"
    C_ARRAY = "c-array"
    PYTHON_BYTES = "python-bytes"
    JAVASCRIPT_ARRAY = "javascript-uint8array"
    JSON = "json"
    """An array of numbers."""
    BASE64 = "base64"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class HexRow:
    """One row of a dump: where it starts, its bytes, and one cell of text per byte."""

    offset: int
    data: bytes
    cells: tuple[str, ...]
    """The character, `PLACEHOLDER` for none, or `""` for the later bytes of a UTF-8 character."""

    def hex_groups(self, group_bytes: int = GROUP_BYTES) -> list[str]:
        """The bytes as pairs of digits, a string per group."""
        starts = range(0, len(self.data), group_bytes)
        return [self.data[at : at + group_bytes].hex(" ") for at in starts]

    def text(self) -> str:
        """The text column, one character per byte."""
        return "".join(cell or PLACEHOLDER for cell in self.cells)


def offset_digits(size: int) -> int:
    """How many hex digits the offsets of that many bytes take; at least eight, always even."""
    digits = max(_OFFSET_DIGITS, len(f"{max(size - 1, 0):x}"))
    return digits + digits % 2


def rows(
    source: ByteSource,
    first_row: int,
    count: int,
    *,
    row_bytes: int = ROW_BYTES,
    charset: Charset = Charset.ASCII,
) -> list[HexRow]:
    """Read the rows from `first_row` on; fewer than `count` at the end."""
    start = first_row * row_bytes
    before = min(start, _LONGEST_UTF8 - 1) if charset is Charset.UTF_8 else 0
    after = _LONGEST_UTF8 - 1 if charset is Charset.UTF_8 else 0
    data = source.read(start - before, before + count * row_bytes + after)
    shown = slice(before, before + count * row_bytes)
    cells, data = tuple(text_cells(data, charset)[shown]), data[shown]
    return [
        HexRow(
            start + at,
            data[at : at + row_bytes],
            cells[at : at + row_bytes],
        )
        for at in range(0, len(data), row_bytes)
    ]


def text_cells(data: bytes, charset: Charset) -> list[str]:
    """One string per byte: its character, `PLACEHOLDER`, or `""` inside a UTF-8 character."""
    if charset is Charset.UTF_8:
        return _utf8_cells(data)
    is_latin = charset is Charset.LATIN_1
    return [_cell(value, is_latin=is_latin) for value in data]


def _cell(value: int, *, is_latin: bool) -> str:
    if value in _ASCII or (is_latin and value in _LATIN_1 and value != _SOFT_HYPHEN):
        return chr(value)
    return PLACEHOLDER


def _utf8_cells(data: bytes) -> list[str]:
    cells: list[str] = []
    for character in data.decode("utf-8", "surrogateescape"):
        if not character.isprintable():  # also the escaped bytes that are no UTF-8
            length = len(character.encode("utf-8", "surrogateescape"))
            cells += [PLACEHOLDER] * length
        else:
            cells += [character] + [""] * (len(character.encode()) - 1)
    return cells


def dump(data: bytes, *, offset: int = 0, charset: Charset = Charset.ASCII) -> str:
    """The whole dump as text: offset, sixteen bytes in two groups, text; a line break per row.

    Args:
        data: What to show.
        offset: Where `data` starts in what it was cut from; the first row begins there.
        charset: How the text column reads the bytes.
    """
    digits = offset_digits(offset + len(data))
    width = ROW_BYTES * 3  # two digits and a space per byte, and one between the groups
    lines: list[str] = []
    for row in rows(BytesSource(data), 0, len(data) // ROW_BYTES + 1, charset=charset):
        groups = "  ".join(row.hex_groups())
        lines.append(f"{offset + row.offset:0{digits}x}  {groups:<{width}}  |{row.text()}|\n")
    return "".join(lines)


def copy_text(data: bytes, form: CopyFormat, *, offset: int = 0) -> str:
    """Write bytes in the form wanted; `offset` is where they start, for the hex dump."""
    if form is CopyFormat.HEX_DUMP:
        return dump(data, offset=offset)
    return _WRITERS[form](data)


def _c_array(data: bytes) -> str:
    return f"const unsigned char data[{len(data)}] = {{{_literals(data)}}};\n"


def _javascript_array(data: bytes) -> str:
    return f"new Uint8Array([{_literals(data)}])"


def _literals(data: bytes) -> str:
    values = [f"0x{value:02x}" for value in data]
    starts = range(0, len(values), _LITERAL_ROW_BYTES)
    lines = [", ".join(values[at : at + _LITERAL_ROW_BYTES]) for at in starts]
    if len(lines) <= 1:
        return "".join(lines)
    return "\n    " + ",\n    ".join(lines) + "\n"


def _python_bytes(data: bytes) -> str:
    starts = range(0, len(data), ROW_BYTES * 4)
    lines = [repr(data[at : at + ROW_BYTES * 4]) for at in starts]
    if len(lines) <= 1:
        return repr(data)
    return "(\n    " + "\n    ".join(lines) + "\n)"


def _json(data: bytes) -> str:
    return f"[{', '.join(map(str, data))}]"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_WRITERS: dict[CopyFormat, Callable[[bytes], str]] = {
    CopyFormat.HEX: format_hex,
    CopyFormat.C_ARRAY: _c_array,
    CopyFormat.PYTHON_BYTES: _python_bytes,
    CopyFormat.JAVASCRIPT_ARRAY: _javascript_array,
    CopyFormat.JSON: _json,
    CopyFormat.BASE64: format_base64,
    CopyFormat.TEXT: _text,
}
