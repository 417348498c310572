r"""A reply as it is written: text or hex, with variables and with what a rule captured.

`$1`, `${1}` and `${name}` stand for captured bytes, exactly as they came; `$0` is all that matched.
A `$1` that names no capture stands for itself, and so does `\$1`. Variables are those of
`bytesview.variables`.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.bytesview.templates import Slot, Template, parse_template
from socket_workbench.session.tcp_entries import ReplyEntry, ReplyFormat

_MARKS: Final[Mapping[ReplyFormat, re.Pattern[str]]] = {
    "text": re.compile(r"\\.|\$(?P<number>[0-9]+)|\$\{(?P<name>\w+)\}", re.DOTALL),
    "hex": re.compile(r"\$(?P<number>[0-9]+)|\$\{(?P<name>\w+)\}"),
}


@dataclass(frozen=True, slots=True)
class Capture:
    """A place for what a rule captured."""

    name: str


Part: TypeAlias = bytes | Slot | Capture


@dataclass(frozen=True, slots=True)
class ReplyTemplate:
    """A reply that can be sent, but for what is put in."""

    parts: tuple[Part, ...] = ()

    def with_captures(self, captures: Mapping[str, bytes]) -> Template:
        """Put the captures in; the variables are left."""
        filled = (captures[part.name] if isinstance(part, Capture) else part for part in self.parts)
        return Template(tuple(part for part in filled if part))


def parse_reply(reply: ReplyEntry, captures: Collection[str]) -> ReplyTemplate:
    """Read a reply.

    Args:
        reply: As typed.
        captures: Names of what the rule's pattern captures.

    Raises:
        ParseError: As `parse_template`.
    """
    return ReplyTemplate(tuple(_parts(reply.text, reply.format, captures)))


def _parts(text: str, notation: ReplyFormat, captures: Collection[str]) -> Iterator[Part]:
    done = 0
    for match in _MARKS[notation].finditer(text):
        name = match["number"] or match["name"]
        if name in captures:
            yield from _literal(text[done : match.start()], notation, done)
            yield Capture(name)
            done = match.end()
    yield from _literal(text[done:], notation, done)


def _literal(text: str, notation: ReplyFormat, at: int) -> tuple[bytes | Slot, ...]:
    try:
        return parse_template(text, notation).parts
    except ParseError as error:
        error.position += at
        raise
