"""A UDP socket of the legacy `chrome.socket`: bound or connected, not both."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from socket_workbench.capture.records import Direction, SocketIdentity
from socket_workbench.chrome.calls import Call
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.legacy_tcp import add_local, add_peer, read_failure
from socket_workbench.chrome.namespace import ApiSocket
from socket_workbench.chrome.records import endpoint_text, to_json
from socket_workbench.chrome.types import LegacySocketInfo, ReadInfo, RecvFromInfo
from socket_workbench.chrome.udp_link import UdpLink
from socket_workbench.net.addresses import canonical
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.udp import UdpSocket


def receive_failure(code: int) -> RecvFromInfo:
    """Result of a `recvFrom` that brings nothing."""
    return {"resultCode": int(code), "data": b"", "address": "", "port": 0}


@dataclass(frozen=True, slots=True)
class _Receive:
    call: Call[Any]
    task: asyncio.Task[None]
    with_sender: bool


class LegacyUdp(ApiSocket):
    """One UDP socket of `socket`."""

    kind = "udp"

    def __init__(self, context: AppContext, identity: SocketIdentity) -> None:
        super().__init__(context, identity)
        self.link = UdpLink(context)
        self._receive: _Receive | None = None

    @property
    def is_connected(self) -> bool:
        """Whether it has a peer."""
        return self.link.socket is not None and self.link.socket.peer is not None

    @property
    def is_bound(self) -> bool:
        """Whether it is bound and has no peer."""
        return self.link.socket is not None and self.link.socket.peer is None

    @override
    def info(self) -> LegacySocketInfo:
        info: LegacySocketInfo = {"socketType": "udp", "connected": self.is_connected}
        if self.link.socket is not None:
            add_local(info, self.link.socket.local)
            add_peer(info, self.link.socket.peer)
        return info

    def connect(self, address: str, port: int) -> None:
        """Set the peer.

        Raises:
            SocketError: As `UdpLink.connect`.
        """
        peer = self.link.connect(address, port).peer
        assert peer is not None
        self.peer_text, self.cause = endpoint_text(peer.host, peer.port), ""
        self._context.touch()

    def read(self, call: Call[ReadInfo], size: int) -> None:
        """Wait for a datagram from the peer."""
        refusal = self._refusal(size, is_ready=self.is_connected, with_sender=False)
        if refusal is not None:
            call.finish(read_failure(refusal), cause=Cause.STATE)
        else:
            self._start(call, size, with_sender=False)

    def receive_from(self, call: Call[RecvFromInfo], size: int) -> None:
        """Wait for a datagram from anybody."""
        refusal = self._refusal(size, is_ready=self.is_bound, with_sender=True)
        if refusal is not None:
            call.finish(receive_failure(refusal), cause=Cause.STATE)
        else:
            self._start(call, size, with_sender=True)

    def _refusal(self, size: int, *, is_ready: bool, with_sender: bool) -> ResultCode | None:
        if self._receive is not None and self._receive.with_sender is with_sender:
            return ResultCode.IO_PENDING
        if size < 0:
            return ResultCode.INVALID_ARGUMENT
        return None if is_ready else ResultCode.SOCKET_NOT_CONNECTED

    def _start(self, call: Call[Any], size: int, *, with_sender: bool) -> None:
        assert self.link.socket is not None
        work = self._do_receive(call, self.link.socket, size, with_sender)
        task = self._context.scope.spawn(work, name=f"receive {self.id}")
        self._receive = _Receive(call, task, with_sender)

    async def _do_receive(
        self, call: Call[Any], socket: UdpSocket, size: int, with_sender: bool
    ) -> None:
        try:
            data, sender = await socket.receive(size)
        except SocketError as error:
            self._receive, self.cause = None, error.cause
            self._context.touch()
            failure = receive_failure(error.code) if with_sender else read_failure(error.code)
            call.finish(failure, cause=error.cause)
            return
        self._receive = None
        address, port = canonical(sender[0]), sender[1]
        self._record(data, address, port)
        info: dict[str, Any] = {"resultCode": len(data), "data": data}
        if with_sender:
            info |= {"address": address, "port": port}
        call.finish(info)

    def _record(self, data: bytes, address: str, port: int) -> None:
        members = {"socketId": self.id, "address": address, "port": port}
        self._context.capture.event(
            self.key,
            "socket.recvFrom" if self.is_bound else "socket.read",
            at_ns=time.monotonic_ns(),
            arguments=to_json(members),
            peer=endpoint_text(address, port),
            data=data,
            direction=Direction.IN,
        )

    def disconnect(self) -> None:
        """Chromium closes the socket; its documentation says that nothing happens."""
        if self._context.is_chromium:
            self.shut()

    @override
    def shut(self) -> bool:
        """Close: a `recvFrom` in flight gets -100, a `read` no answer."""
        receive, self._receive = self._receive, None
        if receive is not None:
            receive.task.cancel()
            if receive.with_sender:
                failure = receive_failure(ResultCode.CONNECTION_CLOSED)
                receive.call.finish(failure, cause=Cause.LOCAL)
            else:
                aborted = read_failure(ResultCode.ABORTED)
                self._context.abandon(receive.call, aborted, cause=Cause.LOCAL)
        self.link.close()
        self._context.touch()
        return False
