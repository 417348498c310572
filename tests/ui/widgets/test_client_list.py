"""The list of clients: choice, keys, menu; columns that give way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from socket_workbench.capture.records import Totals
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.tcp_server_state import ClientRow, ClientState
from socket_workbench_ui.models.client_list import BYTES_IN, BYTES_OUT, TIME, TLS
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.client_list import ClientList
from support.parts import part


def row(key: int, state: ClientState = ClientState.OPEN, tls: str = "") -> ClientRow:
    return ClientRow(
        key=key,
        label=f"tcp {key}",
        peer=Endpoint("127.0.0.1", 1000 + key),
        state=state,
        is_paused=False,
        began_s=0.0,
        ended_s=1.0 if state is ClientState.LEFT else None,
        tls=tls,
        code=None,
        cause="",
    )


@pytest.fixture
def clients(qtbot: QtBot, qapp: QApplication) -> ClientList:
    made = ClientList(Looks(qapp), lambda _: Totals())
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    made.show_clients([row(1), row(2), row(3, ClientState.LEFT)])
    return made


def choose(clients: ClientList, *places: int) -> None:
    clients.table.clearSelection()
    for place in places:
        clients.table.selectionModel().select(
            clients.table.model().index(place, 0),
            clients.table.selectionModel().SelectionFlag.Select
            | clients.table.selectionModel().SelectionFlag.Rows,
        )


def test_the_current_row_is_whom_one_talks_to(clients: ClientList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clients.client_chosen) as chosen:
        clients.table.selectRow(2)
    assert chosen.args == [2]

    with qtbot.waitSignal(clients.client_chosen) as chosen:
        clients.table.selectRow(0)
    assert chosen.args == [None]


def test_a_shown_choice_is_selected(clients: ClientList) -> None:
    clients.show_choice(2)

    assert [one.key for one in clients.selected()] == [2]


PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("keys", "signal", "args"),
    [
        ((Qt.Key.Key_Space, PLAIN), "pause_requested", [[1], True]),
        ((Qt.Key.Key_Delete, PLAIN), "disconnect_requested", [[1], False]),
        ((Qt.Key.Key_Delete, SHIFT), "disconnect_requested", [[1], True]),
    ],
)
def test_keys_act_on_the_selected_clients(
    clients: ClientList, qtbot: QtBot, keys, signal: str, args: list[object]
) -> None:
    clients.show_choice(1)
    clients.table.setFocus()

    with qtbot.waitSignal(getattr(clients, signal)) as emitted:
        QTest.keyClick(clients.table, *keys)

    assert emitted.args == args


def test_what_makes_no_sense_is_disabled_in_the_menu(clients: ClientList) -> None:
    clients.show_choice(3)

    clients.table.customContextMenuRequested.emit(QPoint(5, 5))

    menu = part(clients.table, QMenu, "clientMenu")
    enabled = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert enabled == {
        "pauseClient": False,
        "disconnectClient": False,
        "resetClient": False,
        "forgetClient": True,
        "copyPeer": True,
    }
    menu.close()


def test_clear_forgets_all_and_the_controller_sorts_out(clients: ClientList, qtbot: QtBot) -> None:
    button = part(clients, QPushButton, "clearClientsButton")

    with qtbot.waitSignal(clients.forget_requested) as emitted:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert emitted.args == [[1, 2, 3]]


def test_all_clients_stand_for_each(clients: ClientList) -> None:
    clients.show_choice(1)
    clients.show_choice(None)

    assert [one.key for one in clients.selected()] == [1, 2, 3]


def test_addresses_are_copied(clients: ClientList) -> None:
    choose(clients, 1, 2)
    clients.table.setFocus()

    QTest.keyClick(clients.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == "127.0.0.1:1001\n127.0.0.1:1002"


def test_columns_give_way_before_the_address_does(clients: ClientList) -> None:
    clients.show_clients([row(1, tls="TLSv1.3")])
    wide = [clients.table.isColumnHidden(one) for one in (BYTES_IN, BYTES_OUT, TIME, TLS)]
    clients.resize(260, 200)
    narrow = [clients.table.isColumnHidden(one) for one in (BYTES_IN, BYTES_OUT, TIME, TLS)]

    assert wide == [False, False, False, False]
    assert narrow == [False, True, True, True]
