"""The socket below a UDP socket of the API: options before binding, groups, sending.

`sockets.udp` and the legacy `socket` share it; they differ in how they read and what they answer.
"""

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from socket_workbench.chrome.calls import Call
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.peer_tally import PeerTally
from socket_workbench.chrome.tcp_link import Answer
from socket_workbench.net import udp
from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause

if TYPE_CHECKING:
    import asyncio

MAX_QUEUED: Final = 32
"""Sends that may wait for the kernel (net/…/udp_socket.cc, kMaxPendingSendRequests)."""
MAX_TTL: Final = 255


@dataclass(frozen=True, slots=True)
class _Send:
    call: Call[Any]
    data: bytes
    host: str
    port: int
    answer: Answer
    name: str


class UdpLink:
    """State of one UDP socket towards the network."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.socket: udp.UdpSocket | None = None
        self._ttl, self._loopback = 1, True
        self.receive_buffer_bytes = 0
        """Kernel buffer to ask for when binding; 0 leaves the system's."""
        self.peers = PeerTally()
        self._adapter, self._is_shared = "", False
        self._was_tried = False
        """A bind or connect has been attempted: the options above are fixed."""
        self._sends: deque[_Send] = deque()
        self._sender: asyncio.Task[None] | None = None
        self._dropped_before = 0

    def bind(self, address: str, port: int) -> udp.UdpSocket:
        """Bind to an IP literal.

        Raises:
            SocketError: It is bound or connected already, or what the net layer says.
        """
        self._check_unused()
        if parse_literal(address) is None:
            raise SocketError(ResultCode.INVALID_ARGUMENT, Cause.ARGUMENT)
        ttl, loopback = self._take_options()
        socket = udp.bind(address, port, ttl=ttl, loopback=loopback, shared=self._is_shared)
        return self._use(socket)

    def connect(self, address: str, port: int) -> udp.UdpSocket:
        """Send to, and hear, one peer only; `address` is a canonical IP literal.

        Raises:
            SocketError: It is bound or connected already, or what the net layer says.
        """
        self._check_unused()
        ttl, loopback = self._take_options()
        return self._use(udp.connect(address, port, ttl=ttl, loopback=loopback))

    def _take_options(self) -> tuple[int, bool]:
        """TTL and loopback for a socket; in Chromium the first attempt takes them along."""
        taken = self._ttl, self._loopback
        self._was_tried = True
        if self._context.is_chromium:
            self._ttl, self._loopback = 1, True
        return taken

    def _use(self, socket: udp.UdpSocket) -> udp.UdpSocket:
        try:
            if self.receive_buffer_bytes:
                socket.set_receive_buffer(self.receive_buffer_bytes)
            if self._adapter:
                socket.set_adapter(self._adapter)
        except SocketError:
            socket.close()
            raise
        self.socket, self._dropped_before = socket, 0
        return socket

    def _check_unused(self) -> None:
        if self.socket is not None:
            raise SocketError(ResultCode.CONNECTION_FAILED, Cause.STATE)

    def close(self) -> None:
        """Close now; groups are forgotten and sends that wait get no answer."""
        if self._sender is not None:
            self._sender.cancel()
            self._sender = None
        sends, self._sends = self._sends, deque()
        for send in sends:
            self._context.give_quota(len(send.data))
            if self._context.is_chromium:
                send.call.drop(Cause.LOCAL)
            else:
                send.answer(send.call, ResultCode.ABORTED, Cause.LOCAL)
        if self.socket is not None:
            self.socket.close()
        self.socket = None

    def set_ttl(self, ttl: int) -> None:
        """Hops of multicast datagrams, 0 to 255; before binding only.

        Raises:
            SocketError: Too late, or out of range.
        """
        self._check_options_open()
        if not 0 <= ttl <= MAX_TTL:
            raise SocketError(ResultCode.INVALID_ARGUMENT, Cause.ARGUMENT)
        self._ttl = ttl

    def set_loopback(self, *, enabled: bool) -> None:
        """Whether this host hears what is sent to groups; before binding only.

        Raises:
            SocketError: Too late.
        """
        self._check_options_open()
        self._loopback = enabled

    def set_shared(self, *, enabled: bool) -> None:
        """Whether others that say so too may bind the same port; before binding only.

        Raises:
            SocketError: Too late.
        """
        self._check_options_open()
        self._is_shared = enabled

    def set_adapter(self, adapter: str) -> None:
        """Let what is sent leave by an adapter, given by name or number; empty: any.

        Raises:
            SocketError: There is no such adapter, or the kernel refuses; told at `bind` before it.
        """
        if self.socket is not None:
            self.socket.set_adapter(adapter)
        self._adapter = adapter

    def change_multicast(self, *, ttl: int | None = None, loopback: bool | None = None) -> None:
        """As `set_ttl` and `set_loopback`, also after binding; `None` leaves one as it is.

        Raises:
            SocketError: Out of range, or the kernel refuses.
        """
        if ttl is not None and not 0 <= ttl <= MAX_TTL:
            raise SocketError(ResultCode.INVALID_ARGUMENT, Cause.ARGUMENT)
        if self.socket is not None:
            self.socket.set_multicast(ttl=ttl, loopback=loopback)
        self._ttl = self._ttl if ttl is None else ttl
        self._loopback = self._loopback if loopback is None else loopback

    def _check_options_open(self) -> None:
        if self._was_tried:
            raise SocketError(ResultCode.SOCKET_IS_CONNECTED, Cause.STATE)

    def set_broadcast(self, *, enabled: bool) -> None:
        """Allow sending to broadcast addresses; after binding only.

        Raises:
            SocketError: Not bound, or the kernel refuses.
        """
        if self.socket is None:
            raise SocketError(ResultCode.SOCKET_NOT_CONNECTED, Cause.STATE)
        self.socket.set_broadcast(enable=enabled)

    @property
    def groups(self) -> list[str]:
        """Joined groups in order of joining."""
        return [] if self.socket is None else self.socket.groups

    def join(self, address: str, adapter: str = "") -> None:
        """Join a group; `adapter` as in `UdpSocket.join`, empty: the kernel chooses.

        Raises:
            SocketError: No literal, joined already, not bound (connected is not enough), or what
                the net layer says.
        """
        group = parse_literal(address)
        if group is None or group in self.groups:
            raise SocketError(ResultCode.ADDRESS_INVALID, Cause.ARGUMENT)
        if self.socket is None or self.socket.peer is not None:
            raise SocketError(ResultCode.UNEXPECTED, Cause.STATE)
        self.socket.join(group, adapter or None)

    def leave(self, address: str) -> None:
        """Leave a group.

        Raises:
            SocketError: No literal, or not joined.
        """
        group = parse_literal(address)
        if group is None or self.socket is None or group not in self.socket.groups:
            raise SocketError(ResultCode.ADDRESS_INVALID, Cause.ARGUMENT)
        self.socket.leave(group)

    def send(
        self,
        call: Call[Any],
        data: bytes,
        host: str,
        port: int,
        answer: Answer,
        *,
        name: str = "",
    ) -> None:
        """Send a datagram to an IP literal; `answer` gets its length or a code.

        The caller has taken the quota, which is given back here, and looked at the state. `name`
        is what the caller's user wrote for `host`.
        """
        send = _Send(call, data, host, port, answer, name)
        if self.socket is None:
            self._end(send, ResultCode.SOCKET_NOT_CONNECTED, Cause.STATE)
            return
        try:
            if not self._sends and self.socket.send_now(data, host, port):
                self._end(send, len(data), Cause.NONE)
                return
        except SocketError as error:
            self._end(send, error.code, error.cause)
            return
        self._queue(send, self.socket)

    def _queue(self, send: _Send, socket: udp.UdpSocket) -> None:
        if len(self._sends) >= MAX_QUEUED:
            self._end(send, ResultCode.INSUFFICIENT_RESOURCES, Cause.STATE)
            return
        self._sends.append(send)
        if self._sender is None:
            self._sender = self._context.scope.spawn(self._send_queued(socket), name="udp send")

    async def _send_queued(self, socket: udp.UdpSocket) -> None:
        while self._sends:
            send = self._sends[0]
            outcome, cause = len(send.data), str(Cause.NONE)
            try:
                await socket.send(send.data, send.host, send.port)
            except SocketError as error:
                outcome, cause = int(error.code), error.cause
            self._sends.popleft()
            self._end(send, outcome, cause)
        self._sender = None

    def _end(self, send: _Send, outcome: int, cause: str) -> None:
        self._context.give_quota(len(send.data))
        if outcome >= 0:
            self.peers.sent(send.host, send.port, len(send.data), send.name)
        send.answer(send.call, outcome, cause)

    def newly_dropped(self) -> int:
        """Datagrams that the kernel dropped since this was asked last; 0 where unknown."""
        dropped = None if self.socket is None else self.socket.dropped
        if dropped is None:
            return 0
        before, self._dropped_before = self._dropped_before, dropped
        return dropped - before
