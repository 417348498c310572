"""Find text, hex or a regular expression in bytes of any size, a chunk at a time.

A search is a generator of spans (`spans_after`, `spans_before`, `spans_of_all`). Who runs it
`load`s each span, asks the chunk in whatever thread it likes, and stops whenever it likes::

    for span in spans_after(source.size(), offset):
        if (hit := load(source, pattern, span).first()) is not None:
            return hit
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from socket_workbench.bytesview.parsing import parse_hex, parse_text
from socket_workbench.bytesview.source import ByteSource

if TYPE_CHECKING:
    import regex

CHUNK_BYTES = 1 << 20
LONGEST_MATCH_BYTES = 1 << 16
"""A match of a regular expression that is longer may be missed or cut at the end of a chunk."""
REGEX_TIMEOUT_S = 2.0
"""Per chunk."""


class SearchKind(StrEnum):
    """How what was typed is to be read."""

    TEXT = "text"
    HEX = "hex"
    REGEX = "regex"


class PatternError(ValueError):
    """The regular expression is none; `position` is where, in characters, if it is known."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason
        """As the expression engine says it, in English."""


class SearchTimeoutError(Exception):
    """The regular expression took longer than `REGEX_TIMEOUT_S` on one chunk."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found; `length` is never 0."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something to look for, made by `compile_pattern`."""

    expression: "regex.Pattern[bytes]"
    overlap_bytes: int
    """How far a match that begins in one chunk may reach into the next."""
    timeout_s: float | None = None
    """Limit for one chunk; `None` for fixed bytes, which no input makes slow."""

    def hits(self, data: bytes, start: int, stop: int) -> Iterator[Hit]:
        """Matches in `data` that begin in `start..stop`, in order, none overlapping, none empty.

        Raises:
            SearchTimeoutError: It takes too long.
        """
        try:
            for match in self.expression.finditer(
                data, start, concurrent=True, timeout=self.timeout_s
            ):
                if match.start() >= stop:
                    return
                if match.end() > match.start():
                    yield Hit(match.start(), match.end() - match.start())
        except TimeoutError as error:
            raise SearchTimeoutError from error


def compile_pattern(typed: str, kind: SearchKind, *, ignores_case: bool = False) -> Pattern:
    """Make a pattern of what was typed; text may contain the escapes of `parse_text`.

    Raises:
        ParseError: The text or the hex is wrong.
        PatternError: The regular expression is wrong.
        ValueError: Nothing was typed.
    """
    if kind is SearchKind.REGEX:
        return _regex_pattern(typed, ignores_case=ignores_case)
    import regex  # takes 20 ms, which the start of the program need not wait for

    needle = parse_hex(typed) if kind is SearchKind.HEX else parse_text(typed)
    if not needle:
        raise ValueError("nothing to look for")
    folds = ignores_case and kind is SearchKind.TEXT
    flags = regex.IGNORECASE if folds else 0
    return Pattern(regex.compile(regex.escape(needle), flags), len(needle) - 1)


def _regex_pattern(typed: str, *, ignores_case: bool) -> Pattern:
    import regex  # as above

    if not typed:
        raise ValueError("nothing to look for")
    flags = regex.IGNORECASE if ignores_case else 0
    try:
        expression = regex.compile(typed.encode("utf-8", "surrogatepass"), flags)
    except regex.error as error:
        found_at: int = getattr(error, "pos", None) or 0  # in bytes; the stubs know no attributes
        before = typed.encode("utf-8", "surrogatepass")[:found_at]
        raise PatternError(len(before.decode("utf-8", "ignore")), str(error)) from error
    return Pattern(expression, LONGEST_MATCH_BYTES, REGEX_TIMEOUT_S)


@dataclass(frozen=True, slots=True)
class Span:
    """Matches that begin in `start..stop` are wanted; never empty."""

    start: int
    stop: int


def spans_after(size: int, start: int) -> Iterator[Span]:
    """The spans in which the first match from `start` on is looked for, wrapping round."""
    start = min(start, size)
    for first, last in ((start, size), (0, start)):
        for begin in range(first, last, CHUNK_BYTES):
            yield Span(begin, min(begin + CHUNK_BYTES, last))


def spans_before(size: int, before: int) -> Iterator[Span]:
    """The spans in which the last match that begins before `before` is looked for, wrapping."""
    before = min(before, size)
    for first, last in ((0, before), (before, size)):
        for end in range(last, first, -CHUNK_BYTES):
            yield Span(max(end - CHUNK_BYTES, first), end)


def spans_of_all(size: int) -> Iterator[Span]:
    """The spans of everything, in order."""
    return spans_after(size, 0)


@dataclass(frozen=True, slots=True)
class Chunk:
    """What `load` read for a span; may be searched in another thread.

    Its methods raise `SearchTimeoutError`.
    """

    pattern: Pattern
    span: Span
    data: bytes
    data_offset: int
    """Where `data` begins; before the span, for expressions that look behind."""

    def hits(self, free_from: int = 0) -> Iterator[Hit]:
        """The matches that begin in the span and not before `free_from`, none overlapping."""
        base = self.data_offset
        start = max(self.span.start, free_from)
        for hit in self.pattern.hits(self.data, start - base, self.span.stop - base):
            yield Hit(hit.offset + base, hit.length)

    def first(self) -> Hit | None:
        """The first match that begins in the span."""
        return next(self.hits(), None)

    def last(self) -> Hit | None:
        """The last one."""
        return next(iter(deque(self.hits(), maxlen=1)), None)

    def count(self, free_from: int = 0) -> tuple[int, int]:
        """How many there are, and where the last one ends (`free_from` for the next span)."""
        total = 0
        for hit in self.hits(free_from):
            total += 1
            free_from = hit.offset + hit.length
        return total, free_from


def load(source: ByteSource, pattern: Pattern, span: Span) -> Chunk:
    """Read what a search of `span` needs."""
    offset = span.start - min(span.start, pattern.overlap_bytes)
    length = span.stop + pattern.overlap_bytes - offset
    return Chunk(pattern, span, source.read(offset, length), offset)
