"""workbench.udp: adapters to send from, shared ports, multicast options after binding."""

import socket

import pytest

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.extras.workbench import Workbench
from support.chrome_apps import running_app

LOOPBACK = socket.if_nameindex()[0]


async def bound(app: ChromeApp, address: str = "0.0.0.0") -> socket.socket:
    """Bind socket 1; gives the kernel's one below it."""
    await app.sockets.udp.bind(1, address, 0)
    link = app.sockets.udp.sockets[1].link
    assert link.socket is not None
    return link.socket._socket


@pytest.mark.parametrize("adapter", [str(LOOPBACK[0]), LOOPBACK[1]], ids=["number", "name"])
@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
@pytest.mark.parametrize("is_before", [True, False], ids=["before", "after"])
async def test_adapter_is_chosen_before_or_after_binding(
    adapter: str, address: str, is_before: bool
) -> None:
    async with running_app() as app:
        udp = Workbench(app).udp
        await app.sockets.udp.create()
        if is_before:
            assert await udp.setAdapter(1, adapter) == 0
        kernel = await bound(app, address)
        if not is_before:
            assert await udp.setAdapter(1, adapter) == 0

        if address == "::":
            chosen = kernel.getsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF)
            assert chosen == LOOPBACK[0]
        assert await udp.setAdapter(1, "") == 0


async def test_unknown_adapter_is_told() -> None:
    async with running_app() as app:
        udp = Workbench(app).udp
        await app.sockets.udp.create()
        assert await udp.setAdapter(1, "nowhere7") == 0

        assert await app.sockets.udp.bind(1, "0.0.0.0", 0) == -4
        assert await udp.setAdapter(1, "") == 0
        assert await app.sockets.udp.bind(1, "0.0.0.0", 0) == 0
        assert await udp.setAdapter(1, "nowhere7") == -4


async def test_shared_port_is_bound_twice() -> None:
    async with running_app() as app:
        udp = Workbench(app).udp
        for socket_id in (1, 2, 3):
            await app.sockets.udp.create()
            await udp.setShared(socket_id, socket_id < 3)
        await app.sockets.udp.bind(1, "0.0.0.0", 0)
        port = (await app.sockets.udp.getInfo(1)).get("localPort", 0)

        assert await app.sockets.udp.bind(2, "0.0.0.0", port) == 0
        assert await app.sockets.udp.bind(3, "0.0.0.0", port) == -147
        assert await udp.setShared(1, False) == -23


async def test_multicast_options_can_change_after_binding() -> None:
    async with running_app() as app:
        udp = Workbench(app).udp
        await app.sockets.udp.create()
        assert await udp.setMulticastTimeToLive(1, 3) == 0
        kernel = await bound(app)
        assert kernel.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL) == 3

        assert await udp.setMulticastTimeToLive(1, 0) == 0
        assert await udp.setMulticastLoopbackMode(1, False) == 0
        assert await udp.setMulticastTimeToLive(1, 256) == -4

        assert kernel.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL) == 0
        assert kernel.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP) == 0


@pytest.mark.parametrize("adapter", [str(LOOPBACK[0]), LOOPBACK[1], "127.0.0.1"])
async def test_group_is_joined_by_any_name_of_the_adapter(adapter: str) -> None:
    async with running_app() as app:
        await app.sockets.udp.create()
        await bound(app)

        assert await Workbench(app).udp.joinGroup(1, "239.255.77.9", adapter) == 0
        assert await app.sockets.udp.leaveGroup(1, "239.255.77.9") == 0
