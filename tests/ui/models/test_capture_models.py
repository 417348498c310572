"""Event log and conversation as Qt sees them."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from socket_workbench.capture.query import parse
from socket_workbench.capture.records import Direction
from socket_workbench.capture.schema import data_path
from socket_workbench.capture.store import Capture
from socket_workbench.capture.window import RowWindow, StillFeed
from socket_workbench_ui.models import conversation, event_log
from socket_workbench_ui.models.capture_table import CaptureTableModel
from socket_workbench_ui.models.conversation import ConversationModel, DataForm
from socket_workbench_ui.models.event_log import EventLogModel
from socket_workbench_ui.theme import Looks
from support.records import record_dialogue


@pytest.fixture
def looks(qapp: QApplication) -> Looks:
    return Looks(qapp, "dark")


@pytest.fixture
def window(tmp_path: Path):
    """A saved capture of one round."""
    path = tmp_path / "run.swcap"
    window = RowWindow(path, StillFeed(record_dialogue(path)))
    yield window
    window.close()


def settle(qtbot: QtBot, model: CaptureTableModel, rows: int) -> None:
    def has_rows() -> bool:
        model.grow()
        return model.rowCount() == rows

    qtbot.waitUntil(has_rows)


def column(model: CaptureTableModel, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_event_log_keeps_to_the_rules_of_models(
    qtmodeltester: ModelTester, window: RowWindow, looks: Looks
) -> None:
    model = EventLogModel(window, looks)
    model.grow()

    qtmodeltester.check(model)


def test_event_log_reads_as_the_api_speaks(window: RowWindow, looks: Looks) -> None:
    model = EventLogModel(window, looks)
    model.grow()

    assert column(model, event_log.NUMBER) == [str(number) for number in range(1, 8)]
    assert column(model, event_log.SIGN) == ["·", "·", "→", "←", "←", "✕", "←"]
    assert column(model, event_log.SOCKET)[-2:] == ["tcp 1", "udp 1"]
    assert column(model, event_log.EVENT)[1] == "sockets.tcp.connect"
    assert column(model, event_log.RESULT) == [
        *("", "0  OK", "0  OK", "", "", "-15  SOCKET_NOT_CONNECTED", "")
    ]
    assert column(model, event_log.BYTES) == ["", "", "18", "17", "6", "4", "4"]
    assert column(model, event_log.ELAPSED)[1] == "+0.000001"
    assert column(model, event_log.PREVIEW)[:4] == [
        '{}  ⇒  {"socketId":1}',
        '"localhost",80',
        r"GET / HTTP/1.1\r\n\r\n",
        r"HTTP/1.1 200 OK\r\n",
    ]


def test_event_log_colours_by_direction_and_failure(window: RowWindow, looks: Looks) -> None:
    model = EventLogModel(window, looks)
    model.grow()

    colours = [
        model.index(row, event_log.EVENT).data(Qt.ItemDataRole.ForegroundRole).name()
        for row in range(7)
    ]
    roles = ["lifecycle", "lifecycle", "sent", "received", "received", "error", "received"]
    assert colours == [looks.colour(role).name() for role in roles]


def test_numbers_stand_right_under_right_headings(window: RowWindow, looks: Looks) -> None:
    model = EventLogModel(window, looks)
    model.grow()
    alignment = Qt.ItemDataRole.TextAlignmentRole

    heading = model.headerData(event_log.BYTES, Qt.Orientation.Horizontal, alignment)
    cell = model.index(0, event_log.BYTES).data(alignment)

    assert heading & Qt.AlignmentFlag.AlignRight
    assert cell & Qt.AlignmentFlag.AlignRight


@pytest.fixture
def robbed(tmp_path: Path):
    """A capture of one event whose data file is gone."""
    path = tmp_path / "run.swcap"
    asyncio.run(record_chunk(path))
    data_path(path).unlink()
    window = RowWindow(path, StillFeed(1))
    yield window
    window.close()


async def record_chunk(path: Path) -> None:
    capture = await Capture.create(path)
    capture.add_socket(context="window", namespace="sockets.tcp", socket_id=1)
    capture.event(1, "chunk", at_ns=1, data=bytes(800), direction=Direction.IN)
    await capture.aclose()


def test_rows_whose_data_is_lost_say_so(qtbot: QtBot, robbed: RowWindow, looks: Looks) -> None:
    log = EventLogModel(robbed, looks)
    log.grow()
    (preview,) = column(log, event_log.PREVIEW)

    talk = ConversationModel(robbed, looks)
    talk.show_sockets([1])
    settle(qtbot, talk, 1)

    assert preview == "… (800 of 800 bytes are lost)"
    assert column(talk, conversation.DATA) == column(talk, conversation.TEXT) == [preview]


def test_filtered_event_log_shows_what_passes(
    qtbot: QtBot, window: RowWindow, looks: Looks
) -> None:
    model = EventLogModel(window, looks)
    model.grow()

    model.show_query(parse("dir:in"))
    settle(qtbot, model, 3)

    assert column(model, event_log.NUMBER) == ["4", "5", "7"]


def test_conversation_keeps_to_the_rules_of_models(
    qtbot: QtBot, qtmodeltester: ModelTester, window: RowWindow, looks: Looks
) -> None:
    model = ConversationModel(window, looks)
    model.show_sockets([1])
    settle(qtbot, model, 4)

    qtmodeltester.check(model)


def test_conversation_shows_data_of_its_sockets_and_codes_of_failed_sends(
    qtbot: QtBot, window: RowWindow, looks: Looks
) -> None:
    model = ConversationModel(window, looks)
    model.show_sockets([1])
    settle(qtbot, model, 4)

    assert column(model, conversation.SIGN) == ["→", "←", "←", "→ ✕"]
    assert column(model, conversation.DATA)[2:] == ["<html>", "-15  SOCKET_NOT_CONNECTED   late"]


def test_conversation_writes_hex_and_both(qtbot: QtBot, window: RowWindow, looks: Looks) -> None:
    model = ConversationModel(window, looks)
    model.show_sockets([1, 2])
    settle(qtbot, model, 5)

    model.show_form(DataForm.BOTH)

    assert column(model, conversation.DATA)[4] == "70 69 6e 67"
    assert column(model, conversation.TEXT)[4] == "ping"


def test_conversation_stamps_the_gap_to_the_row_before(
    qtbot: QtBot, window: RowWindow, looks: Looks
) -> None:
    model = ConversationModel(window, looks)
    model.show_sockets([1])
    settle(qtbot, model, 4)

    model.stamp_gaps(True)

    assert column(model, conversation.TIME) == ["", "+0.000001", "+0.000001", "+0.000001"]


def test_conversation_joins_chunks_of_one_direction(
    qtbot: QtBot, window: RowWindow, looks: Looks
) -> None:
    model = ConversationModel(window, looks)
    model.show_sockets([1])

    model.join_rows(True)
    settle(qtbot, model, 3)

    assert column(model, conversation.BYTES) == ["18", "23", "4"]
