"""A composer by itself, and its parts by their object names."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.composer_editor import ComposerEditor

W = TypeVar("W", bound=QWidget)


def shown_composer(qtbot: QtBot, app: QApplication, width: int = 700) -> Composer:
    """A composer on the screen, closed with the test."""
    composer = Composer(Looks(app, "dark"))
    qtbot.addWidget(composer)
    composer.resize(width, 200)
    composer.show()
    return composer


def part(composer: Composer, kind: type[W], name: str) -> W:
    """The widget of this object name."""
    found = composer.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def editor(composer: Composer) -> ComposerEditor:
    return part(composer, ComposerEditor, "composer")


def label(composer: Composer, name: str) -> str:
    return part(composer, QLabel, name).text()


def button(composer: Composer, name: str) -> QPushButton:
    return part(composer, QPushButton, name)
