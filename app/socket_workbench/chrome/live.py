"""What views show of living sockets; nothing of this is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.legacy_udp import LegacyUdp
from socket_workbench.chrome.namespace import ApiSocket
from socket_workbench.chrome.udp_socket import UdpApiSocket
from socket_workbench.net.tls import TlsDetails


@dataclass(frozen=True, slots=True)
class LiveSocket:
    """One socket as it is now."""

    key: int
    identity: SocketIdentity
    info: Mapping[str, Any]
    """Exactly what `getInfo` gives."""
    parent: int | None
    """Key of the listening socket that accepted it."""
    is_listening: bool
    cause: str
    """Cause of its last failure; empty when there was none."""
    tls: TlsDetails | None = None
    """What a TLS connection agreed on; `None` for all others."""
    groups: tuple[str, ...] = ()
    """Multicast groups that it has joined, in that order."""


def live_socket(socket: ApiSocket) -> LiveSocket:
    """Look at a socket."""
    return LiveSocket(
        key=socket.key,
        identity=socket.identity,
        info=socket.info(),
        parent=socket.identity.parent,
        is_listening=socket.is_listening,
        cause=socket.cause,
        tls=socket.tls_details,
        groups=tuple(socket.link.groups) if isinstance(socket, UdpApiSocket | LegacyUdp) else (),
    )
