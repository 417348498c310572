"""How calls end whose result holds a net error code."""

from collections.abc import Awaitable, Callable
from typing import Any

from socket_workbench.chrome.calls import Call
from socket_workbench.chrome.errors import network_error
from socket_workbench.net.errors import ResultCode


def answer_code(call: Call[Any], code: int, cause: str) -> None:
    """End a failed call whose argument is the net error code."""
    call.fail(network_error(code), int(code), cause=cause)


async def ended_call(call: Call[Any], work: Callable[[], Awaitable[None]]) -> None:
    """Do the work of a call; a mistake of our own in it ends the call as well.

    Otherwise whoever awaits the call would wait for ever; the mistake goes to the task's owner.
    The work is begun here: a task may be cut off before it runs at all.
    """
    try:
        await work()
    except Exception as error:
        answer_code(call, ResultCode.FAILED, type(error).__name__)
        raise


def answer_send(call: Call[Any], outcome: int, cause: str) -> None:
    """End a `send`: `outcome` is the number of bytes, or a net error code."""
    if outcome < 0:
        call.fail(network_error(outcome), {"resultCode": int(outcome)}, cause=cause)
    else:
        call.finish({"resultCode": 0, "bytesSent": outcome}, cause=cause)
