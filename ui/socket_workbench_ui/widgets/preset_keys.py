"""The function keys that presets can have, and what they mean elsewhere in the window."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

KEYS = tuple(f"F{number}" for number in range(2, 13))
"""F1 is help in every program."""


def taken_keys(widget: QWidget) -> dict[str, str]:
    """What keys of `KEYS` mean in the window around `widget`: key to the command's name."""
    taken: dict[str, str] = {}
    # The window's own only: to look at every widget takes long where there are fifty panels.
    for action in widget.window().actions():
        taken |= dict.fromkeys(_function_keys(action.shortcuts()), _shown(action.text()))
    return taken


def _function_keys(sequences: list[QKeySequence]) -> list[str]:
    return [one.toString() for one in sequences if one.toString() in KEYS]


def _shown(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
