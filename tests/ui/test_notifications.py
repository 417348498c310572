import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socket_workbench_ui.notifications import Notifications


class Desktop:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def show(self, title: str, text: str) -> None:
        self.shown.append((title, text))


@pytest.mark.parametrize("is_wanted", [True, False])
def test_desktop_is_told_only_when_that_is_wanted(qtbot: QtBot, *, is_wanted: bool) -> None:
    desktop = Desktop()
    notifications = Notifications(desktop.show)
    notifications.is_wanted = is_wanted

    notifications.tell("http probe", "The connection was lost.")

    assert desktop.shown == ([("http probe", "The connection was lost.")] if is_wanted else [])


def test_who_sees_the_window_is_told_nothing(qtbot: QtBot) -> None:
    window, desktop = QWidget(), Desktop()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    notifications = Notifications(desktop.show)
    notifications.is_wanted = True

    notifications.tell("http probe", "The connection was lost.")

    assert desktop.shown == []
