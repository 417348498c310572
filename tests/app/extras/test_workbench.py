"""workbench.*: what Chrome's API lacks, through the same road."""

import asyncio
import hashlib
import ssl
from typing import Any

import pytest
import trustme

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.calls import ApiError, Outcome
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.extras.workbench import Workbench
from support.chrome_apps import (
    Collected,
    RecordingCapture,
    connected,
    discard,
    echo,
    eventually,
    paused,
    running_app,
    serving,
)
from support.platforms import counts_drops, has_all_of_loopback

CA = trustme.CA(key_type=trustme.KeyType.ECDSA)
LEAF = CA.issue_cert("127.0.0.1", "localhost", key_type=trustme.KeyType.ECDSA)
CA_PEM = CA.cert_pem.bytes().decode()
CHAIN_PEM = b"".join(blob.bytes() for blob in LEAF.cert_chain_pems).decode()
KEY_PEM = LEAF.private_key_pem.bytes().decode()
DIGEST = hashlib.sha256(
    ssl.PEM_cert_to_DER_cert(LEAF.cert_chain_pems[0].bytes().decode())
).hexdigest()


def tls_server() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    LEAF.configure_cert(context)
    return context


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({}, -202),
        ({"extraCa": CA_PEM}, 0),
        ({"extraCa": CA_PEM, "serverName": "localhost"}, 0),
        ({"extraCa": CA_PEM, "serverName": "other"}, -200),
        ({"extraCa": "nonsense"}, -202),
        ({"pinnedSha256": DIGEST.upper()}, 0),
        ({"pinnedSha256": DIGEST[:-1] + "x"}, -202),
        ({"pinnedSha256": f"{'0' * 64}, {DIGEST}"}, 0),
        ({"anyCertificate": True}, 0),
        ({"extraCa": CA_PEM, "tlsVersion": {"min": "tls1.3", "max": "tls1.2"}}, -107),
    ],
)
async def test_secure_trusts_whom_it_is_told(options: Any, code: int) -> None:
    async with serving(echo, ssl=tls_server()) as port, running_app() as app:
        await paused(app, port)

        assert await Workbench(app).tcp.secure(1, options) == code


async def test_tls_info_tells_what_was_agreed() -> None:
    async with serving(echo, ssl=tls_server()) as port, running_app() as app:
        workbench = Workbench(app)
        await paused(app, port)
        with pytest.raises(ApiError, match="not a connected TLS socket"):
            await workbench.tcp.getTlsInfo(1)
        await workbench.tcp.secure(1, {"pinnedSha256": DIGEST})
        info = await workbench.tcp.getTlsInfo(1)

    assert info["version"] == "TLSv1.3"
    assert info["cipher"].startswith("TLS_")
    assert hashlib.sha256(info["certificate"]).hexdigest() == DIGEST
    assert info["chain"][0] == info["certificate"]


@has_all_of_loopback
async def test_connect_leaves_by_the_adapter_of_choice() -> None:
    async with serving(discard) as port, running_app() as app:
        await app.sockets.tcp.create()
        options: Any = {"sourceAddress": "127.0.0.3", "dnsQueryType": "ipv4"}

        assert await Workbench(app).tcp.connect(1, "localhost", port, options) == 0
        assert (await app.sockets.tcp.getInfo(1)).get("localAddress") == "127.0.0.3"


async def test_connect_by_an_address_that_is_not_ours_fails() -> None:
    async with serving(discard) as port, running_app() as app:
        await app.sockets.tcp.create()
        options: Any = {"sourceAddress": "203.0.113.7"}

        assert await Workbench(app).tcp.connect(1, "127.0.0.1", port, options) == -108


async def test_reset_is_seen_by_the_peer() -> None:
    seen = asyncio.get_running_loop().create_future()

    async def watching(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        try:
            seen.set_result(await reader.read())
        except ConnectionResetError as error:
            seen.set_result(error)

    async with serving(watching) as port, running_app() as app:
        errors = Collected(app.sockets.tcp.onReceiveError)
        await connected(app, port)
        assert await Workbench(app).tcp.reset(1) is None

        assert isinstance(await seen, ConnectionResetError)
        assert await errors.count(1) == [{"socketId": 1, "resultCode": -100}]


async def test_tls_server_tells_of_clients_that_shook_hands() -> None:
    capture = RecordingCapture()

    async with running_app(capture=capture) as app:
        workbench, accepts = Workbench(app), Collected(app.sockets.tcpServer.onAccept)
        received = Collected(app.sockets.tcp.onReceive)
        await app.sockets.tcpServer.create()
        assert await workbench.tcpServer.setTls(1, CHAIN_PEM, KEY_PEM) == 0
        await app.sockets.tcpServer.listen(1, "127.0.0.1", 0)
        port = (await app.sockets.tcpServer.getInfo(1)).get("localPort", 0)
        _, stranger = await asyncio.open_connection("127.0.0.1", port)
        stranger.write(b"GET / HTTP/1.0\r\n\r\n")
        await eventually(lambda: bool(capture.named("workbench.tcpServer.handshakeFailed")))
        client = ssl.create_default_context(cadata=CA_PEM)
        _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client)
        writer.write(b"secret")
        await accepts.count(1)
        await app.sockets.tcp.setPaused(1, False)

        assert await received.received_bytes(6) == b"secret"
        for one in (stranger, writer):
            one.close()
    (row,) = capture.named("workbench.tcpServer.setTls")
    assert KEY_PEM not in row.arguments
    assert (row.key, row.arguments.endswith('"(private key)"]')) == (1, True)


async def test_tls_server_wants_a_certificate_with_its_key() -> None:
    async with running_app() as app:
        server = Workbench(app).tcpServer
        await app.sockets.tcpServer.create()

        assert await server.setTls(1, CHAIN_PEM, "no key") == -207
        assert await server.setTls(1, "", "") == 0
        assert app.sockets.tcpServer.sockets[1].tls is None


@counts_drops
async def test_kernel_buffer_is_asked_for_and_told() -> None:
    async with running_app() as app:
        udp = Workbench(app).udp
        await app.sockets.udp.create()
        assert await udp.getInfo(1) == {}
        assert await udp.setReceiveBuffer(1, 300_000) == 0
        await app.sockets.udp.bind(1, "127.0.0.1", 0)
        first = await udp.getInfo(1)
        granted = await udp.setReceiveBuffer(1, 100_000)

        assert first.get("receiveBuffer", 0) >= 200_000
        assert 100_000 <= granted < first.get("receiveBuffer", 0)
        assert first.get("dropped") == 0


@pytest.mark.parametrize(
    ("namespace", "method", "args"),
    [
        ("tcp", "connect", ("h", 1)),
        ("tcp", "getTlsInfo", ()),
        ("tcp", "reset", ()),
        ("tcpServer", "setTls", ("", "")),
        ("udp", "setReceiveBuffer", (1,)),
        ("udp", "getInfo", ()),
        ("udp", "joinGroup", ("239.1.1.1", "")),
        ("udp", "setAdapter", ("lo",)),
        ("udp", "setShared", (True,)),
        ("udp", "setMulticastTimeToLive", (1,)),
        ("udp", "setMulticastLoopbackMode", (True,)),
    ],
)
async def test_unknown_id(namespace: str, method: str, args: Any) -> None:
    async with running_app() as app:
        with pytest.raises(ApiError, match="Socket not found"):
            await getattr(getattr(Workbench(app), namespace), method)(7, *args)


async def test_permissions_hold_here_too() -> None:
    async with running_app(manifest=Manifest.parse({"sockets": {}})) as app:
        workbench = Workbench(app)
        await app.sockets.tcp.create()
        await app.sockets.udp.create()
        with pytest.raises(ApiError, match="Does not have permission"):
            await workbench.tcp.connect(1, "h", 1)
        with pytest.raises(ApiError, match="App does not have permission"):
            await workbench.udp.joinGroup(1, "239.1.1.1", "127.0.0.1")


async def test_group_is_joined_on_an_adapter() -> None:
    async with running_app() as app:
        await app.sockets.udp.create()
        await app.sockets.udp.bind(1, "0.0.0.0", 0)

        assert await Workbench(app).udp.joinGroup(1, "239.255.77.9", "127.0.0.1") == 0
        assert await app.sockets.udp.getJoinedGroups(1) == ["239.255.77.9"]
        assert await app.sockets.udp.leaveGroup(1, "239.255.77.9") == 0
        assert await Workbench(app).udp.joinGroup(1, "239.255.77.9", "not an address") == -4


async def test_scripts_reach_it_by_name() -> None:
    outcomes: list[Outcome] = []

    async with running_app() as app:
        Workbench(app)
        assert isinstance(app, ChromeApp)
        app.invoke("workbench.udp.getInfo", [7], outcomes.append)
        await app.sockets.tcp.create()

    assert outcomes == [Outcome((), "Socket not found")]
