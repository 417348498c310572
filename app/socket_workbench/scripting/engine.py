"""Runs V8 in a process of its own and speaks with it."""

import asyncio
import contextlib
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import IO, TYPE_CHECKING, Any, Final

import psutil

from socket_workbench.scripting import meeting
from socket_workbench.scripting.channel import Channel, OnItem
from socket_workbench.scripting.faults import Fault, ScriptError
from socket_workbench.scripting.host import BROKEN
from socket_workbench.scripting.memory import SLACK
from socket_workbench.scripting.wire import HEADER_BYTES, PART_BYTES, Header
from socket_workbench.tasks import TaskScope

if TYPE_CHECKING:
    import socket

MEMORY_LIMIT_BYTES: Final = 512 << 20
WATCH_S: Final = 0.1
"""How often the memory of the process is looked at."""
END_TIMEOUT_S: Final = 1.0
STDERR_CHARACTERS: Final = 2000


class EndReason(Enum):
    """Why a script's process ended by itself."""

    MEMORY = "memory"
    """It took more memory than it may."""
    BROKEN = "broken"
    """Something else; the detail has what it said."""


@dataclass(frozen=True, slots=True)
class EngineEnd:
    """The process ended, and nobody asked for it."""

    reason: EndReason
    detail: str


OnEnd = Callable[[EngineEnd], None]


class ScriptEngine:
    """One V8; `start` once, `aclose` once, from the loop.

    Whatever a script does, the program stays responsive: the process is killed when it takes
    too much memory, and by `aclose` when it is in a loop.
    """

    def __init__(
        self,
        *,
        scope: TaskScope,
        on_item: OnItem,
        on_progress: Callable[[], None],
        on_end: OnEnd,
        memory_limit_bytes: int = MEMORY_LIMIT_BYTES,
    ) -> None:
        self._scope = scope.child()
        self._on_item, self._on_progress, self._on_end = on_item, on_progress, on_end
        self._limit_bytes = memory_limit_bytes
        self._numbers = itertools.count(1)
        self._evaluations: dict[int, asyncio.Future[Any]] = {}
        self._is_over = False
        self._memory_bytes = 0  # the most that was seen
        self._process: subprocess.Popen[bytes] | None = None
        self._end: socket.socket | None = None
        self._spawning: asyncio.Future[meeting.Child] | None = None
        self._errors: IO[bytes] | None = None
        self._channel: Channel | None = None

    async def start(self, config: dict[str, Any]) -> None:
        """Start the process and its V8; it is ready for `evaluate` at once."""
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by aclose
        loop = asyncio.get_running_loop()
        self._spawning = loop.run_in_executor(None, meeting.spawn, host_command, self._errors)
        ours, process = await asyncio.shield(self._spawning)  # cut off here, aclose ends it
        self._end, self._process = ours, process
        sizes = {"partBytes": PART_BYTES, "headerBytes": HEADER_BYTES}
        text = json.dumps(config | sizes | {"memoryBytes": self._limit_bytes}).encode()
        await asyncio.to_thread(ours.sendall, Header(len(text), 0).pack() + text)
        ours.setblocking(False)
        self._channel = Channel(
            ours,
            on_item=self._take,
            on_progress=self._on_progress,
            on_closed=self._on_closed,
            watches_by_thread=not meeting.INHERITS,
        )
        self._scope.spawn(self._watch_memory(process.pid), name="script memory")

    @property
    def channel(self) -> Channel:
        """For posting; there after `start`."""
        assert self._channel is not None
        return self._channel

    @property
    def is_busy(self) -> bool:
        """Whether the script has yet to take in something it was given, or to be loaded."""
        return self._channel is not None and (self._channel.is_behind or bool(self._evaluations))

    @property
    def steps(self) -> int:
        """How many frames the script has taken in."""
        return 0 if self._channel is None else self._channel.seen

    @property
    def timers(self) -> int:
        """How many timers the script has set."""
        return 0 if self._channel is None else self._channel.timers

    async def evaluate(self, source: str, name: str, *, is_shown: bool = False) -> Any:
        """Run a source in the global scope; gives a plain completion value, else `None`.

        When the value `is_shown`, it becomes a console line of the level `result` instead.

        Raises:
            ScriptError: It does not compile, or throws.
        """
        number = next(self._numbers)
        future = asyncio.get_running_loop().create_future()
        self._evaluations[number] = future
        self.channel.evaluate(number, name, source, is_shown=is_shown)
        try:
            return await future
        finally:
            del self._evaluations[number]

    async def aclose(self) -> None:
        """End the process, by force when it does not go by itself. Idempotent."""
        self._is_over = True
        if self._channel is not None:
            self._channel.close()
        if self._spawning is not None:
            with contextlib.suppress(OSError):  # `start` has told of it
                self._end, self._process = await self._spawning
        if self._end is not None:
            self._end.close()
        if self._process is not None:
            await _end(self._process, at_once=self._channel is None or self.is_busy)
        if self._errors is not None:
            self._errors.close()
        for future in self._evaluations.values():
            future.cancel()
        await self._scope.aclose()

    def _take(self, item: list[Any], data: bytes) -> None:
        if item[0] == "v":
            self._settle(*item[1:4])
        else:
            self._on_item(item, data)

    def _settle(self, number: int, fault: dict[str, Any] | None, value: Any) -> None:
        future = self._evaluations.get(number)
        if future is None or future.done():
            return
        if fault is None:
            future.set_result(value)
        else:
            future.set_exception(ScriptError(Fault(**fault)))

    async def _watch_memory(self, pid: int) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(pid)
            while self._memory_bytes <= self._limit_bytes * SLACK:
                await asyncio.sleep(WATCH_S)
                self._memory_bytes = max(self._memory_bytes, process.memory_info().rss)
            process.kill()

    def _on_closed(self) -> None:
        """The process is gone, or going."""
        if not self._is_over:
            self._is_over = True
            self._scope.spawn(self._report_end(), name="script end")

    async def _report_end(self) -> None:
        assert self._process is not None
        assert self._errors is not None
        status = await asyncio.to_thread(self._process.wait)
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        # V8 does not always say why it gives up; a process as full as this has one reason.
        is_full = self._memory_bytes > self._limit_bytes / 2
        is_memory = status < 0 and (is_full or "out of memory" in said)
        reason = EndReason.MEMORY if is_memory else EndReason.BROKEN
        detail = said[-STDERR_CHARACTERS:] if status == BROKEN else f"exit status {status}"
        end = EngineEnd(reason, "" if is_memory else detail)
        for future in self._evaluations.values():
            if not future.done():
                future.set_exception(ScriptError(Fault(message=end_text(end), origin="load")))
        self._on_end(end)


def end_text(end: EngineEnd) -> str:
    """The end of a script's process as a message."""
    if end.reason is EndReason.MEMORY:
        return "The script took more memory than it may and was stopped"
    return f"The script's process ended: {end.detail}"


def host_command(place: str) -> list[str]:
    """What starts a script host that comes to a place of `meeting`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "script", "host", place]
    return [sys.executable, "-m", "socket_workbench.scripting.host", place]


async def _end(process: "subprocess.Popen[bytes]", *, at_once: bool) -> None:
    if at_once:
        process.kill()
    try:
        await asyncio.to_thread(process.wait, END_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        await asyncio.to_thread(process.wait)
    if process.stdin is not None:
        process.stdin.close()
