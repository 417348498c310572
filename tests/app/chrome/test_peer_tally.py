"""Who sent how much: counted as datagrams pass, whatever they are called."""

import socket

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.peer_tally import MOST_PEERS, PeerTally, PeerTraffic
from support.chrome_apps import Collected, RecordingCapture, running_app


async def bound(app: ChromeApp) -> int:
    await app.sockets.udp.create()
    assert await app.sockets.udp.bind(1, "127.0.0.1", 0) == 0
    return (await app.sockets.udp.getInfo(1)).get("localPort", 0)


def counts(peer: PeerTraffic) -> tuple[int, int, int, int]:
    return peer.datagrams_in, peer.bytes_in, peer.datagrams_out, peer.bytes_out


async def test_both_directions_are_counted_by_peer() -> None:
    async with running_app() as app:
        port = await bound(app)
        received = Collected(app.sockets.udp.onReceive)
        with socket.socket(type=socket.SOCK_DGRAM) as other:
            other.bind(("127.0.0.1", 0))
            other.sendto(b"abc", ("127.0.0.1", port))
            other.sendto(b"", ("127.0.0.1", port))
            await received.count(2)
            far = other.getsockname()[1]
            await app.sockets.udp.send(1, b"12345", "localhost", far, "ipv4")

        (peer,) = app.sockets.udp.sockets[1].link.peers.peers

    assert (peer.text, counts(peer)) == (f"127.0.0.1:{far}", (2, 3, 1, 5))
    assert peer.names == {f"127.0.0.1:{far}", f"localhost:{far}"}


async def test_a_send_that_failed_is_not_counted() -> None:
    async with running_app() as app:
        await bound(app)

        assert (await app.sockets.udp.send(1, bytes(65536), "127.0.0.1", 9))["resultCode"] < 0

        assert app.sockets.udp.sockets[1].link.peers.peers == []


async def test_empty_datagram_is_recorded_as_sent() -> None:
    capture = RecordingCapture()

    async with running_app(capture=capture) as app:
        port = await bound(app)
        await app.sockets.udp.send(1, b"", "127.0.0.1", port)

    (row,) = capture.named("sockets.udp.send")
    assert (row.direction.name, row.data) == ("OUT", b"")


def test_peers_beyond_the_limit_are_counted_together() -> None:
    tally = PeerTally()

    for port in range(MOST_PEERS + 10):
        tally.peer("2001:db8::1", port).bytes_in += 1

    assert len(tally.peers) == MOST_PEERS + 1
    assert (tally.peers[-1].text, tally.peers[-1].bytes_in) == ("", 10)
    assert tally.peers[7].text == "[2001:db8::1]:7"
