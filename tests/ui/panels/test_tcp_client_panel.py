"""The TCP client panel draws its state, and every wish leaves as a signal."""

from dataclasses import replace
from typing import cast

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_client_state import Phase, TcpClientOptions, TcpClientState
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench_ui.panels.tcp_client import TcpClientPanel, TcpClientParts
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.notice_bar import NoticeBar
from socket_workbench_ui.widgets.port_spin import PortSpin
from support.parts import part

LEFT = Qt.MouseButton.LeftButton
TARGET = TcpClientEntry(title="probe", host="localhost", port=8080)
ENDPOINT = Endpoint("localhost", 8080)
IDLE = TcpClientState()
CONNECTING = TcpClientState(phase=Phase.CONNECTING, endpoint=ENDPOINT)
OPEN = TcpClientState(phase=Phase.OPEN, endpoint=ENDPOINT)
CLOSED = TcpClientState(phase=Phase.CLOSED, endpoint=ENDPOINT)


class Panel:
    """The panel with handles to its widgets."""

    def __init__(self, qtbot: QtBot, looks: Looks) -> None:
        self.page = TcpClientPanel(looks, TcpClientParts(QWidget(), QWidget()))
        qtbot.addWidget(self.page)
        self.page.show_fields(TARGET)
        self.page.resize(900, 500)
        self.page.show()

    def button(self, name: str) -> QPushButton:
        return part(self.page, QPushButton, name)

    def edit(self, name: str) -> QLineEdit:
        return part(self.page, QLineEdit, name)

    @property
    def connect(self) -> QPushButton:
        return self.button("connectButton")


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Panel:
    return Panel(qtbot, Looks(qapp, "light"))


@pytest.mark.parametrize(
    ("state", "text"),
    [(IDLE, "Connect"), (CONNECTING, "Cancel"), (OPEN, "Disconnect"), (CLOSED, "Reconnect")],
    ids=["idle", "connecting", "open", "closed"],
)
def test_button_says_what_it_does_now(panel: Panel, state: TcpClientState, text: str) -> None:
    panel.page.show_state(state)

    assert panel.connect.text() == text


@pytest.mark.parametrize("state", [IDLE, CLOSED], ids=["idle", "closed"])
def test_click_asks_for_a_connection(qtbot: QtBot, panel: Panel, state: TcpClientState) -> None:
    panel.page.show_state(state)

    with qtbot.waitSignal(panel.page.connect_requested) as asked:
        qtbot.mouseClick(panel.connect, LEFT)

    assert asked.args == ["localhost", "8080", "any"]


@pytest.mark.parametrize("state", [CONNECTING, OPEN], ids=["connecting", "open"])
def test_click_asks_for_the_end(qtbot: QtBot, panel: Panel, state: TcpClientState) -> None:
    panel.page.show_state(state)

    with qtbot.waitSignal(panel.page.disconnect_requested):
        qtbot.mouseClick(panel.connect, LEFT)


def test_another_target_is_no_reconnect(qtbot: QtBot, panel: Panel) -> None:
    panel.page.show_state(CLOSED)

    qtbot.keyClicks(panel.edit("hostEdit"), "2")

    assert panel.connect.text() == "Connect"


@pytest.mark.parametrize("name", ["hostEdit", "portSpin"])
def test_enter_connects(qtbot: QtBot, panel: Panel, name: str) -> None:
    with qtbot.waitSignal(panel.page.connect_requested):
        qtbot.keyClick(panel.edit(name), Qt.Key.Key_Return)


def test_enter_while_connected_does_nothing(qtbot: QtBot, panel: Panel) -> None:
    panel.page.show_state(OPEN)

    with qtbot.assertNotEmitted(panel.page.connect_requested):
        qtbot.keyClick(panel.edit("hostEdit"), Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["0", "70000", "http", ""])
def test_what_is_no_port_disables_the_button(panel: Panel, text: str) -> None:
    panel.edit("portSpin").setText(text)

    assert not panel.connect.isEnabled()
    assert "1 to 65535" in panel.connect.toolTip()


def test_wrong_port_can_still_be_cancelled(panel: Panel) -> None:
    panel.page.show_state(CONNECTING)

    panel.edit("portSpin").setText("0")

    assert panel.connect.isEnabled()


@pytest.mark.parametrize("state", [CONNECTING, OPEN], ids=["connecting", "open"])
def test_target_cannot_be_changed_but_copied_while_busy(
    panel: Panel, state: TcpClientState
) -> None:
    panel.page.show_state(state)

    for name in ("hostEdit", "portSpin"):
        assert panel.edit(name).isReadOnly()
        assert panel.edit(name).isEnabled()


def test_dns_choice_goes_along(qtbot: QtBot, panel: Panel) -> None:
    combo = part(panel.page, QComboBox, "dnsCombo")
    combo.setCurrentText("ipv6")

    with qtbot.waitSignal(panel.page.connect_requested) as asked:
        qtbot.mouseClick(panel.connect, LEFT)

    assert asked.args == ["localhost", "8080", "ipv6"]


def test_f5_reconnects_an_open_connection(qtbot: QtBot, panel: Panel) -> None:
    panel.page.show_state(OPEN)

    with qtbot.waitSignal(panel.page.reconnect_requested) as asked:
        panel.page.request_connect()

    assert asked.args == ["localhost", "8080", "any"]


@pytest.mark.parametrize(
    ("is_paused", "text"), [(False, "Pause"), (True, "Resume")], ids=["reading", "paused"]
)
def test_pause_button_asks_for_the_other_state(
    qtbot: QtBot, panel: Panel, is_paused: bool, text: str
) -> None:
    panel.page.show_state(replace(OPEN, is_paused=is_paused))
    button = panel.button("pauseButton")

    with qtbot.waitSignal(panel.page.pause_requested) as asked:
        qtbot.mouseClick(button, LEFT)

    assert (button.text(), asked.args) == (text, [not is_paused])


@pytest.mark.parametrize("state", [IDLE, CONNECTING, CLOSED], ids=["idle", "connecting", "closed"])
def test_there_is_nothing_to_pause_without_a_connection(
    panel: Panel, state: TcpClientState
) -> None:
    panel.page.show_state(state)

    assert not panel.button("pauseButton").isEnabled()


def test_notice_appears_and_can_be_sent_away(qtbot: QtBot, panel: Panel) -> None:
    panel.page.show_state(TcpClientState(notice=Notice(message=Message.HOST_MISSING)))
    notice = part(panel.page, NoticeBar, "notice")
    assert notice.isVisible()

    with qtbot.waitSignal(panel.page.notice_dismissed):
        qtbot.mouseClick(notice.findChild(QToolButton, "dismissButton"), LEFT)


def test_wrong_host_is_marked_at_the_field(panel: Panel) -> None:
    wrong = Notice(message=Message.HOST_MISSING, field=Field.HOST)

    panel.page.show_state(TcpClientState(notice=wrong))

    assert panel.edit("hostEdit").property("invalid") is True


def test_mark_goes_as_soon_as_the_host_is_edited(qtbot: QtBot, panel: Panel) -> None:
    wrong = Notice(message=Message.HOST_MISSING, field=Field.HOST)
    panel.page.show_state(TcpClientState(notice=wrong))

    qtbot.keyClicks(panel.edit("hostEdit"), "h")

    assert panel.edit("hostEdit").property("invalid") is False


def test_long_connect_shows_that_it_is_under_way(qtbot: QtBot, panel: Panel) -> None:
    bar = part(panel.page, QWidget, "connectingBar")

    panel.page.show_state(CONNECTING)
    was_visible = bar.isVisible()

    qtbot.waitUntil(bar.isVisible)
    assert not was_visible


def test_options_open_and_close(qtbot: QtBot, panel: Panel) -> None:
    name = panel.edit("nameEdit")
    before = name.isVisible()

    qtbot.mouseClick(panel.button("optionsButton"), LEFT)

    assert (before, name.isVisible()) == (False, True)


def test_fields_come_back_as_they_were_shown(panel: Panel) -> None:
    entry = TcpClientEntry(
        title="probe",
        host="::1",
        port=1,
        dns="ipv6",
        name="n",
        persistent=True,
        buffer_size=9,
        keep_alive=True,
        keep_alive_delay_s=30,
        no_delay=True,
    )

    panel.page.show_fields(entry)

    assert panel.page.fields("probe") == entry


def test_shown_fields_name_the_page_and_change_nothing(qtbot: QtBot, panel: Panel) -> None:
    entry = msgspec.structs.replace(TARGET, title="other", host="h")

    with qtbot.assertNotEmitted(panel.page.edited):
        panel.page.show_fields(entry)

    assert panel.page.property("panelName") == "other"


def test_port_that_is_none_is_kept_as_none(panel: Panel) -> None:
    panel.edit("portSpin").setText("70000")

    assert panel.page.fields("probe").port is None


def test_edits_are_told_for_the_session(qtbot: QtBot, panel: Panel) -> None:
    with qtbot.waitSignal(panel.page.edited):
        qtbot.keyClicks(panel.edit("hostEdit"), "x")


def test_changed_option_is_told(qtbot: QtBot, panel: Panel) -> None:
    qtbot.mouseClick(panel.button("optionsButton"), LEFT)
    qtbot.keyClicks(panel.edit("nameEdit"), "n")

    with qtbot.waitSignal(panel.page.options_changed) as told:
        qtbot.keyClick(panel.edit("nameEdit"), Qt.Key.Key_Return)

    assert told.args == [TcpClientOptions(name="n")]


def test_hosts_of_before_are_offered(panel: Panel) -> None:
    panel.page.show_history(["example.org", "localhost"])

    completer = panel.edit("hostEdit").completer()
    completer.setCompletionPrefix("EXAM")
    assert completer.currentCompletion() == "example.org"


@pytest.mark.parametrize("width_px", [560, 900], ids=["narrow", "wide"])
def test_no_control_is_clipped(qapp: QApplication, panel: Panel, width_px: int) -> None:
    qapp.processEvents()
    panel.button("optionsButton").click()
    panel.page.resize(width_px, 430)
    qapp.processEvents()

    assert panel.page.minimumSizeHint().width() <= width_px
    controls = (QPushButton, QLineEdit, QComboBox, PortSpin)
    for control in (found for kind in controls for found in panel.page.findChildren(kind)):
        widget = cast("QWidget", control)
        if widget.isVisible():
            assert widget.width() >= widget.minimumSizeHint().width()
            right = widget.mapTo(panel.page, widget.rect().topRight()).x()
            assert right < width_px


def test_narrow_strip_has_two_rows(qapp: QApplication, panel: Panel) -> None:
    panel.page.resize(560, 430)
    qapp.processEvents()

    host_y = panel.edit("hostEdit").mapTo(panel.page, panel.edit("hostEdit").rect().topLeft()).y()
    button_y = panel.connect.mapTo(panel.page, panel.connect.rect().topLeft()).y()
    assert button_y > host_y + 10


def test_address_can_be_reached_by_key(panel: Panel) -> None:
    panel.page.focus_address()

    assert panel.edit("hostEdit").selectedText() == "localhost"
