"""What can be wrong with a session file: ids and values, to become sentences where they show."""

from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = str | int


class SessionProblem(StrEnum):
    """The kinds of trouble; the values that come with each stand behind it."""

    EMPTY = "empty"
    TRUNCATED = "truncated"
    """The text ends too early: `line`, `column`."""
    NOT_JSON = "notJson"
    """`line`, `column` from 1, `detail` as the parser put it."""
    NOT_UTF8 = "notUtf8"
    """`line`, `column`, or `encoding` when another one is recognised."""
    TOO_LARGE = "tooLarge"
    """`limit_bytes`."""
    TOO_DEEP = "tooDeep"
    DUPLICATE_FIELD = "duplicateField"
    """`field`."""
    IS_CAPTURE = "isCapture"
    """The file is an SQLite database, so most likely a capture."""
    NEWER_VERSION = "newerVersion"
    """`version`, `supported`."""
    WRONG_TYPE = "wrongType"
    """`expected`, `found`: JSON type names."""
    OUT_OF_RANGE = "outOfRange"
    """`expected`: the limit, `found`: the value."""
    UNKNOWN_VALUE = "unknownValue"
    """`found`: none of the values that may stand here."""
    UNKNOWN_FIELD = "unknownField"
    """`field`."""
    MISSING_FIELD = "missingField"
    """`field`."""
    INVALID = "invalid"
    """`detail`."""

    NOT_FOUND = "notFound"
    """No such file, or its folder is gone."""
    NOT_A_FILE = "notAFile"
    """A folder, a device or a pipe."""
    NOT_ALLOWED = "notAllowed"
    READ_ONLY = "readOnly"
    """The file is marked, or the disk mounted, as not to be changed."""
    DISK_FULL = "diskFull"
    BAD_NAME = "badName"
    """Too long, or with characters that the system does not take."""
    IO_ERROR = "ioError"
    """`detail`: the system's own words."""


class SessionError(Exception):
    """A session file is wrong, or could not be read or written."""

    def __init__(
        self, path: Path, problem: SessionProblem, *, place: str = "", **values: Value
    ) -> None:
        self.path, self.problem, self.place, self.values = path, problem, place, values
        details = ", ".join(f"{name}={value!r}" for name, value in values.items())
        super().__init__(f"{path}: {problem} at {place or 'no place'} ({details})")
