"""One script at a time: started, watched, stopped, and told about in a console."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from socket_workbench.panels import script_notices as notices
from socket_workbench.panels.script_console import Console, Level
from socket_workbench.panels.script_state import ScriptPhase
from socket_workbench.scripting.engine import MEMORY_LIMIT_BYTES, EngineEnd
from socket_workbench.scripting.faults import Fault, ScriptError
from socket_workbench.scripting.program import Program
from socket_workbench.scripting.script import Script, ScriptOptions
from socket_workbench.scripting.watcher import ConsoleLine

if TYPE_CHECKING:
    from socket_workbench.chrome.live import LiveSocket
    from socket_workbench.chrome.records import CaptureSink
    from socket_workbench.panels.app_set import AppSet
    from socket_workbench.panels.notice import Notice
    from socket_workbench.tasks import TaskScope

STUCK_S: Final = 1.5
"""A script that takes nothing in for so long, though there is something, is said to loop."""

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """How far a script is."""

    phase: ScriptPhase = ScriptPhase.IDLE
    is_stuck: bool = False
    has_context: bool = False
    sockets: int = 0
    newest_socket: int | None = None


@dataclass(frozen=True, slots=True)
class RunParts:
    """What a run works with."""

    capture: "CaptureSink"
    apps: "AppSet"
    scope: "TaskScope"
    console: Console
    show: Callable[[RunFacts], None]
    """Given every change of the facts."""
    tell: "Callable[[Notice | None], None]"
    """Given what the user has to know; `None` takes the last one away."""


class ScriptRun:
    """Implements `ScriptWatcher`; what it is told to do is done one after the other."""

    def __init__(self, parts: RunParts, now_s: Clock = time.monotonic) -> None:
        self._parts, self._now_s = parts, now_s
        self.facts = RunFacts()
        self.title = ""
        """Title of the panel, for the record."""
        self._script: Script | None = None
        self._work: asyncio.Task[None] | None = None
        """Starting, resuming or reloading the script."""
        self._turn = asyncio.Lock()
        self._attempt = 0
        self._has_failed = self._is_dead = False
        self._seen_revision: int | None = None
        self._seen_steps, self._steps_at_s = -1, 0.0

    def run(self, program: Program, options: ScriptOptions) -> None:
        """Run a program, after what ran before has been ended."""
        self._attempt += 1
        self._spawn("run", self._run(self._attempt, program, options))

    def stop(self) -> None:
        """End the script wherever it is, with its sockets."""
        self._attempt += 1
        if self._script is not None:
            self._spawn("stop", self._stop(ScriptPhase.STOPPED, "stopped"))

    def suspend(self) -> None:
        """End the app's background page; persistent sockets stay."""
        if self.facts.phase is ScriptPhase.RUNNING and self._script is not None:
            self._spawn("suspend", self._suspend(self._script))

    def resume(self) -> None:
        """Begin a new background page after `suspend`."""
        if self.facts.phase is ScriptPhase.SUSPENDED and self._script is not None:
            self._parts.console.say(Level.SYSTEM, "resumed")
            self._load(self._script, self._script.resume())

    def reload(self, program: Program, options: ScriptOptions) -> None:
        """Close the app's sockets and start it afresh with `program`, in the same context.

        What it may do belongs to the context: with another manifest there is a new one.
        """
        script = self._script
        if script is None or script.is_loading or program.manifest != script.program.manifest:
            self.run(program, options)
        else:
            self._parts.console.say(Level.SYSTEM, "reloaded")
            script.program = program
            self._load(script, script.reload())

    def evaluate(self, text: str) -> None:
        """Run what was typed into the console; value or error become lines of it."""
        self._parts.console.say(Level.INPUT, text)
        if self._script is not None and self._script.has_page:
            self._spawn("evaluate", self._evaluate(self._script, text))

    def rename(self, title: str) -> None:
        """Sockets made from now on are recorded with this title."""
        self.title = title
        if self._script is not None:
            self._script.app.context.panel = title

    def owns(self, key: int) -> bool:
        """Whether this living socket is the script's."""
        return any(one.key == key for one in self._live())

    def tick(self) -> None:
        """Follow the script; cheap, called once per frame."""
        script = self._script
        if script is None:
            return
        changes: dict[str, Any] = {"has_context": script.has_page}
        if script.app.revision != self._seen_revision:
            self._seen_revision = script.app.revision
            live = self._live()
            newest = max((one.key for one in live), default=None)
            changes |= {"sockets": len(live), "newest_socket": newest}
        self._show(**changes)
        self._show(phase=self._phase_now(script), is_stuck=self._is_stuck(script))

    async def aclose(self) -> None:
        """End the script and everything of it; nobody is told."""
        self._attempt += 1
        async with self._turn:
            await self._end_script()

    # ---- told by the script ------------------------------------------------------------------

    def console(self, line: ConsoleLine) -> None:
        self._parts.console.take(line)

    def fault(self, fault: Fault) -> None:
        self._parts.console.say(Level.ERROR, fault.message, fault)
        if (notice := notices.call_refused(fault)) is not None:
            self._parts.tell(notice)

    def closed(self) -> None:
        self._spawn("close", self._stop(ScriptPhase.ENDED, "closed"))

    def ended(self, end: EngineEnd) -> None:
        self._is_dead = True
        notice = notices.process_ended(end, MEMORY_LIMIT_BYTES)
        self._parts.tell(notice)
        self._spawn("bury", self._stop(ScriptPhase.FAILED, end.reason.value))

    # ---- inside ----------------------------------------------------------------------------

    async def _run(self, attempt: int, program: Program, options: ScriptOptions) -> None:
        async with self._turn:
            await self._end_script()
            if attempt != self._attempt:
                return
            parts = self._parts
            script = Script(
                program,
                capture=parts.capture,
                scope=parts.scope,
                watcher=self,
                options=replace(options, has_previews=True, panel=self.title),
            )
            self._script, self._seen_revision = script, None
            parts.apps.add(script.app)
            parts.console.say(Level.SYSTEM, "started")
            self._load(script, script.start())

    def _load(self, script: Script, work: Coroutine[Any, Any, None]) -> None:
        """Start, resume or reload."""
        self._has_failed = self._is_dead = False
        self._seen_steps = -1
        self._parts.tell(None)
        self._show(phase=ScriptPhase.STARTING)
        self._work = self._spawn("load", self._loaded(script, work))

    async def _loaded(self, script: Script, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ScriptError as error:
            if self._script is not script or self._is_dead:
                return  # `ended` tells of that
            self._has_failed = True
            self._parts.console.say(Level.ERROR, error.fault.message, error.fault)
            refused = notices.call_refused(error.fault)
            self._parts.tell(refused or notices.load_failed(error.fault))
        except OSError as error:
            self._parts.tell(notices.not_started(error))
            self._show(phase=ScriptPhase.FAILED)
            return
        if self._script is script and self.facts.phase is ScriptPhase.STARTING:
            self._show(phase=ScriptPhase.RUNNING)

    async def _stop(self, phase: ScriptPhase, told: str) -> None:
        async with self._turn:
            if self._script is None:
                return
            await self._end_script()
            self._parts.console.say(Level.SYSTEM, told)
            self._show(
                phase=phase, is_stuck=False, has_context=False, sockets=0, newest_socket=None
            )

    async def _end_script(self) -> None:
        script, self._script = self._script, None
        if script is None:
            return
        if self._work is not None and not self._work.done():
            self._work.cancel()
            await asyncio.wait([self._work])
        await script.aclose()
        self._parts.apps.remove(script.app)

    async def _suspend(self, script: Script) -> None:
        async with self._turn:
            if self._script is script:
                await script.suspend()
                self._parts.console.say(Level.SYSTEM, "suspended")
                self._show(phase=ScriptPhase.SUSPENDED, has_context=False)

    async def _evaluate(self, script: Script, text: str) -> None:
        try:
            await script.show(text)
        except ScriptError as error:
            self.fault(error.fault)

    def _phase_now(self, script: Script) -> ScriptPhase:
        phase = self.facts.phase
        if phase not in (ScriptPhase.RUNNING, ScriptPhase.ENDED, ScriptPhase.FAILED):
            return phase
        if self.facts.sockets or not script.is_idle:
            return ScriptPhase.RUNNING
        return ScriptPhase.FAILED if self._has_failed else ScriptPhase.ENDED

    def _is_stuck(self, script: Script) -> bool:
        now_s = self._now_s()
        if script.steps != self._seen_steps or not script.is_busy:
            self._seen_steps, self._steps_at_s = script.steps, now_s
        return now_s - self._steps_at_s > STUCK_S

    def _live(self) -> "tuple[LiveSocket, ...]":
        return () if self._script is None else self._script.app.live()

    def _show(self, **changes: Any) -> None:
        facts = replace(self.facts, **changes)
        if facts != self.facts:
            self.facts = facts
            self._parts.show(facts)

    def _spawn(self, name: str, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None] | None":
        if self._parts.scope.is_closed:
            work.close()
            return None
        return self._parts.scope.spawn(work, name=f"{self.title}: {name}")
