"""The examples of the script panel run as they are."""

import asyncio
import re
import socket
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import cast

import psutil
import pytest
from typing_extensions import override

from socket_workbench.panels.script_examples import ScriptExample, example_source
from support.scripts import RunningScript, running

MDNS_GROUP, MDNS_PORT = "224.0.0.251", 5353


@asynccontextmanager
async def example(which: ScriptExample) -> AsyncIterator[RunningScript]:
    async with running(example_source(which)) as run:
        yield run
        assert [fault.text for fault in run.watcher.faults] == []


def port_in(text: str) -> int:
    match = re.search(r":(\d+)/?$", text)
    assert match, text
    return int(match[1])


async def test_tcp_echo_client_hears_its_own_server() -> None:
    async with example(ScriptExample.TCP_ECHO_CLIENT) as run:
        await run.idle()

        assert any("received Hello, socket!" in text for text in run.watcher.texts)
        assert run.script.app.live() == ()


async def test_tcp_server_answers_in_capitals_and_quits() -> None:
    async with example(ScriptExample.TCP_SERVER) as run:
        (line,) = await run.until(1)
        reader, writer = await asyncio.open_connection("127.0.0.1", port_in(line))
        writer.write(b"how are you\r\nquit\r\n")
        answers = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        await run.idle()

    assert answers.split(b"\r\n")[1:] == [b"HOW ARE YOU", b"bye", b""]


async def test_udp_echo_gets_everything_back() -> None:
    async with example(ScriptExample.UDP_ECHO) as run:
        await run.idle()

        assert sum("back from 127.0.0.1" in text for text in run.watcher.texts) == 3


async def test_multicast_hears_itself() -> None:
    async with example(ScriptExample.MULTICAST) as run:
        first = (await run.until(1))[0]
        if first.startswith(("joinGroup", "send failed")):
            pytest.skip("no interface here takes part in multicast")
        texts = await run.until(2)

        assert "hello from visitor" in texts[1]


class Responder(asyncio.DatagramProtocol):
    """Answers any question with one service, then with one name of it."""

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.DatagramTransport", transport)

    @override
    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        is_first = b"_services" in data
        target = b"\x05_http\x04_tcp\x05local\0" if is_first else b"\7printer\xc0\x0c"
        head = data[:2] + b"\x84\0\0\1\0\1\0\0\0\0"
        answer = b"\xc0\x0c\0\x0c\0\1\0\0\0\x78" + len(target).to_bytes(2) + target
        self.transport.sendto(head + data[12:] + answer, addr)


@asynccontextmanager
async def mdns_responder() -> AsyncIterator[None]:
    own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        own.bind(("", MDNS_PORT))
        for addresses in psutil.net_if_addrs().values():
            for one in addresses:
                if one.family == socket.AF_INET:
                    request = socket.inet_aton(MDNS_GROUP) + socket.inet_aton(one.address)
                    with suppress(OSError):
                        own.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, request)
        own.setblocking(False)
    except OSError:
        own.close()
        pytest.skip("port 5353 cannot be had here")
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(Responder, sock=own)
    try:
        yield
    finally:
        transport.close()


async def test_mdns_browser_finds_services_and_their_names() -> None:
    async with mdns_responder(), example(ScriptExample.MDNS_BROWSER) as run:
        await run.idle()

        if any("could not ask" in text or text == "nobody answered" for text in run.watcher.texts):
            pytest.skip("no interface here carries multicast")
        assert any(
            text.startswith("_http._tcp.local -> printer._http._tcp.local")
            for text in run.watcher.texts
        )


def fetch(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as response:
        return response.read()


async def test_http_server_serves_pages() -> None:
    async with example(ScriptExample.HTTP_SERVER) as run:
        (url,) = await run.until(1)
        page = await asyncio.to_thread(fetch, url)
        info = await asyncio.to_thread(fetch, f"{url}info?a=1")

    assert b"Visit number 1" in page
    assert b'"query": "?a=1"' in info


async def test_network_interfaces_are_listed() -> None:
    async with example(ScriptExample.NETWORK_INTERFACES) as run:
        await run.idle()

        assert run.watcher.texts[-1].startswith("all of them")
