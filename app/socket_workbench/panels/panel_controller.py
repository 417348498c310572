"""What the controllers of panels have in common that speak through sockets of their own."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from socket_workbench.chrome.calls import ApiError
from socket_workbench.panels.file_sending import CHUNK_BYTES, FileSender, SendChunk, Transfer
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.panel_socket import PanelSocket
from socket_workbench.panels.panel_state import ShownState, SocketState
from socket_workbench.panels.socket_notices import call_failed, file_under_way, file_unreadable

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.events import ChromeEvent
    from socket_workbench.tasks import TaskScope

S = TypeVar("S", bound=SocketState)
T = TypeVar("T")
Clock = Callable[[], float]
Work = Callable[[], Awaitable[object]]


class PanelController(ABC, Generic[S]):
    """What goes wrong becomes the state's notice; `tick` follows what others did to the sockets.

    The view is given every new state, and its requests are the methods that end in `_requested`
    and `_changed`.
    """

    def __init__(
        self,
        app: "ChromeApp",
        scope: "TaskScope",
        shown: ShownState[S],
        now_s: Clock = time.monotonic,
    ) -> None:
        self._app, self._scope, self._shown, self._now_s = app, scope, shown, now_s
        self._show = shown.show
        self._heard: list[tuple[ChromeEvent[Any], Callable[[Any], None]]] = []
        self._seen_revision: int | None = None
        self._sender: FileSender | None = None

    @property
    def state(self) -> S:
        """What the view shows now."""
        return self._shown.state

    @property
    @abstractmethod
    def _sockets(self) -> tuple[PanelSocket, ...]:
        """All sockets of the panel."""

    @abstractmethod
    def _follow_sockets(self) -> None:
        """Make the state agree with the sockets, whoever changed them."""

    async def aclose(self) -> None:
        """Close the sockets and end all that is under way; nobody is told of that."""
        self._end()
        await self._scope.aclose()
        for socket in self._sockets:
            await socket.close()

    def tick(self) -> None:
        """Follow the sockets, if any changed; cheap, called once per frame."""
        if self._seen_revision != self._app.revision:
            self._follow()

    def rename(self, title: str) -> None:
        """Sockets made from now on are recorded with this panel title."""
        for socket in self._sockets:
            socket.title = title

    def cancel_file_requested(self) -> None:
        """Send no more of the file; the calls under way are awaited."""
        if self._sender is not None:
            self._sender.cancel()

    def notice_dismissed(self) -> None:
        """Take the notice away."""
        self._show(notice=None)

    def _listen_to(self, event: "ChromeEvent[Any]", listener: Callable[[Any], None]) -> None:
        """Hear of the event until the panel ends."""
        event.addListener(listener)
        self._heard.append((event, listener))

    def _end(self) -> None:
        """Hear and show nothing more."""
        self._shown.is_closed = True
        for event, listener in self._heard:
            event.removeListener(listener)

    def _follow(self) -> None:
        self._seen_revision = self._app.revision
        self._follow_sockets()

    def _start(self, method: str, work: Work) -> asyncio.Task[None] | None:
        """Do this for the user, unless the panel has ended; `method` names it in notices."""
        if self._shown.is_closed:
            return None
        name = f"{self._sockets[0].title}: {method}"
        return self._scope.spawn(self._run(method, work), name=name)

    async def _run(self, method: str, work: Work) -> None:
        await self._guarded(method, work)
        self._follow()

    async def _guarded(self, method: str, work: Work) -> None:
        """Do it; what the API refuses is told."""
        try:
            await work()
        except ApiError as error:
            self._tell_api_error(method, error)

    def _tell_api_error(self, method: str, error: ApiError) -> None:
        # Where the socket is gone, `_follow` says so.
        if any(socket.live is not None for socket in self._sockets):
            namespace = self._sockets[0].namespace
            self._shown.tell(call_failed(f"{namespace}.{method}", str(error)))

    def _read(self, checked: T | Notice) -> T | None:
        """What the user typed; where it is wrong, `None`, and the notice is shown."""
        if isinstance(checked, Notice):
            self._shown.tell(checked)
            return None
        return checked

    def _start_file(self, path: Path, send: SendChunk, chunk_bytes: int = CHUNK_BYTES) -> None:
        """Send a file, so much of it in each call, unless one is under way."""
        if self._sender is not None:
            self._shown.tell(file_under_way(path))
            return
        self._sender = FileSender(
            path,
            send=send,
            report=self._show_transfer,
            now_s=self._now_s,
            chunk_bytes=chunk_bytes,
        )
        self._start("send file", partial(self._send_file, self._sender, path))

    async def _send_file(self, sender: FileSender, path: Path) -> None:
        try:
            await sender.run()
        except OSError as error:
            self._shown.tell(file_unreadable(path, error))
        finally:
            self._sender = None

    def _show_transfer(self, transfer: Transfer) -> None:
        self._show(transfer=transfer)
