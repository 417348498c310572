"""What can go wrong with a capture: while it is recorded, and when a file is opened or saved."""

import errno
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ProblemKind(StrEnum):
    """Why nothing can be written at the moment."""

    DISK_FULL = "diskFull"
    FILE_REMOVED = "fileRemoved"
    IO_ERROR = "ioError"


@dataclass(frozen=True, slots=True)
class RecordingProblem:
    """Recording stands still; it goes on by itself once the reason is gone."""

    kind: ProblemKind
    detail: str
    """What SQLite or the system said; English, for the curious."""


class FileReason(StrEnum):
    """Why a capture file could not be used."""

    MISSING = "missing"
    NOT_A_CAPTURE = "notACapture"
    NEWER = "newer"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    EXISTS = "exists"
    UNWRITABLE = "unwritable"
    DISK_FULL = "diskFull"


_SENTENCES = {
    FileReason.MISSING: "there is no such file",
    FileReason.NOT_A_CAPTURE: "this is not a capture",
    FileReason.NEWER: "it was made by a newer version of the program",
    FileReason.DAMAGED: "the file is damaged",
    FileReason.UNREADABLE: "it cannot be read",
    FileReason.EXISTS: "a file of that name is already there",
    FileReason.UNWRITABLE: "it cannot be written",
    FileReason.DISK_FULL: "the disk is full",
}


class CaptureFileError(Exception):
    """A capture file cannot be opened, created or saved; names the file and the reason."""

    def __init__(self, path: Path, reason: FileReason, detail: str = "") -> None:
        text = f"{path}: {_SENTENCES[reason]}"
        super().__init__(f"{text} ({detail})" if detail else text)
        self.path = path
        self.reason = reason
        self.detail = detail


class CaptureWriteError(Exception):
    """What was asked for must wait until recording works again."""

    def __init__(self, problem: RecordingProblem) -> None:
        super().__init__(f"the capture cannot be written: {problem.detail}")
        self.problem = problem


def problem_of(error: sqlite3.Error | OSError) -> RecordingProblem:
    """What a failed write means."""
    if _is_full(error):
        return RecordingProblem(ProblemKind.DISK_FULL, str(error))
    return RecordingProblem(ProblemKind.IO_ERROR, str(error))


def write_reason(error: sqlite3.Error | OSError) -> FileReason:
    """Why a file could not be made."""
    if isinstance(error, FileExistsError):
        return FileReason.EXISTS
    return FileReason.DISK_FULL if _is_full(error) else FileReason.UNWRITABLE


def _is_full(error: sqlite3.Error | OSError) -> bool:
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return _primary_code(error) == sqlite3.SQLITE_FULL


def _primary_code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
