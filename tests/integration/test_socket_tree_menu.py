"""The menu of the socket tree on a window at work: calls, refusals, and titles that change."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QTreeView

from socket_workbench.chrome.live import LiveSocket
from socket_workbench_ui.widgets.socket_tree import SocketTree
from support.desk import Desk, open_desk
from support.peers import Peer
from support.qt_run import RunOnQt
from support.stories import Tell


def tree(desk: Desk) -> SocketTree:
    view = desk.find(QTreeView, "socketTree")
    widget = view.parentWidget()
    assert isinstance(widget, SocketTree)
    return widget


def first(desk: Desk) -> LiveSocket:
    return desk.workbench.app.live()[0]


def choose_from_menu(desk: Desk, name: str) -> None:
    """Choose an entry of the menu of the first socket, or of one below it."""
    menu = tree(desk).menu_for(first(desk))
    action = menu.findChild(QAction, name)
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()


def names(desk: Desk) -> list[str]:
    model = desk.find(QTreeView, "socketTree").model()
    group = model.index(0, 0)
    return [str(model.index(row, 0, group).data()) for row in range(model.rowCount(group))]


def test_menu_calls_what_it_says(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(*peer.address)

            for name, logged in (
                ("noDelayOn", "sockets.tcp.setNoDelay"),
                ("keepAliveOn", "sockets.tcp.setKeepAlive"),
                ("persistent", "sockets.tcp.update"),
                ("pause", "sockets.tcp.setPaused"),
                ("disconnect", "sockets.tcp.disconnect"),
                ("close", "sockets.tcp.close"),
            ):
                choose_from_menu(desk, name)
                await desk.row("eventLog", logged)
            await desk.until(lambda: not desk.workbench.app.live())

            assert desk.window.messages.texts() == []

    run_on_qt(converse())


def test_refused_operation_is_told(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        await desk.until(lambda: bool(desk.workbench.app.live()))
        tree(desk).call_requested.emit(first(desk).key, "setNoDelay", (True,))

        await desk.until(lambda: bool(desk.window.messages.texts()))
        (text,) = desk.window.messages.texts()
        assert "sockets.tcp.setNoDelay(1, true)" in text

    tell(story)


def test_renamed_panel_is_renamed_in_the_tree(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        await desk.until(lambda: len(names(desk)) == 1)
        assert names(desk) == ["○ tcp 1  TCP client 1"]

        desk.window.tabs.renamed.emit(desk.page, "probe")

        assert names(desk) == ["○ tcp 1  probe"]

    tell(story)
