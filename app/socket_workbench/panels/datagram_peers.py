"""The peers that a panel's sockets have met, one after the other, as one list that only grows."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socket_workbench.chrome.peer_tally import PeerTally, PeerTraffic


@dataclass(slots=True, eq=False)
class Peer:
    """One peer with its counts over all sockets of the panel."""

    address: str
    """Empty for all those that came after the tally was full."""
    port: int
    text: str
    parts: "list[PeerTraffic]" = field(default_factory=list)

    @property
    def names(self) -> frozenset[str]:
        """How the record calls the peer, for a filter."""
        return frozenset(name for part in self.parts for name in part.names)

    @property
    def datagrams_in(self) -> int:
        return sum(part.datagrams_in for part in self.parts)

    @property
    def bytes_in(self) -> int:
        return sum(part.bytes_in for part in self.parts)

    @property
    def datagrams_out(self) -> int:
        return sum(part.datagrams_out for part in self.parts)

    @property
    def bytes_out(self) -> int:
        return sum(part.bytes_out for part in self.parts)


class DatagramPeers:
    """Reads tallies when it is asked to, once per frame: what it costs is what is new."""

    def __init__(self) -> None:
        self.peers: list[Peer] = []
        self._by_text: dict[str, Peer] = {}
        self._tallies: list[tuple[PeerTally, int]] = []
        """The tallies of all sockets, and how many peers of each were taken in."""

    def follow(self, tally: "PeerTally") -> None:
        """Take in the peers of a further socket from now on; one known already is no error."""
        if all(known is not tally for known, _ in self._tallies):
            self._tallies.append((tally, 0))

    def poll(self) -> bool:
        """Take in whom the newest socket met; true when the list grew."""
        if not self._tallies:
            return False
        before = len(self.peers)
        for place, (tally, seen) in enumerate(self._tallies):
            for traffic in tally.peers[seen:]:
                self._take_in(traffic)
            self._tallies[place] = (tally, len(tally.peers))
        return len(self.peers) > before

    def _take_in(self, traffic: "PeerTraffic") -> None:
        peer = self._by_text.get(traffic.text)
        if peer is None:
            peer = Peer(traffic.address, traffic.port, traffic.text)
            self._by_text[traffic.text] = peer
            self.peers.append(peer)
        peer.parts.append(traffic)
