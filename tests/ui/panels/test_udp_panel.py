"""The UDP panel draws its state, and every wish leaves as a signal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socket_workbench.net.adapters import Adapter, Family
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.udp_state import UdpLocal, UdpOptions, UdpState
from socket_workbench.session.udp_entries import UdpEntry
from socket_workbench_ui.panels.udp import UdpPanel, UdpParts
from socket_workbench_ui.theme import Looks
from support.parts import part

LEFT = Qt.MouseButton.LeftButton
ENTRY = UdpEntry(title="beacon", address="127.0.0.1", port=7, peer_host="h", peer_port=9)
BOUND = UdpState(is_bound=True, label="udp 1", local=Endpoint("127.0.0.1", 4711))
ETH = Adapter(
    name="eth0",
    index=2,
    address="192.0.2.2",
    prefix_length=24,
    family=Family.IPV4,
    is_up=True,
)
LINK_LOCAL = Adapter(
    name="eth0", index=2, address="fe80::1", prefix_length=64, family=Family.IPV6, is_up=True
)


class Panel:
    """The panel with handles to its widgets."""

    def __init__(self, qtbot: QtBot, looks: Looks) -> None:
        self.page = UdpPanel(looks, UdpParts(QWidget(), QWidget(), QWidget()))
        qtbot.addWidget(self.page)
        self.page.show_fields(ENTRY)
        self.page.resize(900, 600)
        self.page.show()

    def button(self, name: str) -> QPushButton:
        return part(self.page, QPushButton, name)

    def edit(self, name: str) -> QLineEdit:
        return part(self.page, QLineEdit, name)

    def label(self, name: str) -> str:
        return part(self.page, QLabel, name).text()


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Panel:
    return Panel(qtbot, Looks(qapp, "light"))


def test_click_binds_and_the_next_one_unbinds(qtbot: QtBot, panel: Panel) -> None:
    with qtbot.waitSignal(panel.page.bind_requested) as asked:
        qtbot.mouseClick(panel.button("bindButton"), LEFT)
    panel.page.show_state(BOUND)

    assert asked.args == [UdpLocal("127.0.0.1", "7")]
    assert panel.button("bindButton").text() == "Unbind"
    with qtbot.waitSignal(panel.page.unbind_requested):
        qtbot.mouseClick(panel.button("bindButton"), LEFT)


@pytest.mark.parametrize("name", ["addressEdit", "portSpin"])
def test_enter_binds_only_while_unbound(qtbot: QtBot, panel: Panel, name: str) -> None:
    with qtbot.waitSignal(panel.page.bind_requested):
        qtbot.keyClick(panel.edit(name), Qt.Key.Key_Return)
    panel.page.show_state(BOUND)

    with qtbot.assertNotEmitted(panel.page.unbind_requested):
        qtbot.keyClick(panel.edit(name), Qt.Key.Key_Return)


def test_f5_while_bound_binds_anew(qtbot: QtBot, panel: Panel) -> None:
    panel.page.show_state(BOUND)

    with qtbot.waitSignal(panel.page.rebind_requested):
        panel.page.request_bind()


def test_local_end_is_fixed_while_bound_but_the_target_is_not(panel: Panel) -> None:
    panel.page.show_state(BOUND)

    assert panel.edit("addressEdit").isReadOnly()
    assert panel.edit("portSpin").isReadOnly()
    assert not panel.edit("hostEdit").isReadOnly()


def test_chosen_port_granted_buffer_and_drops_are_shown(panel: Panel) -> None:
    panel.page.show_state(replace(BOUND, granted_bytes=212_992, dropped=1500))

    assert panel.label("boundLabel") == "udp 1 is bound to 127.0.0.1:4711"
    assert panel.label("grantedLabel") == "212\u2009992 granted"
    assert panel.label("droppedLabel") == "dropped by the kernel: 1\u2009500"


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (Field.ADDRESS, "addressEdit"),
        (Field.PORT, "portSpin"),
        (Field.HOST, "hostEdit"),
        (Field.PEER_PORT, "peerPortSpin"),
    ],
)
def test_notice_takes_the_cursor_to_what_is_wrong(panel: Panel, field: Field, name: str) -> None:
    panel.edit(name).setText("wrong")
    panel.page.show_state(
        UdpState(notice=Notice(message=Message.DATAGRAM_HOST_MISSING, field=field))
    )

    assert panel.edit(name).selectedText() == "wrong"


def test_wrong_local_port_disables_the_button(panel: Panel) -> None:
    panel.edit("portSpin").setText("70000")

    assert not panel.button("bindButton").isEnabled()
    assert "0 to 65535" in panel.button("bindButton").toolTip()


def test_pause_only_while_bound(qtbot: QtBot, panel: Panel) -> None:
    assert not panel.button("pauseButton").isEnabled()
    panel.page.show_state(BOUND)

    with qtbot.waitSignal(panel.page.pause_requested) as asked:
        qtbot.mouseClick(panel.button("pauseButton"), LEFT)

    assert asked.args == [True]


def test_changed_options_are_told_together(qtbot: QtBot, panel: Panel) -> None:
    spin = part(panel.page, QSpinBox, "receiveBufferSpin")

    with qtbot.waitSignal(panel.page.options_changed) as told:
        spin.setValue(100_000)

    assert told.args == [UdpOptions(receive_buffer_bytes=100_000)]


def test_addresses_of_the_machine_are_offered_but_not_those_with_a_zone(
    qtbot: QtBot, panel: Panel
) -> None:
    panel.page.show_adapters((ETH, LINK_LOCAL))

    qtbot.keyClick(panel.edit("addressEdit"), Qt.Key.Key_Down)
    menu = part(panel.edit("addressEdit"), QMenu, "addressMenu")
    offered = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.actions()[-1].trigger()
    menu.close()

    assert offered == ["0.0.0.0", "::", "192.0.2.2"]
    assert panel.edit("addressEdit").text() == "192.0.2.2"


def test_adapter_stays_chosen_when_it_goes_and_comes(panel: Panel) -> None:
    combo = part(panel.page, QComboBox, "adapterCombo")
    panel.page.show_adapters((ETH, LINK_LOCAL))
    combo.setCurrentIndex(1)

    panel.page.show_adapters(())
    assert combo.currentText() == "eth0 (not there)"
    panel.page.show_adapters((ETH,))

    assert combo.currentText() == "eth0 (192.0.2.2)"
    assert panel.page.fields("beacon").adapter == "eth0"


@pytest.mark.parametrize("size", [(560, 420), (900, 600)], ids=["narrow", "wide"])
@pytest.mark.parametrize("has_options", [False, True], ids=["closed", "options"])
def test_no_control_of_the_strip_is_clipped(
    qapp: QApplication, panel: Panel, size: tuple[int, int], has_options: bool
) -> None:
    if has_options:
        panel.button("optionsButton").click()
    panel.page.resize(*size)
    qapp.processEvents()

    names = ("addressEdit", "portSpin", "hostEdit", "peerPortSpin")
    fields: list[QWidget] = [panel.edit(name) for name in names]
    fields += [panel.button(name) for name in ("optionsButton", "pauseButton", "bindButton")]
    for field in fields:
        assert field.height() >= field.minimumSizeHint().height()
        assert field.width() >= field.minimumSizeHint().width()
        corner = QPoint(field.width(), field.height())
        assert panel.page.rect().contains(field.mapTo(panel.page, corner))
