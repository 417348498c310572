"""One command opens the other end of a panel, and both talk."""

import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QTreeView

from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry
from socket_workbench_ui.widgets.socket_tree import SocketTree
from support.datagrams import LOOPBACK_NAME
from support.desk import Desk, open_desk
from support.peers import Peer
from support.ports import UDP, free_port
from support.qt_run import RunOnQt
from support.stories import Tell


async def mirrored(desk: Desk) -> None:
    """Give the command and wait for the panel that it opens."""
    count = desk.window.tabs.count()
    desk.do("mirrorPanel")
    await desk.until(lambda: desk.window.tabs.count() == count + 1)


def bring(desk: Desk, index: int) -> None:
    desk.window.tabs.setCurrentIndex(index)


async def say(desk: Desk, text: str) -> None:
    desk.type("composer", text)
    desk.click("sendButton")
    await desk.row("conversationTable", "→", text)


def test_client_gets_a_server_to_talk_to(tell: Tell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]  # free again when the window opens

    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.type("hostEdit", "127.0.0.1")
        desk.type("portSpin", str(port))
        await mirrored(desk)
        await desk.row("eventLog", "sockets.tcpServer.listen", "OK")
        assert desk.page.property("panelName") == "Mirror of TCP client 1"

        bring(desk, 0)
        desk.do("connect")
        await desk.until(lambda: desk.text("connectButton") == "Disconnect")
        await say(desk, "hello")
        bring(desk, 1)
        await desk.row("conversationTable", "←", "hello")

    tell(story)


def test_server_gets_a_client_that_connects(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        desk.do("connect")
        await desk.row("eventLog", "sockets.tcpServer.listen", "OK")
        await mirrored(desk)
        await desk.until(lambda: desk.text("connectButton") == "Disconnect")
        await desk.row("eventLog", "sockets.tcpServer.onAccept")

        assert desk.text("hostEdit") == "127.0.0.1"

    tell(story)


def test_udp_panels_answer_each_other(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newUdp")
        desk.do("connect")
        await desk.row("eventLog", "sockets.udp.bind", "OK")
        await mirrored(desk)
        await desk.until(lambda: len(desk.workbench.app.live()) == 2)
        await desk.until(lambda: "localPort" in desk.workbench.app.live()[1].info)
        await say(desk, "ping")
        bring(desk, 0)
        await desk.row("conversationTable", "←", "ping")

    tell(story)


def test_members_of_a_group_hear_each_other(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    group = "239.255.77.8"
    entry = MulticastEntry(
        title="member",
        group=group,
        port=free_port(UDP),
        adapter=LOOPBACK_NAME,
        groups=(GroupEntry(group=group, adapter=LOOPBACK_NAME),),
    )

    async def converse() -> None:
        async with open_desk(qapp, home) as desk:
            desk.workbench.panels.open(entry).begin()
            await desk.row("eventLog", "joinGroup", "OK")
            await mirrored(desk)
            await desk.until(lambda: joins(desk) == 2)
            await say(desk, "hello all")
            bring(desk, 0)
            await desk.row("conversationTable", "←", "hello all")

    def joins(desk: Desk) -> int:
        return sum("joinGroup" in row and "OK" in row for row in desk.rows("eventLog"))

    run_on_qt(converse())


def test_panel_without_another_end_says_so(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        assert not desk.window.commands["mirrorPanel"].isEnabled()
        desk.do("newTcpClient")
        desk.do("mirrorPanel")

        (text,) = desk.window.messages.texts()
        assert "has no other end" in text
        assert desk.window.tabs.count() == 1

    tell(story)


def test_socket_of_the_tree_is_mirrored(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            made = await desk.workbench.app.sockets.tcp.create()
            await desk.workbench.app.sockets.tcp.connect(made["socketId"], *peer.address)
            tree = desk.find(QTreeView, "socketTree").parentWidget()
            assert isinstance(tree, SocketTree)
            menu = tree.menu_for(desk.workbench.app.live()[0])
            action = menu.findChild(QAction, "mirror")
            assert isinstance(action, QAction)
            action.trigger()

            await desk.until(lambda: desk.window.tabs.count() == 1)
            assert desk.page.objectName() == "tcpServerPanel"

    run_on_qt(converse())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_menu_of_a_tab_acts_on_that_tab(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.do("newTcpClient")
        bar = desk.window.tabs.tabBar()
        bar.customContextMenuRequested.emit(bar.tabRect(0).center())
        (menu,) = desk.window.findChildren(QMenu, "tabMenu")

        assert desk.window.tabs.currentIndex() == 0
        assert [one.objectName() for one in menu.actions()] == [
            "mirrorPanel",
            "renamePanel",
            "closePanel",
            "",
        ]
        assert menu.findChild(QMenu, "copyProgramMenu") is not None
        menu.close()
        bar.customContextMenuRequested.emit(QPoint(-5, -5))

    tell(story)
