"""`chrome.sockets.udp`: datagrams, broadcast and multicast."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from typing_extensions import override

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.answers import answer_code
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.errors import (
    APP_PERMISSION_DENIED,
    QUOTA_EXCEEDED,
    SOCKET_NOT_FOUND,
)
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.namespace import api_method
from socket_workbench.chrome.permissions import Operation
from socket_workbench.chrome.sockets import SocketsNamespace
from socket_workbench.chrome.types import (
    ErrorInfo,
    QueryType,
    SendInfo,
    UdpReceiveInfo,
    UdpSocketInfo,
)
from socket_workbench.chrome.udp_socket import UdpApiSocket, UdpEvents
from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.resolve import Family, resolve, resolve_now


@dataclass(frozen=True, slots=True)
class _NamedSend:
    """A datagram for a host whose address has to be found."""

    call: Call[SendInfo]
    socket: UdpApiSocket
    data: bytes
    peer: Endpoint

    def to(self, address: str) -> None:
        """Send it to the address that was found."""
        answer, peer = self.socket.answer_send, self.peer
        self.socket.link.send(self.call, self.data, address, peer.port, answer, name=peer.host)


class SocketsUdp(SocketsNamespace[UdpApiSocket, UdpSocketInfo]):
    """`chrome.sockets.udp`: same names, defaults, codes and texts."""

    name: ClassVar[str] = "sockets.udp"
    DnsQueryType: ClassVar[Mapping[str, str]] = {"ANY": "any", "IPV4": "ipv4", "IPV6": "ipv6"}

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.onReceive = ChromeEvent[UdpReceiveInfo]("sockets.udp.onReceive")
        self.onReceiveError = ChromeEvent[ErrorInfo]("sockets.udp.onReceiveError")
        self._events = UdpEvents(self.onReceive, self.onReceiveError)

    @override
    def _make(self, identity: SocketIdentity, values: Sequence[Any]) -> UdpApiSocket:
        return UdpApiSocket(self._context, identity, self._events)

    @override
    def _info(self, socket: UdpApiSocket) -> UdpSocketInfo:
        return socket.info()

    @api_method
    def bind(
        self, call: Call[int], socketId: int, address: str, port: int, callback: Callback = None
    ) -> None:
        """Bind to an IP literal; port 0 picks one. 0 or a net error code."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        port %= 65536
        if self._may(call, Operation.UDP_BIND, address, port):
            self.attempt(call, socket, lambda: socket.bind(address, port))
            socket.resume()

    def _may(self, call: Call[int] | Call[SendInfo], *asked: *tuple[Operation, str, int]) -> bool:
        if self._context.manifest.allows(*asked):
            return True
        call.fail(APP_PERMISSION_DENIED, cause=Cause.PERMISSION)
        return False

    def attempt(self, call: Call[int], socket: UdpApiSocket, work: Callable[[], None]) -> None:
        """Answer 0, or the code of the error that `work` raises."""
        try:
            work()
        except SocketError as error:
            socket.cause = error.cause
            answer_code(call, error.code, error.cause)
        else:
            call.finish(0)
        self._context.touch()  # joined groups and the last cause are on show

    @api_method
    def send(
        self,
        call: Call[SendInfo],
        socketId: int,
        data: bytes,
        address: str,
        port: int,
        dnsQueryType: QueryType | None = None,
        callback: Callback = None,
    ) -> None:
        """Send a datagram, possibly empty; a refusal is a negative `resultCode`."""
        if not self._context.take_quota(len(data)):
            call.fail(QUOTA_EXCEEDED)
            return
        peer, family = Endpoint(address, port % 65536), Family(dnsQueryType or "any")
        socket = self.sockets.get(socketId)
        if socket is None:
            self._context.give_quota(len(data))
            call.fail(SOCKET_NOT_FOUND)
        elif not self._may(call, Operation.UDP_SEND, peer.host, peer.port):
            self._context.give_quota(len(data))
        elif family is Family.ANY and (literal := parse_literal(address)) is not None:
            socket.link.send(call, data, literal, peer.port, socket.answer_send, name=address)
        else:
            self._send_to_name(_NamedSend(call, socket, data, peer), family)

    def _send_to_name(self, send: _NamedSend, family: Family) -> None:
        """Use the name's first address: at once, in the order of calls, where it is known."""
        try:
            addresses = resolve_now(send.peer.host, family)
        except SocketError as error:
            self._give_up(send, error)
            return
        if addresses is None:
            work = self._look_up_and_send(send, family)
            self._context.scope.spawn(work, name=f"send udp {send.socket.id}")
        else:
            send.to(addresses[0])

    async def _look_up_and_send(self, send: _NamedSend, family: Family) -> None:
        try:
            addresses = await resolve(send.peer.host, family)
        except SocketError as error:
            self._give_up(send, error)
            return
        if self.sockets.get(send.socket.id) is not send.socket:
            self._context.give_quota(len(send.data))
            send.call.fail(SOCKET_NOT_FOUND, cause=Cause.LOCAL)
        else:
            send.to(addresses[0])

    def _give_up(self, send: _NamedSend, error: SocketError) -> None:
        self._context.give_quota(len(send.data))
        send.socket.answer_send(send.call, error.code, error.cause)

    @api_method
    def joinGroup(
        self, call: Call[int], socketId: int, address: str, callback: Callback = None
    ) -> None:
        """Join a multicast group on the kernel's default adapter for it."""
        socket = self._find(call, socketId)
        if socket is not None and self._may(call, Operation.MULTICAST, "", 0):
            self.attempt(call, socket, lambda: socket.link.join(address))

    @api_method
    def leaveGroup(
        self, call: Call[int], socketId: int, address: str, callback: Callback = None
    ) -> None:
        """Leave a multicast group."""
        socket = self._find(call, socketId)
        if socket is not None and self._may(call, Operation.MULTICAST, "", 0):
            self.attempt(call, socket, lambda: socket.link.leave(address))

    @api_method
    def setMulticastTimeToLive(
        self, call: Call[int], socketId: int, ttl: int, callback: Callback = None
    ) -> None:
        """Set the hops of multicast datagrams, before binding."""
        socket = self._find(call, socketId)
        if socket is not None:
            self.attempt(call, socket, lambda: socket.link.set_ttl(ttl))

    @api_method
    def setMulticastLoopbackMode(
        self, call: Call[int], socketId: int, enabled: bool, callback: Callback = None
    ) -> None:
        """Set whether this host hears what is sent to groups, before binding."""
        socket = self._find(call, socketId)
        if socket is not None:
            self.attempt(call, socket, lambda: socket.link.set_loopback(enabled=enabled))

    @api_method
    def getJoinedGroups(
        self, call: Call[list[str]], socketId: int, callback: Callback = None
    ) -> None:
        """Joined groups in canonical form, in order of joining."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        if not self._context.manifest.allows(Operation.MULTICAST):
            call.fail(APP_PERMISSION_DENIED, cause=Cause.PERMISSION)
            return
        call.finish(socket.link.groups)

    @api_method
    def setBroadcast(
        self, call: Call[int], socketId: int, enabled: bool, callback: Callback = None
    ) -> None:
        """Allow sending to broadcast addresses, after binding."""
        socket = self._find(call, socketId)
        if socket is not None:
            self.attempt(call, socket, lambda: socket.link.set_broadcast(enabled=enabled))
