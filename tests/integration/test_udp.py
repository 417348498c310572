"""The UDP panel at work: bind, talk to many, look at one, and what goes wrong."""

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
)

from socket_workbench_ui.panels.udp import UdpPanel
from socket_workbench_ui.widgets.adapter_table import AdapterTable
from support.datagrams import FarEnd, far_end
from support.desk import Desk
from support.stories import Tell


def local_port(desk: Desk) -> int:
    """The port that the panel says it is bound to."""
    return int(desk.text("boundLabel").rpartition(":")[2])


async def bind(desk: Desk, address: str = "127.0.0.1", port: str = "0") -> int:
    desk.type("addressEdit", address)
    desk.type("portSpin", port)
    desk.click("bindButton")
    await desk.until(lambda: desk.text("bindButton") == "Unbind")
    return local_port(desk)


def aim(desk: Desk, far: FarEnd) -> None:
    desk.type("hostEdit", far.host)
    desk.type("peerPortSpin", str(far.port))


def say(desk: Desk, text: str) -> None:
    desk.type("composer", text)
    desk.click("sendButton")


def choose_peer(desk: Desk, text: str) -> None:
    """Click the row of the peer list that holds the text."""
    table = desk.find(QTableView, "peerList")
    row = next(n for n, line in enumerate(desk.rows("peerList")) if text in line)
    table.selectRow(row)


def test_datagrams_go_out_and_come_back(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.do("newUdp")
            port = await bind(desk)
            aim(desk, far)
            say(desk, "ping")
            data, sender = await far.receive()
            far.send(b"", port)
            far.send(b"pong", port)

            sent = await desk.row("conversationTable", "→", "ping")
            received = await desk.row("conversationTable", "←", "pong")
            await desk.until(lambda: len(desk.rows("conversationTable")) == 3)

        assert (data, sender[1]) == (b"ping", port)
        assert "127.0.0.1:" in sent
        assert "127.0.0.1:" in received
        assert desk.rows("conversationTable")[1].split()[1:3] == ["←", "0"]

    tell(story)


def test_sending_binds_first_and_an_empty_datagram_can_be_sent(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.do("newUdp")
            aim(desk, far)
            desk.click("sendButton")

            assert (await far.receive())[0] == b""
        await desk.until(lambda: desk.text("bindButton") == "Unbind")
        await desk.row("conversationTable", "→", " 0 ")

    tell(story)


def test_chosen_peer_is_seen_alone_and_becomes_the_target(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as one, far_end() as two:
            desk.do("newUdp")
            port = await bind(desk)
            for far, text in ((one, b"from one"), (two, b"from two")):
                far.send(text, port)
            await desk.until(lambda: len(desk.rows("peerList")) == 3)
            await desk.until(lambda: len(desk.rows("conversationTable")) == 2)
            choose_peer(desk, str(two.port))

            await desk.until(lambda: len(desk.rows("conversationTable")) == 1)
            assert "from two" in desk.rows("conversationTable")[0]
            say(desk, "answer")
            assert (await two.receive())[0] == b"answer"
            await desk.until(lambda: len(desk.rows("conversationTable")) == 2)
            choose_peer(desk, "All peers")
            await desk.until(lambda: len(desk.rows("conversationTable")) == 3)
            counts = next(row for row in desk.rows("peerList") if str(two.port) in row)

        assert counts.endswith("1 1 8 bytes 6 bytes")

    tell(story)


def test_peer_that_was_named_is_seen_with_what_was_sent_to_its_name(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.do("newUdp")
            port = await bind(desk)
            desk.type("hostEdit", "localhost")
            desk.type("peerPortSpin", str(far.port))
            say(desk, "by name")
            await far.receive()
            far.send(b"by address", port)
            await desk.row("peerList", str(far.port), "10 bytes")
            choose_peer(desk, str(far.port))

            await desk.row("conversationTable", "by address")
            await desk.row("conversationTable", "by name")

    tell(story)


def test_pause_and_resume(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.do("newUdp")
            port = await bind(desk)
            desk.do("pause")
            await desk.until(lambda: desk.text("pauseButton") == "Resume")
            for number in range(2):
                far.send(b"%d" % number, port)
            desk.click("pauseButton")

            await desk.until(lambda: len(desk.rows("conversationTable")) == 2)

    tell(story)


def test_broadcast_is_refused_until_it_is_ticked(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newUdp")
        await bind(desk)
        desk.type("hostEdit", "127.255.255.255")
        desk.type("peerPortSpin", "9")
        say(desk, "everyone")
        await desk.until(lambda: "-10 ACCESS_DENIED" in desk.notice())
        assert "broadcast" in desk.notice()

        desk.find(QCheckBox, "broadcastCheck").click()
        desk.click("sendButton")

        await desk.until(lambda: desk.notice() == "")

    tell(story)


@pytest.mark.parametrize("port", ["", "99999", "8o"])
def test_f5_says_why_it_does_not_bind(tell: Tell, port: str) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newUdp")
        desk.find(QLineEdit, "portSpin").setText(port)
        assert not desk.find(QPushButton, "bindButton").isEnabled()

        desk.do("connect")

        await desk.until(lambda: "no port" in desk.notice())

    tell(story)


@pytest.mark.parametrize(
    ("local", "told"),
    [
        (("localhost", "0"), ["localhost", "IP address"]),
        (("203.0.113.7", "0"), ["-108 ADDRESS_INVALID", "EADDRNOTAVAIL", "adapter table"]),
        (("127.0.0.1", "taken"), ["-147 ADDRESS_IN_USE", "EADDRINUSE", "share port"]),
    ],
    ids=["a name", "not ours", "taken"],
)
def test_bind_that_fails_says_why(tell: Tell, local: tuple[str, str], told: list[str]) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.do("newUdp")
            desk.type("addressEdit", local[0])
            desk.type("portSpin", local[1].replace("taken", str(far.port)))
            desk.click("bindButton")

            await desk.until(lambda: all(word in desk.notice() for word in told))

        assert desk.text("bindButton") == "Bind"

    tell(story)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (("", "9"), ["nobody to send to"]),
        (("127.0.0.1", ""), ["no port to send to"]),
        (("::1", "9"), ["-109 ADDRESS_UNREACHABLE", "bind to ::"]),
        (("nobody.invalid", "9"), ["-105 NAME_NOT_RESOLVED"]),
    ],
    ids=["no host", "no port", "other family", "no such name"],
)
def test_send_that_fails_says_why(tell: Tell, target: tuple[str, str], told: list[str]) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newUdp")
        await bind(desk)
        desk.type("hostEdit", target[0])
        desk.type("peerPortSpin", target[1])
        say(desk, "x")

        await desk.until(lambda: all(word in desk.notice() for word in told))

    tell(story)


def test_too_large_datagrams_are_told_both_ways(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.do("newUdp")
            port = await bind(desk)
            far.send(bytes(5000), port)
            await desk.until(lambda: "4096 bytes" in desk.notice())
            assert "bufferSize" in desk.notice()
            aim(desk, far)
            desk.find(QPlainTextEdit, "composer").setPlainText("x" * 65508)
            await desk.until(desk.find(QPushButton, "sendButton").isEnabled)
            await desk.until(lambda: "65\u2009508" in desk.text("byteCount"))
            desk.click("sendButton")

            await desk.until(lambda: "65,507" in desk.notice())
            assert "-142 MSG_TOO_BIG" in desk.notice()

    tell(story)


def test_message_is_repeated(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            desk.do("newUdp")
            aim(desk, far)
            desk.type("composer", "again")
            desk.find(QSpinBox, "repeatCountSpin").setValue(3)
            desk.find(QSpinBox, "repeatIntervalSpin").setValue(0)
            desk.click("repeatButton")

            assert [(await far.receive())[0] for _ in range(3)] == [b"again"] * 3

    tell(story)


def test_two_panels_talk_to_each_other(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newUdp")
        port = await bind(desk)
        desk.do("newUdp")
        desk.type("hostEdit", "127.0.0.1")
        desk.type("peerPortSpin", str(port))
        say(desk, "over there")
        await desk.row("conversationTable", "→", "over there")
        desk.do("previousPanel")

        await desk.row("conversationTable", "←", "over there")

    tell(story)


def test_unbind_closes_and_f5_binds_again(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newUdp")
        await bind(desk)
        desk.do("disconnect")
        await desk.until(lambda: desk.text("bindButton") == "Bind")
        desk.do("connect")
        await desk.until(lambda: desk.text("bindButton") == "Unbind")
        desk.do("connect")

        await desk.until(lambda: "udp 3" in desk.text("boundLabel"))

    tell(story)


def test_closing_panel_or_window_in_the_middle_of_a_flood(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with far_end() as far:
            ports: list[int] = []
            for _ in range(2):
                desk.do("newUdp")
                ports.append(await bind(desk))
            for port in ports:
                for _ in range(150):
                    far.send(b"x" * 64, port)
            await desk.until(lambda: bool(desk.rows("conversationTable")))
            desk.do("closePanel")
            await desk.until(lambda: desk.window.tabs.count() == 1)
            for _ in range(150):
                far.send(b"x" * 64, ports[0])

    tell(story)


def test_adapter_table_gives_its_address_to_the_panel_in_front(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await desk.until(lambda: bool(desk.workbench.adapters.adapters))
        table = desk.window.findChild(AdapterTable)
        assert isinstance(table, AdapterTable)
        table.bind_requested.emit("127.0.0.1")
        assert isinstance(desk.page, UdpPanel)
        assert desk.text("addressEdit") == "127.0.0.1"
        table.bind_requested.emit("::1")

        assert desk.window.tabs.count() == 1
        assert desk.text("addressEdit") == "::1"

    tell(story)
