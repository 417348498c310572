"""Who sent how much to a UDP socket, and was sent how much: kept as the datagrams pass."""

from dataclasses import dataclass, field
from typing import Final

from socket_workbench.chrome.records import endpoint_text

MOST_PEERS: Final = 4096
"""Those who come later are counted together; a flood from forged addresses must not fill memory."""


@dataclass(slots=True, eq=False)
class PeerTraffic:
    """What one peer sent and was sent so far; grows while it is looked at."""

    address: str
    """Canonical IP literal; empty for all those beyond `MOST_PEERS`."""
    port: int
    datagrams_in: int = 0
    bytes_in: int = 0
    datagrams_out: int = 0
    bytes_out: int = 0
    names: set[str] = field(default_factory=set[str])
    """How the record calls the peer: `host:port`, for each name by which something was sent."""

    @property
    def text(self) -> str:
        """`address:port`, IPv6 in brackets."""
        return endpoint_text(self.address, self.port) if self.address else ""


class PeerTally:
    """The peers of one socket in the order in which they were first met."""

    def __init__(self) -> None:
        self.peers: list[PeerTraffic] = []
        self._by_end: dict[tuple[str, int], PeerTraffic] = {}
        self._others: PeerTraffic | None = None

    def peer(self, address: str, port: int) -> PeerTraffic:
        """The counts of one peer, made now if need be."""
        known = self._by_end.get((address, port))
        return self._meet(address, port) if known is None else known

    def sent(self, address: str, port: int, size_bytes: int, name: str = "") -> None:
        """Count a datagram that left; `name` is what stood for the address, if anything did."""
        peer = self.peer(address, port)
        peer.datagrams_out += 1
        peer.bytes_out += size_bytes
        if name and peer.address:
            peer.names.add(endpoint_text(name, port))

    def _meet(self, address: str, port: int) -> PeerTraffic:
        if len(self._by_end) < MOST_PEERS:
            peer = self._by_end[address, port] = PeerTraffic(address, port)
            peer.names.add(peer.text)
            self.peers.append(peer)
            return peer
        if self._others is None:
            self._others = PeerTraffic("", 0)
            self.peers.append(self._others)
        return self._others
