"""chrome.sockets.udp: datagrams, pausing, broadcast, multicast options, what the kernel drops."""

import asyncio
import json
import socket
from typing import Any

import pytest

from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from support.chrome_apps import Collected, RecordingCapture, eventually, running_app
from support.platforms import counts_drops


async def bound(app: Any, address: str = "127.0.0.1", **properties: Any) -> int:
    """Make a bound socket; gives its port. The first one has id 1."""
    udp = app.sockets.udp
    made = await udp.create(properties)
    assert await udp.bind(made["socketId"], address, 0) == 0
    return (await udp.getInfo(made["socketId"]))["localPort"]


async def test_datagrams_arrive_one_by_one_with_their_sender() -> None:
    async with running_app() as app:
        received = Collected(app.sockets.udp.onReceive)
        port = await bound(app)
        sender = await bound(app)
        for data in (b"one", b"", b"three"):
            sent = await app.sockets.udp.send(2, data, "127.0.0.1", port)
            assert sent == {"resultCode": 0, "bytesSent": len(data)}
        await received.count(3)

    assert received.infos == [
        {"socketId": 1, "data": data, "remoteAddress": "127.0.0.1", "remotePort": sender}
        for data in (b"one", b"", b"three")
    ]


async def test_bound_socket_tells_where() -> None:
    async with running_app() as app:
        port = await bound(app, name="n", bufferSize=7)

        assert await app.sockets.udp.getSockets() == [
            {
                "socketId": 1,
                "persistent": False,
                "paused": False,
                "name": "n",
                "bufferSize": 7,
                "localAddress": "127.0.0.1",
                "localPort": port,
            }
        ]


@pytest.mark.parametrize(
    ("address", "code"),
    [("localhost", -4), ("", -4), ("203.0.113.7", -108), ("127.1", 0), ("::", 0)],
)
async def test_bind_answers(address: str, code: int) -> None:
    async with running_app() as app:
        await app.sockets.udp.create()

        assert await app.sockets.udp.bind(1, address, 65536) == code


async def test_bound_socket_and_used_port_refuse_to_bind() -> None:
    async with running_app() as app:
        port = await bound(app)
        await app.sockets.udp.create()

        assert await app.sockets.udp.bind(1, "127.0.0.1", 0) == -104
        assert await app.sockets.udp.bind(2, "127.0.0.1", port) == -147


async def test_pausing_lets_one_more_datagram_through() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        received = Collected(udp.onReceive)
        port = await bound(app)
        await udp.setPaused(1, True)
        for data in (b"1", b"2", b"3"):
            await udp.send(1, data, "127.0.0.1", port)
        await received.count(1)
        await turns()
        assert received.data == b"1"

        await udp.setPaused(1, False)
        assert await received.received_bytes(3) == b"123"


async def turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_datagram_that_does_not_fit_is_lost_and_pauses_in_chromium() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        received, errors = Collected(udp.onReceive), Collected(udp.onReceiveError)
        port = await bound(app, bufferSize=10)
        await udp.send(1, bytes(11), "127.0.0.1", port)
        await udp.send(1, b"fits", "127.0.0.1", port)
        await errors.count(1)
        await turns()

        assert errors.infos == [{"socketId": 1, "resultCode": -142}]
        assert (await udp.getInfo(1))["paused"]
        assert received.infos == []
        await udp.setPaused(1, False)
        assert await received.received_bytes(4) == b"fits"


async def test_datagram_that_does_not_fit_does_not_pause_in_documented() -> None:
    async with running_app(Compat.DOCUMENTED) as app:
        udp = app.sockets.udp
        received, errors = Collected(udp.onReceive), Collected(udp.onReceiveError)
        port = await bound(app, bufferSize=10)
        await udp.send(1, bytes(11), "127.0.0.1", port)
        await udp.send(1, b"fits", "127.0.0.1", port)

        assert await received.received_bytes(4) == b"fits"
        assert len(errors.infos) == 1


@pytest.mark.parametrize(
    ("local", "host", "family", "code"),
    [
        ("127.0.0.1", "::1", "any", -109),
        ("127.0.0.1", "localhost", "any", -109),
        ("127.0.0.1", "localhost", "ipv4", 0),
        ("127.0.0.1", "127.0.0.1", "ipv6", -105),
        ("127.0.0.1", "no such host", "any", -105),
        ("::", "127.0.0.1", "any", 0),
        ("::1", "127.0.0.1", "any", -109),
    ],
)
async def test_family_and_name_decide(local: str, host: str, family: Any, code: int) -> None:
    async with running_app() as app:
        await bound(app, local)
        sent = await app.sockets.udp.send(1, b"x", host, 9, family)

        assert sent["resultCode"] == code


async def test_mapped_sender_is_written_as_chromium_does() -> None:
    async with running_app() as app:
        received = Collected(app.sockets.udp.onReceive)
        port = await bound(app, "::")
        await bound(app, "127.0.0.1")
        await app.sockets.udp.send(2, b"x", "127.0.0.1", port)
        await received.count(1)

    assert received.infos[0]["remoteAddress"] == "::ffff:7f00:1"


async def test_send_refuses_what_cannot_go() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        assert await udp.send(1, b"x", "127.0.0.1", 9) == {"resultCode": -15}
        await udp.bind(1, "127.0.0.1", 0)

        assert await udp.send(1, b"x", "127.0.0.1", 0) == {"resultCode": -4}
        assert await udp.send(1, bytes(65508), "127.0.0.1", 9) == {"resultCode": -142}
        with pytest.raises(ApiError, match="Exceeded write quota"):
            await udp.send(1, bytes(200 * 1024 * 1024 + 1), "127.0.0.1", 9)


async def test_broadcast_must_be_switched_on_after_binding() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        assert await udp.setBroadcast(1, True) == -15
        await udp.bind(1, "0.0.0.0", 0)

        assert await udp.send(1, b"x", "127.255.255.255", 9) == {"resultCode": -10}
        assert await udp.setBroadcast(1, True) == 0
        assert await udp.send(1, b"x", "127.255.255.255", 9) == {"resultCode": 0, "bytesSent": 1}


async def test_multicast_options_are_for_before_binding() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        assert [await udp.setMulticastTimeToLive(1, ttl) for ttl in (0, 255, 256, -1)] == [
            0,
            0,
            -4,
            -4,
        ]
        assert await udp.setMulticastLoopbackMode(1, False) == 0
        assert await udp.bind(1, "203.0.113.7", 0) == -108

        assert await udp.setMulticastTimeToLive(1, -1) == -23
        assert await udp.setMulticastLoopbackMode(1, True) == -23
        assert await udp.bind(1, "0.0.0.0", 0) == 0


async def test_groups_are_checked_in_chromiums_order() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        assert await udp.getJoinedGroups(1) == []
        assert await udp.joinGroup(1, "239.255.77.1") == -9
        assert await udp.joinGroup(1, "name") == -108
        assert await udp.leaveGroup(1, "239.255.77.1") == -108
        await udp.bind(1, "0.0.0.0", 0)

        assert await udp.joinGroup(1, "ff02::fb") == -108
        assert await udp.joinGroup(1, "127.0.0.1") == -4


@pytest.mark.parametrize("method", ["joinGroup", "leaveGroup"])
async def test_multicast_needs_its_permission(method: str) -> None:
    manifest = Manifest.parse({"sockets": {"udp": {"bind": "*"}}})

    async with running_app(manifest=manifest) as app:
        await app.sockets.udp.create()
        for call in (
            getattr(app.sockets.udp, method)(1, "239.1.1.1"),
            app.sockets.udp.getJoinedGroups(1),
            app.sockets.udp.send(1, b"x", "127.0.0.1", 9),
        ):
            with pytest.raises(ApiError, match=r"^App does not have permission$"):
                await call


@pytest.mark.parametrize(
    ("method", "args"),
    [
        ("update", ({},)),
        ("setPaused", (True,)),
        ("bind", ("127.0.0.1", 0)),
        ("close", ()),
        ("getInfo", ()),
        ("joinGroup", ("239.1.1.1",)),
        ("leaveGroup", ("239.1.1.1",)),
        ("setMulticastTimeToLive", (1,)),
        ("setMulticastLoopbackMode", (True,)),
        ("getJoinedGroups", ()),
        ("setBroadcast", (True,)),
    ],
)
async def test_unknown_id_has_no_argument(method: str, args: Any) -> None:
    async with running_app() as app:
        with pytest.raises(ApiError, match=r"^Socket not found$"):
            await getattr(app.sockets.udp, method)(7, *args)


@counts_drops
async def test_what_the_kernel_drops_is_noted() -> None:
    capture = RecordingCapture()

    async with running_app(capture=capture) as app:
        udp = app.sockets.udp
        received = Collected(udp.onReceive)
        await udp.create()
        await udp.setPaused(1, True)
        await udp.bind(1, "127.0.0.1", 0)
        port = (await udp.getInfo(1)).get("localPort", 0)
        with socket.socket(type=socket.SOCK_DGRAM) as sender:
            for _ in range(3000):
                sender.sendto(bytes(1000), ("127.0.0.1", port))
        await udp.setPaused(1, False)
        await eventually(lambda: app_dropped(capture) + len(received.infos) == 3000)

    assert app_dropped(capture) > 0


def app_dropped(capture: RecordingCapture) -> int:
    return sum(
        json.loads(row.arguments)["dropped"] for row in capture.named("workbench.udp.dropped")
    )


class FullKernel:
    """Stands for a socket whose send buffer is full."""

    dropped = 0
    peer = None
    groups = ()

    def __init__(self) -> None:
        self.room = asyncio.Event()
        self.sent: list[bytes] = []

    def send_now(self, data: bytes, host: str, port: int) -> bool:
        return False

    async def send(self, data: bytes, host: str, port: int) -> None:
        await self.room.wait()
        self.sent.append(data)

    def close(self) -> None: ...


@pytest.mark.parametrize("compat", list(Compat))
async def test_sends_wait_for_the_kernel_up_to_a_limit(compat: Compat) -> None:
    kernel = FullKernel()

    async with running_app(compat) as app:
        udp = app.sockets.udp
        await udp.create()
        udp.sockets[1].link.socket = kernel  # pyright: ignore[reportAttributeAccessIssue] - a fake kernel
        waiting = [udp.send(1, bytes([n]), "127.0.0.1", 9) for n in range(33)]

        assert await waiting[32] == {"resultCode": -12}
        kernel.room.set()
        assert await waiting[31] == {"resultCode": 0, "bytesSent": 1}
        assert kernel.sent == [bytes([n]) for n in range(32)]

        kernel.room.clear()
        cut_off = udp.send(1, b"x", "127.0.0.1", 9)
        udp.close(1)
        if compat is Compat.DOCUMENTED:
            assert await cut_off == {"resultCode": -3}
        else:
            with pytest.raises(CallDropped):
                await cut_off


async def test_senders_are_remembered_only_up_to_a_limit() -> None:
    async with running_app() as app:
        await bound(app)
        api_socket = app.sockets.udp.sockets[1]
        for port in range(1, 5000):
            api_socket.received(b"x", ("127.0.0.1", port), 0)

        assert len(api_socket._senders) < 4097


async def test_views_hear_of_joined_and_left_groups() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        await udp.bind(1, "0.0.0.0", 0)
        before = app.revision
        await udp.joinGroup(1, "239.255.77.1")
        joined = app.revision

        assert joined > before
        assert app.live()[0].groups == ("239.255.77.1",)
        await udp.leaveGroup(1, "239.255.77.1")
        assert app.revision > joined
        assert app.live()[0].groups == ()
