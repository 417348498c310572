"""The peers of a panel as a table that grows and counts once per frame."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from socket_workbench.chrome.peer_tally import PeerTally
from socket_workbench.panels.datagram_peers import DatagramPeers, Peer
from socket_workbench_ui.models.peers import PeerModel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.peer_list import PeerList

TIP = int(Qt.ItemDataRole.ToolTipRole)


@pytest.fixture
def tally() -> PeerTally:
    tally = PeerTally()
    for port, size in ((7, 5), (8, 1500)):
        peer = tally.peer("::1", port)
        peer.datagrams_in += 1
        peer.bytes_in += size
    return tally


@pytest.fixture
def model(qapp: QApplication, tally: PeerTally) -> PeerModel:
    peers = DatagramPeers()
    peers.follow(tally)
    return PeerModel(peers, Looks(qapp, "light"))


def lines(model: PeerModel) -> list[str]:
    columns = range(model.columnCount())
    return [
        " ".join(model.index(row, column).data() for column in columns)
        for row in range(model.rowCount())
    ]


def test_model_keeps_to_the_rules(qtmodeltester: ModelTester, model: PeerModel) -> None:
    model.tick()

    qtmodeltester.check(model)


def test_rows_come_and_count_with_the_tick(
    qtbot: QtBot, model: PeerModel, tally: PeerTally
) -> None:
    assert lines(model) == ["All peers 0 0 0 bytes 0 bytes"]

    with qtbot.waitSignals([model.rowsInserted, model.dataChanged]):
        model.tick()

    assert lines(model) == [
        "All peers 2 0 1.50 kB 0 bytes",
        "[::1]:7 1 0 5 bytes 0 bytes",
        "[::1]:8 1 0 1.50 kB 0 bytes",
    ]
    tally.sent("::1", 7, 3)
    with qtbot.assertNotEmitted(model.rowsInserted):
        model.tick()
    assert lines(model)[1] == "[::1]:7 1 1 5 bytes 3 bytes"


def test_nothing_new_is_not_told(qtbot: QtBot, model: PeerModel) -> None:
    model.tick()

    with qtbot.assertNotEmitted(model.dataChanged):
        model.tick()


def test_tip_tells_all_of_it(model: PeerModel) -> None:
    model.tick()

    tip = model.index(2, 0).data(TIP)
    assert tip == "[::1]:8\nreceived: 1 datagrams, 1.50 kB\nsent: 0 datagrams, 0 bytes"


def test_peers_beyond_the_limit_have_a_row_together(model: PeerModel, tally: PeerTally) -> None:
    for port in range(5000):
        tally.peer("10.0.0.1", port)
    model.tick()

    assert lines(model)[-1].startswith("further peers")


def test_list_starts_with_all_and_tells_who_is_chosen(
    qtbot: QtBot, qapp: QApplication, model: PeerModel
) -> None:
    view = PeerList(model, Looks(qapp, "light"))
    qtbot.addWidget(view)
    view.tick()
    assert view.chosen() == []

    with qtbot.waitSignal(view.peers_chosen) as told:
        view.selectRow(2)

    assert told.args is not None
    (peer,) = told.args[0]
    assert isinstance(peer, Peer)
    assert peer.text == "[::1]:8"
    view.selectRow(0)
    assert view.chosen() == []
