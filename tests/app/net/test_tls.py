"""TLS streams: trust, codes of failures, streams that stall."""

import asyncio
import select
import ssl
from pathlib import Path
from typing import Any

import pytest
import trustme

from socket_workbench.net import tls
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.tcp import TcpStream
from socket_workbench.net.tls import TlsStream, secure_client, secure_server
from socket_workbench.net.tls_trust import TlsOptions, client_context, server_name, tls_error
from support.streams import plain_pair

CA = trustme.CA(key_type=trustme.KeyType.ECDSA)
TRUSTING = TlsOptions(extra_ca=CA.cert_pem.bytes().decode())


def context() -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    CA.issue_cert("localhost", key_type=trustme.KeyType.ECDSA).configure_cert(made)
    return made


async def secure_pair() -> tuple[TlsStream, TlsStream]:
    client, server = await plain_pair()
    return await asyncio.gather(
        secure_client(client, "localhost", TRUSTING), secure_server(server, context())
    )


async def test_bytes_pass_and_goodbye_is_the_end() -> None:
    client, server = await secure_pair()
    await client.send(memoryview(b"hello"))
    assert await server.receive(2) == b"he"
    assert server.receive_now(9) == b"llo"
    assert server.receive_now(9) is None
    client.close()

    assert await server.receive(9) == b""
    assert client.local == server.peer
    server.close()


async def test_end_without_goodbye_is_the_end_too() -> None:
    client, server = await secure_pair()
    client._drain()
    client._plain.close()

    assert await server.receive(9) == b""
    server.close()


async def test_records_that_wait_are_read_together() -> None:
    client, server = await secure_pair()
    for data in (b"one", b"two", b"three"):
        await client.send(memoryview(data))
    client.close()

    assert await server.receive(5) == b"onetw"
    assert server.receive_now(99) == b"othree"
    assert server.receive_now(99) == b""
    assert server.receive_now(99) == b""
    server.close()


async def test_rest_of_a_record_is_read_with_what_came_later() -> None:
    client, server = await secure_pair()
    await client.send(memoryview(b"one"))
    assert await server.receive(1) == b"o"
    await client.send(memoryview(b"two"))
    plain = server._plain
    assert isinstance(plain, TcpStream)
    await asyncio.to_thread(select.select, [plain.plain_socket], [], [], 5)

    assert server.receive_now(99) == b"netwo"
    client.close()
    server.close()


async def test_what_came_before_nonsense_is_read_first() -> None:
    client, server = await secure_pair()
    await client.send(memoryview(b"good"))
    await client._plain.send(memoryview(b"this is no TLS record at all"))

    assert await server.receive(99) == b"good"
    for _ in range(2):
        with pytest.raises(SocketError, match="SSL_PROTOCOL_ERROR"):
            await server.receive(99)
    client.reset()
    server.close()


async def test_send_now_finishes_what_the_kernel_did_not_take() -> None:
    client, server = await secure_pair()
    data = bytes(range(256)) * 80_000
    sent = client.send_now(memoryview(data))
    assert 0 < sent < len(data)

    async def receive_all() -> bytes:
        parts: list[bytes] = []
        while part := await server.receive(1 << 16):
            parts.append(part)
        return b"".join(parts)

    async def send_rest() -> None:
        await client.send(memoryview(data)[sent:])
        client.close()

    received, _ = await asyncio.gather(receive_all(), send_rest())
    assert received == data
    server.close()


async def test_nonsense_after_the_handshake_is_a_protocol_error() -> None:
    client, server = await secure_pair()
    await client._plain.send(memoryview(b"this is no TLS record at all"))

    with pytest.raises(SocketError) as caught:
        await server.receive(9)
    assert caught.value.code is ResultCode.SSL_PROTOCOL_ERROR
    assert caught.value.cause.startswith("TLS: ")
    client.reset()
    server.close()


async def test_writing_after_the_end_fails() -> None:
    client, server = await secure_pair()
    with pytest.raises(ssl.SSLError):
        client._tls.unwrap()
    with pytest.raises(SocketError):
        client.send_now(memoryview(b"x"))
    client.close()
    server.close()


async def test_silent_peer_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tls, "HANDSHAKE_TIMEOUT_S", 0.01)
    client, server = await plain_pair()

    with pytest.raises(SocketError, match="TIMED_OUT"):
        await secure_client(client, "localhost", TRUSTING)
    server.close()


async def test_server_refuses_nonsense() -> None:
    client, server = await plain_pair()
    await client.send(memoryview(b"GET / HTTP/1.0\r\n\r\n"))

    with pytest.raises(SocketError, match="SSL_PROTOCOL_ERROR"):
        await secure_server(server, context())
    client.close()


def test_system_store_is_used_where_no_file_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    import truststore

    monkeypatch.delenv("SSL_CERT_FILE", raising=False)

    assert isinstance(client_context(TlsOptions()), truststore.SSLContext)


def test_missing_certificate_file_trusts_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))

    with pytest.raises(SocketError, match="CERT_AUTHORITY_INVALID"):
        client_context(TlsOptions())


@pytest.mark.parametrize(
    ("host", "name"), [("LocalHost.", "localhost"), ("127.1", "127.0.0.1"), ("::0001", "::1")]
)
def test_server_name_is_canonical(host: str, name: str) -> None:
    assert server_name(host) == name


def verification_error(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "x")
    error.verify_code, error.verify_message = code, "why"
    return error


def alert(reason: str | None) -> ssl.SSLError:
    error = ssl.SSLError(1, "x")
    error.reason = reason  # pyright: ignore[reportAttributeAccessIssue] - read-only in the stubs
    return error


@pytest.mark.parametrize(
    ("error", "code", "cause"),
    [
        (verification_error(10), ResultCode.CERT_DATE_INVALID, "TLS: why"),
        (verification_error(18), ResultCode.CERT_AUTHORITY_INVALID, "TLS: why"),
        (verification_error(23), ResultCode.CERT_REVOKED, "TLS: why"),
        (verification_error(66), ResultCode.CERT_WEAK_KEY, "TLS: why"),
        (verification_error(68), ResultCode.CERT_WEAK_SIGNATURE_ALGORITHM, "TLS: why"),
        (verification_error(26), ResultCode.CERT_INVALID, "TLS: why"),
        (
            alert("TLSV13_ALERT_CERTIFICATE_REQUIRED"),
            ResultCode.SSL_CLIENT_AUTH_CERT_NEEDED,
            "TLS: TLSV13_ALERT_CERTIFICATE_REQUIRED",
        ),
        (alert(None), ResultCode.SSL_PROTOCOL_ERROR, "TLS"),
    ],
)
def test_failures_have_codes(error: Any, code: ResultCode, cause: str) -> None:
    translated = tls_error(error)

    assert (translated.code, translated.cause) == (code, cause)
