"""Numbers as people read them, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLocale

THIN_SPACE = "\u2009"
UNITS = ("kB", "MB", "GB", "TB")
STEP = 1000


def grouped(number: int) -> str:
    """`1204331` as `1 204 331`, with thin spaces."""
    return f"{number:,}".replace(",", THIN_SPACE)


def decimal(number: float, places: int) -> str:
    """`4.10`, or `4,10` where that is how it is written."""
    return f"{number:.{places}f}".replace(".", QLocale().decimalPoint())


def size_text(size_bytes: float) -> str:
    """Three figures and a decimal unit: `812 bytes`, `4.10 kB`, `312 MB`."""
    if size_bytes < STEP - 0.5:
        text = QCoreApplication.translate("Numbers", "{count} bytes")
        return text.format(count=f"{size_bytes:.0f}")
    value, unit = size_bytes / STEP, 0
    while value >= STEP - 0.5 and unit < len(UNITS) - 1:
        value, unit = value / STEP, unit + 1
    places = 2 if value < 9.995 else 1 if value < 99.95 else 0  # noqa: PLR2004 - three figures
    return f"{decimal(value, places)} {UNITS[unit]}"
