"""The multicast panel's behaviour on the real facade, over loopback."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.multicast_diagnosis import Group, Reason
from socket_workbench.panels.multicast_state import (
    PRESETS,
    MulticastOptions,
    MulticastState,
    MulticastTarget,
)
from support.datagrams import (
    LOOPBACK_NAME,
    OUTSIDE_NAME,
    MulticastPanel,
    far_end,
    joined,
    multicast_panel,
)
from support.ports import UDP, free_port

FOUR, FIVE, SIX = "239.255.77.4", "239.255.77.5", "ff02::4d4d"
OPTIONS = MulticastOptions(adapter=LOOPBACK_NAME, shared=True)

needs_adapter = pytest.mark.skipif(
    not OUTSIDE_NAME, reason="no adapter with multicast and IPv6 is up"
)


@pytest.fixture
def port() -> str:
    return str(free_port(UDP))


def on_loopback(group: str, port: str) -> MulticastTarget:
    return MulticastTarget(group, port, LOOPBACK_NAME)


def message(state: MulticastState) -> Message | None:
    return None if state.notice is None else state.notice.message


def reasons(state: MulticastState) -> list[Reason]:
    return [finding.reason for finding in state.findings]


async def heard(panel: MulticastPanel, count: int) -> list[bytes]:
    await panel.until(lambda _: len(panel.capture.named("sockets.udp.onReceive")) >= count)
    return [row.data for row in panel.capture.named("sockets.udp.onReceive")]


@pytest.mark.parametrize(
    ("group", "adapter"),
    [
        pytest.param(FOUR, LOOPBACK_NAME, id="IPv4"),
        pytest.param(SIX, OUTSIDE_NAME, id="IPv6", marks=needs_adapter),
    ],
)
async def test_what_is_sent_to_a_joined_group_is_heard(port: str, group: str, adapter: str) -> None:
    async with multicast_panel(replace(OPTIONS, adapter=adapter)) as panel:
        target = MulticastTarget(group, port, adapter)
        await panel.join(target)
        panel.controller.send_requested(b"hello all", target)

        assert await heard(panel, 1) == [b"hello all"]
        panel.now_s += 1
        await panel.until(lambda state: reasons(state) == [Reason.RECEIVING])
        assert panel.state.groups == (Group(group, adapter, is_joined=True),)
        assert panel.state.port == int(port)


@needs_adapter
async def test_groups_of_both_families_live_side_by_side(port: str) -> None:
    async with multicast_panel(replace(OPTIONS, adapter=OUTSIDE_NAME)) as panel:
        for group in (FOUR, FIVE, SIX):
            await panel.join(MulticastTarget(group, port, OUTSIDE_NAME))
        for group in (FOUR, FIVE, SIX):
            panel.controller.send_requested(group.encode(), MulticastTarget(group, port))

        assert sorted(await heard(panel, 3)) == [b"239.255.77.4", b"239.255.77.5", b"ff02::4d4d"]


async def test_two_panels_share_a_port_and_hear_their_own_groups(port: str) -> None:
    async with multicast_panel() as one, multicast_panel() as two:
        await one.join(on_loopback(FOUR, port))
        await two.join(on_loopback(FIVE, port))
        for group in (FIVE, FOUR):
            one.controller.send_requested(group.encode(), on_loopback(group, port))

        assert await heard(one, 1) == [FOUR.encode()]
        assert await heard(two, 1) == [FIVE.encode()]


async def test_leaving_the_last_group_frees_the_port(port: str) -> None:
    async with multicast_panel() as panel:
        for group in (FOUR, FIVE):
            await panel.join(on_loopback(group, port))
        panel.controller.leave_requested([FOUR])
        await panel.until(lambda state: joined(state) == [FIVE])
        assert panel.state.is_bound

        panel.controller.leave_requested([FIVE])
        await panel.until(lambda state: not state.is_bound)

        assert panel.state.groups == ()
        assert panel.notice is None


async def test_closed_panel_keeps_its_groups_and_joins_them_again(port: str) -> None:
    async with multicast_panel() as panel:
        for group in (FOUR, SIX):
            await panel.join(on_loopback(group, port))
        panel.controller.close_requested()
        await panel.until(lambda state: not state.is_bound)
        assert panel.state.groups == (
            Group(FOUR, LOOPBACK_NAME),
            Group(SIX, LOOPBACK_NAME),
        )

        panel.controller.begin_requested(on_loopback("", port))

        await panel.until(lambda state: joined(state) == [FOUR, SIX])


async def test_groups_of_a_session_are_joined_when_it_begins(port: str) -> None:
    async with multicast_panel(groups=(Group(FOUR, LOOPBACK_NAME),)) as panel:
        await panel.until(lambda state: bool(state.groups))
        assert not panel.state.is_bound
        panel.controller.begin_requested(MulticastTarget("", port))

        await panel.until(lambda state: joined(state) == [FOUR])


async def test_sending_alone_binds_and_joins_nothing(port: str) -> None:
    async with multicast_panel() as panel:
        assert await panel.controller.send(b"x", on_loopback(FOUR, port))
        await panel.until(lambda state: state.is_bound)

        assert joined(panel.state) == []


async def test_options_hold_before_and_after_the_bind(port: str) -> None:
    async with multicast_panel(replace(OPTIONS, time_to_live=3, loopback=False)) as panel:
        await panel.join(on_loopback(FOUR, port))
        panel.controller.options_changed(replace(OPTIONS, time_to_live=0))
        changed = "workbench.udp.setMulticastLoopbackMode"
        await panel.until(lambda _: bool(panel.capture.named(changed)))

        before = panel.capture.named("sockets.udp.setMulticastTimeToLive")
        after = panel.capture.named("workbench.udp.setMulticastTimeToLive")
        assert [row.arguments for row in (*before, *after)] == ["[1,3]", "[1,0]"]
        assert all(row.code == 0 for row in (*before, *after))


@needs_adapter
async def test_loopback_off_is_heard_by_nobody_here(port: str) -> None:
    options = replace(OPTIONS, adapter=OUTSIDE_NAME)
    target = MulticastTarget(FOUR, port, OUTSIDE_NAME)
    async with multicast_panel(replace(options, loopback=False)) as panel:
        await panel.join(target)
        await panel.controller.send(b"unheard", target)
        panel.controller.options_changed(options)
        changed = "workbench.udp.setMulticastLoopbackMode"
        await panel.until(lambda _: bool(panel.capture.named(changed)))
        await panel.controller.send(b"heard", target)

        assert await heard(panel, 1) == [b"heard"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (replace(OPTIONS, time_to_live=0), Reason.TTL_ZERO),
        (replace(OPTIONS, loopback=False), Reason.LOOPBACK_OFF),
    ],
    ids=["TTL 0", "loopback off"],
)
async def test_panel_says_what_its_options_prevent(
    port: str, change: MulticastOptions, expected: Reason
) -> None:
    async with multicast_panel() as panel:
        await panel.join(on_loopback(FOUR, port))
        panel.controller.options_changed(change)

        await panel.until(lambda state: expected in reasons(state))


async def test_panel_says_that_another_group_is_joined(port: str) -> None:
    async with multicast_panel() as panel:
        assert reasons(panel.state) in ([], [Reason.NOT_BOUND])
        await panel.join(on_loopback(FOUR, port))
        panel.controller.target_changed(on_loopback(FIVE, port))

        await panel.until(lambda state: reasons(state) == [Reason.NOT_JOINED])


@pytest.mark.parametrize(
    ("target", "expected", "field"),
    [
        (MulticastTarget("", "5000"), Message.GROUP_MISSING, Field.GROUP),
        (MulticastTarget("127.0.0.1", "5000"), Message.GROUP_WRONG, Field.GROUP),
        (MulticastTarget("mdns.local", "5000"), Message.GROUP_WRONG, Field.GROUP),
        (MulticastTarget("ff02::fb%lo", "5000"), Message.GROUP_WRONG, Field.GROUP),
        (MulticastTarget(FOUR, "0"), Message.PORT_INVALID, Field.PORT),
        (MulticastTarget(FOUR, ""), Message.PORT_MISSING, Field.PORT),
    ],
)
async def test_wrong_group_or_port_is_told_before_any_call(
    target: MulticastTarget, expected: Message, field: Field
) -> None:
    async with multicast_panel() as panel:
        panel.controller.join_requested(target)
        await panel.until(lambda state: state.notice is not None)

        assert panel.notice is not None
        assert (panel.notice.message, panel.notice.field) == (expected, field)
        assert panel.capture.entries == []


async def test_unknown_adapter_is_told_and_nothing_joined(port: str) -> None:
    async with multicast_panel() as panel:
        panel.controller.join_requested(MulticastTarget(FOUR, port, "nowhere7"))
        await panel.until(lambda state: message(state) is Message.JOIN_FAILED)

        assert panel.notice is not None
        assert (panel.notice.code, panel.notice.cause) == (-4, "ENODEV")
        assert panel.notice.values == {"group": FOUR, "adapter": "nowhere7"}
        assert panel.state.groups == ()


async def test_group_that_is_joined_already_is_told(port: str) -> None:
    async with multicast_panel() as panel:
        await panel.join(on_loopback(FOUR, port))
        panel.controller.join_requested(on_loopback(FOUR, port))

        await panel.until(lambda state: message(state) is Message.GROUP_JOINED_ALREADY)


async def test_port_that_is_taken_is_told() -> None:
    async with multicast_panel(replace(OPTIONS, shared=False)) as panel:
        with far_end() as far:
            panel.controller.join_requested(on_loopback(FOUR, str(far.port)))
            await panel.until(lambda state: message(state) is Message.BIND_FAILED)

        assert panel.notice is not None
        assert (panel.notice.code, panel.notice.cause) == (-147, "EADDRINUSE")
        assert panel.state.socket is None


async def test_failed_send_is_told(port: str) -> None:
    async with multicast_panel() as panel:
        assert not await panel.controller.send(bytes(65508), on_loopback(FOUR, port))

        assert panel.notice is not None
        assert (panel.notice.message, panel.notice.code) == (Message.DATAGRAM_FAILED, -142)


async def test_socket_closed_by_others_is_told_and_replaced(port: str) -> None:
    async with multicast_panel() as panel:
        await panel.join(on_loopback(FOUR, port))
        await panel.app.sockets.udp.close(1)
        await panel.until(lambda state: not state.is_bound)
        assert message(panel.state) is Message.DATAGRAM_SOCKET_GONE
        assert panel.state.groups == (Group(FOUR, LOOPBACK_NAME),)

        panel.controller.begin_requested(on_loopback("", port))

        await panel.until(lambda state: joined(state) == [FOUR])


async def test_file_goes_to_the_group_in_pieces(port: str, tmp_path: Path) -> None:
    (tmp_path / "data.bin").write_bytes(bytes(250))

    async with multicast_panel(replace(OPTIONS, piece_bytes=100)) as panel:
        await panel.join(on_loopback(FOUR, port))
        panel.controller.send_file_requested(tmp_path / "data.bin", on_loopback(FOUR, port))

        assert [len(data) for data in await heard(panel, 3)] == [100, 100, 50]


async def test_closing_in_the_middle_of_a_flood_leaves_nothing(port: str) -> None:
    async with multicast_panel() as panel:
        await panel.join(on_loopback(FOUR, port))
        for _ in range(200):
            panel.controller.send_requested(b"x", on_loopback(FOUR, port))
        await heard(panel, 1)

        await panel.controller.aclose()

        assert panel.app.live() == ()


@pytest.mark.parametrize("preset", PRESETS, ids=lambda each: f"{each.name} {each.group}")
def test_presets_are_groups(preset: object) -> None:
    group = getattr(preset, "group", "")
    family = socket.AF_INET6 if ":" in group else socket.AF_INET

    packed = socket.inet_pton(family, group)

    assert packed[0] == 255 if family == socket.AF_INET6 else 224 <= packed[0] <= 239
