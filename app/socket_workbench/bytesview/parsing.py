r"""What people type or paste, as bytes: text with escapes, hex, base64; and back without loss.

The escapes are `\r \n \t \0 \\`, `\xNN` (that byte, whatever it is in UTF-8) and `\uNNNN` (that
character, in UTF-8; a surrogate pair is one character).
"""

import base64
import re
from contextlib import suppress
from enum import StrEnum

_ESCAPED_BYTES = range(0xDC80, 0xDD00)  # where `surrogateescape` puts bytes that are not UTF-8

_SIMPLE = {"r": b"\r", "n": b"\n", "t": b"\t", "0": b"\0", "\\": b"\\"}
_SHORT = {"\r": "\\r", "\n": "\\n", "\t": "\\t", "\0": "\\0", "\\": "\\\\"}
_DIGITS_OF = {"x": 2, "u": 4}

_TEXT_TOKEN = re.compile(
    r"(?P<plain>[^\\\ud800-\udfff]+)"
    r"|\\(?:(?P<simple>[rnt0\\])|x(?P<byte>[0-9a-fA-F]{2})"
    r"|u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?![dD][89a-fA-F])(?P<unit>[0-9a-fA-F]{4}))"
)
_BEYOND_ASCII = re.compile(r"[^\0-\x7f]")
_STRAY = re.compile("[\udc80-\udcff]")
_NUL_BEFORE_DIGIT = re.compile(r"\0(?=[0-9])")
_LONG_NUL = "\ud800"
"""Stands for a NUL that must be written long; no bytes decode to it."""
_HEX_PREFIX = re.compile(r"0[xX]|\\[xX]")
_HEX_RUN = re.compile(r"(?:0[xX]|\\[xX])?((?:[0-9a-fA-F]{2})+)")
_HEX_GAP = re.compile(r"[\s,;:_-]*")
_HEX_WHOLE = re.compile(r"(?:[\s,;:_-]*+(?:0[xX]|\\[xX])?+(?:[0-9a-fA-F]{2})++)*+[\s,;:_-]*+")
_HEX_NOISE = re.compile(r"0[xX]|\\[xX]|[\s,;:_-]+")
_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/_\-=\s]")
_BASE64_GROUP = 4


class Fault(StrEnum):
    """What is wrong with a text that should have been bytes."""

    LONE_BACKSLASH = "lone-backslash"
    UNKNOWN_ESCAPE = "unknown-escape"
    ESCAPE_TOO_SHORT = "escape-too-short"
    LONE_SURROGATE = "lone-surrogate"
    NOT_HEX = "not-hex"
    ODD_DIGITS = "odd-digits"
    MISSING_DIGITS = "missing-digits"
    NOT_BASE64 = "not-base64"
    MISPLACED_PADDING = "misplaced-padding"
    INCOMPLETE_BASE64 = "incomplete-base64"
    OPEN_VARIABLE = "open-variable"
    UNKNOWN_VARIABLE = "unknown-variable"
    MISSING_ARGUMENT = "missing-argument"
    BAD_ARGUMENT = "bad-argument"
    UNKNOWN_CRC = "unknown-crc"
    MISPLACED_VARIABLE = "misplaced-variable"
    TOO_LONG_FOR_VARIABLES = "too-long-for-variables"


class ParseError(ValueError):
    """A text is not what it should be; `position` is the index of the first wrong character."""

    def __init__(self, position: int, code: Fault, found: str, expected: str = "") -> None:
        super().__init__(f"{code} at {position}: {found!r}")
        self.position = position
        self.code = code
        self.found = found
        """The wrong character, or what was left hanging."""
        self.expected = expected
        """What could stand there instead, in the notation of the variables; often empty."""


class LineEnding(StrEnum):
    """What is put behind a line that is sent."""

    NONE = "none"
    LF = "lf"
    CR = "cr"
    CRLF = "crlf"
    NUL = "nul"

    @property
    def data(self) -> bytes:
        """The bytes of the ending."""
        return _ENDINGS[self]


_ENDINGS = {
    LineEnding.NONE: b"",
    LineEnding.LF: b"\n",
    LineEnding.CR: b"\r",
    LineEnding.CRLF: b"\r\n",
    LineEnding.NUL: b"\0",
}


def parse_text(text: str) -> bytes:
    """Turn text with escapes into its UTF-8 bytes.

    Raises:
        ParseError: An escape is unknown or unfinished, or half of a surrogate pair stands alone.
    """
    parts: list[bytes] = []
    position = 0
    while position < len(text):
        match = _TEXT_TOKEN.match(text, position)
        if match is None:
            raise _text_error(text, position)
        parts.append(_text_token(match))
        position = match.end()
    return b"".join(parts)


def _text_token(match: re.Match[str]) -> bytes:
    found = match[0]
    match match.lastgroup:
        case "plain":
            return found.encode()
        case "simple":
            return _SIMPLE[found[1]]
        case "byte":
            return bytes.fromhex(found[2:])
        case "unit":
            return chr(int(found[2:], 16)).encode()
        case _:
            pair = bytes.fromhex(found[2:6] + found[8:])
            return pair.decode("utf-16-be").encode()


def _text_error(text: str, position: int) -> ParseError:
    kind = text[position + 1 : position + 2]
    if text[position] != "\\":
        return ParseError(position, Fault.LONE_SURROGATE, text[position])
    if not kind:
        return ParseError(position, Fault.LONE_BACKSLASH, "\\")
    if kind not in _DIGITS_OF:
        return ParseError(position + 1, Fault.UNKNOWN_ESCAPE, kind)
    end = position + 2 + _DIGITS_OF[kind]
    for index in range(position + 2, min(end, len(text))):
        if text[index] not in _HEX_DIGITS:
            return ParseError(index, Fault.NOT_HEX, text[index])
    if end > len(text):
        return ParseError(position, Fault.ESCAPE_TOO_SHORT, text[position:])
    return ParseError(position, Fault.LONE_SURROGATE, text[position:end])


def format_text(data: bytes) -> str:
    r"""Write bytes as text with escapes that `parse_text` turns into the same bytes.

    Printable UTF-8 stands as it is; the rest is escaped, bytes that are not UTF-8 as `\xNN`. Where
    those are in the majority, what looks like UTF-8 between them is chance and escaped, too.
    """
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    if strays > len(_BEYOND_ASCII.findall(text)) - strays:
        text = data.decode("ascii", "surrogateescape")
    return _NUL_BEFORE_DIGIT.sub(_LONG_NUL, text).translate(_ESCAPES)


class _Escapes(dict[int, str]):
    """How each character is written; worked out when it first comes, as there are a million."""

    def __missing__(self, code: int) -> str:
        text = self[code] = _escape(chr(code))
        return text


def _escape(character: str) -> str:
    code = ord(character)
    if character == _LONG_NUL:
        return "\\x00"  # \01 would look like an octal escape
    if code in _ESCAPED_BYTES:
        return f"\\x{code - 0xDC00:02x}"
    if character.isprintable() and character != "\\":
        return character
    if character in _SHORT:
        return _SHORT[character]
    if code < 0x80:  # noqa: PLR2004 - the end of ASCII
        return f"\\x{code:02x}"
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


_ESCAPES = _Escapes()


def parse_hex(text: str) -> bytes:
    r"""Turn pairs of hex digits into bytes.

    Between pairs may stand white space and `, ; : _ -`, before them `0x` or `\x`.

    Raises:
        ParseError: Something else stands there, or a digit has no partner.
    """
    with suppress(ValueError):
        return bytes.fromhex(text)  # knows white space only, but is far quicker
    if _HEX_WHOLE.fullmatch(text):
        return bytes.fromhex(_HEX_NOISE.sub("", text))
    position = 0
    while (match := _HEX_RUN.match(text, _end_of_gap(text, position))) is not None:
        position = match.end()
    raise _hex_error(text, _end_of_gap(text, position))


def _end_of_gap(text: str, position: int) -> int:
    match = _HEX_GAP.match(text, position)
    return match.end() if match else position


def _hex_error(text: str, position: int) -> ParseError:
    prefix = _HEX_PREFIX.match(text, position)
    first = prefix.end() if prefix else position
    has_digit = text[first : first + 1] in _HEX_DIGITS
    wrong = first + has_digit
    if wrong == len(text) or _end_of_gap(text, wrong) > wrong:
        if has_digit:
            return ParseError(first, Fault.ODD_DIGITS, text[first])
        return ParseError(position, Fault.MISSING_DIGITS, text[position:first])
    return ParseError(wrong, Fault.NOT_HEX, text[wrong])


def format_hex(data: bytes) -> str:
    """Write bytes as pairs of lower-case digits with spaces between them."""
    return data.hex(" ")


def parse_base64(text: str) -> bytes:
    """Decode base64 or its URL-safe form; white space and missing padding are allowed.

    Raises:
        ParseError: A character is none of base64's, padding stands in the wrong place, or the
            last group lacks characters.
    """
    if wrong := _NOT_BASE64.search(text):
        raise ParseError(wrong.start(), Fault.NOT_BASE64, wrong[0])
    body, _, _ = text.partition("=")
    digits = "".join(body.split()).translate({ord("-"): "+", ord("_"): "/"})
    _check_padding(text, len(body), len(digits))
    return base64.b64decode(digits + "=" * (-len(digits) % _BASE64_GROUP))


def _check_padding(text: str, body_end: int, digits: int) -> None:
    """Raise unless the padding from `body_end` on fits that many digits."""
    needed = -digits % _BASE64_GROUP
    rest = enumerate(text[body_end:], body_end)
    padding = [(at, found) for at, found in rest if not found.isspace()]
    is_too_short = needed == _BASE64_GROUP - 1  # a single digit holds no whole byte
    for index, (at, found) in enumerate(padding):
        if found != "=" or index >= needed or is_too_short:
            raise ParseError(at, Fault.MISPLACED_PADDING, found)
    if is_too_short or 0 < len(padding) < needed:
        last = len(text.rstrip()) - 1
        raise ParseError(last, Fault.INCOMPLETE_BASE64, text[last])


def format_base64(data: bytes) -> str:
    """Write bytes as one line of padded base64."""
    return base64.b64encode(data).decode("ascii")
