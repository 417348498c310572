"""A reply as it is written, with captures and variables put in when it is sent."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final, TypeAlias

from socket_workbench.bytesview.parsing import ParseError, parse_hex, parse_text
from socket_workbench.session.tcp_entries import ReplyEntry

_CAPTURE: Final = re.compile(r"\$\$|\$(?P<number>[0-9]+)|\$\{(?P<name>[A-Za-z_]\w*|[0-9]+)\}")
DOLLAR: Final = "$$"

Piece: TypeAlias = tuple[str, int, bool]
"""Text, where it stands in the template, and whether it is the name of a capture."""


def check_reply(reply: ReplyEntry, captures: Collection[str] = ()) -> ParseError | None:
    """What is wrong with a reply as it is written; `None` when it can be sent.

    Args:
        reply: As typed.
        captures: Names of what the rule's pattern captures.
    """
    try:
        compose_reply(reply, dict.fromkeys(captures, b""))
    except ParseError as error:
        return error
    return None


def compose_reply(reply: ReplyEntry, captures: Mapping[str, bytes]) -> bytes:
    """The bytes to send; may be empty.

    `$1`, `${1}` and `${name}` stand for captured bytes, as they came; `$$` for a dollar sign. What
    names no capture stays as it is.

    Raises:
        ParseError: The text is wrong for its format.
    """
    read: Callable[[str], bytes] = parse_hex if reply.format == "hex" else parse_text
    parts: list[bytes] = []
    for text, at, is_capture in _pieces(reply.text, captures):
        if is_capture:
            parts.append(captures[text])
        else:
            parts.append(_read_at(read, text, at))
    return b"".join(parts)


def _read_at(read: Callable[[str], bytes], text: str, at: int) -> bytes:
    try:
        return read(text)
    except ParseError as error:
        raise ParseError(at + error.position, error.code, error.found) from error


def _pieces(template: str, captures: Collection[str]) -> Iterator[Piece]:
    done = 0
    for match in _CAPTURE.finditer(template):
        name = match["number"] or match["name"]
        if match[0] != DOLLAR and name not in captures:
            continue
        if match.start() > done:
            yield template[done : match.start()], done, False
        yield ("$", match.start(), False) if match[0] == DOLLAR else (name, match.start(), True)
        done = match.end()
    if done < len(template):
        yield template[done:], done, False
