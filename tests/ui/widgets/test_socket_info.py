"""SocketInfo shows what getInfo gives, names what is absent, and counts what passed."""

import json
import ssl
from dataclasses import replace
from typing import Any

import pytest
import trustme
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from socket_workbench.capture.records import Totals
from socket_workbench.chrome.live import LiveSocket
from socket_workbench.net.tls import TlsDetails
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.socket_info import FIELDS, SocketInfo
from support.fake_chrome import FakeChrome, live_socket
from support.parts import part

OPEN: dict[str, Any] = {"connected": True, "peerAddress": "127.0.0.1", "peerPort": 8080}


class Info:
    """The widget on a fake app with a clock of its own."""

    def __init__(self, qtbot: QtBot, looks: Looks) -> None:
        self.chrome, self.totals, self.now_s = FakeChrome(), Totals(), 0.0
        self.widget = SocketInfo(
            looks, self.chrome, lambda _: self.totals, now_s=lambda: self.now_s
        )
        qtbot.addWidget(self.widget)
        self.widget.show()

    def label(self, name: str) -> QLabel:
        return part(self.widget, QLabel, f"{name}Value")

    def text(self, name: str) -> str:
        return self.label(name).text()

    def show_tcp(self, **info: Any) -> None:
        self.chrome.put(live_socket(1, **info))
        self.widget.show_socket(1)


@pytest.fixture
def info(qtbot: QtBot, qapp: QApplication) -> Info:
    return Info(qtbot, Looks(qapp, "light"))


def copy_button(info: Info) -> QPushButton:
    return part(info.widget, QPushButton, "copyJsonButton")


def secured(certificate: bytes) -> LiveSocket:
    details = TlsDetails(version="TLSv1.3", cipher="TLS_AES_128", certificate=certificate)
    return replace(live_socket(1, **OPEN), tls=details)


def test_secured_socket_shows_version_cipher_and_certificate(info: Info) -> None:
    leaf = trustme.CA(key_type=trustme.KeyType.ECDSA).issue_cert("localhost")
    der = ssl.PEM_cert_to_DER_cert(leaf.cert_chain_pems[0].bytes().decode())

    info.show_tcp(**OPEN)
    assert info.widget.findChild(QLabel, "tlsVersionValue") is None
    info.chrome.put(secured(der))
    info.widget.tick()

    assert info.text("tlsVersion") == "TLSv1.3"
    assert info.text("tlsCipher") == "TLS_AES_128"
    assert "localhost" in info.text("tlsCertificate")
    assert "days left" in info.text("tlsCertificate")


@pytest.mark.parametrize(("certificate", "text"), [(b"", "none"), (b"nonsense", "cannot be read")])
def test_certificate_that_is_none_is_told(info: Info, certificate: bytes, text: str) -> None:
    info.chrome.put(secured(certificate))
    info.widget.show_socket(1)

    assert info.text("tlsCertificate") == text


def test_joined_groups_are_shown(info: Info) -> None:
    live = live_socket(1, namespace="sockets.udp")
    info.chrome.put(live)
    info.widget.show_socket(1)
    assert info.text("groups") == "absent"

    info.chrome.put(replace(live, groups=("224.0.0.251", "ff02::fb")))
    info.widget.tick()

    assert info.text("groups") == "224.0.0.251\nff02::fb"


def test_without_a_socket_it_says_what_to_do(info: Info) -> None:
    assert copy_button(info).isHidden()
    assert info.widget.json_text() == ""


def test_values_are_written_as_the_api_has_them(info: Info) -> None:
    info.show_tcp(name="probe", **OPEN)

    values = [info.text(name) for name in ("socketId", "name", "connected", "peerPort")]
    assert values == ["1", "probe", "true", "8080"]


def test_absent_member_is_shown_as_absent(info: Info) -> None:
    info.show_tcp()

    assert info.text("bufferSize") == "absent"
    assert info.label("bufferSize").property("role") == "hint"


def test_value_that_is_called_absent_is_not_muted(info: Info) -> None:
    info.show_tcp(name="absent")

    assert info.label("name").property("role") != "hint"


@pytest.mark.parametrize("namespace", FIELDS)
def test_every_documented_member_has_its_row(info: Info, namespace: str) -> None:
    info.chrome.put(live_socket(1, namespace=namespace))
    info.widget.show_socket(1)

    assert all(info.text(name) for name in FIELDS[namespace])


def test_values_can_be_selected(info: Info) -> None:
    info.show_tcp()

    flags = info.label("socketId").textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_change_is_seen_at_the_tick(info: Info) -> None:
    info.show_tcp()

    info.chrome.put(live_socket(1, **OPEN))
    info.widget.tick()

    assert info.text("connected") == "true"


def test_copied_json_is_what_get_info_returns(qtbot: QtBot, info: Info) -> None:
    info.show_tcp(name="probe", **OPEN)

    qtbot.mouseClick(copy_button(info), Qt.MouseButton.LeftButton)

    expected = live_socket(1, name="probe", **OPEN).info
    assert json.loads(QGuiApplication.clipboard().text()) == expected


def test_totals_and_rates_are_counted(info: Info) -> None:
    info.show_tcp()

    info.totals, info.now_s = Totals(bytes_in=2500, events_in=3), 1.0
    info.widget.tick()

    assert info.text("received").endswith("bytes · events: 3 · 2.50 kB/s")


def test_totals_are_not_drawn_more_often_than_one_can_read(info: Info) -> None:
    info.show_tcp()
    before = info.text("received")

    info.totals, info.now_s = Totals(bytes_in=2500), 0.1
    info.widget.tick()

    assert info.text("received") == before


def test_socket_that_is_gone_empties_the_view(info: Info) -> None:
    info.show_tcp()

    info.chrome.drop(1)
    info.widget.tick()

    assert copy_button(info).isHidden()


def test_other_socket_takes_the_place(info: Info) -> None:
    info.show_tcp()
    info.chrome.put(live_socket(2, namespace="sockets.udp", socket_id=9))

    info.widget.show_socket(2)

    assert info.text("socketId") == "9"
