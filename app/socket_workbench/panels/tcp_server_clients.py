"""The clients of a TCP server panel: each with its state, its pauses and its answers."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.chrome.errors import QUOTA_EXCEEDED
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels.responder_talk import Talk
from socket_workbench.panels.responders import Responder
from socket_workbench.panels.tcp_server_state import ClientOptions, ClientRow, ClientState

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.live import LiveSocket
    from socket_workbench.extras.workbench import WorkbenchTcp
    from socket_workbench.tasks import TaskScope

NAMESPACE: Final = "sockets.tcp"
QUOTA_WAIT_S: Final = 0.05
"""Between attempts to answer while all sockets together have too much to send."""
LEFT_LIMIT: Final = 5000
"""Clients that have left and are still listed; the oldest go first. The log keeps them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTools:
    """What every client of a panel works with."""

    app: "ChromeApp"
    workbench: "WorkbenchTcp"
    responder: Responder
    scope: "TaskScope"
    now_s: Callable[[], float]
    changed: Callable[[], None]
    """Told that a row is another."""


class ServerClient:
    """One accepted connection, from its first byte to after its last."""

    def __init__(self, tools: ClientTools, live: "LiveSocket", options: ClientOptions) -> None:
        self._tools, self._options = tools, options
        self._tcp = tools.app.sockets.tcp
        self.id, self.key, self.label = live.identity.socket_id, live.key, live.identity.label
        self.peer = Endpoint(
            str(live.info.get("peerAddress", "")), int(live.info.get("peerPort", 0))
        )
        self.state = ClientState.OPEN
        self._began_s, self._ended_s = tools.now_s(), None
        self._is_paused = self._is_held = False
        self._tls, self._code, self._cause = "", None, ""
        self._row: ClientRow | None = None
        self._sends = 0
        """Under way now."""
        self._all_sent = asyncio.Event()
        self._talk = Talk(tools.responder, self, tools.scope, name=self.label)

    @property
    def is_there(self) -> bool:
        """Whether it can be sent to."""
        return self.state is not ClientState.LEFT

    @property
    def row(self) -> ClientRow:
        """As the list shows it; the same object as long as nothing changed."""
        if self._row is None:
            self._row = self._make_row()
        return self._row

    def _make_row(self) -> ClientRow:
        return ClientRow(
            key=self.key,
            label=self.label,
            peer=self.peer,
            state=self.state,
            is_paused=self._is_paused,
            began_s=self._began_s,
            ended_s=self._ended_s,
            tls=self._tls,
            code=self._code,
            cause=self._cause,
        )

    def begin(self, *, is_tls: bool) -> None:
        """Take the options over and read; calls are made at once and in order, none awaited."""
        if is_tls:
            self._tls = "TLS"
            self._tools.workbench.getTlsInfo(self.id, callback=self._take_tls)
        self._apply(ClientOptions())
        self._tcp.setPaused(self.id, False)

    def change_options(self, options: ClientOptions) -> None:
        """Take other options over."""
        before, self._options = self._options, options
        if self.is_there:
            self._apply(before)

    def _apply(self, before: ClientOptions) -> None:
        options = self._options
        if options.buffer_size != before.buffer_size:
            self._tcp.update(self.id, {"bufferSize": options.buffer_size or 0})
        if options.no_delay != before.no_delay and not self._tls:
            self._tcp.setNoDelay(self.id, options.no_delay)

    def _take_tls(self, info: Mapping[str, Any] | None = None) -> None:
        if info is not None:
            self._tls = info["version"]
            self._touch()

    def take(self, data: bytes) -> None:
        """It sent this."""
        self._talk.take(data)

    def receive_ended(self, code: int) -> None:
        """Nothing more comes from it."""
        live = self._tools.app.find(NAMESPACE, self.id)
        cause = "" if live is None else live.cause
        if self.state is not ClientState.OPEN:
            return
        if cause != Cause.FIN or live is None:
            self._leave(code, cause)
            return
        self.state, self._code, self._cause = ClientState.FINISHED, code, cause
        self._talk.end()
        self._touch()
        if not self._options.keeps_half_closed:
            self._tools.scope.spawn(self._close_when_answered(), name=f"{self.label}: finish")

    async def _close_when_answered(self) -> None:
        await self._talk.idle()
        while self._sends:
            self._all_sent.clear()
            await self._all_sent.wait()
        self._leave(self._code, self._cause)

    async def send(self, data: bytes) -> int:
        """Send; the result code, `ABORTED` where a disconnect cut it off.

        Raises:
            ApiError: The API took nothing: the socket is gone, or too much waits.
        """
        self._sends += 1
        try:
            return (await self._tcp.send(self.id, data))["resultCode"]
        except CallDropped:
            return ResultCode.ABORTED
        finally:
            self._sends -= 1
            self._all_sent.set()

    def pause(self, *, is_paused: bool) -> None:
        """Stop or resume receiving, as the user wishes."""
        if self.is_there and is_paused != self._is_paused:
            self._is_paused = is_paused
            self._show_pause()
            self._touch()

    def disconnect(self, *, is_reset: bool = False) -> None:
        """End the connection from this side."""
        if not self.is_there:
            return
        if is_reset:
            self._tools.workbench.reset(self.id)
        self._leave(None, Cause.LOCAL)

    def follow(self) -> bool:
        """Agree with the socket, whoever changed it; whether the row is another."""
        if not self.is_there:
            return False
        socket = self._tcp.sockets.get(self.id)
        if socket is None:
            self._leave(None, Cause.LOCAL)
            return True
        is_paused = socket.paused and not self._is_held and self.state is ClientState.OPEN
        if is_paused == self._is_paused:
            return False
        self._is_paused, self._row = is_paused, None
        return True

    def _touch(self) -> None:
        self._row = None
        self._tools.changed()

    def _leave(self, code: int | None, cause: str) -> None:
        if self.state is ClientState.LEFT:
            return
        self.state, self._ended_s = ClientState.LEFT, self._tools.now_s()
        self._code, self._cause, self._is_paused = code, cause, False
        self._talk.close()
        if self.id in self._tcp.sockets:
            self._tcp.close(self.id)
        self._touch()

    def _show_pause(self) -> None:
        if self.id in self._tcp.sockets:
            self._tcp.setPaused(self.id, self._is_paused or self._is_held)

    # As the responder's partner

    async def reply(self, data: bytes) -> bool:
        """Send an answer. That the connection is lost is told by the row alone."""
        while self.is_there:
            try:
                return await self.send(data) >= 0
            except ApiError as error:
                if str(error) != QUOTA_EXCEEDED:
                    return False  # somebody closed the socket a moment ago
            await asyncio.sleep(QUOTA_WAIT_S)  # others have to get rid of theirs first
        return False

    def hold(self, *, is_held: bool) -> None:
        """Let answers catch up, or go on."""
        self._is_held = is_held
        if self.state is ClientState.OPEN:
            self._show_pause()

    async def part(self, *, is_reset: bool) -> None:
        """End the connection as a rule says."""
        self.disconnect(is_reset=is_reset)


class ClientBook:
    """All clients of a panel, in the order in which they came."""

    def __init__(self) -> None:
        self._by_key: dict[int, ServerClient] = {}
        self._by_id: dict[int, ServerClient] = {}
        """Those that may still receive."""

    def __iter__(self) -> Iterator[ServerClient]:
        return iter(self._by_key.values())

    def __contains__(self, key: int) -> bool:
        return key in self._by_key

    @property
    def there(self) -> tuple[ServerClient, ...]:
        """Those that can be sent to."""
        return tuple(client for client in self._by_id.values() if client.is_there)

    def rows(self) -> tuple[ClientRow, ...]:
        """All as the list shows them."""
        return tuple(client.row for client in self._by_key.values())

    def add(self, client: ServerClient) -> None:
        """A client came."""
        self._by_key[client.key] = self._by_id[client.id] = client

    def of_id(self, socket_id: int) -> ServerClient | None:
        """The client with this `socketId`, if it is one of ours and was there of late."""
        return self._by_id.get(socket_id)

    def find(self, key: int) -> ServerClient | None:
        """The client with this key of the capture."""
        return self._by_key.get(key)

    def chosen(self, keys: Iterable[int]) -> list[ServerClient]:
        """Those of these keys that are listed."""
        return [self._by_key[key] for key in keys if key in self._by_key]

    def forget(self, keys: Iterable[int]) -> None:
        """List these no more, if they have left."""
        for key in tuple(keys):
            client = self._by_key.get(key)
            if client is not None and not client.is_there:
                del self._by_key[key]

    def sort_out(self) -> None:
        """Drop from the look-up who has left, and the oldest of too many from the list."""
        left = [client for client in self._by_id.values() if not client.is_there]
        for client in left:
            del self._by_id[client.id]
        too_many = len(self._by_key) - len(self._by_id) - LEFT_LIMIT
        if too_many > 0:
            gone = (client.key for client in self._by_key.values() if not client.is_there)
            self.forget([key for key, _ in zip(gone, range(too_many), strict=False)])
