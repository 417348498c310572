"""The button of the options says by its sign whether they are open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.options_button import OptionsButton


def sign(button: OptionsButton) -> QImage:
    return button.icon().pixmap(button.iconSize()).toImage()


def test_sign_follows_each_click(qtbot: QtBot, qapp: QApplication) -> None:
    button = OptionsButton(Looks(qapp, "light"), "Options of the socket")
    qtbot.addWidget(button)
    closed = sign(button)

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    opened = sign(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert opened != closed
    assert sign(button) == closed
