"""The UDP panel's behaviour on the real facade: bind, send, answer, and every error."""

import pytest

from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field, Message, Severity
from socket_workbench.panels.udp_state import UdpLocal, UdpOptions, UdpState, UdpTarget
from support.datagrams import LOOPBACK, far_end, udp_panel
from support.platforms import counts_drops

NOBODY = UdpTarget("127.0.0.1", "9")


def message(state: UdpState) -> Message | None:
    return None if state.notice is None else state.notice.message


async def test_system_chooses_a_port_and_it_is_shown() -> None:
    async with udp_panel() as panel:
        await panel.bind()

        assert panel.state.local == Endpoint("127.0.0.1", panel.port)
        assert panel.port > 0
        assert panel.state.label == "udp 1"
        assert (panel.state.granted_bytes or 0) > 0


async def test_receive_buffer_is_asked_for_and_the_granted_size_shown() -> None:
    async with udp_panel(UdpOptions(receive_buffer_bytes=300_000)) as panel:
        await panel.bind()
        first = panel.state.granted_bytes or 0
        panel.controller.options_changed(UdpOptions(receive_buffer_bytes=100_000))
        await panel.until(lambda state: state.granted_bytes != first)

        assert first >= 200_000
        assert 100_000 <= (panel.state.granted_bytes or 0) < first


async def test_unbind_closes_and_the_next_bind_gets_a_new_socket() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        before = panel.state.socket
        panel.controller.unbind_requested()
        await panel.until(lambda state: state.socket not in (before, None))
        assert (panel.state.is_bound, panel.state.local, panel.notice) == (False, None, None)

        await panel.bind()

        assert panel.state.label == "udp 2"


async def test_bind_while_bound_closes_the_old_socket_first() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        before = panel.state.socket

        panel.controller.rebind_requested(UdpLocal("127.0.0.1", str(panel.port)))
        await panel.until(lambda state: state.is_bound and state.socket != before)

        assert panel.notice is None


async def test_datagrams_go_out_and_come_back() -> None:
    async with udp_panel() as panel:
        with far_end() as far:
            await panel.bind()
            panel.controller.send_requested(b"ping", far.target, LOOPBACK)
            assert (await far.receive())[0] == b"ping"
            far.send(b"", panel.port)
            await panel.until(lambda _: bool(panel.capture.named("sockets.udp.onReceive")))
            await panel.until(lambda _: bool(panel.controller.peers.peers))

            (peer,) = panel.controller.peers.peers

        assert (peer.datagrams_out, peer.bytes_out) == (1, 4)
        assert (peer.datagrams_in, peer.bytes_in) == (1, 0)
        assert (peer.address, peer.port) == (far.host, far.port)


async def test_send_binds_first_where_nothing_is_bound() -> None:
    async with udp_panel() as panel:
        with far_end() as far:
            panel.controller.send_requested(b"x", far.target, LOOPBACK)
            data, (_, port) = await far.receive()
            await panel.until(lambda state: state.is_bound)

        assert (data, port) == (b"x", panel.port)


async def test_send_by_name_is_one_peer_with_both_names() -> None:
    async with udp_panel() as panel:
        with far_end() as far:
            target = UdpTarget("localhost", str(far.port))
            panel.controller.send_requested(b"x", target, LOOPBACK)
            await far.receive()
            await panel.until(lambda _: bool(panel.controller.peers.peers))
            (peer,) = panel.controller.peers.peers

        assert peer.text == f"127.0.0.1:{far.port}"
        assert peer.names == {peer.text, f"localhost:{far.port}"}


async def test_ipv6_is_spoken() -> None:
    async with udp_panel() as panel:
        with far_end("::1") as far:
            panel.controller.send_requested(b"six", far.target, UdpLocal("::", "0"))

            assert (await far.receive())[0] == b"six"


async def test_peers_of_earlier_sockets_stay() -> None:
    async with udp_panel() as panel:
        with far_end() as far:
            for _ in range(2):
                panel.controller.send_requested(b"x", far.target, LOOPBACK)
                await far.receive()
                await panel.until(lambda state: state.is_bound)
                panel.controller.unbind_requested()
                await panel.until(lambda state: not state.is_bound)
            panel.controller.peers.poll()

            assert [peer.datagrams_out for peer in panel.controller.peers.peers] == [2]


async def test_pause_stops_receiving_until_resumed() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        panel.controller.pause_requested(is_paused=True)
        await panel.until(lambda state: state.is_paused)
        with far_end() as far:
            for _ in range(3):
                far.send(b"x", panel.port)
            panel.controller.pause_requested(is_paused=False)

            await panel.until(lambda _: len(panel.capture.named("sockets.udp.onReceive")) == 3)

        assert not panel.state.is_paused


@counts_drops
async def test_what_the_kernel_drops_is_shown_also_while_paused() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        panel.controller.pause_requested(is_paused=True)
        await panel.until(lambda state: state.is_paused)
        with far_end() as far:
            for _ in range(3000):
                far.socket.sendto(bytes(1000), ("127.0.0.1", panel.port))
            panel.now_s += 1

            await panel.until(lambda state: state.dropped > 0)


async def test_broadcast_needs_its_option() -> None:
    everyone = UdpTarget("127.255.255.255", "9")

    async with udp_panel() as panel:
        panel.controller.send_requested(b"x", everyone, LOOPBACK)
        await panel.until(lambda state: message(state) is Message.DATAGRAM_FAILED)
        assert panel.notice is not None
        assert (panel.notice.code, panel.notice.cause) == (-10, "EACCES")

        panel.controller.options_changed(UdpOptions(broadcast=True))
        panel.controller.send_requested(b"x", everyone, LOOPBACK)
        await panel.until(lambda state: state.notice is None)


async def test_broadcast_chosen_before_holds_after_the_bind() -> None:
    async with udp_panel(UdpOptions(broadcast=True)) as panel:
        sent = panel.controller.send(b"x", UdpTarget("127.255.255.255", "9"), LOOPBACK)

        assert await sent


@pytest.mark.parametrize(
    ("local", "expected", "field"),
    [
        (UdpLocal("", "0"), Message.BIND_ADDRESS_MISSING, Field.ADDRESS),
        (UdpLocal("localhost", "0"), Message.BIND_ADDRESS_WRONG, Field.ADDRESS),
        (UdpLocal("fe80::1%eth0", "0"), Message.BIND_ADDRESS_WRONG, Field.ADDRESS),
        (UdpLocal("127.0.0.1", ""), Message.BIND_PORT_INVALID, Field.PORT),
        (UdpLocal("127.0.0.1", "65536"), Message.BIND_PORT_INVALID, Field.PORT),
    ],
)
async def test_wrong_local_end_is_told_before_any_call(
    local: UdpLocal, expected: Message, field: Field
) -> None:
    async with udp_panel() as panel:
        panel.controller.bind_requested(local)
        await panel.until(lambda state: state.notice is not None)

        assert panel.notice is not None
        assert (panel.notice.message, panel.notice.field) == (expected, field)
        assert panel.capture.named("sockets.udp.bind") == []


@pytest.mark.parametrize(
    ("target", "expected", "field"),
    [
        (UdpTarget("", "9"), Message.DATAGRAM_HOST_MISSING, Field.HOST),
        (UdpTarget("a b", "9"), Message.HOST_HAS_SPACES, Field.HOST),
        (UdpTarget("h", ""), Message.DATAGRAM_PORT_MISSING, Field.PEER_PORT),
        (UdpTarget("h", "0"), Message.PORT_INVALID, Field.PEER_PORT),
    ],
)
async def test_wrong_target_is_told_before_any_call(
    target: UdpTarget, expected: Message, field: Field
) -> None:
    async with udp_panel() as panel:
        panel.controller.send_requested(b"x", target, LOOPBACK)
        await panel.until(lambda state: state.notice is not None)

        assert panel.notice is not None
        assert (panel.notice.message, panel.notice.field) == (expected, field)
        assert panel.capture.named("sockets.udp.bind") == []


@pytest.mark.parametrize(
    ("local", "code", "cause"),
    [
        (UdpLocal("203.0.113.7", "0"), -108, "EADDRNOTAVAIL"),
        (UdpLocal("127.0.0.1", "taken"), -147, "EADDRINUSE"),
    ],
    ids=["not ours", "taken"],
)
async def test_refused_bind_is_told_and_can_be_tried_again(
    local: UdpLocal, code: int, cause: str
) -> None:
    async with udp_panel() as panel:
        with far_end() as far:
            port = local.port.replace("taken", str(far.port))
            panel.controller.bind_requested(UdpLocal(local.address, port))
            await panel.until(lambda state: message(state) is Message.BIND_FAILED)

        assert panel.notice is not None
        assert (panel.notice.code, panel.notice.cause) == (code, cause)
        assert panel.notice.values["host"] == local.address
        await panel.bind()
        assert panel.notice is None


async def test_shared_port_takes_two_panels() -> None:
    shared = UdpOptions(shared=True)
    async with udp_panel(shared) as one:
        await one.bind(UdpLocal("0.0.0.0", "0"))
        async with udp_panel(shared) as two:
            await two.bind(UdpLocal("0.0.0.0", str(one.port)))

            assert two.port == one.port


@pytest.mark.parametrize(
    ("size", "target", "code"),
    [
        (65508, NOBODY, -142),
        (1, UdpTarget("::1", "9"), -109),
        (1, UdpTarget("nobody.invalid", "9"), -105),
    ],
    ids=["too big", "other family", "no such name"],
)
async def test_failed_send_is_told_with_size_and_peer(
    size: int, target: UdpTarget, code: int
) -> None:
    async with udp_panel() as panel:
        panel.controller.send_requested(bytes(size), target, LOOPBACK)
        await panel.until(lambda state: message(state) is Message.DATAGRAM_FAILED)

        assert panel.notice is not None
        assert panel.notice.code == code
        assert panel.notice.cause
        assert panel.notice.values == {"host": target.host, "port": 9, "bytes": size}


async def test_send_that_works_again_takes_the_notice_away() -> None:
    async with udp_panel() as panel:
        with far_end() as far:
            panel.controller.send_requested(bytes(65508), far.target, LOOPBACK)
            await panel.until(lambda state: state.notice is not None)
            panel.controller.send_requested(b"x", far.target, LOOPBACK)

            await panel.until(lambda state: state.notice is None)


async def test_too_large_datagrams_are_counted_and_receiving_goes_on() -> None:
    async with udp_panel(UdpOptions(buffer_size=100)) as panel:
        await panel.bind()
        with far_end() as far:
            for size in (101, 101, 100):
                far.send(bytes(size), panel.port)
            await panel.until(lambda _: bool(panel.capture.named("sockets.udp.onReceive")))
            await panel.until(lambda state: state.notice is not None)

        assert panel.notice is not None
        assert panel.notice.message is Message.DATAGRAMS_LOST
        assert panel.notice.severity is Severity.WARNING
        assert (panel.notice.values["count"], panel.notice.values["limit"]) == (2, 100)
        assert not panel.state.is_paused


async def test_unknown_adapter_is_told() -> None:
    async with udp_panel() as panel:
        await panel.bind()
        panel.controller.options_changed(UdpOptions(adapter="nowhere7"))
        await panel.until(lambda state: state.notice is not None)

        assert panel.notice is not None
        assert panel.notice.values["call"] == "setAdapter(nowhere7)"


async def test_options_reach_the_socket() -> None:
    async with udp_panel(UdpOptions(name="n", persistent=True, buffer_size=77)) as panel:
        options = UdpOptions(name="m", buffer_size=None)
        panel.controller.options_changed(options)
        await panel.until(lambda _: panel.app.live()[0].info.get("name") == "m")

        first, update = (
            panel.capture.named(f"sockets.udp.{name}") for name in ("create", "update")
        )
        assert '"bufferSize":77' in first[0].arguments
        assert '"persistent":false' in update[0].arguments
