"""The notices of the TCP client panel: which message, how bad, with which values."""

import errno
from dataclasses import replace
from pathlib import Path
from typing import Final

from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels.messages import Message, Offer, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_client_socket import Refusal

Values = dict[str, str | int | float]
LAST_CERTIFICATE_CODE: Final = -299
"""Chromium keeps -200 to -299 for certificates (net/base/net_error_list.h)."""


def connect_failed(peer: Endpoint, code: int, cause: str) -> Notice:
    """The connect came back with an error code."""
    return Notice(message=Message.CONNECT_FAILED, code=code, cause=cause, values=_where(peer))


def tls_failed(peer: Endpoint, code: int, cause: str) -> Notice:
    """The connection stood, but the handshake failed."""
    message, offer = Message.TLS_FAILED, Offer.NONE
    if is_about_certificate(code):
        message, offer = Message.PEER_CERTIFICATE_REFUSED, Offer.SHOW_CERTIFICATE
    return Notice(message=message, code=code, cause=cause, values=_where(peer), offer=offer)


def is_about_certificate(code: int) -> bool:
    """Whether a net error code says that the peer's certificate was refused."""
    return LAST_CERTIFICATE_CODE <= code <= ResultCode.CERT_COMMON_NAME_INVALID


def retries_used_up(peer: Endpoint, attempts: int, code: int, cause: str) -> Notice:
    """Nothing more comes by itself; code and cause are those of the last attempt."""
    values = {**_where(peer), "attempts": attempts}
    return Notice(message=Message.RETRIES_USED_UP, code=code, cause=cause, values=values)


def certificate_unseen(peer: Endpoint, code: int, cause: str) -> Notice:
    """The server let nobody look at its certificate."""
    values = _where(peer)
    return Notice(message=Message.PEER_CERTIFICATE_UNSEEN, code=code, cause=cause, values=values)


def certificate_unreadable(peer: Endpoint, text: str) -> Notice:
    """What the server sent as a certificate cannot be shown."""
    return Notice(
        message=Message.PEER_CERTIFICATE_UNREADABLE, values={**_where(peer), "text": text}
    )


def certificate_saved(path: Path) -> Notice:
    """The file is complete."""
    values: Values = {"path": str(path)}
    return Notice(message=Message.PEER_CERTIFICATE_SAVED, severity=Severity.INFO, values=values)


def certificate_not_saved(path: Path, error: OSError) -> Notice:
    """The file could not be written."""
    return _about_file(Message.PEER_CERTIFICATE_NOT_SAVED, path, error)


def ca_file_unreadable(path: Path, error: OSError) -> Notice:
    """The CA file could not be read, so nothing was connected."""
    return _about_file(Message.CA_FILE_UNREADABLE, path, error)


def ca_file_wrong(path: Path) -> Notice:
    """The CA file holds no certificate, so nothing was connected."""
    return Notice(message=Message.CA_FILE_WRONG, values={"path": str(path)})


def file_unreadable(path: Path, error: OSError) -> Notice:
    """The file to send could not be read."""
    return _about_file(Message.FILE_UNREADABLE, path, error)


def unexpected(action: str, error: BaseException) -> Notice:
    """A mistake of the program's own broke off what the user asked for."""
    text = f"{type(error).__name__}: {error}"
    return Notice(message=Message.UNEXPECTED, values={"action": action, "text": text})


def connect_cancelled(peer: Endpoint, elapsed_s: float) -> Notice:
    """The user gave up."""
    return Notice(
        message=Message.CONNECT_CANCELLED,
        severity=Severity.INFO,
        code=ResultCode.ABORTED,
        cause=Cause.LOCAL,
        values={**_where(peer), "seconds": round(elapsed_s, 1)},
    )


def handshake_cancelled(peer: Endpoint, elapsed_s: float) -> Notice:
    """The user gave up while the server did not answer the handshake."""
    given_up = connect_cancelled(peer, elapsed_s)
    return replace(given_up, message=Message.HANDSHAKE_CANCELLED)


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


def call_failed(method: str, text: str) -> Notice:
    """The API refused the call with these words."""
    values: Values = {"method": f"sockets.tcp.{method}", "text": text}
    return Notice(message=Message.CALL_FAILED, values=values)


def socket_gone(label: str) -> Notice:
    """Somebody else closed the panel's socket."""
    values: Values = {"socket": label}
    return Notice(message=Message.SOCKET_GONE, severity=Severity.WARNING, values=values)


def _about_file(message: Message, path: Path, error: OSError) -> Notice:
    cause = errno.errorcode.get(error.errno or 0, "")
    return Notice(message=message, cause=cause, values={"path": str(path)})


def _where(peer: Endpoint | None) -> Values:
    return {} if peer is None else {"host": peer.host, "port": peer.port}
