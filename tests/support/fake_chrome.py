"""A `ChromeApp` that talks to nobody: it remembers the calls and answers as it was told."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.live import LiveSocket

Listener = Callable[[dict[str, Any]], object]
FIRST_KEY = 101
ABORTED = -3
TCP = "sockets.tcp"


def live_socket(
    key: int,
    *,
    socket_id: int | None = None,
    namespace: str = "sockets.tcp",
    panel: str = "",
    parent: int | None = None,
    **info: Any,
) -> LiveSocket:
    """Make a socket as the views see it; `info` is what getInfo tells beyond the usual."""
    number = key if socket_id is None else socket_id
    facts: dict[str, Any] = {"socketId": number, "persistent": False, "paused": False}
    if namespace in ("sockets.tcp", "socket"):
        facts["connected"] = False
    identity = SocketIdentity(
        key=key,
        context="window",
        namespace=namespace,
        socket_id=number,
        panel=panel,
        parent=parent,
    )
    return LiveSocket(
        key=key,
        identity=identity,
        info=facts | info,
        parent=parent,
        cause="",
        is_listening=namespace == "sockets.tcpServer" and "localPort" in info,
    )


@dataclass
class FakeEvent:
    """As an event of the API."""

    listeners: list[Listener] = field(default_factory=list[Listener])

    def addListener(self, listener: Listener) -> None:  # noqa: N802 - Chrome's name
        self.listeners.append(listener)

    def removeListener(self, listener: Listener) -> None:  # noqa: N802 - Chrome's name
        if listener in self.listeners:
            self.listeners.remove(listener)

    def fire(self, info: dict[str, Any]) -> None:
        for listener in tuple(self.listeners):
            listener(info)


class FakeTcp:
    """As `chrome.sockets.tcp`; the attributes without a call's name say how calls end."""

    def __init__(self, app: "FakeChrome") -> None:
        self._app = app
        self.calls: list[tuple[Any, ...]] = []
        self.connect_code = 0
        self.connect_error = ""
        self.connect_gate: asyncio.Event | None = None
        """Connects wait for it; `disconnect` cuts them off."""
        self.is_looking_up = False
        """Connects are still at the name look-up, which nothing cuts off."""
        self.drops_calls = False
        """Whether what is cut off is dropped, as in Chromium, or ends as aborted."""
        self.send_codes: Sequence[int] = ()
        """Codes of the next sends; 0 when there are no more."""
        self.send_gate: asyncio.Event | None = None
        self.has_sent = asyncio.Event()
        """Set by the first send, before its gate."""
        self.closes_at_once = ""
        """The cause with which a connection ends before its connect is answered."""
        self.send_error = ""
        self.option_code = 0
        self.cause = ""
        """What a failure leaves as the socket's cause."""
        self.onReceiveError = FakeEvent()
        self._has_disconnected = False

    def called(self, name: str) -> list[tuple[Any, ...]]:
        """The arguments of every call of that name."""
        return [call[1:] for call in self.calls if call[0] == name]

    def create(self, properties: dict[str, Any]) -> asyncio.Future[dict[str, int]]:
        self.calls.append(("create", properties))
        socket_id = len(self.called("create"))
        self._app.put(live_socket(FIRST_KEY - 1 + socket_id, socket_id=socket_id, **properties))
        created: asyncio.Future[dict[str, int]] = asyncio.get_running_loop().create_future()
        created.set_result({"socketId": socket_id})
        return created

    async def update(self, socket_id: int, properties: dict[str, Any]) -> None:
        self.calls.append(("update", socket_id, properties))
        self._app.change(socket_id, **properties)

    async def connect(self, socket_id: int, host: str, port: int, dns: str) -> int:
        self.calls.append(("connect", socket_id, host, port, dns))
        if self.connect_error:
            raise ApiError(self.connect_error)
        if await self._is_cut_off(self.connect_gate):
            return ABORTED
        if self.closes_at_once:
            self._app.set_cause(socket_id, self.closes_at_once)
        elif self.connect_code < 0:
            self._app.set_cause(socket_id, self.cause)
        else:
            self._app.change(socket_id, connected=True, paused=False)
        return self.connect_code

    async def disconnect(self, socket_id: int) -> None:
        self.calls.append(("disconnect", socket_id))
        self._app.change(socket_id, connected=False)
        for gate in (self.connect_gate, self.send_gate):
            if gate is not None and not self.is_looking_up:
                self._has_disconnected = True
                gate.set()

    async def setPaused(self, socket_id: int, paused: bool) -> None:  # noqa: N802 - Chrome's name
        self.calls.append(("setPaused", socket_id, paused))
        self._app.change(socket_id, paused=paused)

    async def setKeepAlive(self, *arguments: Any) -> int:  # noqa: N802 - Chrome's name
        self.calls.append(("setKeepAlive", *arguments))
        return self.option_code

    async def setNoDelay(self, *arguments: Any) -> int:  # noqa: N802 - Chrome's name
        self.calls.append(("setNoDelay", *arguments))
        return self.option_code

    async def send(self, socket_id: int, data: bytes) -> dict[str, int]:
        self.calls.append(("send", socket_id, data))
        self.has_sent.set()
        if self.send_error:
            raise ApiError(self.send_error)
        if await self._is_cut_off(self.send_gate):
            return {"resultCode": ABORTED}
        code, self.send_codes = (*self.send_codes, 0)[0], self.send_codes[1:]
        if code < 0:
            self._app.set_cause(socket_id, self.cause)
            return {"resultCode": code}
        return {"resultCode": 0, "bytesSent": len(data)}

    async def close(self, socket_id: int) -> None:
        self.calls.append(("close", socket_id))
        if self._app.find("sockets.tcp", socket_id) is None:
            raise ApiError("Socket not found")
        self._app.drop(socket_id)

    async def _is_cut_off(self, gate: asyncio.Event | None) -> bool:
        if gate is not None:
            await gate.wait()
        if self._has_disconnected and self.drops_calls:
            raise CallDropped
        return self._has_disconnected


@dataclass
class FakeSockets:
    """As `chrome.sockets`."""

    tcp: FakeTcp


class FakeChrome:
    """As `ChromeApp`, as far as panels and views use it."""

    def __init__(self) -> None:
        self.revision = 0
        self.sockets = FakeSockets(FakeTcp(self))
        self.titles: list[str] = []
        """What `panel_scope` was given."""
        self._live: dict[tuple[str, int], LiveSocket] = {}

    def live_of(self, key: int) -> LiveSocket | None:
        return next((one for one in self.live() if one.key == key), None)

    def live(self) -> tuple[LiveSocket, ...]:
        return tuple(self._live.values())

    def find(self, namespace: str, socketId: int) -> LiveSocket | None:  # noqa: N803 - Chrome's
        return self._live.get((namespace, socketId))

    @contextmanager
    def panel_scope(self, title: str) -> Iterator[None]:
        self.titles.append(title)
        yield

    def put(self, live: LiveSocket) -> None:
        self._live[live.identity.namespace, live.identity.socket_id] = live
        self.revision += 1

    def change(self, socket_id: int, **info: Any) -> None:
        """Change what getInfo tells."""
        live = self._live[TCP, socket_id]
        self.put(replace(live, info={**live.info, **info}))

    def set_cause(self, socket_id: int, cause: str) -> None:
        self.put(replace(self._live[TCP, socket_id], cause=cause))

    def drop(self, socket_id: int) -> None:
        """Let the socket be gone, as after `close`."""
        del self._live[TCP, socket_id]
        self.revision += 1

    def end_connection(self, socket_id: int, cause: str, *, is_half: bool = False) -> None:
        """Let the far side end the connection, or only its half of it."""
        self.change(socket_id, connected=is_half, paused=True)
        self.set_cause(socket_id, cause)
        self.sockets.tcp.onReceiveError.fire({"socketId": socket_id, "resultCode": -100})
