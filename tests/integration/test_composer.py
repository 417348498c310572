"""Composing in a whole window: repeat against real peers, and presets on keys."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton, QSpinBox

from socket_workbench.practice.server import PracticeKind, PracticeServer
from socket_workbench.session.fields import Preset
from socket_workbench_ui.widgets.composer import Composer
from support.desk import Desk, open_desk
from support.peers import Peer
from support.qt_run import RunOnQt
from support.stories import Tell


def set_repeat(desk: Desk, count: int, interval_ms: int) -> None:
    desk.find(QSpinBox, "repeatCountSpin").setValue(count)
    desk.find(QSpinBox, "repeatIntervalSpin").setValue(interval_ms)


def test_message_is_repeated_with_counters_one_row_each(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with PracticeServer(PracticeKind.ECHO) as server, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(server.endpoint.host, server.endpoint.port)
            desk.type("composer", "n${counter:7};${crc:CRC-8}")
            set_repeat(desk, 5, 10)
            desk.click("repeatButton")

            # A busy machine adds "interval not kept".
            await desk.until(lambda: desk.text("repeatStatus").startswith("all 5 sent"))
            await desk.row("conversationTable", "←", "n11;")
            sends = [row for row in desk.rows("eventLog") if "sockets.tcp.send" in row]

            assert len(sends) == 5
            assert all(f"n{number};" in row for number, row in enumerate(sends, 7))
            assert desk.text("repeatButton") == "Repeat"

    run_on_qt(converse())


def test_repeat_is_stopped_by_its_button_and_by_disconnect(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with PracticeServer(PracticeKind.ECHO) as server, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(server.endpoint.host, server.endpoint.port)
            desk.type("composer", "tick")
            set_repeat(desk, 0, 3_600_000)

            desk.click("repeatButton")
            await desk.until(lambda: desk.text("repeatStatus") == "sent 1")
            desk.click("repeatButton")
            await desk.until(lambda: desk.text("repeatStatus") == "stopped after 1")

            desk.click("repeatButton")
            await desk.until(lambda: desk.text("repeatStatus") == "sent 1")
            desk.click("connectButton")
            await desk.until(lambda: desk.text("repeatStatus") == "stopped after 1")

    run_on_qt(converse())


def test_lost_peer_ends_a_repeat_and_says_why(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with Peer.listening() as peer, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(*peer.address)
            await peer.connected.wait()
            desk.type("composer", "tick")
            set_repeat(desk, 0, 1)
            desk.click("repeatButton")
            await desk.until(lambda: len(peer.received) > 40)

            peer.reset()

            await desk.until(lambda: "sending failed after" in desk.text("repeatStatus"))
            assert "ECONNRESET" in desk.notice() or "CONNECTION" in desk.notice()

    run_on_qt(converse())


def test_repeat_without_a_connection_fails_at_once(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.type("composer", "tick")
        desk.click("repeatButton")

        await desk.until(lambda: desk.text("repeatStatus") == "sending failed after 0 of 1")
        assert "-15 SOCKET_NOT_CONNECTED" in desk.notice()

    tell(story)


def test_panel_is_closed_in_the_middle_of_a_repeat(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with PracticeServer(PracticeKind.DISCARD) as server, open_desk(qapp, home) as desk:
            desk.do("newTcpClient")
            await desk.connect_and_wait(server.endpoint.host, server.endpoint.port)
            desk.type("composer", "tick${counter}")
            set_repeat(desk, 0, 0)
            desk.click("repeatButton")
            await desk.row("eventLog", "sockets.tcp.send", "tick100")

            desk.do("closePanel")

            await desk.row("eventLog", "sockets.tcp.close")
            assert desk.window.tabs.count() == 0

    run_on_qt(converse())


def test_key_of_a_preset_sends_from_the_panel_in_front(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with PracticeServer(PracticeKind.ECHO) as server, open_desk(qapp, home) as desk:
            for name in ("one", "two"):
                desk.do("newTcpClient")
                await desk.connect_and_wait(server.endpoint.host, server.endpoint.port)
                composer = desk.find(Composer, "composerCard")
                composer.set_presets((Preset(name=name, text=f"from {name}", key="F9"),))

            desk.press("F9")
            await desk.row("conversationTable", "←", "from two")
            desk.do("previousPanel")
            desk.press("F9")
            await desk.row("conversationTable", "←", "from one")

            sends = [row for row in desk.rows("eventLog") if "sockets.tcp.send" in row]
            assert ["from two" in sends[0], "from one" in sends[1], len(sends)] == [True, True, 2]

    run_on_qt(converse())


def test_key_of_the_window_is_told_to_be_taken(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        button = desk.find(QPushButton, "presetButton")
        button.fill_menu()  # pyright: ignore[reportAttributeAccessIssue] - found by its name

        note = button.key_note("F2")  # pyright: ignore[reportAttributeAccessIssue] - as above

        assert note == "F2 means “Rename panel” in this window"

    tell(story)
