"""App contexts for tests, with a capture that remembers and peers on loopback."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any

from socket_workbench.capture.records import Direction
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from socket_workbench.tasks import TaskScope
from support.accepting import Handler, accepting

TIMEOUT_S = 10.0
"""No wait here is ever that long; a test that hangs says where."""


@dataclass(slots=True)
class Entry:
    """One call, event or note as it was reported."""

    kind: str
    key: int | None
    name: str
    at_ns: int
    arguments: str = ""
    peer: str = ""
    data: bytes = b""
    direction: Direction = Direction.NONE
    code: int | None = None
    cause: str = ""
    result: str = ""
    done_ns: int | None = None


@dataclass(slots=True)
class RecordingCapture:
    """A `CaptureSink` that keeps everything in memory."""

    entries: list[Entry] = field(default_factory=list)
    sockets: list[dict[str, Any]] = field(default_factory=list)
    has_space: bool = True
    space: asyncio.Event = field(default_factory=asyncio.Event)

    def add_socket(self, **identity: Any) -> int:
        self.sockets.append(identity)
        return len(self.sockets)

    def call(self, key: int | None, name: str, arguments: str, **rest: Any) -> Entry:
        self.entries.append(Entry("call", key, name, arguments=arguments, **rest))
        return self.entries[-1]

    def finish(self, token: Entry, **result: Any) -> None:
        assert token.done_ns is None, "a call ends once"
        for name, value in result.items():
            setattr(token, name, value)

    def event(self, key: int | None, name: str, **rest: Any) -> None:
        self.entries.append(Entry("event", key, name, **rest))

    def note(self, name: str, *, key: int | None = None, **rest: Any) -> None:
        self.entries.append(Entry("note", key, name, **rest))

    def has_room(self) -> bool:
        return self.has_space

    async def room(self) -> None:
        await self.space.wait()

    def named(self, name: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.name == name]


class Collected:
    """Listens to an event and keeps what came."""

    def __init__(self, event: ChromeEvent[Any]) -> None:
        self.infos: list[Mapping[str, Any]] = []
        self._came = asyncio.Event()
        event.addListener(self._take)

    def _take(self, info: Mapping[str, Any]) -> None:
        self.infos.append(info)
        self._came.set()

    async def until(self, is_enough: Callable[[], bool]) -> None:
        async with asyncio.timeout(TIMEOUT_S):
            while not is_enough():
                self._came.clear()
                await self._came.wait()

    async def count(self, wanted: int) -> list[Mapping[str, Any]]:
        await self.until(lambda: len(self.infos) >= wanted)
        return self.infos

    async def received_bytes(self, wanted: int) -> bytes:
        await self.until(lambda: len(self.data) >= wanted)
        return self.data

    @property
    def data(self) -> bytes:
        return b"".join(info["data"] for info in self.infos)


def fail_test(error: BaseException, name: str) -> None:
    raise AssertionError(f"unexpected in {name}") from error


async def eventually(is_so: Callable[[], bool]) -> None:
    """Wait for what the kernel or another side brings about and nobody tells."""
    async with asyncio.timeout(TIMEOUT_S):
        while not is_so():  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.001)


@contextlib.asynccontextmanager
async def running_app(
    compat: Compat = Compat.CHROMIUM,
    manifest: Manifest | None = None,
    capture: RecordingCapture | None = None,
) -> AsyncGenerator[ChromeApp]:
    """An app that closes at the end; whatever reaches `on_error` fails the test."""
    problems: list[str] = []

    def on_error(error: BaseException, name: str) -> None:
        problems.append(f"{name}: {error!r}")

    async with TaskScope(on_error=on_error) as scope:
        app = ChromeApp(
            manifest or Manifest.allow_all(), capture or RecordingCapture(), scope, compat
        )
        yield app
        await app.aclose()
    assert problems == []


@contextlib.asynccontextmanager
async def serving(handler: Handler, host: str = "127.0.0.1", **options: Any) -> AsyncGenerator[int]:
    """A TCP server; gives its port. Its connections are closed at the end."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, 0), family=family)
    port = listener.getsockname()[1]
    async with accepting(listener, handler, **options):
        yield port


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()


async def discard(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    del writer
    while await reader.read(65536):
        pass


def sending(data: bytes) -> Handler:
    """Make a handler that sends, closes its side and waits for the other to go."""

    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        writer.write_eof()
        await discard(reader, writer)

    return handler


async def reset_at_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Wait for one byte, then reset."""
    await reader.read(1)
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()


async def never_reads(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    del reader
    transport = writer.transport
    assert isinstance(transport, asyncio.ReadTransport)
    transport.pause_reading()
    await asyncio.Event().wait()


@contextlib.contextmanager
def refusing_port():
    """A port that nobody else gets and that refuses."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        yield sock.getsockname()[1]


@contextlib.contextmanager
def hanging_port() -> Generator[int]:
    """A port whose queue is full, so that connecting never completes."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            client = stack.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


async def connected(app: ChromeApp, port: int, **properties: Any) -> int:
    """Make a connected socket of `sockets.tcp`; gives its id."""
    made = await app.sockets.tcp.create(properties)  # pyright: ignore[reportArgumentType] - wrong ones, too
    assert await app.sockets.tcp.connect(made["socketId"], "127.0.0.1", port) == 0
    return made["socketId"]


async def paused(app: ChromeApp, port: int, host: str = "127.0.0.1") -> int:
    """Make a socket that was paused before it connected; gives its id."""
    made = await app.sockets.tcp.create()
    await app.sockets.tcp.setPaused(made["socketId"], True)
    assert await app.sockets.tcp.connect(made["socketId"], host, port) == 0
    return made["socketId"]
