"""A notice is readable, selectable and can be sent away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.notice_bar import NoticeBar
from support.parts import part

REFUSED = Notice(
    message=Message.CONNECT_FAILED,
    code=-102,
    cause="ECONNREFUSED",
    values={"host": "127.0.0.1", "port": 9},
)


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> NoticeBar:
    made = NoticeBar(Looks(qapp, "light"))
    qtbot.addWidget(made)
    return made


def label(bar: NoticeBar, name: str) -> QLabel:
    return part(bar, QLabel, name)


def test_nothing_to_tell_takes_no_room(bar: NoticeBar) -> None:
    assert bar.isHidden()


def test_notice_shows_title_facts_and_advice(bar: NoticeBar) -> None:
    bar.show_notice(REFUSED)

    assert label(bar, "noticeTitle").text() == "Could not connect to 127.0.0.1:9."
    assert label(bar, "noticeFacts").text() == "-102 CONNECTION_REFUSED · cause ECONNREFUSED"
    assert "Is the server running" in label(bar, "noticeDetail").text()


def test_notice_without_facts_hides_their_line(bar: NoticeBar) -> None:
    bar.show_notice(Notice(message=Message.HOST_MISSING))

    assert label(bar, "noticeFacts").isHidden()


def test_every_line_can_be_selected_by_mouse_and_keyboard(bar: NoticeBar) -> None:
    for name in ("noticeTitle", "noticeFacts", "noticeDetail"):
        flags = label(bar, name).textInteractionFlags()
        assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
        assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_severity_is_told_in_words_too(bar: NoticeBar) -> None:
    bar.show_notice(REFUSED)

    assert bar.property("severity") == Severity.ERROR
    assert bar.accessibleName() == "Error: Could not connect to 127.0.0.1:9."


def test_dismiss_button_asks_for_the_end(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice(REFUSED)
    button = bar.findChild(QToolButton, "dismissButton")

    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_no_notice_hides_the_bar_again(bar: NoticeBar) -> None:
    bar.show_notice(REFUSED)

    bar.show_notice(None)

    assert bar.isHidden()
    assert bar.text() == ""
