"""Programs in the style of the old samples run as they are, but for their DOM code."""

import asyncio
import urllib.error
import urllib.request

import pytest

from support.samples import all_well, logged, sample, tcp_peer, udp_peer
from support.scripts import running


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.readline():
        writer.write(b"you said " + data)
        await writer.drain()
        await asyncio.sleep(0.05)  # so that each line is an event of its own
    writer.close()
    await writer.wait_closed()


async def test_telnet_client() -> None:
    async with tcp_peer(echo) as port, running(sample("telnet", port)) as run:
        await run.idle()

    all_well(run)
    assert logged(run) == ["you said grüße", "you said bye"]


async def test_tcp_server() -> None:
    async with running(sample("tcp_server")) as run:
        (port,) = await run.until(1)
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
        writer.write(b"hello")
        answer = await reader.readexactly(5)
        writer.close()
        await writer.wait_closed()
        await run.idle()

    all_well(run)
    assert answer == b"HELLO"


async def test_udp_echo_and_the_refused_calls_of_older_guides() -> None:
    async with (
        udp_peer(lambda data: data.upper()) as port,
        running(sample("udp_echo", port)) as run,
    ):
        await run.idle()

    all_well(run)
    assert run.watcher.texts[:3] == [
        "udp-create TypeError No matching signature.",
        "connect TypeError No matching signature.",
        "read TypeError No matching signature.",
    ]
    assert sorted(run.watcher.texts[3:]) == ["PING 127.0.0.1", "sent 0 0 4"]


async def test_multicast_chat() -> None:
    async with running(sample("chat")) as run:
        await run.idle()

    all_well(run)
    if run.watcher.texts[0].startswith("join"):
        pytest.skip("no interface here takes part in multicast")
    assert run.watcher.texts == ["ann: hello"]


def mdns_answer(query: bytes) -> bytes:
    name = b"\7printer\xc0\x0c"
    head = query[:2] + b"\x84\0\0\1\0\1\0\0\0\0"
    return head + query[12:] + b"\xc0\x0c\0\x0c\0\1\0\0\0\x78" + len(name).to_bytes(2) + name


async def test_mdns_browser() -> None:
    async with udp_peer(mdns_answer) as port, running(sample("mdns", port)) as run:
        await run.idle()

    all_well(run)
    assert run.watcher.texts == ["_http._tcp.local -> printer._http._tcp.local"]


def fetch(port: str, path: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


async def test_web_server() -> None:
    async with running(sample("web_server")) as run:
        (port,) = await run.until(1)
        answers = [await asyncio.to_thread(fetch, port, path) for path in ("/?a=1", "/big", "/no")]
        with pytest.raises(OSError, match=r"closed|reset"):
            await asyncio.to_thread(fetch, port, "/stop")
        await run.idle()

    all_well(run)
    assert answers == [(200, b"<h1>It works</h1>"), (200, b"x" * 200000), (404, b"no such page")]
