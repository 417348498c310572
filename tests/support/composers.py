"""A composer by itself, and its parts by their object names."""

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.composer_editor import ComposerEditor

W = TypeVar("W", bound=QWidget)


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
