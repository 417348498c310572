"""The loop: its order and its fairness, and descriptors that are used again at once."""

import asyncio
import os
import socket
import threading
import time

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from support.logs import LogWatch
from support.qt_run import RunOnQt

PATIENCE_S = 5


def pair() -> tuple[socket.socket, socket.socket]:
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    return ours, theirs


def test_cancelled_receive_leaves_the_next_user_of_its_descriptor_alone(
    run_on_qt: RunOnQt,
) -> None:
    async def reuse() -> bytes:
        loop = asyncio.get_running_loop()
        ours, theirs = pair()
        next_ours, next_theirs = pair()
        waiting = asyncio.Task(loop.sock_recv(ours, 100))
        await asyncio.sleep(0)
        waiting.cancel()
        loop.remove_reader(ours.fileno())
        os.dup2(next_ours.fileno(), ours.fileno())  # the descriptor is another socket's now
        loop.call_later(0.01, next_theirs.send, b"for the next")
        try:
            async with asyncio.timeout(5):
                return await loop.sock_recv(ours, 100)
        finally:
            for sock in (ours, theirs, next_ours, next_theirs):
                sock.close()

    assert run_on_qt(reuse()) == b"for the next"


def test_handles_run_in_order_and_cancelled_ones_do_not(run_on_qt: RunOnQt) -> None:
    async def run() -> list[int]:
        loop, ran = asyncio.get_running_loop(), list[int]()
        handles = [loop.call_soon(ran.append, number) for number in range(5)]
        handles[2].cancel()
        loop.call_soon(handles[3].cancel)  # too late
        await asyncio.sleep(0)
        return ran

    assert run_on_qt(run()) == [0, 1, 3, 4]


def test_handle_can_cancel_the_next_one(run_on_qt: RunOnQt) -> None:
    async def run() -> list[str]:
        loop, ran = asyncio.get_running_loop(), list[str]()
        doomed: list[asyncio.Handle] = []

        def cancel() -> None:
            doomed[0].cancel()

        loop.call_soon(cancel)
        doomed.append(loop.call_soon(ran.append, "cancelled"))
        loop.call_soon(ran.append, "after")
        await asyncio.sleep(0)
        return ran

    assert run_on_qt(run()) == ["after"]


def test_error_is_reported_and_the_rest_runs(run_on_qt: RunOnQt) -> None:
    async def run() -> tuple[list[object], list[str]]:
        loop = asyncio.get_running_loop()
        errors, ran = list[object](), list[str]()
        loop.set_exception_handler(lambda _, context: errors.append(context["exception"]))
        loop.call_soon(int, "no number")
        loop.call_soon(ran.append, "the rest")
        await asyncio.sleep(0)
        return errors, ran

    errors, ran = run_on_qt(run())

    assert [type(error) for error in errors] == [ValueError]
    assert ran == ["the rest"]


def test_what_is_always_ready_lets_qt_work(run_on_qt: RunOnQt) -> None:
    async def run() -> None:
        loop, ticked = asyncio.get_running_loop(), asyncio.Event()

        def again() -> None:
            if not ticked.is_set():
                loop.call_soon(again)

        loop.call_soon(again)
        QTimer.singleShot(0, ticked.set)
        async with asyncio.timeout(PATIENCE_S):
            await ticked.wait()

    run_on_qt(run())


def test_descriptor_that_is_always_ready_lets_qt_work(run_on_qt: RunOnQt) -> None:
    async def run() -> None:
        loop, ticked = asyncio.get_running_loop(), asyncio.Event()
        ours, theirs = pair()
        theirs.send(b"nobody reads this")
        loop.add_reader(ours, lambda: None)
        QTimer.singleShot(1, ticked.set)
        async with asyncio.timeout(PATIENCE_S):
            await ticked.wait()
        loop.remove_reader(ours)
        ours.close()
        theirs.close()

    run_on_qt(run())


def test_handles_run_while_a_handle_runs_a_loop_of_qt(run_on_qt: RunOnQt) -> None:
    async def run() -> list[str]:
        loop, ran = asyncio.get_running_loop(), list[str]()
        inner, done = QEventLoop(), asyncio.Event()

        def nest() -> None:
            QTimer.singleShot(PATIENCE_S * 1000, inner, inner.quit)
            inner.exec()
            ran.append("back")
            done.set()

        loop.call_soon(nest)
        loop.call_soon(ran.append, "beside")
        loop.call_soon(lambda: loop.call_soon(inner.quit))
        await done.wait()
        return ran

    assert run_on_qt(run()) == ["beside", "back"]


def test_threads_reach_the_loop_in_their_order(run_on_qt: RunOnQt) -> None:
    count = 1000

    async def run() -> list[int]:
        loop, ran, done = asyncio.get_running_loop(), list[int](), asyncio.Event()

        def reach() -> None:
            for number in range(count):
                loop.call_soon_threadsafe(ran.append, number)
            loop.call_soon_threadsafe(done.set)

        thread = threading.Thread(target=reach)
        thread.start()
        await done.wait()
        thread.join()
        return ran

    assert run_on_qt(run()) == [*range(count)]


def test_timers_run_by_time_and_never_before_it(run_on_qt: RunOnQt) -> None:
    async def run() -> list[tuple[int, bool]]:
        loop, ran, done = asyncio.get_running_loop(), list[tuple[int, bool]](), asyncio.Event()

        def note(number: int, due_s: float) -> None:
            ran.append((number, loop.time() >= due_s))

        now_s = loop.time()
        for number in (3, 1, 2):
            loop.call_at(now_s + number / 500, note, number, now_s + number / 500)
        loop.call_at(now_s + 1 / 500, note, 4, 0.0).cancel()
        loop.call_at(now_s + 3 / 500, done.set)
        await done.wait()
        return ran

    assert run_on_qt(run()) == [(1, True), (2, True), (3, True)]


def test_cancelled_timers_are_let_go(run_on_qt: RunOnQt) -> None:
    class Kept:
        alive = 0

        def __init__(self) -> None:
            Kept.alive += 1

        def __call__(self) -> None: ...

        def __del__(self) -> None:
            Kept.alive -= 1

    async def run() -> None:
        loop = asyncio.get_running_loop()
        due = loop.call_later(3600, Kept())
        for _ in range(2000):
            loop.call_later(3600, Kept()).cancel()
        due.cancel()

    run_on_qt(run())

    assert Kept.alive == 0


def test_loop_that_is_closed_takes_no_more(run_on_qt: RunOnQt) -> None:
    async def run() -> asyncio.AbstractEventLoop:
        return asyncio.get_running_loop()

    loop = run_on_qt(run())

    for reach in (loop.call_soon, loop.call_soon_threadsafe):
        with pytest.raises(RuntimeError, match="closed"):
            reach(print)


def test_what_a_descriptor_was_ready_for_is_not_told_to_its_next_user(run_on_qt: RunOnQt) -> None:
    async def run() -> list[str]:
        loop, told = asyncio.get_running_loop(), list[str]()
        ours, theirs = pair()
        turn: asyncio.Future[None] = loop.create_future()

        def change() -> None:  # in the turn in which `first` is to be told
            loop.remove_reader(ours)
            ours.recv(100)
            loop.add_reader(ours, told.append, "next")
            loop.call_later(0.01, turn.set_result, None)

        other, far = pair()
        loop.add_reader(other, lambda: (loop.remove_reader(other), change()))
        loop.add_reader(ours, told.append, "first")
        far.send(b"now")
        theirs.send(b"now")
        await turn
        for sock in (ours, theirs, other, far):
            loop.remove_reader(sock)
            sock.close()
        return told

    assert "next" not in run_on_qt(run())


def test_debug_mode_tells_of_slow_handles(run_on_qt: RunOnQt, log_watch: LogWatch) -> None:
    async def run() -> None:
        loop = asyncio.get_running_loop()
        loop.set_debug(True)
        loop.slow_callback_duration = 0.01
        loop.call_soon(time.sleep, 0.02)
        await asyncio.sleep(0)
        loop.set_debug(False)

    log_watch.expect(r"Executing .* took 0\.\d+ seconds")

    run_on_qt(run())
