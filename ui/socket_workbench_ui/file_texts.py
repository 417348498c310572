"""What is wrong with a session or capture file, in the user's words."""

from PySide6.QtCore import QCoreApplication

from socket_workbench.capture.problems import (
    CaptureFileError,
    CaptureWriteError,
    FileReason,
    ProblemKind,
    RecordingProblem,
)
from socket_workbench.session.errors import SessionError, SessionProblem
from socket_workbench.settings import SettingsProblem, SettingsTrouble


def tr(text: str) -> str:
    """Translate; outside of a Qt class `lupdate` knows no context, so there is none."""
    return QCoreApplication.translate("", text)


def session_error_text(error: SessionError) -> str:
    """One or two sentences: which file, where in it, what was found, what to do."""
    # A dictionary of finished sentences would translate all of them for each error.
    reason = _SESSION_REASONS[error.problem]().format(**_plain(error))
    place = tr(" At {place}.").format(place=error.place) if error.place else ""
    return f"{error.path}: {reason}{place}"


def _plain(error: SessionError) -> dict[str, object]:
    values: dict[str, object] = {"detail": "", "encoding": "", "line": 0, "column": 0}
    values.update(error.values)
    if "limit_bytes" in values:
        values["limit"] = int(str(values["limit_bytes"])) // 2**20
    return values


_SESSION_REASONS = {
    SessionProblem.EMPTY: lambda: tr("the file is empty, so it is not a session."),
    SessionProblem.TRUNCATED: lambda: tr(
        "the file ends too early, at line {line}, column {column}. Part of it is missing."
    ),
    SessionProblem.NOT_JSON: lambda: tr(
        "this is not a session: line {line}, column {column} is not JSON ({detail})."
    ),
    SessionProblem.NOT_UTF8: lambda: tr(
        "the text is not UTF-8. Save it as UTF-8 and open it again."
    ),
    SessionProblem.TOO_LARGE: lambda: tr(
        "the file is larger than the {limit} MiB that a session may have."
    ),
    SessionProblem.TOO_DEEP: lambda: tr("the JSON is nested too deeply for a session."),
    SessionProblem.DUPLICATE_FIELD: lambda: tr("the field “{field}” stands there twice."),
    SessionProblem.IS_CAPTURE: lambda: tr(
        "this looks like a capture, not a session. Give it the ending .swcap to open it."
    ),
    SessionProblem.NEWER_VERSION: lambda: tr(
        "it was made by a newer version of Socket Workbench (format {version}; this one reads "
        "up to {supported}). Update the program to open it."
    ),
    SessionProblem.WRONG_TYPE: lambda: tr("expected {expected}, found {found}."),
    SessionProblem.OUT_OF_RANGE: lambda: tr("expected {expected}, found {found}."),
    SessionProblem.UNKNOWN_VALUE: lambda: tr("“{found}” is not one of the values allowed here."),
    SessionProblem.UNKNOWN_FIELD: lambda: tr("a session has no field “{field}” here."),
    SessionProblem.MISSING_FIELD: lambda: tr("the field “{field}” is missing."),
    SessionProblem.INVALID: lambda: tr("this is not a session ({detail})."),
    SessionProblem.NOT_FOUND: lambda: tr("there is no such file or folder."),
    SessionProblem.NOT_A_FILE: lambda: tr("this is a folder or a device, not a file."),
    SessionProblem.NOT_ALLOWED: lambda: tr(
        "you are not allowed to use this file. Choose another place."
    ),
    SessionProblem.READ_ONLY: lambda: tr(
        "the file or its folder is read-only. Save it in another place."
    ),
    SessionProblem.DISK_FULL: lambda: tr(
        "the disk is full. Free some space or save it in another place."
    ),
    SessionProblem.BAD_NAME: lambda: tr("the system does not take this file name."),
    SessionProblem.IO_ERROR: lambda: tr("the system says: {detail}."),
}


def capture_error_text(error: CaptureFileError | CaptureWriteError) -> str:
    """Which capture, and why it could not be opened or saved."""
    if isinstance(error, CaptureWriteError):
        return tr("The capture was not saved: {problem}").format(
            problem=recording_problem_text(error.problem)
        )
    detail = f" ({error.detail})" if error.detail else ""
    return f"{error.path}: {_CAPTURE_REASONS[error.reason]()}{detail}"


_CAPTURE_REASONS = {
    FileReason.MISSING: lambda: tr("there is no such file."),
    FileReason.NOT_A_CAPTURE: lambda: tr("this is not a capture."),
    FileReason.NEWER: lambda: tr("it was made by a newer version of Socket Workbench."),
    FileReason.DAMAGED: lambda: tr("the file is damaged."),
    FileReason.UNREADABLE: lambda: tr("it cannot be read."),
    FileReason.EXISTS: lambda: tr("a file of that name is already there."),
    FileReason.UNWRITABLE: lambda: tr("it cannot be written there. Choose another place."),
    FileReason.DISK_FULL: lambda: tr("the disk is full. Free some space or choose another place."),
}


def recording_problem_text(problem: RecordingProblem) -> str:
    """Why recording stands still, and what happens meanwhile."""
    return _RECORDING_PROBLEMS[problem.kind]().format(detail=problem.detail)


_RECORDING_PROBLEMS = {
    ProblemKind.DISK_FULL: lambda: tr(
        "Recording stands still: the disk is full. Nothing is lost; sockets wait with reading. "
        "Free some space and it goes on by itself."
    ),
    ProblemKind.FILE_REMOVED: lambda: tr(
        "Recording stands still: the capture's file was removed. Nothing more can be kept in it; "
        "sockets wait with reading."
    ),
    ProblemKind.IO_ERROR: lambda: tr(
        "Recording stands still: the disk reports an error ({detail}). It is tried again; "
        "sockets wait with reading."
    ),
}


def settings_problem_text(problem: SettingsProblem) -> str:
    """What happened to the preferences, and what that means for the user."""
    return _SETTINGS_TROUBLES[problem.trouble]().format(
        path=problem.path, detail=problem.detail, copy=problem.copy or "-"
    )


_SETTINGS_TROUBLES = {
    SettingsTrouble.DAMAGED: lambda: tr(
        "The preferences in {path} could not be understood ({detail}); the usual ones are used. "
        "What the file held is kept as {copy}."
    ),
    SettingsTrouble.UNREADABLE: lambda: tr(
        "The preferences in {path} cannot be read ({detail}); the usual ones are used."
    ),
    SettingsTrouble.NOT_SAVED: lambda: tr(
        "The preferences could not be saved to {path} ({detail}); they hold until you quit."
    ),
}
