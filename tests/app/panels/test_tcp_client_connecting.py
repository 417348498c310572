"""Connecting, cancelling, ending and coming back."""

import asyncio

import pytest

from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field, Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_client_state import Phase, TcpClientOptions
from socket_workbench.tasks import TaskScope
from support.fake_chrome import FIRST_KEY
from support.logs import fail_test
from support.tcp_panel import TcpPanel, tcp_panel


async def test_start_makes_the_socket_with_its_options() -> None:
    options = TcpClientOptions(name="probe", persistent=True, buffer_size=100)

    async with tcp_panel(options) as panel:
        created = panel.tcp.called("create")

    assert created == [({"name": "probe", "persistent": True, "bufferSize": 100},)]


async def test_socket_is_made_under_the_panels_title() -> None:
    async with tcp_panel() as panel:
        assert panel.chrome.titles == ["http probe"]


async def test_state_names_the_socket_before_it_connects() -> None:
    async with tcp_panel() as panel:
        state = panel.controller.state

    assert (state.phase, state.label, state.socket) == (Phase.IDLE, "tcp 1", FIRST_KEY)


async def test_connect_passes_what_was_typed() -> None:
    async with tcp_panel() as panel:
        await panel.connect(" localhost ", "8080", "ipv6")

        assert panel.tcp.called("connect") == [(1, "localhost", 8080, "ipv6")]


async def test_connect_goes_through_connecting_to_open() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        phases = list(dict.fromkeys(state.phase for state in panel.view.states))
    assert phases == [Phase.IDLE, Phase.CONNECTING, Phase.OPEN]


async def test_refused_connection_returns_to_idle_with_notice() -> None:
    async with tcp_panel() as panel:
        panel.tcp.connect_code, panel.tcp.cause = ResultCode.CONNECTION_REFUSED, "ECONNREFUSED"

        await panel.connect("127.0.0.1", "9")

        assert panel.phase is Phase.IDLE
        assert panel.notice == Notice(
            message=Message.CONNECT_FAILED,
            code=-102,
            cause="ECONNREFUSED",
            values={"host": "127.0.0.1", "port": 9},
        )


async def test_next_attempt_takes_the_notice_away() -> None:
    async with tcp_panel() as panel:
        panel.tcp.connect_code = ResultCode.CONNECTION_REFUSED
        await panel.connect()
        panel.tcp.connect_code = 0

        await panel.connect()

        assert (panel.phase, panel.notice) == (Phase.OPEN, None)


@pytest.mark.parametrize(
    ("host", "port", "field"),
    [
        pytest.param("", "80", Field.HOST, id="empty host"),
        pytest.param("a b", "80", Field.HOST, id="host with a space"),
        pytest.param("h", "0", Field.PORT, id="port 0"),
        pytest.param("h", "70000", Field.PORT, id="port 70000"),
        pytest.param("h", "http", Field.PORT, id="no number"),
    ],
)
async def test_bad_target_is_pointed_at_and_no_call_is_made(
    host: str, port: str, field: Field
) -> None:
    async with tcp_panel() as panel:
        await panel.connect(host, port)

        assert panel.notice is not None
        assert panel.notice.field is field
        assert panel.tcp.called("connect") == []


async def test_second_connect_while_connecting_is_ignored() -> None:
    async with tcp_panel() as panel:
        panel.tcp.connect_gate = asyncio.Event()
        panel.controller.connect_requested("h", "1", "any")
        panel.controller.connect_requested("h", "2", "any")
        panel.tcp.connect_gate.set()
        await panel.scope.idle()

        assert panel.tcp.called("connect") == [(1, "h", 1, "any")]


@pytest.mark.parametrize("drops_calls", [False, True], ids=["aborted", "dropped"])
async def test_cancel_tells_how_long_nobody_answered(drops_calls: bool) -> None:
    async with tcp_panel() as panel:
        panel.tcp.drops_calls = drops_calls
        panel.tcp.connect_gate = asyncio.Event()
        panel.controller.connect_requested("192.0.2.1", "80", "any")
        await asyncio.sleep(0)
        panel.now_s = 3.21

        panel.controller.disconnect_requested()
        await panel.scope.idle()

        assert panel.phase is Phase.IDLE
        assert panel.notice == Notice(
            message=Message.CONNECT_CANCELLED,
            severity=Severity.INFO,
            code=-3,
            cause="local",
            values={"host": "192.0.2.1", "port": 80, "seconds": 3.2},
        )


async def test_connection_that_comes_after_the_cancel_is_ended() -> None:
    async with tcp_panel() as panel:
        panel.tcp.connect_gate, panel.tcp.is_looking_up = asyncio.Event(), True
        panel.controller.connect_requested("slow.example", "80", "any")
        await asyncio.sleep(0)
        panel.controller.disconnect_requested()

        panel.tcp.connect_gate.set()
        await panel.scope.idle()

        assert panel.phase is Phase.IDLE
        assert not panel.chrome.live()[0].info["connected"]


async def test_connect_after_a_cancel_waits_for_the_look_up_before() -> None:
    async with tcp_panel() as panel:
        panel.tcp.connect_gate, panel.tcp.is_looking_up = asyncio.Event(), True
        panel.controller.connect_requested("slow.example", "80", "any")
        await asyncio.sleep(0)
        panel.controller.disconnect_requested()
        panel.controller.connect_requested("h", "1", "any")
        await asyncio.sleep(0)

        panel.tcp.connect_gate.set()
        await panel.scope.idle()

        names = [call[0] for call in panel.tcp.calls]
        assert names == ["create", "connect", "disconnect", "disconnect", "connect"]
        assert panel.phase is Phase.OPEN


async def test_start_and_connect_at_once_make_one_socket() -> None:
    async with TaskScope(on_error=fail_test) as scope:
        panel = TcpPanel(scope.child())
        panel.controller.start(TcpClientOptions())
        panel.controller.connect_requested("h", "1", "any")
        await panel.scope.idle()

        assert len(panel.tcp.called("create")) == 1
        await panel.controller.aclose()


async def test_api_error_of_connect_is_shown_in_the_apis_words() -> None:
    async with tcp_panel() as panel:
        panel.tcp.connect_error = "Does not have permission"

        await panel.connect()

        assert panel.phase is Phase.IDLE
        assert panel.notice == Notice(
            message=Message.CALL_FAILED,
            values={"method": "sockets.tcp.connect", "text": "Does not have permission"},
        )


async def test_disconnect_closes_without_a_notice() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.controller.disconnect_requested()
        await panel.scope.idle()

        assert (panel.phase, panel.notice) == (Phase.CLOSED, None)
        assert panel.tcp.called("disconnect") == [(1,)]


async def test_event_that_echoes_our_disconnect_is_no_news() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.controller.disconnect_requested()
        await panel.scope.idle()

        panel.chrome.end_connection(1, "local")

        assert panel.notice is None


async def test_reconnect_ends_the_open_connection_first() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.controller.reconnect_requested("h", "2", "any")
        await panel.scope.idle()

        names = [call[0] for call in panel.tcp.calls]
        assert names == ["create", "connect", "disconnect", "connect"]
        assert panel.controller.state.endpoint == Endpoint("h", 2)


async def test_reconnect_to_a_bad_target_keeps_the_connection() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.controller.reconnect_requested("", "2", "any")
        await panel.scope.idle()

        assert panel.phase is Phase.OPEN
        assert panel.tcp.called("disconnect") == []


async def test_peer_close_is_told_with_code_and_cause() -> None:
    async with tcp_panel() as panel:
        await panel.connect("127.0.0.1", "9")

        panel.chrome.end_connection(1, "FIN")

        assert panel.phase is Phase.CLOSED
        assert panel.notice == Notice(
            message=Message.PEER_CLOSED,
            severity=Severity.INFO,
            code=-100,
            cause="FIN",
            values={"host": "127.0.0.1", "port": 9},
        )


async def test_half_closed_connection_is_told() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.chrome.end_connection(1, "FIN", is_half=True)

        assert panel.phase is Phase.CLOSED
        assert panel.notice is not None
        assert panel.notice.message is Message.PEER_FINISHED


async def test_half_closed_connection_can_be_ended() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.chrome.end_connection(1, "FIN", is_half=True)

        panel.controller.disconnect_requested()
        await panel.scope.idle()

        assert panel.tcp.called("disconnect") == [(1,)]


async def test_reset_is_a_lost_connection() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.chrome.end_connection(1, "ECONNRESET")

        assert panel.notice is not None
        assert panel.notice.message is Message.CONNECTION_LOST
        assert panel.notice.severity is Severity.ERROR


async def test_events_of_other_sockets_are_ignored() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.tcp.onReceiveError.fire({"socketId": 7, "resultCode": -100})

        assert (panel.phase, panel.notice) == (Phase.OPEN, None)


async def test_socket_can_connect_again_after_the_peer_closed() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.chrome.end_connection(1, "FIN")

        await panel.connect()

        assert (panel.phase, panel.notice) == (Phase.OPEN, None)


async def test_peer_that_closes_at_once_is_noticed() -> None:
    async with tcp_panel() as panel:
        panel.tcp.closes_at_once = "FIN"

        await panel.connect()

        assert panel.phase is Phase.CLOSED
        assert panel.notice is not None
        assert panel.notice.message is Message.PEER_CLOSED


async def test_disconnect_by_somebody_else_is_followed_at_the_tick() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.chrome.change(1, connected=False)

        panel.controller.tick()

        assert panel.phase is Phase.CLOSED


async def test_close_by_somebody_else_is_told() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.chrome.drop(1)

        panel.controller.tick()

        assert (panel.phase, panel.controller.state.socket) == (Phase.IDLE, None)
        assert panel.notice == Notice(
            message=Message.SOCKET_GONE, severity=Severity.WARNING, values={"socket": "tcp 1"}
        )


async def test_connect_makes_a_new_socket_where_the_old_one_is_gone() -> None:
    async with tcp_panel() as panel:
        panel.chrome.drop(1)

        await panel.connect("h", "1")

        assert panel.tcp.called("connect") == [(2, "h", 1, "any")]
        assert panel.controller.state.label == "tcp 2"


async def test_dismissed_notice_is_gone() -> None:
    async with tcp_panel() as panel:
        await panel.connect("", "1")

        panel.controller.notice_dismissed()

        assert panel.notice is None


async def test_tick_without_a_change_draws_nothing() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        shown = len(panel.view.states)

        panel.controller.tick()

        assert len(panel.view.states) == shown


async def test_closing_while_connecting_leaves_no_task_and_no_socket() -> None:
    async with TaskScope(on_error=fail_test) as scope:
        panel = TcpPanel(scope.child())
        await panel.start()
        panel.tcp.connect_gate = asyncio.Event()
        panel.controller.connect_requested("h", "1", "any")
        await asyncio.sleep(0)

        await panel.controller.aclose()

    assert panel.chrome.live() == ()
    assert panel.tcp.onReceiveError.listeners == []


async def test_requests_after_closing_do_nothing() -> None:
    async with tcp_panel() as panel:
        await panel.controller.aclose()
        calls = len(panel.tcp.calls)

        panel.controller.connect_requested("h", "1", "any")
        panel.controller.send_requested(b"x")

        assert len(panel.tcp.calls) == calls
