import asyncio
import select
import socket
from contextlib import closing

import pytest

from socket_workbench.net.events import Endpoint
from socket_workbench.practice.datagrams import is_own
from socket_workbench.practice.server import PracticeKind, PracticeServer
from socket_workbench.practice.streams import CYCLE


class Peer:
    def __init__(self, endpoint: Endpoint) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._server = (endpoint.host, endpoint.port)

    async def send(self, data: bytes) -> None:
        await asyncio.get_running_loop().sock_sendto(self._socket, data, self._server)

    async def receive(self) -> bytes:
        data, _ = await asyncio.get_running_loop().sock_recvfrom(self._socket, 65535)
        return data

    def has_answer(self) -> bool:
        return bool(select.select([self._socket], [], [], 0)[0])

    def close(self) -> None:
        self._socket.close()


async def test_echo_sends_each_datagram_back_empty_ones_too() -> None:
    async with PracticeServer(PracticeKind.ECHO, is_udp=True) as server:
        with closing(Peer(server.endpoint)) as peer:
            for data in (b"one", b"", bytes(60_000)):
                await peer.send(data)

                assert await peer.receive() == data


async def test_chargen_answers_each_datagram_with_up_to_512_characters() -> None:
    async with PracticeServer(PracticeKind.CHARGEN, is_udp=True) as server:
        with closing(Peer(server.endpoint)) as peer:
            for _ in range(50):
                await peer.send(b"?")
                answer = await peer.receive()

                assert len(answer) <= 512
                assert CYCLE.startswith(answer)


async def test_discard_stays_silent() -> None:
    async with (
        PracticeServer(PracticeKind.DISCARD, is_udp=True) as discard,
        PracticeServer(PracticeKind.ECHO, is_udp=True) as echoing,
    ):
        with closing(Peer(discard.endpoint)) as silent, closing(Peer(echoing.endpoint)) as loud:
            await silent.send(b"x")
            await loud.send(b"x")
            await loud.receive()

            assert not silent.has_answer()


def test_http_over_udp_is_refused() -> None:
    with pytest.raises(ValueError, match="TCP"):
        PracticeServer(PracticeKind.HTTP, is_udp=True)


@pytest.mark.parametrize("bound", ["127.0.0.1", "0.0.0.0"])
def test_datagram_forged_to_come_from_ourselves_is_recognised(bound: str) -> None:
    assert is_own(("127.0.0.1", 7), (bound, 7))
    assert not is_own(("127.0.0.1", 8), (bound, 7))


async def test_peer_that_left_does_not_end_the_service() -> None:
    async with PracticeServer(PracticeKind.ECHO, is_udp=True) as server:
        for _ in range(20):
            with closing(Peer(server.endpoint)) as gone:
                await gone.send(b"bye")
        with closing(Peer(server.endpoint)) as peer:
            await peer.send(b"here")

            assert await peer.receive() == b"here"


async def test_taken_port_is_an_os_error() -> None:
    async with PracticeServer(PracticeKind.ECHO, is_udp=True) as first:
        with pytest.raises(OSError, match="in use"):
            async with PracticeServer(PracticeKind.ECHO, port=first.endpoint.port, is_udp=True):
                pass
