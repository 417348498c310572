"""What was done in the window is copied as a program, and the program does it again."""

import asyncio
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QPlainTextEdit

from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.conversation_view import ConversationView
from support.desk import Desk, open_desk
from support.peers import Peer
from support.qt_run import RunOnQt
from support.stories import Tell


def test_sent_row_is_copied_as_python_that_sends_it_again(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(*peer.address)
            desk.type("composer", r"GET / HTTP/1.0\r\n\xff")
            desk.click("sendButton")
            await desk.row("conversationTable", "→", "GET")
            await desk.until(lambda: peer.received.endswith(b"\xff"))
            sent = bytes(peer.received)
            table = desk.find(QAbstractItemView, "conversationTable")
            table.setCurrentIndex(table.model().index(0, 0))
            menu = desk.find(ConversationView, "conversation").row_menu()
            action = menu.findChild(QAction, "copyProgram-python")
            assert isinstance(action, QAction)
            action.trigger()

            process = await asyncio.create_subprocess_exec(
                sys.executable, "-c", qapp.clipboard().text(), stdout=asyncio.subprocess.DEVNULL
            )
            await desk.until(lambda: bytes(peer.received) == sent + sent)
            await peer.close()
            assert await process.wait() == 0

    run_on_qt(converse())


def test_composers_menu_copies_what_would_be_sent_and_the_whole_action(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.type("hostEdit", "127.0.0.1")
        desk.type("portSpin", "9")
        desk.type("composer", r"hi\r\n")
        editor = desk.find(QPlainTextEdit, "composer")
        menu = desk.find(Composer, "composerCard").menu.menu_for(editor)

        assert chosen(menu, "copyBytes-hex") == "68 69 0d 0a"
        command = "printf 'hi\\r\\n' | socat -t 5 - TCP4:127.0.0.1:9,shut-none\n"
        assert chosen(menu, "copyProgram-socat") == command

    tell(story)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_composers_menu_opens_over_a_mistake(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.type("composer", "\\q")
        editor = desk.find(QPlainTextEdit, "composer")
        editor.customContextMenuRequested.emit(QPoint(3, 3))
        (menu,) = editor.findChildren(QMenu, "composerMenu")
        below = menu.findChild(QMenu, "copyBytesMenu")
        assert isinstance(below, QMenu)

        assert not below.isEnabled()
        menu.close()

    tell(story)


def chosen(menu: QMenu, name: str) -> str:
    """Choose an entry below a menu; gives what it put on the clipboard."""
    action = menu.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()
    return QApplication.clipboard().text()
