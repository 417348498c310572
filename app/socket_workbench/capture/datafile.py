"""Writes larger data into a file beside the capture while that is recorded.

SQLite writes every byte twice, into its log and into the database, and checks and copies it on the
way; a plain file takes it as fast as the system copies memory.
"""

import errno
import os
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import TypeAlias

from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.schema import (
    DATA_HEADER_BYTES,
    data_header,
    data_path,
    sample_of,
)

Item: TypeAlias = tuple[int, bytes]
"""The id of an event and its data."""

WRITE_BYTES = 512 << 10
"""Small pieces are put together up to this: each write must win the interpreter back."""
_COPY_BYTES = 1 << 20
_sync_data = getattr(os, "fdatasync", os.fsync)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where data went: rows for the tables `stored` and `blocks`."""

    stored: list[tuple[int, int, int]]
    blocks: list[tuple[int, int, int]]


class DataFile:
    """Appends data to `NAME.swcap-data`, which is made when the first comes.

    All but `sync` belongs to the writer's thread.
    """

    def __init__(self, capture: Path, file_id: bytes) -> None:
        self.path = data_path(capture)
        self._header = data_header(file_id)
        self._file: FileIO | None = None
        self._end = self._kept = DATA_HEADER_BYTES
        self.limit_bytes: int | None = None
        """Size that the file may not pass: a full disk in miniature."""
        self.synced_bytes = 0
        """So many bytes from the beginning are surely on the disk."""
        self._has_lost = False
        self._syncing = threading.Lock()

    @property
    def size_bytes(self) -> int:
        """Size of the file; 0 while there is none."""
        return self._kept if self._file else 0

    @property
    def is_in_place(self) -> bool:
        """Whether the file is still where we made it, or not made yet."""
        return self._file is None or _is_at(self._file, self.path)

    @contextmanager
    def appended(self, items: Sequence[Item]) -> Generator[Placed]:
        """Have `items` behind what is there; if the block fails it is as if they never came.

        Raises:
            OSError: They could not be written.
        """
        try:
            yield self._append(items)
        except BaseException:
            self._undo()
            raise
        self._kept = self._end

    def sync(self) -> None:
        """Wait until what was kept so far is on the disk; for one thread beside the writer's.

        Raises:
            OSError: It may never get there.
        """
        with self._syncing:
            file, kept = self._file, self._kept
            if file is None or kept == self.synced_bytes:
                return
            try:
                _sync_data(file.fileno())
                if not self.synced_bytes:
                    _sync_folder(self.path.parent)
            except OSError:
                self._has_lost = True  # Linux calls such pages clean: the next sync would succeed
                raise
            if not self._has_lost:
                self.synced_bytes = kept

    def put_back(self) -> None:
        """Make the file again from what our descriptor still holds; POSIX only.

        Raises:
            CaptureFileError: Another file has taken its place.
            OSError: It cannot be read or written.
        """
        old = self._file
        if old is None or self.is_in_place:
            return
        if self.path.exists():
            raise CaptureFileError(self.path, FileReason.EXISTS)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}.part")
        with self._syncing:
            try:
                self._file = self._copy(old, part)
            except OSError:
                part.unlink(missing_ok=True)
                raise
            old.close()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _append(self, items: Sequence[Item]) -> Placed:
        placed = Placed([], [])
        for group in _groups(items):
            data = group[0][1] if len(group) == 1 else b"".join([data for _, data in group])
            at = self._end
            self._write(data)
            placed.blocks.append((at, len(data), sample_of(data)))
            for number, piece in group:
                placed.stored.append((number, at, len(piece)))
                at += len(piece)
        return placed

    def _write(self, data: bytes) -> None:
        end = self._end + len(data)
        if self.limit_bytes is not None and end > self.limit_bytes:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
        if self._file is None:
            self._file = self._create()
        self._file.seek(self._end)
        _write_all(self._file, data)
        self._end = end

    def _create(self) -> FileIO:
        file = FileIO(self.path, "x+")
        try:
            _write_all(file, self._header)
        except OSError:
            file.close()
            self.path.unlink()
            raise
        return file

    def _undo(self) -> None:
        """Give back what the failed write took; were it left, the next would write over it."""
        self._end = self._kept
        if self._file is not None:
            with suppress(OSError):
                self._file.truncate(self._kept)

    def _copy(self, old: FileIO, part: Path) -> FileIO:
        part.unlink(missing_ok=True)
        new = FileIO(part, "x+")
        try:
            old.seek(0)
            while data := old.read(_COPY_BYTES):
                _write_all(new, data)
            _sync_data(new.fileno())
            part.replace(self.path)
        except OSError:
            new.close()
            raise
        return new


def _groups(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Cut into runs of about `WRITE_BYTES`; larger items stand alone."""
    first = size = 0
    for at, (_, data) in enumerate(items):
        if at > first and size + len(data) > WRITE_BYTES:
            yield items[first:at]
            first, size = at, 0
        size += len(data)
    if first < len(items):
        yield items[first:]


def _write_all(file: FileIO, data: bytes) -> None:
    """Write all of it; a disk that becomes full takes a part first and then refuses."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]


def _sync_folder(folder: Path) -> None:
    """Make sure that the file's name is on the disk, too; POSIX leaves that apart."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_at(file: FileIO, path: Path) -> bool:
    try:  # on Windows an open file cannot be removed
        return os.name == "nt" or os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False
