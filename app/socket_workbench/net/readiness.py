"""Waiting for what a socket has to read, without losing it and without waking for nothing."""

import asyncio
import socket
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class ReadWatch(Generic[T]):
    """Waits on behalf of one socket: for one waiter at a time, or for one listener that stays.

    `loop.sock_recv` and `sock_accept` lose what they got when they are cancelled in the very
    moment in which it comes, and they register anew each time, which costs more than the read.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._attempt: Callable[[], T] | None = None
        self._waiter: asyncio.Future[T] | None = None
        self._listener: Callable[[], None] | None = None
        self._is_watching = False
        self.kept: T | None = None
        """What came for a waiter that was cancelled in that moment; belongs to the next read."""

    def tell(self, listener: Callable[[], None] | None) -> bool:
        """Call `listener` again and again while there is something to read; `None` ends that.

        The cheaper way for who reads on and on: no task, no future. False, and nothing is called,
        when the loop cannot watch sockets (Windows' proactor).
        """
        self._listener = listener
        return listener is None or self._watch()

    async def next(self, attempt: Callable[[], T]) -> T:
        """Wait until `attempt()`, a non-blocking read or accept, gives something.

        Raises:
            OSError: What `attempt` raised, except `BlockingIOError`.
            NotImplementedError: The loop cannot watch sockets.
        """
        waiter: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiter, self._attempt, self._listener = waiter, attempt, None
        if not self._watch():
            raise NotImplementedError
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self.kept = waiter.result()
            raise

    def _watch(self) -> bool:
        if not self._is_watching:
            try:
                # By number: qasync finds nothing again by the object.
                asyncio.get_running_loop().add_reader(self._socket.fileno(), self._on_readable)
            except NotImplementedError:
                return False
            self._is_watching = True
        return True

    def _on_readable(self) -> None:
        if self._listener is not None:
            self._listener()
            return
        waiter, attempt = self._waiter, self._attempt
        if waiter is None or attempt is None or waiter.done():
            # Nobody waits: stop, or this fires for ever. The next waiter registers again.
            self._is_watching = False
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            return
        try:
            result = attempt()
        except BlockingIOError:
            return
        except OSError as error:
            waiter.set_exception(error)
        else:
            waiter.set_result(result)


def stop_watching(sock: socket.socket) -> None:
    """Forget what the loop watches on an open socket.

    To be called before closing: an entry left behind would fire for the next socket that gets the
    same descriptor.
    """
    loop, descriptor = asyncio.get_running_loop(), sock.fileno()
    try:
        loop.remove_reader(descriptor)
        loop.remove_writer(descriptor)
    except NotImplementedError:
        pass  # Windows' proactor watches operations, not descriptors
