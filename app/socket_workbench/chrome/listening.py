"""The listening side of a TCP socket of the API, `sockets.tcpServer` and the legacy `socket`."""

from typing import Final, Protocol

from socket_workbench.chrome.acceptor import Acceptor, AcceptOwner
from socket_workbench.chrome.context import AppContext
from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import SocketError
from socket_workbench.net.events import Endpoint
from socket_workbench.net.listener import TcpListener, listen


class ListenOwner(AcceptOwner, Protocol):
    """Whose socket listens."""

    cause: str
    """Why the last operation failed, for the views."""


class Listening:
    """What one API socket listens on.

    Chromium does not keep scripts from listening twice. Then it goes on accepting where it
    listened first; the last port is the one it tells of, and connections there wait in the queue.
    """

    def __init__(self, context: AppContext, owner: ListenOwner) -> None:
        self._context: Final = context
        self._owner: Final = owner
        self.local: Endpoint | None = None
        """Where it listened last; until `close` also after a `listen` that failed."""
        self._acceptor: Acceptor | None = None
        self._last: TcpListener | None = None
        """Of the last of further `listen`s: occupies its port, nobody accepts."""
        self._has_lost_accept = False
        """A failed `listen` took an accept in flight along, which counts until `close`."""

    @property
    def is_open(self) -> bool:
        """Whether it listens anywhere."""
        return self._acceptor is not None

    @property
    def is_accepting(self) -> bool:
        """Whether an accept is in flight, or counts as such: another one fails."""
        acceptor = self._acceptor
        return self._has_lost_accept or (acceptor is not None and acceptor.is_accepting)

    def listen(self, at: Endpoint, backlog: int | None) -> None:
        """Listen at an address, as well as where it listens already.

        Raises:
            SocketError: As `net.listener.listen`. If it came to asking the kernel, nothing is
                listened on any more.
        """
        try:
            self._open(at, backlog)
        except SocketError as error:
            self._owner.cause = error.cause
            raise
        else:
            self._owner.cause = ""
        finally:
            self._context.touch()

    def _open(self, at: Endpoint, backlog: int | None) -> None:
        try:
            listener = listen(at.host, at.port, backlog)
        except SocketError:
            if parse_literal(at.host) is not None:
                self._lose()
            raise
        self.local = listener.local
        if self._acceptor is None:
            self._acceptor = Acceptor(self._context, listener, self._owner)
            return
        if self._last is not None:
            self._last.close()
        self._last = listener

    def start(self) -> None:
        """Accept the next connection; only when it is open and not accepting."""
        assert self._acceptor is not None
        self._acceptor.start()

    def close(self) -> None:
        """Listen no more, now."""
        if self._acceptor is not None:
            self._acceptor.close()
        if self._last is not None:
            self._last.close()
        self._acceptor = self._last = self.local = None
        self._has_lost_accept = False

    def _lose(self) -> None:
        local, has_lost_accept = self.local, self.is_accepting
        self.close()
        self.local, self._has_lost_accept = local, has_lost_accept
