"""chrome.sockets.tcp.secure: who is trusted, what state allows it, what becomes of the socket."""

import asyncio
import contextlib
import gc
import select
import socket
import ssl
import threading
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
import trustme

from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.slips import Compat
from socket_workbench.net.tcp import PIPE_BYTES
from support.chrome_apps import (
    Collected,
    connected,
    discard,
    echo,
    eventually,
    never_reads,
    paused,
    refusing_port,
    running_app,
    sending,
    serving,
)

CA = trustme.CA(key_type=trustme.KeyType.ECDSA)
GOOD = CA.issue_cert("localhost", "127.0.0.1", "::1", key_type=trustme.KeyType.ECDSA)
OTHER = CA.issue_cert("other.test", key_type=trustme.KeyType.ECDSA)
STRANGER = trustme.CA(key_type=trustme.KeyType.ECDSA).issue_cert(
    "127.0.0.1", key_type=trustme.KeyType.ECDSA
)


@pytest.fixture(autouse=True)
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the test's authority and nobody else."""
    file = tmp_path / "ca.pem"
    CA.cert_pem.write_to_path(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


def server_context(leaf: trustme.LeafCert, **limits: Any) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    for name, value in limits.items():
        setattr(context, name, value)
    return context


async def test_secured_socket_talks_and_forgets_name_and_size_in_chromium() -> None:
    async with serving(echo, ssl=server_context(GOOD)) as port, running_app() as app:
        tcp = app.sockets.tcp
        received, errors = Collected(tcp.onReceive), Collected(tcp.onReceiveError)
        await paused(app, port)
        await tcp.update(1, {"name": "n", "bufferSize": 5, "persistent": True})
        assert await tcp.secure(1) == 0
        info = await tcp.getInfo(1)
        assert {"name", "bufferSize"} & info.keys() == set()
        assert (info["persistent"], info["paused"]) == (True, True)

        await tcp.setPaused(1, False)
        assert await tcp.send(1, b"over tls") == {"resultCode": 0, "bytesSent": 8}
        assert await received.received_bytes(8) == b"over tls"

        assert await tcp.secure(1) == -4
        assert await tcp.connect(1, "127.0.0.1", port) == -104
        assert await tcp.setNoDelay(1, True) == -2
        await tcp.disconnect(1)
        await errors.count(1)
        assert await tcp.connect(1, "127.0.0.1", port) == -104


async def test_name_and_size_are_kept_in_documented() -> None:
    async with (
        serving(echo, ssl=server_context(GOOD)) as port,
        running_app(Compat.DOCUMENTED) as app,
    ):
        await connected(app, port, name="n", bufferSize=5)
        assert await app.sockets.tcp.secure(1) == 0
        info = await app.sockets.tcp.getInfo(1)

    assert (info.get("name"), info.get("bufferSize"), info["paused"]) == ("n", 5, False)


async def test_long_messages_pass_both_ways() -> None:
    data = bytes(range(256)) * 20_000

    async with serving(echo, ssl=server_context(GOOD)) as port, running_app() as app:
        received = Collected(app.sockets.tcp.onReceive)
        await paused(app, port)
        await app.sockets.tcp.secure(1)
        await app.sockets.tcp.setPaused(1, False)
        assert await app.sockets.tcp.send(1, data) == {"resultCode": 0, "bytesSent": len(data)}

        assert await received.received_bytes(len(data)) == data


@pytest.mark.parametrize(
    ("leaf", "code"), [(OTHER, -200), (STRANGER, -202)], ids=["other name", "unknown authority"]
)
async def test_bad_certificates_destroy_the_socket(leaf: trustme.LeafCert, code: int) -> None:
    async with serving(echo, ssl=server_context(leaf)) as port, running_app() as app:
        await paused(app, port)
        pending = app.sockets.tcp.secure(1)

        assert await pending == code
        assert str(pending.last_error).startswith("net::ERR_CERT_")
        with pytest.raises(ApiError, match="Socket not found"):
            await app.sockets.tcp.getInfo(1)


@pytest.mark.parametrize(
    ("handler", "code"), [(sending(b"HTTP/1.0 400\r\n\r\n"), -107), (sending(b""), -100)]
)
async def test_peers_without_tls(handler: Any, code: int) -> None:
    async with serving(handler) as port, running_app() as app:
        await paused(app, port)

        assert await app.sockets.tcp.secure(1) == code


V12, V13 = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3


@contextlib.asynccontextmanager
async def shaking_hands(context: ssl.SSLContext, greeting: bytes = b"") -> AsyncGenerator[int]:
    """A blocking TLS server: asyncio's drops the connection before the alert has left.

    It says `greeting` before the handshake.
    """
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listener.accept()[0] as raw, contextlib.suppress(OSError):
            raw.sendall(greeting)
            with context.wrap_socket(raw, server_side=True) as tls:
                tls.recv(1)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        await asyncio.to_thread(thread.join)
        listener.close()


@pytest.mark.parametrize(
    ("limits", "versions", "code"),
    [
        ({}, {"min": "tls1.3", "max": "tls1.2"}, -107),
        ({"maximum_version": V12}, {"min": "tls1.3"}, -113),
        ({"minimum_version": V13}, {"max": "tls1.2"}, -113),
        ({"minimum_version": V13}, {"max": "tls1.1", "min": "nonsense"}, 0),
        ({"maximum_version": V12}, {"min": "tls1"}, 0),
    ],
)
async def test_versions_must_meet(limits: Any, versions: Any, code: int) -> None:
    async with shaking_hands(server_context(GOOD, **limits)) as port, running_app() as app:
        await paused(app, port)

        assert await app.sockets.tcp.secure(1, {"tlsVersion": versions}) == code


async def test_read_in_flight_destroys_the_socket_in_chromium() -> None:
    async with serving(discard) as port, running_app() as app:
        errors = Collected(app.sockets.tcp.onReceiveError)
        await connected(app, port)

        assert await app.sockets.tcp.secure(1) == -2
        assert await errors.count(1) == [{"socketId": 1, "resultCode": -100}]
        with pytest.raises(ApiError, match="Socket not found"):
            await app.sockets.tcp.getInfo(1)


async def test_write_in_flight_refuses_and_keeps_the_socket_in_documented() -> None:
    async with serving(never_reads) as port, running_app(Compat.DOCUMENTED) as app:
        await connected(app, port)
        app.sockets.tcp.send(1, bytes(32 << 20))

        assert await app.sockets.tcp.secure(1) == -2
        assert (await app.sockets.tcp.getInfo(1))["connected"]


@pytest.mark.parametrize(("compat", "code"), [(Compat.CHROMIUM, -15), (Compat.DOCUMENTED, 0)])
async def test_secure_after_a_failed_connect(compat: Compat, code: int) -> None:
    async with serving(echo, ssl=server_context(GOOD)) as port, running_app(compat) as app:
        tcp = app.sockets.tcp
        await tcp.create()
        await tcp.setPaused(1, True)
        with refusing_port() as refusing:
            assert await tcp.connect(1, "127.0.0.1", refusing) == -102
        assert await tcp.connect(1, "127.0.0.1", port) == 0

        assert await tcp.secure(1) == code
        assert len(await tcp.getSockets()) == (1 if code == 0 else 0)


async def test_ipv6_literals_cannot_be_secured_in_chromium_only() -> None:
    for compat, code in ((Compat.CHROMIUM, -2), (Compat.DOCUMENTED, 0)):
        async with (
            serving(echo, "::1", ssl=server_context(GOOD)) as port,
            running_app(compat) as app,
        ):
            await paused(app, port, "::1")

            assert await app.sockets.tcp.secure(1) == code


async def test_states_without_connection() -> None:
    async with running_app() as app:
        await app.sockets.tcp.create()
        pending = app.sockets.tcp.secure(1)

        assert await pending == -4
        assert pending.last_error == "Socket not connected"
        assert await app.sockets.tcp.secure(9) == -4


async def test_second_of_two_overlapping_calls_takes_the_socket_along() -> None:
    async with serving(discard) as port, running_app() as app:
        await paused(app, port)
        first = app.sockets.tcp.secure(1)
        await asyncio.sleep(0)
        assert await app.sockets.tcp.send(1, b"x") == {"resultCode": -15}

        assert await app.sockets.tcp.secure(1) == -2
        with pytest.raises(CallDropped):
            await first


def has_arrived(app: Any) -> bool:
    """Whether socket 1 has bytes or an end to read, without reading any."""
    plain = app.sockets.tcp.sockets[1].link.stream.plain_socket
    return bool(select.select([plain], [], [], 0)[0])


@pytest.mark.parametrize(("compat", "code"), [(Compat.CHROMIUM, 0), (Compat.DOCUMENTED, -107)])
async def test_what_came_before_the_handshake_is_lost_in_chromium(
    compat: Compat, code: int
) -> None:
    greeting = b"220 ready\n"
    async with shaking_hands(server_context(GOOD), greeting) as port, running_app(compat) as app:
        await paused(app, port)
        await eventually(lambda: has_arrived(app))

        assert await app.sockets.tcp.secure(1) == code


@pytest.mark.parametrize(("compat", "code"), [(Compat.CHROMIUM, -15), (Compat.DOCUMENTED, -100)])
async def test_peer_that_left_unnoticed(compat: Compat, code: int) -> None:
    async def leave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write_eof()
        await discard(reader, writer)

    async with serving(leave) as port, running_app(compat) as app:
        await paused(app, port)
        await eventually(lambda: has_arrived(app))

        assert await app.sockets.tcp.secure(1) == code
        with pytest.raises(ApiError, match="Socket not found"):
            await app.sockets.tcp.getInfo(1)


@pytest.mark.parametrize(("size", "code"), [(PIPE_BYTES, -15), (PIPE_BYTES + 100, -107)])
async def test_only_so_much_is_lost(size: int, code: int) -> None:
    async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(bytes(size))
        writer.write_eof()
        await discard(reader, writer)

    async with serving(flood) as port, running_app() as app:
        await paused(app, port)
        await eventually(lambda: has_arrived(app) and waiting_bytes(app) == size)

        assert await app.sockets.tcp.secure(1) == code


def waiting_bytes(app: Any) -> int:
    """How much socket 1 has to read, without reading any."""
    plain = app.sockets.tcp.sockets[1].link.stream.plain_socket
    return len(plain.recv(1 << 20, socket.MSG_PEEK))


async def test_calls_during_the_handshake_find_no_plain_connection() -> None:
    async with serving(discard) as port, running_app() as app:
        tcp = app.sockets.tcp
        errors = Collected(tcp.onReceiveError)
        await paused(app, port)
        pending = tcp.secure(1)
        await asyncio.sleep(0)

        assert await tcp.setNoDelay(1, True) == -2
        assert await tcp.setKeepAlive(1, True, 5) == -2
        assert await tcp.connect(1, "127.0.0.1", port) == -23
        await tcp.setPaused(1, False)
        assert await errors.count(1) == [{"socketId": 1, "resultCode": -15}]
        info = await tcp.getInfo(1)
        assert (info["connected"], info["paused"]) == (True, True)
        await tcp.close(1)
        with pytest.raises(CallDropped):
            await pending


async def test_socket_closed_in_the_turn_of_the_call_leaves_nothing_undone() -> None:
    async with serving(echo, ssl=server_context(GOOD)) as port, running_app() as app:
        await paused(app, port)
        pending = app.sockets.tcp.secure(1)
        closed = app.sockets.tcp.close(1)

        with pytest.raises(CallDropped):
            await pending
        await closed
        gc.collect()  # a coroutine that nobody began would say so here


async def test_peers_goodbye_is_the_end_of_the_stream() -> None:
    async def bye(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"bye")

    async with serving(bye, ssl=server_context(GOOD)) as port, running_app() as app:
        received = Collected(app.sockets.tcp.onReceive)
        errors = Collected(app.sockets.tcp.onReceiveError)
        await paused(app, port)
        await app.sockets.tcp.secure(1)
        await app.sockets.tcp.setPaused(1, False)
        await errors.count(1)

    assert received.data == b"bye"


async def test_starttls_after_talking_in_clear() -> None:
    async def upgrading(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hi")
        await reader.readexactly(5)
        await writer.start_tls(server_context(GOOD))
        await echo(reader, writer)

    async with serving(upgrading) as port, running_app(Compat.DOCUMENTED) as app:
        received = Collected(app.sockets.tcp.onReceive)
        await connected(app, port)
        await received.received_bytes(2)
        await app.sockets.tcp.send(1, b"START")
        assert await app.sockets.tcp.secure(1) == 0
        await app.sockets.tcp.send(1, b"secret")

        assert await received.received_bytes(8) == b"hisecret"
