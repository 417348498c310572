"""Reads captures: the one that is being recorded, and saved ones."""

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from socket_workbench.capture.opening import open_for_reading
from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.query import Query
from socket_workbench.capture.records import (
    HEAD_BYTES,
    Direction,
    EventId,
    EventRow,
    Kind,
    SocketIdentity,
)
from socket_workbench.capture.schema import data_path

WHOLE_READ_BYTES = 65536
"""Of larger data only the pages that hold the head are read."""
_KINDS = {kind.value: kind for kind in Kind}
_DIRECTIONS = {way.value: way for way in Direction}
FAILED_WAY = -1
"""The way of rows that failed: no two of them belong together."""

_SELECT = f"""
SELECT e.id, e.at_ns, e.kind, e.socket_key, e.name_id, e.direction, e.arguments, e.peer, e.code,
       e.cause, e.result, e.done_ns, e.size_bytes,
       CASE WHEN e.size_bytes <= {WHOLE_READ_BYTES} THEN substr(d.bytes, 1, {HEAD_BYTES}) END,
       length(d.bytes), s.offset
FROM events AS e LEFT JOIN data AS d ON d.event_id = e.id
LEFT JOIN stored AS s ON s.event_id = e.id
"""
_WAY = (
    f"CASE WHEN e.code < 0 THEN {FAILED_WAY} ELSE coalesce(e.socket_key, 0) * 4 + e.direction END"
)


class CaptureReader:
    """A read-only view of a capture file, with a connection of its own.

    One thread at a time may use it. Opening never changes the file. Every method reads in a short
    transaction, so a reader never keeps the log of a running capture from shrinking.

    Raises, from every method:
        CaptureFileError: Names the file and the reason.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened = open_for_reading(path)
        self._file = _identity(path)
        self._sockets: dict[int, SocketIdentity] = {}
        self._names: dict[int, str] = {}
        self._anchors: list[tuple[int, int]] = []

    def close(self) -> None:
        self._opened.close()

    def interrupt(self) -> None:
        """Make the query under way end early; may be called from any thread."""
        self._opened.database.interrupt()

    def count(self) -> int:
        """Rows in the capture now; their ids are 1 to this."""
        return self._fetch("SELECT coalesce(max(id), 0) FROM events")[0][0]

    def rows(self, first: int, count: int) -> list[EventRow]:
        """Rows by position, the first one being 0; fewer at the end."""
        where = "WHERE e.id > ? AND e.id <= ? ORDER BY e.id"
        return self._rows(self._fetch(_SELECT + where, (first, first + count)))

    def rows_by_id(self, ids: Sequence[int]) -> list[EventRow]:
        """Rows in the order of `ids`; unknown ones are left out."""
        numbers = f"[{','.join(map(str, ids))}]"
        where = "WHERE e.id IN (SELECT value FROM json_each(?))"
        found = {row.id: row for row in self._rows(self._fetch(_SELECT + where, (numbers,)))}
        return [found[EventId(number)] for number in ids if number in found]

    def data(self, event_id: int, offset: int = 0, length: int | None = None) -> bytes:
        """Bytes of one event, at most `length` from `offset`; fewer where they are lost."""
        stored = self._opened.stored
        if stored is not None:
            sql = "SELECT offset, length FROM stored WHERE event_id = ?"
            for start, size in self._fetch(sql, (event_id,)):
                first = min(offset, size)
                wanted = size - first if length is None else min(length, size - first)
                return self._stored(start + first, wanted)
        return self._blob(event_id, offset, length)

    def _blob(self, event_id: int, offset: int, length: int | None) -> bytes:
        try:
            with self._opened.database.blobopen("data", "bytes", event_id, readonly=True) as blob:
                blob.seek(min(offset, len(blob)))
                return blob.read(-1 if length is None else length)
        except sqlite3.OperationalError as error:
            if "no such rowid" in str(error):
                return b""
            raise self._damaged(error) from error
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def sockets(self) -> list[SocketIdentity]:
        """Every socket of the capture, in the order in which they were made."""
        self._learn_sockets()
        return list(self._sockets.values())

    def matching(self, query: Query, after: int, upto: int) -> "tuple[array[int], array[int]]":
        """Ids of rows that match, ascending, `after` exclusive and `upto` inclusive; their ways.

        Rows of one way were sent, or received, by one socket, and did not fail. Work grows with
        the rows looked at: ask in slices to be able to stop in between.
        """
        sql = f"{_with_way(query)} AND e.id > ? AND e.id <= ? ORDER BY e.id"
        return _columns(self._fetch(sql, (*query.values, after, upto)))

    def matches(self, query: Query, ids: Iterable[int]) -> "tuple[array[int], array[int]]":
        """Those of `ids` that match now, with their ways; for rows whose result has come."""
        numbers = f"[{','.join(map(str, ids))}]"
        sql = f"{_with_way(query)} AND e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id"
        return _columns(self._fetch(sql, (*query.values, numbers)))

    def updated_since(self, mark: int) -> "tuple[int, array[int]]":
        """Ids of rows whose results were filled in after `mark`, and the mark to ask with next.

        Begin with the mark that `updated_since(-1)` gives, which goes with no ids.
        """
        if mark < 0:
            return self._fetch("SELECT coalesce(max(sequence), 0) FROM late_results")[0][0], array(
                "q"
            )
        sql = "SELECT sequence, event_id FROM late_results WHERE sequence > ? ORDER BY sequence"
        found = self._fetch(sql, (mark,))
        return (found[-1][0] if found else mark), array("q", [row[1] for row in found])

    def started_ns(self) -> int:
        """Monotonic time of the first row; 0 when there is none."""
        found = self._fetch("SELECT at_ns FROM events ORDER BY id LIMIT 1")
        return found[0][0] if found else 0

    def wall_ns(self, at_ns: int) -> int:
        """The wall clock at a monotonic time of this capture."""
        if not self._anchors:
            self._learn_anchors()
        at = max(bisect_right(self._anchors, at_ns, key=lambda anchor: anchor[0]) - 1, 0)
        return at_ns + self._anchors[at][1] if self._anchors else at_ns

    def _rows(self, found: list[tuple[Any, ...]]) -> list[EventRow]:
        self._learn_anchors()
        return [self._row(values) for values in found]

    def _row(self, values: tuple[Any, ...]) -> EventRow:
        number, at_ns, kind, key, name_id, direction = values[:6]
        arguments, peer, code, cause, result, done_ns, size_bytes = values[6:13]
        head, there = self._head(number, size_bytes, *values[13:])
        return EventRow(
            id=number,
            at_ns=at_ns,
            wall_ns=self.wall_ns(at_ns),
            kind=_KINDS[kind],
            socket=None if key is None else self._socket(key),
            name=self._name(name_id),
            direction=_DIRECTIONS[direction],
            arguments=arguments,
            peer=peer,
            code=code,
            cause=cause,
            result=result,
            done_ns=done_ns,
            size_bytes=size_bytes,
            head=head,
            lost_bytes=size_bytes - there,
        )

    def _head(
        self, number: int, size: int, head: bytes | None, length: int | None, offset: int | None
    ) -> tuple[bytes, int]:
        """The first bytes of an event's data, and how many there are in all."""
        if offset is not None and self._opened.stored is not None:
            there = self._opened.stored.available(offset, size)
            return self._stored(offset, min(there, HEAD_BYTES)), there
        if head is None:
            head = self._blob(number, 0, HEAD_BYTES) if length else b""
        return head, length or 0

    def _stored(self, offset: int, length: int) -> bytes:
        try:
            return self._opened.stored.read(offset, length) if self._opened.stored else b""
        except OSError as error:
            path, text = data_path(self.path), error.strerror or ""
            raise CaptureFileError(path, FileReason.UNREADABLE, text) from error

    def _socket(self, key: int) -> SocketIdentity | None:
        if key not in self._sockets:
            self._learn_sockets()
        return self._sockets.get(key)

    def _name(self, name_id: int) -> str:
        if name_id not in self._names:
            self._names.update(self._fetch("SELECT id, name FROM names"))
        return self._names.get(name_id, "")

    def _learn_sockets(self) -> None:
        found = self._fetch(
            "SELECT s.key, c.name, s.namespace, s.socket_id, s.panel, s.parent FROM sockets AS s"
            " JOIN contexts AS c ON c.id = s.context_id WHERE s.key > ? ORDER BY s.key",
            (max(self._sockets, default=0),),
        )
        for key, context, namespace, socket_id, panel, parent in found:
            self._sockets[key] = SocketIdentity(
                key=key,
                context=context,
                namespace=namespace,
                socket_id=socket_id,
                panel=panel,
                parent=parent,
            )

    def _learn_anchors(self) -> None:
        last = self._anchors[-1][0] if self._anchors else -1
        sql = "SELECT at_ns, wall_ns - at_ns FROM clock WHERE at_ns > ? ORDER BY at_ns"
        self._anchors += self._fetch(sql, (last,))

    def _fetch(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self._follow_file()
        try:
            return self._opened.database.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise InterruptedError("the query was interrupted") from error
            raise self._damaged(error) from error

    def _follow_file(self) -> None:
        """Read the new file when the writer had to put a removed one back."""
        if self._opened.is_live and (file := _identity(self.path)) not in (self._file, None):
            self._opened.close()
            self._opened = open_for_reading(self.path)
            self._file = file

    def _damaged(self, error: sqlite3.Error) -> CaptureFileError:
        is_damage = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
        reason = FileReason.DAMAGED if is_damage else FileReason.UNREADABLE
        return CaptureFileError(self.path, reason, str(error))


def _with_way(query: Query) -> str:
    return query.sql.replace("SELECT e.id", f"SELECT e.id, {_WAY}", 1)


def _columns(found: list[tuple[Any, ...]]) -> "tuple[array[int], array[int]]":
    return array("q", [row[0] for row in found]), array("q", [row[1] for row in found])


def _identity(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None
