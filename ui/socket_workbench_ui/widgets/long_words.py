"""Words that no line has room for: Qt wraps between words only, and would widen the window."""

import re

MOST_LETTERS = 64
"""As many as the longest part of a host name has; wider than that no panel must be."""
_LONG = re.compile(rf"[^\s/\\-]{{{MOST_LETTERS + 1},}}")


def shortened(text: str) -> str:
    """The text with the middle left out of words that are too long, marked by `…`."""
    return _LONG.sub(_without_middle, text)


def _without_middle(word: re.Match[str]) -> str:
    half = MOST_LETTERS // 2
    return f"{word[0][: half - 1]}…{word[0][-half:]}"
