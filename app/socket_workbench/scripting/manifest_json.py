"""Reads the JSON of a manifest as Chromium does: what it lets pass, and its words for what not.

Chromium uses a lenient serde_json: comments are allowed, line feeds and `x` escapes
in strings too. Columns count bytes.
"""

import re
from typing import Any, Final

MAX_DEPTH: Final = 200

_GAP = re.compile(rb"(?:[ \n\t\r]+|//[^\n]*|/\*.*?(?:\*/|\Z))*", re.DOTALL)
_NUMBER = re.compile(rb"-?(0|[1-9][0-9]*)")
_PLAIN = re.compile(rb'[^"\\\x00-\x1f]*')
_WORDS: Final[dict[bytes, tuple[bytes, Any]]] = {
    b"n": (b"null", None),
    b"t": (b"true", True),
    b"f": (b"false", False),
}
_ESCAPES: Final = {
    **dict(zip(b'"\\/', b'"\\/', strict=True)),
    **dict(zip(b"bfnrtv", b"\b\f\n\r\t\v", strict=True)),
}
_INT_BOUND: Final = 1 << 64
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000


class JsonError(ValueError):
    """Text that is no JSON; the message ends with its place."""

    def __init__(self, reason: str, data: bytes, at: int) -> None:
        start = data.rfind(b"\n", 0, at) + 1
        self.line = data.count(b"\n", 0, start) + 1
        self.column = at - start
        super().__init__(f"{reason} at line {self.line} column {self.column}")


def read_json(data: bytes) -> Any:
    """Give the value of a JSON text.

    Raises:
        JsonError: It is none.
    """
    reader = _Reader(data.removeprefix(b"\xef\xbb\xbf"))
    value = reader.value(MAX_DEPTH)
    if reader.peek():
        raise reader.error_ahead("trailing characters")
    return value


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def peek(self) -> bytes:
        """The next byte behind blanks and comments, not consumed; empty at the end."""
        gap = _GAP.match(self._data, self._at)
        assert gap is not None
        self._at = gap.end()
        return self._here()

    def error_ahead(self, reason: str) -> JsonError:
        """An error at the byte that was looked at."""
        return JsonError(reason, self._data, min(self._at + 1, len(self._data)))

    def value(self, depth: int) -> Any:
        first = self.peek()
        if not first:
            raise self.error_ahead("EOF while parsing a value")
        if first in _WORDS:
            return self._word(*_WORDS[first])
        if first == b"-" or first.isdigit():
            return self._number()
        if first == b'"':
            return self._string()
        if first not in {b"[", b"{"}:
            raise self.error_ahead("expected value")
        if depth == 1:
            raise self.error_ahead("recursion limit exceeded")
        self._at += 1
        return self._array(depth - 1) if first == b"[" else self._object(depth - 1)

    def _here(self) -> bytes:
        return self._data[self._at : self._at + 1]

    def _error(self, reason: str) -> JsonError:
        """An error behind what was consumed."""
        return JsonError(reason, self._data, self._at)

    def _word(self, word: bytes, value: Any) -> Any:
        for at in range(len(word)):
            found = self._here()
            if not found:
                raise self._error("EOF while parsing a value")
            self._at += 1
            if found != word[at : at + 1]:
                raise self._error("expected ident")
        return value

    # ---- numbers ---------------------------------------------------------------------------

    def _number(self) -> int | float:
        start = self._at
        match = _NUMBER.match(self._data, start)
        if match is None:  # a minus and no digit
            self._at += 1
            if not self._here():
                raise self._error("EOF while parsing a value")
            self._at += 1
            raise self._error("invalid number")
        self._at = match.end()
        if match[1] == b"0" and self._here().isdigit():
            raise self.error_ahead("invalid number")
        is_integer = True
        if self._here() == b".":
            self._at += 1
            is_integer = False
            self._digits()
        if self._here() in {b"e", b"E"}:
            self._at += 1
            is_integer = False
            if self._here() in {b"+", b"-"}:
                self._at += 1
            self._digits()
        return self._number_of(self._data[start : self._at], is_integer=is_integer)

    def _digits(self) -> None:
        """What follows a point or an exponent."""
        if not self._here():
            raise self._error("EOF while parsing a value")
        if not self._here().isdigit():
            raise self.error_ahead("invalid number")
        while self._here().isdigit():
            self._at += 1

    def _number_of(self, text: bytes, *, is_integer: bool) -> int | float:
        if is_integer and abs(whole := int(text)) < _INT_BOUND and text != b"-0":
            return whole
        number = float(text)
        if number in {float("inf"), float("-inf")}:
            raise self._error("number out of range")
        return number

    # ---- arrays and objects ------------------------------------------------------------------

    def _array(self, depth: int) -> list[Any]:
        values: list[Any] = []
        while self._goes_on(b"]", "a list", is_first=not values):
            values.append(self.value(depth))
        return values

    def _object(self, depth: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        is_first = True
        while self._goes_on(b"}", "an object", is_first=is_first):
            is_first = False
            if self._here() != b'"':
                raise self.error_ahead("key must be a string")
            key = self._string()
            if not (found := self.peek()):
                raise self.error_ahead("EOF while parsing an object")
            if found != b":":
                raise self.error_ahead("expected `:`")
            self._at += 1
            members[key] = self.value(depth)
        return members

    def _goes_on(self, end: bytes, what: str, *, is_first: bool) -> bool:
        """Whether an element follows; it is next then, else the end has been consumed."""
        found = self.peek()
        if not found:
            raise self.error_ahead(f"EOF while parsing {what}")
        if found == end:
            self._at += 1
            return False
        if is_first:
            return True
        if found != b",":
            raise self.error_ahead(f"expected `,` or `{end.decode()}`")
        self._at += 1
        if not (found := self.peek()):
            raise self.error_ahead("EOF while parsing a value")
        if found == end:
            raise self.error_ahead("trailing comma")
        return True

    # ---- strings -----------------------------------------------------------------------------

    def _string(self) -> str:
        self._at += 1
        parts = bytearray()
        while True:
            match = _PLAIN.match(self._data, self._at)
            assert match is not None
            parts += match[0]
            self._at = match.end()
            found = self._next()
            if found == b'"':
                break
            if found == b"\\":
                parts += self._escape()
            elif found in {b"\n", b"\r"}:
                parts += found
            else:
                raise self._error(
                    "control character (\\u0000-\\u001F) found while parsing a string"
                )
        try:
            return parts.decode()
        except UnicodeDecodeError:
            raise self._error("invalid unicode code point") from None

    def _next(self) -> bytes:
        found = self._here()
        if not found:
            raise self._error("EOF while parsing a string")
        self._at += 1
        return found

    def _escape(self) -> bytes:
        kind = self._next()
        if kind == b"u":
            return self._unicode()
        if kind == b"x":
            return chr(self._hex(2)).encode()
        if ord(kind) not in _ESCAPES:
            raise self._error("invalid escape")
        return bytes((_ESCAPES[ord(kind)],))

    def _hex(self, count: int) -> int:
        text = self._data[self._at : self._at + count]
        self._at += len(text)
        if len(text) < count:
            raise self._error("EOF while parsing a string")
        try:
            return int(text, 16) if text.isalnum() else int("-", 16)
        except ValueError:
            raise self._error("invalid escape") from None

    def _unicode(self) -> bytes:
        first = self._hex(4)
        if not _HIGH <= first < _AFTER:
            return chr(first).encode()
        if first >= _LOW:
            raise self._error("lone leading surrogate in hex escape")
        for wanted in (b"\\", b"u"):
            if self._next() != wanted:
                raise self._error("unexpected end of hex escape")
        second = self._hex(4)
        if not _LOW <= second < _AFTER:
            raise self._error("lone leading surrogate in hex escape")
        return chr(0x10000 + ((first - _HIGH) << 10) + second - _LOW).encode()
