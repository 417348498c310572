import asyncio
import itertools
import os
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from socket_workbench.net.events import Endpoint
from socket_workbench.practice.server import PracticeKind, PracticeServer

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def connected(endpoint: Endpoint) -> AsyncIterator[Streams]:
    reader, writer = await asyncio.open_connection(endpoint.host, endpoint.port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        await asyncio.sleep(0)


def reset(writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def test_echo_gives_back_every_byte_after_half_close() -> None:
    data = os.urandom(3_000_000)
    async with (
        PracticeServer(PracticeKind.ECHO) as server,
        connected(server.endpoint) as (reader, writer),
    ):

        async def send() -> None:
            writer.write(data)
            await writer.drain()
            writer.write_eof()

        _, received = await asyncio.gather(send(), reader.read(-1))

    assert received == data


async def test_endpoint_has_the_chosen_port() -> None:
    async with PracticeServer(PracticeKind.ECHO) as server:
        assert server.endpoint.host == "127.0.0.1"
        assert server.endpoint.port > 0


async def test_discard_takes_everything_and_answers_nothing() -> None:
    async with (
        PracticeServer(PracticeKind.DISCARD) as server,
        connected(server.endpoint) as (reader, writer),
    ):
        writer.write(bytes(2_000_000))
        await writer.drain()
        writer.write_eof()

        assert await reader.read(-1) == b""


async def test_chargen_sends_the_pattern_of_rfc_864() -> None:
    async with (
        PracticeServer(PracticeKind.CHARGEN) as server,
        connected(server.endpoint) as (reader, _),
    ):
        lines = (await reader.readexactly(74 * 96)).split(b"\r\n")

    assert lines[0] == bytes(range(0x20, 0x20 + 72))
    assert lines[1] == bytes(range(0x21, 0x21 + 72))
    assert lines[94] == b"~" + bytes(range(0x20, 0x20 + 71))
    assert lines[95] == lines[0]


async def test_chargen_ends_when_the_peer_ends_its_side() -> None:
    async with (
        PracticeServer(PracticeKind.CHARGEN) as server,
        connected(server.endpoint) as (reader, writer),
    ):
        writer.write(b"thrown away")
        writer.write_eof()

        assert (await reader.read(-1)).startswith(b" !")


@pytest.mark.parametrize("kind", [PracticeKind.CHARGEN, PracticeKind.ECHO])
async def test_peer_that_never_reads_does_not_hold_up_others(kind: PracticeKind) -> None:
    async with (
        PracticeServer(kind) as server,
        connected(server.endpoint) as (_, deaf),
        connected(server.endpoint) as (reader, writer),
    ):
        deaf.transport.pause_reading()  # pyright: ignore[reportAttributeAccessIssue] - has it
        deaf.write(bytes(20_000_000))

        for _ in range(100):
            writer.write(b"x" * 100)
            await reader.readexactly(100)


@pytest.mark.parametrize("kind", list(PracticeKind))
async def test_reset_of_the_peer_is_an_end_like_any_other(kind: PracticeKind) -> None:
    async with PracticeServer(kind) as server:
        for _ in range(20):
            async with connected(server.endpoint) as (_, writer):
                writer.write(bytes(200_000))
                reset(writer)

        async with connected(server.endpoint) as (_, writer):
            writer.write(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
            await writer.drain()


async def test_closing_drops_open_connections() -> None:
    async with PracticeServer(PracticeKind.ECHO) as server:
        reader, writer = await asyncio.open_connection(server.endpoint.host, server.endpoint.port)
        writer.write(b"hello")
        await reader.readexactly(5)

    with pytest.raises(ConnectionError):
        await asyncio.open_connection(server.endpoint.host, server.endpoint.port)
    assert await reader.read(-1) == b""
    writer.close()
    await writer.wait_closed()


async def test_closing_drops_a_peer_that_never_reads() -> None:
    async with PracticeServer(PracticeKind.CHARGEN) as server:
        reader, writer = await asyncio.open_connection(server.endpoint.host, server.endpoint.port)
        await reader.readexactly(10)

    writer.transport.abort()
    await asyncio.sleep(0)


async def test_hundreds_of_connections_are_served_at_once() -> None:
    async def talk(endpoint: Endpoint, number: int) -> bytes:
        async with connected(endpoint) as (reader, writer):
            writer.write(b"%06d" % number)
            answer = await reader.readexactly(6)
            await everyone.wait()
            return answer

    everyone = asyncio.Barrier(400)
    async with PracticeServer(PracticeKind.ECHO) as server:
        answers = await asyncio.gather(*(talk(server.endpoint, number) for number in range(400)))

    assert answers == [b"%06d" % number for number in range(400)]


async def test_taken_port_is_an_os_error() -> None:
    async with PracticeServer(PracticeKind.ECHO) as first:
        with pytest.raises(OSError, match="in use"):
            async with PracticeServer(PracticeKind.ECHO, port=first.endpoint.port):
                pass


async def test_same_port_can_be_taken_again_at_once() -> None:
    async with (
        PracticeServer(PracticeKind.ECHO) as first,
        connected(first.endpoint) as (reader, writer),
    ):
        writer.write(b"x")
        await reader.readexactly(1)

    async with PracticeServer(PracticeKind.ECHO, port=first.endpoint.port) as second:
        assert second.endpoint == first.endpoint


async def test_unknown_host_is_an_os_error() -> None:
    with pytest.raises(OSError, match=r".+"):
        async with PracticeServer(PracticeKind.ECHO, host="192.0.2.1"):
            pass


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6")
async def test_ipv6_is_served() -> None:
    try:
        server = await PracticeServer(PracticeKind.ECHO, host="::1").__aenter__()
    except OSError:
        pytest.skip("no IPv6 loopback here")

    async with connected(server.endpoint) as (reader, writer):
        writer.write(b"six")
        answer = await reader.readexactly(3)
    await server.__aexit__(None, None, None)

    assert answer == b"six"


def test_pattern_has_every_line_of_the_cycle() -> None:
    from socket_workbench.practice.streams import CYCLE

    lines = CYCLE.split(b"\r\n")[:-1]

    assert len(lines) == 95
    assert {len(line) for line in lines} == {72}
    assert all(a[1:] == b[:-1] for a, b in itertools.pairwise(lines))
