"""What is wrong with bytes that were typed, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from socket_workbench.bytesview.parsing import Fault, ParseError

CONTEXT = "ParseTexts"

SENTENCES = {
    Fault.LONE_BACKSLASH: QT_TRANSLATE_NOOP(
        "ParseTexts", "A backslash stands alone; write \\\\ for one."
    ),
    Fault.UNKNOWN_ESCAPE: QT_TRANSLATE_NOOP(
        "ParseTexts",
        "There is no escape \\{found}; known are \\r \\n \\t \\0 \\xNN \\uNNNN \\\\ \\$.",
    ),
    Fault.ESCAPE_TOO_SHORT: QT_TRANSLATE_NOOP(
        "ParseTexts", "{found} lacks digits: \\x takes two, \\u takes four."
    ),
    Fault.LONE_SURROGATE: QT_TRANSLATE_NOOP(
        "ParseTexts", "{found} is half of a character; the other half must stand beside it."
    ),
    Fault.NOT_HEX: QT_TRANSLATE_NOOP("ParseTexts", "“{found}” is no hex digit."),
    Fault.ODD_DIGITS: QT_TRANSLATE_NOOP(
        "ParseTexts", "The digit {found} has no partner; a byte has two."
    ),
    Fault.MISSING_DIGITS: QT_TRANSLATE_NOOP("ParseTexts", "No digits follow {found}."),
    Fault.NOT_BASE64: QT_TRANSLATE_NOOP("ParseTexts", "“{found}” does not occur in base64."),
    Fault.MISPLACED_PADDING: QT_TRANSLATE_NOOP(
        "ParseTexts", "“{found}” cannot stand here; base64 ends at its padding."
    ),
    Fault.INCOMPLETE_BASE64: QT_TRANSLATE_NOOP(
        "ParseTexts", "The base64 ends within a group of four characters."
    ),
    Fault.OPEN_VARIABLE: QT_TRANSLATE_NOOP(
        "ParseTexts", "The variable lacks its closing }; write {expected}, or \\${ for the text."
    ),
    Fault.UNKNOWN_VARIABLE: QT_TRANSLATE_NOOP(
        "ParseTexts", "There is no variable “{found}”; expected {expected}, or \\${ for the text."
    ),
    Fault.MISSING_ARGUMENT: QT_TRANSLATE_NOOP("ParseTexts", "Here belongs: {expected}."),
    Fault.BAD_ARGUMENT: QT_TRANSLATE_NOOP("ParseTexts", "“{found}” does not fit: {expected}."),
    Fault.UNKNOWN_CRC: QT_TRANSLATE_NOOP(
        "ParseTexts", "There is no CRC “{found}”; expected {expected} or another of the catalogue."
    ),
    Fault.MISPLACED_VARIABLE: QT_TRANSLATE_NOOP(
        "ParseTexts", "Base64 has no variables; text and hex have."
    ),
    Fault.TOO_LONG_FOR_VARIABLES: QT_TRANSLATE_NOOP(
        "ParseTexts", "The message is too long for variables such as {found}."
    ),
}


def parse_error_text(error: ParseError) -> str:
    """Say what is wrong, without its place."""
    sentence = QCoreApplication.translate(CONTEXT, str(SENTENCES[error.code]))
    return sentence.replace("{expected}", error.expected).replace("{found}", _shown(error.found))


def placed_error_text(error: ParseError) -> str:
    """Say what is wrong, and at which character, counted from 1."""
    place = QCoreApplication.translate(CONTEXT, "Character {place}: {problem}")
    return place.replace("{place}", str(error.position + 1)).replace(
        "{problem}", parse_error_text(error)
    )


def _shown(found: str) -> str:
    """What was found, with characters that cannot be seen by their number."""
    return "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in found)
