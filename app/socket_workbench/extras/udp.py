"""`workbench.udp` of one app: kernel buffers, adapters, shared ports."""

from collections.abc import Sequence
from typing import Any, ClassVar

from typing_extensions import override

from socket_workbench.chrome.answers import answer_code
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.errors import APP_PERMISSION_DENIED, SOCKET_NOT_FOUND
from socket_workbench.chrome.namespace import Namespace, api_method
from socket_workbench.chrome.permissions import Operation
from socket_workbench.chrome.udp_socket import UdpApiSocket
from socket_workbench.extras.types import UdpInfo
from socket_workbench.net.errors import SocketError
from socket_workbench.net.events import Cause


class WorkbenchUdp(Namespace):
    """`workbench.udp`: for the sockets of `sockets.udp`."""

    name: ClassVar[str] = "workbench.udp"

    def __init__(self, app: ChromeApp) -> None:
        super().__init__(app.context)
        self._udp = app.sockets.udp

    @override
    def _subject(self, method: str, values: Sequence[Any]) -> UdpApiSocket | None:
        return self._udp.sockets.get(values[0])

    def _socket(self, call: Call[Any], socket_id: int) -> UdpApiSocket | None:
        """The socket; without one, the call has failed."""
        socket = self._udp.sockets.get(socket_id)
        if socket is None:
            call.fail(SOCKET_NOT_FOUND)
        return socket

    @api_method
    def setReceiveBuffer(
        self, call: Call[int], socketId: int, size: int, callback: Callback = None
    ) -> None:
        """Ask for a kernel buffer of so many bytes, also before binding.

        The result is what the kernel granted; 0 before binding, when it is asked for at `bind`.
        """
        socket = self._socket(call, socketId)
        if socket is None:
            return
        socket.link.receive_buffer_bytes = size
        if socket.link.socket is None:
            call.finish(0)
            return
        try:
            call.finish(socket.link.socket.set_receive_buffer(size))
        except SocketError as error:
            answer_code(call, error.code, error.cause)

    @api_method
    def getInfo(self, call: Call[UdpInfo], socketId: int, callback: Callback = None) -> None:
        """Size of the kernel's buffer, and how many datagrams it had no room for."""
        socket = self._socket(call, socketId)
        if socket is None:
            return
        socket.drained()
        info: UdpInfo = {}
        if socket.link.socket is not None:
            info["receiveBuffer"] = socket.link.socket.receive_buffer
            if socket.link.socket.dropped is not None:
                info["dropped"] = socket.link.socket.dropped
        call.finish(info)

    @api_method
    def joinGroup(
        self,
        call: Call[int],
        socketId: int,
        address: str,
        adapter: str,
        callback: Callback = None,
    ) -> None:
        """As sockets.udp.joinGroup, on an adapter: its name, number or (IPv4) address."""
        socket = self._socket(call, socketId)
        if socket is None:
            return
        if not self._context.manifest.allows(Operation.MULTICAST):
            call.fail(APP_PERMISSION_DENIED, cause=Cause.PERMISSION)
        else:
            self._udp.attempt(call, socket, lambda: socket.link.join(address, adapter))

    @api_method
    def setAdapter(
        self, call: Call[int], socketId: int, adapter: str, callback: Callback = None
    ) -> None:
        """Let what is sent leave by an adapter, given by name or number; empty: any.

        Also before binding; whether there is such an adapter shows at `bind` then.
        """
        socket = self._socket(call, socketId)
        if socket is not None:
            self._udp.attempt(call, socket, lambda: socket.link.set_adapter(adapter))

    @api_method
    def setShared(
        self, call: Call[int], socketId: int, enabled: bool, callback: Callback = None
    ) -> None:
        """Let other sockets that agree to it bind the same port; before binding."""
        socket = self._socket(call, socketId)
        if socket is not None:
            self._udp.attempt(call, socket, lambda: socket.link.set_shared(enabled=enabled))

    @api_method
    def setMulticastTimeToLive(
        self, call: Call[int], socketId: int, ttl: int, callback: Callback = None
    ) -> None:
        """As sockets.udp.setMulticastTimeToLive, also after binding."""
        socket = self._socket(call, socketId)
        if socket is not None:
            self._udp.attempt(call, socket, lambda: socket.link.change_multicast(ttl=ttl))

    @api_method
    def setMulticastLoopbackMode(
        self, call: Call[int], socketId: int, enabled: bool, callback: Callback = None
    ) -> None:
        """As sockets.udp.setMulticastLoopbackMode, also after binding."""
        socket = self._socket(call, socketId)
        if socket is not None:
            self._udp.attempt(call, socket, lambda: socket.link.change_multicast(loopback=enabled))
