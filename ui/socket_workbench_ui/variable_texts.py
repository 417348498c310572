"""What the variables of a message do, in words: for menus, completion and help."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "VariableTexts"

SENTENCES = {
    "counter": QT_TRANSLATE_NOOP(
        "VariableTexts", "Number that grows by STEP with every message; begins at START, or 0"
    ),
    "timestamp": QT_TRANSLATE_NOOP(
        "VariableTexts", "Time since 1970 in that unit, or the UTC time as in ISO 8601"
    ),
    "random": QT_TRANSLATE_NOOP("VariableTexts", "N random bytes"),
    "randomHex": QT_TRANSLATE_NOOP("VariableTexts", "N random bytes as hex digits"),
    "randomInt": QT_TRANSLATE_NOOP("VariableTexts", "Random number from MIN to MAX"),
    "uuid": QT_TRANSLATE_NOOP("VariableTexts", "Random UUID, as text"),
    "len": QT_TRANSLATE_NOOP(
        "VariableTexts", "How many bytes follow it, plus ADD; in N bytes, or as digits"
    ),
    "crc": QT_TRANSLATE_NOOP(
        "VariableTexts", "CRC of the bytes before it, but for the first SKIP and the last OMIT"
    ),
    "sum8": QT_TRANSLATE_NOOP("VariableTexts", "Sum of the bytes before it, in one byte"),
    "xor8": QT_TRANSLATE_NOOP("VariableTexts", "Exclusive or of the bytes before it"),
    "lrc8": QT_TRANSLATE_NOOP("VariableTexts", "What makes the sum of all bytes zero"),
}
FORM = QT_TRANSLATE_NOOP(
    "VariableTexts",
    "FORM: dec or hex digits, with the least number of them (dec4); or a binary number: "
    "u8, u16, u32, u64, with le behind it for low byte first.",
)
ESCAPE = QT_TRANSLATE_NOOP("VariableTexts", "In text, \\${ stands for ${ itself.")


def variable_text(name: str) -> str:
    """What this variable does; empty for an unknown one."""
    sentence = SENTENCES.get(name, "")
    return QCoreApplication.translate(CONTEXT, str(sentence)) if sentence else ""


def variable_notes() -> tuple[str, str]:
    """What FORM is, and how to write what is no variable."""
    translate = QCoreApplication.translate
    return translate(CONTEXT, str(FORM)), translate(CONTEXT, str(ESCAPE))
