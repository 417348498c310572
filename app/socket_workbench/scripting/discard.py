"""A record that keeps nothing, for scripts that nobody looks on."""

from typing_extensions import override

from socket_workbench.capture.records import Direction
from socket_workbench.chrome.records import CaptureSink, Unread


class DiscardingCapture(CaptureSink, Unread):
    """Gives out socket keys; has always room."""

    def __init__(self) -> None:
        self._sockets = 0

    @override
    def add_socket(
        self,
        *,
        context: str,
        namespace: str,
        socket_id: int,
        panel: str = "",
        parent: int | None = None,
    ) -> int:
        del context, namespace, socket_id, panel, parent
        self._sockets += 1
        return self._sockets

    @override
    def call(
        self,
        key: int | None,
        name: str,
        arguments: str,
        *,
        at_ns: int,
        peer: str = "",
        data: bytes = b"",
        direction: Direction = Direction.NONE,
    ) -> None:
        del key, name, arguments, at_ns, peer, data, direction

    @override
    def finish(
        self, token: object, *, done_ns: int, code: int | None, result: str, cause: str = ""
    ) -> None:
        del token, done_ns, code, result, cause

    @override
    def event(
        self,
        key: int | None,
        name: str,
        *,
        at_ns: int,
        arguments: str = "",
        peer: str = "",
        data: bytes = b"",
        direction: Direction = Direction.NONE,
        code: int | None = None,
        cause: str = "",
    ) -> None:
        del key, name, at_ns, arguments, peer, data, direction, code, cause

    @override
    def note(
        self, name: str, *, at_ns: int, arguments: str = "", key: int | None = None, cause: str = ""
    ) -> None:
        del name, at_ns, arguments, key, cause

    @override
    def has_room(self) -> bool:
        return True

    @override
    async def room(self) -> None:
        return
