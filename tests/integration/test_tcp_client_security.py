"""TLS from the window: refused, looked at, trusted, remembered; and coming back by itself."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
)

from socket_workbench.session.tcp_entries import TcpClientEntry
from support.certificates import self_signed, trust_a_stranger
from support.desk import Desk, choose
from support.stories import Tell
from support.tls_servers import ServerThread, plain_echo, self_made_context, silent, tls_echo


@pytest.fixture(autouse=True)
def trusts_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust_a_stranger(tmp_path, monkeypatch)


@pytest.fixture
def self_made(tmp_path: Path) -> Any:
    return tls_echo(self_made_context(self_signed("127.0.0.1"), tmp_path))


def entry(desk: Desk) -> TcpClientEntry:
    """The panel as the session would keep it."""
    kept = desk.workbench.panels.session().panels[0]
    assert isinstance(kept, TcpClientEntry)
    return kept


def tls_facts(desk: Desk) -> list[str]:
    """What the socket info says of TLS."""
    return [one.text() for one in desk.window.findChildren(QLabel, "tlsVersionValue")]


async def dialog(desk: Desk) -> QDialog:
    """Wait for the certificate."""
    found: list[QDialog] = []

    def is_open() -> bool:
        found[:] = desk.page.findChildren(QDialog, "certificateDialog")
        return bool(found) and found[0].isVisible()

    await desk.until(is_open)
    return found[0]


def press(desk: Desk, where: QDialog, name: str) -> None:
    QTest.mouseClick(desk.find(QAbstractButton, name, where), Qt.MouseButton.LeftButton)


async def connect_secured(desk: Desk, port: int) -> None:
    desk.do("newTcpClient")
    desk.find(QCheckBox, "tlsCheck").setChecked(True)
    await desk.connect("127.0.0.1", port)


def test_refused_certificate_is_looked_at_trusted_and_works(tell: Tell, self_made: Any) -> None:
    with ServerThread.running(self_made) as server:

        async def story(desk: Desk) -> None:
            await connect_secured(desk, server.port)
            await desk.until(lambda: "was refused" in desk.notice())
            assert "-202 CERT_AUTHORITY_INVALID" in desk.notice()
            assert "signed by itself only" in desk.notice()

            desk.click("noticeOfferButton")
            shown = await dialog(desk)
            assert "not trusted" in desk.find(QLabel, "certificateVerdict", shown).text()
            press(desk, shown, "trustButton")
            await desk.until(lambda: desk.text("connectButton") == "Disconnect")
            desk.type("composer", "hello")
            desk.click("sendButton")
            await desk.row("conversationTable", "←", "hello")

            assert desk.notice() == ""
            assert entry(desk).tls.is_on
            assert [one.port for one in entry(desk).tls.trusted] == [server.port]
            await desk.until(lambda: "TLSv1.3" in tls_facts(desk))

        tell(story)


def test_certificate_that_is_not_trusted_changes_nothing(tell: Tell, self_made: Any) -> None:
    with ServerThread.running(self_made) as server:

        async def story(desk: Desk) -> None:
            await connect_secured(desk, server.port)
            await desk.until(lambda: "was refused" in desk.notice())
            desk.click("noticeOfferButton")
            shown = await dialog(desk)
            QTest.keyClick(shown, Qt.Key.Key_Escape)
            await desk.until(lambda: not desk.page.findChildren(QDialog))

            assert desk.text("connectButton") == "Connect"
            assert entry(desk).tls.trusted == ()

        tell(story)


def test_handshake_without_an_answer_is_cancelled(tell: Tell) -> None:
    with ServerThread.running(silent) as server:

        async def story(desk: Desk) -> None:
            await connect_secured(desk, server.port)
            await desk.until(lambda: desk.find(QLabel, "connectingLabel").isVisible())
            assert "agreeing on TLS" in desk.text("connectingLabel")

            desk.click("connectButton")

            await desk.until(lambda: "handshake" in desk.notice())
            assert desk.text("connectButton") == "Connect"

        tell(story)


def test_window_closes_in_the_middle_of_a_handshake(tell: Tell) -> None:
    with ServerThread.running(silent) as server:

        async def story(desk: Desk) -> None:
            await connect_secured(desk, server.port)
            await desk.until(lambda: desk.find(QLabel, "connectingLabel").isVisible())

        tell(story)


def test_panel_closes_while_a_certificate_is_looked_at(tell: Tell, self_made: Any) -> None:
    with ServerThread.running(self_made) as server:

        async def story(desk: Desk) -> None:
            await connect_secured(desk, server.port)
            await desk.until(lambda: "was refused" in desk.notice())
            desk.click("noticeOfferButton")
            await dialog(desk)

            desk.workbench.panels.close_page(desk.page)

            await desk.until(lambda: not desk.workbench.app.live())

        tell(story)


def test_client_comes_back_by_itself_when_the_server_does(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.click("optionsButton")
        desk.find(QCheckBox, "reconnectCheck").setChecked(True)
        desk.find(QDoubleSpinBox, "reconnectDelaySpin").setValue(0.1)
        with ServerThread.running(plain_echo) as server:
            port = server.port
            await desk.connect_and_wait("127.0.0.1", port)
        await desk.until(lambda: desk.find(QLabel, "retryLabel").isVisible())
        assert "Next attempt in" in desk.text("retryLabel")
        assert desk.text("connectButton") == "Cancel"

        with ServerThread.running(plain_echo, port):
            await desk.until(lambda: desk.text("connectButton") == "Disconnect")
            assert not desk.find(QLabel, "retryLabel").isVisible()
            assert desk.notice() == ""

    tell(story)


def test_wait_for_the_next_attempt_is_stopped(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.click("optionsButton")
        desk.find(QCheckBox, "reconnectCheck").setChecked(True)
        choose(desk, "reconnectAfterCombo", "when connecting fails")
        desk.find(QDoubleSpinBox, "reconnectDelaySpin").setValue(60)
        with ServerThread.running(plain_echo) as server:
            port = server.port
        await desk.connect("127.0.0.1", port)
        await desk.until(lambda: desk.find(QLabel, "retryLabel").isVisible())

        desk.click("stopRetryButton")

        assert not desk.find(QLabel, "retryLabel").isVisible()
        assert desk.text("connectButton") == "Connect"
        assert entry(desk).reconnect.is_on

    tell(story)


def test_host_is_remembered_with_port_and_tls(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with ServerThread.running(plain_echo) as server:
            desk.do("newTcpClient")
            await desk.connect_and_wait("127.0.0.1", server.port)
            desk.do("newTcpClient")
            completer = desk.find(QLineEdit, "hostEdit").completer()

            await desk.until(lambda: completer.model().rowCount() == 1)
            remembered = completer.model().index(0, 0).data()
            completer.activated.emit(remembered)

            assert remembered == f"127.0.0.1:{server.port}"
            await desk.until(lambda: desk.text("hostEdit") == "127.0.0.1")
            assert entry_of_second(desk).port == server.port

    tell(story)


def entry_of_second(desk: Desk) -> TcpClientEntry:
    kept = desk.workbench.panels.session().panels[1]
    assert isinstance(kept, TcpClientEntry)
    return kept


def test_rows_show_as_they_did_when_the_session_comes_back(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.click("gapsButton")
        desk.click("joinButton")
        kept = desk.workbench.panels.session()

        desk.workbench.panels.show_session(kept)

        assert (entry(desk).stamps_gaps, entry(desk).joins_chunks) == (True, True)
        assert desk.find(QAbstractButton, "joinButton").isChecked()

    tell(story)
