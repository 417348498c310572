"""The UDP panel's files, and how it lives with sockets that go."""

import socket
from pathlib import Path

from socket_workbench.chrome.manifest import Manifest
from socket_workbench.panels.file_sending import TransferStatus
from socket_workbench.panels.messages import Message
from socket_workbench.panels.udp_state import UdpLocal, UdpOptions, UdpState, UdpTarget
from support.chrome_apps import eventually
from support.datagrams import LOOPBACK, UdpPanel, far_end, udp_panel

NOBODY = UdpTarget("127.0.0.1", "9")


def message(state: UdpState) -> Message | None:
    return None if state.notice is None else state.notice.message


async def test_file_goes_in_pieces_each_a_datagram(tmp_path: Path) -> None:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(range(250)))

    async with udp_panel(UdpOptions(piece_bytes=100)) as panel:
        with far_end() as far:
            panel.controller.send_file_requested(file, far.target, LOOPBACK)
            sizes = [len((await far.receive())[0]) for _ in range(3)]
            await panel.until(
                lambda state: (
                    state.transfer is not None and state.transfer.status is TransferStatus.DONE
                )
            )

    assert sizes == [100, 100, 50]


async def test_second_file_has_to_wait(tmp_path: Path) -> None:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(100))

    async with udp_panel() as panel:
        for _ in range(2):
            panel.controller.send_file_requested(file, NOBODY, LOOPBACK)

        assert panel.notice is not None
        assert panel.notice.message is Message.FILE_UNDER_WAY
        panel.controller.cancel_file_requested()


async def test_missing_file_is_told(tmp_path: Path) -> None:
    async with udp_panel() as panel:
        panel.controller.send_file_requested(tmp_path / "none", NOBODY, LOOPBACK)
        await panel.until(lambda state: message(state) is Message.FILE_UNREADABLE)

        assert panel.notice is not None
        assert panel.notice.cause == "ENOENT"


async def test_socket_closed_by_others_is_told_and_replaced() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        await panel.app.sockets.udp.close(1)
        await panel.until(lambda state: state.socket is None)
        assert message(panel.state) is Message.DATAGRAM_SOCKET_GONE

        await panel.bind()

        assert panel.state.label == "udp 2"


async def test_new_title_is_recorded_with_the_next_socket() -> None:
    async with udp_panel() as panel:
        panel.controller.rename("other")
        await panel.bind()
        panel.controller.unbind_requested()
        await panel.until(lambda state: state.label == "udp 2")

        assert [made["panel"] for made in panel.capture.sockets] == ["beacon", "other"]


async def test_notice_can_be_dismissed() -> None:
    async with udp_panel() as panel:
        panel.controller.bind_requested(UdpLocal("", ""))
        await panel.until(lambda state: state.notice is not None)

        panel.controller.notice_dismissed()

        assert panel.notice is None


async def flooded(panel: UdpPanel) -> None:
    """Let datagrams come, and send some, with nothing awaited."""
    await panel.bind()
    with far_end() as far:
        for _ in range(200):
            far.send(b"x", panel.port)
            panel.controller.send_requested(b"y", far.target, LOOPBACK)
        await eventually(lambda: bool(panel.capture.named("sockets.udp.onReceive")))


async def test_closing_in_the_middle_of_a_flood_leaves_nothing() -> None:
    async with udp_panel() as panel:
        await flooded(panel)

        await panel.controller.aclose()

        assert panel.app.live() == ()


async def test_unbinding_in_the_middle_of_a_flood_stops_it() -> None:
    async with udp_panel() as panel:
        await flooded(panel)
        port = panel.port
        panel.controller.unbind_requested()
        await panel.until(lambda state: state.label == "udp 2")

        with socket.socket(type=socket.SOCK_DGRAM) as other:
            other.bind(("127.0.0.1", port))


async def test_receiving_that_failed_is_told() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        info = {"socketId": 1, "resultCode": -2}
        panel.app.context.emit(panel.app.sockets.udp.onReceiveError, info)

        assert panel.notice is not None
        assert (panel.notice.message, panel.notice.code) == (Message.RECEIVE_FAILED, -2)


async def test_errors_of_other_sockets_are_none_of_ours() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        info = {"socketId": 77, "resultCode": -2}
        panel.app.context.emit(panel.app.sockets.udp.onReceiveError, info)

        assert panel.notice is None


async def test_call_that_the_profile_forbids_is_told_in_the_apis_words() -> None:
    manifest = Manifest.parse({"sockets": {"udp": {"bind": "*"}}})

    async with udp_panel(manifest=manifest) as panel:
        assert not await panel.controller.send(b"x", NOBODY, LOOPBACK)

        assert panel.notice is not None
        assert panel.notice.message is Message.CALL_FAILED
        assert panel.notice.values["text"] == "App does not have permission"
