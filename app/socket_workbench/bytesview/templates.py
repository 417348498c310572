r"""Messages with variables: text or hex in which `${...}` stands for bytes to be filled in.

Anything without `${` is what `parse_text` and `parse_hex` say. In text `\$` is a dollar sign, so
that `\${` is no variable; in hex the digits `24 7b` are never one.
"""

import difflib
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from socket_workbench.bytesview.parsing import (
    Fault,
    ParseError,
    format_hex,
    format_text,
    parse_hex,
    parse_text,
)
from socket_workbench.bytesview.variable_arguments import VariableArguments
from socket_workbench.bytesview.variables import (
    VARIABLES,
    Length,
    Moment,
    Sum,
    Value,
    Variable,
    wall_clock_ns,
)

Notation: TypeAlias = Literal["text", "hex"]

MOST_CHARS = 256 * 1024
MOST_BYTES = 1024 * 1024
"""Longer messages go out as they stand: variables would have to be worked out at every key."""

_OPEN = "${"
_MARKS: dict[Notation, re.Pattern[str]] = {
    "text": re.compile(r"\\(?P<escaped>.)|\$\{(?P<body>[^}\n]*)(?P<end>\}?)", re.DOTALL),
    "hex": re.compile(r"(?P<escaped>(?!))|\$\{(?P<body>[^}\n]*)(?P<end>\}?)"),
}
_PARSERS: dict[Notation, Callable[[str], bytes]] = {"text": parse_text, "hex": parse_hex}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a variable."""

    source: str
    """As written, `${` and `}` included."""
    variable: Variable


@dataclass(frozen=True, slots=True)
class Template:
    """Bytes and places for variables, in order; no empty bytes."""

    parts: tuple[bytes | Slot, ...] = ()

    @property
    def is_fixed(self) -> bool:
        """Whether it is the same bytes every time."""
        return not any(isinstance(part, Slot) for part in self.parts)

    @property
    def counters(self) -> frozenset[str]:
        """The spellings of its counters."""
        slots = (part for part in self.parts if isinstance(part, Slot))
        return frozenset(
            slot.source
            for slot in slots
            if isinstance(slot.variable, Value) and slot.variable.is_counter
        )

    def filled(self, moment: Moment, ending: bytes = b"") -> bytes:
        """The bytes of one message, `ending` behind them."""
        sized = _with_lengths([_with_value(part, moment) for part in self.parts], len(ending))
        message = bytearray()
        for part in sized:
            message += part.value(bytes(message)) if isinstance(part, Sum) else part
        return bytes(message + ending)

    def written(self, notation: Notation) -> str:
        """The same template as text or as hex; variables stand as they were written."""
        if notation == "hex":
            return " ".join(
                format_hex(part) if isinstance(part, bytes) else part.source for part in self.parts
            )
        return "".join(
            format_text(part).replace(_OPEN, "\\" + _OPEN)
            if isinstance(part, bytes)
            else part.source
            for part in self.parts
        )


def parse_template(text: str, notation: Notation) -> Template:
    """Read text or hex with variables.

    Raises:
        ParseError: As `parse_text` and `parse_hex`; or a variable is unknown, unfinished or has
            wrong arguments; or there are variables in more than `MOST_CHARS` or `MOST_BYTES`.
    """
    if _OPEN not in text and "\\$" not in text:
        data = _PARSERS[notation](text)
        return Template((data,) if data else ())
    parts: list[bytes | Slot] = []
    size = checked = 0
    for part, at in _pieces(text, notation):
        if isinstance(part, Slot):
            checked += size if isinstance(part.variable, Sum) else 0
            if max(size, checked) > MOST_BYTES or len(text) > MOST_CHARS:
                raise ParseError(at, Fault.TOO_LONG_FOR_VARIABLES, part.source)
        size += len(part) if isinstance(part, bytes) else part.variable.most_bytes
        if isinstance(part, bytes) and parts and isinstance(before := parts[-1], bytes):
            parts[-1] = before + part
        elif part:
            parts.append(part)
    return Template(tuple(parts))


class Filler:
    """Fills templates in, one message after the other, and keeps the counters of one panel."""

    def __init__(
        self,
        *,
        wall_ns: Callable[[], int] = wall_clock_ns,
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._wall_ns, self._random_bytes = wall_ns, random_bytes
        self._counts: Counter[str] = Counter()

    def fill(self, template: Template, ending: bytes = b"") -> bytes:
        """The next message; its counters go on."""
        moment = Moment(self._wall_ns(), self._random_bytes, self._counts)
        data = template.filled(moment, ending)
        self._counts.update(template.counters)
        return data

    def preview(self, template: Template, ending: bytes = b"") -> bytes:
        """What the next message would be; counters stay, random bytes are an example."""
        example = random.Random(0).randbytes
        return template.filled(Moment(self._wall_ns(), example, self._counts), ending)

    def restart(self) -> None:
        """Let all counters begin at their START again."""
        self._counts.clear()


def _pieces(text: str, notation: Notation) -> Iterator[tuple[bytes | Slot, int]]:
    """The parts in order, with their places in `text`; neighbours may both be bytes."""
    start = 0
    for match in _MARKS[notation].finditer(text):
        is_dollar = match["escaped"] == "$"
        if match["escaped"] is not None and not is_dollar:
            continue
        yield _literal(text, start, match.start(), notation), start
        yield (b"$" if is_dollar else _slot(match)), match.start()
        start = match.end()
    yield _literal(text, start, len(text), notation), start


def _literal(text: str, start: int, end: int, notation: Notation) -> bytes:
    try:
        return _PARSERS[notation](text[start:end])
    except ParseError as error:
        raise ParseError(start + error.position, error.code, error.found) from None


def _slot(match: re.Match[str]) -> Slot:
    name, *arguments = match["body"].split(":")
    at = match.start("body")
    kind = VARIABLES.get(name)
    if not match["end"]:
        usage = kind.usage if kind else _OPEN + "…}"
        raise ParseError(match.start(), Fault.OPEN_VARIABLE, match[0], usage)
    if kind is None:
        near = difflib.get_close_matches(name, VARIABLES, n=3) or VARIABLES
        raise ParseError(at, Fault.UNKNOWN_VARIABLE, name or "}", ", ".join(near))
    reader = VariableArguments(arguments, at + len(name) + 1, kind.usage)
    variable = kind.read(match[0], reader)
    reader.finish()
    return Slot(match[0], variable)


def _with_value(part: bytes | Slot, moment: Moment) -> bytes | Length | Sum:
    if isinstance(part, bytes):
        return part
    variable = part.variable
    return variable.value(moment) if isinstance(variable, Value) else variable


def _with_lengths(parts: list[bytes | Length | Sum], ending_bytes: int) -> list[bytes | Sum]:
    """Fill the lengths in, from the end: each needs to know how long the later ones are."""
    following = ending_bytes
    backwards: list[bytes | Sum] = []
    for part in reversed(parts):
        filled = part.value(following) if isinstance(part, Length) else part
        backwards.append(filled)
        following += filled.most_bytes if isinstance(filled, Sum) else len(filled)
    return backwards[::-1]
