"""The `cmd` peer: obeys command lines, see the README."""

import asyncio
import errno
import json
import socket
from typing import TYPE_CHECKING

from conformance.peers.pattern import pattern
from conformance.peers.tcp import READ_BYTES, reset
from socket_workbench.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD_BYTES = 64


class Dialled:
    """A connection that the `cmd` peer opened towards the app."""

    def __init__(self, scope: TaskScope) -> None:
        self._scope = scope
        self._data = b""
        self._is_ended = False
        self._error: str | None = None
        self._writer: asyncio.StreamWriter | None = None

    def report(self) -> dict[str, object]:
        return {
            "rx": len(self._data),
            "hex": self._data[:HEAD_BYTES].hex(),
            "eof": self._is_ended,
            "error": self._error,
        }

    def close(self) -> None:
        if self._writer:
            self._writer.close()

    async def run(self, host: str, port: int, operations: list[str]) -> None:
        """Connect, and perform `operations` in order; errors are for the report."""
        try:
            reader, self._writer = await asyncio.open_connection(host, port)
            self._scope.spawn(self._read(reader), name=f"dialled {host}:{port}")
            for operation in operations:
                await perform(self._writer, operation.strip())
        except OSError as error:
            self._error = _name(error)

    async def _read(self, reader: asyncio.StreamReader) -> None:
        try:
            while got := await reader.read(READ_BYTES):
                self._data += got
        except OSError as error:
            self._error = _name(error)
        else:
            self._is_ended = True


async def perform(writer: asyncio.StreamWriter, operation: str) -> bool:
    """Do one operation on a connection; tell whether there is such an operation."""
    word, _, rest = operation.partition(" ")
    match word:
        case "":
            pass
        case "send":
            writer.write(pattern(int(rest)))
        case "sendx":
            writer.write(bytes.fromhex(rest))
        case "sleep":
            await asyncio.sleep(int(rest) / 1000)
        case "fin":
            writer.write_eof()
        case "close":
            writer.close()
        case "rst":
            await writer.drain()
            reset(writer)
        case _:
            return False
    return True


class Commands:
    """Serves one command connection."""

    def __init__(self, sunk: list[dict[str, int | str]]) -> None:
        self._sunk = sunk
        self._dialled: list[Dialled] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with TaskScope(on_error=_ignore) as scope:
            while line := (await reader.readline()).decode("latin-1"):
                if not await perform(writer, line.strip()):
                    writer.write((await self._answer(scope, line.strip())).encode() + b"\n")
                elif writer.is_closing():
                    return
        for connection in self._dialled:
            connection.close()
        writer.close()

    async def _answer(self, scope: TaskScope, line: str) -> str:
        word, _, rest = line.partition(" ")
        if word == "dial":
            return await self._dial(scope, rest)
        answers: dict[str, Callable[[], str]] = {
            "report": lambda: json.dumps([connection.report() for connection in self._dialled]),
            "udp": lambda: send_datagrams(*rest.split(" ")),
            "mcast": lambda: send_multicast(*rest.split(" ")),
            "sunk": lambda: json.dumps(self._sunk),
            "occupied": lambda: occupied(int(rest)),
        }
        return answers.get(word, lambda: "unknown " + word)()

    async def _dial(self, scope: TaskScope, rest: str) -> str:
        host, port, operations = [*rest.split(" ", 2), ""][:3]
        connection = Dialled(scope)
        self._dialled.append(connection)
        await connection.run(host, int(port), operations.split(";"))
        return "dialled"


def send_datagrams(host: str, port: str, data: str, count: str = "1") -> str:
    """Send `count` datagrams of hex `data`; `-` is an empty one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    payload = b"" if data == "-" else bytes.fromhex(data)
    with socket.socket(family, socket.SOCK_DGRAM) as sender:
        for _ in range(int(count)):
            sender.sendto(payload, (host, int(port)))
    return "ok"


def send_multicast(group: str, port: str, data: str, ttl: str, loop: str) -> str:
    """Send one datagram to a group, with a TTL of 1 at most."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, min(int(ttl), 1))
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, int(loop))
        sender.sendto(bytes.fromhex(data), (group, int(port)))
    return "ok"


def occupied(port: int) -> str:
    """`free`, or the name of the errno that binding the TCP port gives."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            return _name(error)
    return "free"


def _name(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, str(error))


def _ignore(_error: BaseException, _task: str) -> None:
    """A dialled connection may fail in any way; the scenario sees it from its side."""
