"""Messages across the window: shown, replaced by topic, answered, dismissed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.message_bar import Choice, MessageBar
from support.parts import part


def new_bar(qtbot: QtBot, qapp: QApplication) -> MessageBar:
    bar = MessageBar(Looks(qapp, "light"))
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_message_on_the_same_topic_replaces_the_older_one(qtbot: QtBot, qapp: QApplication) -> None:
    bar = new_bar(qtbot, qapp)

    bar.tell("old", topic="file")
    bar.tell("other", topic="recording")
    bar.tell("new", topic="file")

    assert bar.texts() == ["other", "new"]


def test_pressed_choice_acts_and_takes_the_message_away(qtbot: QtBot, qapp: QApplication) -> None:
    bar = new_bar(qtbot, qapp)
    pressed: list[str] = []
    bar.tell("text", topic="file", choices=[Choice("Open", lambda: pressed.append("open"), "go")])

    button = part(bar, QPushButton, "go")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert pressed == ["open"]
    qtbot.waitUntil(lambda: bar.texts() == [])


def test_dismissed_message_is_gone(qtbot: QtBot, qapp: QApplication) -> None:
    bar = new_bar(qtbot, qapp)
    bar.tell("text", topic="file", is_error=True)

    button = part(bar, QToolButton, "dismissButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bar.texts() == [])
