"""All peers together.

`python -m conformance.peers.serve CERTDIR` prints one line of JSON,
`{"peers": {NAME: {"host", "port"}}, "ca": PEM-FILE}`, and serves until its standard input
closes; every line on its standard input ends these peers and brings a fresh set, with a new
line of JSON.
"""

import asyncio
import contextlib
import json
import os
import random
import socket
import ssl
import sys
from collections.abc import Callable
from pathlib import Path

from conformance.peers import tcp, tls, udp
from conformance.peers.certificates import CA_FILE, make_certificates, server_context
from conformance.peers.commands import Commands

V4, V6 = "127.0.0.1", "::1"
QUEUE_LENGTH = 100
SMALL_BUFFER_BYTES = 4096
PORTS = range(15_000, 30_000)
"""Where peers listen: no system gives a port of these to a socket that asks for any. A transcript
calls the ports of peers by their names, so a socket of the scenario must never have the same."""


class Peers:
    """Every peer, with its ports; `start` once, `stop` once."""

    def __init__(self, certificates: Path) -> None:
        self._certificates = certificates
        self._sunk: list[dict[str, int | str]] = []
        self._places: dict[str, dict[str, object]] = {}
        self._sockets: list[socket.socket] = []
        self._servers: list[asyncio.AbstractServer] = []
        self._transports: list[asyncio.BaseTransport] = []
        self._free_ports = iter(random.sample(PORTS, len(PORTS)))

    @property
    def config(self) -> dict[str, object]:
        """What a scenario is told."""
        return {"peers": self._places, "ca": str(self._certificates / CA_FILE)}

    async def start(self) -> None:
        make_certificates(self._certificates)
        await self._start_tcp()
        self._start_tls()
        self._start_silent()
        await self._start_udp()

    def stop(self) -> None:
        for server in self._servers:
            server.close()
        for transport in self._transports:
            transport.close()
        for item in self._sockets:
            # an accept in another thread only notices a shutdown
            if item.type == socket.SOCK_STREAM and item.getsockopt(
                socket.SOL_SOCKET, socket.SO_ACCEPTCONN
            ):
                item.shutdown(socket.SHUT_RDWR)
            item.close()

    async def _start_tcp(self) -> None:
        await self._tcp("echo", tcp.echo)
        await self._tcp("echo6", tcp.echo, V6)
        await self._tcp("discard", tcp.discard)
        await self._tcp("banner", tcp.banner)
        await self._tcp("closer", tcp.closer)
        await self._tcp("rst", tcp.resetter)
        await self._tcp("flood", tcp.flood)
        await self._tcp("stall", tcp.stall, receive_buffer_bytes=SMALL_BUFFER_BYTES)
        await self._tcp("cmd", lambda r, w: Commands(self._sunk).serve(r, w))
        await self._tcp("garbage", tcp.garbage)
        await self._tcp("hungup", tcp.hung_up)
        await self._tcp("hungrst", tcp.hung_reset)
        await self._tcp("tlsalert", tcp.alert)
        await self._tcp("starttls", tcp.starttls(self._certificates))

    def _start_tls(self) -> None:
        def context(name: str, *versions: ssl.TLSVersion) -> ssl.SSLContext:
            return server_context(self._certificates, name, *versions)

        v12, v13 = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3
        self._tls("tls", context("self"))
        self._tls("tls12", context("self", v12, v12))
        self._tls("tlsca", context("good"))
        self._tls("tlsca12", context("good", v12, v12))
        self._tls("tlsca13", context("good", v13, v13))
        self._tls("tlsca6", context("good"), V6)
        self._tls("tlsbadname", context("badname"))
        self._tls("tlsexpired", context("expired"))
        self._tls("tlsbye", context("good"), says_bye=True)
        self._tls("tlsusage", context("usage"))
        self._tls("tlsp521", context("p521"))
        old_cipher = context("good", v12, v12)
        old_cipher.set_ciphers("ECDHE-ECDSA-AES128-SHA256")
        self._tls("tlscbc", old_cipher)
        for name, mode in (("tlsasks", ssl.CERT_OPTIONAL), ("tlsneeds", ssl.CERT_REQUIRED)):
            asking = context("good")
            asking.load_verify_locations(self._certificates / CA_FILE)
            asking.verify_mode = mode
            self._tls(name, asking)

    def _start_silent(self) -> None:
        self._bound("refused", V4)  # bound but not listening: refuses, and nobody else gets it
        self._bound("refused6", V6)
        self._start_hanging()
        elsewhere = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._bind(elsewhere, "127.0.0.2")  # so the port number is nobody's on 127.0.0.1
        self._sockets.append(elsewhere)
        self._place("unone", V4, elsewhere)

    def _start_hanging(self) -> None:
        """A listener whose queue is full, so that connecting to it hangs."""
        listener = self._bound("hang", V4)
        listener.listen(0)
        for _ in range(4):
            filler = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            filler.setblocking(False)
            filler.connect_ex(listener.getsockname())
            self._sockets.append(filler)

    async def _start_udp(self) -> None:
        await self._udp("uecho", udp.Echo)
        await self._udp("uecho6", udp.Echo, V6)
        await self._udp("usink", lambda: udp.Sink(self._sunk))
        await self._udp("uburst", udp.Burst)

    async def _tcp(
        self, name: str, handler: tcp.Handler, host: str = V4, *, receive_buffer_bytes: int = 0
    ) -> None:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                await handler(reader, writer)
            except (OSError, ValueError, asyncio.IncompleteReadError):
                writer.close()

        listener = _stream_socket(host)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if receive_buffer_bytes:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer_bytes)
        self._bind(listener, host)
        self._place(name, host, listener)
        self._servers.append(await asyncio.start_server(serve, sock=listener, backlog=QUEUE_LENGTH))

    def _tls(
        self, name: str, context: ssl.SSLContext, host: str = V4, *, says_bye: bool = False
    ) -> None:
        listener = self._bound(name, host)
        listener.listen(QUEUE_LENGTH)
        tls.start(listener, context, says_bye=says_bye)

    async def _udp(
        self, name: str, protocol: Callable[[], asyncio.DatagramProtocol], host: str = V4
    ) -> None:
        item = socket.socket(_family(host), socket.SOCK_DGRAM)
        self._bind(item, host)
        item.setblocking(False)
        transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
            protocol, sock=item
        )
        self._transports.append(transport)
        self._place(name, host, item)

    def _bound(self, name: str, host: str) -> socket.socket:
        item = _stream_socket(host)
        self._bind(item, host)
        self._sockets.append(item)
        self._place(name, host, item)
        return item

    def _bind(self, item: socket.socket, host: str) -> None:
        """Give it a port that no other peer has, whatever the family and protocol."""
        for port in self._free_ports:
            with contextlib.suppress(OSError):  # somebody else on this machine has it
                item.bind((host, port))
                return
        raise OSError(f"none of the ports {PORTS.start} to {PORTS.stop - 1} is free on {host}")

    def _place(self, name: str, host: str, item: socket.socket) -> None:
        self._places[name] = {"host": host, "port": item.getsockname()[1]}


def _stream_socket(host: str) -> socket.socket:
    return socket.socket(_family(host), socket.SOCK_STREAM)


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


async def _main(certificates: Path) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, _context: None)  # connections fail as they like
    while True:
        peers = Peers(certificates)
        await peers.start()
        sys.stdout.write(json.dumps(peers.config) + "\n")
        sys.stdout.flush()
        if not await loop.run_in_executor(None, sys.stdin.readline):
            os._exit(0)  # blocked threads hold nothing worth waiting for
        peers.stop()


if __name__ == "__main__":
    asyncio.run(_main(Path(sys.argv[1])))
