"""TLS echo peers, in threads with blocking sockets.

asyncio drops the connection on a failed handshake before OpenSSL's alert has left, so it
cannot serve here.
"""

import contextlib
import socket
import ssl
import threading

from conformance.peers.tcp import READ_BYTES

HANDSHAKE_TIMEOUT_S = 60


def start(listener: socket.socket, context: ssl.SSLContext, *, says_bye: bool = False) -> None:
    """Serve every connection of `listener` until it is closed.

    A connection is echoed, or gets `bye` and an orderly TLS shutdown when `says_bye`.
    """
    threading.Thread(target=_accept, args=(listener, context, says_bye), daemon=True).start()


def _accept(listener: socket.socket, context: ssl.SSLContext, says_bye: bool) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_serve, args=(connection, context, says_bye), daemon=True).start()


def _serve(connection: socket.socket, context: ssl.SSLContext, says_bye: bool) -> None:
    with connection, contextlib.suppress(OSError):
        connection.settimeout(HANDSHAKE_TIMEOUT_S)
        with context.wrap_socket(connection, server_side=True) as secured:
            if says_bye:
                secured.sendall(b"bye\n")
                secured.unwrap()
                return
            while got := secured.recv(READ_BYTES):
                secured.sendall(got)
