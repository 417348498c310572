"""The notices of the TCP client panel: which message, how bad, with which values."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.panels.messages import Message, Offer, Severity
from socket_workbench.panels.notice import Notice, Values, about_file
from socket_workbench.panels.socket_notices import where

LAST_CERTIFICATE_CODE: Final = -299
"""Chromium keeps -200 to -299 for certificates (net/base/net_error_list.h)."""


def connect_failed(peer: Endpoint, code: int, cause: str) -> Notice:
    """The connect came back with an error code."""
    return Notice(message=Message.CONNECT_FAILED, code=code, cause=cause, values=where(peer))


def tls_failed(peer: Endpoint, code: int, cause: str) -> Notice:
    """The connection stood, but the handshake failed."""
    message, offer = Message.TLS_FAILED, Offer.NONE
    if is_about_certificate(code):
        message, offer = Message.PEER_CERTIFICATE_REFUSED, Offer.SHOW_CERTIFICATE
    return Notice(message=message, code=code, cause=cause, values=where(peer), offer=offer)


def is_about_certificate(code: int) -> bool:
    """Whether a net error code says that the peer's certificate was refused."""
    return LAST_CERTIFICATE_CODE <= code <= ResultCode.CERT_COMMON_NAME_INVALID


def retries_used_up(peer: Endpoint, attempts: int, code: int, cause: str) -> Notice:
    """Nothing more comes by itself; code and cause are those of the last attempt."""
    values = {**where(peer), "attempts": attempts}
    return Notice(message=Message.RETRIES_USED_UP, code=code, cause=cause, values=values)


def certificate_unseen(peer: Endpoint, code: int, cause: str) -> Notice:
    """The server let nobody look at its certificate."""
    values = where(peer)
    return Notice(message=Message.PEER_CERTIFICATE_UNSEEN, code=code, cause=cause, values=values)


def certificate_unreadable(peer: Endpoint, text: str) -> Notice:
    """What the server sent as a certificate cannot be shown."""
    return Notice(message=Message.PEER_CERTIFICATE_UNREADABLE, values={**where(peer), "text": text})


def certificate_saved(path: Path) -> Notice:
    """The file is complete."""
    values: Values = {"path": str(path)}
    return Notice(message=Message.PEER_CERTIFICATE_SAVED, severity=Severity.INFO, values=values)


def certificate_not_saved(path: Path, error: OSError) -> Notice:
    """The file could not be written."""
    return about_file(Message.PEER_CERTIFICATE_NOT_SAVED, path, error)


def ca_file_unreadable(path: Path, error: OSError) -> Notice:
    """The CA file could not be read, so nothing was connected."""
    return about_file(Message.CA_FILE_UNREADABLE, path, error)


def ca_file_wrong(path: Path) -> Notice:
    """The CA file holds no certificate, so nothing was connected."""
    return Notice(message=Message.CA_FILE_WRONG, values={"path": str(path)})


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
        values={**where(peer), "seconds": round(elapsed_s, 1)},
    )


def handshake_cancelled(peer: Endpoint, elapsed_s: float) -> Notice:
    """The user gave up while the server did not answer the handshake."""
    given_up = connect_cancelled(peer, elapsed_s)
    return replace(given_up, message=Message.HANDSHAKE_CANCELLED)


def connection_ended(peer: Endpoint | None, code: int, cause: str, *, can_send: bool) -> Notice:
    """Receiving ended, and not by our own hand; only an orderly end is no error."""
    values = where(peer)
    if cause == Cause.FIN:
        message = Message.PEER_FINISHED if can_send else Message.PEER_CLOSED
        severity = Severity.INFO
    else:
        message, severity = Message.CONNECTION_LOST, Severity.ERROR
    return Notice(message=message, severity=severity, code=code, cause=cause, values=values)
