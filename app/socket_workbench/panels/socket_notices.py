"""The notices that panels of several kinds tell: which message, how bad, with which values."""

from pathlib import Path

from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice, Values, about_file


def where(endpoint: Endpoint | None) -> Values:
    """The values that name an address and a port, if there are any."""
    return {} if endpoint is None else {"host": endpoint.host, "port": endpoint.port}


def call_failed(method: str, text: str) -> Notice:
    """The API refused the call with these words; the method is called `sockets.tcp.send`, say."""
    return Notice(message=Message.CALL_FAILED, values={"method": method, "text": text})


def option_refused(call: str, code: int, cause: str) -> Notice:
    """The kernel or the API did not take an option; the socket works on."""
    return Notice(
        message=Message.OPTION_REFUSED,
        severity=Severity.WARNING,
        code=code,
        cause=cause,
        values={"call": call},
    )


def send_failed(peer: Endpoint | None, size_bytes: int, code: int, cause: str) -> Notice:
    """A send on a connection came back with an error code."""
    values = {**where(peer), "bytes": size_bytes}
    return Notice(message=Message.SEND_FAILED, code=code, cause=cause, values=values)


def send_abandoned(size_bytes: int) -> Notice:
    """The connection was ended under a send; how much of it left is unknown."""
    return Notice(
        message=Message.SEND_ABANDONED,
        severity=Severity.WARNING,
        code=ResultCode.ABORTED,
        cause=Cause.LOCAL,
        values={"bytes": size_bytes},
    )


def gone(message: Message, label: str) -> Notice:
    """Somebody else closed the socket that is labelled so."""
    return Notice(message=message, severity=Severity.WARNING, values={"socket": label})


def file_under_way(path: Path) -> Notice:
    """A second file has to wait for the first."""
    values: Values = {"path": str(path)}
    return Notice(message=Message.FILE_UNDER_WAY, severity=Severity.WARNING, values=values)


def file_unreadable(path: Path, error: OSError) -> Notice:
    """A file that was to be sent cannot be read."""
    return about_file(Message.FILE_UNREADABLE, path, error)
