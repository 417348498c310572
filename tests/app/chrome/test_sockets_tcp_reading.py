"""chrome.sockets.tcp: one read in flight, pausing, the ends of a connection."""

import asyncio
import socket
from collections.abc import Mapping
from typing import Any

import pytest

from socket_workbench.capture.records import Direction
from socket_workbench.chrome.slips import Compat
from support.chrome_apps import (
    Collected,
    RecordingCapture,
    connected,
    echo,
    eventually,
    never_reads,
    paused,
    reset_at_once,
    running_app,
    sending,
    serving,
)

LONG = bytes(range(256)) * 1200


@pytest.mark.parametrize("size", [1000, 4096, 65535, 70000, 1 << 20])
async def test_reads_are_cut_to_the_buffer_and_nothing_is_lost(size: int) -> None:
    async with serving(sending(LONG)) as port, running_app() as app:
        received = Collected(app.sockets.tcp.onReceive)
        errors = Collected(app.sockets.tcp.onReceiveError)
        await connected(app, port, bufferSize=size)
        await errors.count(1)

    assert received.data == LONG
    assert max(len(info["data"]) for info in received.infos) <= size


async def arrived(app: Any, size: int) -> None:
    """Wait until the kernel has bytes of the first socket, and the end after them."""
    raw = app.sockets.tcp.sockets[1].link.stream.plain_socket
    await eventually(lambda: peeked(raw, size) >= size)


def peeked(raw: socket.socket, size: int) -> int:
    try:
        return len(raw.recv(size, socket.MSG_PEEK))
    except BlockingIOError:
        return 0


async def test_pausing_lets_one_more_chunk_through() -> None:
    async with serving(echo) as port, running_app() as app:
        tcp = app.sockets.tcp
        received = Collected(tcp.onReceive)
        await connected(app, port)
        await tcp.setPaused(1, True)
        await tcp.send(1, b"first")
        await received.count(1)
        await tcp.send(1, b"second")
        await arrived(app, 6)
        assert len(received.infos) == 1

        await tcp.setPaused(1, False)

        assert await received.received_bytes(11) == b"firstsecond"


async def test_pausing_in_the_listener_is_flow_control_without_loss() -> None:
    async with serving(sending(LONG[:5000])) as port, running_app() as app:
        tcp = app.sockets.tcp

        def throttle(_: Mapping[str, Any]) -> None:
            tcp.setPaused(1, True, lambda: tcp.setPaused(1, False))

        received, errors = Collected(tcp.onReceive), Collected(tcp.onReceiveError)
        tcp.onReceive.addListener(throttle)
        await connected(app, port, bufferSize=100)
        await errors.count(1)

    assert received.data == LONG[:5000]


async def test_accepts_a_listener_added_after_connect() -> None:
    async with serving(sending(b"banner")) as port, running_app() as app:
        await connected(app, port)
        received = Collected(app.sockets.tcp.onReceive)

        assert await received.received_bytes(6) == b"banner"


@pytest.mark.parametrize(
    ("handler", "cause"), [(sending(b""), "FIN"), (reset_at_once, "ECONNRESET")], ids=["fin", "rst"]
)
async def test_every_end_is_minus_100_and_the_cause_tells_which(handler: Any, cause: str) -> None:
    capture = RecordingCapture()

    async with serving(handler) as port, running_app(capture=capture) as app:
        tcp = app.sockets.tcp
        errors = Collected(tcp.onReceiveError)
        await connected(app, port, name="n")
        await tcp.send(1, b"x")
        await errors.count(1)
        info = await tcp.getInfo(1)
        found = app.find("sockets.tcp", 1)

        assert info == {
            "socketId": 1,
            "persistent": False,
            "paused": True,
            "connected": False,
            "name": "n",
        }
        assert await tcp.send(1, b"x") == {"resultCode": -15}
        assert found is not None
        assert found.cause == cause
    (row,) = capture.named("sockets.tcp.onReceiveError")
    assert (row.code, row.cause, row.peer) == (-100, cause, f"127.0.0.1:{port}")


async def test_half_close_leaves_sending_open_in_documented() -> None:
    heard = asyncio.get_running_loop().create_future()

    async def half_closing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write_eof()
        heard.set_result(await reader.readexactly(5))

    async with serving(half_closing) as port, running_app(Compat.DOCUMENTED) as app:
        errors = Collected(app.sockets.tcp.onReceiveError)
        await connected(app, port)
        await errors.count(1)

        assert (await app.sockets.tcp.getInfo(1))["connected"]
        assert await app.sockets.tcp.send(1, b"still") == {"resultCode": 0, "bytesSent": 5}
        assert await heard == b"still"
        assert await app.sockets.tcp.connect(1, "127.0.0.1", port) == 0


async def test_end_goes_unnoticed_while_paused() -> None:
    async with serving(sending(b"bye")) as port, running_app() as app:
        received = Collected(app.sockets.tcp.onReceive)
        errors = Collected(app.sockets.tcp.onReceiveError)
        await paused(app, port)
        await arrived(app, 3)
        assert (await app.sockets.tcp.getInfo(1))["connected"]

        await app.sockets.tcp.setPaused(1, False)
        await errors.count(1)

    assert received.data == b"bye"


async def test_disconnecting_in_the_listener_stops_at_once() -> None:
    async with serving(sending(LONG)) as port, running_app() as app:
        tcp = app.sockets.tcp
        received, errors = Collected(tcp.onReceive), Collected(tcp.onReceiveError)
        tcp.onReceive.addListener(lambda _: tcp.disconnect(1))
        await connected(app, port)
        await errors.count(1)

        assert len(received.infos) == 1


async def test_reading_waits_while_the_capture_has_no_room() -> None:
    capture = RecordingCapture()

    async with serving(sending(LONG)) as port, running_app(capture=capture) as app:
        received = Collected(app.sockets.tcp.onReceive)
        errors = Collected(app.sockets.tcp.onReceiveError)
        capture.has_space = False
        await connected(app, port)
        await arrived(app, 1000)
        assert received.infos == []

        capture.has_space = True
        capture.space.set()
        await errors.count(1)

    assert received.data == LONG


async def test_events_are_recorded_with_time_bytes_and_peer() -> None:
    capture = RecordingCapture()

    async with serving(sending(b"abc")) as port, running_app(capture=capture) as app:
        received = Collected(app.sockets.tcp.onReceive)
        await connected(app, port)
        await received.count(1)

    (call,) = capture.named("sockets.tcp.connect")
    (row,) = capture.named("sockets.tcp.onReceive")
    assert call.arguments == f'[1,"127.0.0.1",{port},null]'
    assert (call.result, call.code, call.peer) == ("0", 0, f"127.0.0.1:{port}")
    assert (row.data, row.arguments, row.key) == (b"abc", '{"socketId":1}', 1)
    assert (row.direction, row.peer) == (Direction.IN, f"127.0.0.1:{port}")
    assert call.done_ns is not None
    assert call.at_ns < call.done_ns <= row.at_ns


async def test_broken_listener_reaches_on_error_and_reading_goes_on() -> None:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.manifest import Manifest
    from socket_workbench.tasks import TaskScope

    problems: list[str] = []

    def broken(_: object) -> None:
        raise ValueError("mine")

    async with (
        serving(sending(b"abcd")) as port,
        TaskScope(on_error=lambda error, name: problems.append(f"{name}: {error}")) as scope,
    ):
        app = ChromeApp(Manifest.allow_all(), RecordingCapture(), scope)
        app.sockets.tcp.onReceive.addListener(broken)
        received = Collected(app.sockets.tcp.onReceive)
        await connected(app, port, bufferSize=2)
        await received.received_bytes(4)
        await app.aclose()

    assert problems == ["listener of sockets.tcp.onReceive: mine"] * 2


async def test_subscriber_gets_every_event_and_its_gate_holds_reading() -> None:
    seen: list[tuple[str, Mapping[str, Any]]] = []
    gate = RecordingCapture(has_space=False)

    async with serving(sending(b"ab")) as port, running_app() as app:
        errors = Collected(app.sockets.tcp.onReceiveError)
        app.subscribe(lambda name, info: seen.append((name, info)), gate)
        await connected(app, port)
        await arrived(app, 2)
        assert seen == []
        gate.has_space = True
        gate.space.set()
        await errors.count(1)

    assert seen == [
        ("sockets.tcp.onReceive", {"socketId": 1, "data": b"ab"}),
        ("sockets.tcp.onReceiveError", {"socketId": 1, "resultCode": -100}),
    ]


async def test_views_see_live_sockets_and_a_revision_that_grows() -> None:
    async with serving(never_reads) as port, running_app() as app:
        before = app.revision
        with app.panel_scope("probe"):
            await app.sockets.tcp.create()
        made = app.revision
        await app.sockets.tcp.connect(1, "127.0.0.1", port)
        (live,) = app.live()

        assert before < made < app.revision
        assert live.info == await app.sockets.tcp.getInfo(1)
        assert (live.key, live.identity.panel, live.parent) == (1, "probe", None)
        assert (live.is_listening, live.identity.label) == (False, "tcp 1")
        assert app.find("sockets.udp", 1) is None
        assert app.find("sockets.tcp", 2) is None
