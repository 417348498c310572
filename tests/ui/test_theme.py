"""Every colour in which text is drawn can be read on every ground that it is drawn on."""

from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from socket_workbench_ui.theme import DARK, LIGHT, Looks, Theme

GROUNDS = ("window", "surface", "field", "raised")
TEXTS = ("text", "muted", "sent", "received", "error", "lifecycle", "warning")
ON_OTHERS = (
    ("text", "selection"),
    ("sent", "selection"),
    ("received", "selection"),
    ("error", "selection"),
    ("muted", "selection"),
    ("text", "highlight"),
    ("on_accent", "accent"),
)
READABLE = 4.5
"""WCAG 2.2, level AA, for text of usual size."""
THEMES = (LIGHT, DARK)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, 0 for black to 1 for white."""
    red, green, blue, _ = QColor(colour).getRgbF()  # pyright: ignore[reportGeneralTypeIssues] - stubs say object

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, GROUNDS), *ON_OTHERS])
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= READABLE


def test_palette_and_style_sheet_follow_the_choice(qapp: QApplication) -> None:
    looks = Looks(qapp, "dark")
    assert qapp.palette().window().color().name() == DARK.window
    assert DARK.surface in qapp.styleSheet()

    looks.choose("light")

    assert qapp.palette().window().color().name() == LIGHT.window
    assert "@" not in qapp.styleSheet().replace("@media", "")


def test_fonts_are_the_users_choice_and_come_back(qapp: QApplication) -> None:
    before = qapp.font()
    looks = Looks(qapp, "dark")
    looks.choose_fonts(18, "", 21)
    assert qapp.font().pointSize() == 18
    assert looks.mono.pointSize() == 21

    looks.choose_fonts(None, "", None)

    assert qapp.font() == before
