r"""The capture's file format: an SQLite database with the suffix `.swcap`.

A capture can be read with any SQLite tool while it is being recorded. The view `log` joins
names, sockets and the clock, so most questions are one line in the `sqlite3` shell:

    -- the last twenty things that happened
    SELECT * FROM log ORDER BY id DESC LIMIT 20;
    -- what failed, and why
    SELECT id, time, socket, event, code, cause FROM log WHERE code < 0;
    -- who received how much
    SELECT socket, sum(bytes) FROM log WHERE direction = 'in' GROUP BY socket;
    -- the bytes of event 42, into a file
    SELECT writefile('event-42.bin', bytes) FROM data WHERE event_id = 42;

Rules that hold for every capture:

- `events.id` counts 1, 2, 3 ... without gaps, in the order in which things began. A call is one
  row, at the place where it began; its result is filled into the same row when it comes.
- `at_ns` and `done_ns` are readings of a monotonic clock, good for order and differences. The
  wall clock of a row is `at_ns + (wall_ns - at_ns)` of the last `clock` row at or before it.
- A row never changes but for the four result columns (`code`, `cause`, `result`, `done_ns`), once.
  A result that came after its row had been written also adds a row to `late_results`, so that
  whoever follows a capture knows what to read again.
- `sockets.key` is never used twice; `socket_id` is the API's number, which is.

Versions: `application_id` says that it is a capture, `user_version` which format.

- Version 1 is one file with everything in it: what "Save capture as" makes.
- Version 2 is what is recorded: data of `STORED_FROM_BYTES` and more is not in the table `data`
  but in `NAME.swcap-data` beside the file, and `stored` says where; the two files belong together.
  The shell reads the rest as above, and such data in two steps:

    sqlite3 run.swcap 'SELECT offset, length FROM stored WHERE event_id = 42'
    tail -c +$((OFFSET + 1)) run.swcap-data | head -c LENGTH > event-42.bin

The data file begins with `DATA_MAGIC` and the id that `meta` has as `data_id`; the data itself
begins at `DATA_HEADER_BYTES`. Bytes are written to it before the rows that refer to them are
committed. Those before `data_synced` (in `meta`) are surely on the disk. Of younger ones a power
cut may leave rows without bytes, or with wrong ones: there `blocks` tells what was written.
"""

from pathlib import Path
from zlib import crc32

APPLICATION_ID = 0x53574350
"""`SWCP` in ASCII."""
FORMAT_VERSION = 2
"""What is recorded; the newest that can be read."""
COPY_VERSION = 1
"""What is saved: without `STORED_DDL`."""
SUFFIX = ".swcap"
PAGE_BYTES = 32768
"""Large pages: seven 4 KiB chunks lie in one, and the log has few frames to check and to copy."""
STORED_FROM_BYTES = 512
"""Below this a row in SQLite costs less than the way around it."""
DATA_SUFFIX = "-data"
DATA_MAGIC = b"swcap data\n\0\0\0\0\0"
DATA_HEADER_BYTES = 4096
SAMPLE_STEP = 31
"""A power cut takes whole sectors, so a sample tells, at a tenth of the work; odd, as records are
often even."""

DDL = """
CREATE TABLE meta (              -- facts about the file: program, created_wall_ns
    key     TEXT PRIMARY KEY,
    value   NOT NULL
) WITHOUT ROWID;

CREATE TABLE clock (             -- wall_ns - at_ns is the offset for all rows from at_ns on
    at_ns   INTEGER PRIMARY KEY, -- monotonic clock, nanoseconds
    wall_ns INTEGER NOT NULL     -- the same instant, nanoseconds since the epoch, UTC
);

CREATE TABLE contexts (          -- app contexts: the window, scripts
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE
);

CREATE TABLE names (             -- methods and events: sockets.tcp.connect, sockets.tcp.onReceive
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE
);

CREATE TABLE sockets (
    key        INTEGER PRIMARY KEY,  -- one per socket, never used again
    context_id INTEGER NOT NULL REFERENCES contexts,
    namespace  TEXT NOT NULL,     -- sockets.tcp, sockets.tcpServer, sockets.udp, socket
    socket_id  INTEGER NOT NULL,  -- the API's socketId
    panel      TEXT NOT NULL,     -- title of the panel that made it, or empty
    parent     INTEGER            -- key of the listening socket that accepted it
);

CREATE TABLE events (
    id         INTEGER PRIMARY KEY,  -- 1, 2, 3 ... in the order in which things began
    at_ns      INTEGER NOT NULL,     -- monotonic, of the call or of the read that brought the data
    socket_key INTEGER,              -- sockets.key; NULL where no socket is concerned
    name_id    INTEGER NOT NULL,     -- names.id
    kind       INTEGER NOT NULL,     -- 1 call, 2 event, 3 note
    direction  INTEGER NOT NULL,     -- 0 none, 1 in, 2 out
    size_bytes INTEGER NOT NULL,     -- length of the data
    peer       TEXT NOT NULL,        -- host:port of the far side, or empty
    arguments  TEXT NOT NULL,        -- JSON; ArrayBuffers are {"$bytes": length}, the bytes in data
    code       INTEGER,              -- result code; NULL while pending and where there is none
    cause      TEXT NOT NULL,        -- the net layer's own finding: FIN, ECONNRESET, local ...
    result     TEXT NOT NULL,        -- JSON of the callback's argument, or lastError's text
    done_ns    INTEGER               -- monotonic, of the result; NULL for events and pending calls
);

CREATE TABLE data (              -- apart from events, so that going through those stays fast
    event_id INTEGER PRIMARY KEY,
    bytes    BLOB NOT NULL
);

CREATE TABLE late_results (      -- results that came after their row was written, in order
    sequence INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL
);

CREATE VIEW log AS
SELECT e.id,
       strftime('%Y-%m-%d %H:%M:%S', e.wall_ns / 1000000000, 'unixepoch')
           || printf('.%06d', e.wall_ns / 1000 % 1000000) AS time,   -- UTC
       s.namespace || ' ' || s.socket_id AS socket,
       s.panel,
       c.name AS context,
       n.name AS event,
       CASE e.kind WHEN 1 THEN 'call' WHEN 2 THEN 'event' ELSE 'note' END AS kind,
       CASE e.direction WHEN 1 THEN 'in' WHEN 2 THEN 'out' ELSE '' END AS direction,
       e.arguments, e.peer, e.code, e.cause, e.result,
       (e.done_ns - e.at_ns) / 1e6 AS took_ms,
       e.size_bytes AS bytes
FROM (SELECT *, at_ns + coalesce(
          (SELECT wall_ns - at_ns FROM clock WHERE clock.at_ns <= events.at_ns
           ORDER BY clock.at_ns DESC LIMIT 1),
          (SELECT wall_ns - at_ns FROM clock ORDER BY at_ns LIMIT 1)) AS wall_ns
      FROM events) AS e
JOIN names AS n ON n.id = e.name_id
LEFT JOIN sockets AS s ON s.key = e.socket_key
LEFT JOIN contexts AS c ON c.id = s.context_id;
"""

STORED_DDL = """
CREATE TABLE stored (            -- data that is in the file beside this one, not in data
    event_id INTEGER PRIMARY KEY,
    offset   INTEGER NOT NULL,   -- bytes from the beginning of that file
    length   INTEGER NOT NULL
);

CREATE TABLE blocks (            -- what was written there at once: the data of one or more events
    offset   INTEGER PRIMARY KEY,
    length   INTEGER NOT NULL,
    sample   INTEGER NOT NULL    -- CRC-32 of every 31st byte
);
"""


def data_path(capture: Path) -> Path:
    """The file that holds the larger data of the capture at this path."""
    return capture.with_name(capture.name + DATA_SUFFIX)


def data_header(file_id: bytes) -> bytes:
    """How the data file of the capture with this id begins."""
    return (DATA_MAGIC + file_id).ljust(DATA_HEADER_BYTES, b"\0")


def sample_of(data: bytes) -> int:
    """What `blocks` keeps of what was written, to know it again."""
    return crc32(data[::SAMPLE_STEP])
