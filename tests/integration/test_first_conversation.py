"""The first thing a user does, from an empty window to a session that comes back tomorrow."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QSpinBox,
)

from socket_workbench.practice.server import PracticeKind, PracticeServer
from socket_workbench_ui.widgets.hex_view import HexView
from support.desk import Desk, choose, open_desk
from support.peers import Peer
from support.qt_run import RunOnQt

FILE_BYTES = 5_000_000


def info(desk: Desk) -> dict[str, Any]:
    """SocketInfo, as its Copy JSON button gives it."""
    desk.click("copyJsonButton")
    return json.loads(QApplication.clipboard().text())


async def save_as(desk: Desk, command: str, path: Path) -> None:
    """Give a command that asks for a file, type the path and press Enter."""
    desk.do(command)
    await desk.until(lambda: bool(desk.window.findChildren(QFileDialog)))
    dialog = desk.window.findChildren(QFileDialog)[0]
    name = desk.find(QLineEdit, "fileNameEdit", dialog)
    name.setText(str(path))
    QTest.keyClick(name, Qt.Key.Key_Return)
    await desk.until(path.exists)


def test_text_goes_out_and_comes_back(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def converse() -> None:
        async with PracticeServer(PracticeKind.ECHO) as server, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(server.endpoint.host, server.endpoint.port)
            desk.type("composer", "hello")
            desk.click("sendButton")

            sent = await desk.row("conversationTable", "→", "hello")
            received = await desk.row("conversationTable", "←", "hello")
            logged = await desk.row("eventLog", "sockets.tcp.onReceive", "hello")

            assert "5" in sent.split()
            assert "5" in received.split()
            assert "tcp 1" in logged

    run_on_qt(converse())


def test_hex_row_is_read_in_the_hex_view(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with PracticeServer(PracticeKind.ECHO) as server, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(server.endpoint.host, server.endpoint.port)
            choose(desk, "formatCombo", "Hex")
            desk.type("composer", "00 ff 0d0a")
            desk.press("Ctrl+Return")
            await desk.row("eventLog", "sockets.tcp.onReceive")

            table = desk.find(QAbstractItemView, "eventLog")
            table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 0))
            source = desk.find(HexView, "hexView").source()

            assert source.read(0, 100) == b"\x00\xff\r\n"

    run_on_qt(converse())


def test_five_megabyte_file_is_sent_whole(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    data = bytes(i * 31 & 255 for i in range(FILE_BYTES))
    (tmp_path / "five.bin").write_bytes(data)

    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(*peer.address)
            await peer.connected.wait()
            choose(desk, "formatCombo", "File")
            desk.type("filePathEdit", str(tmp_path / "five.bin"))
            desk.click("sendButton")

            await desk.until(lambda: len(peer.received) == FILE_BYTES)
            await desk.row("eventLog", "sockets.tcp.send", str(FILE_BYTES % 65536))

            assert bytes(peer.received) == data

    run_on_qt(converse())


def test_socket_info_follows_connect_pause_resume_and_close(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(*peer.address)
            await peer.connected.wait()
            await desk.until(lambda: info(desk)["connected"])
            assert info(desk)["peerPort"] == peer.address[1]

            desk.click("pauseButton")
            await desk.until(lambda: info(desk)["paused"])
            desk.click("pauseButton")
            await desk.until(lambda: not info(desk)["paused"])
            await peer.close()
            # As documented: receiving has ended and is paused, sending still works.
            await desk.until(lambda: info(desk)["paused"])
            assert "-100 CONNECTION_CLOSED" in desk.notice()
            assert "FIN" in desk.notice()

            assert desk.text("connectButton") == "Reconnect"

    run_on_qt(converse())


async def build_and_save(app: QApplication, home: Path, session: Path) -> None:
    """Make a panel with everything in it, converse, save session and capture."""
    capture = session.with_suffix(".swcap")
    async with PracticeServer(PracticeKind.ECHO) as server, open_desk(app, home) as desk:
        desk.do("newTcpClient")
        desk.click("optionsButton")
        desk.type("nameEdit", "probe")
        desk.find(QSpinBox, "bufferSizeSpin").setValue(8192)
        await desk.connect_and_wait(server.endpoint.host, server.endpoint.port)
        desk.type("composer", r"GET /\r\n")
        desk.click("sendButton")
        await desk.row("conversationTable", "←")
        await save_preset(desk, "request")

        await save_as(desk, "saveSession", session)
        await save_as(desk, "saveCaptureAs", capture)
        await desk.until(lambda: '"capture": "demo.swcap"' in session.read_text("utf-8"))


def test_panels_fields_and_presets_come_back_with_the_saved_capture(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    session = tmp_path / "demo.swb"

    async def open_again() -> None:
        async with open_desk(qapp, home, file=session) as desk:
            await desk.until(lambda: desk.window.tabs.count() == 1)

            assert desk.text("hostEdit") == "127.0.0.1"
            assert desk.text("nameEdit") == "probe"
            assert desk.find(QSpinBox, "bufferSizeSpin").value() == 8192
            assert desk.text("connectButton") == "Connect"
            saved = desk.saved_panel()
            assert [preset.name for preset in saved.presets] == ["request"]
            assert saved.composer.text == r"GET /\r\n"
            assert not desk.window.isWindowModified()

            desk.click("openCapture")
            await desk.until(lambda: desk.page.objectName() == "capturePanel")
            assert await desk.row("eventLog", "sockets.tcp.connect")

    run_on_qt(build_and_save(qapp, home, session))
    run_on_qt(open_again())


async def save_preset(desk: Desk, name: str) -> None:
    """Save what stands in the composer under a name, through the preset menu."""
    menu = desk.find(QPushButton, "presetButton").menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if "Save as preset" in action.text()).trigger()
    dialog = desk.find(QInputDialog, "presetNameDialog", desk.window)
    dialog.setTextValue(name)
    dialog.accept()
    await desk.until(lambda: bool(desk.saved_panel().presets))
