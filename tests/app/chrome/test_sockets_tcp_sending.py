"""chrome.sockets.tcp.send: order, completeness, refusals, what is cut off."""

import asyncio
import contextlib
import hashlib

import pytest

from socket_workbench.capture.records import Direction
from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.context import WRITE_QUOTA_BYTES
from socket_workbench.chrome.slips import Compat
from support.chrome_apps import (
    TIMEOUT_S,
    Collected,
    RecordingCapture,
    connected,
    echo,
    never_reads,
    paused,
    reset_at_once,
    running_app,
    serving,
)

BIG = bytes(32 << 20)


async def test_all_bytes_go_out_in_order_and_callbacks_too() -> None:
    parts = [bytes([number]) * (1 + number * 40_000) for number in range(12)]
    order: list[int] = []
    digest = asyncio.get_running_loop().create_future()

    async def hashing(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        digest.set_result(hashlib.sha256(await reader.read(-1)).digest())

    async with serving(hashing) as port, running_app() as app:
        await connected(app, port)
        sends = [
            app.sockets.tcp.send(1, part, callback=lambda _, n=number: order.append(n))
            for number, part in enumerate(parts)
        ]
        results = [await send for send in sends]
        await app.sockets.tcp.close(1)

        assert await digest == hashlib.sha256(b"".join(parts)).digest()
    assert results == [{"resultCode": 0, "bytesSent": len(part)} for part in parts]
    assert order == list(range(12))


async def test_empty_send_succeeds_only_when_connected() -> None:
    async with serving(echo) as port, running_app() as app:
        await app.sockets.tcp.create()
        assert await app.sockets.tcp.send(1, b"") == {"resultCode": -15}
        await app.sockets.tcp.connect(1, "127.0.0.1", port)

        assert await app.sockets.tcp.send(1, b"") == {"resultCode": 0, "bytesSent": 0}


async def test_sends_cut_off_by_disconnect_are_dropped_in_chromium() -> None:
    async with serving(never_reads) as port, running_app() as app:
        await connected(app, port)
        big, small = app.sockets.tcp.send(1, BIG), app.sockets.tcp.send(1, b"x")
        await app.sockets.tcp.disconnect(1)

        for cut_off in (big, small):
            with pytest.raises(CallDropped):
                await cut_off


async def test_sends_cut_off_by_disconnect_are_aborted_in_documented() -> None:
    async with serving(never_reads) as port, running_app(Compat.DOCUMENTED) as app:
        await connected(app, port)
        big, small = app.sockets.tcp.send(1, BIG), app.sockets.tcp.send(1, b"x")
        await app.sockets.tcp.disconnect(1)

        assert [await big, await small] == [{"resultCode": -3}] * 2


async def test_nothing_gets_past_a_send_that_was_cut_off_in_chromium() -> None:
    async with serving(never_reads) as port, serving(echo) as other, running_app() as app:
        tcp = app.sockets.tcp
        await paused(app, port)
        tcp.send(1, BIG)
        await tcp.disconnect(1)

        with pytest.raises(CallDropped):
            await tcp.send(1, b"x")
        assert await tcp.connect(1, "127.0.0.1", other) == 0
        with pytest.raises(CallDropped):
            await tcp.send(1, b"")


async def test_socket_sends_again_after_one_that_was_cut_off_in_documented() -> None:
    async with (
        serving(never_reads) as port,
        serving(echo) as other,
        running_app(Compat.DOCUMENTED) as app,
    ):
        tcp = app.sockets.tcp
        await paused(app, port)
        tcp.send(1, BIG)
        await tcp.disconnect(1)

        assert await tcp.send(1, b"x") == {"resultCode": -15}
        assert await tcp.connect(1, "127.0.0.1", other) == 0
        assert await tcp.send(1, b"x") == {"resultCode": 0, "bytesSent": 1}


@pytest.mark.parametrize("compat", Compat)
async def test_sends_behind_one_that_fails_find_no_connection(compat: Compat) -> None:
    async with serving(reset_at_once) as port, running_app(compat) as app:
        await paused(app, port)
        sends = [app.sockets.tcp.send(1, data) for data in (BIG, b"x", b"")]

        assert [(await send)["resultCode"] for send in sends] == [-2, -15, -15]


async def test_send_to_a_peer_that_left_unnoticed_fails_late_without_event() -> None:
    async with serving(reset_at_once) as port, running_app() as app:
        tcp = app.sockets.tcp
        errors = Collected(tcp.onReceiveError)
        await paused(app, port)
        codes: list[int] = []
        async with asyncio.timeout(TIMEOUT_S):
            while not codes or codes[-1] == 0:
                codes.append((await tcp.send(1, b"x"))["resultCode"])

        assert codes[-1] == -2
        assert not (await tcp.getInfo(1))["connected"]
        assert errors.infos == []
        found = app.find("sockets.tcp", 1)
        assert found is not None
        assert found.cause in {"ECONNRESET", "EPIPE"}


async def test_long_send_to_a_peer_that_resets_fails_and_ends_the_read() -> None:
    async with serving(reset_at_once) as port, running_app() as app:
        errors = Collected(app.sockets.tcp.onReceiveError)
        await connected(app, port)
        pending = app.sockets.tcp.send(1, BIG)
        await errors.count(1)

        with contextlib.suppress(CallDropped):  # where the read noticed first
            assert await pending == {"resultCode": -2}
        assert errors.infos == [{"socketId": 1, "resultCode": -100}]


async def test_quota_counts_what_is_not_sent_yet() -> None:
    async with serving(never_reads) as port, running_app() as app:
        tcp = app.sockets.tcp
        await connected(app, port)
        await tcp.create()
        big = bytes(WRITE_QUOTA_BYTES - 10)
        tcp.send(1, big)

        with pytest.raises(ApiError, match=r"^Exceeded write quota\.$"):
            await tcp.send(99, bytes(11))
        assert await tcp.send(2, bytes(10)) == {"resultCode": -15}
        with pytest.raises(ApiError, match="Socket not found"):
            await tcp.send(99, bytes(10))
        await tcp.disconnect(1)
        assert await tcp.send(2, bytes(10)) == {"resultCode": -15}
        with pytest.raises(ApiError, match=r"^Exceeded write quota\.$"):
            await tcp.send(2, bytes(11))  # what was cut off stands in the queue for ever
        await tcp.close(1)
        assert await tcp.send(2, bytes(11)) == {"resultCode": -15}


async def test_call_is_recorded_with_its_bytes_and_result() -> None:
    capture = RecordingCapture()

    async with serving(echo) as port, running_app(capture=capture) as app:
        await connected(app, port)
        await app.sockets.tcp.send(1, b"abc")

    (row,) = capture.named("sockets.tcp.send")
    assert (row.arguments, row.data) == ('[1,{"$bytes":3}]', b"abc")
    assert (row.direction, row.peer) == (Direction.OUT, f"127.0.0.1:{port}")
    assert (row.code, row.result) == (0, '{"resultCode":0,"bytesSent":3}')
