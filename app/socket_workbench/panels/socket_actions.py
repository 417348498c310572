"""What the socket tree can do with any live socket, whoever made it."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from socket_workbench.chrome.calls import ApiError, CallDropped

if TYPE_CHECKING:
    from socket_workbench.panels.app_set import AppSet
    from socket_workbench.tasks import TaskScope


class SocketActions:
    """Calls of the API by socket key; a socket that is gone by then is no error."""

    def __init__(self, apps: "AppSet", scope: "TaskScope") -> None:
        self._apps, self._scope = apps, scope

    def disconnect_requested(self, key: int) -> None:
        """End the socket's connection, or stop its listening; the socket stays."""
        self._call(key, "disconnect")

    def close_requested(self, key: int) -> None:
        """Close the socket; its id is gone."""
        self._call(key, "close")

    def pause_requested(self, key: int, is_paused: bool) -> None:
        """Stop or resume receiving, or accepting."""
        self._call(key, "setPaused", is_paused)

    def _call(self, key: int, method: str, *arguments: Any) -> None:
        found = self._apps.owner_of(key)
        if found is None:
            return
        app, identity = found[0], found[1].identity
        namespace = getattr(app.sockets, identity.namespace.removeprefix("sockets."))
        call: Callable[..., Awaitable[object]] = getattr(namespace, method)
        self._scope.spawn(
            _ignoring_its_end(call, identity.socket_id, *arguments),
            name=f"{method} {identity.label}",
        )


async def _ignoring_its_end(call: Callable[..., Awaitable[object]], *arguments: Any) -> None:
    try:
        await call(*arguments)
    except (ApiError, CallDropped):
        return  # recorded as the call's result, and the socket is gone from the tree
