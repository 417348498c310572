"""Actions as programs of asyncio, for Python 3.11 or newer."""

from typing import Final

from socket_workbench.bytesview.hexdump import CopyFormat, copy_text
from socket_workbench.panels.copying import Action, Connect, Join, Listen, Receive, SendDatagram

WAIT_S: Final = 5
"""How long a datagram's answers are waited for."""

_CONNECT: Final = """\
import asyncio

HOST, PORT = {host}, {port}
{data_line}

async def main() -> None:
    reader, writer = await asyncio.open_connection(HOST, PORT{options})
{send}    while data := await reader.read(65536):
        print(data)
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
"""
_SEND: Final = """\
    writer.write(DATA)
    await writer.drain()
"""
_LISTEN: Final = """\
import asyncio

ADDRESS, PORT = {host}, {port}


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    peer = writer.get_extra_info("peername")
    while data := await reader.read(65536):
        print(peer, data, flush=True)
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, ADDRESS, PORT)
    print("listening on", server.sockets[0].getsockname(), flush=True)
    await server.serve_forever()


asyncio.run(main())
"""
_PRINT: Final = """\
async def print_datagrams(sock: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    while True:
        data, sender = await loop.sock_recvfrom(sock, 65536)
        print(sender, data, flush=True)
"""
_SEND_DATAGRAM: Final = (
    """\
import asyncio
import contextlib
import socket

HOST, PORT = {host}, {port}
{data_line}

"""
    + _PRINT
    + """

async def main() -> None:
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(HOST, PORT, type=socket.SOCK_DGRAM)
    family, _, _, _, address = found[0]
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.setblocking(False)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        await loop.sock_sendto(sock, DATA, address)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(print_datagrams(sock), {wait_s})


asyncio.run(main())
"""
)
_RECEIVE: Final = (
    """\
import asyncio
import socket
{imports}
{names}


"""
    + _PRINT
    + """

async def main() -> None:
    with socket.socket({family}, socket.SOCK_DGRAM) as sock:
        sock.setblocking(False)
{bind}        print("bound to", sock.getsockname(), flush=True)
        await print_datagrams(sock)


asyncio.run(main())
"""
)
_BIND: Final = """\
        sock.bind((ADDRESS, PORT))
"""
_JOIN: Final = """\
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(("", PORT))
        any_adapter = {any_adapter}
        member = socket.inet_pton({family}, GROUP) + any_adapter
        sock.setsockopt({level}, {option}, member)
"""


def python_program(action: Action) -> str:
    """The action as a whole program."""
    match action:
        case Connect():
            return _connect(action)
        case SendDatagram():
            return _SEND_DATAGRAM.format(
                host=_text(action.host),
                port=action.port,
                data_line=_data_line(action.data),
                wait_s=WAIT_S,
            )
        case Listen():
            return _LISTEN.format(host=_text(action.address), port=action.port)
        case Receive():
            names = f"ADDRESS, PORT = {_text(action.address)}, {action.port}"
            family = _family(action.address)
            return _RECEIVE.format(imports="", names=names, family=family, bind=_BIND)
        case Join():
            return _join(action)


def _connect(action: Connect) -> str:
    return _CONNECT.format(
        host=_text(action.host),
        port=action.port,
        data_line=_data_line(action.data) if action.data else "",
        options=", ssl=True" if action.is_secure else "",
        send=_SEND if action.data else "",
    )


def _join(action: Join) -> str:
    is_ipv6 = ":" in action.group
    family = _family(action.group)
    bind = _JOIN.format(
        family=family,
        any_adapter='struct.pack("@I", 0)' if is_ipv6 else "bytes(4)",
        level="socket.IPPROTO_IPV6" if is_ipv6 else "socket.IPPROTO_IP",
        option="socket.IPV6_JOIN_GROUP" if is_ipv6 else "socket.IP_ADD_MEMBERSHIP",
    )
    names = f"GROUP, PORT = {_text(action.group)}, {action.port}"
    imports = "import struct\n" if is_ipv6 else ""
    return _RECEIVE.format(imports=imports, names=names, family=family, bind=bind)


def _family(address: str) -> str:
    return "socket.AF_INET6" if ":" in address else "socket.AF_INET"


def _data_line(data: bytes) -> str:
    return f"DATA = {copy_text(data, CopyFormat.PYTHON_BYTES)}\n"


def _text(text: str) -> str:
    return repr(text)
