"""chrome.sockets.tcp: sockets, connecting, disconnecting."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from support.chrome_apps import (
    Collected,
    RecordingCapture,
    connected,
    echo,
    hanging_port,
    paused,
    refusing_port,
    running_app,
    sending,
    serving,
)

BOTH = pytest.mark.parametrize("compat", list(Compat))


async def test_info_tells_what_is_set() -> None:
    async with serving(echo) as port, running_app() as app:
        socket = await connected(app, port, name="n", bufferSize=9, persistent=True)
        info = await app.sockets.tcp.getInfo(socket)

    local = info.get("localPort")
    assert info == {
        "socketId": socket,
        "persistent": True,
        "paused": False,
        "connected": True,
        "name": "n",
        "bufferSize": 9,
        "localAddress": "127.0.0.1",
        "localPort": local,
        "peerAddress": "127.0.0.1",
        "peerPort": port,
    }


async def test_update_changes_only_what_is_given_and_empty_is_unset() -> None:
    async with running_app() as app:
        tcp = app.sockets.tcp
        await tcp.create({"name": "n", "bufferSize": 9})

        await tcp.update(1, {"persistent": True})
        kept = await tcp.getInfo(1)
        await tcp.update(1, {"name": "", "bufferSize": -1})
        unset = await tcp.getInfo(1)

    assert (kept.get("name"), kept.get("bufferSize"), kept["persistent"]) == ("n", 9, True)
    assert unset == {"socketId": 1, "persistent": True, "paused": False, "connected": False}


async def test_ids_are_not_used_again() -> None:
    async with running_app() as app:
        await app.sockets.tcp.create()
        await app.sockets.tcp.close(1)

        assert await app.sockets.tcp.create() == {"socketId": 2}
        assert await app.sockets.udp.create() == {"socketId": 1}
        assert [one["socketId"] for one in await app.sockets.tcp.getSockets()] == [2]


@pytest.mark.parametrize(
    ("host", "family", "code"),
    [
        ("127.0.0.1", "any", 0),
        ("127.1", None, 0),
        ("localhost", "any", 0),
        ("LOCALHOST", "ipv4", 0),
        ("127.0.0.1", "ipv6", -105),
        ("", "any", -105),
        ("a b", "any", -105),
        ("[::1]", "any", -105),
        ("127.0.0.1:80", "any", -105),
    ],
)
async def test_host_decides(host: str, family: Any, code: int) -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()

        assert await app.sockets.tcp.connect(1, host, port, family) == code


async def test_ports_wrap() -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()

        assert await app.sockets.tcp.connect(1, "127.0.0.1", port + 65536) == 0


async def test_refused_connection_leaves_the_socket_as_it_was() -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()
        with refusing_port() as refusing:
            pending = app.sockets.tcp.connect(1, "127.0.0.1", refusing)
            assert await pending == -102
        found = app.find("sockets.tcp", 1)

        assert pending.last_error == "net::ERR_CONNECTION_REFUSED"
        assert found is not None
        assert found.cause == "ECONNREFUSED"
        assert await app.sockets.tcp.connect(1, "127.0.0.1", port) == 0


async def test_connected_socket_refuses_to_connect() -> None:
    async with serving(echo) as port, running_app() as app:
        await connected(app, port)

        assert await app.sockets.tcp.connect(1, "127.0.0.1", port) == -23


async def test_second_of_two_connects_at_once_fails() -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()
        first = app.sockets.tcp.connect(1, "127.0.0.1", port)
        second = app.sockets.tcp.connect(1, "127.0.0.1", port)

        assert (await first, await second in {-23, -104}) == (0, True)


async def test_permission_comes_before_the_look_up_and_after_the_id() -> None:
    manifest = Manifest.parse({"sockets": {"tcp": {"connect": "allowed:1"}}})

    async with running_app(manifest=manifest) as app:
        await app.sockets.tcp.create()
        with pytest.raises(ApiError, match="Does not have permission"):
            await app.sockets.tcp.connect(1, "", 9)
        with pytest.raises(ApiError, match="Socket not found"):
            await app.sockets.tcp.connect(9, "", 9)


async def test_connect_cut_off_by_disconnect_is_dropped_in_chromium(silent_port: int) -> None:
    async with running_app() as app:
        await app.sockets.tcp.create()
        pending = app.sockets.tcp.connect(1, "127.0.0.1", silent_port)
        await turns()
        assert await app.sockets.tcp.setNoDelay(1, True) == 0
        assert await app.sockets.tcp.send(1, b"x") == {"resultCode": -15}
        assert await app.sockets.tcp.connect(1, "127.0.0.1", silent_port) == -104
        await app.sockets.tcp.disconnect(1)

        with pytest.raises(CallDropped):
            await pending


async def test_connect_cut_off_by_disconnect_is_aborted_in_documented(silent_port: int) -> None:
    capture = RecordingCapture()

    async with running_app(Compat.DOCUMENTED, capture=capture) as app:
        await app.sockets.tcp.create()
        pending = app.sockets.tcp.connect(1, "127.0.0.1", silent_port)
        await turns()
        await app.sockets.tcp.disconnect(1)

        assert await pending == -3
    assert capture.named("sockets.tcp.connect")[0].cause == "local"


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port where connecting never completes."""
    with hanging_port() as port:
        yield port


async def test_socket_closed_during_the_look_up_is_not_found() -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()
        pending = app.sockets.tcp.connect(1, "127.0.0.1", port)
        app.sockets.tcp.close(1)

        with pytest.raises(ApiError, match="Socket not found"):
            await pending


async def test_disconnect_in_the_same_moment_does_not_stop_a_look_up() -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()
        pending = app.sockets.tcp.connect(1, "127.0.0.1", port)
        app.sockets.tcp.disconnect(1)

        assert await pending == 0


@BOTH
async def test_disconnect_raises_an_error_after_its_callback(compat: Compat) -> None:
    order: list[str] = []

    async with serving(echo) as port, running_app(compat) as app:
        tcp = app.sockets.tcp
        errors = Collected(tcp.onReceiveError)
        tcp.onReceiveError.addListener(lambda _: order.append("error"))
        await connected(app, port)
        tcp.disconnect(1, callback=lambda: order.append("callback"))
        await errors.count(1)

        assert order == ["callback", "error"]
        assert errors.infos == [{"socketId": 1, "resultCode": -100}]
        assert (await tcp.getInfo(1))["paused"]


async def test_disconnecting_a_paused_socket_raises_nothing() -> None:
    async with serving(echo) as port, running_app() as app:
        errors = Collected(app.sockets.tcp.onReceiveError)
        await paused(app, port)
        await app.sockets.tcp.disconnect(1)
        await turns()

        assert errors.infos == []


async def test_reconnected_socket_is_paused_in_chromium() -> None:
    async with serving(sending(b"hi")) as port, running_app(Compat.CHROMIUM) as app:
        received = Collected(app.sockets.tcp.onReceive)
        await connected(app, port)
        await received.count(1)
        await app.sockets.tcp.disconnect(1)
        assert await app.sockets.tcp.connect(1, "127.0.0.1", port) == 0

        assert (await app.sockets.tcp.getInfo(1))["paused"]
        await app.sockets.tcp.setPaused(1, False)
        assert await received.received_bytes(4) == b"hihi"


async def test_reconnected_socket_reads_in_documented() -> None:
    async with serving(sending(b"hi")) as port, running_app(Compat.DOCUMENTED) as app:
        received = Collected(app.sockets.tcp.onReceive)
        await connected(app, port)
        await received.count(1)
        await app.sockets.tcp.disconnect(1)
        assert await app.sockets.tcp.connect(1, "127.0.0.1", port) == 0

        assert await received.received_bytes(4) == b"hihi"


async def test_socket_paused_by_its_owner_stays_paused_in_documented() -> None:
    async with serving(sending(b"hi")) as port, running_app(Compat.DOCUMENTED) as app:
        await paused(app, port)

        assert (await app.sockets.tcp.getInfo(1))["paused"]


async def test_close_makes_the_id_invalid_at_once() -> None:
    async with serving(echo) as port, running_app() as app:
        errors = Collected(app.sockets.tcp.onReceiveError)
        await connected(app, port)
        first = app.sockets.tcp.close(1)
        second = app.sockets.tcp.close(1)

        assert await first is None
        with pytest.raises(ApiError, match="Socket not found"):
            await second
        assert await errors.count(1) == [{"socketId": 1, "resultCode": -100}]


@pytest.mark.parametrize(
    ("enable", "delay", "code"),
    [
        (True, None, 0),
        (True, 5, 0),
        (True, 32767, 0),
        (True, 32768, -2),
        (True, -1, -2),
        (False, -1, 0),
    ],
)
async def test_keep_alive_takes_the_delays_of_the_kernel(
    enable: bool, delay: int | None, code: int
) -> None:
    async with serving(echo) as port, running_app() as app:
        await connected(app, port)

        assert await app.sockets.tcp.setKeepAlive(1, enable, delay) == code


async def test_options_need_a_connection() -> None:
    async with running_app() as app:
        await app.sockets.tcp.create()
        pending = app.sockets.tcp.setKeepAlive(1, True)

        assert await pending == -2
        assert pending.last_error == "net::ERR_FAILED"
        assert await app.sockets.tcp.setNoDelay(1, True) == -2


@pytest.mark.parametrize(("compat", "code"), [(Compat.CHROMIUM, -2), (Compat.DOCUMENTED, 0)])
async def test_options_after_a_failed_connect(compat: Compat, code: int) -> None:
    async with serving(echo) as port, running_app(compat) as app:
        tcp = app.sockets.tcp
        await tcp.create()
        with refusing_port() as refusing:
            assert await tcp.connect(1, "127.0.0.1", refusing) == -102
        assert await tcp.connect(1, "127.0.0.1", port) == 0

        assert await tcp.setNoDelay(1, True) == code
        assert await tcp.setKeepAlive(1, True, 5) == code
        await tcp.disconnect(1)
        assert await tcp.connect(1, "127.0.0.1", port) == 0
        assert await tcp.setNoDelay(1, True) == 0


async def test_name_that_does_not_resolve_leaves_options_alone() -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()
        assert await app.sockets.tcp.connect(1, "*", port) == -105
        assert await app.sockets.tcp.connect(1, "127.0.0.1", port) == 0

        assert await app.sockets.tcp.setNoDelay(1, True) == 0


@pytest.mark.parametrize("method", ["disconnect", "close", "getInfo"])
async def test_unknown_id_has_no_argument(method: str) -> None:
    async with running_app() as app:
        with pytest.raises(ApiError, match="Socket not found"):
            await getattr(app.sockets.tcp, method)(7)


@pytest.mark.parametrize(
    ("method", "args", "result"),
    [("setKeepAlive", (True,), -2), ("setNoDelay", (True,), -2), ("secure", (), -4)],
)
async def test_unknown_id_has_an_argument_here(method: str, args: Any, result: int) -> None:
    async with running_app() as app:
        assert await getattr(app.sockets.tcp, method)(7, *args) == result


@pytest.mark.parametrize(("method", "args"), [("update", ({},)), ("setPaused", (True,))])
async def test_unknown_id_of_a_change(method: str, args: Any) -> None:
    async with running_app() as app:
        with pytest.raises(ApiError, match="Socket not found"):
            await getattr(app.sockets.tcp, method)(7, *args)


async def turns(count: int = 20) -> None:
    for _ in range(count):
        await asyncio.sleep(0)
