"""Listening: where, how often, paused, and each way in which it fails."""

import socket

import pytest

from socket_workbench.net.adapters import Adapter, Family
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.listen_targets import (
    ALWAYS_OFFERED,
    ListenAddresses,
    OfferedAddress,
    check_listen_target,
    offered_addresses,
)
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_server_notices import listen_failed
from socket_workbench.panels.tcp_server_state import ListenOptions, ServerPhase
from socket_workbench.tasks import TaskScope
from support.logs import fail_test
from support.ports import free_port
from support.server_panel import client_of, server_panel


async def test_port_0_shows_the_port_that_the_system_chose() -> None:
    async with server_panel() as panel:
        port = await panel.listen()

        assert port > 0
        assert panel.state.local == Endpoint("127.0.0.1", port)
        assert panel.state.is_listening


@pytest.mark.parametrize("address", ["::1", "::", "0.0.0.0"])
async def test_listens_on_either_family(address: str) -> None:
    async with server_panel() as panel:
        port = await panel.listen(address)
        host = "::1" if ":" in address else "127.0.0.1"

        async with client_of(port, host):
            assert len(await panel.clients(1)) == 1


async def test_a_port_in_use_is_told_at_the_port() -> None:
    async with server_panel() as panel:
        with socket.create_server(("127.0.0.1", 0)) as other:
            await panel.listen(port=str(other.getsockname()[1]))

        assert panel.state.phase is ServerPhase.IDLE
        assert panel.notice is not None
        assert panel.notice.message is Message.LISTEN_FAILED
        assert panel.notice.code == ResultCode.ADDRESS_IN_USE
        assert (panel.notice.cause, panel.notice.field) == ("EADDRINUSE", Field.PORT)


async def test_an_address_of_another_machine_is_told_at_the_address() -> None:
    async with server_panel() as panel:
        await panel.listen("192.0.2.77")

        assert panel.notice is not None
        assert panel.notice.code == ResultCode.ADDRESS_INVALID
        assert panel.notice.field is Field.ADDRESS


@pytest.mark.parametrize(
    ("address", "port", "message", "field"),
    [
        ("", "80", Message.ADDRESS_MISSING, Field.ADDRESS),
        ("localhost", "80", Message.ADDRESS_NO_LITERAL, Field.ADDRESS),
        ("fe80::1%lo", "80", Message.ADDRESS_NO_LITERAL, Field.ADDRESS),
        ("127.0.0.1", "70000", Message.LISTEN_PORT_INVALID, Field.PORT),
        ("127.0.0.1", "", Message.LISTEN_PORT_INVALID, Field.PORT),
        ("127.0.0.1", "-1", Message.LISTEN_PORT_INVALID, Field.PORT),
    ],
)
def test_what_is_no_place_to_listen_is_told_at_its_field(
    address: str, port: str, message: Message, field: Field
) -> None:
    checked = check_listen_target(address, port)

    assert isinstance(checked, Notice)
    assert (checked.message, checked.field) == (message, field)


async def test_stopping_leaves_the_clients_and_the_port_can_be_used_again() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (reader, _):
            await panel.clients(1)

            panel.controller.stop_requested()
            await panel.until(lambda: panel.state.local is None)
            panel.controller.send_requested(b"still here")

            assert await reader.readexactly(10) == b"still here"
            assert await panel.listen(port=str(port)) == port


async def test_listening_again_goes_to_another_port() -> None:
    async with server_panel() as panel:
        first = await panel.listen()

        second = await panel.listen(port=str(free_port()))

        assert second not in (0, first)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", first)).close()


async def test_paused_accepting_takes_clients_when_it_is_resumed() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        panel.controller.pause_requested(True)
        await panel.until(lambda: panel.state.is_paused)
        # As Chrome: one accept was in flight when the socket was paused.
        async with client_of(port), client_of(port):
            await panel.clients(1)

            panel.controller.pause_requested(False)

            await panel.clients(2)
            assert not panel.state.is_paused


async def test_a_listener_closed_from_outside_is_told_and_made_anew() -> None:
    async with server_panel() as panel:
        await panel.listen()
        server = panel.app.sockets.tcpServer
        await server.close((await server.getSockets())[0]["socketId"])
        await panel.until(lambda: panel.state.socket is None)

        assert panel.notice is not None
        assert panel.notice.message is Message.LISTENER_GONE
        assert await panel.listen() > 0


async def test_options_reach_the_socket() -> None:
    async with server_panel() as panel:
        panel.controller.listen_options_changed(
            ListenOptions(backlog=5, name="mine", persistent=True)
        )
        await panel.listen()

        info = (await panel.app.sockets.tcpServer.getSockets())[0]
        assert (info.get("name"), info["persistent"]) == ("mine", True)
        assert panel.capture.named("sockets.tcpServer.listen")[0].arguments.endswith(",5]")


def test_link_local_addresses_are_not_offered() -> None:
    def adapter(address: str, family: Family, *, is_up: bool = True) -> Adapter:
        return Adapter(
            name="eth0", index=2, address=address, prefix_length=64, family=family, is_up=is_up
        )

    offered = offered_addresses(
        [
            adapter("192.0.2.2", Family.IPV4),
            adapter("fe80::1", Family.IPV6),
            adapter("192.0.2.9", Family.IPV4, is_up=False),
            adapter("127.0.0.1", Family.IPV4),
        ]
    )

    names = [one.address for one in offered]
    assert names == ["127.0.0.1", "0.0.0.0", "::1", "::", "192.0.2.2"]


@pytest.mark.parametrize(
    ("code", "field"),
    [
        (ResultCode.ACCESS_DENIED, Field.PORT),
        (ResultCode.ADDRESS_IN_USE, Field.PORT),
        (ResultCode.ADDRESS_UNREACHABLE, Field.ADDRESS),
        (ResultCode.INSUFFICIENT_RESOURCES, Field.NONE),
    ],
)
def test_a_failure_points_at_what_the_user_has_to_change(code: ResultCode, field: Field) -> None:
    assert listen_failed(Endpoint("127.0.0.1", 80), code, "").field is field


async def test_the_end_of_accepting_is_told_with_its_reason() -> None:
    async with server_panel() as panel:
        await panel.listen()
        server = panel.app.sockets.tcpServer
        socket_id = (await server.getSockets())[0]["socketId"]
        # As the acceptor does when there are no descriptors left.
        failed = SocketError(ResultCode.INSUFFICIENT_RESOURCES, "EMFILE")
        server.sockets[socket_id].accept_failed(failed, None)

        assert panel.notice is not None
        assert panel.notice.message is Message.ACCEPT_FAILED
        assert (panel.notice.code, panel.notice.cause) == (-12, "EMFILE")
        await panel.until(lambda: panel.state.is_paused)


async def test_addresses_are_offered_also_while_the_system_does_not_tell() -> None:
    def fail() -> tuple[Adapter, ...]:
        raise OSError("no")

    shown: list[tuple[OfferedAddress, ...]] = []
    async with TaskScope(on_error=fail_test) as scope:
        addresses = ListenAddresses(lambda found: shown.append(tuple(found)), scope, look_up=fail)
        addresses.refresh()
        addresses.refresh()
        await scope.idle()
    addresses.refresh()

    assert [one.address for one in shown[0]] == list(ALWAYS_OFFERED)
    assert len(shown) == 1
