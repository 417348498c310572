"""Where recordings live that nobody saved: begun, kept for a while, brought back after a crash."""

import asyncio
import contextlib
import os
import tempfile
from datetime import datetime
from pathlib import Path

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.recovery import UnsavedCapture, discard, unsaved
from socket_workbench.capture.store import Capture

EARLIER = "earlier"
"""Folder of the recordings that ended in order without being saved."""
KEPT_FILES = 10
KEPT_BYTES = 2 * 1000**3


class Recordings:
    """The folder of unsaved captures; what was not saved is kept here, within limits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

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
        path.replace(folder / path.name)
        self._make_room()

    def _make_room(self) -> None:
        total = 0
        for number, path in enumerate(self.earlier()):
            total += path.stat().st_size
            if number > 0 and (number >= KEPT_FILES or total > KEPT_BYTES):
                discard(path)


def _is_empty(path: Path) -> bool:
    with contextlib.closing(CaptureReader(path)) as reader:
        return reader.count() == 0
