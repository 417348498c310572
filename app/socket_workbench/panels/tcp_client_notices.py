"""The notices of the TCP client panel: which message, how bad, with which values."""

from pathlib import Path

from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_client_socket import Refusal

Values = dict[str, str | int | float]


def connect_failed(peer: Endpoint, code: int, cause: str) -> Notice:
    """The connect came back with an error code."""
    return Notice(message=Message.CONNECT_FAILED, code=code, cause=cause, values=_where(peer))


def connect_cancelled(peer: Endpoint, elapsed_s: float) -> Notice:
    """The user gave up."""
    return Notice(
        message=Message.CONNECT_CANCELLED,
        severity=Severity.INFO,
        code=ResultCode.ABORTED,
        cause=Cause.LOCAL,
        values={**_where(peer), "seconds": round(elapsed_s, 1)},
    )


def connection_ended(peer: Endpoint | None, code: int, cause: str, *, can_send: bool) -> Notice:
    """Receiving ended, and not by our own hand; only an orderly end is no error."""
    values = _where(peer)
    if cause == Cause.FIN:
        message = Message.PEER_FINISHED if can_send else Message.PEER_CLOSED
        severity = Severity.INFO
    else:
        message, severity = Message.CONNECTION_LOST, Severity.ERROR
    return Notice(message=message, severity=severity, code=code, cause=cause, values=values)


def send_failed(peer: Endpoint | None, size_bytes: int, code: int, cause: str) -> Notice:
    """A send came back with an error code."""
    values = {**_where(peer), "bytes": size_bytes}
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


def file_under_way(path: Path) -> Notice:
    """A second file has to wait for the first."""
    values: Values = {"path": str(path)}
    return Notice(message=Message.FILE_UNDER_WAY, severity=Severity.WARNING, values=values)


def option_refused(refusal: Refusal) -> Notice:
    """The kernel or the API did not take an option; the connection works on."""
    return Notice(
        message=Message.OPTION_REFUSED,
        severity=Severity.WARNING,
        code=refusal.code,
        cause=refusal.cause,
        values={"call": refusal.call},
    )


def socket_gone(label: str) -> Notice:
    """Somebody else closed the panel's socket."""
    values: Values = {"socket": label}
    return Notice(message=Message.SOCKET_GONE, severity=Severity.WARNING, values=values)


def _where(peer: Endpoint | None) -> Values:
    return {} if peer is None else {"host": peer.host, "port": peer.port}
