"""Watches a socket from a thread, for loops that cannot: Windows' proactor, and Qt's there."""

import asyncio
import select
import socket
import threading
from collections.abc import Callable
from contextlib import suppress


class ThreadWatch:
    """Calls back on the loop when a socket is readable, or writable while that is wanted.

    After a call the socket is looked at again only when the callback has returned.
    """

    def __init__(
        self,
        sock: socket.socket,
        on_readable: Callable[[], None],
        on_writable: Callable[[], None],
    ) -> None:
        self._socket = sock
        self._on_readable, self._on_writable = on_readable, on_writable
        self._loop = asyncio.get_running_loop()
        self._reads, self._writes, self._is_closed = True, False, False
        self._bell, self._ear = socket.socketpair()
        self._thread = threading.Thread(target=self._watch, name="script channel", daemon=True)
        self._thread.start()

    def set_writing(self, *, writes: bool) -> None:
        """Say whether it matters that the socket takes more."""
        self._writes = writes
        self._ring()

    def close(self) -> None:
        """Watch no more; to be called before the socket is closed."""
        self._is_closed = True
        self._ring()
        self._thread.join()
        self._bell.close()
        self._ear.close()

    def _ring(self) -> None:
        self._bell.send(b"!")

    def _watch(self) -> None:
        while not self._is_closed:
            readers = [self._ear, *([self._socket] if self._reads else [])]
            readable, writable, _ = select.select(
                readers, [self._socket] if self._writes else [], []
            )
            if self._ear in readable:
                self._ear.recv(64)
            if self._is_closed:
                return
            with suppress(RuntimeError):  # the loop may be closed by now
                if self._socket in readable:
                    self._reads = False
                    self._loop.call_soon_threadsafe(self._readable)
                if writable:
                    self._writes = False
                    self._loop.call_soon_threadsafe(self._writable)

    def _readable(self) -> None:
        if not self._is_closed:
            self._on_readable()
        if not self._is_closed:
            self._reads = True
            self._ring()

    def _writable(self) -> None:
        if not self._is_closed:
            self._on_writable()
