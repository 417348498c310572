"""What the command line says, in English."""

import errno

from socket_workbench.session.errors import SessionError, SessionProblem, Value


def session_error_text(error: SessionError) -> str:
    """One line: the file, the place in it if there is one, and what is wrong."""
    values: dict[str, Value] = {"line": 0, "column": 0, "encoding": "", "detail": ""}
    values.update(error.values)
    reason = REASONS[error.problem].format(**values)
    place = f"{error.place}: " if error.place else ""
    return f"{error.path}: {place}{reason}"


REASONS = {
    SessionProblem.EMPTY: "the file is empty",
    SessionProblem.TRUNCATED: "ends too early, at line {line}, column {column}",
    SessionProblem.NOT_JSON: "is not JSON at line {line}, column {column}: {detail}",
    SessionProblem.NOT_UTF8: "is not UTF-8 text",
    SessionProblem.TOO_LARGE: "is larger than {limit_bytes} bytes",
    SessionProblem.TOO_DEEP: "is nested too deeply",
    SessionProblem.DUPLICATE_FIELD: 'the field "{field}" is there twice',
    SessionProblem.IS_CAPTURE: "is a capture, not a session",
    SessionProblem.NEWER_VERSION: (
        "made by a newer version of the program: it is of format version {version}, "
        "this program reads up to {supported}"
    ),
    SessionProblem.WRONG_TYPE: "expected {expected}, found {found}",
    SessionProblem.OUT_OF_RANGE: "expected {expected}, found {found!r}",
    SessionProblem.UNKNOWN_VALUE: "{found!r} is none of the values that may stand here",
    SessionProblem.UNKNOWN_FIELD: 'there is no field "{field}"',
    SessionProblem.MISSING_FIELD: 'the field "{field}" is missing',
    SessionProblem.INVALID: "{detail}",
    SessionProblem.NOT_FOUND: "no such file",
    SessionProblem.NOT_A_FILE: "is no regular file",
    SessionProblem.NOT_ALLOWED: "may not be used: {detail}",
    SessionProblem.READ_ONLY: "is read-only",
    SessionProblem.DISK_FULL: "the disk is full: {detail}",
    SessionProblem.BAD_NAME: "is no name that the system takes",
    SessionProblem.IO_ERROR: "{detail}",
}


def listen_error_text(address: str, error: OSError) -> str:
    """Why a server cannot listen at `address`."""
    reasons = {
        errno.EADDRINUSE: "this port is in use by another program",
        errno.EADDRNOTAVAIL: "this machine has no such address",
        errno.EACCES: "you are not allowed to; ports below 1024 need more rights",
    }
    reason = reasons.get(error.errno or 0) or error.strerror or str(error)
    return f"Cannot listen on {address}: {reason}."
