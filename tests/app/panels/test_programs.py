"""Actions copied as programs do what they say: each is run against a peer on loopback."""

import ast
import asyncio
import contextlib
import shlex
import socket
import ssl
import subprocess
from collections.abc import Coroutine
from pathlib import Path

import pytest
import trustme

from socket_workbench.panels.copying import (
    Action,
    Connect,
    Join,
    Language,
    Listen,
    Receive,
    SendDatagram,
)
from socket_workbench.panels.programs import can_write, program_of
from socket_workbench.panels.shell_program import printf_command
from support.ports import TCP, UDP, free_port
from support.programs import running_program, skip_without

EVERY_BYTE = bytes(range(256)) + b"-n %d \\x41 'quoted' \"twice\" $HOME `id`\r\n7"
ANSWER = b"it has arrived"
BIG_DATAGRAM = EVERY_BYTE * 80
TIMEOUT_S = 20.0
LANGUAGES = list(Language)
JOINING = [Language.JAVASCRIPT, Language.PYTHON, Language.SOCAT]
GROUP = "239.255.71.3"


class Hearer:
    """A TCP server that reads so many bytes, answers and closes."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.heard = wanted, b""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heard = await reader.readexactly(self.wanted)
        writer.write(ANSWER)
        await writer.drain()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_connect_sends_every_byte_and_prints_the_answer(
    language: Language, host: str, tmp_path: Path
) -> None:
    skip_without(language)
    hearer = Hearer(len(EVERY_BYTE))
    bound = "127.0.0.1" if host == "localhost" else host
    async with await asyncio.start_server(hearer.serve, bound, 0) as server:
        port = server.sockets[0].getsockname()[1]
        text = program_of(Connect(host=host, port=port, data=EVERY_BYTE), language)

        async with running_program(language, text, tmp_path) as program:
            await program.until(ANSWER)
            assert await program.ended() == 0

    assert hearer.heard == EVERY_BYTE


@pytest.mark.parametrize("language", LANGUAGES)
async def test_connect_without_data_prints_what_comes(language: Language, tmp_path: Path) -> None:
    skip_without(language)
    hearer = Hearer(0)
    async with await asyncio.start_server(hearer.serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        text = program_of(Connect(host="127.0.0.1", port=port), language)

        async with running_program(language, text, tmp_path) as program:
            await program.until(ANSWER)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_secure_connection_is_checked_and_used(language: Language, tmp_path: Path) -> None:
    skip_without(language)
    authority, hearer = trustme.CA(), Hearer(5)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    server = await asyncio.start_server(hearer.serve, "127.0.0.1", 0, ssl=context)
    async with server:
        port = server.sockets[0].getsockname()[1]
        action = Connect(host="localhost", port=port, data=b"hello", is_secure=True)
        text = program_of(action, language)

        environment = {"SSL_CERT_FILE": str(trusted)}
        async with running_program(language, text, tmp_path, environment) as program:
            await program.until(ANSWER)

    assert hearer.heard == b"hello"


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", [b"ping", EVERY_BYTE, BIG_DATAGRAM], ids=["short", "all", "big"])
async def test_datagram_arrives_whole_and_is_answered(
    language: Language, host: str, data: bytes, tmp_path: Path
) -> None:
    skip_without(language)
    if not can_write(SendDatagram(host=host, port=9, data=data), language):
        pytest.skip(f"{language.value} cannot send {len(data)} bytes in one datagram")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    loop = asyncio.get_running_loop()
    with socket.socket(family, socket.SOCK_DGRAM) as peer:
        peer.bind((host, 0))
        peer.setblocking(False)
        port = peer.getsockname()[1]
        text = program_of(SendDatagram(host=host, port=port, data=data), language)

        async with running_program(language, text, tmp_path) as program:
            async with asyncio.timeout(TIMEOUT_S):
                heard, sender = await loop.sock_recvfrom(peer, 65536)
            await loop.sock_sendto(peer, ANSWER, sender)
            await program.until(ANSWER)

    assert heard == data


@pytest.mark.parametrize("language", [Language.JAVASCRIPT, Language.PYTHON])
async def test_empty_datagram_is_sent(language: Language, tmp_path: Path) -> None:
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.bind(("127.0.0.1", 0))
        peer.setblocking(False)
        text = program_of(SendDatagram(host="127.0.0.1", port=peer.getsockname()[1]), language)

        async with running_program(language, text, tmp_path), asyncio.timeout(TIMEOUT_S):
            heard, _ = await loop.sock_recvfrom(peer, 65536)

    assert heard == b""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_server_prints_what_two_clients_send(language: Language, tmp_path: Path) -> None:
    skip_without(language)
    port = free_port(TCP)
    text = program_of(Listen(address="127.0.0.1", port=port), language)

    async with running_program(language, text, tmp_path) as program:
        for word in (b"first", b"second"):
            writer = await connected(port)
            writer.write(word + b"\n")
            await writer.drain()
            await program.until(word)
            writer.close()
            await writer.wait_closed()


async def connected(port: int) -> asyncio.StreamWriter:
    """Connect to a program that may still be starting."""
    async with asyncio.timeout(TIMEOUT_S):
        while True:
            with contextlib.suppress(ConnectionError):
                return (await asyncio.open_connection("127.0.0.1", port))[1]
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_receiver_prints_datagrams(language: Language, tmp_path: Path) -> None:
    skip_without(language)
    port = free_port(UDP)
    text = program_of(Receive(address="127.0.0.1", port=port), language)

    async with running_program(language, text, tmp_path) as program:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            await told_again(sender, ("127.0.0.1", port), program.until(b"hello there"))


@pytest.mark.parametrize("language", JOINING)
async def test_member_of_a_group_prints_its_datagrams(language: Language, tmp_path: Path) -> None:
    skip_without(language)
    port = free_port(UDP)
    text = program_of(Join(group=GROUP, port=port), language)

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 0)
        try:
            sender.sendto(b"is there a way?", (GROUP, port))
        except OSError as error:
            pytest.skip(f"no adapter takes multicast here: {error}")
        async with running_program(language, text, tmp_path) as program:
            await told_again(sender, (GROUP, port), program.until(b"hello there"))


async def told_again(
    sender: socket.socket, where: tuple[str, int], heard: Coroutine[object, None, bytes]
) -> None:
    """Send until it was heard; the program may still be starting."""
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(heard)
        while not waiting.done():
            with contextlib.suppress(ConnectionError):
                sender.sendto(b"hello there\n", where)
            await asyncio.wait([waiting], timeout=0.05)


ACTIONS: list[Action] = [
    Connect(host="example.org", port=80, data=EVERY_BYTE),
    Connect(host="::1", port=443, is_secure=True, data=b"x"),
    Connect(host="127.0.0.1", port=7),
    SendDatagram(host="192.168.1.255", port=9, data=EVERY_BYTE),
    SendDatagram(host="ff02::1", port=9, data=BIG_DATAGRAM),
    Listen(address="0.0.0.0", port=8080),
    Listen(address="::", port=8080),
    Receive(address="127.0.0.1", port=53),
    Receive(address="::1", port=53),
    Join(group=GROUP, port=5353),
    Join(group="ff02::fb", port=5353),
]


@pytest.mark.parametrize("action", ACTIONS, ids=repr)
def test_python_programs_are_correct_python(action: Action) -> None:
    ast.parse(program_of(action, Language.PYTHON))


@pytest.mark.parametrize("language", [Language.SOCAT, Language.NCAT])
@pytest.mark.parametrize("action", ACTIONS, ids=repr)
def test_commands_are_split_by_the_shell_as_meant(action: Action, language: Language) -> None:
    if not can_write(action, language):
        pytest.skip("it cannot say this")

    words = shlex.split(program_of(action, language))

    assert words.count(language.value) == 1
    assert not any(word in ("id", "$HOME") for word in words)


@pytest.mark.parametrize("shell", ["sh", "bash", "dash"])
def test_printf_writes_exactly_the_bytes(shell: str) -> None:
    try:
        done = subprocess.run(
            [shell, "-c", printf_command(b"-" + EVERY_BYTE)], capture_output=True, check=True
        )
    except FileNotFoundError:
        pytest.skip(f"there is no {shell} here")

    assert done.stdout == b"-" + EVERY_BYTE


@pytest.mark.parametrize(
    ("action", "languages"),
    [
        (SendDatagram(host="127.0.0.1", port=9), {"javascript", "python"}),
        (SendDatagram(host="::1", port=9, data=bytes(4097)), {"javascript", "python", "socat"}),
        (Join(group=GROUP, port=9), {"javascript", "python", "socat"}),
        (Connect(host="127.0.0.1", port=9, data=bytes(65537)), set[str]()),
        (Connect(host="a!!EXEC:id", port=9), set[str]()),
        (Connect(host="-e/bin/sh", port=9), set[str]()),
        (Connect(host="a,fork", port=9), set[str]()),
        (Connect(host="", port=9), set[str]()),
        (Connect(host="münchen.example", port=9), {"javascript", "python", "socat", "ncat"}),
        (Receive(address="::", port=9), {"javascript", "python", "socat", "ncat"}),
    ],
    ids=[
        "empty datagram",
        "long datagram",
        "group",
        "too long",
        "two",
        "option",
        "comma",
        "none",
        "name",
        "any",
    ],
)
def test_only_what_a_language_can_say_is_offered(action: Action, languages: set[str]) -> None:
    assert {one.value for one in Language if can_write(action, one)} == languages


def test_what_cannot_be_said_is_refused() -> None:
    with pytest.raises(ValueError, match="Join cannot be written in ncat"):
        program_of(Join(group=GROUP, port=9), Language.NCAT)
