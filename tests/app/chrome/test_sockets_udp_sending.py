"""chrome.sockets.udp.send: which of several reasons to refuse is told."""

from typing import Any

import pytest

from support.chrome_apps import running_app


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
