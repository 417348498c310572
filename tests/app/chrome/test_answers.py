"""Calls whose work goes wrong in a way that nobody foresaw."""

import pytest

from socket_workbench.chrome.answers import ended_call
from socket_workbench.chrome.calls import Outcome
from support.chrome_apps import running_app


async def test_mistake_in_the_work_of_a_call_ends_the_call_too() -> None:
    async def work() -> None:
        raise ZeroDivisionError("oops")

    async with running_app() as app:
        pending = app.sockets.tcp.create()
        seen = list[Outcome]()
        call = app.context.begin(None, "sockets.tcp.connect", (), seen.append)

        with pytest.raises(ZeroDivisionError):
            await ended_call(call, work)
        await pending

    assert [(one.args, one.cause) for one in seen] == [((-2,), "ZeroDivisionError")]
