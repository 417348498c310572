"""The socket behind a panel: made when needed, known by its id, spoken to through `chrome.*`."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.live import LiveSocket
    from socket_workbench.chrome.types import CreateInfo, SocketProperties


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketOptions:
    """What a socket of any kind is made with."""

    name: str = ""
    persistent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveOptions(SocketOptions):
    """What a socket is made with that receives."""

    buffer_size: int | None = None
    """Bytes per `onReceive` at most, so of the largest datagram; `None` leaves the API's 4096."""


def changed_properties(old: SocketOptions, new: SocketOptions) -> "SocketProperties":
    """What differs, for `update`, which changes no more than it is given."""
    properties: SocketProperties = {}
    if old.name != new.name:
        properties["name"] = new.name
    if old.persistent != new.persistent:
        properties["persistent"] = new.persistent
    return properties


def changed_receiving(old: ReceiveOptions, new: ReceiveOptions) -> "SocketProperties":
    """As `changed_properties`, with the buffer size."""
    properties = changed_properties(old, new)
    if old.buffer_size != new.buffer_size:
        properties["bufferSize"] = new.buffer_size or 0  # counts as unset
    return properties


class PanelSocket(ABC):
    """Keeps the id; what the calls raise, it lets through.

    A socket that somebody else closed is replaced by a new one when the next is needed.
    """

    namespace: ClassVar[str]
    """As `sockets.tcp`."""

    def __init__(self, app: "ChromeApp", *, title: str) -> None:
        self._app = app
        self._id: int | None = None
        self._creating: Awaitable[CreateInfo] | None = None
        self.title = title
        """Of the panel; the sockets made from now on are recorded with it."""

    @property
    def id(self) -> int | None:
        """The API's `socketId`, also of a socket that is gone by now."""
        return self._id

    @property
    def live(self) -> "LiveSocket | None":
        """What is known of the socket now; `None` where there is none."""
        return None if self._id is None else self._app.find(self.namespace, self._id)

    @property
    def cause(self) -> str:
        """Why the last thing that failed on this socket failed; empty if nothing did."""
        live = self.live
        return "" if live is None else live.cause

    async def ensure(self) -> int:
        """The id of a live socket, made now if need be; several may ask at once."""
        if self._creating is None and self.live is None:
            self._begin()
        await self._take_created()
        assert self._id is not None
        return self._id

    async def close(self) -> None:
        """Close the socket, if there is one."""
        await self._take_created()  # whoever asked for it may have been cancelled meanwhile
        if (live_id := self._live_id) is not None:
            await self._close(live_id)
        self._id = None

    @property
    def _live_id(self) -> int | None:
        """The id, if the socket lives."""
        return None if self.live is None else self._id

    def _begin(self) -> None:
        with self._app.panel_scope(self.title):
            self._creating = self._create()

    async def _take_created(self) -> None:
        if self._creating is not None:
            created = await self._creating
            self._id, self._creating = created["socketId"], None

    @abstractmethod
    def _create(self) -> "Awaitable[CreateInfo]":
        """Call the API's `create`, with the options."""

    @abstractmethod
    async def _close(self, socket_id: int) -> None:
        """Call the API's `close`."""
