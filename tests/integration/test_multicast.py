"""The multicast panel at work: join, talk to a group, and hear why nothing arrives."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QSpinBox

from socket_workbench.net.adapters import find_adapters
from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry
from socket_workbench_ui.panels.multicast import MulticastPanel
from socket_workbench_ui.widgets.adapter_table import AdapterTable
from support.datagrams import LOOPBACK_NAME, far_end
from support.desk import Desk
from support.ports import UDP, free_port
from support.stories import Tell

FOUR, FIVE = "239.255.77.4", "239.255.77.5"


async def choose_adapter(desk: Desk, name: str) -> None:
    """Pick an adapter as soon as it is offered."""
    box = desk.find(QComboBox, "adapterCombo")
    await desk.until(lambda: any(box.itemText(n).startswith(name) for n in range(box.count())))
    at = next(n for n in range(box.count()) if box.itemText(n).startswith(name))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def groups(desk: Desk) -> list[str]:
    """The rows of the list of groups; a filled circle stands for a joined one."""
    shown = desk.find(QListWidget, "groupList")
    return [shown.item(row).text() for row in range(shown.count())]


async def join(desk: Desk, group: str, port: int) -> None:
    """Join on loopback in the panel in front."""
    await choose_adapter(desk, LOOPBACK_NAME)
    desk.type("groupEdit", group)
    desk.type("portSpin", str(port))
    desk.click("joinButton")
    await desk.until(lambda: f"● {group} · {LOOPBACK_NAME}" in groups(desk))


def say(desk: Desk, text: str) -> None:
    desk.type("composer", text)
    desk.click("sendButton")


def test_joined_group_is_heard_and_sent_to(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newMulticast")
        assert "nothing is joined" in desk.text("diagnosisLabel")
        await join(desk, FOUR, free_port(UDP))
        say(desk, "hello all")

        await desk.row("conversationTable", "→", "hello all")
        await desk.row("conversationTable", "←", "hello all")
        await desk.until(lambda: "Receiving: 1" in desk.text("diagnosisLabel"))

    tell(story)


def test_several_groups_are_joined_left_and_joined_again(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newMulticast")
        port = free_port(UDP)
        for group in (FOUR, FIVE):
            await join(desk, group, port)
        desk.find(QListWidget, "groupList").item(0).setSelected(True)
        desk.click("leaveButton")
        await desk.until(lambda: groups(desk) == [f"● {FIVE} · {LOOPBACK_NAME}"])
        desk.click("closeButton")
        await desk.until(lambda: groups(desk) == [f"○ {FIVE} · {LOOPBACK_NAME}"])
        desk.do("connect")

        await desk.until(lambda: groups(desk) == [f"● {FIVE} · {LOOPBACK_NAME}"])

    tell(story)


def test_panel_says_why_nothing_arrives(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newMulticast")
        await join(desk, FOUR, free_port(UDP))
        await desk.until(lambda: "All is set here" in desk.text("diagnosisLabel"))
        desk.find(QSpinBox, "ttlSpin").setValue(0)
        await desk.until(lambda: "TTL is 0" in desk.text("diagnosisLabel"))
        desk.find(QSpinBox, "ttlSpin").setValue(1)
        desk.find(QCheckBox, "loopbackCheck").click()
        await desk.until(lambda: "Loopback is off" in desk.text("diagnosisLabel"))
        desk.type("groupEdit", FIVE)
        await desk.until(lambda: f"{FIVE} is not joined" in desk.text("diagnosisLabel"))
        desk.click("pauseButton")

        await desk.until(lambda: "paused" in desk.text("diagnosisLabel"))

    tell(story)


def test_two_panels_hear_each_other_on_one_port(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        port = free_port(UDP)
        for _ in range(2):
            desk.do("newMulticast")
            await join(desk, FOUR, port)
        say(desk, "over there")
        desk.do("previousPanel")

        await desk.row("conversationTable", "←", "over there")

    tell(story)


def test_well_known_group_is_a_click_away(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newMulticast")
        page = desk.page
        assert isinstance(page, MulticastPanel)
        menu = page.strip.presets
        next(act for act in menu.actions() if "239.255.255.250" in act.text()).trigger()

        assert (desk.text("groupEdit"), desk.text("portSpin")) == ("239.255.255.250", "1900")

    tell(story)


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("127.0.0.1", ["127.0.0.1", "no multicast group", "224.0.0.0"]),
        ("", ["no group to join", "224.0.0.0"]),
    ],
    ids=["no group", "nothing"],
)
def test_join_of_what_is_no_group_says_so(tell: Tell, group: str, told: list[str]) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newMulticast")
        desk.type("groupEdit", group)
        desk.type("portSpin", "5000")
        desk.click("joinButton")

        await desk.until(lambda: all(word in desk.notice() for word in told))

    tell(story)


def test_taken_port_and_missing_adapter_are_told(tell: Tell) -> None:
    entry = MulticastEntry(title="m", group=FOUR, share_port=False)

    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.workbench.panels.open(entry)
            desk.type("portSpin", str(far.port))
            desk.click("joinButton")
            await desk.until(lambda: "-147 ADDRESS_IN_USE" in desk.notice())
        desk.workbench.panels.open(MulticastEntry(title="n", group=FOUR, adapter="usb7"))
        desk.type("portSpin", str(free_port(UDP)))
        desk.click("joinButton")

        await desk.until(lambda: "-4 INVALID_ARGUMENT" in desk.notice())
        assert "adapter" in desk.notice()

    tell(story)


def test_groups_of_a_session_are_listed_and_not_joined_by_themselves(tell: Tell) -> None:
    kept = (GroupEntry(group=FOUR, adapter=LOOPBACK_NAME), GroupEntry(group="ff02::fb"))

    async def story(desk: Desk) -> None:
        desk.workbench.panels.open(MulticastEntry(title="beacon", groups=kept))

        assert groups(desk) == [f"○ {FOUR} · {LOOPBACK_NAME}", "○ ff02::fb"]

    tell(story)


def test_message_is_repeated_to_the_group(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newMulticast")
        await join(desk, FOUR, free_port(UDP))
        desk.type("composer", "again")
        desk.find(QSpinBox, "repeatCountSpin").setValue(3)
        desk.find(QSpinBox, "repeatIntervalSpin").setValue(0)
        desk.click("repeatButton")

        await desk.until(lambda: len(desk.rows("conversationTable")) == 6)

    tell(story)


def test_closing_the_window_in_the_middle_of_it(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        for _ in range(2):
            desk.do("newMulticast")
            await join(desk, FOUR, free_port(UDP))
            for _ in range(50):
                desk.click("sendButton")
        desk.do("closePanel")
        await desk.until(lambda: desk.window.tabs.count() == 1)
        for _ in range(50):
            desk.click("sendButton")

    tell(story)


def test_adapter_table_gives_its_adapter_to_the_panel_in_front(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        loopback = next(each for each in find_adapters() if each.is_loopback)
        table = desk.window.findChild(AdapterTable)
        assert isinstance(table, AdapterTable)
        table.multicast_requested.emit(loopback)
        assert isinstance(desk.page, MulticastPanel)
        table.multicast_requested.emit(loopback)

        assert desk.window.tabs.count() == 1
        box = desk.find(QComboBox, "adapterCombo")
        assert box.currentText().startswith(LOOPBACK_NAME)

    tell(story)
