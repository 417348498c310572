"""`chrome.sockets.tcpServer`: listening sockets; what they accept lives in `sockets.tcp`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.acceptor import Acceptor
from socket_workbench.chrome.answers import answer_code
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.errors import PERMISSION_DENIED
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.namespace import ApiSocket, SocketNamespace, api_method
from socket_workbench.chrome.permissions import Operation
from socket_workbench.chrome.records import endpoint_text, to_json
from socket_workbench.chrome.sockets_tcp import SocketsTcp
from socket_workbench.chrome.types import (
    AcceptInfo,
    CreateInfo,
    ErrorInfo,
    SocketProperties,
    TcpServerSocketInfo,
)
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.listener import TcpListener, listen
from socket_workbench.net.tcp import Stream

if TYPE_CHECKING:
    import ssl


class TcpServerSocket(ApiSocket):
    """One socket of `sockets.tcpServer`."""

    def __init__(
        self, context: AppContext, identity: SocketIdentity, namespace: "SocketsTcpServer"
    ) -> None:
        super().__init__(context, identity)
        self._namespace = namespace
        self.paused = False
        self.tls: ssl.SSLContext | None = None
        self._acceptor: Acceptor | None = None
        self._replaced: list[Acceptor] = []
        """Listeners before the last `listen`: they keep their ports, as in Chromium."""

    @property
    def local(self) -> Endpoint | None:
        """Where it listens; `None` when it does not."""
        return None if self._acceptor is None else self._acceptor.listener.local

    @override
    def info(self) -> TcpServerSocketInfo:
        info: TcpServerSocketInfo = {
            "socketId": self.id,
            "persistent": self.persistent,
            "paused": self.paused,
        }
        if self.name:
            info["name"] = self.name
        if self.local is not None:
            info["localAddress"], info["localPort"] = self.local.host, self.local.port
        return info

    def listen(self, listener: TcpListener) -> None:
        """Accept here from now on; an accept in flight elsewhere makes that fail."""
        before, self._acceptor = self._acceptor, Acceptor(self._context, listener, self)
        self.is_listening, self.cause = True, ""
        self._context.touch()
        if before is not None:
            self._replaced.append(before)
        if self.paused:
            return
        if any(one.is_accepting for one in self._replaced):
            error = SocketError(ResultCode.FAILED, Cause.STATE)
            self._context.replies.add(self.accept_failed, error, None)
        else:
            self._acceptor.start()

    def set_paused(self, *, paused: bool) -> None:
        """Change the flag; Chromium never resumes accepting."""
        self.paused = paused
        self._context.touch()
        if self._acceptor is not None and not paused and not self._context.is_chromium:
            self._acceptor.start()

    def accepted(self, stream: Stream, at_ns: int) -> None:
        tcp = self._namespace.tcp
        client = tcp.accept(stream, parent=self.key, panel=self.identity.panel)
        info: AcceptInfo = {"socketId": self.id, "clientSocketId": client.id}
        self._context.record_event(
            self.key,
            self._namespace.onAccept,
            info,
            at_ns=at_ns,
            peer=endpoint_text(stream.peer.host, stream.peer.port),
        )

    def accept_failed(self, error: SocketError, at_ns: int | None) -> None:
        self.paused, self.cause = True, error.cause
        self._context.touch()
        info: ErrorInfo = {"socketId": self.id, "resultCode": int(error.code)}
        self._context.record_event(
            self.key, self._namespace.onAcceptError, info, at_ns=at_ns, cause=error.cause
        )

    def handshake_failed(self, stream: Stream, error: SocketError, at_ns: int) -> None:
        peer = endpoint_text(stream.peer.host, stream.peer.port)
        self._context.capture.note(
            "workbench.tcpServer.handshakeFailed",
            at_ns=at_ns,
            arguments=to_json({"peer": peer, "resultCode": int(error.code)}),
            key=self.key,
            cause=error.cause,
        )

    @override
    def shut(self) -> bool:
        acceptors = [*self._replaced, self._acceptor]
        self._acceptor, self._replaced, self.is_listening = None, [], False
        for acceptor in acceptors:
            if acceptor is not None:
                acceptor.close()
        self._context.touch()
        return False


class SocketsTcpServer(SocketNamespace[TcpServerSocket]):
    """`chrome.sockets.tcpServer`: same names, defaults, codes and texts."""

    name: ClassVar[str] = "sockets.tcpServer"

    def __init__(self, context: AppContext, tcp: SocketsTcp) -> None:
        super().__init__(context)
        self.tcp = tcp
        self.onAccept = ChromeEvent[AcceptInfo]("sockets.tcpServer.onAccept")
        self.onAcceptError = ChromeEvent[ErrorInfo]("sockets.tcpServer.onAcceptError")

    @override
    def _make(self, identity: SocketIdentity, values: Sequence[Any]) -> TcpServerSocket:
        return TcpServerSocket(self._context, identity, self)

    @api_method
    def create(
        self,
        call: Call[CreateInfo],
        properties: SocketProperties | None = None,
        callback: Callback = None,
    ) -> None:
        """Make a socket; `{"socketId"}`."""
        self._newest.update(properties or {})
        call.finish({"socketId": self._newest.id})

    @api_method
    def update(
        self,
        call: Call[None],
        socketId: int,
        properties: SocketProperties,
        callback: Callback = None,
    ) -> None:
        """Change properties of a socket; absent ones stay."""
        socket = self._find(call, socketId)
        if socket is not None:
            socket.update(properties)
            call.finish()

    @api_method
    def setPaused(
        self, call: Call[None], socketId: int, paused: bool, callback: Callback = None
    ) -> None:
        """Stop or resume accepting; one more connection comes when an accept is in flight."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        call.finish()
        if socket.paused != paused:
            socket.set_paused(paused=paused)

    @api_method
    def listen(
        self,
        call: Call[int],
        socketId: int,
        address: str,
        port: int,
        backlog: int | None = None,
        callback: Callback = None,
    ) -> None:
        """Listen on an IP literal; port 0 picks one. 0 or a net error code."""
        socket = self._find(call, socketId)
        if socket is None:
            return
        port %= 65536
        if not self._context.manifest.allows(Operation.TCP_LISTEN, address, port):
            call.fail(PERMISSION_DENIED, cause=Cause.PERMISSION)
            return
        try:
            listener = listen(address, port, backlog)
        except SocketError as error:
            socket.cause = error.cause
            self._context.touch()
            answer_code(call, error.code, error.cause)
            return
        call.finish(0)
        socket.listen(listener)

    @api_method
    def disconnect(self, call: Call[None], socketId: int, callback: Callback = None) -> None:
        """Stop listening; the socket stays and can listen again."""
        socket = self._find(call, socketId)
        if socket is not None:
            socket.shut()
            call.finish()

    @api_method
    def close(self, call: Call[None], socketId: int, callback: Callback = None) -> None:
        """Stop listening and forget the socket; accepted ones live on."""
        socket = self._find(call, socketId)
        if socket is not None:
            del self.sockets[socketId]
            socket.shut()
            call.finish()

    @api_method
    def getInfo(
        self, call: Call[TcpServerSocketInfo], socketId: int, callback: Callback = None
    ) -> None:
        """State of a socket; unset members are absent."""
        socket = self._find(call, socketId)
        if socket is not None:
            call.finish(socket.info())

    @api_method
    def getSockets(self, call: Call[list[TcpServerSocketInfo]], callback: Callback = None) -> None:
        """State of all sockets of this namespace."""
        call.finish([socket.info() for socket in self.sockets.values()])
