"""Opens capture files for reading, and says clearly what is wrong with those that are none."""

import sqlite3
import struct
from pathlib import Path

from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.schema import APPLICATION_ID, FORMAT_VERSION

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_WAL_VERSION = 2
"""Read version in the header of a database whose log is a WAL (SQLite file format, 1.3.3)."""


def open_for_reading(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Connect to a capture without ever changing it; one thread at a time may use it.

    The second value says whether it may be growing.

    Raises:
        CaptureFileError: Names the file and the reason.
    """
    header = _read_header(path)
    _check_header(path, header)
    # Beside a database with a WAL SQLite makes files, which a read-only folder does not allow; a
    # capture without a log is complete in itself, so it may be read as it is.
    is_complete = header[19] != _WAL_VERSION or not _has_log(path)
    mode = "immutable=1" if is_complete else "mode=ro"
    try:
        database = sqlite3.connect(
            f"{path.absolute().as_uri()}?{mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        database.execute("PRAGMA busy_timeout=2000")
        database.execute("SELECT count(*) FROM (SELECT 1 FROM events LIMIT 1)").fetchone()
    except sqlite3.Error as error:
        raise CaptureFileError(path, _reason(error), str(error)) from error
    return database, not is_complete


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise CaptureFileError(path, FileReason.MISSING) from error
    except OSError as error:
        raise CaptureFileError(path, FileReason.UNREADABLE, error.strerror or "") from error


def _check_header(path: Path, header: bytes) -> None:
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise CaptureFileError(path, FileReason.NOT_A_CAPTURE)
    version, application_id = struct.unpack_from(">I4xI", header, 60)
    if application_id != APPLICATION_ID:
        raise CaptureFileError(path, FileReason.NOT_A_CAPTURE)
    if version > FORMAT_VERSION:
        raise CaptureFileError(path, FileReason.NEWER, f"version {version}")


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists()


def _reason(error: sqlite3.Error) -> FileReason:
    is_damage = error.sqlite_errorcode & 0xFF in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
    )
    return FileReason.DAMAGED if is_damage else FileReason.UNREADABLE
