"""The loop under asyncio's socket calls, where descriptors are used again at once."""

import asyncio
import os
import socket

from support.qt_run import RunOnQt


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
