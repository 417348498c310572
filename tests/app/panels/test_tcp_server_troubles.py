"""A server in trouble: sends that fail, files that wait, sockets that others change."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from socket_workbench.chrome.context import WRITE_QUOTA_BYTES
from socket_workbench.panels import tcp_server_clients
from socket_workbench.panels.file_sending import TransferStatus
from socket_workbench.panels.messages import Message
from socket_workbench.panels.tcp_server_certificates import IdentitySource, generate_identity
from socket_workbench.panels.tcp_server_state import ClientOptions, ListenOptions
from support.server_panel import ECHO, ServerPanel, client_of, server_panel

FLOOD_BYTES = 20_000_000


def stop_reading(writer: asyncio.StreamWriter) -> None:
    assert isinstance(writer.transport, asyncio.ReadTransport)
    writer.transport.pause_reading()


def message(panel: ServerPanel) -> Message | None:
    return None if panel.notice is None else panel.notice.message


async def test_options_reach_clients_that_are_here_and_those_that_come() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port), client_of(port):
            await panel.clients(2)
            panel.controller.client_options_changed(ClientOptions(buffer_size=512, no_delay=True))
            async with client_of(port):
                await panel.clients(3)

                infos = await panel.app.sockets.tcp.getSockets()
                assert [info.get("bufferSize") for info in infos] == [512] * 3
                calls = panel.capture.named("sockets.tcp.setNoDelay")
                await panel.until(lambda: [call.code for call in calls] == [0] * 3)


async def test_a_send_cut_off_by_our_own_disconnect_is_told() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (_, lazy):
            rows = await panel.clients(1)
            stop_reading(lazy)
            panel.controller.client_chosen(rows[0].key)
            panel.controller.send_requested(b"x" * FLOOD_BYTES)
            await panel.until(lambda: bool(panel.capture.named("sockets.tcp.send")))

            panel.controller.disconnect_clients_requested([rows[0].key], False)
            await panel.until(lambda: panel.notice is not None)

            assert message(panel) is Message.SEND_ABANDONED


async def test_a_send_that_the_client_cut_off_is_told_with_its_address() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (_, lazy):
            rows = await panel.clients(1)
            stop_reading(lazy)
            panel.controller.client_chosen(rows[0].key)
            panel.controller.send_requested(b"x" * FLOOD_BYTES)
            await panel.until(lambda: bool(panel.capture.named("sockets.tcp.send")))
            lazy.transport.abort()
            await panel.until(lambda: panel.notice is not None)

            assert message(panel) is Message.SEND_FAILED
            assert panel.notice is not None
            assert panel.notice.values["port"] == rows[0].peer.port


async def test_more_than_the_api_takes_is_told_in_its_own_words() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port):
            await panel.clients(1)
            panel.app.context.pending_bytes += WRITE_QUOTA_BYTES
            panel.controller.send_requested(b"x")
            await panel.until(lambda: panel.notice is not None)
            panel.app.context.pending_bytes -= WRITE_QUOTA_BYTES

            assert message(panel) is Message.CALL_FAILED
            assert panel.notice is not None
            assert panel.notice.values["text"] == "Exceeded write quota."


async def test_a_second_file_waits_and_the_first_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(bytes(FLOOD_BYTES))
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (reader, lazy):
            await panel.clients(1)
            stop_reading(lazy)
            panel.controller.send_file_requested(path)
            await panel.until(lambda: bool(panel.capture.named("sockets.tcp.send")))
            panel.controller.send_file_requested(path)
            await panel.until(lambda: message(panel) is Message.FILE_UNDER_WAY)

            panel.controller.cancel_file_requested()
            assert isinstance(lazy.transport, asyncio.ReadTransport)
            lazy.transport.resume_reading()
            draining = asyncio.get_running_loop().create_task(reader.read(-1))
            await panel.until(
                lambda: (
                    panel.state.transfer is not None
                    and panel.state.transfer.status is TransferStatus.STOPPED
                )
            )
            panel.controller.disconnect_clients_requested([panel.rows[0].key], False)
            assert len(await draining) < FLOOD_BYTES


async def test_a_file_for_nobody_fails(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"x")
    async with server_panel() as panel:
        panel.controller.send_file_requested(tmp_path / "small", to_all=True)
        await panel.until(lambda: message(panel) is Message.NO_CLIENTS)


async def test_a_pause_of_others_is_followed() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port):
            await panel.clients(1)
            socket_id = next(iter(panel.app.sockets.tcp.sockets))
            await panel.app.sockets.tcp.setPaused(socket_id, True)
            await panel.until(lambda: panel.rows[0].is_paused)

            await panel.app.sockets.tcp.setPaused(socket_id, False)
            await panel.until(lambda: not panel.rows[0].is_paused)


async def test_only_so_many_that_left_stay_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcp_server_clients, "LEFT_LIMIT", 2)
    async with server_panel() as panel:
        port = await panel.listen()
        peers: list[int] = []
        for _ in range(4):
            async with client_of(port) as (_, writer):
                peers.append(writer.get_extra_info("sockname")[1])
                await panel.clients(1)
            await panel.clients(0)
        panel.controller.forget_clients_requested([])
        panel.controller.tick()

        assert [row.peer.port for row in panel.rows] == peers[-2:]


async def test_another_panels_sockets_are_left_alone() -> None:
    async with server_panel() as panel:
        panel.controller.responder_changed(ECHO)
        other = panel.app.sockets.tcpServer
        socket_id = (await other.create())["socketId"]
        await other.listen(socket_id, "127.0.0.1", 0)
        port = (await other.getInfo(socket_id)).get("localPort", 0)
        async with client_of(port):
            await panel.until(lambda: bool(panel.app.sockets.tcp.sockets))

            assert len(panel.rows) == 0
            assert panel.state.open_clients == 0


async def test_a_dismissed_notice_is_gone_and_the_new_title_is_recorded() -> None:
    async with server_panel() as panel:
        panel.controller.rename("renamed")
        panel.controller.listen_requested("nowhere", "1")
        assert panel.notice is not None
        panel.controller.notice_dismissed()
        assert panel.notice is None

        server = panel.app.sockets.tcpServer
        await server.close(next(iter(server.sockets)))
        await panel.until(lambda: panel.state.socket is None)
        await panel.listen()

        assert [made["panel"] for made in panel.capture.sockets] == ["server", "renamed"]


async def test_listening_anew_after_the_socket_was_closed_tells_nothing_of_that() -> None:
    async with server_panel() as panel:
        server = panel.app.sockets.tcpServer
        await server.close(next(iter(server.sockets)))

        assert await panel.listen() > 0

        assert panel.notice is None


async def test_stopping_at_once_listens_nowhere() -> None:
    async with server_panel() as panel:
        panel.controller.listen_requested("127.0.0.1", "0")
        panel.controller.stop_requested()
        await panel.until(lambda: panel.state.local is None and not panel.state.is_listening)

        infos = await panel.app.sockets.tcpServer.getSockets()
        assert "localPort" not in infos[0]


async def test_what_the_tls_library_refuses_is_told() -> None:
    broken = replace(generate_identity(["a"], days=1), certificate_pem="none")
    async with server_panel() as panel:
        panel.controller._tls.change(IdentitySource(generated="broken"))
        panel.controller._tls.identity = broken

        assert await panel.listen() == 0

        assert message(panel) is Message.CERTIFICATE_REFUSED
        assert panel.notice is not None
        assert panel.notice.code == -207


async def test_options_before_the_socket_is_made_are_its_first() -> None:
    async with server_panel() as panel:
        server = panel.app.sockets.tcpServer
        await server.close(next(iter(server.sockets)))
        await panel.until(lambda: panel.state.socket is None)
        panel.controller.listen_options_changed(ListenOptions(name="early"))
        await panel.listen()

        assert (await server.getSockets())[0].get("name") == "early"
