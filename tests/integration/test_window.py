"""The window around the panels: commands, layout, questions, files dropped on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMessageBox, QPushButton, QWidget

from socket_workbench.capture.store import Capture
from socket_workbench.session import store
from socket_workbench.session.schema import Session
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench_ui.wired.tcp_client import TcpClient
from support.desk import Desk
from support.peers import Peer
from support.qt_run import RunOnQt
from support.stories import Tell

BUILT = Session(
    version=1,
    panels=(TcpClientEntry(title="one", host="localhost", port=7), TcpClientEntry(title="two")),
    current_panel=1,
)


async def question(desk: Desk, name: str) -> QMessageBox:
    await desk.until(lambda: desk.window.findChild(QMessageBox, name) is not None)
    return desk.find(QMessageBox, name, desk.window)


def test_worked_example_opens_a_panel_that_is_connected(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.click("example_echo")
        await desk.until(lambda: desk.page is not None)
        await desk.until(lambda: desk.text("connectButton") == "Disconnect")
        desk.click("sendButton")

        assert await desk.row("conversationTable", "←", "Hello, socket!")

    tell(story)


def test_dropped_session_is_opened_with_its_tab_in_front(tell: Tell, tmp_path: Path) -> None:
    store.write(BUILT, path := tmp_path / "demo.swb")

    async def story(desk: Desk) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(9, 9), action, data, buttons, keys)
        QApplication.sendEvent(desk.window, enter)
        drop = QDropEvent(QPoint(9, 9), action, data, buttons, keys)
        QApplication.sendEvent(desk.window, drop)

        await desk.until(lambda: desk.window.tabs.count() == 2)
        assert enter.isAccepted()
        assert desk.page.property("panelName") == "two"
        assert "demo.swb" in desk.window.windowTitle()

    tell(story)


def test_unsaved_changes_are_asked_about_and_cancel_keeps_the_window(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        await desk.until(desk.window.isWindowModified)
        desk.window.close()
        box = await question(desk, "unsavedQuestion")
        QTest.keyClick(box, Qt.Key.Key_Escape)
        await desk.until(lambda: not desk.window.findChildren(QMessageBox))

        assert desk.window.isVisible()
        assert desk.window.tabs.count() == 1

    tell(story)


def test_discarding_changes_closes_the_window(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        await desk.until(desk.window.isWindowModified)
        desk.do("quit")
        box = await question(desk, "unsavedQuestion")
        QTest.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)

        await desk.until(lambda: not desk.window.isVisible())

    tell(story)


def test_rows_that_the_disk_did_not_take_are_asked_about(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        async with Peer.listening() as peer:
            desk.do("newTcpClient")
            await desk.connect_and_wait(*peer.address)
            await peer.connected.wait()
            desk.capture.limit_size(0)
            await peer.send(bytes(2_000_000))
            await desk.until(lambda: desk.capture.problem is not None)
        desk.workbench.panels.close_page(desk.page)
        desk.window.close()
        box = await question(desk, "yesQuestion")
        QTest.keyClick(box, Qt.Key.Key_Escape)
        await desk.until(lambda: not desk.window.findChildren(QMessageBox))

        assert desk.window.isVisible()
        desk.capture.limit_size(None)
        await desk.until(lambda: desk.capture.problem is None)

    tell(story)


@pytest.fixture
def crashed(run_on_qt: RunOnQt, home: Path) -> Path:
    """A capture with one note that a crash left behind."""
    folder = home / "state" / "captures"
    folder.mkdir(parents=True)

    async def leave() -> Path:
        capture = await Capture.create(folder / "crashed.swcap")
        capture.note("left behind", at_ns=1)
        await capture.aclose()
        return capture.path

    return run_on_qt(leave())


@pytest.mark.usefixtures("crashed")
def test_capture_of_a_crash_is_offered_and_opened(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await desk.until(lambda: bool(desk.window.messages.texts()))
        assert "1 events" in desk.window.messages.texts()[0]
        await desk.until(desk.find(QPushButton, "recoverCapture").isVisible)
        desk.click("recoverCapture")
        await desk.until(lambda: desk.page is not None)

        assert desk.page.objectName() == "capturePanel"
        assert await desk.row("eventLog", "left behind")

    tell(story)


def test_unwanted_capture_of_a_crash_is_deleted(tell: Tell, crashed: Path) -> None:
    async def story(desk: Desk) -> None:
        await desk.until(lambda: bool(desk.window.messages.texts()))
        await desk.until(desk.find(QPushButton, "discardCapture").isVisible)
        desk.click("discardCapture")
        await desk.until(lambda: not crashed.exists())

    tell(story)


@pytest.mark.parametrize(
    ("width", "tabbed"),
    [pytest.param(1440, False, id="wide"), pytest.param(1024, True, id="compact")],
)
def test_narrow_window_tabs_its_regions(tell: Tell, width: int, tabbed: bool) -> None:
    async def story(desk: Desk) -> None:
        desk.window.resize(width, 700)
        await desk.until(lambda: desk.window.width() == width)
        dock = desk.find(QDockWidget, "dataDock", desk.window)
        log = desk.find(QDockWidget, "eventLogDock", desk.window)

        tabs = desk.window.tabifiedDockWidgets(log)

        assert (dock in tabs) is tabbed

    tell(story)


def test_start_page_fits_into_the_smallest_window(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        start = desk.window.start_page
        buttons = start.findChildren(QPushButton)

        def is_seen(button: QPushButton) -> bool:
            return start.rect().contains(
                QRect(button.mapTo(start, QPoint()), button.size()), proper=False
            )

        await desk.until(lambda: all(is_seen(button) for button in buttons))

    tell(story, width=1024, height=640)


def test_docks_are_as_wide_as_before_when_the_window_is_wide_again(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        dock = desk.find(QDockWidget, "socketTreeDock", desk.window)
        log = desk.find(QDockWidget, "eventLogDock", desk.window)
        desk.window.resize(1440, 900)
        await desk.until(lambda: desk.window.width() == 1440)
        desk.window.resizeDocks([dock], [330], Qt.Orientation.Horizontal)
        await desk.until(lambda: dock.width() == 330)
        settling = desk.window.findChild(QTimer, "docksSettling")
        assert isinstance(settling, QTimer)
        await desk.until(lambda: not settling.isActive())
        height = log.height()

        desk.window.resize(1024, 640)
        await desk.until(lambda: desk.window.width() == 1024)
        desk.window.resize(1440, 900)

        await desk.until(lambda: (dock.width(), log.height()) == (330, height))

    tell(story)


def test_chosen_theme_is_there_at_the_next_start(tell: Tell, home: Path) -> None:
    async def choose_dark(desk: Desk) -> None:
        desk.do("themeDark")
        await desk.until((home / "config" / "settings.json").exists)

    async def look(desk: Desk) -> None:
        assert desk.window.commands["themeDark"].isChecked()

    tell(choose_dark, look)


def test_window_closes_in_the_middle_of_a_transfer(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "large.bin").write_bytes(bytes(20_000_000))

    async def story(desk: Desk) -> None:
        async with Peer.listening(reads=False) as peer:
            desk.do("newTcpClient")
            await desk.connect_and_wait(*peer.address)
            panel = desk.workbench.panels.current
            assert isinstance(panel, TcpClient)
            panel.controller.send_file_requested(tmp_path / "large.bin")
            await desk.row("eventLog", "sockets.tcp.send", "…")
            desk.workbench.leave()
            await desk.until(lambda: not desk.window.isVisible())

    tell(story)


def test_keys_step_through_regions_and_panels(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.do("newTcpClient")
        first = desk.page
        desk.do("nextPanel")
        assert desk.page is not first

        await desk.until(lambda: desk.find(QWidget, "socketTree").isVisible())
        visited: list[QWidget] = []
        for _ in range(len(desk.window.regions_in_order())):
            desk.do("nextRegion")
            focus = QApplication.focusWidget()
            assert focus is not None
            visited.append(focus)
        assert len({id(widget) for widget in visited}) == len(visited)

    tell(story)
