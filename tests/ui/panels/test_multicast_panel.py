"""The multicast panel draws its state, and every wish leaves as a signal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.multicast_diagnosis import Finding, Group, Reason
from socket_workbench.panels.multicast_state import (
    MulticastOptions,
    MulticastState,
    MulticastTarget,
)
from socket_workbench.panels.notice import Notice
from socket_workbench.session.udp_entries import MulticastEntry
from socket_workbench_ui.multicast_texts import finding_text
from socket_workbench_ui.panels.multicast import MulticastPanel, MulticastParts
from socket_workbench_ui.theme import Looks
from support.parts import part

LEFT = Qt.MouseButton.LeftButton
ENTRY = MulticastEntry(title="beacon", group="239.1.2.3", port=5000, share_port=False)
GROUPS = (Group("239.1.2.3", "eth0", is_joined=True), Group("ff02::fb"))
JOINED = MulticastState(is_bound=True, port=5000, groups=GROUPS)
VALUES = {
    "count": 1500,
    "group": "239.1.2.3",
    "port": 5000,
    "bound": 6000,
    "adapter": "eth0",
    "sender": "wlan0",
    "family": "IPv6",
}


class Panel:
    """The panel with handles to its widgets."""

    def __init__(self, qtbot: QtBot, looks: Looks) -> None:
        self.page = MulticastPanel(looks, MulticastParts(QWidget(), QWidget()))
        qtbot.addWidget(self.page)
        self.page.show_fields(ENTRY)
        self.page.resize(900, 600)
        self.page.show()

    def button(self, name: str) -> QPushButton:
        return part(self.page, QPushButton, name)

    def edit(self, name: str) -> QLineEdit:
        return part(self.page, QLineEdit, name)

    @property
    def groups(self) -> QListWidget:
        return part(self.page, QListWidget, "groupList")

    @property
    def diagnosis(self) -> QLabel:
        return part(self.page, QLabel, "diagnosisLabel")


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Panel:
    return Panel(qtbot, Looks(qapp, "light"))


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words_without_gaps(reason: Reason) -> None:
    text = finding_text(Finding(reason, dict(VALUES)))

    assert text
    assert "{" not in text


def test_group_that_is_not_typed_is_called_the_group() -> None:
    assert finding_text(Finding(Reason.NOT_JOINED, {"group": ""})).startswith("The group is not")


def test_first_reason_is_shown_and_all_are_in_the_tip(panel: Panel) -> None:
    findings = (Finding(Reason.PAUSED), Finding(Reason.TTL_ZERO))

    panel.page.show_state(replace(JOINED, findings=findings))

    assert "paused" in panel.diagnosis.text()
    assert panel.diagnosis.toolTip().count("\n") == 1
    assert "TTL is 0" in panel.diagnosis.toolTip()


def test_join_asks_for_what_is_typed(qtbot: QtBot, panel: Panel) -> None:
    with qtbot.waitSignal(panel.page.join_requested) as asked:
        qtbot.mouseClick(panel.button("joinButton"), LEFT)

    assert asked.args == [MulticastTarget("239.1.2.3", "5000")]


def test_port_is_fixed_while_bound_and_the_group_is_not(panel: Panel) -> None:
    panel.page.show_state(JOINED)

    assert panel.edit("portSpin").isReadOnly()
    assert not panel.edit("groupEdit").isReadOnly()
    assert panel.button("closeButton").isEnabled()


def test_wrong_port_disables_join(panel: Panel) -> None:
    panel.edit("portSpin").setText("0")

    assert not panel.button("joinButton").isEnabled()
    assert "1 to 65535" in panel.button("joinButton").toolTip()


def test_groups_say_where_they_are_joined(panel: Panel) -> None:
    panel.page.show_state(JOINED)

    texts = [panel.groups.item(row).text() for row in range(panel.groups.count())]
    assert texts == ["● 239.1.2.3 · eth0", "○ ff02::fb"]
    assert "joined on eth0" in panel.groups.item(0).toolTip()
    assert "system chose" in panel.groups.item(1).toolTip()


def test_leave_asks_for_the_selected_groups(qtbot: QtBot, panel: Panel) -> None:
    panel.page.show_state(JOINED)
    assert not panel.button("leaveButton").isEnabled()
    panel.groups.item(1).setSelected(True)

    with qtbot.waitSignal(panel.page.leave_requested) as asked:
        qtbot.mouseClick(panel.button("leaveButton"), LEFT)

    assert asked.args == [["ff02::fb"]]


def test_only_group_need_not_be_selected(qtbot: QtBot, panel: Panel) -> None:
    panel.page.show_state(replace(JOINED, groups=GROUPS[:1]))

    with qtbot.waitSignal(panel.page.leave_requested) as asked:
        qtbot.mouseClick(panel.button("leaveButton"), LEFT)

    assert asked.args == [["239.1.2.3"]]


def test_clicked_group_becomes_the_target(panel: Panel) -> None:
    panel.page.show_state(JOINED)

    panel.groups.itemClicked.emit(panel.groups.item(1))

    assert panel.page.strip.target().group == "ff02::fb"


def test_selection_stays_when_groups_come(panel: Panel) -> None:
    panel.page.show_state(JOINED)
    panel.groups.item(1).setSelected(True)

    panel.page.show_state(replace(JOINED, groups=(*GROUPS, Group("239.9.9.9"))))

    assert [item.text() for item in panel.groups.selectedItems()] == ["○ ff02::fb"]


def test_options_are_told_with_ttl_and_loopback(qtbot: QtBot, panel: Panel) -> None:
    ttl = part(panel.page, QSpinBox, "ttlSpin")
    loopback = part(panel.page, QCheckBox, "loopbackCheck")
    ttl.setValue(3)

    with qtbot.waitSignal(panel.page.options_changed) as told:
        loopback.click()

    assert told.args == [MulticastOptions(time_to_live=3, loopback=False)]


def test_wrong_group_is_marked_until_it_is_edited(qtbot: QtBot, panel: Panel) -> None:
    wrong = Notice(message=Message.GROUP_WRONG, values={"group": "x"}, field=Field.GROUP)
    panel.page.show_state(MulticastState(notice=wrong))
    was_marked = panel.edit("groupEdit").property("invalid")

    qtbot.keyClicks(panel.edit("groupEdit"), "2")

    assert (was_marked, panel.edit("groupEdit").property("invalid")) == (True, False)


@pytest.mark.parametrize("size", [(560, 420), (900, 600)], ids=["narrow", "wide"])
def test_no_control_of_the_strip_is_clipped(
    qapp: QApplication, panel: Panel, size: tuple[int, int]
) -> None:
    panel.page.resize(*size)
    qapp.processEvents()

    fields: list[QWidget] = [panel.edit(name) for name in ("groupEdit", "portSpin")]
    names = ("joinButton", "optionsButton", "pauseButton", "closeButton")
    fields += [panel.button(name) for name in names]
    for field in fields:
        assert field.height() >= field.minimumSizeHint().height()
        assert field.width() >= field.minimumSizeHint().width()
        corner = QPoint(field.width(), field.height())
        assert panel.page.rect().contains(field.mapTo(panel.page, corner))
