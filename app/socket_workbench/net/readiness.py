"""Waiting until a socket has something to read, without taking it."""

import asyncio
import socket
from weakref import WeakKeyDictionary

_waiting: WeakKeyDictionary[socket.socket, asyncio.Future[None]] = WeakKeyDictionary()
"""Who waits for each socket; a later one takes the place of one that was cancelled."""


async def wait_readable(sock: socket.socket) -> bool:
    """Wait until reading or accepting would not block.

    `loop.sock_recv` and `sock_accept` lose what they got when they are cancelled in the very
    moment in which it comes; nothing is taken here, so nothing can be lost.

    Returns:
        False where the loop cannot watch sockets (Windows' proactor); use `loop.sock_*` there.
    """
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()
    descriptor = sock.fileno()  # qasync finds nothing by the object
    try:
        loop.add_reader(descriptor, _settle, ready)
    except NotImplementedError:
        return False
    _waiting[sock] = ready
    try:
        await ready
    finally:
        # The socket may be closed by now, or somebody else's turn to wait.
        if _waiting.get(sock) is ready:
            del _waiting[sock]
            loop.remove_reader(descriptor)
    return True


def stop_watching(sock: socket.socket) -> None:
    """Forget what the loop watches on an open socket.

    To be called before closing: an entry left behind would fire for the next socket that gets the
    same descriptor.
    """
    _waiting.pop(sock, None)
    loop = asyncio.get_running_loop()
    descriptor = sock.fileno()
    try:
        loop.remove_reader(descriptor)
        loop.remove_writer(descriptor)
    except NotImplementedError:
        pass  # Windows' proactor watches operations, not descriptors


def _settle(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)
