"""A script that delivers a transcript."""

import asyncio
from types import TracebackType
from typing import Any, Self

from socket_workbench.scripting.discard import DiscardingCapture
from socket_workbench.scripting.engine import EngineEnd, end_text
from socket_workbench.scripting.faults import Fault, ScriptError
from socket_workbench.scripting.program import Program, Source
from socket_workbench.scripting.script import Script
from socket_workbench.scripting.watcher import ConsoleLine
from socket_workbench.tasks import TaskScope

DELIVERED = "oracle:delivered"


class ScriptRun:
    """One script in a scope of its own, as an async context manager."""

    def __init__(self, manifest: dict[str, Any], source: str, name: str) -> None:
        self.problems: list[str] = []
        """Uncaught errors of the script, and of ours."""
        self._scope = TaskScope(on_error=self._on_error)
        self._told = asyncio.Event()
        self._is_delivered = False
        program = Program(name=name, sources=(Source(f"{name}.js", source),), manifest=manifest)
        self.script = Script(program, capture=DiscardingCapture(), scope=self._scope, watcher=self)

    async def __aenter__(self) -> Self:
        await self._scope.__aenter__()
        try:
            await self.script.start()
        except ScriptError as error:
            self._fail(error.fault.text)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.script.aclose()
        await self._scope.__aexit__(kind, error, traceback)

    async def delivered(self, timeout_s: float) -> str:
        """Wait for the transcript; empty, or why there is none."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._told.wait()
        except TimeoutError:
            return "\n".join((f"no transcript after {timeout_s:g} s", *self.problems))
        return "" if self._is_delivered else "\n".join(self.problems)

    def console(self, line: ConsoleLine) -> None:
        if line.text == DELIVERED:
            self._is_delivered = True
            self._told.set()

    def fault(self, fault: Fault) -> None:
        self.problems.append(fault.text)  # a listener that throws ends nothing

    def closed(self) -> None:
        self._fail("close() was called")

    def ended(self, end: EngineEnd) -> None:
        self._fail(end_text(end))

    def _on_error(self, error: BaseException, name: str) -> None:
        self._fail(f"{name}: {type(error).__name__}: {error}")

    def _fail(self, problem: str) -> None:
        self.problems.append(problem)
        self._told.set()
