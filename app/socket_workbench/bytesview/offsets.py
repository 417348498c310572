"""Offsets as people type them."""

import re

_OFFSET = re.compile(
    r"(?P<sign>[+-]?)(?:0x(?P<hex>[0-9a-f_]+)|(?P<tail>[0-9a-f]+)h|(?P<decimal>[0-9_]+))",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 20


def parse_offset(typed: str, current: int, size: int) -> int | None:
    """Where to go: `4096`, `0x1000`, `1000h`, or from `current` on `+16`, `-0x10`.

    Returns:
        An offset from 0 to `size - 1`; `None` when there is no such place.
    """
    match = _OFFSET.fullmatch("".join(typed.split())[:_LONGEST])
    if match is None:
        return None
    digits = match["hex"] or match["tail"]
    try:
        number = int(digits, 16) if digits else int(match["decimal"])
    except ValueError:  # underscores in odd places
        return None
    offset = {"": number, "+": current + number, "-": current - number}[match["sign"]]
    return offset if 0 <= offset < size else None
