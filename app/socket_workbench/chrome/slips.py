"""Where Chromium contradicts its own documentation, and which of the two an app context follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Compat(StrEnum):
    """What an app context does in the places listed in `SLIPS`."""

    CHROMIUM = "chromium"
    """Exactly what Chromium does; for scripts and conformance."""
    DOCUMENTED = "documented"
    """What the documentation promises; for panels and headless sessions."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One place where the two differ."""

    chromium: str
    """What Chromium does."""
    documented: str
    """What happens under `Compat.DOCUMENTED`."""
    scenario: str
    """The conformance scenario that shows it."""


SLIPS: Final[Mapping[str, Slip]] = {
    "reconnectedPaused": Slip(
        "a socket reconnected after disconnect, or after the peer closed, starts paused",
        "a new connection reads unless the caller itself paused the socket",
        "tcp_reconnect",
    ),
    "halfCloseEndsSending": Slip(
        "the peer's half-close disconnects the socket, nothing can be sent any more",
        "the socket stays connected for sending until disconnect or a failed send",
        "tcp_peer_half_closed",
    ),
    "secureForgets": Slip(
        "a successful secure loses name and bufferSize",
        "both are kept",
        "tls_echo",
    ),
    "secureDestroys": Slip(
        "secure with a read or write in flight fails and destroys the socket",
        "a read in flight ends quietly; with a write in flight secure fails, the socket stays",
        "tls_states",
    ),
    "secureAccepted": Slip(
        "an accepted socket, or one connected by an IPv6 literal, cannot be secured",
        "it can",
        "server_accepted_socket",
    ),
    "secureLosesUnread": Slip(
        "secure loses what came before it and was not read, up to 64 KiB",
        "it belongs to the handshake",
        "tls_unread",
    ),
    "secureLastHost": Slip(
        "secure asks for the host of the last connect, even one that was refused or failed",
        "it asks for the host of the connection",
        "secure_host_of_connect",
    ),
    "sendsNeverAgain": Slip(
        "after disconnect has cut a send off, no later send on the socket is answered",
        "they are sent and answered",
        "sends_cut_off",
    ),
    "failedConnectLingers": Slip(
        "after a failed connect options and secure fail, also connected anew, until disconnect",
        "they work on the new connection",
        "tcp_after_failed_connect",
    ),
    "serverNeverResumes": Slip(
        "tcpServer.setPaused(false) does not resume accepting",
        "it does",
        "server_pause",
    ),
    "lostDatagramPauses": Slip(
        "a datagram larger than the buffer pauses the socket",
        "onReceiveError tells of it, receiving goes on",
        "udp_buffer_size",
    ),
    "multicastOptionsForgotten": Slip(
        "a bind or connect that fails, or is closed again, takes TTL and loopback mode along",
        "they are kept for the next one",
        "udp_options_forgotten",
    ),
    "legacyForgetsPeer": Slip(
        "a legacy TCP socket is disconnected when the peer left",
        "connected stays true until disconnect",
        "legacy_read",
    ),
    "legacyUdpDisconnect": Slip(
        "disconnect closes a legacy UDP socket",
        "nothing happens",
        "legacy_udp",
    ),
    "legacySecureType": Slip(
        "after secure a legacy socket says that it is udp",
        "it says tcp",
        "legacy_secure",
    ),
    "droppedCallbacks": Slip(
        "the callback of an operation cut off by disconnect or close never runs",
        "it gets the result code -3 (ERR_ABORTED)",
        "tcp_connect_abandoned",
    ),
}
