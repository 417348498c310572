"""chrome.socket on UDP: bound or connected, receives on demand."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from socket_workbench.chrome.calls import CallDropped
from socket_workbench.chrome.slips import Compat
from socket_workbench.net import udp
from support.chrome_apps import RecordingCapture, running_app


@pytest.fixture
def peer() -> Iterator[socket.socket]:
    """A plain socket to talk to."""
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        sock.settimeout(5)
        sock.bind(("127.0.0.1", 0))
        yield sock


def port_of(sock: socket.socket) -> int:
    return sock.getsockname()[1]


async def bound(app: Any) -> int:
    await app.socket.create("udp")
    assert await app.socket.bind(1, "127.0.0.1", 0) == 0
    return (await app.socket.getInfo(1))["localPort"]


async def test_bound_socket_talks_to_anybody(peer: socket.socket) -> None:
    capture = RecordingCapture()

    async with running_app(capture=capture) as app:
        port = await bound(app)
        assert await app.socket.sendTo(1, b"ping", "127.0.0.1", port_of(peer)) == {
            "bytesWritten": 4
        }
        assert peer.recvfrom(9) == (b"ping", ("127.0.0.1", port))
        peer.sendto(b"pong", ("127.0.0.1", port))

        assert await app.socket.recvFrom(1) == {
            "resultCode": 4,
            "data": b"pong",
            "address": "127.0.0.1",
            "port": port_of(peer),
        }
        assert await app.socket.getInfo(1) == {
            "socketType": "udp",
            "connected": False,
            "localAddress": "127.0.0.1",
            "localPort": port,
        }
    assert capture.named("socket.recvFrom")[-1].data == b"pong"


async def test_connected_socket_talks_to_its_peer(peer: socket.socket) -> None:
    capture = RecordingCapture()

    async with running_app(capture=capture) as app:
        await app.socket.create("udp")
        assert await app.socket.connect(1, "127.0.0.1", port_of(peer)) == 0
        info = await app.socket.getInfo(1)
        assert await app.socket.write(1, b"ping") == {"bytesWritten": 4}
        peer.sendto(b"pong", ("127.0.0.1", info.get("localPort", 0)))

        assert await app.socket.read(1) == {"resultCode": 4, "data": b"pong"}
        assert (info["connected"], info.get("peerPort")) == (True, port_of(peer))
        assert await app.socket.write(1, bytes(65508)) == {"bytesWritten": -142}
        assert await app.socket.connect(1, "127.0.0.1", 9) == -104
        assert await app.socket.bind(1, "127.0.0.1", 0) == -104
        assert (await app.socket.recvFrom(1))["resultCode"] == -15
        assert await app.socket.sendTo(1, b"x", "127.0.0.1", 9) == {"bytesWritten": -15}
    assert capture.named("socket.read")[-1].data == b"pong"


async def test_receives_are_refused_by_state_and_size() -> None:
    async with running_app() as app:
        sock = app.socket
        await sock.create("udp")
        assert (await sock.recvFrom(1))["resultCode"] == -15
        assert (await sock.read(1))["resultCode"] == -15
        assert await sock.write(1, b"x") == {"bytesWritten": -15}
        assert await sock.sendTo(1, b"x", "127.0.0.1", 9) == {"bytesWritten": -15}
        assert await sock.bind(1, "localhost", 0) == -4
        assert await sock.bind(1, "127.0.0.1", 0) == 0
        assert (await sock.recvFrom(1, -1))["resultCode"] == -4
        waiting = sock.recvFrom(1)

        assert (await sock.recvFrom(1))["resultCode"] == -1
        sock.destroy(1)
        assert await waiting == {"resultCode": -100, "data": b"", "address": "", "port": 0}


async def test_datagram_larger_than_the_buffer_is_lost(peer: socket.socket) -> None:
    async with running_app() as app:
        port = await bound(app)
        waiting = app.socket.recvFrom(1, 0)
        peer.sendto(b"large", ("127.0.0.1", port))
        assert (await waiting)["resultCode"] == -142
        peer.sendto(b"ok", ("127.0.0.1", port))

        assert (await app.socket.recvFrom(1))["data"] == b"ok"


async def test_closed_port_of_the_peer_is_refused(peer: socket.socket) -> None:
    port = port_of(peer)
    peer.close()

    async with running_app() as app:
        await app.socket.create("udp")
        await app.socket.connect(1, "127.0.0.1", port)
        waiting = app.socket.read(1)
        await app.socket.write(1, b"x")

        assert await waiting == {"resultCode": -102, "data": b""}


async def test_disconnect_closes_in_chromium(peer: socket.socket) -> None:
    async with running_app() as app:
        await app.socket.create("udp")
        await app.socket.connect(1, "127.0.0.1", port_of(peer))
        waiting = app.socket.read(1)
        app.socket.disconnect(1)

        with pytest.raises(CallDropped):
            await waiting
        assert await app.socket.getInfo(1) == {"socketType": "udp", "connected": False}
        assert await app.socket.bind(1, "127.0.0.1", 0) == 0


async def test_disconnect_does_nothing_in_documented(peer: socket.socket) -> None:
    async with running_app(Compat.DOCUMENTED) as app:
        await app.socket.create("udp")
        await app.socket.connect(1, "127.0.0.1", port_of(peer))
        waiting = app.socket.read(1)
        await app.socket.disconnect(1)
        assert (await app.socket.getInfo(1))["connected"]

        app.socket.destroy(1)
        assert await waiting == {"resultCode": -3, "data": b""}


async def test_names_that_do_not_resolve_have_a_text() -> None:
    async with running_app() as app:
        await bound(app)
        pending = app.socket.sendTo(1, b"x", "no such name", 9)

        assert await pending == -105
        assert pending.last_error == "DNS resolution failed"


async def test_multicast_as_in_sockets_udp() -> None:
    async with running_app() as app:
        sock = app.socket
        await sock.create("udp")
        assert await sock.joinGroup(1, "239.255.76.1") == -9
        assert await sock.setMulticastTimeToLive(1, 256) == -4
        assert await sock.setMulticastLoopbackMode(1, False) == 0
        assert await sock.bind(1, "0.0.0.0", 0) == 0
        late = sock.setMulticastTimeToLive(1, 1)
        assert await late == -23
        assert late.last_error == "net::ERR_SOCKET_IS_CONNECTED"
        assert await sock.leaveGroup(1, "x") == -108

        assert await sock.getJoinedGroups(1) == []


async def test_connected_socket_joins_nothing(peer: socket.socket) -> None:
    async with running_app() as app:
        await app.socket.create("udp")
        await app.socket.connect(1, "127.0.0.1", port_of(peer))

        assert await app.socket.joinGroup(1, "239.255.76.1") == -9
        assert await app.socket.joinGroup(1, "::1") == -9
        assert await app.socket.joinGroup(1, "name") == -108


async def test_receive_of_the_other_kind_is_not_in_flight(peer: socket.socket) -> None:
    async with running_app() as app:
        sock = app.socket
        await bound(app)
        await sock.create("udp")
        await sock.connect(2, "127.0.0.1", port_of(peer))
        waiting = sock.recvFrom(1), sock.read(2)

        assert [(await sock.read(1))["resultCode"], (await sock.read(1, -1))["resultCode"]] == [
            -15,
            -4,
        ]
        assert (await sock.recvFrom(2))["resultCode"] == -15
        assert [(await sock.recvFrom(1))["resultCode"], (await sock.read(2))["resultCode"]] == [
            -1,
            -1,
        ]
        sock.destroy(1)
        sock.destroy(2)
        assert (await waiting[0])["resultCode"] == -100


@pytest.mark.parametrize(
    ("compat", "second"),
    [
        (Compat.CHROMIUM, {"ttl": 1, "loopback": True}),
        (Compat.DOCUMENTED, {"ttl": 7, "loopback": False}),
    ],
)
async def test_multicast_options_go_with_the_first_attempt_to_bind(
    compat: Compat, second: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, Any]] = []
    bind = udp.bind

    def spy(address: str, port: int, **options: Any) -> udp.UdpSocket:
        asked.append(options)
        return bind(address, port, **options)

    monkeypatch.setattr(udp, "bind", spy)
    async with running_app(compat) as app:
        sock = app.socket
        await sock.create("udp")
        await sock.setMulticastTimeToLive(1, 7)
        await sock.setMulticastLoopbackMode(1, False)
        assert await sock.bind(1, "localhost", 0) == -4
        assert await sock.bind(1, "203.0.113.7", 0) == -108
        assert await sock.bind(1, "127.0.0.1", 0) == 0

    first = {"ttl": 7, "loopback": False, "shared": False}
    assert asked == [first, {**second, "shared": False}]


async def test_options_of_tcp_are_false() -> None:
    async with running_app() as app:
        await app.socket.create("udp")

        assert await app.socket.setKeepAlive(1, True) is False
        assert await app.socket.setNoDelay(1, True) is False
