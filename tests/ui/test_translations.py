"""Every text of the window is translated, and what is loaded is what the translator wrote."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from socket_workbench_ui.help_topics import TOPICS
from support.translated import I18N, LANGUAGES, translations

ROOT = Path(__file__).parents[2]
CODE = ROOT / "ui" / "socket_workbench_ui"
GUIDE = files("socket_workbench_resources") / "help"
PLACEHOLDER = re.compile(r"\$?\{\w*(?::[^}]*)?\}|%[1-9]")
TEXT_ARGUMENT = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Which argument of a function is the text."""


def outer_blanks(text: str) -> tuple[bool, bool]:
    return text[:1] == " ", text[-1:] == " "


def literals(file: Path) -> Iterator[tuple[int, str]]:
    """The texts that a module marks for translation, as Python reads them."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = TEXT_ARGUMENT.get(name)
        if place is not None and len(node.args) > place:
            text = node.args[place]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield node.lineno, text.value


def test_no_text_is_missing() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "translations.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_collector_sees_every_text() -> None:
    # It does not look into f-strings, and takes a context from a literal only.
    known = {source for _, source in translations(LANGUAGES[0])}
    unseen = [
        f"{file.name}:{line}: {text!r}"
        for file in sorted(CODE.rglob("*.py"))
        for line, text in literals(file)
        if text not in known
    ]
    assert unseen == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same(language: str) -> None:
    for (context, source), translation in translations(language).items():
        wanted = sorted(PLACEHOLDER.findall(source))
        assert sorted(PLACEHOLDER.findall(translation)) == wanted, (context, source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_outer_blanks_and_shape_are_the_same(language: str) -> None:
    for (context, source), translation in translations(language).items():
        if source == " times":  # one word with its number in German
            continue
        assert outer_blanks(translation) == outer_blanks(source), (context, source)
        for sign in ("\n", "\t", "\\", "…", ";;"):
            assert translation.count(sign) == source.count(sign), (context, source)
        assert ("&" in translation) == ("&" in source), (context, source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_file_is_what_the_translator_wrote(language: str) -> None:
    translator = QTranslator()
    with as_file(I18N) as folder:
        assert translator.load(f"workbench_{language}", str(folder))
    for (context, source), translation in translations(language).items():
        assert translator.translate(context, source) == translation, (context, source)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_the_guide_has_the_same_parts(language: str, topic: str) -> None:
    ours, theirs = (
        (GUIDE / folder / f"{topic}.md").read_text(encoding="utf-8") for folder in ("en", language)
    )
    for part in (r"^#+ ", r"^- ", r"^\d\. ", r"^\|", r"\]\([^)]+\)", r"^\{\{\w+\}\}$"):
        found = [re.findall(part, page, re.MULTILINE) for page in (ours, theirs)]
        if part.startswith("^"):
            assert found[0] == found[1], part
        else:
            assert sorted(found[0]) == sorted(found[1]), part
