"""The SQL of the writing side: making a new file, and putting batches into it."""

import secrets
import sqlite3
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from socket_workbench.capture.batches import AT_NS, COLUMNS, Batch
from socket_workbench.capture.datafile import DataFile, Item
from socket_workbench.capture.problems import CaptureFileError, FileReason, write_reason
from socket_workbench.capture.schema import (
    APPLICATION_ID,
    DDL,
    FORMAT_VERSION,
    PAGE_BYTES,
    STORED_DDL,
    STORED_FROM_BYTES,
    data_path,
)

CLOCK_SLIP_NS = 1_000_000
"""The wall clock is anchored again when it differs from the last anchor by more."""
KEPT_LOG_BYTES = 8 << 20
"""A log that begins anew is cut to this, so that its size tells how much is in it."""
MOST_PAGES = 0xFFFFFFFE
"""SQLite's own limit, in a database's pages."""
BLOCKS_ROWS = (256, 32, 4, 1)
"""Rows per INSERT; after each the thread must win the interpreter back, so there should be few.
Each number is a statement of its own to prepare and keep, so there are not many."""

_EVENT_PLACES = f"({','.join('?' * COLUMNS)})"
_DATA_PLACES = "(?,?)"
_STORED_PLACES = "(?,?,?)"
_ID_BYTES = 16


def create_file(path: Path, *, program: str, page_bytes: int = PAGE_BYTES) -> None:
    """Make an empty capture, ready for the writer.

    Raises:
        CaptureFileError: Something is in the way, or the folder cannot be written.
    """
    if data_path(path).exists():
        raise CaptureFileError(data_path(path), FileReason.EXISTS)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
        database = sqlite3.connect(path, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise CaptureFileError(path, write_reason(error), str(error)) from error
    try:
        _lay_out(database, program, page_bytes)
    except sqlite3.Error as error:
        raise CaptureFileError(path, write_reason(error), str(error)) from error
    finally:
        database.close()


def _lay_out(database: sqlite3.Connection, program: str, page_bytes: int) -> None:
    # Before WAL: so the main file says at once what it is, also to who reads its first bytes only.
    database.execute(f"PRAGMA page_size={page_bytes}")
    database.executescript(
        f"BEGIN; PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT_VERSION};"
        f"{DDL} {STORED_DDL} COMMIT;"
    )
    facts = [
        ("program", program),
        ("created_wall_ns", time.time_ns()),
        ("data_id", secrets.token_hex(_ID_BYTES)),
        ("data_synced", 0),
    ]
    database.executemany("INSERT INTO meta VALUES (?,?)", facts)


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Connect to a capture for adding to it; used by one thread at a time.

    Raises:
        CaptureFileError: It is not there any more, or cannot be written.
    """
    if not path.exists():
        raise CaptureFileError(path, FileReason.MISSING)
    try:
        database = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=32
        )
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
        database.execute("PRAGMA wal_autocheckpoint=0")
        database.execute(f"PRAGMA journal_size_limit={KEPT_LOG_BYTES}")
        database.execute("PRAGMA busy_timeout=2000")
    except sqlite3.Error as error:
        raise CaptureFileError(path, write_reason(error), str(error)) from error
    return database


def file_id(database: sqlite3.Connection, schema: str = "main") -> bytes:
    """What the data file of this capture carries, too."""
    found = database.execute(f"SELECT value FROM {schema}.meta WHERE key = 'data_id'").fetchone()
    return bytes.fromhex(found[0]) if found else b""


class Inserter:
    """Writes batches through one connection, and anchors the clock as it goes."""

    def __init__(self, database: sqlite3.Connection, data: DataFile) -> None:
        self._database, self._data = database, data
        self._noted_synced = 0
        self._offset_ns: int | None = None
        self._limit_bytes: int | None = None

    def limit(self, limit_bytes: int | None) -> None:
        """Let the file grow to so many bytes at most; a write that needs more fails as full."""
        if limit_bytes == self._limit_bytes:
            return
        self._limit_bytes = limit_bytes
        page_bytes = self._database.execute("PRAGMA page_size").fetchone()[0]
        pages = MOST_PAGES if limit_bytes is None else max(1, limit_bytes // page_bytes)
        self._database.execute(f"PRAGMA max_page_count={pages}")

    def write(self, batch: Batch) -> None:
        """Put a whole batch into the file, or nothing of it.

        Raises:
            sqlite3.Error, OSError: Nothing of it was written.
        """
        small, large = _parted(batch.data)
        with self._data.appended(large) as placed, self._transaction():
            offset_ns = self._anchor(batch)
            self._declare(batch)
            self._insert("events", _EVENT_PLACES, batch.rows)
            self._insert("data", _DATA_PLACES, small)
            self._insert("stored", _STORED_PLACES, placed.stored)
            self._insert("blocks", _STORED_PLACES, placed.blocks)
            self._fill_in(batch)
            self._note_synced()
        self._offset_ns = offset_ns

    def note_synced(self) -> None:
        """Store how far the data file is surely on the disk.

        Raises:
            sqlite3.Error: That was not written; then readers check what they need not.
        """
        with self._transaction():
            self._note_synced()

    @contextmanager
    def _transaction(self) -> Generator[None]:
        database = self._database
        database.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.execute("COMMIT")
        finally:
            if database.in_transaction:
                database.execute("ROLLBACK")

    def _note_synced(self) -> None:
        synced = self._data.synced_bytes
        if synced != self._noted_synced:
            sql = "INSERT OR REPLACE INTO meta VALUES ('data_synced', ?)"
            self._database.execute(sql, (synced,))
            self._noted_synced = synced

    def _anchor(self, batch: Batch) -> int | None:
        now_ns, wall_ns = time.monotonic_ns(), time.time_ns()
        offset_ns = wall_ns - now_ns
        if self._offset_ns is not None and abs(offset_ns - self._offset_ns) <= CLOCK_SLIP_NS:
            return self._offset_ns
        # From the batch's first row on: after a sleep of the machine that row is what woke us.
        at_ns = min((row[AT_NS] for row in batch.rows), default=now_ns)
        self._database.execute(
            "INSERT OR REPLACE INTO clock VALUES (?,?)", (at_ns, at_ns + offset_ns)
        )
        return offset_ns

    def _declare(self, batch: Batch) -> None:
        for table, rows in (("contexts", batch.contexts), ("names", batch.names)):
            self._database.executemany(f"INSERT INTO {table} VALUES (?,?)", rows)
        self._database.executemany("INSERT INTO sockets VALUES (?,?,?,?,?,?)", batch.sockets)

    def _insert(self, table: str, places: str, rows: Sequence[Sequence[Any]]) -> None:
        first = 0
        for count in BLOCKS_ROWS:
            while len(rows) - first >= count:
                block = rows[first : first + count]
                sql = f"INSERT INTO {table} VALUES {','.join([places] * count)}"
                self._database.execute(sql, list(chain.from_iterable(block)))
                first += count

    def _fill_in(self, batch: Batch) -> None:
        if not batch.results:
            return
        self._database.executemany(
            "UPDATE events SET code=?, cause=?, result=?, done_ns=? WHERE id=?", batch.results
        )
        self._database.executemany(
            "INSERT INTO late_results (event_id) VALUES (?)",
            [(result[-1],) for result in batch.results],
        )


def _parted(data: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """What goes into the table `data`, and what into the data file."""
    small = [item for item in data if len(item[1]) < STORED_FROM_BYTES]
    if len(small) == len(data):
        return small, []
    return small, [item for item in data if len(item[1]) >= STORED_FROM_BYTES]
