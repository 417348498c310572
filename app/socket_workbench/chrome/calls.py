"""One call of the API on its way: from checked arguments to a callback, an awaitable or nothing."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from typing_extensions import override

from socket_workbench.chrome.records import result_code, result_text

if TYPE_CHECKING:
    from socket_workbench.chrome.records import CaptureSink

R = TypeVar("R")

Callback = Callable[..., object] | None
"""A Chrome callback: called with the result, or with nothing where Chromium gives none."""


class ApiError(Exception):
    """A call failed and Chromium gives its callback no argument; the text is `lastError`'s."""


class CallDropped(Exception):
    """Chromium never runs this callback, for instance of a `connect` cut off by `disconnect`."""


class Outcome(NamedTuple):
    """What becomes of a call; given exactly once."""

    args: tuple[Any, ...] = ()
    """Arguments of the callback; buffers are `bytes`."""
    error: str | None = None
    """Text of `runtime.lastError` during the callback."""
    dropped: bool = False
    """The callback never runs."""
    cause: str = ""
    """Ours, as recorded; scripts never see it."""


Reply = Callable[[Outcome], None]


class Pending(Awaitable[R], Generic[R]):
    """The result of a call; await it, or leave it.

    Awaiting gives the callback's argument where Chromium gives one, also when that is an error
    code. Cancelling the wait does not undo the call.

    Raises:
        ApiError: The call failed and Chromium gives no argument.
        CallDropped: Chromium never runs the callback.
    """

    __slots__ = ("_outcome", "_waiters")

    def __init__(self) -> None:
        self._outcome: Outcome | None = None
        self._waiters: list[asyncio.Future[None]] = []

    @property
    def last_error(self) -> str | None:
        """Text of `lastError` once the result is there; `None` before, and on success."""
        return None if self._outcome is None else self._outcome.error

    @property
    def cause(self) -> str:
        """Why it failed, as the net layer found it; empty before the result, and on success.

        Some calls that fail take their socket along, which cannot be asked any more.
        """
        return "" if self._outcome is None else self._outcome.cause

    def settle(self, outcome: Outcome) -> None:
        self._outcome = outcome
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    @override
    def __await__(self) -> Generator[Any, None, R]:
        if self._outcome is not None:
            yield  # one turn of the loop, or a busy caller would starve everybody
        else:
            waiter = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            yield from waiter
        assert self._outcome is not None
        args, error, dropped, _ = self._outcome
        if dropped:
            raise CallDropped("the callback of this call never runs")
        if args:
            return args[0]
        if error is not None:
            raise ApiError(error)
        return None  # pyright: ignore[reportReturnType] - R is None where there is no argument


class ReplyQueue:
    """Hands over results in the order in which they came, never inside the call itself."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[Callable[..., None], Any]] = deque()
        self._is_scheduled = False
        self._is_flushing = False
        self._is_held = False

    def hold(self) -> None:
        """Leave it to the `release` that follows to hand over what is added until then."""
        self._is_held = True

    def release(self) -> None:
        """Hand over what is there now, without a turn of the loop."""
        self._is_held = False
        self.flush()
        if self._waiting:
            self._schedule()

    def add(self, deliver: Callable[..., None], *args: Any) -> None:
        """Call `deliver(*args)` soon, after everything added before."""
        self._waiting.append((deliver, args))
        if not self._is_held:
            self._schedule()

    def flush(self) -> None:
        """Deliver what waits now; called before an event, so that results precede it."""
        if self._is_flushing:
            return
        self._is_flushing = True
        try:
            for _ in range(
                len(self._waiting)
            ):  # not what is added meanwhile: the loop has its turn
                deliver, args = self._waiting.popleft()
                deliver(*args)
        finally:
            self._is_flushing = False

    def _run(self) -> None:
        self._is_scheduled = False
        self.flush()
        if self._waiting:
            self._schedule()

    def _schedule(self) -> None:
        if not self._is_scheduled:
            self._is_scheduled = True
            asyncio.get_running_loop().call_soon(self._run)


class CallHost(Protocol):
    """What a call needs from its app."""

    capture: "CaptureSink"
    replies: ReplyQueue
    is_recorded: bool

    def call_ended(self, call: "Call[Any]") -> None:
        """Forget the call, which has its outcome."""
        ...


class Call(Generic[R]):
    """A recorded call that waits for its outcome; `finish`, `fail` or `drop` end it, once."""

    __slots__ = ("_host", "_is_at_once", "_is_ended", "_reply", "_token", "name")

    def __init__(
        self, host: CallHost, name: str, token: Any, reply: Reply, *, at_once: bool
    ) -> None:
        """Make a call under way.

        Args:
            host: Its app.
            name: Full name of the method.
            token: The capture's.
            reply: Told the outcome.
            at_once: `reply` runs nobody else's code and need not wait for its turn.
        """
        self.name = name
        self._host, self._token, self._reply = host, token, reply
        self._is_at_once = at_once
        self._is_ended = False

    def finish(self, *args: Any, error: str | None = None, cause: str = "") -> None:
        """Give the callback's arguments; `error` is `lastError`'s text, `cause` ours."""
        self._end(Outcome(args, error, False, cause))  # by place: once per call

    def fail(self, error: str, *args: Any, cause: str = "") -> None:
        """End with `lastError`; `args` only where Chromium gives some as well."""
        self._end(Outcome(args, error, cause=cause))

    def drop(self, cause: str = "") -> None:
        """End without a callback, as Chromium does in places."""
        self._end(Outcome(dropped=True, cause=cause))

    def _end(self, outcome: Outcome) -> None:
        if self._is_ended:
            return  # dropped when its app went, and now its work ended as well
        self._is_ended = True
        if self._host.is_recorded:
            self._record(outcome)
        self._host.call_ended(self)
        if self._is_at_once:
            self._reply(outcome)
        else:
            self._host.replies.add(self._reply, outcome)

    def _record(self, outcome: Outcome) -> None:
        self._host.capture.finish(
            self._token,
            done_ns=time.monotonic_ns(),
            code=result_code(outcome.args),
            result="dropped" if outcome.dropped else result_text(outcome.args, outcome.error),
            cause=outcome.cause,
        )
