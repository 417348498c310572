"""chrome.sockets.tcpServer: listening, accepting, pausing, what becomes of the accepted."""

import asyncio
import socket
from typing import Any

import pytest

from socket_workbench.chrome.calls import ApiError
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from socket_workbench.net.errors import ResultCode, SocketError
from support.chrome_apps import Collected, RecordingCapture, running_app


async def listening(app: Any, **properties: Any) -> int:
    """Make listening socket 1; gives its port."""
    server = app.sockets.tcpServer
    made = await server.create(properties)
    assert await server.listen(made["socketId"], "127.0.0.1", 0) == 0
    return (await server.getInfo(made["socketId"]))["localPort"]


async def dial(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", port)


async def hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    await writer.wait_closed()


async def test_accepted_socket_starts_paused_without_local_address() -> None:
    capture = RecordingCapture()

    async with running_app(capture=capture) as app:
        accepts = Collected(app.sockets.tcpServer.onAccept)
        received = Collected(app.sockets.tcp.onReceive)
        with app.panel_scope("srv"):
            port = await listening(app)
        _, writer = await dial(port)
        writer.write(b"hello")
        await accepts.count(1)
        info = await app.sockets.tcp.getInfo(1)

        assert accepts.infos == [{"socketId": 1, "clientSocketId": 1}]
        assert info == {
            "socketId": 1,
            "persistent": False,
            "paused": True,
            "connected": True,
            "peerAddress": "127.0.0.1",
            "peerPort": writer.get_extra_info("sockname")[1],
        }
        found = app.find("sockets.tcp", 1)
        assert found is not None
        assert (found.parent, found.identity.panel) == (1, "srv")
        assert received.infos == []
        await app.sockets.tcp.setPaused(1, False)
        assert await received.received_bytes(5) == b"hello"
        await hang_up(writer)
    (row,) = capture.named("sockets.tcpServer.onAccept")
    assert row.key == 1


async def test_listening_socket_tells_where() -> None:
    async with running_app() as app:
        port = await listening(app, name="n", persistent=True)

        assert await app.sockets.tcpServer.getSockets() == [
            {
                "socketId": 1,
                "persistent": True,
                "paused": False,
                "name": "n",
                "localAddress": "127.0.0.1",
                "localPort": port,
            }
        ]
        assert app.live()[0].is_listening


@pytest.mark.parametrize(
    ("address", "port", "backlog", "code"),
    [
        ("localhost", 0, None, -4),
        ("", 0, None, -4),
        ("[::1]", 0, None, -4),
        ("203.0.113.7", 0, None, -108),
        ("127.1", 65536, None, 0),
        ("127.0.0.1", 0, 0, -4),
        ("127.0.0.1", 0, -1, 0),
        ("::1", 0, 5, 0),
    ],
)
async def test_listen_answers(address: str, port: int, backlog: int | None, code: int) -> None:
    async with running_app() as app:
        await app.sockets.tcpServer.create()

        assert await app.sockets.tcpServer.listen(1, address, port, backlog) == code


async def test_port_is_free_right_after_disconnect_and_not_before() -> None:
    async with running_app() as app:
        server = app.sockets.tcpServer
        port = await listening(app)
        await server.create()
        assert await server.listen(2, "127.0.0.1", port) == -147

        await server.disconnect(1)

        assert "localPort" not in await server.getInfo(1)
        assert await server.listen(2, "127.0.0.1", port) == 0


async def test_permission_is_needed() -> None:
    manifest = Manifest.parse({"sockets": {"tcpServer": {"listen": ":9"}}})

    async with running_app(manifest=manifest) as app:
        await app.sockets.tcpServer.create()
        with pytest.raises(ApiError, match=r"^Does not have permission$"):
            await app.sockets.tcpServer.listen(1, "127.0.0.1", 0)


async def test_pausing_lets_one_more_connection_through_and_never_resumes_in_chromium() -> None:
    async with running_app() as app:
        accepts = Collected(app.sockets.tcpServer.onAccept)
        port = await listening(app)
        await asyncio.sleep(0)
        await app.sockets.tcpServer.setPaused(1, True)
        dialled = [await dial(port) for _ in range(3)]
        await accepts.count(1)

        await app.sockets.tcpServer.setPaused(1, False)
        await app.sockets.tcp.getSockets()

        assert len(accepts.infos) == 1
        assert not (await app.sockets.tcpServer.getInfo(1))["paused"]
        for _, writer in dialled:
            await hang_up(writer)


async def test_unpausing_resumes_in_documented() -> None:
    async with running_app(Compat.DOCUMENTED) as app:
        accepts = Collected(app.sockets.tcpServer.onAccept)
        port = await listening(app)
        await app.sockets.tcpServer.setPaused(1, True)
        dialled = [await dial(port) for _ in range(3)]
        await accepts.count(1)

        await app.sockets.tcpServer.setPaused(1, False)
        await accepts.count(3)

        for _, writer in dialled:
            await hang_up(writer)


async def test_second_listen_takes_a_second_port_and_pauses() -> None:
    async with running_app() as app:
        server = app.sockets.tcpServer
        errors = Collected(server.onAcceptError)
        first = await listening(app)
        await asyncio.sleep(0)
        assert await server.listen(1, "127.0.0.1", 0) == 0
        await errors.count(1)
        info = await server.getInfo(1)

        assert errors.infos == [{"socketId": 1, "resultCode": -2}]
        assert info["paused"]
        assert info.get("localPort") != first
        await server.create()
        assert await server.listen(2, "127.0.0.1", first) == -147
        await server.close(1)
        assert await server.listen(2, "127.0.0.1", first) == 0


async def test_further_listens_accept_where_the_first_one_did() -> None:
    async with running_app() as app:
        server = app.sockets.tcpServer
        accepts = Collected(server.onAccept)
        await server.create()
        await server.setPaused(1, True)
        ports = []
        for _ in range(3):
            assert await server.listen(1, "127.0.0.1", 0) == 0
            ports.append((await server.getInfo(1)).get("localPort"))
        first, second, third = ports
        await server.setPaused(1, False)
        assert await server.listen(1, "127.0.0.1", second) == 0  # the third one let it go
        _, queued = await dial(second)
        _, accepted = await dial(first)
        await accepts.count(1)
        peer = (await app.sockets.tcp.getInfo(1)).get("peerPort")

        assert peer == accepted.get_extra_info("sockname")[1]
        assert (await server.getInfo(1)).get("localPort") == second
        with pytest.raises(ConnectionRefusedError):
            await dial(third)
        await hang_up(queued)
        await hang_up(accepted)


@pytest.mark.parametrize(
    ("address", "backlog", "code"),
    [("127.0.0.1", 0, -4), ("192.0.2.1", 5, -108)],
    ids=["backlog", "foreign address"],
)
async def test_failed_listen_ends_the_one_before(address: str, backlog: int, code: int) -> None:
    async with running_app() as app:
        server = app.sockets.tcpServer
        errors = Collected(server.onAcceptError)
        port = await listening(app)
        await asyncio.sleep(0)
        assert await server.listen(1, address, 0, backlog) == code
        info = await server.getInfo(1)

        assert (info["paused"], info.get("localPort")) == (False, port)
        found = app.find("sockets.tcpServer", 1)
        assert found is not None
        assert not found.is_listening
        with pytest.raises(ConnectionRefusedError):
            await dial(port)
        assert errors.infos == []
        assert await server.listen(1, "127.0.0.1", 0) == 0
        await errors.count(1)  # the accept that was in flight counts until disconnect
        await server.disconnect(1)
        assert "localPort" not in await server.getInfo(1)


async def test_listen_at_no_literal_leaves_the_one_before_alone() -> None:
    async with running_app() as app:
        accepts = Collected(app.sockets.tcpServer.onAccept)
        port = await listening(app)
        assert await app.sockets.tcpServer.listen(1, "localhost", 0) == -4
        _, writer = await dial(port)
        await accepts.count(1)
        await hang_up(writer)


async def test_close_leaves_accepted_connections_alone() -> None:
    async with running_app() as app:
        accepts = Collected(app.sockets.tcpServer.onAccept)
        received = Collected(app.sockets.tcp.onReceive)
        port = await listening(app)
        _, writer = await dial(port)
        await accepts.count(1)
        await app.sockets.tcpServer.close(1)
        with pytest.raises(ApiError, match="Socket not found"):
            await app.sockets.tcpServer.getInfo(1)

        writer.write(b"alive")
        await app.sockets.tcp.setPaused(1, False)

        assert await received.received_bytes(5) == b"alive"
        await hang_up(writer)


async def test_failed_accept_pauses_and_tells() -> None:
    async with running_app() as app:
        errors = Collected(app.sockets.tcpServer.onAcceptError)
        await listening(app)
        error = SocketError(ResultCode.INSUFFICIENT_RESOURCES, "EMFILE")
        app.sockets.tcpServer.sockets[1].accept_failed(error, 5)
        await errors.count(1)

        assert errors.infos == [{"socketId": 1, "resultCode": -12}]
        assert (await app.sockets.tcpServer.getInfo(1))["paused"]


async def test_listener_that_breaks_ends_accepting() -> None:
    async with running_app() as app:
        errors = Collected(app.sockets.tcpServer.onAcceptError)
        await listening(app)
        acceptor = app.sockets.tcpServer.sockets[1]._listening._acceptor
        assert acceptor is not None
        raw = acceptor.listener._socket
        raw.shutdown(socket.SHUT_RDWR)
        await errors.count(1)

        assert errors.infos[0]["resultCode"] == -4


@pytest.mark.parametrize(
    ("method", "args"),
    [
        ("update", ({},)),
        ("setPaused", (True,)),
        ("listen", ("127.0.0.1", 0)),
        ("disconnect", ()),
        ("close", ()),
        ("getInfo", ()),
    ],
)
async def test_unknown_id_has_no_argument(method: str, args: Any) -> None:
    async with running_app() as app:
        with pytest.raises(ApiError, match=r"^Socket not found$"):
            await getattr(app.sockets.tcpServer, method)(7, *args)


async def test_update_changes_name_and_persistence() -> None:
    async with running_app() as app:
        await app.sockets.tcpServer.create()
        await app.sockets.tcpServer.update(1, {"name": "x", "persistent": True})

        assert (await app.sockets.tcpServer.getInfo(1)).get("name") == "x"
