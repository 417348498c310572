"""Sending a file of any size as successive calls, each awaited."""

import asyncio
import errno
import os
import stat
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import IO

CHUNK_BYTES = 64 * 1024
REPORT_EVERY_S = 0.05


class TransferStatus(StrEnum):
    """What became of the file so far."""

    SENDING = "sending"
    STOPPING = "stopping"
    """Cancelled by the user; the call under way is still awaited."""
    STOPPED = "stopped"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A file on its way."""

    path: Path
    sent_bytes: int = 0
    total_bytes: int = 0
    status: TransferStatus = TransferStatus.SENDING

    @property
    def is_running(self) -> bool:
        """Whether calls may still follow."""
        return self.status in (TransferStatus.SENDING, TransferStatus.STOPPING)


SendChunk = Callable[[bytes], Awaitable[bool]]
"""Sends one chunk; false means that the connection did not take it."""
ReportTransfer = Callable[[Transfer], None]


class FileSender:
    """Sends one file; reads it in worker threads, so that a slow disk stops nobody."""

    def __init__(
        self,
        path: Path,
        *,
        send: SendChunk,
        report: ReportTransfer,
        now_s: Callable[[], float] = time.monotonic,
        chunk_bytes: int = CHUNK_BYTES,
    ) -> None:
        self._send, self._report, self._now_s = send, report, now_s
        self._chunk_bytes = chunk_bytes
        self._transfer = Transfer(path=path)
        self._reported_s = 0.0

    async def run(self) -> None:
        """Send it all, or what goes before `cancel` or a failure; then report the outcome.

        Raises:
            OSError: The file cannot be read; reported as failed by then.
        """
        try:
            stream, size = await asyncio.to_thread(_open, self._transfer.path)
            try:
                self._tell(total_bytes=size)
                await self._pump(stream)
            finally:
                stream.close()
        except OSError:
            self._tell(status=TransferStatus.FAILED)
            raise

    def cancel(self) -> None:
        """Make no further call; the one under way is awaited."""
        if self._transfer.status is TransferStatus.SENDING:
            self._tell(status=TransferStatus.STOPPING)

    async def _pump(self, stream: IO[bytes]) -> None:
        while self._transfer.status is TransferStatus.SENDING:
            chunk = await asyncio.to_thread(stream.read, self._chunk_bytes)
            if not chunk:
                self._tell(status=TransferStatus.DONE)
            elif self._transfer.status is TransferStatus.SENDING:
                await self._send_chunk(chunk)
        if self._transfer.status is TransferStatus.STOPPING:
            self._tell(status=TransferStatus.STOPPED)

    async def _send_chunk(self, chunk: bytes) -> None:
        if not await self._send(chunk):
            self._tell(status=TransferStatus.FAILED)
            return
        self._transfer = replace(self._transfer, sent_bytes=self._transfer.sent_bytes + len(chunk))
        if self._now_s() - self._reported_s >= REPORT_EVERY_S:
            self._tell()

    def _tell(
        self, *, status: TransferStatus | None = None, total_bytes: int | None = None
    ) -> None:
        self._transfer = replace(
            self._transfer,
            status=self._transfer.status if status is None else status,
            total_bytes=self._transfer.total_bytes if total_bytes is None else total_bytes,
        )
        self._reported_s = self._now_s()
        self._report(self._transfer)


def _open(path: Path) -> tuple[IO[bytes], int]:
    # Asked before the open: opening a FIFO would wait for its writer, for ever.
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(facts.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return path.open("rb"), facts.st_size
