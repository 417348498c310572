"""The function keys that presets can have, and what they mean elsewhere in the window."""

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS = tuple(f"F{number}" for number in range(2, 13))
"""F1 is help in every program."""

PRESET_SHORTCUT = "presetShortcut"
"""Name of a key that sends a preset: those of other panels are no obstacle, for they are hidden."""


def taken_keys(widget: QWidget) -> dict[str, str]:
    """What keys of `KEYS` mean in the window around `widget`, but for presets.

    A key without a name for what it does has an empty one.
    """
    window = widget.window()
    taken: dict[str, str] = {}
    for shortcut in window.findChildren(QShortcut):
        if shortcut.objectName() != PRESET_SHORTCUT:
            taken |= dict.fromkeys(_function_keys(shortcut.keys()), "")
    for action in window.findChildren(QAction):
        taken |= dict.fromkeys(_function_keys(action.shortcuts()), _shown(action.text()))
    return taken


def _function_keys(sequences: list[QKeySequence]) -> list[str]:
    return [one.toString() for one in sequences if one.toString() in KEYS]


def _shown(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
