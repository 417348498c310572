"""Results: awaited, called back, dropped; later than the call, in order, once."""

import asyncio
from typing import Any

import pytest

from socket_workbench.chrome.arguments import FUNCTION, ApiTypeError
from socket_workbench.chrome.calls import ApiError, CallDropped, Outcome
from socket_workbench.chrome.slips import Compat
from socket_workbench.tasks import TaskScope
from support.chrome_apps import RecordingCapture, running_app


async def test_await_gives_the_argument() -> None:
    async with running_app() as app:
        assert await app.sockets.tcp.create({"name": "n"}) == {"socketId": 1}


async def test_await_gives_the_argument_also_of_an_error() -> None:
    async with running_app() as app:
        pending = app.sockets.tcp.setNoDelay(99, True)

        assert await pending == -2
        assert pending.last_error == "Socket not found"
        assert await pending == -2


async def test_await_raises_the_text_where_there_is_no_argument() -> None:
    async with running_app() as app:
        with pytest.raises(ApiError, match=r"^Socket not found$"):
            await app.sockets.tcp.getInfo(99)


async def test_await_gives_none_where_there_is_nothing() -> None:
    async with running_app() as app:
        made = await app.sockets.tcp.create()

        assert await app.sockets.tcp.setPaused(made["socketId"], True) is None


async def test_callback_runs_after_the_call_with_last_error_set() -> None:
    seen: list[Any] = []

    async with running_app() as app:

        def callback(*args: Any) -> None:
            error = app.runtime.lastError
            seen.append((args, error and error.message))

        await_it = app.sockets.tcp.getInfo(99, callback)
        assert seen == []
        with pytest.raises(ApiError):
            await await_it
        app.sockets.tcp.create(callback=callback)
        await app.sockets.tcp.create()

        assert app.runtime.lastError is None
    assert seen == [((), "Socket not found"), (({"socketId": 1},), None)]


async def test_arguments_go_by_name_too() -> None:
    async with running_app() as app:
        made = await app.sockets.tcp.create(properties={"name": "x"})
        info = await app.sockets.tcp.getInfo(socketId=made["socketId"])

    assert info.get("name") == "x"


async def test_a_middle_argument_may_be_left_out_by_name() -> None:
    seen: list[int] = []

    async with running_app() as app:
        app.sockets.tcp.setKeepAlive(9, True, callback=seen.append)
        await app.sockets.tcp.create()

    assert seen == [-2]


@pytest.mark.parametrize("names", [{"socketId": 2}, {"nonsense": 2}])
async def test_wrong_names_are_python_errors(names: dict[str, int]) -> None:
    async with running_app() as app:
        with pytest.raises(TypeError, match="argument"):
            getattr(app.sockets.tcp, "getInfo")(1, **names)  # noqa: B009 - hides it from the checker


async def test_bad_arguments_raise_before_anything_happens() -> None:
    capture = RecordingCapture()

    async with running_app(capture=capture) as app:
        with pytest.raises(ApiTypeError, match="No matching signature"):
            app.sockets.tcp.create(5)  # pyright: ignore[reportArgumentType] - on purpose

    assert capture.entries == []
    assert capture.sockets == []


async def test_invoke_replies_once_and_later() -> None:
    outcomes: list[Outcome] = []

    async with running_app() as app:
        bound = app.invoke("sockets.tcp.create", [{"name": "n"}, FUNCTION], outcomes.append)
        assert outcomes == []
        app.invoke("sockets.tcp.getInfo", [7, FUNCTION], outcomes.append)
        await app.sockets.tcp.create()

    assert bound.callback is FUNCTION
    assert outcomes == [Outcome(({"socketId": 1},)), Outcome((), "Socket not found")]


async def test_invoke_wants_a_callback_where_javascript_does() -> None:
    async with running_app() as app:
        with pytest.raises(ApiTypeError, match="No matching signature"):
            app.invoke("sockets.tcp.send", [1, b""], lambda _: None)


async def test_error_in_a_callback_reaches_on_error_and_harms_nobody() -> None:
    problems: list[str] = []
    seen: list[Any] = []

    async with TaskScope(on_error=lambda error, name: problems.append(f"{name}: {error}")) as scope:
        app = make_app(scope)

        def broken(*_: Any) -> None:
            raise ValueError("mine")

        app.sockets.tcp.create(callback=broken)
        app.sockets.tcp.create(callback=seen.append)
        await app.sockets.tcp.getSockets()
        await app.aclose()

    assert problems == ["callback: mine"]
    assert seen == [{"socketId": 2}]


def make_app(scope: TaskScope) -> Any:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.manifest import Manifest

    return ChromeApp(Manifest.allow_all(), RecordingCapture(), scope, Compat.CHROMIUM)


async def test_a_chain_of_callbacks_lets_the_loop_turn() -> None:
    turns = 0
    left = 50

    async with running_app() as app:

        def again(*_: Any) -> None:
            nonlocal left
            left -= 1
            if left:
                app.sockets.tcp.getSockets(callback=again)

        again()
        while left:
            await asyncio.sleep(0)
            turns += 1

    assert turns > 40


async def test_calls_that_wait_are_dropped_when_the_app_closes() -> None:
    async with running_app() as app:
        made = await app.socket.create("tcp")
        await app.socket.listen(made["socketId"], "127.0.0.1", 0)
        pending = app.socket.accept(made["socketId"])

    with pytest.raises(CallDropped):
        await pending
