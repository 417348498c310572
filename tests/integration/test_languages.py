"""A window in another language: no English word is left, and the next window is English again."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QWidget

from socket_workbench_ui.panel_kinds import KINDS
from support.desk import Desk
from support.seen import open_windows, texts
from support.stories import Tell
from support.translated import LANGUAGES, choose_language, translations

API_WORDS = {"connected", "paused", "read"}
"""Fields and methods of the API that are English words of ours elsewhere."""


def bare(text: str) -> str:
    """A text as it is seen, its mnemonic aside."""
    return text.replace("&", "")


def left_english(language: str) -> list[str]:
    """What the open windows show in English although there is a translation."""
    known: dict[str, set[str]] = {}
    for (_, source), translation in translations(language).items():
        known.setdefault(bare(source), set()).add(bare(translation))
    seen = {(bare(text), place) for window in open_windows() for text, place in texts(window)}
    return sorted(
        f"{place}: {text}"
        for text, place in seen
        if text in known and text not in known[text] and text not in API_WORDS
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)
@pytest.mark.parametrize("language", LANGUAGES)
def test_panel_is_translated(tell: Tell, home: Path, language: str, kind: Any) -> None:
    async def story(desk: Desk) -> None:
        desk.do(kind.command)
        assert left_english(language) == []
        desk.do("connect")  # for many a notice that something is missing
        desk.do("find")
        assert left_english(language) == []

    choose_language(home, language)
    tell(story)


@pytest.mark.parametrize("command", ["settings", "help", "about", "palette"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_window_beside_is_translated(tell: Tell, home: Path, language: str, command: str) -> None:
    async def story(desk: Desk) -> None:
        desk.do(command)
        await desk.until(lambda: len(open_windows()) > 1 or command == "palette")
        assert left_english(language) == []
        for window in open_windows():
            if window is not desk.window:
                window.close()

    choose_language(home, language)
    tell(story)


def test_buttons_of_qt_are_german(tell: Tell, home: Path) -> None:
    async def story(desk: Desk) -> None:
        desk.do("settings")
        dialog = desk.find(QWidget, "settingsDialog")
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        assert bare(box.button(QDialogButtonBox.StandardButton.Cancel).text()) == "Abbrechen"
        dialog.close()

    choose_language(home, "de")
    tell(story)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_mnemonics_of_a_menu_differ(tell: Tell, home: Path, language: str) -> None:
    async def story(desk: Desk) -> None:
        menus = [desk.window.menuBar(), *desk.window.menuBar().findChildren(QMenu)]
        for menu in menus:
            names = [action.text() for action in menu.actions() if "&" in action.text()]
            letters = Counter(name[name.index("&") + 1].lower() for name in names)
            assert not [letter for letter, count in letters.items() if count > 1], names

    choose_language(home, language)
    tell(story)


def test_next_window_speaks_its_own_language(tell: Tell, home: Path) -> None:
    said: list[str] = []

    async def story(desk: Desk) -> None:
        said.append(desk.window.commands["newSession"].text())

    for language in ("de", "en"):
        choose_language(home, language)
        tell(story)
    assert said == ["&Neue Sitzung", "&New session"]
