"""The notices of the TCP server panel: which message, how bad, with which values."""

from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels import socket_notices
from socket_workbench.panels.messages import Field, Message, Severity
from socket_workbench.panels.notice import Notice, Values
from socket_workbench.panels.socket_notices import where

_FIELDS = {
    ResultCode.ADDRESS_IN_USE: Field.PORT,
    ResultCode.ACCESS_DENIED: Field.PORT,
    ResultCode.ADDRESS_INVALID: Field.ADDRESS,
    ResultCode.ADDRESS_UNREACHABLE: Field.ADDRESS,
}
"""What the user has to change; other codes have no field."""


def listen_failed(local: Endpoint, code: int, cause: str) -> Notice:
    """The listen came back with an error code."""
    field = next((field for known, field in _FIELDS.items() if known == code), Field.NONE)
    return Notice(
        message=Message.LISTEN_FAILED, code=code, cause=cause, values=where(local), field=field
    )


def accept_failed(code: int, cause: str) -> Notice:
    """No further connection is taken."""
    return Notice(message=Message.ACCEPT_FAILED, code=code, cause=cause)


def handshake_failed(peer: Endpoint, code: int, cause: str) -> Notice:
    """A client did not become a TLS client; the server goes on."""
    return Notice(
        message=Message.HANDSHAKE_FAILED,
        severity=Severity.WARNING,
        code=code,
        cause=cause,
        values=where(peer),
    )


def certificate_refused(code: int, cause: str) -> Notice:
    """The TLS library does not take it."""
    return Notice(
        message=Message.CERTIFICATE_REFUSED, code=code, cause=cause, field=Field.CERTIFICATE
    )


def no_clients() -> Notice:
    """There is nobody to send to."""
    return Notice(message=Message.NO_CLIENTS, severity=Severity.WARNING)


def client_gone(peer: Endpoint) -> Notice:
    """The chosen client has left."""
    return Notice(message=Message.CLIENT_GONE, severity=Severity.WARNING, values=where(peer))


def send_failed(peer: Endpoint, size_bytes: int, code: int, cause: str) -> Notice:
    """A send came back with an error code, or was cut off by our own disconnect."""
    if code == ResultCode.ABORTED and cause in (Cause.NONE, Cause.LOCAL):
        return socket_notices.send_abandoned(size_bytes)
    return socket_notices.send_failed(peer, size_bytes, code, cause)


def sent_to_some(first: Endpoint, size_bytes: int, code: int, *, sent: int, clients: int) -> Notice:
    """Some clients did not get what was sent to all; `first` failed first, with `code`."""
    values = {**where(first), "bytes": size_bytes, "sent": sent, "clients": clients}
    return Notice(message=Message.SENT_TO_SOME, severity=Severity.WARNING, code=code, values=values)


def rule_stopped(rule: str, size_bytes: int) -> Notice:
    """A rule's expression was too slow."""
    values: Values = {"rule": rule, "bytes": size_bytes}
    return Notice(message=Message.RULE_STOPPED, severity=Severity.WARNING, values=values)
