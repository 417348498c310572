"""One socket of `chrome.sockets.udp`: its properties and what it receives."""

import time
from dataclasses import dataclass

from typing_extensions import override

from socket_workbench.capture.records import Direction, SocketIdentity
from socket_workbench.chrome.answers import answer_send
from socket_workbench.chrome.calls import Call
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.peer_tally import PeerTraffic
from socket_workbench.chrome.records import endpoint_text, to_json
from socket_workbench.chrome.sockets import PausableSocket
from socket_workbench.chrome.types import (
    ErrorInfo,
    SendInfo,
    SocketProperties,
    UdpReceiveInfo,
    UdpSocketInfo,
)
from socket_workbench.chrome.udp_link import UdpLink
from socket_workbench.chrome.udp_reader import UdpReader
from socket_workbench.net.addresses import canonical
from socket_workbench.net.errors import ResultCode, SocketError

_KNOWN_SENDERS = 4096
"""After so many the texts are made anew; a flood from forged addresses must not fill memory."""


@dataclass(frozen=True, slots=True)
class UdpEvents:
    """The events of the namespace."""

    on_receive: ChromeEvent[UdpReceiveInfo]
    on_receive_error: ChromeEvent[ErrorInfo]


@dataclass(frozen=True, slots=True)
class _Sender:
    address: str
    port: int
    text: str
    arguments: str
    traffic: PeerTraffic


class UdpApiSocket(PausableSocket):
    """One socket of `sockets.udp`."""

    def __init__(self, context: AppContext, identity: SocketIdentity, events: UdpEvents) -> None:
        super().__init__(context, identity)
        self._events = events
        self.link = UdpLink(context)
        self.buffer_size = 0
        self.dropped = 0
        """Datagrams that the kernel dropped since the socket was bound, as far as was noticed."""
        self._reader: UdpReader | None = None
        self._senders: dict[tuple[str, int], _Sender] = {}

    @override
    def update(self, properties: SocketProperties) -> None:
        self.buffer_size = properties.get("bufferSize", self.buffer_size)
        super().update(properties)

    @override
    def info(self) -> UdpSocketInfo:
        info: UdpSocketInfo = {
            "socketId": self.id,
            "persistent": self.persistent,
            "paused": self.paused,
        }
        if self.name:
            info["name"] = self.name
        if self.buffer_size > 0:
            info["bufferSize"] = self.buffer_size
        if self.link.socket is not None:
            local = self.link.socket.local
            info["localAddress"], info["localPort"] = local.host, local.port
        return info

    def bind(self, address: str, port: int) -> None:
        """Bind; reading starts with `resume`.

        Raises:
            SocketError: As `UdpLink.bind`.
        """
        socket = self.link.bind(address, port)
        self._reader = UdpReader(self._context, socket, self)
        self.cause = ""
        self._context.touch()

    def resume(self) -> None:
        """Start a receive if the socket is bound and not paused."""
        if self._reader is not None and not self.paused:
            self._reader.start()

    @override
    def set_paused(self, *, paused: bool) -> None:
        """Change the flag; a receive in flight is not cancelled."""
        self.paused = paused
        self._context.touch()
        self.resume()

    def received(self, data: bytes, sender: tuple[str, int], at_ns: int) -> None:
        known = self._senders.get(sender) or self._sender(sender)
        known.traffic.datagrams_in += 1
        known.traffic.bytes_in += len(data)
        self._context.capture.event(
            self.key,
            "sockets.udp.onReceive",
            at_ns=at_ns,
            arguments=known.arguments,
            peer=known.text,
            data=data,
            direction=Direction.IN,
        )
        self._context.emit(
            self._events.on_receive,
            {
                "socketId": self.id,
                "data": data,
                "remoteAddress": known.address,
                "remotePort": known.port,
            },
        )

    def answer_send(self, call: Call[SendInfo], outcome: int, cause: str) -> None:
        """End a `send`: `outcome` is the number of bytes, or a net error code."""
        if outcome < 0:
            self.cause = cause
            self._context.touch()
        answer_send(call, outcome, cause)

    def _sender(self, sender: tuple[str, int]) -> _Sender:
        if len(self._senders) >= _KNOWN_SENDERS:
            self._senders.clear()
        address, port = canonical(sender[0]), sender[1]
        members = {"socketId": self.id, "remoteAddress": address, "remotePort": port}
        text, traffic = endpoint_text(address, port), self.link.peers.peer(address, port)
        known = _Sender(address, port, text, to_json(members), traffic)
        self._senders[sender] = known
        return known

    def receive_failed(self, error: SocketError, at_ns: int) -> None:
        is_lost_datagram = error.code is ResultCode.MSG_TOO_BIG
        if self._context.is_chromium or not is_lost_datagram:
            self.paused = True
            if self._reader is not None:
                self._reader.stop()
        self.cause = error.cause
        self._context.touch()
        info: ErrorInfo = {"socketId": self.id, "resultCode": int(error.code)}
        self._context.record_event(
            self.key, self._events.on_receive_error, info, at_ns=at_ns, cause=error.cause
        )

    def drained(self) -> None:
        """Look how many datagrams the kernel had no room for, and note them."""
        count = self.link.newly_dropped()
        if count:
            self.dropped += count
            self._context.dropped_datagrams += count
            self._context.capture.note(
                "workbench.udp.dropped",
                at_ns=time.monotonic_ns(),
                arguments=to_json({"dropped": count, "total": self.dropped}),
                key=self.key,
            )

    @override
    def shut(self) -> bool:
        self.drained()
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
        self.link.close()
        self._context.touch()
        return False
