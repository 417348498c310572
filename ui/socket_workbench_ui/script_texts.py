"""The sentences of the script panel."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from socket_workbench.panels.messages import Message

SCRIPT_TITLES = {
    Message.SCRIPT_FAILED: QT_TRANSLATE_NOOP("Texts", "{file}, line {line}: {text}"),
    Message.SCRIPT_CALL_REFUSED: QT_TRANSLATE_NOOP(
        "Texts", "This form of {method} is refused, as in Chromium. Use {modern}."
    ),
    Message.SCRIPT_MEMORY: QT_TRANSLATE_NOOP(
        "Texts", "The script took more than {megabytes} MB of memory and was ended."
    ),
    Message.SCRIPT_DIED: QT_TRANSLATE_NOOP("Texts", "The script's process ended: {text}"),
    Message.SCRIPT_APP_INVALID: QT_TRANSLATE_NOOP("Texts", "{file}, line {line}: {text}"),
    Message.SCRIPT_NOT_SAVED: QT_TRANSLATE_NOOP("Texts", "{path} was not saved."),
    Message.SCRIPT_COMPAT_LATER: QT_TRANSLATE_NOOP(
        "Texts", "The choice holds from the next run on."
    ),
}

SCRIPT_DETAILS = {
    Message.SCRIPT_FAILED: QT_TRANSLATE_NOOP(
        "Texts",
        "What follows this place was not run; what was begun before goes on. Click the error in "
        "the console to go there.",
    ),
    Message.SCRIPT_CALL_REFUSED: QT_TRANSLATE_NOOP(
        "Texts",
        "Guides of the first years show calls that never became part of the API. Help lists what "
        "took their place.",
    ),
    Message.SCRIPT_MEMORY: QT_TRANSLATE_NOOP(
        "Texts", "Its sockets are closed. Let go of buffers that are no longer needed, and run it."
    ),
    Message.SCRIPT_DIED: QT_TRANSLATE_NOOP(
        "Texts", "Its sockets are closed; everything else is as it was. Run starts it anew."
    ),
    Message.SCRIPT_APP_INVALID: QT_TRANSLATE_NOOP(
        "Texts", "Chromium would not load this app. Correct the place, then run it again."
    ),
    Message.SCRIPT_COMPAT_LATER: QT_TRANSLATE_NOOP(
        "Texts", "The script that runs now keeps the behaviour that it was started with."
    ),
}

SCRIPT_FILE_CAUSES = {
    "notText": QT_TRANSLATE_NOOP("Texts", "It is no UTF-8 text."),
    "tooLarge": QT_TRANSLATE_NOOP("Texts", "It is larger than 16 MB, too large for an editor."),
    "EROFS": QT_TRANSLATE_NOOP("Texts", "It is marked as read-only."),
    "ENOSPC": QT_TRANSLATE_NOOP("Texts", "The disk is full."),
}
"""What a cause means where a script is read or written."""

CONSOLE_SYSTEM = {
    "started": QT_TRANSLATE_NOOP("Texts", "started"),
    "stopped": QT_TRANSLATE_NOOP("Texts", "stopped; its sockets are closed"),
    "closed": QT_TRANSLATE_NOOP("Texts", "ended by its own close()"),
    "suspended": QT_TRANSLATE_NOOP("Texts", "suspended; persistent sockets stay open"),
    "resumed": QT_TRANSLATE_NOOP("Texts", "resumed with a new background page"),
    "reloaded": QT_TRANSLATE_NOOP("Texts", "reloaded; its sockets were closed"),
    "memory": QT_TRANSLATE_NOOP("Texts", "ended: it took too much memory"),
    "broken": QT_TRANSLATE_NOOP("Texts", "ended: its process died"),
}
"""What the panel itself says in the console."""
