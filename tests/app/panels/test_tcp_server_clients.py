"""A server's clients: who is there, who left and why, pauses, sending to one and to all."""

import asyncio
import socket
from pathlib import Path

from socket_workbench.chrome.context import WRITE_QUOTA_BYTES
from socket_workbench.net.events import Cause
from socket_workbench.panels.file_sending import TransferStatus
from socket_workbench.panels.messages import Message
from socket_workbench.panels.tcp_server_state import ClientOptions, ClientState
from socket_workbench.session.tcp_entries import ReplyEntry, ResponderEntry
from support.chrome_apps import Entry, eventually
from support.server_panel import ECHO, client_of, rule, rules, server_panel

FLOOD_BYTES = 20_000_000


async def test_clients_are_listed_in_their_order_with_their_peers() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (_, first), client_of(port) as (_, second):
            rows = await panel.clients(2)

            ports = [writer.get_extra_info("sockname")[1] for writer in (first, second)]
            assert [row.peer.port for row in rows] == ports
            assert {row.state for row in rows} == {ClientState.OPEN}


async def test_a_client_that_closes_is_closed_here_and_stays_listed() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            await panel.clients(1)
            writer.write_eof()

            assert await reader.read() == b""
            await panel.clients(0)
            assert panel.rows[0].state is ClientState.LEFT
            assert panel.rows[0].cause == Cause.FIN
            assert panel.rows[0].ended_s is not None
            assert len(panel.app.sockets.tcp.sockets) == 0


async def test_a_half_closed_client_can_be_answered_where_that_is_wanted() -> None:
    async with server_panel() as panel:
        panel.controller.client_options_changed(ClientOptions(keeps_half_closed=True))
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            await panel.clients(1)
            writer.write_eof()
            await panel.until(lambda: panel.rows[0].state is ClientState.FINISHED)

            panel.controller.send_requested(b"late")

            assert await reader.readexactly(4) == b"late"


async def test_answers_leave_before_a_finished_client_is_closed() -> None:
    async with server_panel() as panel:
        reply = ReplyEntry(text="done", delay_ms=30)
        panel.controller.responder_changed(ResponderEntry(mode="fixed", fixed=reply))
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            writer.write(b"x")
            writer.write_eof()

            assert await reader.read() == b"done"


async def test_a_reset_is_told_in_the_list() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (_, writer):
            await panel.clients(1)
            reset(writer)
            await panel.clients(0)

            assert panel.rows[0].cause == "ECONNRESET"


async def test_disconnecting_one_leaves_the_others() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (first, _), client_of(port):
            rows = await panel.clients(2)

            panel.controller.disconnect_clients_requested([rows[0].key], False)

            assert await first.read() == b""
            await panel.clients(1)
            assert panel.rows[0].cause == Cause.LOCAL


async def test_a_reset_of_ours_reaches_the_client() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (reader, _):
            rows = await panel.clients(1)

            panel.controller.disconnect_clients_requested([rows[0].key], True)

            try:
                await reader.read()
                was_reset = False
            except ConnectionResetError:
                was_reset = True
            assert was_reset


async def test_a_client_closed_from_outside_has_left() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port):
            await panel.clients(1)
            await panel.app.sockets.tcp.close(next(iter(panel.app.sockets.tcp.sockets)))

            await panel.clients(0)

            assert panel.rows[0].state is ClientState.LEFT


async def test_a_paused_client_is_read_on_when_it_is_resumed() -> None:
    async with server_panel() as panel:
        panel.controller.responder_changed(ECHO)
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            rows = await panel.clients(1)
            panel.controller.pause_clients_requested([rows[0].key], True)
            await panel.until(lambda: panel.rows[0].is_paused)
            # As Chrome: one read was in flight when the socket was paused.
            writer.write(b"one")
            assert await reader.readexactly(3) == b"one"
            writer.write(b"two")

            panel.controller.pause_clients_requested([rows[0].key], False)

            assert await reader.readexactly(3) == b"two"


async def test_sends_to_the_chosen_client_only() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (first, _), client_of(port) as (second, _):
            rows = await panel.clients(2)
            panel.controller.client_chosen(rows[1].key)
            panel.controller.send_requested(b"you")
            panel.controller.send_all_requested(b"all")

            assert await second.readexactly(6) == b"youall"
            assert await first.readexactly(3) == b"all"


async def test_sending_to_nobody_is_told_and_the_notice_goes_with_the_next_send() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        panel.controller.send_requested(b"x")
        await panel.until(lambda: panel.notice is not None)
        assert panel.notice is not None
        assert panel.notice.message is Message.NO_CLIENTS

        async with client_of(port):
            await panel.clients(1)
            panel.controller.send_requested(b"x")
            await panel.until(lambda: panel.notice is None)


async def test_sending_to_one_that_left_is_told() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port):
            rows = await panel.clients(1)
            panel.controller.client_chosen(rows[0].key)
        await panel.clients(0)

        panel.controller.send_requested(b"x")
        await panel.until(lambda: panel.notice is not None)

        assert panel.notice is not None
        assert panel.notice.message is Message.CLIENT_GONE


async def test_a_send_that_reached_some_is_told_with_numbers() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (reader, _), client_of(port) as (_, lazy):
            rows = await panel.clients(2)
            stop_reading(lazy)
            panel.controller.send_all_requested(b"x" * FLOOD_BYTES)
            assert len(await reader.readexactly(FLOOD_BYTES)) == FLOOD_BYTES

            panel.controller.disconnect_clients_requested([rows[1].key], False)
            await panel.until(lambda: panel.notice is not None)

            assert panel.notice is not None
            assert panel.notice.message is Message.SENT_TO_SOME
            assert panel.notice.values["sent"] == 1
            assert panel.notice.values["clients"] == 2
            assert panel.notice.values["port"] == rows[1].peer.port


async def test_a_file_goes_to_all(tmp_path: Path) -> None:
    data = bytes(range(256)) * 1000
    (tmp_path / "data").write_bytes(data)
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port) as (first, _), client_of(port) as (second, _):
            await panel.clients(2)

            panel.controller.send_file_requested(tmp_path / "data", to_all=True)

            assert await first.readexactly(len(data)) == data
            assert await second.readexactly(len(data)) == data
            await panel.until(
                lambda: (
                    panel.state.transfer is not None
                    and panel.state.transfer.status is TransferStatus.DONE
                )
            )


async def test_a_missing_file_is_told(tmp_path: Path) -> None:
    async with server_panel() as panel:
        panel.controller.send_file_requested(tmp_path / "none")
        await panel.until(lambda: panel.notice is not None)

        assert panel.notice is not None
        assert (panel.notice.message, panel.notice.cause) == (Message.FILE_UNREADABLE, "ENOENT")


async def test_only_those_that_left_are_forgotten() -> None:
    async with server_panel() as panel:
        port = await panel.listen()
        async with client_of(port):
            await panel.clients(1)
        await panel.clients(0)
        async with client_of(port):
            rows = await panel.clients(1)

            panel.controller.client_chosen(rows[0].key)
            panel.controller.forget_clients_requested([row.key for row in rows])
            await panel.until(lambda: len(panel.rows) == 1)

            assert panel.rows[0].state is ClientState.OPEN
            assert panel.state.chosen is None


async def test_echo_returns_a_flood_whole_though_the_client_reads_late() -> None:
    data = bytes(i * 7 & 255 for i in range(1 << 16)) * 64
    async with server_panel() as panel:
        panel.controller.responder_changed(ECHO)
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            await panel.clients(1)
            writer.write(data)  # more than all buffers hold: reading must be held meanwhile
            await eventually(lambda: has_paused(panel.capture.named("sockets.tcp.setPaused")))

            assert await reader.readexactly(len(data)) == data
            assert not panel.rows[0].is_paused


async def test_a_rule_answers_with_what_it_captured() -> None:
    async with server_panel() as panel:
        panel.controller.responder_changed(rules(rule(r"GET (\S+)", r"$1 ${counter:1}\n")))
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            writer.write(b"GET /a")
            assert await reader.readline() == b"/a 1\n"
            writer.write(b"GET /b")
            assert await reader.readline() == b"/b 2\n"
            assert panel.controller.responder.statuses[0].hits == 2


async def test_a_stopped_rule_is_told_with_its_name() -> None:
    async with server_panel() as panel:
        panel.controller.responder_changed(rules(rule("(a|a)*$", "never")))
        port = await panel.listen()
        async with client_of(port) as (_, writer):
            writer.write(b"a" * 80 + b"b")
            await panel.until(lambda: panel.notice is not None)

        assert panel.notice is not None
        assert panel.notice.message is Message.RULE_STOPPED
        assert panel.notice.values == {"rule": "“1”", "bytes": 81}


async def test_answers_wait_while_too_much_is_to_be_sent() -> None:
    async with server_panel() as panel:
        panel.controller.responder_changed(ECHO)
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            await panel.clients(1)
            context = panel.app.context
            context.pending_bytes += WRITE_QUOTA_BYTES
            writer.write(b"patience")
            refused = panel.capture.named
            await eventually(lambda: any("quota" in c.result for c in refused("sockets.tcp.send")))

            context.pending_bytes -= WRITE_QUOTA_BYTES

            assert await reader.readexactly(8) == b"patience"


async def test_a_rule_closes_after_its_reply() -> None:
    async with server_panel() as panel:
        bye = ReplyEntry(text="bye", then="close")
        panel.controller.responder_changed(ResponderEntry(mode="fixed", fixed=bye))
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            writer.write(b"x")

            assert await reader.read() == b"bye"
            await panel.clients(0)


async def test_closing_in_the_middle_of_everything_leaves_nothing() -> None:
    async with server_panel() as panel:
        panel.controller.responder_changed(ECHO)
        port = await panel.listen()
        async with client_of(port) as (_, writer), client_of(port) as (_, lazy):
            await panel.clients(2)
            stop_reading(lazy)
            writer.write(b"x" * FLOOD_BYTES)
            panel.controller.send_all_requested(b"y" * FLOOD_BYTES)
            await eventually(lambda: len(panel.capture.named("sockets.tcp.onReceive")) > 0)

            await panel.controller.aclose()

            assert panel.app.live() == ()


async def test_two_hundred_clients_are_shown_once_per_tick() -> None:
    async with server_panel() as panel:
        panel.controller.responder_changed(ECHO)
        port = await panel.listen()
        pairs = await asyncio.gather(
            *(asyncio.open_connection("127.0.0.1", port) for _ in range(200))
        )
        await eventually(lambda: len(panel.controller.clients.there) == 200)
        before = panel.view.lists
        panel.controller.tick()
        assert panel.view.lists == before + 1
        for _, writer in pairs:
            writer.write(b"ping")
        for reader, writer in pairs:
            assert await reader.readexactly(4) == b"ping"
            writer.close()
        await panel.clients(0)


def has_paused(calls: list[Entry]) -> bool:
    return any("true" in call.arguments for call in calls)


def stop_reading(writer: asyncio.StreamWriter) -> None:
    transport = writer.transport
    assert isinstance(transport, asyncio.ReadTransport)
    transport.pause_reading()


def reset(writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()
