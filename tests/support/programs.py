"""Runs programs that were copied from the window, and reads what they print."""

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from socket_workbench.panels.copying import Language

TIMEOUT_S = 20.0


def skip_without(language: Language) -> None:
    """Skip where the program that runs the language is not installed, or there is no shell."""
    is_shell = language in (Language.SOCAT, Language.NCAT)
    if is_shell and (os.name == "nt" or shutil.which(language.value) is None):
        pytest.skip(f"{language.value} is not installed here; its syntax is checked elsewhere")


class RunningProgram:
    """One program and what it printed so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.printed = b""

    async def until(self, expected: bytes) -> bytes:
        """Wait until it has printed that; gives all so far."""
        assert self.process.stdout is not None
        async with asyncio.timeout(TIMEOUT_S):
            while expected not in self.printed:
                data = await self.process.stdout.read(4096)
                assert data, f"it ended without {expected!r}, but printed {self.printed!r}"
                self.printed += data
        return self.printed

    async def ended(self) -> int:
        """Wait until it has ended by itself; gives its exit code."""
        async with asyncio.timeout(TIMEOUT_S):
            return await self.process.wait()

    async def number_after(self, words: bytes) -> int:
        """Wait for a line with these words; gives the last number in it."""
        while b"\n" not in (await self.until(words)).split(words)[-1]:
            assert self.process.stdout is not None
            self.printed += await self.process.stdout.read(4096)
        line = self.printed.split(words)[-1].splitlines()[0]
        digits = "".join(chr(byte) if chr(byte).isdigit() else " " for byte in line)
        return int(digits.split()[-1])


def command_of(language: Language, text: str, folder: Path) -> list[str]:
    """How the program is run: as a file, or as a line given to the shell."""
    if language in (Language.SOCAT, Language.NCAT):
        return ["sh", "-c", text]
    file = folder / ("program.py" if language is Language.PYTHON else "program.js")
    file.write_text(text, "utf-8")
    if language is Language.PYTHON:
        return [sys.executable, str(file)]
    return [sys.executable, "-m", "socket_workbench.cli", "script", "run", str(file)]


@contextlib.asynccontextmanager
async def running_program(
    language: Language, text: str, folder: Path, environment: Mapping[str, str] | None = None
) -> AsyncIterator[RunningProgram]:
    """Run the program; it and what it started are gone at the end."""
    process = await asyncio.create_subprocess_exec(
        *command_of(language, text, folder),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )
    try:
        yield RunningProgram(process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            _kill(process)
        await process.communicate()


def _kill(process: asyncio.subprocess.Process) -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
