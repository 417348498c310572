"""The matching other end of a panel or a socket, as a panel on this machine."""

import asyncio
import hashlib
import re
import ssl
from collections.abc import Sequence
from ipaddress import ip_address

from msgspec.structs import replace

from socket_workbench.chrome.live import LiveSocket
from socket_workbench.panels.tcp_server_certificates import generate_identity
from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.tcp_entries import (
    ClientTlsEntry,
    ServerTlsEntry,
    TcpClientEntry,
    TcpServerEntry,
    TrustedEntry,
)
from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry, UdpEntry

HERE, HERE_IPV6 = "127.0.0.1", "::1"
ANY = "0.0.0.0"
CERTIFICATE_DAYS = 30
_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)


def mirror_of(entry: PanelEntry, sockets: Sequence[LiveSocket], title: str) -> PanelEntry | None:
    """The other end of a panel; `None` where it has none, or says too little to know it.

    Args:
        entry: The panel as it is now.
        sockets: Its living sockets, the one that stands for it first.
        title: Of the panel to be.
    """
    match entry:
        case TcpClientEntry():
            return _server_for(entry, title)
        case TcpServerEntry():
            return _client_for(entry, sockets, title)
        case UdpEntry():
            return _peer_for(entry, sockets, title)
        case MulticastEntry():
            return _member_for(entry, title)
        case _:
            found = (mirror_of_socket(socket, title) for socket in sockets)
            return next((one for one in found if one is not None), None)


def mirror_of_socket(live: LiveSocket, title: str) -> PanelEntry | None:
    """The other end of a socket, whoever made it; `None` while it has none."""
    info = live.info
    local, port = info.get("localAddress"), info.get("localPort")
    peer, peer_port = info.get("peerAddress"), info.get("peerPort")
    is_udp = live.identity.namespace == "sockets.udp" or info.get("socketType") == "udp"
    if is_udp and local is not None and live.groups:
        groups = tuple(GroupEntry(group=group) for group in live.groups)
        return MulticastEntry(title=title, group=live.groups[0], port=port, groups=groups)
    if is_udp and local is not None:
        host = _reachable(local)
        own_port = 0 if peer_port is None else peer_port
        return UdpEntry(
            title=title, address=_near(host), port=own_port, peer_host=host, peer_port=port
        )
    if (live.is_listening or live.parent is not None) and local is not None:
        return TcpClientEntry(title=title, host=_reachable(local), port=port)
    if peer is not None and not is_udp:
        return TcpServerEntry(title=title, address=_near(peer), port=peer_port)
    return None


async def completed(entry: PanelEntry) -> PanelEntry:
    """Make what the panel needs to begin and nobody has chosen: a server's certificate."""
    if not isinstance(entry, TcpServerEntry) or not entry.tls.is_on:
        return entry
    names = ["localhost", HERE, HERE_IPV6]
    identity = await asyncio.to_thread(generate_identity, names, days=CERTIFICATE_DAYS)
    return replace(entry, tls=replace(entry.tls, generated=identity.pem))


def _server_for(client: TcpClientEntry, title: str) -> TcpServerEntry | None:
    if not client.port or not client.host.strip():
        return None
    return TcpServerEntry(
        title=title,
        address=HERE_IPV6 if client.dns == "ipv6" else _near(client.host),
        port=client.port,
        tls=ServerTlsEntry(is_on=client.tls.is_on),
        view=client.view,
    )


def _client_for(
    server: TcpServerEntry, sockets: Sequence[LiveSocket], title: str
) -> TcpClientEntry | None:
    listening = [one for one in sockets if one.is_listening]
    port = _local_port(listening) or server.port
    if not port:
        return None
    host = _reachable(server.address.strip())
    tls = ClientTlsEntry(
        is_on=server.tls.is_on,
        ca_file=server.tls.certificate_file if server.tls.is_on else "",
        trusted=_trust_in(server.tls.generated, host, port) if server.tls.is_on else (),
    )
    return TcpClientEntry(title=title, host=host, port=port, tls=tls, view=server.view)


def _peer_for(panel: UdpEntry, sockets: Sequence[LiveSocket], title: str) -> UdpEntry | None:
    own_port = _local_port(sockets) or panel.port or None
    peer_host = panel.peer_host.strip()
    if own_port is None and not panel.peer_port:
        return None
    is_broadcast = peer_host.endswith(".255")
    address = _near(peer_host or panel.address)
    own = panel.address.strip()
    is_same_family = (":" in own) == (":" in address)
    return UdpEntry(
        title=title,
        address=ANY if is_broadcast else address,
        port=panel.peer_port or 0,
        peer_host=_reachable(own) if is_same_family else address,
        peer_port=own_port,
        share_port=is_broadcast,
        view=panel.view,
    )


def _member_for(panel: MulticastEntry, title: str) -> MulticastEntry | None:
    if not panel.port or not (panel.group.strip() or panel.groups):
        return None
    # Both share the port, as all members on one machine do; loopback lets them hear each other.
    return MulticastEntry(
        title=title,
        group=panel.group,
        port=panel.port,
        adapter=panel.adapter,
        groups=panel.groups,
        time_to_live=panel.time_to_live,
        view=panel.view,
    )


def _local_port(sockets: Sequence[LiveSocket]) -> int | None:
    """The port that the first bound one of them has."""
    ports = (one.info.get("localPort") for one in sockets)
    return next((port for port in ports if isinstance(port, int)), None)


def _trust_in(generated: str, host: str, port: int) -> tuple[TrustedEntry, ...]:
    """Trust in a certificate that was made here, which no authority has signed."""
    found = _CERTIFICATE.search(generated)
    if found is None:
        return ()
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(found[0])).hexdigest()
    return (TrustedEntry(host=host, port=port, sha256=digest),)


def _near(host: str) -> str:
    """Where the other end of what goes to `host` is put: there if that is here, else loopback."""
    text = host.strip()
    try:
        address = ip_address(text)
    except ValueError:
        return HERE
    if address.is_loopback:
        return text
    return HERE if address.version == 4 else HERE_IPV6  # noqa: PLR2004 - the number is the name


def _reachable(address: str) -> str:
    """Where something bound to `address` is reached from here."""
    try:
        is_any = ip_address(address).is_unspecified
    except ValueError:
        return address or HERE
    if not is_any:
        return address
    return HERE_IPV6 if ":" in address else HERE
