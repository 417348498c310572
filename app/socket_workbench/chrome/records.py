"""How calls and events are told to the capture."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, cast

import msgspec

from socket_workbench.capture.records import Direction

_encode = msgspec.json.Encoder().encode


class CaptureSink(Protocol):
    """The part of `Capture` that an app context needs; tests pass one that remembers."""

    def add_socket(
        self,
        *,
        context: str,
        namespace: str,
        socket_id: int,
        panel: str = "",
        parent: int | None = None,
    ) -> int:
        """Make a socket known; returns its key."""
        ...

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
    ) -> Any:
        """Record the start of a call; returns a token for `finish`."""
        ...

    def finish(
        self, token: Any, *, done_ns: int, code: int | None, result: str, cause: str = ""
    ) -> None:
        """Record the result of a call."""
        ...

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
        """Record an event of the API."""
        ...

    def note(
        self, name: str, *, at_ns: int, arguments: str = "", key: int | None = None, cause: str = ""
    ) -> None:
        """Record something that is no event of the API."""
        ...

    def has_room(self) -> bool:
        """Whether the queue to the writer has room for more."""
        ...

    async def room(self) -> None:
        """Wait until there is room."""
        ...


class Unread:
    """Base of captures that keep nothing of calls, so that nothing need be written for them."""


def call_text(values: Sequence[Any]) -> tuple[str, bytes | None]:
    """JSON of a call's arguments, and the first buffer among them."""
    data: bytes | None = None
    plain: list[Any] = []
    for value in values:
        if type(value) is bytes:
            data = value if data is None else data
            plain.append({"$bytes": len(value)})
        else:
            plain.append(value)
    return _json(plain), data


def to_json(value: Any) -> str:
    """JSON of what the API saw; a buffer of n bytes is `{"$bytes": n}`."""
    return _json(_plain(value))


def _json(plain: Any) -> str:
    try:
        return _encode(plain).decode()
    except UnicodeEncodeError:  # half a surrogate pair, as JavaScript's strings may have
        return json.dumps(plain, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Replace buffers; the API has them at the top of arguments, results and events only."""
    if type(value) is dict:
        members = cast("dict[str, Any]", value)
        if _has_buffer(members.values()):
            return {name: _buffer_or(member) for name, member in members.items()}
    elif isinstance(value, tuple | list) and _has_buffer(cast("Sequence[Any]", value)):
        return [_buffer_or(member) for member in cast("Sequence[Any]", value)]
    return cast("Any", value)


def _has_buffer(values: Iterable[Any]) -> bool:
    for value in values:  # noqa: SIM110 - once per call and event, and this is the fastest
        if type(value) is bytes:
            return True
    return False


def _buffer_or(value: Any) -> Any:
    return {"$bytes": len(value)} if type(value) is bytes else value


def result_text(args: Sequence[Any], error: str | None) -> str:
    """A call's result for the record: the callback's argument, or the text of `lastError`."""
    if args:
        return to_json(args[0])
    return error or ""


_CODE_MEMBERS = ("resultCode", "bytesWritten")


def result_code(args: Sequence[Any]) -> int | None:
    """The net error code in a callback's argument, 0 for success; `None` where there is none."""
    if not args:
        return None
    value = args[0]
    if type(value) is dict:
        members = cast("dict[str, Any]", value)
        for name in _CODE_MEMBERS:  # a plain loop: once per call, and this is the fastest
            if name in members:
                code = members[name]
                return min(code, 0) if isinstance(code, int) else None
        return None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def endpoint_text(address: str, port: int) -> str:
    """`host:port`, IPv6 in brackets."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
