"""Captures that nobody saved: whose program is gone, what is in them, and how to be rid of them."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.schema import SUFFIX

_OWNER_SUFFIX = ".owner"
_COMPANIONS = ("-wal", "-shm", "-journal", _OWNER_SUFFIX, f"{_OWNER_SUFFIX}-journal")


class OwnerLock:
    """Says that a capture's program is alive: a lock on a small database beside the file.

    SQLite locks alike on every system, and the system releases the lock of a program that died.
    """

    def __init__(self, path: Path) -> None:
        self._path = _owner_path(path)
        self._database = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False, timeout=0
        )

    @classmethod
    def take(cls, path: Path) -> Self:
        """Become the owner of the capture at `path`.

        Raises:
            CaptureFileError: Another program owns it, or the folder cannot be written.
        """
        try:
            lock = cls(path)
            lock._database.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise CaptureFileError(path, FileReason.UNWRITABLE, str(error)) from error
        return lock

    def release(self) -> None:
        self._database.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsavedCapture:
    """A capture that was left behind."""

    path: Path
    rows: int
    size_bytes: int
    first_wall_ns: int
    """When its first row was recorded, nanoseconds since the epoch; 0 when it has no rows."""
    last_wall_ns: int


def unsaved(folder: Path) -> list[UnsavedCapture]:
    """Captures in `folder` whose program is gone, the latest first; empty ones are left out.

    Files that cannot be read are left alone and left out.
    """
    found: list[UnsavedCapture] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if not is_owned(path):
            with suppress(CaptureFileError):
                found.append(_describe(path))
    found.sort(key=lambda capture: capture.last_wall_ns, reverse=True)
    return [capture for capture in found if capture.rows]


def is_owned(path: Path) -> bool:
    """Whether a running program, this one included, records to the capture at `path`."""
    owner = _owner_path(path)
    if not owner.exists():
        return False
    try:
        with closing(sqlite3.connect(owner, isolation_level=None, timeout=0)) as database:
            database.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return True
    return False


def discard(path: Path) -> None:
    """Delete a capture that has no owner, with all that lies beside it.

    Raises:
        CaptureFileError: A running program owns it, or it cannot be deleted.
    """
    if is_owned(path):
        raise CaptureFileError(path, FileReason.UNWRITABLE, "it is being recorded")
    try:
        path.unlink(missing_ok=True)
        for companion in _COMPANIONS:
            path.with_name(path.name + companion).unlink(missing_ok=True)
    except OSError as error:
        raise CaptureFileError(path, FileReason.UNWRITABLE, error.strerror or "") from error


def _describe(path: Path) -> UnsavedCapture:
    with closing(CaptureReader(path)) as reader:
        rows = reader.count()
        first = reader.rows(0, 1)
        last = reader.rows(rows - 1, 1) if rows else []
    log = path.with_name(f"{path.name}-wal")
    return UnsavedCapture(
        path=path,
        rows=rows,
        size_bytes=path.stat().st_size + (log.stat().st_size if log.exists() else 0),
        first_wall_ns=first[0].wall_ns if first else 0,
        last_wall_ns=last[0].wall_ns if last else 0,
    )


def _owner_path(path: Path) -> Path:
    return path.with_name(path.name + _OWNER_SUFFIX)
