"""`socket-workbench script`: run scripts and apps without a window, check manifests."""

import asyncio
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socket_workbench.chrome.manifest import Manifest, ManifestError
from socket_workbench.folders import Folders
from socket_workbench.scripting.discard import DiscardingCapture
from socket_workbench.scripting.engine import EngineEnd, end_text
from socket_workbench.scripting.faults import Fault, ScriptError
from socket_workbench.scripting.program import (
    MANIFEST_FILE,
    Program,
    ProgramError,
    load_manifest,
    program_of_app,
    program_of_files,
)
from socket_workbench.scripting.script import Script, ScriptOptions
from socket_workbench.scripting.watcher import ConsoleLine
from socket_workbench.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable

OK: Final = 0
FAILED: Final = 1

ON_STDERR: Final = ("warning", "error")
"""Console levels that a terminal gets on standard error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What `script run` was asked for."""

    files: list[Path]
    """JavaScript files, or one folder of an app."""
    manifest: Path | None = None
    timeout_s: float | None = None


def run(options: RunOptions) -> int:
    """Run until nothing is left to do, `close()`, or the time is over; gives the exit code."""
    try:
        program = _program(options)
    except ProgramError as error:
        return _fail(str(error))
    try:
        return asyncio.run(_run(program, options.timeout_s))
    except ManifestError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("interrupted")


def check(place: Path) -> int:
    """Say whether Chromium would load a manifest; its text on standard error if not."""
    file = place / MANIFEST_FILE if place.is_dir() else place
    try:
        Manifest.parse(load_manifest(file))
    except (ManifestError, ProgramError) as error:
        return _fail(str(error))
    sys.stdout.write(f"{file}: valid\n")
    return OK


def _program(options: RunOptions) -> Program:
    first = options.files[0]
    if not first.is_dir():
        return program_of_files(options.files, options.manifest)
    if len(options.files) > 1 or options.manifest is not None:
        raise ProgramError(f"{first}: an app's folder comes alone, with its own manifest")
    return program_of_app(first)


async def _run(program: Program, timeout_s: float | None) -> int:
    terminal = _Terminal()
    async with TaskScope(on_error=terminal.report) as scope:
        script = Script(
            program,
            capture=DiscardingCapture(),
            scope=scope,
            watcher=terminal,
            options=ScriptOptions(storage_folder=Folders.of_user().state / "storage"),
        )
        terminal.leave = script.closed
        try:
            await _run_to_end(script, terminal, timeout_s)
        finally:
            await script.aclose()
    return terminal.code


async def _run_to_end(script: Script, terminal: "_Terminal", timeout_s: float | None) -> None:
    try:
        async with asyncio.timeout(timeout_s):
            await script.start()
            await script.idle()
    except ScriptError as error:
        terminal.fault(error.fault)
    except TimeoutError:
        if script.is_busy or script.is_loading:
            terminal.fail(f"the script was still busy after {timeout_s:g} s and was stopped")


class _Terminal:
    """Shows what a script says, line by line; remembers whether anything went wrong."""

    def __init__(self) -> None:
        self.code = OK
        self.leave: Callable[[], None] | None = None
        """Called when nobody reads what is printed."""

    def console(self, line: ConsoleLine) -> None:
        stream = sys.stderr if line.level in ON_STDERR else sys.stdout
        try:
            stream.write(f"{line.text}\n")
            stream.flush()
        except BrokenPipeError:  # as behind `| head`
            if self.leave is not None:
                self.leave()

    def fault(self, fault: Fault) -> None:
        self.fail(fault.text)

    def closed(self) -> None:
        """`close()` is one way to end well."""

    def ended(self, end: EngineEnd) -> None:
        self.fail(end_text(end))

    def report(self, error: BaseException, name: str) -> None:
        """A bug of ours."""
        self.fail("".join(traceback.format_exception(error)) + f"in {name}")

    def fail(self, text: str) -> None:
        self.code = FAILED
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def _fail(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return FAILED
