"""The legacy panel clicked through: forms, calls that wait, errors, sockets, session, closing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
)

from socket_workbench.session.script_entries import LegacyEntry
from socket_workbench_ui.widgets.hex_view import HexView
from support.desk import Desk, choose, open_desk
from support.peers import Peer
from support.qt_run import RunOnQt
from support.stories import Tell

OPEN, WAITING = "✓", "…"


def pick(desk: Desk, method: str) -> None:
    """Choose a call in the list."""
    methods = desk.find(QListWidget, "methodList")
    found = methods.findItems(method, Qt.MatchFlag.MatchExactly)
    methods.setCurrentItem(found[0])


def name_socket(desk: Desk, socket_id: int) -> None:
    """Put a socket's id into the form."""
    desk.find(QComboBox, "socketIdCombo").setEditText(str(socket_id))


def detail(desk: Desk) -> str:
    return desk.find(QPlainTextEdit, "callResult").toPlainText()


def show_tab(desk: Desk, name: str) -> None:
    tabs = desk.find(QTabWidget, "legacyTabs")
    titles = [tabs.tabText(index) for index in range(tabs.count())]
    tabs.setCurrentIndex(next(i for i, title in enumerate(titles) if title.startswith(name)))


async def call(desk: Desk, method: str, *results: str, **fields: str | int) -> None:
    """Fill a call's form in, press Call, and wait for its row to show `results`."""
    pick(desk, method)
    for name, text in fields.items():
        desk.type(name, str(text))
    desk.click("callButton")
    await desk.row("callList", method, *results)


async def connected(desk: Desk, peer: Peer) -> None:
    """Open a panel and connect a socket to the peer."""
    desk.do("newLegacy")
    await call(desk, "create", '{"socketId":1}')
    host, port = peer.address
    await call(desk, "connect", "0 OK", hostEdit=host, portSpin=port)
    await peer.connected.wait()


def test_calls_connect_write_and_read(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            await connected(desk, peer)
            await call(desk, "read", WAITING)
            await peer.send(b"welcome")

            await desk.row("callList", OPEN, "read", "resultCode")
            await desk.until(lambda: "7 bytes: welcome" in detail(desk))
            await call(desk, "write", "bytesWritten", dataEdit=r"hi\r\n")
            await desk.until(lambda: bytes(peer.received) == b"hi\r\n")
            show_tab(desk, "Conversation")
            await desk.row("conversationTable", "←", "welcome")
            await desk.row("conversationTable", "→", r"hi\r\n")
            logged = await desk.row("eventLog", "socket.write")
            assert "socket 1" in logged

    run_on_qt(converse())


def test_accept_and_read_wait_together(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newLegacy")
        await call(desk, "create", '{"socketId":1}')
        await call(desk, "listen", "0 OK", addressEdit="127.0.0.1", portSpin=0)
        await call(desk, "getInfo", "localPort")
        port = detail(desk).split('"localPort": ')[1].split("\n")[0].rstrip(",")
        await call(desk, "accept", WAITING)
        await call(desk, "create", '{"socketId":2}')
        await call(desk, "connect", "0 OK", hostEdit="127.0.0.1", portSpin=port)
        await desk.row("callList", OPEN, "accept", '"socketId":3')

        name_socket(desk, 2)
        await call(desk, "read", WAITING)
        name_socket(desk, 3)
        await call(desk, "read", WAITING)
        tabs = desk.find(QTabWidget, "legacyTabs")
        titles = [tabs.tabText(index) for index in range(tabs.count())]

        offered = desk.find(QComboBox, "socketIdCombo")
        assert [offered.itemText(i) for i in range(offered.count())] == ["1", "2", "3"]
        assert len([row for row in desk.rows("callList") if WAITING in row]) == 2
        assert "Sockets (3)" in titles

    tell(story)


def test_wrong_arguments_show_chromiums_text_and_mark_the_field(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newLegacy")
        pick(desk, "connect")
        name_socket(desk, 1)
        desk.type("hostEdit", "localhost")
        desk.type("portSpin", "http")

        text = (
            "Error in invocation of socket.connect(integer socketId, string hostname, "
            "integer port, function callback): No matching signature."
        )
        assert desk.text("argumentError") == text
        assert desk.find(QLineEdit, "portSpin").property("invalid") == "true"
        assert desk.find(QLineEdit, "hostEdit").property("invalid") == "false"
        assert desk.text("callCode") == 'chrome.socket.connect(1, "localhost", "http", cb)'
        desk.click("callButton")
        await desk.row("callList", "connect", f"TypeError: {text}")

    tell(story)


def test_bytes_written_wrongly_cannot_be_sent(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newLegacy")
        pick(desk, "write")
        name_socket(desk, 1)
        choose(desk, "formatCombo", "Hex")
        desk.type("dataEdit", "00 fg")

        assert "Character 5" in desk.text("argumentError")
        assert not desk.find(QPushButton, "callButton").isEnabled()

    tell(story)


def test_refused_connection_and_last_error_are_explained(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            host, port = peer.address
            desk.do("newLegacy")
            await call(desk, "create", '{"socketId":1}')
            await call(desk, "connect", "0 OK", hostEdit=host, portSpin=port)
            await call(desk, "bind", "does not support bind", addressEdit=host, portSpin=0)
            assert "TCP socket does not support bind" in desk.notice()

            await call(desk, "setMulticastTimeToLive", ttlSpin=3)
            await desk.until(lambda: "lastError" in detail(desk))

    run_on_qt(converse())


def test_click_on_a_call_fills_the_form_again(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newLegacy")
        await call(desk, "getInfo", "Socket not found", socketIdCombo=42)
        pick(desk, "create")
        calls = desk.find(QAbstractItemView, "callList")
        place = calls.visualRect(calls.model().index(0, 1)).center()

        QTest.mouseClick(calls.viewport(), Qt.MouseButton.LeftButton, pos=place)

        assert desk.find(QListWidget, "methodList").currentItem().text() == "getInfo"
        assert desk.text("callCode") == "chrome.socket.getInfo(42, cb)"

    tell(story)


def test_keys_call_and_disconnect(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            await connected(desk, peer)
            pick(desk, "getInfo")
            desk.do("connect")
            await desk.row("callList", "getInfo", '"connected":true')
            desk.do("disconnect")
            await desk.row("callList", "disconnect(1)", OPEN)
            show_tab(desk, "Sockets")
            await desk.until(lambda: "not connected" in desk.rows("legacySockets")[0])

    run_on_qt(converse())


def test_socket_clicked_in_the_list_goes_into_the_form(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newLegacy")
        await call(desk, "create", '{"socketId":1}')
        await call(desk, "create", '{"socketId":2}')
        pick(desk, "read")
        show_tab(desk, "Sockets")
        sockets = desk.find(QTreeWidget, "legacySockets")
        place = sockets.visualRect(sockets.model().index(0, 0)).center()
        QTest.mouseClick(sockets.viewport(), Qt.MouseButton.LeftButton, pos=place)

        assert desk.text("callCode") == "chrome.socket.read(1, cb)"

    tell(story)


def test_form_and_history_come_back(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    entries: list[LegacyEntry] = []

    async def build() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newLegacy")
            await call(desk, "create", '{"socketId":1}')
            pick(desk, "sendTo")
            choose(desk, "formatCombo", "Hex")
            desk.type("dataEdit", "00 ff")
            desk.type("addressEdit", "127.0.0.1")
            desk.type("portSpin", "999999")
            entry = desk.workbench.panels.session().panels[0]
            assert isinstance(entry, LegacyEntry)
            entries.append(entry)

    async def come_back() -> None:
        async with open_desk(qapp, home) as desk:
            desk.workbench.panels.open(entries[0])

            assert desk.workbench.panels.session().panels[0] == entries[0]
            code = 'chrome.socket.sendTo(1, new Uint8Array([0x00, 0xff]).buffer, "127.0.0.1", '
            assert desk.text("callCode") == f"{code}999999, cb)"
            assert ["create" in row for row in desk.rows("callList")] == [True]

    run_on_qt(build())
    run_on_qt(come_back())


def test_two_panels_keep_their_sockets_apart_and_closing_destroys_only_ones_own(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            await connected(desk, peer)
            desk.do("newLegacy")
            await call(desk, "create", '{"socketId":2}')
            await call(desk, "read", WAITING, socketIdCombo=1)
            desk.do("closePanel")
            await desk.until(
                lambda: [one.identity.socket_id for one in desk.workbench.app.live()] == [1]
            )
            await peer.send(b"still here")
            await desk.row("eventLog", "socket.read", "still here")

    run_on_qt(converse())


def test_bytes_of_a_read_are_shown_in_the_hex_view(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            await connected(desk, peer)
            await call(desk, "read", WAITING)
            await peer.send(b"\x00\x01")
            show_tab(desk, "Conversation")
            await desk.row("conversationTable", "←")
            table = desk.find(QAbstractItemView, "conversationTable")
            table.setCurrentIndex(table.model().index(0, 0))

            assert desk.find(HexView, "hexView").source().read(0, 10) == b"\x00\x01"

    run_on_qt(converse())
