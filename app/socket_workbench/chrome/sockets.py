"""What the three namespaces of `chrome.sockets` have alike."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.namespace import ApiSocket, SocketNamespace, api_method
from socket_workbench.chrome.types import CreateInfo, SocketProperties


class PausableSocket(ApiSocket):
    """A socket that receives or accepts by itself until it is paused."""

    def __init__(self, context: AppContext, identity: SocketIdentity) -> None:
        super().__init__(context, identity)
        self.paused = False

    @abstractmethod
    def set_paused(self, *, paused: bool) -> None:
        """Change the flag; what is in flight is not cancelled."""

    def tell_error_soon(self) -> None:
        """Raise the error event that `shut` announced, after the callbacks that wait."""


S = TypeVar("S", bound=PausableSocket)
I = TypeVar("I", bound=Mapping[str, Any])  # noqa: E741 - the info object of a socket


class SocketsNamespace(SocketNamespace[S], Generic[S, I]):
    """A namespace of `chrome.sockets`: its sockets' properties, flag, state and end."""

    @abstractmethod
    def _info(self, socket: S) -> I:
        """The socket as `getInfo` gives it."""

    @api_method
    def create(
        self,
        call: Call[CreateInfo],
        properties: SocketProperties | None = None,
        callback: Callback = None,
    ) -> None:
        """Make a socket; `{"socketId"}`."""
        socket = self._newest
        socket.update(properties or {})
        call.finish({"socketId": socket.id})

    @api_method
    def update(
        self,
        call: Call[None],
        socketId: int,
        properties: SocketProperties,
        callback: Callback = None,
    ) -> None:
        """Change properties of a socket; absent ones stay."""
        socket = self._find(call, socketId)
        if socket is not None:
            socket.update(properties)
            call.finish()

    @api_method
    def setPaused(
        self, call: Call[None], socketId: int, paused: bool, callback: Callback = None
    ) -> None:
        """Stop or resume receiving or accepting; what is in flight still comes."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        call.finish()
        if socket.paused != paused:
            socket.set_paused(paused=paused)

    @api_method
    def close(self, call: Call[None], socketId: int, callback: Callback = None) -> None:
        """Close what is open and forget the socket; accepted ones live on."""
        socket = self._find(call, socketId)
        if socket is not None:
            del self.sockets[socketId]
            self._was_shut(call, socket, must_tell=socket.discard())

    def _was_shut(self, call: Call[None], socket: S, *, must_tell: bool) -> None:
        call.finish()
        if must_tell:
            socket.tell_error_soon()

    @api_method
    def getInfo(self, call: Call[I], socketId: int, callback: Callback = None) -> None:
        """State of a socket; unset members are absent."""
        socket = self._find(call, socketId)
        if socket is not None:
            call.finish(self._info(socket))

    @api_method
    def getSockets(self, call: Call[list[I]], callback: Callback = None) -> None:
        """State of all sockets of this namespace."""
        call.finish([self._info(socket) for socket in self.sockets.values()])


class ConnectableNamespace(SocketsNamespace[S, I]):
    """A namespace whose sockets can be used again after `disconnect`."""

    @api_method
    def disconnect(self, call: Call[None], socketId: int, callback: Callback = None) -> None:
        """Close the connection, or stop listening; the socket stays and can begin again."""
        socket = self._find(call, socketId)
        if socket is not None:
            self._was_shut(call, socket, must_tell=socket.shut())
