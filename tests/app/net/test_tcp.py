"""TCP streams: connecting, limits, closing, options."""

import asyncio
import contextlib
import socket

import pytest

from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.listener import TcpListener, listen
from socket_workbench.net.tcp import (
    TcpStream,
    close_socket,
    open_stream,
    set_keep_alive,
    set_no_delay,
)
from support.chrome_apps import eventually, hanging_port, refusing_port


async def pair(listener: TcpListener) -> tuple[TcpStream, TcpStream]:
    client = await open_stream(["127.0.0.1"], listener.local.port)
    return client, await listener.accept()


@pytest.fixture
def listener() -> TcpListener:
    return listen("127.0.0.1", 0)


async def test_addresses_are_tried_in_turn(listener: TcpListener) -> None:
    stream = await open_stream(["::1", "127.0.0.1"], listener.local.port)

    assert stream.peer == listener.local
    stream.close()
    listener.close()


async def test_last_failure_is_reported() -> None:
    with refusing_port() as port, pytest.raises(SocketError) as caught:
        await open_stream(["203.0.113.1", "127.0.0.1"], port, source="127.0.0.1", timeout_s=5)

    assert caught.value.code in {ResultCode.CONNECTION_REFUSED, ResultCode.CONNECTION_TIMED_OUT}


async def test_silence_times_out() -> None:
    with hanging_port() as port, pytest.raises(SocketError) as caught:
        await open_stream(["127.0.0.1"], port, timeout_s=0.01)

    assert (caught.value.code, caught.value.cause) == (ResultCode.CONNECTION_TIMED_OUT, "timeout")


async def test_cancelled_connect_leaves_nothing() -> None:
    with hanging_port() as port, pytest.raises(TimeoutError):
        await asyncio.wait_for(open_stream(["127.0.0.1"], port), 0.01)


async def test_bytes_pass_and_the_end_is_empty(listener: TcpListener) -> None:
    client, server = await pair(listener)
    assert server.receive_now(10) is None
    await client.send(memoryview(b"abcde"))
    assert await server.receive(3) == b"abc"
    assert await server.receive(9) == b"de"
    client.close()

    assert await server.receive(9) == b""
    server.close()
    listener.close()


async def test_reset_is_seen_as_such(listener: TcpListener) -> None:
    client, server = await pair(listener)
    client.reset()
    with pytest.raises(SocketError) as caught:
        await server.receive(9)

    assert (caught.value.code, caught.value.cause) == (ResultCode.CONNECTION_RESET, "ECONNRESET")
    with pytest.raises(SocketError):
        await send_until_it_fails(server)
    server.close()
    server.close()
    server.reset()
    listener.close()


@pytest.mark.parametrize("size", [1, 65536])
async def test_closing_over_unread_bytes_ends_in_order(listener: TcpListener, size: int) -> None:
    client, server = await pair(listener)
    await client.send(memoryview(bytes(size)))
    await eventually(lambda: unread(server) == size)
    server.close()

    assert await client.receive(9) == b""
    client.close()
    listener.close()


async def test_closing_over_more_than_chromium_reads_ahead_resets(listener: TcpListener) -> None:
    client, server = await pair(listener)
    await client.send(memoryview(bytes(65537)))
    await eventually(lambda: unread(server) == 65537)
    server.close()

    with pytest.raises(SocketError, match="ECONNRESET"):
        await client.receive(9)
    client.close()
    listener.close()


def unread(stream: TcpStream) -> int:
    with contextlib.suppress(BlockingIOError):
        return stream.plain_socket.recv_into(bytearray(1 << 20), flags=socket.MSG_PEEK)
    return 0


async def send_until_it_fails(stream: TcpStream) -> None:
    while True:
        await stream.send(memoryview(bytes(1 << 20)))


async def test_send_now_says_how_much_went(listener: TcpListener) -> None:
    client, server = await pair(listener)
    total, big = 0, memoryview(bytes(1 << 20))
    while sent := client.send_now(big):
        total += sent

    assert total > 0
    assert client.send_now(big) == 0
    server.reset()
    with pytest.raises(SocketError):
        await send_until_it_fails(client)
    with pytest.raises(SocketError):
        client.send_now(big)
    client.close()
    listener.close()


async def test_what_comes_in_the_moment_of_cancelling_is_kept(listener: TcpListener) -> None:
    client, server = await pair(listener)
    waiting = asyncio.get_running_loop().create_task(server.receive(9))
    await asyncio.sleep(0)
    client.send_now(memoryview(b"abc"))
    server._watch._on_readable()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert server.receive_now(2) == b"ab"
    assert await server.receive(2) == b"c"
    assert server.receive_now(2) is None
    client.close()
    server.close()
    listener.close()


async def test_connection_that_comes_in_the_moment_of_cancelling_is_kept(
    listener: TcpListener,
) -> None:
    client, accepted = await cancelled_accept(listener), await listener.accept()

    assert accepted.peer.port == client.getsockname()[1]
    accepted.close()
    client.close()
    listener.close()


async def test_connection_that_nobody_took_is_closed_with_its_listener(
    listener: TcpListener,
) -> None:
    client = await cancelled_accept(listener)
    listener.close()

    assert await asyncio.get_running_loop().sock_recv(client, 1) == b""
    client.close()


async def cancelled_accept(listener: TcpListener) -> socket.socket:
    """Cancel an accept in the moment in which a connection comes."""
    waiting = asyncio.get_running_loop().create_task(listener.accept())
    await asyncio.sleep(0)
    client = socket.create_connection(("127.0.0.1", listener.local.port))
    client.setblocking(False)
    listener._watch._on_readable()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    return client


async def test_cancelled_waiter_makes_room_for_the_next(listener: TcpListener) -> None:
    client, server = await pair(listener)
    first = asyncio.get_running_loop().create_task(server.receive(9))
    await asyncio.sleep(0)
    first.cancel()
    second = asyncio.get_running_loop().create_task(server.receive(9))
    await asyncio.sleep(0)
    server._watch._on_readable()
    client.send_now(memoryview(b"x"))

    assert await second == b"x"
    client.close()
    server.close()
    listener.close()


class Proactor:
    """What Windows' loop says to those who want to watch sockets."""

    def add_reader(self, *_: object) -> None:
        raise NotImplementedError


async def test_without_watching_the_loop_receives(
    listener: TcpListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()
    client, server = await pair(listener)
    monkeypatch.setattr(type(loop), "add_reader", Proactor.add_reader)
    loop.call_later(0.01, client.send_now, memoryview(b"x"))

    assert await server.receive(1) == b"x"
    monkeypatch.setattr(type(loop), "remove_reader", Proactor.add_reader)
    client.close()
    server.close()
    listener.close()


async def test_without_watching_the_loop_accepts(
    listener: TcpListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(type(loop), "add_reader", Proactor.add_reader)
    client = socket.socket()
    client.setblocking(False)
    loop.call_later(0.01, client.connect_ex, ("127.0.0.1", listener.local.port))
    accepted = await listener.accept()

    assert accepted.peer.port == client.getsockname()[1]
    accepted.close()
    client.close()
    listener.close()


async def test_loop_reports_errors_as_well(
    listener: TcpListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()
    client, server = await pair(listener)
    monkeypatch.setattr(type(loop), "add_reader", Proactor.add_reader)
    loop.call_later(0.01, client.reset)

    with pytest.raises(SocketError, match="CONNECTION_RESET"):
        await server.receive(1)
    server.close()
    listener.close()


def test_options_of_a_closed_socket_fail() -> None:
    closed = socket.socket()
    closed.close()

    with pytest.raises(SocketError, match="INVALID_HANDLE"):
        set_no_delay(closed, enable=True)
    with pytest.raises(SocketError, match="INVALID_HANDLE"):
        set_keep_alive(closed, enable=True, delay_s=0)


def test_keep_alive_sets_both_intervals() -> None:
    with socket.socket() as sock:
        set_keep_alive(sock, enable=True, delay_s=7)

        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL) == 7


async def test_no_descriptors_left_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def fail(*_: object) -> None:
        raise OSError(errno.EMFILE, "")

    monkeypatch.setattr("socket_workbench.net.tcp.socket.socket", fail)

    with pytest.raises(SocketError, match="INSUFFICIENT_RESOURCES"):
        await open_stream(["127.0.0.1"], 9)


async def test_closing_twice_is_no_error() -> None:
    sock = socket.socket()
    close_socket(sock)
    close_socket(sock)


async def test_the_far_end_is_what_was_asked_for(listener: TcpListener) -> None:
    stream = await open_stream(["0.0.0.0"], listener.local.port)  # the kernel makes it 127.0.0.1

    assert stream.peer.host == "0.0.0.0"
    stream.close()
    listener.close()
