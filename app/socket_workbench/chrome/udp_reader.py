"""Reads datagrams the way Chromium's extension code does: one receive in flight at a time."""

import asyncio
import time
from typing import Final, Protocol

from socket_workbench.chrome.context import AppContext, Pace
from socket_workbench.net.errors import SocketError
from socket_workbench.net.udp import UdpSocket

DEFAULT_BUFFER_BYTES: Final = 4096
TURN_DATAGRAMS: Final = 64
"""Looked at together; after each such batch it is asked whether the turn is over."""
BUDGET_DATAGRAMS: Final = 1024
"""Of one turn; most turns end by the clock before."""


class DatagramOwner(Protocol):
    """Whose datagrams are read."""

    paused: bool
    """No further receive starts while this is true; the one in flight goes on."""
    buffer_size: int
    """Limit of one datagram in bytes as its receive starts; 0 is the default."""

    def received(self, data: bytes, sender: tuple[str, int], at_ns: int) -> None:
        """A datagram came; `sender` as the kernel writes it, `time.monotonic_ns` at the read."""
        ...

    def receive_failed(self, error: SocketError, at_ns: int) -> None:
        """A datagram was lost, or the socket is broken."""
        ...

    def drained(self) -> None:
        """Everything that was there has been read, or a turn is over."""
        ...


class UdpReader:
    """The receives of one bound socket."""

    def __init__(self, context: AppContext, socket: UdpSocket, owner: DatagramOwner) -> None:
        self._context, self._socket, self._owner = context, socket, owner
        self._is_reading = False
        self._size = 0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start a receive unless one is in flight."""
        if self._is_reading:
            return
        self._begin()
        if self._task is None:
            self._task = self._context.scope.spawn(self._run(), name="udp read")

    def stop(self) -> None:
        """Read no more, now."""
        self._is_reading = False
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()

    def _begin(self) -> None:
        self._is_reading = True
        size = self._owner.buffer_size
        self._size = size if size > 0 else DEFAULT_BUFFER_BYTES

    async def _run(self) -> None:
        await asyncio.sleep(0)  # whoever awaits the call that led here may add listeners first
        pace = Pace(self._context, BUDGET_DATAGRAMS)
        try:
            while self._is_reading:
                await self._turn()
                await pace.spend(TURN_DATAGRAMS)
        finally:
            self._task = None

    async def _turn(self) -> None:
        """Read what is there, at most one turn's worth; wait if there is nothing."""
        for _ in range(TURN_DATAGRAMS):
            try:
                datagram = self._socket.receive_now(self._size)
                if datagram is None:
                    self._owner.drained()
                    datagram = await self._socket.receive(self._size)
            except SocketError as error:
                self._next()
                self._owner.receive_failed(error, time.monotonic_ns())
            else:
                self._next()
                self._owner.received(*datagram, time.monotonic_ns())
            if not self._is_reading:
                return
        self._owner.drained()

    def _next(self) -> None:
        """The next receive is in flight before listeners run."""
        if self._owner.paused:
            self._is_reading = False
        else:
            self._begin()
