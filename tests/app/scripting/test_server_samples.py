"""Servers, clients and shims in the style of the old samples, each against peers of its own."""

import asyncio
import base64
import socket

import pytest

from support.samples import all_well, logged, sample, tcp_peer, udp_peer
from support.scripts import running

NTP_ERA_S = 2208988800
LIMIT_S = 20


async def ask(port: str, *requests: bytes) -> bytes:
    """Send requests on one connection and give all that comes until it ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
    writer.write(b"".join(requests))
    async with asyncio.timeout(LIMIT_S):
        answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def test_web_server_keeps_connections() -> None:
    async with running(sample("web_sockets")) as run:
        (port,) = await run.until(1)
        answer = await ask(
            port,
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET /no HTTP/1.1\r\nConnection: close\r\n\r\n",
        )

    assert answer.split(b"\r\n\r\n")[1].startswith("grüß".encode() + b"HTTP/1.1 404")
    assert answer.endswith(b"not found")


def masked(text: bytes) -> bytes:
    key = b"\1\2\3\4"
    return (
        bytes([0x81, 0x80 | len(text)])
        + key
        + bytes(byte ^ key[at % 4] for at, byte in enumerate(text))
    )


async def test_web_server_turns_a_connection_into_a_web_socket() -> None:
    key = base64.b64encode(b"0123456789abcdef")
    upgrade = b"GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Key: %b\r\n\r\n" % key
    async with running(sample("web_sockets")) as run, asyncio.timeout(LIMIT_S):
        (port,) = await run.until(1)
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
        writer.write(upgrade)
        head = await reader.readuntil(b"\r\n\r\n")
        writer.write(masked("hé".encode()))
        frame = await reader.readexactly(14)
        writer.write(b"\x88\x80\1\2\3\4")
        await run.idle()
        writer.close()
        await writer.wait_closed()

    assert b"Sec-WebSocket-Accept: BACScCJPNqyz+UBoqMH89VmURoA=" in head
    assert frame == b"\x81\x0cyou said " + "hé".encode()
    assert logged(run)[1:] == ["left"]


async def test_legacy_web_server_accepts_in_a_loop() -> None:
    async with running(sample("legacy_web_server")) as run:
        (port,) = await run.until(1)
        first = await ask(port, b"GET /missing?x HTTP/1.0\r\n\r\n")
        second = await ask(port, b"GET /z HTTP/1.0\r\n\r\n")
        await run.idle()

    all_well(run)
    assert first.startswith(b"HTTP/1.0 404 Not Found\n")
    assert second.endswith(b"\n\n/z for 127.0.0.1")
    assert logged(run)[1:] == ["WRITE true", "WRITE true", "served 2"]


async def test_shim_of_node() -> None:
    async with running(sample("node_net")) as run:
        await run.idle()

    all_well(run)
    assert sorted(logged(run)) == [
        "client closed false",
        "datagram ping 127.0.0.1 4",
        "echo one two",
        "refused: connect -102",
        "sent null 4",
        "server closed",
        "server saw the end",
        "written",
    ]


async def irc(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b":Guest\r\n")
    writer.write(b"PING :12\r\n")
    await reader.readuntil(b"PONG :12\r\n")
    writer.write(b":server 001 guest :Welcome\r\n")
    await reader.readuntil(b"JOIN #chrome\r\n")
    writer.write(":bob!b@h PRIVMSG #chrome :grüß\r\n".encode())
    await reader.read()


async def mqtt(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(100)
    writer.write(b"\x20\2\0\0")
    await reader.read(100)
    writer.write(b"\x90\3\0\1\0")
    writer.write(await reader.read(100))
    await reader.read()


def ntp(query: bytes) -> bytes:
    assert query[0] == 0x1B
    return bytes(40) + (NTP_ERA_S + 86400).to_bytes(4) + bytes(4)


async def test_clients_in_the_style_of_promises() -> None:
    async with (
        tcp_peer(irc) as irc_port,
        tcp_peer(mqtt) as mqtt_port,
        udp_peer(ntp) as ntp_port,
        running(sample("promised_clients", IRC=irc_port, MQTT=mqtt_port, NTP=ntp_port)) as run,
    ):
        await run.idle()

    all_well(run)
    assert sorted(logged(run)) == [
        "<bob> grüß",
        "connack 0",
        "done",
        "message grüß",
        "suback true",
        "time 48 1970-01-02T00:00:00.000Z",
    ]


def device(_query: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nUSN: uuid:1\r\nLOCATION: http://10.0.0.1:8080/d.xml\r\n\r\n"


async def test_discovery_and_a_receiver_of_log_lines() -> None:
    async with (
        udp_peer(device) as port,
        running(sample("ssdp_syslog", SSDP=port)) as run,
    ):
        async with asyncio.timeout(LIMIT_S):
            while not (said := [text for text in logged(run) if text.startswith("syslog ")]):
                await run.until(len(run.watcher.texts) + 1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            for line in (b"<34>su failed", b"<0>stop"):
                sender.sendto(line, ("127.0.0.1", int(said[0].split()[1])))
        await run.idle()

    if any(text.startswith("join") for text in run.watcher.texts):
        pytest.skip("no interface here takes part in multicast")
    assert [fault.text for fault in run.watcher.faults] == []
    assert "127.0.0.1 crit 4 su failed" in logged(run)
    assert "uuid:1 http://10.0.0.1:8080/d.xml 8080" in logged(run)
