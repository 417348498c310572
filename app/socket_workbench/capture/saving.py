"""Copies a capture to one file, whole or not at all, while it may still be growing."""

import asyncio
import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from socket_workbench.capture.opening import open_stored
from socket_workbench.capture.problems import CaptureFileError, write_reason
from socket_workbench.capture.schema import APPLICATION_ID, COPY_VERSION, DDL
from socket_workbench.capture.stored import StoredBytes

SaveProgress: TypeAlias = Callable[[int, int], None]
"""Gets the rows copied so far and all rows; called on the loop."""

SLICE_BYTES = 16 << 20
SLICE_ROWS = 20_000
_ROW_COST_BYTES = 200

_ALL_DATA = "SELECT event_id, bytes FROM source.data WHERE event_id > :after AND event_id <= :upto"
_STORED_DATA = (
    " UNION ALL SELECT event_id, coalesce(stored_bytes(offset, length), x'') FROM source.stored"
    " WHERE event_id > :after AND event_id <= :upto ORDER BY event_id"
)


async def save_copy(source: Path, target: Path, on_progress: SaveProgress | None = None) -> None:
    """Copy the capture at `source`, its rows so far, to `target`; replaces what is there.

    Raises:
        CaptureFileError: Names `target` and the reason; nothing was changed then.
    """
    loop = asyncio.get_running_loop()
    stop = threading.Event()

    def report(done: int, total: int) -> None:
        if on_progress is not None:
            loop.call_soon_threadsafe(on_progress, done, total)

    work = loop.run_in_executor(None, _copy_into_place, source, target, report, stop)
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
        stop.set()
        await asyncio.wait([work])
        raise


def _copy_into_place(
    source: Path, target: Path, report: SaveProgress, stop: threading.Event
) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        is_whole = _copy(source, part, report, stop)
        if is_whole:
            _sync(part)
            part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise CaptureFileError(target, write_reason(error), str(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy(source: Path, part: Path, report: SaveProgress, stop: threading.Event) -> bool:
    database = sqlite3.connect(f"{part.absolute().as_uri()}", uri=True, isolation_level=None)
    stored: StoredBytes | None = None
    try:
        stored = _prepare(database, source)
        data_sql = _ALL_DATA + (_STORED_DATA if stored is not None else "")
        last_id = _number(database, "SELECT coalesce(max(id), 0) FROM source.events")
        seen_late = _number(database, "SELECT coalesce(max(sequence), 0) FROM source.late_results")
        done = 0
        while done < last_id:
            if stop.is_set():
                return False
            done = _copy_slice(database, data_sql, done, last_id)
            report(done, last_id)
        _copy_rest(database, seen_late, last_id)
    finally:
        database.close()
        if stored is not None:
            stored.close()
    return not stop.is_set()


def _prepare(database: sqlite3.Connection, source: Path) -> StoredBytes | None:
    database.execute("ATTACH ? AS source", (f"{source.absolute().as_uri()}?mode=ro",))
    page_bytes = _number(database, "PRAGMA source.page_size")
    database.executescript(
        # Nobody sees the copy before it is whole and on the disk; it needs no journal of its own.
        f"PRAGMA main.page_size={page_bytes}; PRAGMA main.journal_mode=OFF;"
        f"PRAGMA main.synchronous=OFF; PRAGMA main.application_id={APPLICATION_ID};"
        f"PRAGMA main.user_version={COPY_VERSION}; {DDL}"
    )
    return open_stored(database, source, "source")


def _copy_slice(database: sqlite3.Connection, data_sql: str, after: int, last_id: int) -> int:
    """Copy some rows in one short transaction, for a long one would keep the log from shrinking."""
    upto = _number(
        database,
        "SELECT coalesce(min(id), :last) FROM (SELECT id,"
        " sum(size_bytes + :cost) OVER (ORDER BY id) AS sum_bytes FROM"
        " (SELECT id, size_bytes FROM source.events WHERE id > :after ORDER BY id LIMIT :rows))"
        " WHERE sum_bytes > :bytes OR id = :after + :rows",
        {
            "after": after,
            "last": last_id,
            "rows": SLICE_ROWS,
            "bytes": SLICE_BYTES,
            "cost": _ROW_COST_BYTES,
        },
    )
    upto = min(upto, last_id)
    span = {"after": after, "upto": upto}
    database.execute(
        "INSERT INTO main.events SELECT * FROM source.events WHERE id > :after AND id <= :upto",
        span,
    )
    database.execute(f"INSERT INTO main.data {data_sql}", span)
    return upto


def _copy_rest(database: sqlite3.Connection, seen_late: int, last_id: int) -> None:
    """Copy the small tables, and again the rows whose results came while we copied."""
    database.execute("BEGIN")
    for table in ("meta", "clock", "contexts", "names", "sockets"):
        database.execute(f"INSERT INTO main.{table} SELECT * FROM source.{table}")
    database.execute("DELETE FROM main.meta WHERE key IN ('data_id', 'data_synced')")
    database.execute(
        "INSERT OR REPLACE INTO main.events SELECT e.* FROM source.events AS e WHERE e.id IN"
        " (SELECT event_id FROM source.late_results WHERE sequence > ?) AND e.id <= ?",
        (seen_late, last_id),
    )
    database.execute(
        "INSERT INTO main.late_results SELECT * FROM source.late_results WHERE event_id <= ?",
        (last_id,),
    )
    database.execute("COMMIT")


def _number(database: sqlite3.Connection, sql: str, values: dict[str, int] | tuple[()] = ()) -> int:
    return int(database.execute(sql, values).fetchone()[0])


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
