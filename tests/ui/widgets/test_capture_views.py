"""Event log and conversation under clicks and keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from socket_workbench.capture.window import RowWindow, StillFeed
from socket_workbench_ui.models.conversation import DATA, TEXT, ConversationModel, DataForm
from socket_workbench_ui.models.event_log import EventLogModel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.conversation_view import ConversationView
from socket_workbench_ui.widgets.event_log_view import EventLogView
from socket_workbench_ui.widgets.highlight_delegate import spans_of
from support.parts import part
from support.records import record_dialogue

ROUNDS = 40


@pytest.fixture
def make_window(tmp_path: Path) -> Callable[[], RowWindow]:
    path = tmp_path / "run.swcap"
    feed = StillFeed(record_dialogue(path, ROUNDS))
    return lambda: RowWindow(path, feed)


@pytest.fixture
def log(qtbot: QtBot, qapp: QApplication, make_window: Callable[[], RowWindow]):
    """A log of 280 rows."""
    looks = Looks(qapp, "dark")
    view = EventLogView(EventLogModel(make_window(), looks), looks)
    qtbot.addWidget(view)
    view.resize(1000, 300)
    view.show()
    view.tick()
    yield view
    view.close_files()


@pytest.fixture
def talk(qtbot: QtBot, qapp: QApplication, make_window: Callable[[], RowWindow]):
    """The conversation of socket 1, 160 rows."""
    looks = Looks(qapp, "light")
    view = ConversationView(ConversationModel(make_window(), looks), looks)
    qtbot.addWidget(view)
    view.resize(800, 300)
    view.show()
    view.show_sockets([1])
    tick_until(qtbot, view, lambda: view.table.model().rowCount() == 4 * ROUNDS)
    yield view
    view.close_files()


def tick_until(
    qtbot: QtBot, view: EventLogView | ConversationView, is_done: Callable[[], bool]
) -> None:
    def ticked() -> bool:
        view.tick()
        return is_done()

    qtbot.waitUntil(ticked)


def texts_of(view: EventLogView | ConversationView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view)]


def test_log_says_how_much_is_shown(qtbot: QtBot, log: EventLogView) -> None:
    qtbot.keyClicks(part(log, QLineEdit, "eventFilter"), "code:<0")
    tick_until(qtbot, log, lambda: log.table.model().rowCount() == ROUNDS)

    assert part(log, QLabel, "eventCount").text() == "40 of 280 shown"


def test_wrong_filter_is_marked_and_what_was_shown_stays(qtbot: QtBot, log: EventLogView) -> None:
    line = part(log, QLineEdit, "eventFilter")

    line.setText("dir:in dir:sideways")
    log.tick()

    assert line.property("invalid") is True
    assert any("▸sideways   expected in or out" in text for text in texts_of(log))
    line.setText("dir:in")
    assert line.property("invalid") is False
    assert line.property("valid") is True
    assert not any("expected" in text for text in texts_of(log))


def test_following_stops_when_the_user_scrolls_up_and_resumes_at_the_end(
    log: EventLogView,
) -> None:
    follow, bar = part(log, QPushButton, "followButton"), log.table.verticalScrollBar()
    states = [follow.isChecked()]

    bar.setValue(3)
    states.append(follow.isChecked())
    bar.setValue(bar.maximum())
    states.append(follow.isChecked())

    assert states == [True, False, True]


def test_follow_button_goes_to_the_end(qtbot: QtBot, log: EventLogView) -> None:
    bar = log.table.verticalScrollBar()
    bar.setValue(3)

    qtbot.mouseClick(part(log, QPushButton, "followButton"), Qt.MouseButton.LeftButton)

    assert bar.value() == bar.maximum()


def test_selected_row_is_told_by_its_id(qtbot: QtBot, log: EventLogView) -> None:
    with qtbot.waitSignal(log.event_selected) as told:
        log.show_event(17)

    assert told.args == [17]


def test_selected_rows_are_copied_as_text(qtbot: QtBot, log: EventLogView) -> None:
    log.show_event(2)
    qtbot.keyClick(log.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(log.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[4] for line in lines] == ["sockets.tcp.connect", "sockets.tcp.send"]


def test_number_column_is_never_narrower_than_its_heading_needs(log: EventLogView) -> None:
    header = log.table.horizontalHeader()

    for number in range(header.count()):
        if not log.table.isColumnHidden(number):
            heading = log.table.model().headerData(number, Qt.Orientation.Horizontal)
            assert header.sectionSize(number) > header.fontMetrics().horizontalAdvance(heading)


def test_text_and_hex_side_by_side(qtbot: QtBot, talk: ConversationView) -> None:
    both = next(button for button in talk.findChildren(QPushButton) if button.text() == "Both")

    with qtbot.waitSignal(talk.form_changed) as told:
        qtbot.mouseClick(both, Qt.MouseButton.LeftButton)

    assert told.args == ["both"]
    assert not talk.table.isColumnHidden(TEXT)


def test_find_counts_hits_and_walks_through_them(qtbot: QtBot, talk: ConversationView) -> None:
    talk.open_find()
    line = part(talk, QLineEdit, "conversationFind")
    qtbot.keyClicks(line, r"ok\r")
    tick_until(qtbot, talk, lambda: f"{ROUNDS} hits" in texts_of(talk))

    selected: list[int] = []
    talk.event_selected.connect(selected.append)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert selected == [4, 11]
    assert f"2 of {ROUNDS}" in texts_of(talk)


def test_escape_ends_the_search(qtbot: QtBot, talk: ConversationView) -> None:
    talk.open_find()
    line = part(talk, QLineEdit, "conversationFind")
    qtbot.keyClicks(line, "late")

    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert not line.isVisibleTo(talk)


def test_hits_are_painted(talk: ConversationView) -> None:
    before = talk.table.grab().toImage()

    part(talk, QLineEdit, "conversationFind").setText("html")

    assert talk.table.grab().toImage() != before


def test_spans_of_hits_ignore_case() -> None:
    assert spans_of("Http HTTP", ("http",)) == [(0, 4), (5, 9)]


@pytest.mark.parametrize("form", [DataForm.TEXT, DataForm.HEX])
def test_narrow_conversation_does_not_scroll_sideways(
    talk: ConversationView, form: DataForm
) -> None:
    talk.show_form(form)

    talk.resize(480, 300)

    assert talk.table.horizontalScrollBar().maximum() == 0


def test_text_and_hex_share_the_width_that_the_panel_gets_later(talk: ConversationView) -> None:
    talk.resize(100, 300)
    talk.show_form(DataForm.BOTH)

    talk.resize(900, 300)

    assert talk.table.columnWidth(DATA) == 450
