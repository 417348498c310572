"""Sending bytes and files, pausing, and the options of the socket."""

import asyncio
from pathlib import Path

import pytest

from socket_workbench.net.errors import ResultCode
from socket_workbench.panels.file_sending import CHUNK_BYTES, TransferStatus
from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_client_state import Phase, TcpClientOptions
from support.tcp_panel import TcpPanel, tcp_panel


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(2 * CHUNK_BYTES + 1))
    return path


def transfer_status(panel: TcpPanel) -> TransferStatus | None:
    transfer = panel.controller.state.transfer
    return None if transfer is None else transfer.status


async def test_bytes_go_out_in_one_call() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        await panel.send(b"\x00\xff")

        assert panel.tcp.called("send") == [(1, b"\x00\xff")]


async def test_sends_keep_their_order() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        for number in range(5):
            panel.controller.send_requested(bytes([number]))
        await panel.scope.idle()

        assert [data for _, data in panel.tcp.called("send")] == [b"\0", b"\1", b"\2", b"\3", b"\4"]


async def test_refused_send_is_told_with_code_cause_and_size() -> None:
    async with tcp_panel() as panel:
        panel.tcp.send_codes, panel.tcp.cause = [ResultCode.SOCKET_NOT_CONNECTED], "state"

        await panel.send(b"hello")

        assert panel.notice == Notice(
            message=Message.SEND_FAILED, code=-15, cause="state", values={"bytes": 5}
        )


async def test_send_that_works_takes_the_notice_of_the_last_one_away() -> None:
    async with tcp_panel() as panel:
        panel.tcp.send_codes = [ResultCode.SOCKET_NOT_CONNECTED]
        await panel.send(b"x")

        await panel.send(b"x")

        assert panel.notice is None


async def test_reset_during_a_send_is_one_notice() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.tcp.send_gate, panel.tcp.send_codes = asyncio.Event(), [ResultCode.CONNECTION_RESET]
        panel.controller.send_requested(b"x")
        await asyncio.sleep(0)

        panel.chrome.end_connection(1, "ECONNRESET")
        panel.tcp.send_gate.set()
        await panel.scope.idle()

        assert panel.notice is not None
        assert panel.notice.message is Message.CONNECTION_LOST
        assert panel.phase is Phase.CLOSED


async def test_failed_send_is_not_hidden_by_an_orderly_close() -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.tcp.send_codes = [ResultCode.FAILED]
        await panel.send(b"x")

        panel.chrome.end_connection(1, "FIN")

        assert panel.phase is Phase.CLOSED
        assert panel.notice is not None
        assert panel.notice.message is Message.SEND_FAILED


@pytest.mark.parametrize("drops_calls", [False, True], ids=["aborted", "dropped"])
async def test_send_cut_off_by_disconnect_is_told(drops_calls: bool) -> None:
    async with tcp_panel() as panel:
        panel.tcp.drops_calls = drops_calls
        await panel.connect()
        panel.tcp.send_gate = asyncio.Event()
        panel.controller.send_requested(b"12345")
        await asyncio.sleep(0)

        panel.controller.disconnect_requested()
        await panel.scope.idle()

        assert panel.notice == Notice(
            message=Message.SEND_ABANDONED,
            severity=Severity.WARNING,
            code=-3,
            cause="local",
            values={"bytes": 5},
        )


async def test_api_error_of_send_is_shown_in_the_apis_words() -> None:
    async with tcp_panel() as panel:
        panel.tcp.send_error = "Exceeded write quota."

        await panel.send(b"x")

        assert panel.notice == Notice(
            message=Message.CALL_FAILED,
            values={"method": "sockets.tcp.send", "text": "Exceeded write quota."},
        )


async def test_file_goes_out_in_successive_calls(file: Path) -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.controller.send_file_requested(file)
        await panel.scope.idle()

        sizes = [len(data) for _, data in panel.tcp.called("send")]
        assert sizes == [CHUNK_BYTES, CHUNK_BYTES, 1]
        assert transfer_status(panel) is TransferStatus.DONE


async def test_second_file_is_not_sent_and_told(file: Path, tmp_path: Path) -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.controller.send_file_requested(file)
        panel.controller.send_file_requested(tmp_path / "other")
        await panel.scope.idle()

        assert len(panel.tcp.called("send")) == 3
        assert panel.notice is not None
        assert panel.notice.message is Message.FILE_UNDER_WAY


async def test_cancelled_file_stops_between_calls(file: Path) -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.tcp.send_gate = asyncio.Event()
        panel.controller.send_file_requested(file)
        await panel.tcp.has_sent.wait()

        panel.controller.cancel_file_requested()
        panel.tcp.send_gate.set()
        await panel.scope.idle()

        assert len(panel.tcp.called("send")) == 1
        assert transfer_status(panel) is TransferStatus.STOPPED


async def test_disconnect_ends_the_file(file: Path) -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.tcp.send_gate = asyncio.Event()
        panel.controller.send_file_requested(file)
        await panel.tcp.has_sent.wait()

        panel.controller.disconnect_requested()
        await panel.scope.idle()

        assert transfer_status(panel) is TransferStatus.FAILED


async def test_unreadable_file_is_told_with_the_systems_reason(tmp_path: Path) -> None:
    async with tcp_panel() as panel:
        panel.controller.send_file_requested(tmp_path / "missing")
        await panel.scope.idle()

        assert panel.notice == Notice(
            message=Message.FILE_UNREADABLE,
            cause="ENOENT",
            values={"path": str(tmp_path / "missing")},
        )


async def test_another_file_can_follow(file: Path) -> None:
    async with tcp_panel() as panel:
        await panel.connect()
        panel.controller.send_file_requested(file)
        await panel.scope.idle()

        panel.controller.send_file_requested(file)
        await panel.scope.idle()

        assert len(panel.tcp.called("send")) == 6


async def test_pause_is_shown_once_the_socket_says_so() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.controller.pause_requested(True)
        await panel.scope.idle()

        assert panel.tcp.called("setPaused") == [(1, True)]
        assert panel.controller.state.is_paused


async def test_paused_flag_of_a_closed_connection_is_not_shown() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        panel.chrome.end_connection(1, "FIN")
        panel.controller.tick()

        assert not panel.controller.state.is_paused


async def test_changed_options_update_only_what_differs() -> None:
    async with tcp_panel(TcpClientOptions(name="a", buffer_size=10)) as panel:
        panel.controller.options_changed(TcpClientOptions(name="b", buffer_size=10))
        await panel.scope.idle()

        assert panel.tcp.called("update") == [(1, {"name": "b"})]


async def test_buffer_size_goes_back_to_the_default_by_zero() -> None:
    async with tcp_panel(TcpClientOptions(buffer_size=10)) as panel:
        panel.controller.options_changed(TcpClientOptions())
        await panel.scope.idle()

        assert panel.tcp.called("update") == [(1, {"bufferSize": 0})]


async def test_connection_options_are_set_right_after_connect() -> None:
    options = TcpClientOptions(keep_alive=True, keep_alive_delay_s=30, no_delay=True)
    async with tcp_panel(options) as panel:
        await panel.connect()

        assert [call[0] for call in panel.tcp.calls[1:]] == [
            "connect",
            "setKeepAlive",
            "setNoDelay",
        ]
        assert panel.tcp.called("setKeepAlive") == [(1, True, 30)]


async def test_connection_options_that_are_off_cost_no_call() -> None:
    async with tcp_panel() as panel:
        await panel.connect()

        assert [call[0] for call in panel.tcp.calls] == ["create", "connect"]


async def test_connection_options_are_set_at_once_while_open() -> None:
    async with tcp_panel(TcpClientOptions(keep_alive=True)) as panel:
        await panel.connect()

        panel.controller.options_changed(TcpClientOptions(no_delay=True))
        await panel.scope.idle()

        assert panel.tcp.calls[-2:] == [("setKeepAlive", 1, False), ("setNoDelay", 1, True)]


async def test_connection_options_wait_for_a_connection() -> None:
    async with tcp_panel() as panel:
        panel.controller.options_changed(TcpClientOptions(no_delay=True))
        await panel.scope.idle()

        assert panel.tcp.called("setNoDelay") == []


async def test_refused_option_is_told_as_the_call_it_was() -> None:
    async with tcp_panel(TcpClientOptions(keep_alive=True, keep_alive_delay_s=40000)) as panel:
        panel.tcp.option_code = ResultCode.FAILED

        await panel.connect()

        assert panel.phase is Phase.OPEN
        assert panel.notice == Notice(
            message=Message.OPTION_REFUSED,
            severity=Severity.WARNING,
            code=-2,
            values={"call": "setKeepAlive(true, 40000)"},
        )


async def test_renamed_panel_makes_its_next_socket_under_the_new_title() -> None:
    async with tcp_panel() as panel:
        panel.controller.rename("second")
        panel.chrome.drop(1)

        await panel.connect()

        assert panel.chrome.titles == ["http probe", "second"]
