"""`chrome.sockets.tcpServer`: listening sockets; what they accept lives in `sockets.tcp`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.answers import answer_code
from socket_workbench.chrome.calls import Call, Callback, Outcome
from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.errors import PERMISSION_DENIED
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.listening import Listening
from socket_workbench.chrome.namespace import api_method
from socket_workbench.chrome.permissions import Operation
from socket_workbench.chrome.records import endpoint_text, to_json
from socket_workbench.chrome.sockets import ConnectableNamespace, PausableSocket
from socket_workbench.chrome.sockets_tcp import SocketsTcp
from socket_workbench.chrome.types import (
    AcceptInfo,
    ErrorInfo,
    HandshakeErrorInfo,
    TcpServerSocketInfo,
)
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.tcp import Stream

if TYPE_CHECKING:
    import ssl


class TcpServerSocket(PausableSocket):
    """One socket of `sockets.tcpServer`."""

    def __init__(
        self, context: AppContext, identity: SocketIdentity, namespace: "SocketsTcpServer"
    ) -> None:
        super().__init__(context, identity)
        self._namespace = namespace
        self.tls: ssl.SSLContext | None = None
        self._listening = Listening(context, self)

    @override
    def info(self) -> TcpServerSocketInfo:
        info: TcpServerSocketInfo = {
            "socketId": self.id,
            "persistent": self.persistent,
            "paused": self.paused,
        }
        if self.name:
            info["name"] = self.name
        local = self._listening.local
        if local is not None:
            info["localAddress"], info["localPort"] = local.host, local.port
        return info

    @property
    @override
    def is_listening(self) -> bool:
        return self._listening.is_open

    def listen(self, at: Endpoint, backlog: int | None) -> None:
        """Listen at an address; `started` is to follow.

        Raises:
            SocketError: As `Listening.listen`.
        """
        self._listening.listen(at, backlog)

    def started(self) -> None:
        """Accept unless paused; that fails while an accept from before is in flight."""
        if self.paused:
            return
        if self._listening.is_accepting:
            error = SocketError(ResultCode.FAILED, Cause.STATE)
            self._context.replies.add(self.accept_failed, error, None)
        else:
            self._listening.start()

    @override
    def set_paused(self, *, paused: bool) -> None:
        """Change the flag; Chromium never resumes accepting."""
        self.paused = paused
        self._context.touch()
        if self._listening.is_open and not paused and not self._context.is_chromium:
            self._listening.start()

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
        info: HandshakeErrorInfo = {
            "socketId": self.id,
            "peerAddress": stream.peer.host,
            "peerPort": stream.peer.port,
            "resultCode": int(error.code),
            "cause": error.cause,
        }
        for listener in self._namespace.onHandshakeError.listeners:
            self._context.replies.add(self._context.answer, listener, Outcome((info,)))

    @override
    def shut(self) -> bool:
        self._listening.close()
        self._context.touch()
        return False


class SocketsTcpServer(ConnectableNamespace[TcpServerSocket, TcpServerSocketInfo]):
    """`chrome.sockets.tcpServer`: same names, defaults, codes and texts."""

    name: ClassVar[str] = "sockets.tcpServer"

    def __init__(self, context: AppContext, tcp: SocketsTcp) -> None:
        super().__init__(context)
        self.tcp = tcp
        self.onAccept = ChromeEvent[AcceptInfo]("sockets.tcpServer.onAccept")
        self.onAcceptError = ChromeEvent[ErrorInfo]("sockets.tcpServer.onAcceptError")
        self.onHandshakeError = ChromeEvent[HandshakeErrorInfo](
            "workbench.tcpServer.onHandshakeError"
        )
        """Ours, for who listens in Python; the record has a note instead, and scripts nothing."""

    @override
    def _make(self, identity: SocketIdentity, values: Sequence[Any]) -> TcpServerSocket:
        return TcpServerSocket(self._context, identity, self)

    @override
    def _info(self, socket: TcpServerSocket) -> TcpServerSocketInfo:
        return socket.info()

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
            socket.listen(Endpoint(address, port), backlog)
        except SocketError as error:
            answer_code(call, error.code, error.cause)
            return
        call.finish(0)
        socket.started()
