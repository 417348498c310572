"""What all namespaces of one app share: record, replies, quota, listeners, tasks."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from itertools import pairwise
from typing import Any, Final, Protocol, TypeAlias

from socket_workbench.capture.records import Direction
from socket_workbench.chrome.calls import Call, Outcome, Reply, ReplyQueue
from socket_workbench.chrome.errors import network_error
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.records import (
    CaptureSink,
    Unread,
    call_text,
    endpoint_text,
    to_json,
)
from socket_workbench.chrome.slips import Compat
from socket_workbench.net.errors import ResultCode
from socket_workbench.tasks import TaskScope

WRITE_QUOTA_BYTES: Final = 200 * 1024 * 1024
"""Bytes handed over and not yet sent, of all sockets of one app (kMaxPendingBytes)."""

TURN_BYTES: Final = 256 * 1024
"""What a reading socket may take before others have their turn."""
TURN_S: Final = 0.008
"""How long it may, for bytes can take long: the capture's writer holds the interpreter, too."""

Handler: TypeAlias = Callable[[str, Mapping[str, Any]], None]
"""Gets every event of an app: its full name and the object that listeners get."""

panel_title: ContextVar[str] = ContextVar("panel_title", default="")


class Gate(Protocol):
    """Somebody who takes what sockets receive, and may ask them to wait."""

    def has_room(self) -> bool:
        """Whether more may come now."""
        ...

    async def room(self) -> None:
        """Wait until more may come."""
        ...


class AppContext:
    """One app's shared state; its namespaces are in `ChromeApp`."""

    def __init__(
        self,
        *,
        manifest: Manifest,
        capture: CaptureSink,
        scope: TaskScope,
        compat: Compat,
        label: str,
    ) -> None:
        self.manifest, self.capture, self.scope = manifest, capture, scope
        self.is_recorded = not isinstance(capture, Unread)
        """Whether calls are told to the capture."""
        self.label = label
        self.panel = ""
        """Title of the panel that has this app for itself; sockets made in a `panel_scope` have
        the title of that."""
        self.is_chromium = compat is Compat.CHROMIUM
        self.replies = ReplyQueue()
        self.revision = 0
        self.dropped_datagrams = 0
        """What the kernel had no room for, on any socket, as far as was noticed."""
        self.pending_bytes = 0
        self.last_error: str | None = None
        self.subscribers: tuple[Handler, ...] = ()
        self.gates: tuple[Gate, ...] = (capture, self)
        self._suspended: list[tuple[ChromeEvent[Any], Mapping[str, Any]]] | None = None
        """Events of the time when the app had no background page; `None` while it has one."""
        self._resumed = asyncio.Event()
        self._calls: set[Call[Any]] = set()

    def touch(self) -> None:
        """Tell the views that some socket's state changed."""
        self.revision += 1

    def begin(
        self,
        key: int | None,
        name: str,
        values: Sequence[Any],
        reply: Reply,
        *,
        peer: str = "",
        at_once: bool = False,
    ) -> Call[Any]:
        """Record the start of a call; `at_once` as in `Call`."""
        token = self._record(key, name, values, peer) if self.is_recorded else None
        call: Call[Any] = Call(self, name, token, reply, at_once=at_once)
        self._calls.add(call)
        return call

    def _record(self, key: int | None, name: str, values: Sequence[Any], peer: str) -> Any:
        text, data = call_text(values)
        return self.capture.call(
            key,
            name,
            text,
            at_ns=time.monotonic_ns(),
            peer=peer or _peer_of(values),
            data=data or b"",
            # A datagram may be empty, and is on its way out all the same.
            direction=Direction.NONE if data is None else Direction.OUT,
        )

    def abandon(self, call: Call[Any], *args: Any, cause: str) -> None:
        """End a call that was cut off: Chromium drops the callback, we give `args`."""
        if self.is_chromium:
            call.drop(cause)
        else:
            call.fail(network_error(ResultCode.ABORTED), *args, cause=cause)

    def call_ended(self, call: Call[Any]) -> None:
        """Forget the call, which has its outcome."""
        self._calls.discard(call)

    def drop_calls(self) -> None:
        """Drop every call that still waits; the app is going."""
        for call in tuple(self._calls):
            call.drop("local")

    def answer(self, callback: Callable[..., object], outcome: Outcome) -> None:
        """Run a callback with `lastError` set."""
        self.last_error = outcome.error
        try:
            callback(*outcome.args)
        except Exception as error:  # noqa: BLE001 - a caller's bug must not end what we do for others
            self.scope.report(error, "callback")
        finally:
            self.last_error = None

    def record_event(
        self,
        key: int,
        event: ChromeEvent[Any],
        info: Mapping[str, Any],
        *,
        at_ns: int | None,
        peer: str = "",
        cause: str = "",
    ) -> None:
        """Record an event that brings no data, and give it to whom it concerns.

        Args:
            key: Of the socket.
            event: Which.
            info: The object that listeners get; a `resultCode` in it is recorded as such.
            at_ns: When it happened; `None` is now.
            peer: `host:port` of the far side.
            cause: As the net layer found it.
        """
        self.capture.event(
            key,
            event.full_name,
            at_ns=time.monotonic_ns() if at_ns is None else at_ns,
            arguments=to_json(info),
            peer=peer,
            code=info.get("resultCode"),
            cause=cause,
        )
        self.emit(event, info)

    def emit(self, event: ChromeEvent[Any], info: Mapping[str, Any]) -> None:
        """Give an event to its listeners and to the subscribers, after the results before it."""
        if self._suspended is not None:
            self._suspended.append((event, info))
            return
        self.replies.flush()
        for listener in event.listeners:
            try:
                listener(info)
            except Exception as error:  # noqa: BLE001 - as above
                self.scope.report(error, f"listener of {event.full_name}")
        for handler in self.subscribers:
            handler(event.full_name, info)

    def suspend(self) -> None:
        """Hold events back, and with them reading, until `resume`."""
        if self._suspended is None:
            self._suspended = []
            self._resumed.clear()

    def resume(self) -> None:
        """Raise soon what was held back, and go on."""
        held, self._suspended = self._suspended or [], None
        self._resumed.set()
        for event, info in held:
            self.replies.add(self.emit, event, info)

    def has_room(self) -> bool:
        """Whether sockets may read: not while suspended."""
        return self._suspended is None

    async def room(self) -> None:
        """Wait for `resume`."""
        await self._resumed.wait()

    def has_room_at_gates(self) -> bool:
        """Whether sockets may read what then goes through all gates."""
        for gate in self.gates:  # noqa: SIM110 - asked at every read, and this is the fastest
            if not gate.has_room():
                return False
        return True

    async def room_at_gates(self) -> None:
        """Wait until every gate has room."""
        for gate in self.gates:
            if not gate.has_room():
                await gate.room()

    def take_quota(self, size: int) -> bool:
        """Count bytes to be sent; false, and not counted, when they would be too many."""
        if self.pending_bytes + size > WRITE_QUOTA_BYTES:
            return False
        self.pending_bytes += size
        return True

    def give_quota(self, size: int) -> None:
        """Bytes have been sent, or never will be."""
        self.pending_bytes -= size


class Pace:
    """Keeps a reading socket polite: a turn for others after a budget, a wait when full."""

    def __init__(self, context: AppContext, budget: int = TURN_BYTES) -> None:
        self._context, self._budget = context, budget
        self._left, self._ends_s = budget, time.monotonic() + TURN_S

    async def spend(self, cost: int) -> None:
        """Count what was read."""
        self._left -= cost
        if self._left <= 0 or time.monotonic() >= self._ends_s:
            await asyncio.sleep(0)
            self._left, self._ends_s = self._budget, time.monotonic() + TURN_S
        await self._context.room_at_gates()


def _peer_of(values: Sequence[Any]) -> str:
    """`host:port` when a call names one: a string directly before a number, after the id."""
    for host, port in pairwise(values):
        if isinstance(host, str) and isinstance(port, int) and not isinstance(port, bool):
            return endpoint_text(host, port % 65536)
    return ""
