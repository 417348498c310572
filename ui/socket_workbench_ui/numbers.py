"""Numbers as people read them."""

THIN_SPACE = "\u2009"
UNITS = ("bytes", "kB", "MB", "GB", "TB")
STEP = 1000


def grouped(number: int) -> str:
    """`1204331` as `1 204 331`, with thin spaces."""
    return f"{number:,}".replace(",", THIN_SPACE)


def size_text(size_bytes: float) -> str:
    """Three figures and a decimal unit: `812 bytes`, `4.10 kB`, `312 MB`."""
    value, unit = float(size_bytes), 0
    while value >= STEP - 0.5 and unit < len(UNITS) - 1:
        value, unit = value / STEP, unit + 1
    if unit == 0:
        return f"{size_bytes:.0f} {UNITS[0]}"
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0  # noqa: PLR2004 - three figures
    return f"{value:.{decimals}f} {UNITS[unit]}"
