"""A running script: one app context and the V8 that uses it."""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.records import CaptureSink
from socket_workbench.chrome.slips import Compat
from socket_workbench.scripting.bindings import Bindings
from socket_workbench.scripting.engine import MEMORY_LIMIT_BYTES, EngineEnd, ScriptEngine
from socket_workbench.scripting.faults import Fault, ScriptError
from socket_workbench.scripting.program import Program
from socket_workbench.scripting.storage import Storage
from socket_workbench.scripting.surface import api_table, shown_namespaces
from socket_workbench.scripting.watcher import ConsoleLine, ScriptWatcher
from socket_workbench.tasks import TaskScope

SUSPEND_TIMEOUT_S: Final = 2.0
"""How long a script may take over `onSuspend`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptOptions:
    """How a script is run."""

    compat: Compat = Compat.CHROMIUM
    """What to do where Chromium contradicts its documentation."""
    storage_folder: Path | None = None
    """Where `chrome.storage.local` is kept; `None`: nowhere."""
    memory_limit_bytes: int = MEMORY_LIMIT_BYTES
    """What V8 may take."""
    has_previews: bool = False
    """Whether console lines come with the insides of their objects."""
    panel: str = ""
    """Title of the panel that runs the script, for the record."""


class Script:
    """Runs a program; `start` once, `aclose` once.

    `suspend` ends its background page and `resume` begins a new one in the same app context;
    `reload` makes both anew.
    """

    def __init__(
        self,
        program: Program,
        *,
        capture: CaptureSink,
        scope: TaskScope,
        watcher: ScriptWatcher,
        options: ScriptOptions = ScriptOptions(),
    ) -> None:
        """Prepare a run.

        Args:
            program: What to run.
            capture: Gets every call, result and event.
            scope: Owner of everything that is started.
            watcher: Is told what happens.
            options: How.

        Raises:
            ManifestError: Chromium would not load the program's manifest.
        """
        self.program, self._options = program, options
        self._manifest = Manifest.parse(program.manifest)
        self._capture = capture
        self._scope = scope.child()
        self._watcher = watcher
        folder = options.storage_folder
        self._storage = Storage(None if folder is None else folder / f"{program.id}.json")
        self.app = self._new_app()
        """The app context; it outlives suspending and reloading."""
        self._engine: ScriptEngine | None = None
        self._bindings: Bindings | None = None
        self.is_loading = False
        """Whether its sources are being evaluated."""
        self._is_closed = False
        self._is_over = False
        self._turn = asyncio.Lock()
        """Held by what begins or ends a background page."""
        self._progress = asyncio.Event()
        self._burial: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Evaluate the sources, then fire `onInstalled` and `onLaunched`.

        Raises:
            ScriptError: A source does not compile, or throws; what follows it has not been run.
        """
        async with self._turn:
            await self._load(("runtime.onInstalled", {"reason": "install"}))

    async def suspend(self) -> None:
        """End the background page, after `onSuspend`: sockets that are not persistent close."""
        async with self._turn:
            if self._bindings is not None and self._engine is not None:
                self._bindings.fire("runtime.onSuspend")
                await self._taken_in()
                await self._drop_engine()
            self.app.suspend()

    async def resume(self) -> None:
        """Begin a new background page, unless there is one; it finds the persistent sockets.

        Raises:
            ScriptError: As from `start`.
        """
        async with self._turn:
            if self._engine is not None:
                return
            await self._load()
            self.app.resume()  # after the new page has its listeners

    async def reload(self) -> None:
        """Close everything and start afresh.

        Raises:
            ScriptError: As from `start`.
        """
        async with self._turn:
            await self._drop_engine()
            self.app.reload()
            await self._load(("runtime.onInstalled", {"reason": "update"}))

    async def evaluate(self, source: str, name: str = "console") -> Any:
        """Run more source in the script's context; gives a plain completion value, else `None`.

        Raises:
            ScriptError: It does not compile, or throws.
        """
        assert self._engine is not None
        return await self._engine.evaluate(source, name)

    async def show(self, expression: str) -> None:
        """Run what was typed into a console; its value comes as a line of the level `result`.

        Raises:
            ScriptError: It does not compile, or throws.
        """
        assert self._engine is not None
        *firsts, last = console_forms(expression)
        for source in firsts:
            try:
                await self._engine.evaluate(source, "console", is_shown=True)
            except ScriptError as error:
                if not error.fault.message.startswith("SyntaxError"):
                    raise
            else:
                return
        await self._engine.evaluate(last, "console", is_shown=True)

    @property
    def is_busy(self) -> bool:
        """Whether the script has not yet taken in what came; for long, it loops."""
        return self._engine is not None and self._engine.is_busy

    @property
    def steps(self) -> int:
        """Grows with everything that the script takes in; while busy without it, it loops."""
        engine = self._engine
        return 0 if engine is None else engine.steps

    @property
    def has_page(self) -> bool:
        """Whether there is a context to evaluate something in."""
        return self._bindings is not None and not self._is_closed

    @property
    def is_idle(self) -> bool:
        """Whether nothing can happen any more: no socket, timer or call is left."""
        engine, bindings = self._engine, self._bindings
        if engine is None or bindings is None or self._is_closed:
            return not self.is_loading
        is_working = self.is_loading or engine.is_busy or engine.timers or bindings.pending
        return not is_working and not self.app.live()

    async def idle(self) -> None:
        """Wait until nothing can happen any more, the script called `close()` or died."""
        while not self.is_idle:
            self._progress.clear()
            await self._progress.wait()

    async def aclose(self) -> None:
        """Stop the script, wherever it is, and close its sockets. Idempotent."""
        self._is_closed = self._is_over = True
        if self._burial is not None:  # cut off, it would leave the process's pipes open
            await asyncio.wait([self._burial])
        await self._drop_engine()
        await self.app.aclose()
        await self._storage.save()
        await self._scope.aclose()
        self._progress.set()

    # ---- told by the engine ------------------------------------------------------------------

    def console(self, line: ConsoleLine) -> None:
        self._watcher.console(line)

    def fault(self, fault: Fault) -> None:
        self._watcher.fault(fault)

    def closed(self) -> None:
        """The script called `close()`."""
        self._is_closed = True
        self._progress.set()
        self._watcher.closed()

    def ended(self, end: EngineEnd) -> None:
        """The process died: what it used is closed."""
        self._burial = self._scope.spawn(self._bury(), name="close what a dead script used")
        self._watcher.ended(end)

    def _on_item(self, item: list[Any], data: bytes) -> None:
        if self._bindings is None:
            return
        self.app.expect_settle()  # by _on_progress, which follows every batch
        try:
            self._bindings.on_item(item, data)
        except Exception as error:  # noqa: BLE001 - a bug of ours must not swallow the items behind
            self._scope.report(error, f"script item {item[:3]}")

    def _on_progress(self) -> None:
        """A batch has been taken in: outcomes that are there already go back at once."""
        self.app.settle()
        if not self.is_busy:  # else there is more to come, and nobody waits for less
            self._progress.set()

    # ---- told by the app, which outlives V8 when it is suspended ------------------------------

    def has_room(self) -> bool:
        """Whether the script keeps up with what its sockets receive."""
        return self._engine is None or self._engine.channel.has_room()

    async def room(self) -> None:
        """Wait until it does."""
        if self._engine is not None:
            await self._engine.channel.room()

    def _on_event(self, name: str, info: Mapping[str, Any]) -> None:
        if self._bindings is not None:
            self._bindings.on_event(name, info)

    # ---- inside ----------------------------------------------------------------------------

    def _new_app(self) -> ChromeApp:
        app = ChromeApp(
            self._manifest,
            self._capture,
            self._scope,
            compat=self._options.compat,
            label=self.program.name,
        )
        app.context.panel = self._options.panel
        app.subscribe(self._on_event, gate=self)
        return app

    async def _load(self, *events: tuple[str, dict[str, Any]]) -> None:
        """Begin a background page, unless everything is over meanwhile."""
        if self._is_over:
            return
        self.is_loading = True
        try:
            bindings = await self._start_engine()
            for source in self.program.sources:
                await self.evaluate(source.text, source.name)
            for name, info in (*events, ("app.runtime.onLaunched", {"source": "command_line"})):
                bindings.fire(name, info)
        finally:
            self.is_loading = False
            self._progress.set()

    async def _start_engine(self) -> Bindings:
        engine = self._engine = ScriptEngine(
            scope=self._scope,
            on_item=self._on_item,
            on_progress=self._on_progress,
            on_end=self.ended,
            memory_limit_bytes=self._options.memory_limit_bytes,
        )
        await engine.start(self._config())
        bindings = self._bindings = Bindings(
            self.app, engine.channel, storage=self._storage, save=self._save, watcher=self
        )
        return bindings

    def _config(self) -> dict[str, Any]:
        return {
            "api": api_table(shown_namespaces(self._manifest)),
            "app": {
                "id": self.program.id,
                "manifestText": json.dumps(self.program.manifest, sort_keys=True),
            },
            "hasPreviews": self._options.has_previews,
        }

    def _save(self) -> None:
        self._scope.spawn(self._storage.save(), name="save chrome.storage")

    async def _taken_in(self) -> None:
        """Wait until the script has taken in everything, but not for one that loops."""
        try:
            async with asyncio.timeout(SUSPEND_TIMEOUT_S):
                while self.is_busy:
                    self._progress.clear()
                    await self._progress.wait()
        except TimeoutError:
            return

    async def _bury(self) -> None:
        await self._drop_engine()
        await self.app.aclose()

    async def _drop_engine(self) -> None:
        engine, self._engine, self._bindings = self._engine, None, None
        if engine is not None:
            await engine.aclose()
        self._progress.set()


_AWAITS = re.compile(r"\bawait\b")


def console_forms(text: str) -> list[str]:
    """How to read what was typed into a console; the next one when one does not compile.

    `{a: 1}` is an object and `await` works, as in the consoles of browsers.
    """
    if _AWAITS.search(text):
        return [f"(async () => (\n{text}\n))()", f"(async () => {{\n{text}\n}})()"]
    return [f"({text}\n)", text] if text.lstrip().startswith("{") else [text]
