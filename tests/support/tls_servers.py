"""TLS servers on loopback, each in a thread of its own: good ones, and such as one must refuse."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import trustme

from support.certificates import MadeCertificate

Serve = Callable[[socket.socket], None]
PATIENCE_S = 20.0


class ServerThread:
    """Accepts one connection after the other and lets `serve` have each to the end."""

    def __init__(self, serve: Serve, port: int = 0) -> None:
        self.accepted = 0
        self._serve, self._connections = serve, list[socket.socket]()
        self._listener = socket.create_server(("127.0.0.1", port))
        self._thread = threading.Thread(target=self._run)
        self.port: int = self._listener.getsockname()[1]

    def _run(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection = self._listener.accept()[0]
                connection.settimeout(PATIENCE_S)
                self.accepted += 1
                # Of its own, for TLS takes the other one over.
                self._connections.append(connection.dup())
                with contextlib.suppress(OSError), connection:
                    self._serve(connection)

    def drop(self) -> None:
        """End every connection, as a server does that stops."""
        for connection in self._connections:
            with contextlib.suppress(OSError), connection:
                connection.shutdown(socket.SHUT_RDWR)
        self._connections.clear()

    @classmethod
    @contextlib.contextmanager
    def running(cls, serve: Serve, port: int = 0) -> Generator["ServerThread"]:
        """Serve until the block is left."""
        server = cls(serve, port)
        server._thread.start()
        try:
            yield server
        finally:
            with contextlib.suppress(OSError):
                server._listener.shutdown(socket.SHUT_RDWR)
            server._listener.close()
            server.drop()
            server._thread.join()
            server.drop()


def trusted_context(leaf: trustme.LeafCert, **limits: Any) -> ssl.SSLContext:
    """Settings of a server with a certificate of a test authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    for name, value in limits.items():
        setattr(context, name, value)
    return context


def self_made_context(made: MadeCertificate, folder: Path) -> ssl.SSLContext:
    """Settings of a server with a certificate of its own making."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*made.write(folder))
    return context


def tls_echo(context: ssl.SSLContext) -> Serve:
    """Shake hands and send back what comes."""

    def serve(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), context.wrap_socket(connection, server_side=True) as tls:
            while data := tls.recv(65536):
                tls.sendall(data)

    return serve


def plain_echo(connection: socket.socket) -> None:
    """Send back what comes, as servers do that know nothing of TLS."""
    while data := connection.recv(65536):
        connection.sendall(data)


def silent(connection: socket.socket) -> None:
    """Read and never answer."""
    while connection.recv(65536):
        pass


def hangs_up(connection: socket.socket) -> None:
    """Take the first bytes of the handshake and close."""
    connection.recv(1)
    connection.shutdown(socket.SHUT_WR)
    while connection.recv(65536):
        pass
