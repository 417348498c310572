"""What was done in the window is copied as a program, and the program does it again."""

import asyncio
import sys
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication

from socket_workbench_ui.widgets.conversation_view import ConversationView
from support.desk import open_desk
from support.peers import Peer
from support.qt_run import RunOnQt


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
