"""chrome.socket and TLS."""

import asyncio
import ssl
from pathlib import Path
from typing import Any

import pytest
import trustme

from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.slips import Compat
from support.chrome_apps import discard, echo, running_app, sending, serving


async def client(app: Any, port: int) -> int:
    made = await app.socket.create("tcp", {})
    assert await app.socket.connect(made["socketId"], "127.0.0.1", port) == 0
    return made["socketId"]


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    ca = trustme.CA(key_type=trustme.KeyType.ECDSA)
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return ca


@pytest.mark.parametrize(("compat", "kind"), [(Compat.CHROMIUM, "udp"), (Compat.DOCUMENTED, "tcp")])
async def test_secured_socket_says_udp_in_chromium(
    compat: Compat, kind: str, authority: trustme.CA
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", key_type=trustme.KeyType.ECDSA).configure_cert(context)

    async with serving(echo, ssl=context) as port, running_app(compat) as app:
        await client(app, port)
        assert await app.socket.secure(1, {}) == 0

        assert (await app.socket.getInfo(1))["socketType"] == kind
        await app.socket.write(1, b"tls")
        assert (await app.socket.read(1))["data"] == b"tls"
        pending = app.socket.secure(1)
        assert await pending == -4
        assert pending.last_error == "Only TCP sockets are supported for TLS."
        assert await app.socket.setNoDelay(1, True) is False
        pending = app.socket.listen(1, "127.0.0.1", 0)
        assert await pending == -11
        assert pending.last_error == "Cannot listen on a socket that is already connected."


@pytest.mark.parametrize(
    ("compat", "host", "code"),
    [
        (Compat.CHROMIUM, "localhost", -200),
        (Compat.CHROMIUM, "a b", -200),
        (Compat.CHROMIUM, "127.1", 0),
        (Compat.CHROMIUM, "", -9),
        (Compat.CHROMIUM, "::1", -2),
        (Compat.DOCUMENTED, "localhost", 0),
        (Compat.DOCUMENTED, "", 0),
    ],
)
async def test_host_of_the_last_connect_counts_in_chromium(
    compat: Compat, host: str, code: int, authority: trustme.CA
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", key_type=trustme.KeyType.ECDSA).configure_cert(context)

    async with serving(echo, ssl=context) as port, running_app(compat) as app:
        await client(app, port)
        assert await app.socket.connect(1, host, port) in {-23, -105}

        assert await app.socket.secure(1) == code


async def test_failed_handshake_destroys_the_socket(authority: trustme.CA) -> None:
    async with serving(sending(b"no tls here")) as port, running_app() as app:
        await client(app, port)

        assert await app.socket.secure(1) == -107
        with pytest.raises(ApiError, match="Socket not found"):
            await app.socket.getInfo(1)


@pytest.mark.parametrize(
    ("compat", "survives"), [(Compat.CHROMIUM, False), (Compat.DOCUMENTED, True)]
)
async def test_read_in_flight_refuses_tls(compat: Compat, survives: bool) -> None:
    async with serving(discard) as port, running_app(compat) as app:
        await client(app, port)
        waiting = app.socket.read(1)
        assert await app.socket.secure(1) == -2

        assert (app.find("socket", 1) is not None) == survives
        app.socket.destroy(1)
        assert (await waiting)["resultCode"] == -100


async def test_nothing_can_be_read_or_set_during_the_handshake() -> None:
    async with serving(discard) as port, running_app() as app:
        await client(app, port)
        pending = app.socket.secure(1)
        await asyncio.sleep(0)

        assert await app.socket.read(1) == {"resultCode": -15, "data": b""}
        assert await app.socket.setNoDelay(1, True) is False
        assert await app.socket.connect(1, "127.0.0.1", port) == -23
        app.socket.destroy(1)
        with pytest.raises(CallDropped):
            await pending


async def test_unconnected_socket_cannot_be_secured() -> None:
    async with running_app() as app:
        await app.socket.create("tcp")
        pending = app.socket.secure(1)

        assert await pending == -4
        assert pending.last_error == "Socket not connected"
