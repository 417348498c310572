"""Who records to a capture: a program that lives, or nobody any more."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Self

from socket_workbench.capture.problems import CaptureFileError, FileReason

OWNER_SUFFIX = ".owner"


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


def is_owned(path: Path) -> bool:
    """Whether a running program, this one included, records to the capture at `path`."""
    owner = _owner_path(path)
    if not owner.exists():
        return False
    # Only looking: two that ask at the same time must not take each other for the owner.
    uri = f"{owner.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0)) as database:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    return False


def _owner_path(path: Path) -> Path:
    return path.with_name(path.name + OWNER_SUFFIX)
