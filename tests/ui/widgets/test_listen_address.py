"""The address strip of a server: what can be done, what is marked, which port is shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.listen_targets import OfferedAddress
from socket_workbench.panels.tcp_server_certificates import generate_identity
from socket_workbench.panels.tcp_server_notices import listen_failed
from socket_workbench.panels.tcp_server_state import ServerPhase, TcpServerState
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.listen_address import ListenAddress
from support.parts import button, edit

LISTENING = TcpServerState(
    phase=ServerPhase.LISTENING, local=Endpoint("127.0.0.1", 4711), socket=1, label="server 1"
)


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> ListenAddress:
    made = ListenAddress(Looks(qapp), QLabel("answers"))
    qtbot.addWidget(made)
    made.show_target("127.0.0.1", 0, is_tls=False)
    made.show()
    return made


def test_enter_in_a_field_listens(strip: ListenAddress, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.listen_requested) as asked:
        QTest.keyClick(edit(strip, "addressEdit"), Qt.Key.Key_Return)

    assert asked.args == ["127.0.0.1", "0"]


def test_the_chosen_port_is_shown_and_the_wanted_one_kept(strip: ListenAddress) -> None:
    strip.show_state(LISTENING)

    assert edit(strip, "portSpin").text() == "4711"
    assert edit(strip, "portSpin").isReadOnly()
    assert strip.port == 0
    assert "127.0.0.1:4711" in button(strip, "listenButton").toolTip()
    strip.show_state(TcpServerState())
    assert edit(strip, "portSpin").text() == "0"


def test_the_button_stops_what_listens(strip: ListenAddress, qtbot: QtBot) -> None:
    strip.show_state(LISTENING)

    with qtbot.waitSignal(strip.stop_requested):
        QTest.mouseClick(button(strip, "listenButton"), Qt.MouseButton.LeftButton)


def test_pause_says_what_it_does_next(strip: ListenAddress, qtbot: QtBot) -> None:
    assert not button(strip, "pauseButton").isEnabled()
    strip.show_state(replace(LISTENING, is_paused=True))

    with qtbot.waitSignal(strip.pause_requested) as asked:
        QTest.mouseClick(button(strip, "pauseButton"), Qt.MouseButton.LeftButton)

    assert button(strip, "pauseButton").text() == "Resume"
    assert asked.args == [False]


def test_a_port_that_is_none_stays_marked(strip: ListenAddress) -> None:
    edit(strip, "portSpin").setText("70000")

    strip.show_state(TcpServerState(open_clients=1))

    assert edit(strip, "portSpin").property("invalid") == "true"
    assert not button(strip, "listenButton").isEnabled()
    assert strip.port is None


def test_what_failed_is_marked_until_it_is_typed_anew(strip: ListenAddress) -> None:
    failed = listen_failed(Endpoint("192.0.2.7", 1), ResultCode.ADDRESS_INVALID, "EADDRNOTAVAIL")
    strip.show_state(TcpServerState(notice=failed))
    assert edit(strip, "addressEdit").property("invalid") == "true"

    QTest.keyClicks(edit(strip, "addressEdit"), "1")

    assert edit(strip, "addressEdit").property("invalid") == "false"


def test_an_offered_address_is_taken(strip: ListenAddress, qtbot: QtBot) -> None:
    strip.show_addresses([OfferedAddress("192.0.2.7", "eth0")])

    with qtbot.waitSignal(strip.edited):
        strip._offers.actions()[0].trigger()

    assert strip._offers.actions()[0].text() == "192.0.2.7   eth0"
    assert strip.address == "192.0.2.7"


def test_the_list_of_addresses_opens_by_key(strip: ListenAddress, qtbot: QtBot) -> None:
    edit(strip, "addressEdit").setFocus()

    with qtbot.waitSignal(strip.addresses_wanted):
        strip._open_offers.trigger()

    strip._offers.close()


def test_the_certificate_in_use_is_told_at_its_button(strip: ListenAddress) -> None:
    identity = generate_identity(["demo.example"], days=1)

    strip.show_state(replace(LISTENING, certificate=identity.facts, is_tls=True))

    tip = button(strip, "certificateButton").toolTip()
    assert "demo.example" in tip
    assert identity.facts.sha256[:2].upper() + ":" in tip
