"""Parts of a widget by their object names."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

T = TypeVar("T", bound=QObject)


def part(where: QWidget, kind: type[T], name: str) -> T:
    """The part of this kind and object name."""
    found = where.findChild(kind, name)
    assert isinstance(found, kind), f"there is no {kind.__name__} {name!r}"
    return found


def button(where: QWidget, name: str) -> QPushButton:
    return part(where, QPushButton, name)


def edit(where: QWidget, name: str) -> QLineEdit:
    return part(where, QLineEdit, name)


def label(where: QWidget, name: str) -> str:
    """What the label says."""
    return part(where, QLabel, name).text()
