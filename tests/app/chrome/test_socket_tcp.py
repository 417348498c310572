"""chrome.socket on TCP: reads and accepts on demand, errors without a text."""

import asyncio
import socket
from typing import Any

import pytest

from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from support.chrome_apps import (
    Collected,
    RecordingCapture,
    discard,
    echo,
    hanging_port,
    never_reads,
    refusing_port,
    reset_at_once,
    running_app,
    sending,
    serving,
)

NOTHING = {"resultCode": 0, "data": b""}


async def client(app: Any, port: int) -> int:
    made = await app.socket.create("tcp", {})
    assert await app.socket.connect(made["socketId"], "127.0.0.1", port) == 0
    return made["socketId"]


async def test_conversation() -> None:
    capture = RecordingCapture()

    async with serving(echo) as port, running_app(capture=capture) as app:
        await client(app, port)
        assert await app.socket.write(1, b"hello") == {"bytesWritten": 5}
        assert await app.socket.read(1) == {"resultCode": 5, "data": b"hello"}
        info = await app.socket.getInfo(1)

        assert (info["socketType"], info["connected"]) == ("tcp", True)
        assert (info.get("peerPort"), info.get("localAddress")) == (port, "127.0.0.1")
        assert await app.socket.connect(1, "127.0.0.1", port) == -23
    assert [row.data for row in capture.named("socket.read")] == [b"", b"hello"]


@pytest.mark.parametrize("port", [-1, 65536])
async def test_ports_do_not_wrap(port: int) -> None:
    async with running_app() as app:
        await app.socket.create("udp")
        for call in (
            app.socket.connect(9, "h", port),
            app.socket.bind(1, "127.0.0.1", port),
            app.socket.sendTo(1, b"", "h", port),
        ):
            with pytest.raises(ApiError, match="Port must be a value between 0 and 65535"):
                await call


async def test_network_errors_have_no_text() -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        with refusing_port() as port:
            pending = app.socket.connect(1, "127.0.0.1", port)

            assert await pending == -102
        assert pending.last_error is None


async def test_look_up_failures_have_a_text() -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        pending = app.socket.connect(1, "", 9)

        assert await pending == -105
        assert pending.last_error == "DNS resolution failed"


async def test_reads_are_refused_by_state() -> None:
    async with serving(never_reads) as port, running_app() as app:
        await app.socket.create("tcp")
        assert (await app.socket.read(1))["resultCode"] == -2
        with refusing_port() as refusing:
            await app.socket.connect(1, "127.0.0.1", refusing)
        assert (await app.socket.read(1))["resultCode"] == -15
        assert await app.socket.write(1, b"x") == {"bytesWritten": -15}
        await app.socket.connect(1, "127.0.0.1", port)
        assert (await app.socket.read(1, 0))["resultCode"] == -4
        waiting = app.socket.read(1)
        assert (await app.socket.read(1))["resultCode"] == -1

        app.socket.disconnect(1)

        assert await waiting == {"resultCode": -100, "data": b""}
        assert (await app.socket.getInfo(1)) == {"socketType": "tcp", "connected": False}


@pytest.mark.parametrize("handler", [sending(b""), reset_at_once], ids=["fin", "rst"])
async def test_every_end_reads_as_zero_and_disconnects_in_chromium(handler: Any) -> None:
    async with serving(handler) as port, running_app() as app:
        await client(app, port)
        await app.socket.write(1, b"x")

        assert await app.socket.read(1) == NOTHING
        assert not (await app.socket.getInfo(1))["connected"]


async def test_connected_stays_true_in_documented() -> None:
    async with serving(sending(b"")) as port, running_app(Compat.DOCUMENTED) as app:
        await client(app, port)

        assert [await app.socket.read(1), await app.socket.read(1)] == [NOTHING, NOTHING]
        assert (await app.socket.getInfo(1))["connected"]


async def test_read_ends_when_a_send_breaks() -> None:
    async with serving(reset_at_once) as port, running_app() as app:
        await client(app, port)
        sent = app.socket.write(1, bytes(32 << 20))
        read = await app.socket.read(1)

        assert read["resultCode"] in {0, -100}
        try:
            assert await sent == {"bytesWritten": -2}
        except CallDropped:
            assert read["resultCode"] == 0


@pytest.mark.parametrize(
    ("size", "written"),
    [(50_000, [50_000, 1, -2, -15]), (100_000, [-2, -15, -15, -15])],
)
async def test_writes_to_a_peer_that_is_gone(size: int, written: list[int]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        async with running_app() as app:
            await client(app, server.getsockname()[1])
            server.accept()[0].close()

            answers = [await app.socket.write(1, bytes(count)) for count in (size, 1, 1, 1)]

    assert [answer["bytesWritten"] for answer in answers] == written


async def test_server_accepts_when_asked() -> None:
    async with running_app() as app:
        sock = app.socket
        await sock.create("tcp")
        assert await sock.accept(1) == {"resultCode": -2}
        assert await sock.listen(1, "127.0.0.1", 0) == 0
        info = await sock.getInfo(1)
        waiting = sock.accept(1)
        assert await sock.accept(1) == {"resultCode": -2}
        await sock.create("tcp")
        assert await sock.connect(2, "127.0.0.1", info.get("localPort", 0)) == 0
        accepted = await waiting

        assert accepted == {"resultCode": 0, "socketId": 3}
        assert not info["connected"]
        assert "localPort" not in await sock.getInfo(3)
        await sock.write(2, b"to server")
        assert (await sock.read(3))["data"] == b"to server"
        assert await sock.listen(3, "127.0.0.1", 0) == -11
        assert await sock.accept(2) == {"resultCode": -2}
        assert await sock.connect(1, "127.0.0.1", 9) == -104
        assert (await sock.read(1))["resultCode"] == -2


async def test_accept_in_flight_is_dropped_with_its_socket() -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        await app.socket.listen(1, "127.0.0.1", 0)
        waiting = app.socket.accept(1)
        assert await app.socket.destroy(1) is None

        with pytest.raises(CallDropped):
            await waiting


async def test_accept_in_flight_is_aborted_in_documented() -> None:
    async with running_app(Compat.DOCUMENTED) as app:
        await app.socket.create("tcp")
        await app.socket.listen(1, "127.0.0.1", 0)
        waiting = app.socket.accept(1)
        app.socket.destroy(1)

        assert await waiting == {"resultCode": -3}


@pytest.mark.parametrize(
    ("address", "backlog", "code", "text"),
    [
        ("localhost", None, -4, "Unknown error."),
        ("203.0.113.7", None, -108, "Could not listen on the specified port."),
        ("127.0.0.1", 0, -4, "Could not listen on the specified port."),
        ("127.0.0.1", 3, 0, None),
    ],
)
async def test_listen_answers(address: str, backlog: Any, code: int, text: str | None) -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        pending = app.socket.listen(1, address, 65536, backlog)

        assert await pending == code
        assert pending.last_error == text


async def test_socket_can_listen_again_and_twice() -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        assert await app.socket.listen(1, "127.0.0.1", 0) == 0
        assert await app.socket.listen(1, "127.0.0.1", 0) == 0
        app.socket.disconnect(1)

        assert await app.socket.getInfo(1) == {"socketType": "tcp", "connected": False}
        assert await app.socket.listen(1, "127.0.0.1", 0) == 0


async def test_udp_does_not_listen() -> None:
    async with running_app() as app:
        await app.socket.create("udp")
        pending = app.socket.listen(1, "127.0.0.1", 0)

        assert await pending == -2
        assert pending.last_error == "Socket type does not support this API"
        assert await app.socket.accept(1) == {"resultCode": -2}


async def test_options_answer_true_or_false() -> None:
    async with serving(discard) as port, running_app() as app:
        await app.socket.create("tcp")
        assert await app.socket.setNoDelay(1, True) is False
        await app.socket.connect(1, "127.0.0.1", port)

        assert await app.socket.setNoDelay(1, True) is True
        assert await app.socket.setKeepAlive(1, True, 5) is True
        assert await app.socket.setKeepAlive(1, True, -1) is False


async def test_tcp_refuses_what_is_for_udp() -> None:
    async with running_app() as app:
        sock = app.socket
        await sock.create("tcp")

        assert await sock.bind(1, "127.0.0.1", 0) == -1
        assert await sock.recvFrom(1) == {"resultCode": -1, "data": b"", "address": "", "port": 0}
        assert await sock.sendTo(1, b"x", "127.0.0.1", 9) == {"bytesWritten": -2}
        for call in (
            sock.joinGroup(1, "239.1.1.1"),
            sock.leaveGroup(1, "239.1.1.1"),
            sock.setMulticastTimeToLive(1, 1),
            sock.setMulticastLoopbackMode(1, True),
            sock.getJoinedGroups(1),
        ):
            assert await call == -1
            assert call.last_error == "Only UDP socket supports multicast."


@pytest.mark.parametrize(
    ("method", "args", "result"),
    [
        ("connect", ("h", 9), -1),
        ("bind", ("127.0.0.1", 0), -1),
        ("read", (), {"resultCode": -1, "data": b""}),
        ("write", (b"x",), {"bytesWritten": -1}),
        ("recvFrom", (), {"resultCode": -1, "data": b"", "address": "", "port": 0}),
        ("sendTo", (b"x", "h", 9), -1),
        ("listen", ("127.0.0.1", 0), -1),
        ("accept", (), {"resultCode": -2}),
        ("setKeepAlive", (True,), False),
        ("setNoDelay", (True,), False),
        ("joinGroup", ("239.1.1.1",), -1),
        ("getJoinedGroups", (), -1),
        ("secure", (), -4),
    ],
)
async def test_unknown_id(method: str, args: Any, result: Any) -> None:
    async with running_app() as app:
        pending = getattr(app.socket, method)(7, *args)

        assert await pending == result
        assert pending.last_error == "Socket not found"


async def test_unknown_id_of_calls_without_argument() -> None:
    async with running_app() as app:
        assert await app.socket.destroy(7) is None
        assert await app.socket.disconnect(7) is None
        with pytest.raises(ApiError, match="Socket not found"):
            await app.socket.getInfo(7)


async def test_permission_is_per_operation() -> None:
    manifest = Manifest.parse({"permissions": [{"socket": ["tcp-connect:127.0.0.1:9"]}]})

    async with running_app(manifest=manifest) as app:
        await app.socket.create("tcp")
        await app.socket.create("udp")
        for call in (
            app.socket.connect(1, "localhost", 9),
            app.socket.connect(2, "127.0.0.1", 9),
            app.socket.listen(2, "127.0.0.1", 0),
            app.socket.bind(2, "127.0.0.1", 0),
            app.socket.sendTo(2, b"x", "127.0.0.1", 9),
            app.socket.joinGroup(2, "239.1.1.1"),
        ):
            assert await call == -1
            assert call.last_error == "App does not have permission"
        assert await app.socket.connect(1, "127.0.0.1", 9) == -102


async def test_quota_is_shared_with_the_other_namespaces() -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        await app.socket.create("udp")
        too_much = bytes(200 * 1024 * 1024 + 1)
        for call in (app.socket.write(9, too_much), app.socket.sendTo(2, too_much, "127.0.0.1", 9)):
            with pytest.raises(ApiError, match="Exceeded write quota"):
                await call


async def test_socket_destroyed_during_the_look_up() -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        pending = app.socket.connect(1, "127.0.0.1", 9)
        app.socket.destroy(1)

        assert await pending == -1
        assert pending.last_error == "Socket not found"


async def test_connect_cut_off_by_disconnect_is_dropped() -> None:
    with hanging_port() as port:
        async with running_app() as app:
            await app.socket.create("tcp")
            pending = app.socket.connect(1, "127.0.0.1", port)
            for _ in range(10):
                await asyncio.sleep(0)
            app.socket.disconnect(1)

            with pytest.raises(CallDropped):
                await pending


async def test_accepting_fails_when_the_listener_breaks() -> None:
    from socket_workbench.chrome.legacy_tcp import LegacyTcp
    from socket_workbench.net.errors import ResultCode, SocketError

    async with running_app() as app:
        await app.socket.create("tcp")
        await app.socket.listen(1, "127.0.0.1", 0)
        waiting = app.socket.accept(1)
        socket = app.socket.sockets[1]
        assert isinstance(socket, LegacyTcp)
        socket.accept_failed(SocketError(ResultCode.INSUFFICIENT_RESOURCES, "EMFILE"), 0)

        assert await waiting == {"resultCode": -12}
        assert Collected(app.sockets.tcp.onReceive).infos == []
