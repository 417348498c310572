"""Where recordings live that nobody saved: begun, kept for a while, brought back after a crash."""

import asyncio
import contextlib
import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Protocol

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.recovery import (
    UnsavedCapture,
    discard,
    move,
    size_of,
    sweep,
    unsaved,
)
from socket_workbench.capture.store import Capture
from socket_workbench.tasks import TaskScope

EARLIER = "earlier"
"""Folder of the recordings that ended in order without being saved."""
KEPT_FILES = 10
KEPT_BYTES = 2 * 1000**3


class Recordings:
    """The folder of unsaved captures; what was not saved is kept here, within limits."""

    def __init__(
        self, folder: Path, *, kept_files: int = KEPT_FILES, kept_bytes: int = KEPT_BYTES
    ) -> None:
        self._folder = folder
        self._kept_files, self._kept_bytes = kept_files, kept_bytes

    async def begin(self) -> tuple[Capture, CaptureFileError | None]:
        """Start the capture of this run.

        Returns:
            The capture, and why it is not in the proper folder if it had to go elsewhere.

        Raises:
            CaptureFileError: Not even the system's temporary folder can be written.
        """
        name = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{os.getpid()}.swcap"
        try:
            with contextlib.suppress(OSError):  # `create` says what is wrong with the folder
                await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
            return await Capture.create(self._folder / name), None
        except CaptureFileError as error:
            elsewhere = await asyncio.to_thread(tempfile.mkdtemp, prefix="socket-workbench-")
            return await Capture.create(Path(elsewhere) / name), error

    async def left_behind(self) -> list[UnsavedCapture]:
        """Captures of runs that crashed, the latest first."""
        return await asyncio.to_thread(unsaved, self._folder)

    def earlier(self) -> list[Path]:
        """Captures of runs that ended in order, the latest first."""
        found = (self._folder / EARLIER).glob("*.swcap")
        return sorted(found, key=lambda path: path.name, reverse=True)

    async def keep(self, path: Path) -> None:
        """Put an unsaved capture that is closed to the earlier ones; the oldest make room."""
        await asyncio.to_thread(self._keep, path)

    async def discard(self, path: Path) -> None:
        """Delete a capture and all that lies beside it.

        Raises:
            CaptureFileError: It is in use, or cannot be deleted.
        """
        await asyncio.to_thread(discard, path)

    def _keep(self, path: Path) -> None:
        if _is_empty(path):
            discard(path)
            return
        folder = self._folder / EARLIER
        folder.mkdir(parents=True, exist_ok=True)
        move(path, folder)
        self._make_room()

    def _make_room(self) -> None:
        sweep(self._folder / EARLIER)
        total = 0
        for number, path in enumerate(self.earlier()):
            total += size_of(path)
            # The latest is kept however large it is, unless none is to be kept at all.
            if number >= self._kept_files or (number > 0 and total > self._kept_bytes):
                discard(path)


class RecoveryView(Protocol):
    """Offers what a crash left behind."""

    def offer(self, captures: list[UnsavedCapture]) -> None:
        """Show captures that were left behind, the latest first."""
        ...

    def show_capture_error(self, error: CaptureFileError) -> None:
        """Say which capture could not be deleted, and why."""
        ...


class RecoveryController:
    """Looks for captures left behind, once, and deletes those that are not wanted."""

    def __init__(self, recordings: Recordings, view: RecoveryView, scope: TaskScope) -> None:
        self._recordings, self._view, self._scope = recordings, view, scope

    def start(self) -> None:
        """Offer what there is; nothing is shown when there is nothing."""
        self._scope.spawn(self._look(), name="look for captures left behind")

    def discard_requested(self, path: Path) -> None:
        """Delete a capture that the user does not want."""
        self._scope.spawn(self._discard(path), name=f"discard {path.name}")

    async def _look(self) -> None:
        if captures := await self._recordings.left_behind():
            self._view.offer(captures)

    async def _discard(self, path: Path) -> None:
        try:
            await self._recordings.discard(path)
        except CaptureFileError as error:
            self._view.show_capture_error(error)


def _is_empty(path: Path) -> bool:
    with contextlib.closing(CaptureReader(path)) as reader:
        return reader.count() == 0
