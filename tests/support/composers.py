"""A composer by itself."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.composer_editor import ComposerEditor
from support.parts import part


def shown_composer(qtbot: QtBot, app: QApplication, width: int = 700) -> Composer:
    """A composer on the screen, closed with the test."""
    composer = Composer(Looks(app, "dark"))
    qtbot.addWidget(composer)
    composer.resize(width, 200)
    composer.show()
    return composer


def editor(composer: Composer) -> ComposerEditor:
    return part(composer, ComposerEditor, "composer")
