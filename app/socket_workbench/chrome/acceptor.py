"""Accepts connections the way Chromium's extension code does: one accept in flight at a time."""

import asyncio
import ssl
import time
from typing import Final, Protocol

from socket_workbench.chrome.context import AppContext, Pace
from socket_workbench.net.errors import SocketError
from socket_workbench.net.listener import TcpListener
from socket_workbench.net.tcp import Stream
from socket_workbench.net.tls import secure_server

ACCEPT_COST: Final = 4096
"""What one connection takes of a turn's budget of bytes."""


class AcceptOwner(Protocol):
    """Whose listener accepts."""

    paused: bool
    """No further accept starts while this is true; the one in flight goes on."""
    tls: ssl.SSLContext | None
    """Settings of a TLS server: connections are told when they have shaken hands."""

    def accepted(self, stream: Stream, at_ns: int) -> None:
        """A connection came, `time.monotonic_ns` at the accept."""
        ...

    def accept_failed(self, error: SocketError, at_ns: int) -> None:
        """Accepting is over."""
        ...

    def handshake_failed(self, stream: Stream, error: SocketError, at_ns: int) -> None:
        """A client did not become a TLS client; its connection is closed."""
        ...


class Acceptor:
    """The accepts of one listener."""

    def __init__(self, context: AppContext, listener: TcpListener, owner: AcceptOwner) -> None:
        self._context, self.listener, self._owner = context, listener, owner
        self.is_accepting = False
        """Whether an accept is in flight."""
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start an accept unless one is in flight."""
        self.is_accepting = True
        if self._task is None:
            self._task = self._context.scope.spawn(self._run(), name="accept")

    def close(self) -> None:
        """Accept no more and stop listening, now."""
        self.is_accepting = False
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
        self.listener.close()

    async def _run(self) -> None:
        await asyncio.sleep(0)  # whoever awaits the call that led here may add listeners first
        pace = Pace(self._context)
        try:
            while self.is_accepting:
                await pace.spend(ACCEPT_COST)
                stream = await self.listener.accept()
                self.is_accepting = not self._owner.paused
                self._hand_over(stream, time.monotonic_ns())
        except SocketError as error:
            self.is_accepting = False
            self._owner.accept_failed(error, time.monotonic_ns())
        finally:
            self._task = None

    def _hand_over(self, stream: Stream, at_ns: int) -> None:
        context = self._owner.tls
        if context is None:
            self._owner.accepted(stream, at_ns)
        else:
            self._context.scope.spawn(self._secure(stream, context, at_ns), name="tls accept")

    async def _secure(self, plain: Stream, context: ssl.SSLContext, at_ns: int) -> None:
        try:
            stream = await secure_server(plain, context)
        except SocketError as error:
            self._owner.handshake_failed(plain, error, at_ns)
        else:
            self._owner.accepted(stream, at_ns)
