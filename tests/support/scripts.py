"""Scripts in tests: run some JavaScript, see what it says."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from socket_workbench.scripting.discard import DiscardingCapture
from socket_workbench.scripting.engine import EngineEnd
from socket_workbench.scripting.faults import Fault, ScriptError
from socket_workbench.scripting.program import Program, Source, open_manifest
from socket_workbench.scripting.script import Script, ScriptOptions
from socket_workbench.scripting.watcher import ConsoleLine
from socket_workbench.tasks import TaskScope
from support.logs import fail_test

TIMEOUT_S = 20.0


class RecordingWatcher:
    """Keeps everything that a script tells."""

    def __init__(self) -> None:
        self.lines: list[ConsoleLine] = []
        self.faults: list[Fault] = []
        self.ends: list[EngineEnd] = []
        self.is_closed = False
        self.news = asyncio.Event()

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def console(self, line: ConsoleLine) -> None:
        self.lines.append(line)
        self.news.set()

    def fault(self, fault: Fault) -> None:
        self.faults.append(fault)
        self.news.set()

    def closed(self) -> None:
        self.is_closed = True
        self.news.set()

    def ended(self, end: EngineEnd) -> None:
        self.ends.append(end)
        self.news.set()


class RunningScript:
    """A script and what it told so far."""

    def __init__(self, script: Script, watcher: RecordingWatcher) -> None:
        self.script, self.watcher = script, watcher

    async def idle(self) -> None:
        async with asyncio.timeout(TIMEOUT_S):
            await self.script.idle()

    async def until(self, count: int) -> list[str]:
        """Wait for so many console lines."""
        async with asyncio.timeout(TIMEOUT_S):
            while len(self.watcher.lines) < count:
                self.watcher.news.clear()
                await self.watcher.news.wait()
        return self.watcher.texts

    async def ended(self) -> EngineEnd:
        """Wait until the script's process has died."""
        async with asyncio.timeout(TIMEOUT_S):
            while not self.watcher.ends:
                self.watcher.news.clear()
                await self.watcher.news.wait()
        return self.watcher.ends[0]


@asynccontextmanager
async def running(
    *sources: str,
    manifest: dict[str, Any] | None = None,
    folder: Path | None = None,
    options: ScriptOptions | None = None,
) -> AsyncIterator[RunningScript]:
    """Start a script of these sources; an error while loading is among the faults."""
    program = Program(
        name="test",
        sources=tuple(Source(f"{number}.js", text) for number, text in enumerate(sources, 1)),
        manifest=open_manifest("test") if manifest is None else manifest,
        folder=folder,
    )
    watcher = RecordingWatcher()
    async with TaskScope(on_error=fail_test) as scope:
        script = Script(
            program,
            capture=DiscardingCapture(),
            scope=scope,
            watcher=watcher,
            options=options or ScriptOptions(),
        )
        try:
            await script.start()
        except ScriptError as error:
            watcher.faults.append(error.fault)
        try:
            yield RunningScript(script, watcher)
        finally:
            await script.aclose()


async def said_by(*sources: str) -> list[str]:
    """Run a script to its end; its console lines, and the messages of its errors."""
    async with running(*sources) as run:
        await run.idle()
        return run.watcher.texts + [fault.message for fault in run.watcher.faults]


def run_dry(text: str) -> str:
    """Source that logs the value of an expression, also of a promise."""
    return f"Promise.resolve({text}).then((x) => console.log(x), (e) => console.log(String(e)));"


def write_app(folder: Path, manifest: object, **files: str) -> Path:
    """Write an unpacked app; `files` are scripts by their name without `.js`."""
    folder.mkdir(exist_ok=True)
    (folder / "manifest.json").write_text(json.dumps(manifest))
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder
