"""A TCP server panel, clicked and typed through against real clients."""

import asyncio
import contextlib
import json
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QTableView,
)

from support.desk import Desk, choose
from support.qt_run import RunOnQt
from support.server_desk import (
    add_rule,
    choose_client,
    generate,
    listen,
    name_of,
    serving_desk,
    shown_clients,
)
from support.server_panel import client_of
from support.stories import Tell

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def test_each_client_has_a_conversation_of_its_own(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):  # noqa: SIM117 - the port comes first
            async with client_of(port) as first, client_of(port) as second:
                rows = await shown_clients(desk, 2)
                assert name_of(first) in rows[0]
                first[1].write(b"from the first")
                second[1].write(b"from the second")
                await desk.row("conversationTable", "from the first")
                await desk.row("conversationTable", "from the second")

                choose_client(desk, 2)
                await desk.row("conversationTable", "from the second")
                assert not any("from the first" in row for row in desk.rows("conversationTable"))
                desk.type("composer", "you alone")
                desk.click("sendButton")
                assert await second[0].readexactly(9) == b"you alone"
                desk.click("sendAllButton")
                assert await first[0].readexactly(9) == b"you alone"

                choose_client(desk, 0)
                await desk.row("conversationTable", "from the first")

    run_on_qt(converse())


def test_clients_are_paused_disconnected_and_forgotten_by_keys(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):
            choose(desk, "responderCombo", "echo")
            async with client_of(port) as (reader, writer):
                await shown_clients(desk, 1)
                choose_client(desk, 1)
                table = desk.find(QTableView, "clientList")
                QTest.keyClick(table, Qt.Key.Key_Space)
                await desk.row("clientList", "◐")
                writer.write(b"a")  # the read that was in flight
                assert await reader.readexactly(1) == b"a"
                writer.write(b"held")
                QTest.keyClick(table, Qt.Key.Key_Space)
                assert await reader.readexactly(4) == b"held"

                QTest.keyClick(table, Qt.Key.Key_Delete)
                assert await reader.read() == b""
                await desk.row("clientList", "○")
                assert await desk.row("conversationTable", "held")
                QTest.keyClick(table, Qt.Key.Key_Backspace)
                await desk.until(lambda: len(desk.rows("clientList")) == 1)

    run_on_qt(converse())


def test_a_port_in_use_is_told_where_it_was_typed(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):
            desk.do("newTcpServer")
            desk.type("portSpin", str(port))
            desk.press("F5")
            await desk.until(lambda: bool(desk.notice()))

            assert f"Could not listen on 127.0.0.1:{port}" in desk.notice()
            assert "-147 ADDRESS_IN_USE · cause EADDRINUSE" in desk.notice()
            assert "0 for any free one" in desk.notice()
            assert desk.find(QLineEdit, "portSpin").property("invalid") == "true"
            assert desk.text("listenButton") == "Listen"

    run_on_qt(converse())


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("localhost", "is no IP address"),
        ("", "no address to listen on"),
        ("192.0.2.77", "No adapter of this machine has this address"),
    ],
)
def test_a_bad_address_is_told_with_what_to_try(tell: Tell, address: str, told: str) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        desk.type("addressEdit", address)
        desk.find(QLineEdit, "addressEdit").setText(address)
        desk.type("portSpin", "0")
        desk.click("listenButton")
        await desk.until(lambda: bool(desk.notice()))

        assert told in desk.notice()
        assert desk.find(QLineEdit, "addressEdit").property("invalid") == "true"

    tell(story)


def test_what_is_no_port_cannot_be_listened_on(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        desk.type("portSpin", "70000")

        assert not desk.find(QAbstractButton, "listenButton").isEnabled()

    tell(story)


def test_f5_listens_shift_f5_stops_and_ctrl_p_pauses(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):
            desk.do("pause")
            await desk.until(lambda: desk.text("pauseButton") == "Resume")
            async with client_of(port), client_of(port):
                await shown_clients(desk, 1)
                desk.do("pause")
                await shown_clients(desk, 2)
            desk.do("disconnect")
            await desk.until(lambda: desk.text("listenButton") == "Listen")
            assert desk.text("portSpin") == "0"
            with pytest.raises(ConnectionRefusedError):
                await asyncio.open_connection("127.0.0.1", port)
            desk.do("connect")
            await desk.until(lambda: desk.text("listenButton") == "Stop")

    run_on_qt(converse())


def test_the_address_menu_offers_this_machines_addresses(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        strip = desk.page.address  # pyright: ignore[reportAttributeAccessIssue] - the panel's own
        offers = strip._offers
        texts = [action.text() for action in offers.actions()]
        assert texts[0].startswith("127.0.0.1")
        action = next(one for one in offers.actions() if one.data() == "::1")
        action.trigger()

        assert desk.text("addressEdit") == "::1"
        port = await listen(desk)
        async with client_of(port, "::1") as streams:
            rows = await shown_clients(desk, 1)
            assert f"[::1]:{streams[1].get_extra_info('sockname')[1]}" in rows[0]

    tell(story)


def test_everything_comes_back_with_the_session(tell: Tell, tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        desk.type("addressEdit", "::1")
        desk.type("portSpin", "8099")
        desk.click("optionsButton")
        desk.type("nameEdit", "mine")
        desk.find(QSpinBox, "backlogSpin").setValue(7)
        desk.find(QSpinBox, "bufferSizeSpin").setValue(8192)
        for name in ("persistentCheck", "noDelayCheck", "halfClosedCheck", "tlsCheck"):
            desk.find(QCheckBox, name).setChecked(True)
        await generate(desk, tmp_path)
        dialog = await add_rule(desk, "starts with hex", "00 01", "reply")
        desk.find(QSpinBox, "ruleReplyDelaySpin", dialog).setValue(50)
        dialog.close()
        before = desk.workbench.panels.session()

        desk.workbench.panels.show_session(before)

        assert desk.workbench.panels.session() == before
        entry = before.panels[0]
        data = json.dumps([repr(entry)])
        for expected in ("::1", "8099", "mine", "8192", "startsWith", "BEGIN PRIVATE KEY"):
            assert expected in data
        assert desk.find(QSpinBox, "backlogSpin").value() == 7
        assert desk.find(QComboBox, "responderCombo").currentText() == "rules"

    tell(story)


def test_two_servers_do_not_mix_their_clients(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, first):
            choose(desk, "responderCombo", "echo")
            desk.do("newTcpServer")
            second = await listen(desk)
            async with client_of(first) as (reader, writer), client_of(second):
                writer.write(b"one")
                assert await reader.readexactly(3) == b"one"
                rows = await shown_clients(desk, 1)
                assert len(rows) == 1
                desk.do("previousPanel")
                rows = await shown_clients(desk, 1)
                assert len(rows) == 1
                await desk.row("conversationTable", "one")

    run_on_qt(converse())


@pytest.mark.parametrize("whole_window", [False, True], ids=["panel", "window"])
def test_closing_in_the_middle_of_floods_leaves_nothing(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path, whole_window: bool
) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):
            choose(desk, "responderCombo", "echo")
            async with client_of(port) as (_, writer), client_of(port) as (_, lazy):
                await shown_clients(desk, 2)
                assert isinstance(lazy.transport, asyncio.ReadTransport)
                lazy.transport.pause_reading()
                writer.write(b"x" * 30_000_000)
                lazy.write(b"y" * 30_000_000)
                await desk.row("eventLog", "sockets.tcp.send")
                if whole_window:
                    return
                page = desk.page
                desk.do("closePanel")
                await desk.until(lambda: desk.window.tabs.indexOf(page) < 0)
                await desk.until(lambda: desk.workbench.app.live() == ())

    run_on_qt(converse())


def test_a_flood_is_echoed_whole_while_the_window_lives(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    size = 20_000_000

    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):
            choose(desk, "responderCombo", "echo")
            got = await asyncio.to_thread(echo_through, port, size)
            assert got == size
            assert desk.workbench._clock.answer_ms() < 1000

    run_on_qt(converse(), timeout_s=60)


def echo_through(port: int, size: int) -> int:
    """Send so many bytes from a thread of our own and count what comes back."""
    import threading

    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(30)

        def send() -> None:
            with contextlib.suppress(OSError):
                client.sendall(b"\xa5" * size)
                client.shutdown(socket.SHUT_WR)

        sender = threading.Thread(target=send)
        sender.start()
        got = 0
        while chunk := client.recv(1 << 18):
            got += len(chunk)
        sender.join()
        return got
