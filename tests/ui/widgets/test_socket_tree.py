"""The region with the live sockets: what it draws, and what its menu asks for."""

import json
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from socket_workbench.capture.records import Totals
from socket_workbench.chrome.live import LiveSocket
from socket_workbench_ui.models.socket_tree import BYTES_IN, BYTES_OUT
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.socket_tree import SocketTree
from support.fake_chrome import FakeChrome, live_socket
from support.leaks import delete_posted_qt_objects
from support.parts import part

OPEN: dict[str, Any] = {"connected": True, "peerAddress": "127.0.0.1", "peerPort": 8080}


@dataclass
class FakeTotals:
    """As `Capture`, as far as the tree asks it."""

    changes: int = 0
    asked: int = 0

    def totals(self, key: int | None = None) -> Totals:
        self.asked += 1
        return Totals(bytes_in=self.changes)


class Tree:
    """The widget on a fake app."""

    def __init__(self, qtbot: QtBot, looks: Looks) -> None:
        self.chrome, self.totals = FakeChrome(), FakeTotals()
        self.widget = SocketTree(looks, self.chrome, self.totals)
        qtbot.addWidget(self.widget)
        self.widget.show()
        view = part(self.widget, QTreeView, "socketTree")
        self.view = view

    def put(self, *sockets: LiveSocket) -> None:
        for live in sockets:
            self.chrome.put(live)
        self.widget.tick()

    def action(self, live: LiveSocket, name: str) -> QAction:
        return self.find(self.widget.menu_for(live), name)

    @staticmethod
    def find(menu: QMenu, name: str) -> QAction:
        """An entry of a menu or of one below it."""
        return part(menu, QAction, name)

    def operations(self, live: LiveSocket) -> dict[str, bool]:
        """Names of the menu's entries, and whether they can be chosen."""
        actions = self.widget.menu_for(live).actions()
        return {
            one.menu().objectName() if one.menu() else one.objectName(): one.isEnabled()
            for one in actions
            if not one.isSeparator()
        }


@pytest.fixture
def tree(qtbot: QtBot, qapp: QApplication) -> Tree:
    return Tree(qtbot, Looks(qapp, "light"))


def test_empty_tree_tells_where_sockets_come_from(tree: Tree) -> None:
    tree.widget.tick()

    assert not tree.view.isVisible()


def test_new_sockets_are_seen_without_a_click(tree: Tree) -> None:
    tree.put(live_socket(1))

    group = tree.view.model().index(0, 0)
    assert tree.view.isVisible()
    assert tree.view.isExpanded(group)


def test_namespace_that_the_user_closed_stays_closed(tree: Tree) -> None:
    tree.put(live_socket(1))
    group = tree.view.model().index(0, 0)
    tree.view.collapse(group)

    tree.put(live_socket(2))

    assert not tree.view.isExpanded(group)


def test_selection_is_told_by_key(qtbot: QtBot, tree: Tree) -> None:
    tree.put(live_socket(5))

    with qtbot.waitSignal(tree.widget.socket_selected) as selected:
        tree.widget.select(5)

    assert selected.args == [5]
    assert tree.widget.selected == live_socket(5)


def test_selection_survives_changes_around_it(tree: Tree) -> None:
    tree.put(live_socket(1), live_socket(5))
    tree.widget.select(5)

    tree.chrome.drop(1)
    tree.put(live_socket(5, **OPEN), live_socket(9))

    assert tree.widget.selected == live_socket(5, **OPEN)


def test_selected_socket_that_goes_is_told(tree: Tree) -> None:
    told: list[int | None] = []
    tree.widget.socket_selected.connect(told.append)
    tree.put(live_socket(5))
    tree.widget.select(5)

    tree.chrome.drop(5)
    tree.widget.tick()

    assert told == [5, None]


def test_tick_without_news_asks_for_nothing(tree: Tree) -> None:
    tree.put(live_socket(1))
    asked = tree.totals.asked

    tree.widget.tick()

    assert tree.totals.asked == asked


def test_tick_after_traffic_shows_the_new_counts(tree: Tree) -> None:
    tree.put(live_socket(1))
    tree.totals.changes = 7

    tree.widget.tick()

    row = tree.view.model().index(0, 0, tree.view.model().index(0, 0))
    assert row.siblingAtColumn(2).data() == "7 bytes"


def test_columns_widen_for_longer_names(tree: Tree) -> None:
    tree.put(live_socket(1))
    before = tree.view.columnWidth(0)

    tree.put(live_socket(1, name="a name that needs more room"))

    assert tree.view.columnWidth(0) > before


def test_width_that_the_user_chose_stays(tree: Tree) -> None:
    tree.put(live_socket(1, name="a name that needs room"))
    tree.view.setColumnWidth(0, 50)

    tree.put(live_socket(1, name="short"))

    assert tree.view.columnWidth(0) == 50


def test_hidden_tree_waits_until_it_is_shown(tree: Tree) -> None:
    tree.widget.hide()
    tree.put(live_socket(1))
    rows_while_hidden = tree.view.model().rowCount()

    tree.widget.show()

    assert (rows_while_hidden, tree.view.model().rowCount()) == (0, 1)


def test_open_tcp_socket_offers_what_tcp_can(tree: Tree) -> None:
    operations = tree.operations(live_socket(1, panel="p", localAddress="::1", localPort=9, **OPEN))

    assert list(operations) == [
        "showPanel",
        "mirror",
        "pause",
        "disconnect",
        "secure",
        "connectionMenu",
        "propertiesMenu",
        "close",
        "copyPeer",
        "copyLocal",
        "copyProgramMenu",
        "copyInfo",
    ]
    assert all(operations.values())


def test_udp_socket_offers_its_groups_to_leave(tree: Tree) -> None:
    bound = live_socket(1, namespace="sockets.udp", localAddress="0.0.0.0", localPort=9)
    menu = tree.widget.menu_for(replace(bound, groups=("239.0.0.1", "ff02::fb")))
    datagrams = part(menu, QMenu, "datagramMenu")

    texts = [action.text() for action in datagrams.actions()]

    assert texts[:3] == ["Join group…", "Leave 239.0.0.1", "Leave ff02::fb"]


def test_what_makes_no_sense_is_grey(tree: Tree) -> None:
    operations = tree.operations(live_socket(1))

    assert not operations["disconnect"]
    assert not operations["pause"]
    assert not operations["showPanel"]


def test_udp_socket_has_nothing_to_disconnect(tree: Tree) -> None:
    assert "disconnect" not in tree.operations(live_socket(1, namespace="sockets.udp"))


def test_server_stops_listening(tree: Tree) -> None:
    server = live_socket(1, namespace="sockets.tcpServer", localAddress="127.0.0.1", localPort=7000)

    assert tree.action(server, "disconnect").text() == "Stop listening"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("disconnect", [5, "disconnect", ()]),
        ("close", [5, "close", ()]),
        ("pause", [5, "setPaused", (True,)]),
        ("noDelayOn", [5, "setNoDelay", (True,)]),
        ("keepAliveOn", [5, "setKeepAlive", (True, 60)]),
        ("persistent", [5, "update", ({"persistent": True},)]),
    ],
)
def test_menu_asks_for_a_call_by_key(
    qtbot: QtBot, tree: Tree, name: str, arguments: list[object]
) -> None:
    action = tree.action(live_socket(5, panel="p", **OPEN), name)

    with qtbot.waitSignal(tree.widget.call_requested) as asked:
        action.trigger()

    assert asked.args == arguments


def test_menu_asks_for_the_other_end(qtbot: QtBot, tree: Tree) -> None:
    with qtbot.waitSignal(tree.widget.mirror_requested) as asked:
        tree.action(live_socket(5, **OPEN), "mirror").trigger()

    assert asked.args == [5]


def test_socket_without_another_end_offers_none(tree: Tree) -> None:
    assert "mirror" not in tree.operations(live_socket(5))


def test_menu_shows_the_panel(qtbot: QtBot, tree: Tree) -> None:
    action = tree.action(live_socket(5, panel="p"), "showPanel")

    with qtbot.waitSignal(tree.widget.show_panel_requested) as asked:
        action.trigger()

    assert asked.args == [5]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(
    ("name", "answer", "arguments"),
    [
        ("name", "probe", [5, "update", ({"name": "probe"},)]),
        ("bufferSize", 8192, [5, "update", ({"bufferSize": 8192},)]),
    ],
)
def test_value_is_asked_for_when_the_menu_is_gone(
    qtbot: QtBot, tree: Tree, name: str, answer: str | int, arguments: list[object]
) -> None:
    menu = tree.widget.menu_for(live_socket(5, **OPEN))
    tree.find(menu, name).trigger()
    menu.close()
    delete_posted_qt_objects()
    dialog = part(tree.widget, QInputDialog, "socketValueDialog")
    if isinstance(answer, int):
        dialog.setIntValue(answer)
    else:
        dialog.setTextValue(answer)

    with qtbot.waitSignal(tree.widget.call_requested) as asked:
        dialog.accept()

    assert asked.args == arguments


def test_paused_socket_offers_to_resume(qtbot: QtBot, tree: Tree) -> None:
    action = tree.action(live_socket(5, **OPEN, paused=True), "pause")

    with qtbot.waitSignal(tree.widget.call_requested) as asked:
        action.trigger()

    assert (action.text(), asked.args) == ("Resume", [5, "setPaused", (False,)])


def test_addresses_are_copied_as_one_types_them(tree: Tree) -> None:
    peer: dict[str, Any] = OPEN | {"peerAddress": "::1"}
    tree.action(live_socket(5, **peer), "copyPeer").trigger()

    assert QGuiApplication.clipboard().text() == "[::1]:8080"


def test_renamed_panel_is_named_in_its_sockets_rows(tree: Tree) -> None:
    titles = {1: "old", 2: "other"}
    tree.widget.name_by(lambda key: titles.get(key, ""))
    tree.put(live_socket(1, panel="old"), live_socket(2), live_socket(3, panel="gone"))
    group = tree.view.model().index(0, 0)

    titles[1] = "new"
    tree.widget.show_titles()

    names = [tree.view.model().index(row, 0, group).data() for row in range(3)]
    assert names == ["○ tcp 1  new", "○ tcp 2  other", "○ tcp 3  gone"]


def test_copied_info_is_what_get_info_returns(tree: Tree) -> None:
    live = live_socket(5, name="n", **OPEN)

    tree.action(live, "copyInfo").trigger()

    assert json.loads(QGuiApplication.clipboard().text()) == live.info


def test_double_click_shows_the_panel(qtbot: QtBot, tree: Tree) -> None:
    tree.put(live_socket(5))
    model = tree.view.model()
    place = tree.view.visualRect(model.index(0, 0, model.index(0, 0))).center()
    qtbot.mouseClick(tree.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(tree.widget.show_panel_requested) as asked:
        qtbot.mouseDClick(tree.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert asked.args == [5]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_right_click_opens_the_menu_of_a_socket(tree: Tree) -> None:
    tree.put(live_socket(5))
    model = tree.view.model()
    place = tree.view.visualRect(model.index(0, 0, model.index(0, 0))).center()

    tree.view.customContextMenuRequested.emit(place)

    menus = [menu for menu in tree.widget.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    menus[0].close()


def test_right_click_beside_the_sockets_opens_nothing(tree: Tree) -> None:
    tree.put(live_socket(5))

    tree.view.customContextMenuRequested.emit(QPoint(5, 10_000))

    assert tree.widget.findChildren(QMenu) == []


def test_narrow_tree_spares_the_counts_and_does_not_scroll(tree: Tree) -> None:
    tree.widget.resize(220, 200)

    tree.put(live_socket(1, panel="a panel with a long title", **OPEN))

    assert tree.view.isColumnHidden(BYTES_IN)
    assert tree.view.isColumnHidden(BYTES_OUT)
    assert tree.view.horizontalScrollBar().maximum() == 0


def test_wide_tree_shows_the_counts(tree: Tree) -> None:
    tree.widget.resize(220, 200)
    tree.put(live_socket(1, **OPEN))

    tree.widget.resize(700, 200)

    assert not tree.view.isColumnHidden(BYTES_IN)
    assert not tree.view.isColumnHidden(BYTES_OUT)


def test_socket_that_is_still_to_come_is_selected_when_it_does(tree: Tree) -> None:
    tree.put(live_socket(1))
    tree.widget.select(1)
    tree.widget.select(2)

    tree.put(live_socket(2))

    selected = tree.widget.selected
    assert selected is not None
    assert selected.key == 2
