"""One client's talk with the responder: what it sent is answered in order, never faster."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final, Protocol

from socket_workbench.panels.responder_rules import Found, RuleTimeoutError
from socket_workbench.panels.responders import QUICK_S, Answer, Responder, Rule, Units

if TYPE_CHECKING:
    from socket_workbench.tasks import TaskScope

HOLD_BYTES: Final = 512 * 1024
"""Reading is held once so much waits for its answer ..."""
GO_ON_BYTES: Final = 64 * 1024
"""... and goes on when no more than this does."""
ECHO_BYTES: Final = 128 * 1024
"""What is sent back in one call at most; reads that wait go back together."""
TURN_S: Final = 0.005
"""How long rules may be asked before others have their turn."""

Sleep = Callable[[float], Awaitable[None]]


class TalkPartner(Protocol):
    """The client, as far as answering goes."""

    async def reply(self, data: bytes) -> bool:
        """Send; false when the connection took no more."""
        ...

    def hold(self, *, is_held: bool) -> None:
        """Stop or resume reading from it, because answers lag behind."""
        ...

    async def part(self, *, is_reset: bool) -> None:
        """End the connection as a rule says."""
        ...


class Talk:
    """Answers one client; its task runs only while there is something to answer.

    Answers leave in the order in which the data came: one that is delayed delays those after it.
    """

    def __init__(
        self,
        responder: Responder,
        partner: TalkPartner,
        scope: "TaskScope",
        *,
        name: str,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._responder, self._partner, self._scope = responder, partner, scope
        self._name, self._sleep = name, sleep
        self._reads: deque[bytes] = deque()
        self._waiting_bytes = 0
        self._units = Units()
        self._task: asyncio.Task[None] | None = None
        self._has_ended = self._is_held = self._is_over = False
        self._turn_ends_s = 0.0

    @property
    def is_busy(self) -> bool:
        """Whether answers are still to come."""
        return self._task is not None

    def take(self, data: bytes) -> None:
        """The client sent this."""
        if self._is_over or not self._responder.is_listening:
            return
        self._reads.append(data)
        self._waiting_bytes += len(data)
        if self._waiting_bytes >= HOLD_BYTES and not self._is_held:
            self._hold(is_held=True)
        self._start()

    def end(self) -> None:
        """The client will send no more; a line that it did not end is one."""
        self._has_ended = True
        if not self._is_over and self._units.waiting_bytes:
            self._start()

    def close(self) -> None:
        """Answer no more."""
        self._is_over = True
        self._reads.clear()
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
            self._task = None

    async def idle(self) -> None:
        """Wait until all that came has been answered."""
        if self._task is not None:
            await asyncio.wait([self._task])

    def _start(self) -> None:
        if self._task is None:
            self._task = self._scope.spawn(self._run(), name=f"{self._name}: answer")

    def _hold(self, *, is_held: bool) -> None:
        self._is_held = is_held
        self._partner.hold(is_held=is_held)

    async def _run(self) -> None:
        try:
            while self._reads and not self._is_over:
                if self._responder.entry.mode == "echo":
                    await self._echo()
                else:
                    await self._answer_read()
            if self._has_ended and not self._is_over:
                await self._answer(self._units.end())
        finally:
            if self._task is asyncio.current_task():
                self._task = None

    async def _echo(self) -> None:
        pieces: list[bytes] = []
        size = 0
        while self._reads and (not size or size + len(self._reads[0]) <= ECHO_BYTES):
            pieces.append(self._reads.popleft())
            size += len(pieces[-1])
        if not await self._partner.reply(b"".join(pieces)):
            self._give_up()
        self._done(size)

    async def _answer_read(self) -> None:
        data = self._reads.popleft()
        by_line = self._responder.entry.framing == "line"
        await self._answer(self._units.feed(data, by_line=by_line))
        self._done(len(data))

    def _done(self, size: int) -> None:
        self._waiting_bytes -= size
        if self._is_held and self._waiting_bytes <= GO_ON_BYTES and not self._is_over:
            self._hold(is_held=False)

    def _give_up(self) -> None:
        self._is_over = True
        self._reads.clear()

    async def _answer(self, units: list[bytes]) -> None:
        for unit in units:
            if self._is_over:
                return
            await self._breathe()
            await self._answer_unit(unit)

    async def _breathe(self) -> None:
        """Let others have their turn when ours was long enough."""
        if time.monotonic() >= self._turn_ends_s:
            await asyncio.sleep(0)
            self._turn_ends_s = time.monotonic() + TURN_S

    async def _answer_unit(self, unit: bytes) -> None:
        mode = self._responder.entry.mode
        if mode == "fixed" and (answer := self._responder.fixed_answer(unit)) is not None:
            await self._send(answer)
        elif mode == "rules":
            await self._ask_rules(unit)

    async def _ask_rules(self, unit: bytes) -> None:
        takes_all = self._responder.entry.order == "all"
        for rule in self._responder.rules:
            await self._breathe()
            if self._is_over:
                return
            if rule.is_active and (found := await _search(rule, unit)) is not None:
                await self._send(rule.answer(found))
                if not takes_all:
                    return

    async def _send(self, answer: Answer) -> None:
        reply = answer.reply
        if reply.delay_ms:
            await self._sleep(reply.delay_ms / 1000)
        data = self._responder.filler.fill(answer.template)
        for number, chunk in enumerate(_chunks(data, reply.chunk_bytes)):
            if number and reply.chunk_pause_ms:
                await self._sleep(reply.chunk_pause_ms / 1000)
            if not await self._partner.reply(chunk):
                self._give_up()
                return
        if reply.then != "keep":
            self._give_up()
            await self._partner.part(is_reset=reply.then == "reset")


async def _search(rule: Rule, unit: bytes) -> Found | None:
    """Ask a rule; one that is slow is asked in a thread, one that is too slow never again."""
    try:
        return rule.search(unit, QUICK_S)
    except RuleTimeoutError:
        pass
    try:
        return await asyncio.to_thread(rule.search, unit)
    except RuleTimeoutError:
        rule.stop(len(unit))
        return None


def _chunks(data: bytes, size: int) -> list[bytes]:
    size = size or len(data) or 1
    return [data[at : at + size] for at in range(0, len(data), size)]
