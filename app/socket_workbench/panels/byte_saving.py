"""Bytes that are on show, written to a file of the user's choice."""

import asyncio
from pathlib import Path
from typing import BinaryIO, Protocol

from socket_workbench.bytesview.source import ByteSource
from socket_workbench.tasks import TaskScope

CHUNK_BYTES = 1 << 20
SUGGESTED = Path("data.bin")


class ByteSavingView(Protocol):
    """Asks for the place, tells how it went."""

    async def ask_bytes_path(self, suggested: Path) -> Path | None:
        """Ask where to save; `None` when the user thinks better of it."""
        ...

    def show_bytes_saved(self, path: Path, size_bytes: int) -> None:
        """Say that the file is complete."""
        ...

    def show_bytes_not_saved(self, path: Path, detail: str) -> None:
        """Say which file could not be written, in the system's words."""
        ...


class ByteSaver:
    """Writes stretches of a source, whatever their size, without holding them in memory."""

    def __init__(self, view: ByteSavingView, scope: TaskScope) -> None:
        self._view, self._scope = view, scope

    def save_requested(self, source: ByteSource, offset: int, length: int) -> None:
        """Ask for a place and write the bytes there."""
        self._scope.spawn(self._save(source, offset, length), name="save bytes")

    async def _save(self, source: ByteSource, offset: int, length: int) -> None:
        path = await self._view.ask_bytes_path(SUGGESTED)
        if path is None:
            return
        try:
            await self._write(path, source, offset, length)
        except OSError as error:
            self._view.show_bytes_not_saved(path, error.strerror or str(error))
        else:
            self._view.show_bytes_saved(path, length)

    async def _write(self, path: Path, source: ByteSource, offset: int, length: int) -> None:
        file: BinaryIO = await asyncio.to_thread(path.open, "wb")
        try:
            for start in range(offset, offset + length, CHUNK_BYTES):
                # Read here: the source's database belongs to this thread; the disk is slow.
                data = source.read(start, min(CHUNK_BYTES, offset + length - start))
                await asyncio.to_thread(file.write, data)
        finally:
            await asyncio.to_thread(file.close)
