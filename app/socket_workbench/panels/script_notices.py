"""The notices of the script panel: which message, how bad, with which values."""

from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.script_advice import MODERN_CALLS, refused_call
from socket_workbench.panels.script_app import Problem
from socket_workbench.panels.script_files import FileTroubleError
from socket_workbench.scripting.engine import EndReason, EngineEnd
from socket_workbench.scripting.faults import Fault


def load_failed(fault: Fault) -> Notice:
    """A source does not compile, or threw; what follows it was not run."""
    values = {"text": fault.message, "file": fault.file or "?", "line": fault.line}
    return Notice(message=Message.SCRIPT_FAILED, values=values)


def call_refused(fault: Fault) -> Notice | None:
    """An error that refuses the form of a call that early guides show; else `None`."""
    method = refused_call(fault.message)
    if method is None:
        return None
    values = {"method": f"chrome.{method}", "modern": MODERN_CALLS[method]}
    return Notice(message=Message.SCRIPT_CALL_REFUSED, values=values)


def process_ended(end: EngineEnd, limit_bytes: int) -> Notice:
    """V8's process is gone though nobody asked for it."""
    if end.reason is EndReason.MEMORY:
        return Notice(message=Message.SCRIPT_MEMORY, values={"megabytes": limit_bytes >> 20})
    return Notice(message=Message.SCRIPT_DIED, values={"text": end.detail.strip()[-300:]})


def app_invalid(problem: Problem) -> Notice:
    """Chromium would not load the app."""
    values = {"text": problem.text, "file": problem.file, "line": problem.line}
    return Notice(message=Message.SCRIPT_APP_INVALID, values=values)


def unreadable(error: FileTroubleError) -> Notice:
    """A file could not be read."""
    values = {"path": str(error.path)}
    return Notice(message=Message.FILE_UNREADABLE, cause=error.cause, values=values)


def unwritable(error: FileTroubleError) -> Notice:
    """A file could not be written; what is edited is still there."""
    values = {"path": str(error.path)}
    return Notice(message=Message.SCRIPT_NOT_SAVED, cause=error.cause, values=values)


def compat_later() -> Notice:
    """The other behaviour begins with the next run."""
    return Notice(message=Message.SCRIPT_COMPAT_LATER, severity=Severity.INFO)


def not_started(error: OSError) -> Notice:
    """The system gave no process for V8."""
    return Notice(message=Message.SCRIPT_DIED, values={"text": error.strerror or str(error)})
