"""The controller on the real facade and loopback sockets: what the user is told at the end."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from socket_workbench.panels.file_sending import TransferStatus
from socket_workbench.panels.messages import Message
from socket_workbench.panels.tcp_client_state import Phase, TcpClientOptions
from support.chrome_apps import serving
from support.ports import free_port
from support.tcp_client import Client, tcp_client

TIMEOUT_S = 20
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    async with tcp_client(tmp_path) as made:
        yield made


async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(-1)


async def say_bye(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"bye")
    writer.close()


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send a RST as soon as something comes."""
    await reader.read(1)
    raw: socket.socket = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def test_refused_connection_tells_code_and_cause(client: Client) -> None:
    client.controller.connect_requested("127.0.0.1", str(free_port()), "any")

    await client.view.until_told(Message.CONNECT_FAILED)

    assert client.view.facts == (-102, "ECONNREFUSED")


async def test_unknown_name_tells_code_and_cause(client: Client) -> None:
    client.controller.connect_requested("no-such-name.invalid", "80", "any")

    await client.view.until_told(Message.CONNECT_FAILED)

    assert client.view.facts == (-105, "DNS")


async def test_cancelled_connect_tells_code_and_cause(client: Client) -> None:
    # A full queue of a socket that nobody accepts from: the next SYN stays without an answer.
    with socket.socket() as silent, socket.socket() as first, socket.socket() as second:
        silent.bind(("127.0.0.1", 0))
        silent.listen(0)
        for filler in (first, second):
            filler.setblocking(False)
            filler.connect_ex(silent.getsockname())
        client.controller.connect_requested("127.0.0.1", str(silent.getsockname()[1]), "any")
        await client.view.until_phase(Phase.CONNECTING)

        client.controller.disconnect_requested()
        await client.view.until_told(Message.CONNECT_CANCELLED)

    assert client.view.facts == (-3, "local")


async def test_peer_close_tells_code_and_cause(client: Client) -> None:
    async with serving(say_bye) as port:
        client.controller.connect_requested("127.0.0.1", str(port), "any")

        await client.view.until_phase(Phase.CLOSED)

    assert client.view.facts == (-100, "FIN")


async def test_reset_while_we_send_tells_code_and_cause(client: Client) -> None:
    async with serving(reset) as port:
        await client.connect(port)

        client.controller.send_requested(bytes(1024))
        await client.view.until_told(Message.CONNECTION_LOST)

    assert client.view.facts == (-100, "ECONNRESET")


@pytest.mark.parametrize("serve", [say_bye, reset], ids=["after close", "after reset"])
async def test_socket_can_be_used_again(client: Client, serve: Serve) -> None:
    async with serving(serve) as port:
        client.controller.connect_requested("127.0.0.1", str(port), "any")
        await client.view.until(lambda state: state.phase in (Phase.OPEN, Phase.CLOSED))
        client.controller.send_requested(b"x")
        await client.view.until_phase(Phase.CLOSED)
    async with serving(hold) as port:
        await client.connect(port)

    assert client.view.state.label == "tcp 1"


async def test_socket_can_be_used_again_after_a_refusal(client: Client) -> None:
    client.controller.connect_requested("127.0.0.1", str(free_port()), "any")
    await client.view.until_told(Message.CONNECT_FAILED)

    async with serving(hold) as port:
        await client.connect(port)

        assert client.view.state.notice is None


async def test_reconnect_makes_a_new_connection_of_the_same_socket(client: Client) -> None:
    came = asyncio.Semaphore(0)

    async def counting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.release()
        await reader.read(-1)

    async with serving(counting) as port, asyncio.timeout(TIMEOUT_S):
        await client.connect(port)
        client.controller.reconnect_requested("127.0.0.1", str(port), "any")
        await client.view.until_phase(Phase.CONNECTING)
        await client.view.until_phase(Phase.OPEN)

        await came.acquire()
        await came.acquire()


async def test_send_without_a_connection_tells_the_code(client: Client) -> None:
    client.controller.send_requested(b"hello")

    await client.view.until_told(Message.SEND_FAILED)

    assert client.view.facts[0] == -15


async def test_refused_option_tells_the_code(client: Client) -> None:
    async with serving(hold) as port:
        await client.connect(port)
        client.controller.options_changed(
            TcpClientOptions(keep_alive=True, keep_alive_delay_s=40000)
        )

        await client.view.until_told(Message.OPTION_REFUSED)

        assert client.view.facts[0] == -2


async def test_file_arrives_whole(client: Client, tmp_path: Path) -> None:
    content = bytes(range(256)) * 20_000
    received = asyncio.get_running_loop().create_future()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.set_result(await reader.readexactly(len(content)))

    path = tmp_path / "data.bin"
    await asyncio.to_thread(path.write_bytes, content)
    async with serving(take) as port:
        await client.connect(port)
        client.controller.send_file_requested(path)

        await client.view.until(
            lambda state: (
                state.transfer is not None and state.transfer.status is TransferStatus.DONE
            )
        )

        assert await asyncio.wait_for(received, TIMEOUT_S) == content


async def test_pause_is_seen_on_the_socket(client: Client) -> None:
    async with serving(hold) as port:
        await client.connect(port)

        client.controller.pause_requested(True)
        await client.view.until(lambda state: state.is_paused)

        live = client.app.find("sockets.tcp", 1)
        assert live is not None
        assert live.info["paused"] is True


async def test_options_reach_the_socket(client: Client) -> None:
    client.controller.options_changed(TcpClientOptions(name="n", buffer_size=9, persistent=True))
    await client.view.until(lambda state: state.label == "tcp 1")
    async with serving(hold) as port:
        await client.connect(port)

    live = client.app.find("sockets.tcp", 1)
    assert live is not None
    assert (live.info["name"], live.info["bufferSize"], live.info["persistent"]) == ("n", 9, True)


async def test_closing_in_the_middle_of_a_connect_leaves_nothing(client: Client) -> None:
    client.controller.connect_requested("192.0.2.1", "80", "any")
    await client.view.until_phase(Phase.CONNECTING)

    await client.controller.aclose()

    assert client.app.live() == ()
