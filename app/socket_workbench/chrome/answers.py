"""How calls end whose result holds a net error code."""

from typing import Any

from socket_workbench.chrome.calls import Call
from socket_workbench.chrome.errors import network_error


def answer_code(call: Call[Any], code: int, cause: str) -> None:
    """End a failed call whose argument is the net error code."""
    call.fail(network_error(code), int(code), cause=cause)


def answer_send(call: Call[Any], outcome: int, cause: str) -> None:
    """End a `send`: `outcome` is the number of bytes, or a net error code."""
    if outcome < 0:
        call.fail(network_error(outcome), {"resultCode": int(outcome)}, cause=cause)
    else:
        call.finish({"resultCode": 0, "bytesSent": outcome}, cause=cause)
