"""The table of a server's clients: all first, rows that keep their places, sizes when drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from socket_workbench.capture.records import Totals
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.tcp_server_state import ClientRow, ClientState
from socket_workbench_ui.models.client_list import (
    BYTES_IN,
    KEY_ROLE,
    MOST_SINGLE_REMOVALS,
    PEER,
    TIME,
    ClientListModel,
    duration_text,
)
from socket_workbench_ui.theme import Looks


def row(key: int, state: ClientState = ClientState.OPEN, *, is_paused: bool = False) -> ClientRow:
    has_left = state is ClientState.LEFT
    return ClientRow(
        key=key,
        label=f"tcp {key}",
        peer=Endpoint("::1", 1000 + key),
        state=state,
        is_paused=is_paused,
        began_s=100.0,
        ended_s=103.0 if has_left else None,
        tls="TLSv1.3",
        code=-100 if has_left else None,
        cause="FIN" if has_left else "",
    )


@pytest.fixture
def model(qapp: QApplication, qtmodeltester: ModelTester) -> ClientListModel:
    made = ClientListModel(
        Looks(qapp), lambda key: Totals(bytes_in=key * 1000), now_s=lambda: 160.0
    )
    qtmodeltester.check(made)
    return made


def texts(model: ClientListModel, column: int = PEER) -> list[str]:
    return [model.index(place, column).data() or "" for place in range(model.rowCount())]


def test_all_clients_come_first_with_their_number(model: ClientListModel) -> None:
    model.show_clients([row(1), row(2, ClientState.LEFT), row(3, is_paused=True)])

    assert texts(model) == ["All clients (2)", "● [::1]:1001", "○ [::1]:1002", "◐ [::1]:1003"]


def test_sizes_and_times_are_read_when_they_are_drawn(model: ClientListModel) -> None:
    model.show_clients([row(1), row(2, ClientState.LEFT)])

    assert texts(model, BYTES_IN) == ["", "1.00 kB", "2.00 kB"]
    assert texts(model, TIME) == ["", "1:00", "3.0 s"]


def test_the_tip_says_why_a_client_left(model: ClientListModel) -> None:
    model.show_clients([row(2, ClientState.LEFT)])

    tip = model.index(1, PEER).data(Qt.ItemDataRole.ToolTipRole)
    assert "-100 CONNECTION_CLOSED · cause FIN" in tip
    assert "TLSv1.3" in tip


def test_a_screen_reader_hears_the_state(model: ClientListModel) -> None:
    model.show_clients([row(1, is_paused=True)])

    heard = model.index(1, PEER).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "[::1]:1001, paused"


def test_rows_that_go_leave_the_others_in_place(model: ClientListModel, qtbot: QtBot) -> None:
    model.show_clients([row(1), row(2), row(3)])

    with qtbot.waitSignal(model.rowsRemoved):
        model.show_clients([row(1), row(3), row(4)])

    assert [model.index(place, 0).data(KEY_ROLE) for place in range(1, 4)] == [1, 3, 4]
    assert model.row_of(3) == 2
    assert model.row_of(2) == 0


def test_many_rows_go_at_once(model: ClientListModel, qtbot: QtBot) -> None:
    model.show_clients([row(key) for key in range(1, MOST_SINGLE_REMOVALS + 3)])

    with qtbot.waitSignal(model.modelReset):
        model.show_clients([row(1)])

    assert model.rowCount() == 2


def test_nothing_is_told_where_nothing_changed(model: ClientListModel, qtbot: QtBot) -> None:
    rows = [row(1), row(2)]
    model.show_clients(rows)
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))

    model.show_clients(rows)

    assert set(told) <= {0}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.44, "0.4 s"), (-1, "0.0 s"), (12.9, "12 s"), (187, "3:07"), (3723, "1:02:03")],
)
def test_durations_are_short(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text
