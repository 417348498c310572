"""chrome.sockets.udp.send: which of several reasons to refuse is told."""

import socket
from typing import Any

import pytest

from socket_workbench.chrome.calls import ApiError
from socket_workbench.net import resolve
from support.chrome_apps import Collected, eventually, running_app


async def answer(local: str, data: bytes, address: str, port: int) -> Any:
    """The `resultCode` of one `send` from a socket bound to `local`."""
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        assert await udp.bind(1, local, 0) == 0
        return (await udp.send(1, data, address, port))["resultCode"]


@pytest.mark.parametrize("local", ["127.0.0.1", "0.0.0.0", "::1", "::"])
@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
@pytest.mark.parametrize("port", [0, 9])
async def test_size_beyond_any_datagram_is_told_first(local: str, address: str, port: int) -> None:
    assert await answer(local, bytes(65536), address, port) == -142


@pytest.mark.parametrize(
    ("local", "address"), [("127.0.0.1", "::1"), ("0.0.0.0", "::1"), ("::1", "127.0.0.1")]
)
async def test_the_other_family_is_told_before_port_0(local: str, address: str) -> None:
    assert await answer(local, bytes(65535), address, 0) == -109


@pytest.mark.parametrize(
    ("local", "address"), [("127.0.0.1", "127.0.0.1"), ("::", "127.0.0.1"), ("::", "::1")]
)
async def test_port_0_is_no_argument(local: str, address: str) -> None:
    assert await answer(local, b"x", address, 0) == -4


async def test_a_bound_socket_does_not_look_at_the_next_address() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        await udp.bind(1, "127.0.0.1", 0)

        assert await udp.bind(1, "no literal", 0) == -104


async def test_sends_keep_their_order_whether_or_not_they_name_a_known_host() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        received = Collected(udp.onReceive)
        await udp.create()
        await udp.bind(1, "127.0.0.1", 0)
        port = (await udp.getInfo(1)).get("localPort", 0)

        udp.send(1, b"a", "localhost", port, "ipv4")
        udp.send(1, b"b", "127.0.0.1", port)
        udp.send(1, b"c", "LOCALHOST.", port, "ipv4")
        await udp.send(1, b"d", "127.1", port)

        assert await received.received_bytes(4) == b"abcd"


async def test_a_name_that_nothing_can_find_is_told_in_order_too() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        told: list[int] = []

        for host in ("no name", "127.0.0.1", ""):
            udp.send(1, b"x", host, 9, callback=lambda info: told.append(info["resultCode"]))
        await eventually(lambda: told == [-105, -15, -105])


@pytest.fixture
def name_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every name that is looked up be 127.0.0.1."""

    def answer(*_: object) -> object:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    monkeypatch.setattr(resolve.socket, "getaddrinfo", answer)


@pytest.mark.usefixtures("name_server")
async def test_a_name_that_was_looked_up_is_sent_to() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        received = Collected(udp.onReceive)
        await udp.create()
        await udp.bind(1, "127.0.0.1", 0)
        port = (await udp.getInfo(1)).get("localPort", 0)

        assert (await udp.send(1, b"x", "a.test", port))["resultCode"] == 0
        assert await received.received_bytes(1) == b"x"


@pytest.mark.usefixtures("name_server")
async def test_socket_closed_during_the_look_up_is_not_found() -> None:
    async with running_app() as app:
        udp = app.sockets.udp
        await udp.create()
        await udp.bind(1, "127.0.0.1", 0)
        pending = udp.send(1, b"x", "a.test", 9)
        udp.close(1)

        with pytest.raises(ApiError, match="Socket not found"):
            await pending
        with pytest.raises(ApiError, match="Socket not found"):
            await udp.send(1, b"x", "127.0.0.1", 9)
