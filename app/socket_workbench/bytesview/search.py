"""Find text, hex or a regular expression in bytes of any size, a chunk at a time.

Every search is a generator of steps: who runs it decides after each step whether to go on, so it
can be shown as progress and be given up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

from socket_workbench.bytesview.parsing import parse_hex, parse_text
from socket_workbench.bytesview.source import ByteSource

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

    expression: regex.Pattern[bytes]
    overlap_bytes: int
    """How far a match that begins in one chunk may reach into the next."""

    def hits(self, data: bytes, start: int, stop: int) -> Iterator[Hit]:
        """Matches in `data` that begin in `start..stop`, in order, none overlapping.

        Raises:
            SearchTimeoutError: It takes too long.
        """
        try:
            for match in self.expression.finditer(
                data, start, concurrent=True, timeout=REGEX_TIMEOUT_S
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
    needle = parse_hex(typed) if kind is SearchKind.HEX else parse_text(typed)
    if not needle:
        raise ValueError("nothing to look for")
    folds = ignores_case and kind is SearchKind.TEXT
    flags = regex.IGNORECASE if folds else 0
    return Pattern(regex.compile(regex.escape(needle), flags), len(needle) - 1)


def _regex_pattern(typed: str, *, ignores_case: bool) -> Pattern:
    if not typed:
        raise ValueError("nothing to look for")
    flags = regex.IGNORECASE if ignores_case else 0
    try:
        expression = regex.compile(typed.encode("utf-8", "surrogatepass"), flags)
    except regex.error as error:
        found_at: int = getattr(error, "pos", None) or 0  # in bytes; the stubs know no attributes
        before = typed.encode("utf-8", "surrogatepass")[:found_at]
        raise PatternError(len(before.decode("utf-8", "ignore")), str(error)) from error
    return Pattern(expression, LONGEST_MATCH_BYTES)


def find_next(source: ByteSource, pattern: Pattern, start: int) -> Iterator[Hit | None]:
    """Yield None per chunk without a match, then the first match from `start` on, wrapping round.

    Ends without a hit where there is none at all.

    Raises:
        SearchTimeoutError: From a step that takes too long.
    """
    size = source.size()
    for first, last in ((start, size), (0, min(start, size))):
        for begin in range(first, last, CHUNK_BYTES):
            end = min(begin + CHUNK_BYTES, last)
            hit = next(_hits_between(source, pattern, begin, end), None)
            yield hit
            if hit is not None:
                return


def find_previous(source: ByteSource, pattern: Pattern, before: int) -> Iterator[Hit | None]:
    """As `find_next`, but the last match that begins before `before`, wrapping round."""
    size = source.size()
    for first, last in ((0, min(before, size)), (max(before, 0), size)):
        for end in range(last, first, -CHUNK_BYTES):
            begin = max(end - CHUNK_BYTES, first)
            hit = _last(_hits_between(source, pattern, begin, end))
            yield hit
            if hit is not None:
                return


def count_matches(source: ByteSource, pattern: Pattern) -> Iterator[int]:
    """Yield how many matches there are so far, once per chunk; none overlap.

    Raises:
        SearchTimeoutError: From a step that takes too long.
    """
    total = free_from = 0
    size = source.size()
    for begin in range(0, size, CHUNK_BYTES):
        end = min(begin + CHUNK_BYTES, size)
        for hit in _hits_between(source, pattern, max(begin, free_from), end):
            total += 1
            free_from = hit.offset + hit.length
        yield total


def _hits_between(source: ByteSource, pattern: Pattern, start: int, stop: int) -> Iterator[Hit]:
    """Matches that begin in `start..stop`; what stands before may be looked behind at."""
    if start >= stop:
        return
    behind = min(start, pattern.overlap_bytes)
    data = source.read(start - behind, behind + stop - start + pattern.overlap_bytes)
    for hit in pattern.hits(data, behind, behind + stop - start):
        yield Hit(hit.offset + start - behind, hit.length)


def _last(hits: Iterator[Hit]) -> Hit | None:
    last = None
    for last in hits:  # noqa: B007 - the last one is what is wanted
        pass
    return last
