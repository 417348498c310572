"""What the modes of a responder are called, and what they do."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from socket_workbench.session.tcp_entries import ResponderMode

CONTEXT = "ResponderTexts"
MODES: tuple[ResponderMode, ...] = ("none", "echo", "discard", "fixed", "rules")
NAMES = {
    "none": QT_TRANSLATE_NOOP("ResponderTexts", "nothing"),
    "echo": QT_TRANSLATE_NOOP("ResponderTexts", "echo"),
    "discard": QT_TRANSLATE_NOOP("ResponderTexts", "discard"),
    "fixed": QT_TRANSLATE_NOOP("ResponderTexts", "fixed reply"),
    "rules": QT_TRANSLATE_NOOP("ResponderTexts", "rules"),
}
HELP = {
    "none": QT_TRANSLATE_NOOP(
        "ResponderTexts", "Clients are answered by nobody but you: choose one and send."
    ),
    "echo": QT_TRANSLATE_NOOP(
        "ResponderTexts",
        "Every byte goes back as it came (RFC 862). What waits goes back in one send, of 128 KiB "
        "at most; a client that does not read its echo is not read from either.",
    ),
    "discard": QT_TRANSLATE_NOOP(
        "ResponderTexts", "Everything is read and nothing is answered (RFC 863)."
    ),
    "fixed": "",
    "rules": "",
}
"""For modes without fields of their own."""


def mode_text(mode: ResponderMode) -> str:
    """The mode's name in the user's language."""
    return QCoreApplication.translate(CONTEXT, str(NAMES[mode]))


def mode_help(mode: ResponderMode) -> str:
    """What the mode does; empty for those that show it."""
    return QCoreApplication.translate(CONTEXT, str(HELP[mode]))
