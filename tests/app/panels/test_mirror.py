"""The matching other end of every kind of panel and socket."""

import ssl
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from socket_workbench.chrome.live import LiveSocket
from socket_workbench.panels.mirror import completed, mirror_of, mirror_of_socket
from socket_workbench.panels.tcp_server_certificates import generate_identity
from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.script_entries import LegacyEntry, ScriptEntry
from socket_workbench.session.tcp_entries import (
    ClientTlsEntry,
    ServerTlsEntry,
    TcpClientEntry,
    TcpServerEntry,
)
from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry, UdpEntry
from support.fake_chrome import live_socket

T = "mirror"
BOUND: dict[str, Any] = {"localAddress": "0.0.0.0", "localPort": 5000}
LISTENING = live_socket(1, namespace="sockets.tcpServer", **BOUND)
UDP_BOUND = live_socket(1, namespace="sockets.udp", **BOUND)
PEER: dict[str, Any] = {"connected": True, "peerAddress": "10.0.0.9", "peerPort": 80}


def client(**fields: Any) -> TcpClientEntry:
    return TcpClientEntry(title="a", **fields)


def server(**fields: Any) -> TcpServerEntry:
    return TcpServerEntry(title="a", **fields)


def udp(**fields: Any) -> UdpEntry:
    return UdpEntry(title="a", **fields)


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        (client(host="127.0.0.1", port=80), "127.0.0.1"),
        (client(host="127.0.0.2", port=80), "127.0.0.2"),
        (client(host=" localhost ", port=80), "127.0.0.1"),
        (client(host="localhost", port=80, dns="ipv6"), "::1"),
        (client(host="::1", port=80), "::1"),
        (client(host="example.org", port=80), "127.0.0.1"),
        (client(host="192.168.1.5", port=80), "127.0.0.1"),
        (client(host="2001:db8::1", port=80), "::1"),
    ],
)
def test_client_is_mirrored_by_a_server_on_its_port(entry: TcpClientEntry, address: str) -> None:
    assert mirror_of(entry, [], T) == TcpServerEntry(title=T, address=address, port=80)


@pytest.mark.parametrize(
    ("entry", "sockets", "host", "port"),
    [
        (server(address="127.0.0.1", port=0), [LISTENING], "127.0.0.1", 5000),
        (server(address="127.0.0.1", port=7000), [], "127.0.0.1", 7000),
        (server(address="0.0.0.0", port=7000), [], "127.0.0.1", 7000),
        (server(address="::", port=7000), [], "::1", 7000),
        (server(address="192.168.1.5", port=7000), [], "192.168.1.5", 7000),
    ],
)
def test_server_is_mirrored_by_a_client_of_it(
    entry: TcpServerEntry, sockets: list[LiveSocket], host: str, port: int
) -> None:
    assert mirror_of(entry, sockets, T) == TcpClientEntry(title=T, host=host, port=port)


@pytest.mark.parametrize(
    ("entry", "sockets", "expected"),
    [
        (
            udp(address="127.0.0.1", port=5000, peer_host="127.0.0.1", peer_port=6000),
            [],
            UdpEntry(
                title=T, address="127.0.0.1", port=6000, peer_host="127.0.0.1", peer_port=5000
            ),
        ),
        (
            udp(peer_host="10.0.0.9", peer_port=6000),
            [UDP_BOUND],
            UdpEntry(
                title=T, address="127.0.0.1", port=6000, peer_host="127.0.0.1", peer_port=5000
            ),
        ),
        (
            udp(port=5000),
            [],
            UdpEntry(title=T, address="127.0.0.1", port=0, peer_host="127.0.0.1", peer_port=5000),
        ),
        (
            udp(peer_host="host.example", peer_port=6000),
            [],
            UdpEntry(title=T, address="127.0.0.1", port=6000, peer_host="127.0.0.1"),
        ),
        (
            udp(address="::", port=5000, peer_host="::1", peer_port=6000),
            [],
            UdpEntry(title=T, address="::1", port=6000, peer_host="::1", peer_port=5000),
        ),
        (
            udp(port=5000, peer_host="192.168.1.255", peer_port=6000, broadcast=True),
            [],
            UdpEntry(
                title=T,
                address="0.0.0.0",
                port=6000,
                peer_host="127.0.0.1",
                peer_port=5000,
                share_port=True,
            ),
        ),
    ],
    ids=["both", "far peer", "no peer", "unbound", "ipv6", "broadcast"],
)
def test_udp_panel_is_mirrored_with_the_roles_swapped(
    entry: UdpEntry, sockets: list[LiveSocket], expected: UdpEntry
) -> None:
    assert mirror_of(entry, sockets, T) == expected


def test_multicast_panel_is_mirrored_by_another_member() -> None:
    groups = (GroupEntry(group="239.1.1.1", adapter="eth0"),)
    panel = MulticastEntry(
        title="a", group="239.1.1.1", port=5353, adapter="eth0", groups=groups, loopback=False
    )

    assert mirror_of(panel, [], T) == MulticastEntry(
        title=T, group="239.1.1.1", port=5353, adapter="eth0", groups=groups
    )


@pytest.mark.parametrize(
    "entry",
    [
        client(host="localhost"),
        client(port=80),
        server(port=0),
        server(port=None),
        udp(),
        MulticastEntry(title="a", group="239.1.1.1"),
        MulticastEntry(title="a", port=5353),
        ScriptEntry(title="a"),
        LegacyEntry(title="a"),
    ],
    ids=repr,
)
def test_panel_that_says_too_little_has_no_mirror(entry: PanelEntry) -> None:
    assert mirror_of(entry, [], T) is None


@pytest.mark.parametrize(
    ("socket", "expected"),
    [
        (live_socket(1), None),
        (live_socket(1, **PEER), TcpServerEntry(title=T, address="127.0.0.1", port=80)),
        (LISTENING, TcpClientEntry(title=T, host="127.0.0.1", port=5000)),
        (
            live_socket(1, parent=7, **PEER, **BOUND),
            TcpClientEntry(title=T, host="127.0.0.1", port=5000),
        ),
        (
            UDP_BOUND,
            UdpEntry(title=T, address="127.0.0.1", port=0, peer_host="127.0.0.1", peer_port=5000),
        ),
        (
            replace(UDP_BOUND, groups=("ff02::fb",)),
            MulticastEntry(
                title=T, group="ff02::fb", port=5000, groups=(GroupEntry(group="ff02::fb"),)
            ),
        ),
        (live_socket(1, namespace="sockets.udp"), None),
    ],
    ids=["idle", "connected", "listening", "accepted", "bound", "member", "unbound"],
)
def test_socket_is_mirrored_whoever_made_it(
    socket: LiveSocket, expected: PanelEntry | None
) -> None:
    assert mirror_of_socket(socket, T) == expected


def test_legacy_panel_is_mirrored_by_its_socket() -> None:
    live = live_socket(1, namespace="socket", socketType="tcp", **PEER)

    assert mirror_of(LegacyEntry(title="a"), [live_socket(2), live], T) == TcpServerEntry(
        title=T, address="127.0.0.1", port=80
    )


async def test_mirror_of_a_secure_client_gets_a_certificate() -> None:
    secure = client(host="localhost", port=443, tls=ClientTlsEntry(is_on=True))
    mirrored = mirror_of(secure, [], T)
    assert mirrored is not None

    made = await completed(mirrored)

    assert isinstance(made, TcpServerEntry)
    assert made.tls.is_on
    assert "BEGIN CERTIFICATE" in made.tls.generated


async def test_what_needs_no_certificate_stays_as_it_is() -> None:
    plain = server(port=80)

    assert await completed(plain) is plain


def test_client_of_a_secure_server_trusts_what_was_made_here() -> None:
    identity = generate_identity(["localhost"], days=1)
    tls = ServerTlsEntry(is_on=True, generated=identity.pem)

    mirrored = mirror_of(server(port=443, tls=tls), [], T)

    assert isinstance(mirrored, TcpClientEntry)
    der = ssl.PEM_cert_to_DER_cert(identity.certificate_pem)
    (trusted,) = mirrored.tls.trusted
    assert trusted.sha256 == sha256(der).hexdigest()
    assert (trusted.host, trusted.port) == ("127.0.0.1", 443)


def test_client_of_a_secure_server_trusts_its_file() -> None:
    tls = ServerTlsEntry(is_on=True, certificate_file="/here.pem")

    mirrored = mirror_of(server(port=443, tls=tls), [], T)

    assert isinstance(mirrored, TcpClientEntry)
    assert mirrored.tls == ClientTlsEntry(is_on=True, ca_file="/here.pem")
