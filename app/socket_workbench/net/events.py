"""What sockets report: frozen facts in the past tense."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, TypeAlias

from socket_workbench.net.errors import ResultCode

SocketKey = NewType("SocketKey", int)
"""One per socket, for ever; never reused, unlike the API's `socketId`."""


class Cause(StrEnum):
    """Why something ended or failed, as the net layer found it; finer than the API's codes."""

    NONE = ""
    FIN = "FIN"
    """The peer closed in order."""
    LOCAL = "local"
    """Our own side closed or disconnected."""
    TIMEOUT = "timeout"
    """Our own limit passed; the kernel's is `ETIMEDOUT`."""
    DNS = "DNS"
    """The name did not resolve."""
    TLS = "TLS"
    ARGUMENT = "argument"
    """What was asked for makes no sense for this socket."""
    STATE = "state"
    """The socket was not in the state that the operation needs."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A host name or IP literal, and a port."""

    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Bytes arrived; `data` is never empty."""

    socket: SocketKey
    data: bytes
    at_ns: int
    """`time.monotonic_ns` at the read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveFailed:
    """Reading ended for good; an orderly shutdown is `CONNECTION_CLOSED`."""

    socket: SocketKey
    code: ResultCode
    cause: str
    """A `Cause`, or the name of the errno (`ECONNRESET`)."""
    at_ns: int


SocketEvent: TypeAlias = Received | ReceiveFailed
Report: TypeAlias = Callable[[SocketEvent], None]
