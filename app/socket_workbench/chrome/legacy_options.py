"""The calls of the legacy `chrome.socket` that set options and join groups."""

from collections.abc import Callable
from typing import Any

from socket_workbench.chrome.answers import answer_code
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.errors import APP_PERMISSION_DENIED
from socket_workbench.chrome.legacy_tcp import LegacyTcp
from socket_workbench.chrome.legacy_udp import LegacyUdp
from socket_workbench.chrome.namespace import SocketNamespace, api_method
from socket_workbench.chrome.permissions import Operation
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause

NOT_FOUND = int(ResultCode.IO_PENDING)
"""Chromium's -1, which says here that there is no such socket, or no permission."""


class LegacyOptions(SocketNamespace[LegacyTcp | LegacyUdp]):
    """Options and groups; `Socket` adds the rest."""

    @api_method
    def setKeepAlive(
        self,
        call: Call[bool],
        socketId: int,
        enable: bool,
        delay: int | None = None,
        callback: Callback = None,
    ) -> None:
        """Switch keep-alive of a TCP connection; whether that worked."""
        self._set_option(
            call,
            socketId,
            lambda socket: socket.link.set_keep_alive(enable=enable, delay_s=delay or 0),
        )

    @api_method
    def setNoDelay(
        self, call: Call[bool], socketId: int, noDelay: bool, callback: Callback = None
    ) -> None:
        """Switch Nagle's algorithm of a TCP connection; whether that worked."""
        self._set_option(call, socketId, lambda socket: socket.link.set_no_delay(enable=noDelay))

    def _set_option(
        self, call: Call[bool], socket_id: int, work: Callable[[LegacyTcp], None]
    ) -> None:
        socket = self._find(call, socket_id, False)
        if isinstance(socket, LegacyUdp):
            call.finish(False, cause=Cause.STATE)
        elif socket is not None:
            try:
                work(socket)
            except SocketError as error:
                call.finish(False, cause=error.cause)
            else:
                call.finish(True)

    @api_method
    def joinGroup(
        self, call: Call[int], socketId: int, address: str, callback: Callback = None
    ) -> None:
        """Join a multicast group; 0 or a net error code."""
        socket = self._find_multicast(call, socketId, needs_permission=True)
        if socket is not None:
            attempt(call, socket, lambda: socket.link.join(address))
            self._context.touch()  # joined groups are on show

    @api_method
    def leaveGroup(
        self, call: Call[int], socketId: int, address: str, callback: Callback = None
    ) -> None:
        """Leave a multicast group; 0 or a net error code."""
        socket = self._find_multicast(call, socketId, needs_permission=True)
        if socket is not None:
            attempt(call, socket, lambda: socket.link.leave(address))
            self._context.touch()

    @api_method
    def setMulticastTimeToLive(
        self, call: Call[int], socketId: int, ttl: int, callback: Callback = None
    ) -> None:
        """Set the hops of multicast datagrams, before binding; 0 or a net error code."""
        socket = self._find_multicast(call, socketId, needs_permission=False)
        if socket is not None:
            attempt(call, socket, lambda: socket.link.set_ttl(ttl))

    @api_method
    def setMulticastLoopbackMode(
        self, call: Call[int], socketId: int, enabled: bool, callback: Callback = None
    ) -> None:
        """Set whether this host hears what is sent to groups, before binding."""
        socket = self._find_multicast(call, socketId, needs_permission=False)
        if socket is not None:
            attempt(call, socket, lambda: socket.link.set_loopback(enabled=enabled))

    @api_method
    def getJoinedGroups(
        self, call: Call[list[str]], socketId: int, callback: Callback = None
    ) -> None:
        """Joined groups in canonical form, in order of joining."""
        socket = self._find_multicast(call, socketId, needs_permission=True)
        if socket is not None:
            call.finish(socket.link.groups)

    def _find_multicast(
        self, call: Call[Any], socket_id: int, *, needs_permission: bool
    ) -> LegacyUdp | None:
        """The UDP socket; `None` after the call has failed."""
        socket = self._find(call, socket_id, NOT_FOUND)
        if socket is None:
            return None
        if not isinstance(socket, LegacyUdp):
            call.fail("Only UDP socket supports multicast.", NOT_FOUND, cause=Cause.STATE)
            return None
        if needs_permission and not self._context.manifest.allows_legacy(Operation.MULTICAST):
            call.fail(APP_PERMISSION_DENIED, NOT_FOUND, cause=Cause.PERMISSION)
            return None
        return socket


def attempt(call: Call[int], socket: LegacyUdp, work: Callable[[], None]) -> None:
    """Answer 0, or the code of the error that `work` raises."""
    try:
        work()
    except SocketError as error:
        socket.cause = error.cause
        answer_code(call, error.code, error.cause)
    else:
        call.finish(0)
