"""What an editor for JavaScript does with lines: indent, comment, find the other bracket."""

import re
from typing import Final

INDENT: Final = "  "
OPENING: Final = "([{"
CLOSING: Final = ")]}"
MAX_SEARCH: Final = 100_000
"""Characters that are looked through for the other bracket."""

_BLANK = re.compile(r"[ \t]*")
_COMMENTED = re.compile(r"^([ \t]*)//[ ]?")


def indent_of(line: str) -> str:
    """The blanks in front of a line."""
    match = _BLANK.match(line)
    return match[0] if match else ""


def indent_after(before: str) -> str:
    """The blanks of a new line.

    Args:
        before: The line that is left, as far as the caret.
    """
    indent = indent_of(before)
    return indent + INDENT if before.rstrip().endswith(tuple(OPENING)) else indent


def dedented(line: str) -> str:
    """A line with one step of blanks less."""
    for prefix in (INDENT, "\t", " "):
        if line.startswith(prefix):
            return line.removeprefix(prefix)
    return line


def toggled_comments(lines: list[str]) -> list[str]:
    """The lines commented out, or in again if all of them were; empty ones stay as they are."""
    filled = [line for line in lines if line.strip()]
    if filled and all(_COMMENTED.match(line) for line in filled):
        return [_COMMENTED.sub(r"\1", line) for line in lines]
    depth = min((len(indent_of(line)) for line in filled), default=0)
    return [f"{line[:depth]}// {line[depth:]}" if line.strip() else line for line in lines]


def other_bracket(text: str, at: int) -> int | None:
    """Index of the bracket that belongs to the one at `at`; brackets in strings count, too.

    `None` when there is no bracket at `at`, or none belongs to it within `MAX_SEARCH`.
    """
    sign = text[at : at + 1]
    if sign and sign in OPENING:
        other, step, end = CLOSING[OPENING.index(sign)], 1, min(len(text), at + MAX_SEARCH)
    elif sign and sign in CLOSING:
        other, step, end = OPENING[CLOSING.index(sign)], -1, max(-1, at - MAX_SEARCH)
    else:
        return None
    depth = 0
    for place in range(at, end, step):
        if text[place] == sign:
            depth += 1
        elif text[place] == other:
            depth -= 1
            if depth == 0:
                return place
    return None
