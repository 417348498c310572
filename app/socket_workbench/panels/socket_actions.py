"""What the socket tree can do with any live socket, whoever made it."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from socket_workbench.chrome.arguments import ApiTypeError
from socket_workbench.chrome.calls import ApiError, CallDropped
from socket_workbench.panels.javascript_text import value_text
from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.socket_notices import call_failed

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.live import LiveSocket
    from socket_workbench.panels.app_set import AppSet
    from socket_workbench.tasks import TaskScope

Tell = Callable[[Notice], object]


class SocketActions:
    """Calls of the API by socket key; a socket that is gone by then is no error."""

    def __init__(self, apps: "AppSet", scope: "TaskScope", tell: Tell) -> None:
        """Make the actions.

        Args:
            apps: The contexts whose sockets there are.
            scope: Owns the calls.
            tell: Given what a socket refused.
        """
        self._apps, self._scope, self._tell = apps, scope, tell

    def call_requested(self, key: int, method: str, arguments: tuple[Any, ...]) -> None:
        """Call a method of the socket's own namespace, its id as the first argument."""
        found = self._apps.owner_of(key)
        if found is None:
            return
        call: Callable[..., Awaitable[object]] = getattr(_namespace_of(*found), method)
        work = self._call(key, call, method, arguments)
        self._scope.spawn(work, name=f"{method} {found[1].identity.label}")

    async def _call(
        self,
        key: int,
        call: Callable[..., Awaitable[object]],
        method: str,
        arguments: tuple[Any, ...],
    ) -> None:
        found = self._apps.owner_of(key)
        if found is None:
            return
        try:
            result = await call(found[1].identity.socket_id, *arguments)
        except CallDropped:
            return  # what it asked for was ended under it, by somebody who knew
        except (ApiError, ApiTypeError) as error:
            self._refused(key, method, arguments, text=str(error))
            return
        if isinstance(result, int) and result < 0:
            self._refused(key, method, arguments, code=result)

    def _refused(
        self,
        key: int,
        method: str,
        arguments: tuple[Any, ...],
        *,
        code: int | None = None,
        text: str = "",
    ) -> None:
        """Tell it, unless the socket is gone: then everybody sees why."""
        found = self._apps.owner_of(key)
        if found is None:
            return
        identity = found[1].identity
        values = [value_text(one, is_short=True) for one in (identity.socket_id, *arguments)]
        name = f"{identity.namespace}.{method}({', '.join(values)})"
        if text:
            notice = call_failed(name, text)
        else:
            notice = Notice(
                message=Message.CALL_GAVE_ERROR,
                severity=Severity.WARNING,
                code=code,
                cause=found[1].cause,
                values={"method": name},
            )
        self._tell(notice)


def _namespace_of(app: "ChromeApp", live: "LiveSocket") -> object:
    namespace = live.identity.namespace
    if namespace == "socket":
        return app.socket
    return getattr(app.sockets, namespace.removeprefix("sockets."))
