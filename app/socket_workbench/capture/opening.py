"""Opens capture files for reading, and says clearly what is wrong with those that are none."""

import sqlite3
import struct
from dataclasses import dataclass
from pathlib import Path

from socket_workbench.capture.database import file_id
from socket_workbench.capture.owner import is_owned
from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.schema import (
    APPLICATION_ID,
    COPY_VERSION,
    FORMAT_VERSION,
    STORED_DDL,
)
from socket_workbench.capture.stored import Block, StoredBytes

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_WAL_VERSION = 2
"""Read version in the header of a database whose log is a WAL (SQLite file format, 1.3.3)."""


@dataclass(frozen=True, slots=True)
class OpenCapture:
    """A capture that can be read; one thread at a time may use it."""

    database: sqlite3.Connection
    """Its SQL knows `stored_bytes(offset, length)`, and a table `stored` in every format."""
    stored: StoredBytes | None
    """The data beside the file; `None` for a copy, which has everything in one file."""
    is_live: bool
    """Whether it may be growing."""

    def close(self) -> None:
        self.database.close()
        if self.stored is not None:
            self.stored.close()


def open_for_reading(path: Path) -> OpenCapture:
    """Open a capture without ever changing it.

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
        stored = open_stored(database, path)
    except sqlite3.Error as error:
        raise CaptureFileError(path, _reason(error), str(error)) from error
    return OpenCapture(database, stored, not is_complete)


def open_stored(
    database: sqlite3.Connection, path: Path, schema: str = "main"
) -> StoredBytes | None:
    """Give `database` the SQL function `stored_bytes` for the capture attached as `schema`.

    Raises:
        sqlite3.Error: It is no capture, or damaged.
    """
    if database.execute(f"PRAGMA {schema}.user_version").fetchone()[0] <= COPY_VERSION:
        database.execute("PRAGMA temp_store=MEMORY")
        database.executescript(STORED_DDL.replace("CREATE TABLE", "CREATE TEMP TABLE"))
        database.create_function("stored_bytes", 2, _nothing)
        return None
    stored = StoredBytes(path, file_id(database, schema), _doubted(database, path, schema))

    def stored_bytes(offset: int, length: int) -> bytes | None:
        try:
            return stored.read(offset, length) or None
        except OSError:
            return None

    database.create_function("stored_bytes", 2, stored_bytes)
    return stored


def _nothing(_offset: int, _length: int) -> None:
    """In a copy nothing lies beside the file."""


def _doubted(database: sqlite3.Connection, path: Path, schema: str) -> list[Block]:
    """Blocks that a power cut may have spoilt; none while a program lives that wrote them."""
    sql = (
        f"SELECT offset, length, sample FROM {schema}.blocks WHERE offset + length >"
        f" (SELECT value FROM {schema}.meta WHERE key = 'data_synced') ORDER BY offset"
    )
    found = database.execute(sql).fetchall()
    return [] if not found or is_owned(path) else found


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
