"""Cutting what was read ahead into reads, at the seams between two blocks."""

import asyncio
from collections.abc import Callable, Sequence

import pytest
from typing_extensions import override

from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from socket_workbench.chrome.tcp_reader import TcpReader
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Endpoint
from socket_workbench.net.tcp import PIPE_BYTES
from socket_workbench.tasks import TaskScope
from support.chrome_apps import RecordingCapture, fail_test

Script = Sequence[bytes | SocketError | None]
RESET = SocketError(ResultCode.CONNECTION_RESET, "ECONNRESET")
FULL = b"x" * PIPE_BYTES


class ScriptedStream:
    """Gives what the test wrote down; `None` is nothing yet."""

    local = peer = Endpoint("127.0.0.1", 1)
    tells_of_rest = False

    def __init__(self, script: Script) -> None:
        self._script = list(script)

    def receive_now(self, limit: int) -> bytes | None:
        item = self._script.pop(0)
        if isinstance(item, SocketError):
            raise item
        return item

    async def receive(self, limit: int) -> bytes:
        data = self.receive_now(limit)
        return await self.receive(limit) if data is None else data

    def tell(self, listener: Callable[[], None] | None) -> bool:
        return False  # as on a loop that cannot watch sockets

    def send_now(self, data: memoryview) -> int:
        raise NotImplementedError

    async def send(self, data: memoryview) -> None:
        raise NotImplementedError

    def close(self) -> None: ...

    def reset(self) -> None: ...


class Owner:
    paused = False

    def __init__(self, buffer_size: int) -> None:
        self.buffer_size = buffer_size
        self.sizes: list[int] = []
        self.cause = ""

    def received(self, data: bytes, at_ns: int) -> None:
        self.sizes.append(len(data))

    def read_ended(self, cause: str, at_ns: int) -> None:
        self.cause = cause


def new_context(scope: TaskScope, compat: Compat = Compat.CHROMIUM) -> AppContext:
    return AppContext(
        manifest=Manifest.allow_all(),
        capture=RecordingCapture(),
        scope=scope,
        compat=compat,
        label="t",
    )


async def read_all(script: Script, size: int, compat: Compat = Compat.CHROMIUM) -> Owner:
    owner = Owner(size)
    async with TaskScope(on_error=fail_test) as scope:
        reader = TcpReader(new_context(scope, compat), ScriptedStream(script), owner)
        reader.start()
        reader.start()
        await scope.idle()
    return owner


@pytest.mark.parametrize("compat", Compat)
@pytest.mark.parametrize(
    ("script", "cause"),
    [
        pytest.param([FULL, b"y" * 4465, b""], "FIN", id="more is there"),
        pytest.param([FULL, None, b"y" * 4465, b""], "FIN", id="more comes later"),
        pytest.param([FULL, b""], "FIN", id="the end"),
        pytest.param([FULL, RESET], "ECONNRESET", id="a reset"),
        pytest.param([None, b"abc", RESET], "ECONNRESET", id="little and late"),
    ],
)
async def test_everything_before_the_end_is_delivered(
    script: Script, cause: str, compat: Compat
) -> None:
    owner = await read_all(script, 10_000, compat)

    assert sum(owner.sizes) == sum(len(one) for one in script if isinstance(one, bytes))
    assert owner.cause == cause


async def test_reads_are_full_across_two_blocks_in_documented() -> None:
    owner = await read_all([FULL, b"y" * 4464, b""], 10_000, Compat.DOCUMENTED)

    assert owner.sizes == [10_000] * 7


async def test_reads_end_with_what_the_pipe_holds_in_chromium() -> None:
    owner = await read_all([FULL, b"y" * 4464, b""], 30_000)

    assert owner.sizes == [30_000, 30_000, 5_536, 4_464]


async def test_large_buffers_get_blocks_uncut_in_documented() -> None:
    owner = await read_all([FULL * 4, FULL * 4, b"z", b""], 1 << 20, Compat.DOCUMENTED)

    assert owner.sizes == [len(FULL) * 4, len(FULL) * 4, 1]


async def test_large_buffers_get_what_the_pipe_holds_in_chromium() -> None:
    owner = await read_all([FULL, FULL, b"z", b""], 1 << 20)

    assert owner.sizes == [len(FULL), len(FULL), 1]


async def test_what_was_read_ahead_is_left_over_when_stopped() -> None:
    owner = Owner(4)
    async with TaskScope(on_error=fail_test) as scope:
        reader = TcpReader(new_context(scope), ScriptedStream([b"abcdefgh"]), owner)
        owner.paused = True
        reader.start()
        await asyncio.sleep(0)
        await scope.idle()

        assert reader.leftover() == b"efgh"
        assert not reader.stop()


class ToldStream(ScriptedStream):
    """A stream of a loop that watches sockets: it keeps who is to be told."""

    listener: Callable[[], None] | None = None

    @override
    def tell(self, listener: Callable[[], None] | None) -> bool:
        self.listener = listener
        return True


def nobody() -> None: ...


async def test_a_stopped_reader_leaves_the_stream_to_who_has_it_then() -> None:
    stream = ToldStream([b"abc"])
    async with TaskScope(on_error=fail_test) as scope:
        reader = TcpReader(new_context(scope), stream, Owner(4))
        reader.start()
        late = stream.listener
        reader.stop()
        assert stream.listener is None

        stream.tell(nobody)
        assert late is not None
        late()

        assert stream.listener is nobody


async def test_a_paused_reader_is_told_no_more_and_again_when_it_goes_on() -> None:
    stream, owner = ToldStream([b"abc", None, b"def", None]), Owner(4)
    async with TaskScope(on_error=fail_test) as scope:
        reader = TcpReader(new_context(scope), stream, owner)
        owner.paused = True
        reader.start()
        assert stream.listener is not None
        stream.listener()
        assert (owner.sizes, stream.listener) == ([3], None)

        owner.paused = False
        reader.start()
        assert stream.listener is not None
        stream.listener()

        assert owner.sizes == [3]
        stream.listener()
        assert owner.sizes == [3, 3]
        reader.stop()


class TellingStream(ToldStream):
    """A stream that need not be asked whether a short read was all."""

    tells_of_rest = True


async def test_a_short_read_is_the_last_of_its_turn_where_the_stream_tells_of_the_rest() -> None:
    stream, owner = TellingStream([b"abc", b"de"]), Owner(4)
    async with TaskScope(on_error=fail_test) as scope:
        reader = TcpReader(new_context(scope), stream, owner)
        reader.start()
        assert stream.listener is not None

        stream.listener()
        assert owner.sizes == [3]

        stream.listener()
        assert owner.sizes == [3, 2]
        reader.stop()
