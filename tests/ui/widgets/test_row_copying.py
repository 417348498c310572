"""Rows taken along: their bytes in every form, and what they did as a program."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from socket_workbench.bytesview.hexdump import CopyFormat
from socket_workbench.capture.window import RowWindow, StillFeed
from socket_workbench.panels.copying import Connect, Language, SendDatagram
from socket_workbench_ui.models.conversation import ConversationModel
from socket_workbench_ui.models.event_log import EventLogModel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.capture_table_view import CaptureTableView
from socket_workbench_ui.widgets.conversation_view import ConversationView
from socket_workbench_ui.widgets.copy_menu import LANGUAGES, add_program_menu
from socket_workbench_ui.widgets.event_log_view import EventLogView
from support.parts import part
from support.records import REPLY, REQUEST, record_dialogue

CONNECT, SEND, REPLY_PLACE, HTML_PLACE = 1, 2, 3, 4


@pytest.fixture
def make_window(tmp_path: Path) -> Callable[[], RowWindow]:
    path = tmp_path / "run.swcap"
    feed = StillFeed(record_dialogue(path, 2))
    return lambda: RowWindow(path, feed)


@pytest.fixture
def log(qtbot: QtBot, qapp: QApplication, make_window: Callable[[], RowWindow]):
    looks = Looks(qapp, "dark")
    view = EventLogView(EventLogModel(make_window(), looks), looks)
    qtbot.addWidget(view)
    view.tick()
    yield view
    view.close_files()


@pytest.fixture
def talk(qtbot: QtBot, qapp: QApplication, make_window: Callable[[], RowWindow]):
    looks = Looks(qapp, "light")
    view = ConversationView(ConversationModel(make_window(), looks), looks)
    qtbot.addWidget(view)
    view.show_sockets([1])
    yield view
    view.close_files()


def select(table: CaptureTableView, *places: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table.setCurrentIndex(table.model().index(places[0], 0))
    for place in places:
        index = table.model().index(place, 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)


def choose(menu: QMenu, name: str) -> str:
    """Choose an entry of a menu below, and give what it copied."""
    action = part(menu, QAction, name)
    assert action.isEnabled()
    action.trigger()
    return QGuiApplication.clipboard().text()


def is_enabled(menu: QMenu, name: str) -> bool:
    below = part(menu, QMenu, name)
    return below.isEnabled()


def menu_of(log: EventLogView, *places: int) -> QMenu:
    select(log.table, *places)
    row = log.table.current_row()
    assert row is not None
    return log.menu_for(row)


def test_bytes_of_a_row_are_copied(log: EventLogView) -> None:
    menu = menu_of(log, SEND)

    assert json.loads(choose(menu, "copyBytes-json")) == list(REQUEST)
    assert choose(menu, "copyBytes-python-bytes") == repr(REQUEST)


@pytest.mark.parametrize("form", list(CopyFormat))
def test_every_form_is_offered(log: EventLogView, form: CopyFormat) -> None:
    assert choose(menu_of(log, REPLY_PLACE), f"copyBytes-{form.value}")


def test_bytes_of_several_rows_are_copied_in_order(log: EventLogView) -> None:
    menu = menu_of(log, HTML_PLACE, REPLY_PLACE)

    assert choose(menu, "copyBytes-text").encode() == REPLY + b"<html>"


def test_row_without_bytes_offers_none(log: EventLogView) -> None:
    assert not is_enabled(menu_of(log, CONNECT), "copyBytesMenu")


def test_connect_is_copied_as_a_program(log: EventLogView) -> None:
    assert choose(menu_of(log, CONNECT), "copyProgram-socat") == "socat - TCP:localhost:80\n"


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_a_name(log: EventLogView, language: Language) -> None:
    assert language in LANGUAGES
    assert "localhost" in choose(menu_of(log, CONNECT), f"copyProgram-{language.value}")


def test_what_was_received_is_no_program(log: EventLogView) -> None:
    assert not is_enabled(menu_of(log, REPLY_PLACE), "copyProgramMenu")


def test_conversation_copies_joined_chunks_whole(qtbot: QtBot, talk: ConversationView) -> None:
    joined_rows = 6

    def is_joined() -> bool:
        talk.tick()
        return talk.table.model().rowCount() == joined_rows

    talk._join.setChecked(True)
    qtbot.waitUntil(is_joined)
    select(talk.table, 1)

    assert choose(talk.row_menu(), "copyBytes-text").encode() == REPLY + b"<html>"


def test_what_a_language_cannot_say_is_grey(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    programs = add_program_menu(menu, SendDatagram(host="127.0.0.1", port=9))

    enabled = {entry.objectName() for entry in programs.actions() if entry.isEnabled()}

    assert enabled == {"copyProgram-javascript", "copyProgram-python"}


def test_nothing_is_offered_for_a_host_that_is_none(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    programs = add_program_menu(menu, Connect(host="a!!EXEC:id", port=9))

    assert not any(entry.isEnabled() for entry in programs.actions())
