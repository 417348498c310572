"""`workbench.*` of one app: TLS beyond the API, choice of adapter, kernel buffers, reset."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from socket_workbench.chrome.answers import answer_code
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.errors import PERMISSION_DENIED, SOCKET_NOT_FOUND
from socket_workbench.chrome.namespace import ApiSocket, Namespace, api_method
from socket_workbench.chrome.permissions import Operation
from socket_workbench.extras.types import ConnectOptions, SecureOptions, TlsInfo
from socket_workbench.extras.udp import WorkbenchUdp
from socket_workbench.net.errors import SocketError
from socket_workbench.net.events import Cause, Endpoint
from socket_workbench.net.resolve import Family
from socket_workbench.net.tls import TlsStream
from socket_workbench.net.tls_trust import TlsOptions, server_context

if TYPE_CHECKING:
    import ssl


class Workbench:
    """The further namespaces of an app; `app.invoke` knows them once this is made."""

    def __init__(self, app: ChromeApp) -> None:
        self.tcp = WorkbenchTcp(app)
        self.tcpServer = WorkbenchTcpServer(app)
        self.udp = WorkbenchUdp(app)
        for namespace in (self.tcp, self.tcpServer, self.udp):
            app.add_namespace(namespace)


class WorkbenchTcp(Namespace):
    """`workbench.tcp`: for the sockets of `sockets.tcp`."""

    name: ClassVar[str] = "workbench.tcp"

    def __init__(self, app: ChromeApp) -> None:
        super().__init__(app.context)
        self._tcp = app.sockets.tcp

    @override
    def _subject(self, method: str, values: Sequence[Any]) -> ApiSocket | None:
        return self._tcp.sockets.get(values[0])

    @api_method
    def connect(
        self,
        call: Call[int],
        socketId: int,
        peerAddress: str,
        peerPort: int,
        options: ConnectOptions | None = None,
        callback: Callback = None,
    ) -> None:
        """As sockets.tcp.connect, from an adapter of choice."""
        socket = self._tcp.sockets.get(socketId)
        peer = Endpoint(peerAddress, peerPort % 65536)
        chosen = options or {}
        if socket is None:
            call.fail(SOCKET_NOT_FOUND)
        elif not self._context.manifest.allows(Operation.TCP_CONNECT, peer.host, peer.port):
            call.fail(PERMISSION_DENIED, cause=Cause.PERMISSION)
        else:
            family = Family(chosen.get("dnsQueryType", "any"))
            self._tcp.open(call, socket, peer, family, chosen.get("sourceAddress", ""))

    @api_method
    def secure(
        self,
        call: Call[int],
        socketId: int,
        options: SecureOptions | None = None,
        callback: Callback = None,
    ) -> None:
        """As sockets.tcp.secure, with a say in whom to trust."""
        chosen = options or {}
        versions = chosen.get("tlsVersion", {})
        wanted = TlsOptions(
            lowest=versions.get("min", ""),
            highest=versions.get("max", ""),
            extra_ca=chosen.get("extraCa", ""),
            pinned_sha256=chosen.get("pinnedSha256", ""),
            host=chosen.get("serverName", ""),
            takes_any=chosen.get("anyCertificate", False),
        )
        self._tcp.start_tls(call, socketId, wanted)

    @api_method
    def getTlsInfo(self, call: Call[TlsInfo], socketId: int, callback: Callback = None) -> None:
        """Version, cipher and the peer's certificate of a TLS connection."""
        socket = self._tcp.sockets.get(socketId)
        stream = None if socket is None else socket.link.stream
        if socket is None:
            call.fail(SOCKET_NOT_FOUND)
        elif not isinstance(stream, TlsStream):
            call.fail("Socket is not a connected TLS socket", cause=Cause.STATE)
        else:
            details = stream.details
            call.finish(
                {
                    "version": details.version,
                    "cipher": details.cipher,
                    "certificate": details.certificate,
                    "chain": list(details.chain),
                }
            )

    @api_method
    def reset(self, call: Call[None], socketId: int, callback: Callback = None) -> None:
        """As sockets.tcp.disconnect, but the peer sees a reset."""
        socket = self._tcp.sockets.get(socketId)
        if socket is None:
            call.fail(SOCKET_NOT_FOUND)
            return
        if socket.link.stream is not None:
            socket.link.stream.reset()
        must_tell = socket.disconnect()
        call.finish()
        if must_tell:
            socket.tell_error_soon()


class WorkbenchTcpServer(Namespace):
    """`workbench.tcpServer`: for the sockets of `sockets.tcpServer`."""

    name: ClassVar[str] = "workbench.tcpServer"

    def __init__(self, app: ChromeApp) -> None:
        super().__init__(app.context)
        self._server = app.sockets.tcpServer

    @override
    def _subject(self, method: str, values: Sequence[Any]) -> ApiSocket | None:
        return self._server.sockets.get(values[0])

    @override
    def _shown(self, values: Sequence[Any]) -> Sequence[Any]:
        return (*values[:-1], "(private key)" if values[-1] else "")

    @api_method
    def setTls(
        self,
        call: Call[int],
        socketId: int,
        certificatePem: str,
        keyPem: str,
        callback: Callback = None,
    ) -> None:
        """Make accepted connections TLS servers; empty texts switch that off again.

        A connection is told by `onAccept` when it has shaken hands. 0, or -207 when the texts are
        no certificate with its key, which is not recorded.
        """
        socket = self._server.sockets.get(socketId)
        if socket is None:
            call.fail(SOCKET_NOT_FOUND)
            return
        try:
            socket.tls = _server_context(certificatePem, keyPem)
        except SocketError as error:
            answer_code(call, error.code, error.cause)
        else:
            call.finish(0)


def _server_context(certificate_pem: str, key_pem: str) -> "ssl.SSLContext | None":
    if not certificate_pem and not key_pem:
        return None
    with tempfile.TemporaryDirectory() as folder:
        return server_context(certificate_pem, key_pem, Path(folder))
