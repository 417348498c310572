"""What the net layer tells: where and why."""

from dataclasses import dataclass
from enum import StrEnum


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
    PERMISSION = "permission"
    """The app's manifest does not allow it."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A host name or IP literal, and a port."""

    host: str
    port: int
