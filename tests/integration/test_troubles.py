"""What goes wrong is told where it happened, and the panel can be used again."""

import json
import socket
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from support.desk import Desk, choose
from support.peers import Peer
from support.stories import Story, Tell


@pytest.fixture
def tell(tell: Tell) -> Tell:
    """Give `tell(story)`, which runs a story with a window that has one TCP client."""

    def with_client(*stories: Story, width: int = 0, height: int = 0) -> None:
        for story in stories:

            async def opened(desk: Desk, story: Story = story) -> None:
                desk.do("newTcpClient")
                await story(desk)

            tell(opened, width=width, height=height)

    return with_client


@contextmanager
def silent_listener() -> Iterator[int]:
    """A port whose queue is full, so that connecting to it gets no answer."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        callers = [socket.socket() for _ in range(4)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(listener.getsockname())
        try:
            yield listener.getsockname()[1]
        finally:
            for caller in callers:
                caller.close()


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def connects_now(desk: Desk) -> None:
    """The panel's socket can still be used."""
    async with Peer.listening() as peer:
        await desk.connect_and_wait(*peer.address)
        desk.type("composer", "again")
        desk.click("sendButton")
        await desk.until(lambda: bytes(peer.received) == b"again")
        desk.click("connectButton")
        await desk.until(lambda: desk.text("connectButton") != "Disconnect")


def test_refused_connection(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await desk.connect("127.0.0.1", closed_port())
        await desk.until(lambda: "-102 CONNECTION_REFUSED" in desk.notice())
        assert "ECONNREFUSED" in desk.notice()
        assert await desk.row("eventLog", "sockets.tcp.connect", "-102", "ECONNREFUSED")
        await connects_now(desk)

    tell(story)


def test_unknown_name(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await desk.connect("no-such-host.invalid", 80)
        await desk.until(lambda: "-105 NAME_NOT_RESOLVED" in desk.notice(), patience_s=20)
        assert "no-such-host.invalid" in desk.notice()
        await connects_now(desk)

    tell(story)


def test_silent_address_is_cancelled(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        with silent_listener() as port:
            await desk.connect("127.0.0.1", port)
            await desk.until(lambda: desk.text("connectButton") == "Cancel")
            assert await desk.row("eventLog", "sockets.tcp.connect", "…")
            desk.click("connectButton")
            await desk.until(lambda: "-3 ABORTED" in desk.notice())
            assert "local" in desk.notice()
            await connects_now(desk)

    tell(story)


def test_peer_resets_while_we_send(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "large.bin").write_bytes(bytes(30_000_000))

    async def story(desk: Desk) -> None:
        async with Peer.listening(reads=False) as peer:
            await desk.connect_and_wait(*peer.address)
            await peer.connected.wait()
            choose(desk, "formatCombo", "File")
            desk.type("filePathEdit", str(tmp_path / "large.bin"))
            desk.click("sendButton")
            await desk.row("eventLog", "sockets.tcp.send", "…")
            peer.reset()
            await desk.until(lambda: "ECONNRESET" in desk.notice())
            # The send or the read meets the reset, whichever comes first.
            assert "-2 FAILED" in desk.notice() or "-100 CONNECTION_CLOSED" in desk.notice()
        choose(desk, "formatCombo", "Text")
        await connects_now(desk)

    tell(story)


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        pytest.param("", "80", "host", id="empty-host"),
        pytest.param("a host", "80", "space", id="host-with-spaces"),
    ],
)
def test_wrong_host_is_told_and_nothing_is_called(
    tell: Tell, host: str, port: str, said: str
) -> None:
    async def story(desk: Desk) -> None:
        await desk.connect(host, port)

        await desk.until(lambda: said in desk.notice().lower())
        assert desk.find(QWidget, "hostEdit").property("invalid")
        assert not any("connect" in row for row in desk.rows("eventLog"))

    tell(story)


@pytest.mark.parametrize("port", ["0", "70000", "http", ""])
def test_wrong_port_is_marked_kept_and_disables_the_button(tell: Tell, port: str) -> None:
    async def story(desk: Desk) -> None:
        desk.type("hostEdit", "localhost")
        desk.type("portSpin", port)

        assert desk.text("portSpin") == port
        assert not desk.find(QPushButton, "connectButton").isEnabled()

    tell(story)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        pytest.param("Hex", "0a f", id="odd-hex"),
        pytest.param("Hex", "0g", id="no-hex-digit"),
        pytest.param("Text", "end\\", id="lone-backslash"),
        pytest.param("Text", r"\q", id="unknown-escape"),
        pytest.param("Text", r"\x4", id="short-escape"),
        pytest.param("Base64", "a*b=", id="no-base64"),
    ],
)
def test_wrong_composer_text_is_never_sent(tell: Tell, form: str, text: str) -> None:
    async def story(desk: Desk) -> None:
        async with Peer.listening() as peer:
            await desk.connect_and_wait(*peer.address)
            await peer.connected.wait()
            choose(desk, "formatCombo", form)
            desk.type("composer", text)
            desk.press("Ctrl+Return")
            await desk.until(lambda: not desk.find(QPushButton, "sendButton").isEnabled())

            assert not any("sockets.tcp.send" in row for row in desk.rows("eventLog"))
            assert not peer.received

    tell(story)


SESSIONS = {
    "truncated": '{"version": 1, "panels": [',
    "newer": json.dumps({"version": 2, "panels": []}),
    "wrong-type": json.dumps({"version": 1, "panels": [{"kind": "tcpClient", "title": 7}]}),
    "not-json": "hello",
    "empty": "",
}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("truncated", "ends too early", id="truncated"),
        pytest.param("newer", "newer version", id="newer-version"),
        pytest.param("wrong-type", "$.panels[0].title", id="wrong-type"),
        pytest.param("not-json", "line 1, column 1", id="not-json"),
        pytest.param("empty", "empty", id="empty"),
        pytest.param("gone", "no such file", id="gone"),
    ],
)
def test_wrong_session_file_is_told_and_keeps_the_panels(
    tell: Tell, tmp_path: Path, name: str, said: str
) -> None:
    path = tmp_path / f"{name}.swb"
    if name in SESSIONS:
        path.write_text(SESSIONS[name], encoding="utf-8")

    async def story(desk: Desk) -> None:
        desk.type("composer", "typed")
        desk.workbench.document.open_requested(path)
        await desk.until(lambda: bool(desk.window.messages.texts()))

        (text,) = desk.window.messages.texts()
        assert str(path) in text
        assert said in text
        assert desk.saved_panel().composer.text == "typed"

    tell(story)


@asynccontextmanager
async def full_disk(desk: Desk) -> AsyncGenerator[None]:
    """Let the capture's file grow no further."""
    capture = desk.capture
    capture.limit_size(0)
    try:
        yield
    finally:
        capture.limit_size(None)


def test_full_disk_is_told_and_nothing_is_lost_once_there_is_room(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        async with Peer.listening() as peer:
            await desk.connect_and_wait(*peer.address)
            await peer.connected.wait()
            async with full_disk(desk):
                await peer.send(b"x" * 2_000_000)
                await desk.until(
                    lambda: any("disk is full" in text for text in desk.window.messages.texts())
                )
                desk.type("composer", "still typing")
            await desk.until(lambda: not desk.window.messages.texts())
            await desk.until(lambda: desk.capture.totals().bytes_in == 2_000_000)

            assert desk.saved_panel().composer.text == "still typing"

    tell(story)
