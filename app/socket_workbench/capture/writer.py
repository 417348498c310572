"""The thread that writes the capture."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from socket_workbench.capture.batches import ID, Batch, BatchQueue
from socket_workbench.capture.checkpoints import (
    WAL_HARD_LIMIT_BYTES,
    WAL_LIMIT_BYTES,
    Checkpointer,
)
from socket_workbench.capture.database import Inserter, file_id, open_for_writing
from socket_workbench.capture.datafile import DataFile
from socket_workbench.capture.problems import (
    CaptureFileError,
    FileReason,
    ProblemKind,
    RecordingProblem,
    problem_of,
)

RETRY_S = 0.25


class Writer:
    """Takes batches from a queue and commits them, one transaction each.

    What cannot be written is kept and tried again every `RETRY_S` until it works; meanwhile
    `problem` says why. The plain attributes may be read from any thread.
    """

    def __init__(self, path: Path, queue: BatchQueue, on_progress: Callable[[], None]) -> None:
        self._path = path
        self._queue = queue
        self._on_progress = on_progress
        self._database = open_for_writing(path)
        self._data = DataFile(path, file_id(self._database))
        self._attach()
        self._is_closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="capture-writer", daemon=True)
        self.count = 0
        self.changes = 0
        self.batch_number = 0
        """Number of the last batch that is committed."""
        self.file_bytes = self.wal_bytes = self.data_bytes = 0
        self.limit_bytes: int | None = None
        """Size that the files may not pass: a full disk in miniature."""
        self._problem: RecordingProblem | None = None
        self._has_asked = False

    @property
    def problem(self) -> RecordingProblem | None:
        """Why recording stands still, or what keeps it from reaching the disk; `None` when well."""
        return self._problem or self._checkpointer.problem

    def _attach(self) -> None:
        self._inserter = Inserter(self._database, self._data)
        self._file = _identity(self._path)
        self._checkpointer = Checkpointer(self._path, self._data)
        self._checkpointer.start()

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Write what waits, once more if that fails, and end; blocks until done."""
        self._is_closing.set()
        self._queue.close()
        if self._thread.ident is not None:
            self._thread.join()
        self._checkpointer.close()
        with suppress(OSError, sqlite3.Error):
            self._data.sync()
            self._inserter.note_synced()
        self._data.close()
        # Where a reader holds the file, or the disk is full, the log stays beside it.
        with suppress(sqlite3.Error):
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._database.execute("PRAGMA busy_timeout=0")
            self._database.execute("PRAGMA journal_mode=DELETE").fetchone()
        self._database.close()

    def _run(self) -> None:
        while (batch := self._queue.take()) is not None:
            if not self._write(batch):
                return

    def _write(self, batch: Batch) -> bool:
        """Try until it works; when closing, once more."""
        while not self._try_to_write(batch):
            if self._is_closing.wait(RETRY_S):
                return self._try_to_write(batch)
        return True

    def _try_to_write(self, batch: Batch) -> bool:
        try:
            self._limit()
            self._inserter.write(batch)
        except (OSError, sqlite3.Error) as error:
            self._set_problem(problem_of(error))
            return False
        except UnicodeEncodeError:  # half a surrogate pair in a script's string
            batch.make_storable()
            return self._try_to_write(batch)
        if batch.rows:
            self.count = batch.rows[-1][ID]
        self.changes += 1
        self.batch_number = batch.number
        self._queue.written(batch)
        self._look_after_log()
        self._set_problem(self._look_after_files())
        self._on_progress()
        return True

    def _limit(self) -> None:
        limit = self.limit_bytes
        self._inserter.limit(None if limit is None else limit - self.data_bytes)
        self._data.limit_bytes = None if limit is None else limit - self.file_bytes

    def _look_after_log(self) -> None:
        with suppress(OSError):
            self.wal_bytes = self._path.with_name(f"{self._path.name}-wal").stat().st_size
        self._checkpointer.note_commit()
        if self.wal_bytes <= WAL_LIMIT_BYTES:
            self._has_asked = False
        elif not self._has_asked:
            self._has_asked = True
            self._checkpointer.begin_now()
        elif self._checkpointer.is_idle:
            self._finish_checkpoint()
        elif self.wal_bytes > WAL_HARD_LIMIT_BYTES:
            self._checkpointer.wait_until_idle(RETRY_S)

    def _finish_checkpoint(self) -> None:
        """Copy what came in during the checkpoint; then the next commit begins the log anew.

        A log is reused only when all of it was copied, which beside a busy writer never happens.
        """
        with suppress(sqlite3.Error):  # the checkpointer will meet it too, and tell
            self._database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        self._has_asked = False

    def _look_after_files(self) -> RecordingProblem | None:
        """Put back what someone removed; POSIX lets us write on without a word."""
        if not self._data.is_in_place or _identity(self._path) != self._file:
            try:
                self._data.put_back()
                self._put_back()
            except (OSError, sqlite3.Error, CaptureFileError) as error:
                return RecordingProblem(ProblemKind.FILE_REMOVED, str(error))
        with suppress(OSError):
            self.file_bytes = self._path.stat().st_size
        self.data_bytes = self._data.size_bytes
        return None

    def _put_back(self) -> None:
        """Make the file again from what our open connection still holds, and go on with that."""
        if _identity(self._path) == self._file:
            return
        if self._path.exists():
            raise CaptureFileError(self._path, FileReason.EXISTS)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(f".{self._path.name}.part")
        part.unlink(missing_ok=True)
        self._database.execute("VACUUM INTO ?", (str(part),))
        self._checkpointer.close()
        self._database.close()  # only now may another database have a log of that name
        for companion in ("-wal", "-shm"):
            self._path.with_name(self._path.name + companion).unlink(missing_ok=True)
        part.replace(self._path)
        self._database = open_for_writing(self._path)
        self._attach()

    def _set_problem(self, problem: RecordingProblem | None) -> None:
        if problem != self._problem:
            self._problem = problem
            self._on_progress()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file is at `path`; `None` when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
