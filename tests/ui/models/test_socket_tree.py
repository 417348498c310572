"""The tree model follows the live sockets row by row."""

from collections.abc import Iterable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from socket_workbench.capture.records import Totals
from socket_workbench.chrome.live import LiveSocket
from socket_workbench_ui.models.socket_tree import KEY_ROLE, SocketTreeModel
from socket_workbench_ui.theme import Looks
from support.fake_chrome import live_socket

CONNECTED: dict[str, Any] = {"connected": True, "peerAddress": "127.0.0.1", "peerPort": 8080}


@pytest.fixture
def model(qapp: QApplication, qtmodeltester: ModelTester) -> SocketTreeModel:
    made = SocketTreeModel(Looks(qapp, "light"))
    qtmodeltester.check(made)
    return made


def rows(model: SocketTreeModel, parent: QModelIndex | None = None, column: int = 0) -> list[str]:
    """Texts of a column, children indented by two blanks."""
    top = parent or QModelIndex()
    texts: list[str] = []
    for row in range(model.rowCount(top)):
        index = model.index(row, 0, top)
        texts.append(index.siblingAtColumn(column).data() or "")
        texts += [f"  {text}" for text in rows(model, index, column)]
    return texts


def server(key: int = 1) -> LiveSocket:
    return live_socket(
        key,
        socket_id=1,
        namespace="sockets.tcpServer",
        localAddress="127.0.0.1",
        localPort=7000,
    )


def test_sockets_stand_under_their_namespaces(model: SocketTreeModel) -> None:
    model.show_sockets(
        [
            live_socket(4, socket_id=1, namespace="socket"),
            live_socket(3, socket_id=1, namespace="sockets.udp"),
            live_socket(2, socket_id=2),
            live_socket(1, socket_id=1),
        ]
    )

    assert rows(model) == [
        "sockets.tcp",
        "  ○ tcp 1",
        "  ○ tcp 2",
        "sockets.udp",
        "  ○ udp 1",
        "socket (legacy)",
        "  ○ socket 1",
    ]


def test_accepted_sockets_are_children_of_their_server(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(2, socket_id=1, parent=1, **CONNECTED), server()])

    assert rows(model) == ["sockets.tcpServer", "  ◉ server 1", "    ● tcp 1"]


def test_accepted_socket_outlives_its_server(model: SocketTreeModel) -> None:
    accepted = live_socket(2, socket_id=1, parent=1, **CONNECTED)
    model.show_sockets([server(), accepted])

    model.show_sockets([accepted])

    assert rows(model) == ["sockets.tcp", "  ● tcp 1"]


def test_server_and_its_sockets_can_go_together(model: SocketTreeModel) -> None:
    model.show_sockets([server(), live_socket(2, parent=1)])

    model.show_sockets([])

    assert rows(model) == []


@pytest.mark.parametrize(
    ("info", "sign"),
    [
        pytest.param({}, "○", id="not connected"),
        pytest.param(CONNECTED, "●", id="connected"),
        pytest.param(CONNECTED | {"paused": True}, "◐", id="paused"),
        pytest.param({"paused": True}, "○", id="paused without a connection"),
    ],
)
def test_sign_tells_the_state(model: SocketTreeModel, info: dict[str, Any], sign: str) -> None:
    model.show_sockets([live_socket(1, **info)])

    assert rows(model)[1] == f"  {sign} tcp 1"


def test_name_is_shown_before_the_panels_title(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(1, panel="panel"), live_socket(2, panel="panel", name="own")])

    assert rows(model)[1:] == ["  ○ tcp 1  panel", "  ○ tcp 2  own"]


def test_far_address_is_shown_before_the_bound_one(model: SocketTreeModel) -> None:
    local = {"localAddress": "::1", "localPort": 1}
    model.show_sockets(
        [live_socket(1, **CONNECTED, **local), live_socket(2, namespace="sockets.udp", **local)]
    )

    assert rows(model, column=1) == ["", "  127.0.0.1:8080", "", "  [::1]:1"]


def test_bytes_stand_in_their_columns(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(1)])

    model.show_totals(lambda _: Totals(bytes_in=4096, bytes_out=35))

    assert (rows(model, column=2)[1], rows(model, column=3)[1]) == ("  4.10 kB", "  35 bytes")


def test_screen_reader_hears_the_state(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(1, name="probe", **CONNECTED, paused=True)])

    index = model.index_of(1)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "tcp 1  probe, paused"


def test_tip_tells_totals_and_panel(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(1, panel="http probe", **CONNECTED)])
    model.show_totals(lambda _: Totals(bytes_in=5, events_in=2))

    tip = model.index_of(1).data(Qt.ItemDataRole.ToolTipRole)

    assert "http probe" in tip
    assert "In: 5 bytes in 2 events" in tip


def test_row_knows_its_key(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(7)])

    assert model.index_of(7).data(KEY_ROLE) == 7


def test_index_of_an_unknown_key_is_invalid(model: SocketTreeModel) -> None:
    assert not model.index_of(7).isValid()


def keep(model: SocketTreeModel, keys: Iterable[int]) -> list[QPersistentModelIndex]:
    return [QPersistentModelIndex(model.index_of(key)) for key in keys]


def test_changes_keep_the_rows_that_stay(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(1), live_socket(3)])
    kept = keep(model, (1, 3))

    model.show_sockets([live_socket(1, **CONNECTED), live_socket(2), live_socket(3)])

    assert [index.data(KEY_ROLE) for index in kept] == [1, 3]


def test_five_hundred_sockets_come_and_go(qapp: QApplication) -> None:
    model = SocketTreeModel(Looks(qapp, "light"))  # without the tester: it walks all rows each time
    model.show_sockets([live_socket(key) for key in range(1, 501)])
    kept = keep(model, (499,))

    model.show_sockets([live_socket(key) for key in range(1, 501, 2)])

    assert model.count() == 250
    assert kept[0].data(KEY_ROLE) == 499


def test_new_counts_are_told_at_once_for_all_rows(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(key) for key in range(1, 6)])
    ranges: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: ranges.append((first.row(), last.row())))

    model.show_totals(lambda key: Totals(bytes_in=key - 2))

    assert ranges == [(0, 4)]


def test_unchanged_sockets_say_nothing(model: SocketTreeModel) -> None:
    model.show_sockets([live_socket(1)])
    model.show_totals(lambda _: Totals(bytes_in=1))
    changed: list[object] = []
    model.dataChanged.connect(lambda *_: changed.append(1))

    model.show_sockets([live_socket(1)])
    model.show_totals(lambda _: Totals(bytes_in=1))

    assert changed == []


def test_new_theme_recolours_the_rows(qapp: QApplication) -> None:
    looks = Looks(qapp, "light")
    model = SocketTreeModel(looks)
    model.show_sockets([live_socket(1)])

    looks.choose("dark")

    colour = model.index_of(1).siblingAtColumn(1).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name() == looks.theme.muted
