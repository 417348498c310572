"""Brings what the log holds into the database and onto the disk, beside the writer."""

import sqlite3
import threading
from pathlib import Path

from socket_workbench.capture.database import open_for_writing
from socket_workbench.capture.datafile import DataFile
from socket_workbench.capture.problems import RecordingProblem, problem_of

INTERVAL_S = 1.5
"""A checkpoint begins at the latest this long after something was committed."""
WAL_LIMIT_BYTES = 48 << 20
"""Above this a checkpoint begins at once, and the writer lends a hand to start the log anew."""
WAL_HARD_LIMIT_BYTES = 4 * WAL_LIMIT_BYTES
"""Above this the writer waits for the disk, and then the queue fills and the peers wait."""


class Checkpointer:
    """A thread that checkpoints every `INTERVAL_S` while there is something new.

    A checkpoint waits for the disk. In a thread and a connection of its own it does not hold up
    the writer, so what a kill may cost stays small however slow the disk is. The data file goes
    first: rows that were there when it began never refer to bytes that are not on the disk. Of rows
    that came meanwhile `blocks` tells whether their bytes did get there.
    """

    def __init__(self, path: Path, data: DataFile) -> None:
        self._data = data
        self._database = open_for_writing(path)
        self.problem: RecordingProblem | None = None
        self._is_dirty = threading.Event()
        self._is_urgent = threading.Event()
        self._is_idle = threading.Event()
        self._is_idle.set()
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="capture-checkpoints", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def note_commit(self) -> None:
        """Tell that there is something new."""
        self._is_dirty.set()

    def begin_now(self) -> None:
        """Checkpoint without waiting for the interval to pass."""
        self._is_idle.clear()
        self._is_urgent.set()

    @property
    def is_idle(self) -> bool:
        """Whether everything that `begin_now` asked for is done."""
        return self._is_idle.is_set()

    def wait_until_idle(self, timeout_s: float) -> None:
        self._is_idle.wait(timeout_s)

    def close(self) -> None:
        """End the thread; a checkpoint under way is finished first."""
        self._is_closed = True
        self._is_dirty.set()
        self._is_urgent.set()
        self._thread.join()
        self._database.close()

    def _run(self) -> None:
        while not self._is_closed:
            self._is_dirty.wait()
            self._is_urgent.wait(INTERVAL_S)
            self._is_urgent.clear()
            self._is_dirty.clear()
            self._checkpoint()
            if not self._is_urgent.is_set():
                self._is_idle.set()

    def _checkpoint(self) -> None:
        try:
            self._data.sync()
            self._database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except (OSError, sqlite3.Error) as error:
            self.problem = problem_of(error)
            self._is_dirty.set()  # again after the interval
        else:
            self.problem = None
