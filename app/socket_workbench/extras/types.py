"""The dictionaries of `workbench.*`."""

from typing import NotRequired, TypedDict

from socket_workbench.chrome.types import QueryType, TlsVersionConstraints


class ConnectOptions(TypedDict, total=False):
    """Options of `workbench.tcp.connect`."""

    dnsQueryType: QueryType
    sourceAddress: str
    """Address of the adapter to connect from."""


class SecureOptions(TypedDict, total=False):
    """Options of `workbench.tcp.secure`."""

    tlsVersion: TlsVersionConstraints
    extraCa: str
    """Certificates in PEM to trust beside the system's."""
    pinnedSha256: str
    """Digests of the only certificates to accept, separated by commas; in hexadecimal, with or
    without colons."""
    anyCertificate: bool
    """Accept whatever certificate comes, so that it can be looked at."""
    serverName: str
    """Name that the certificate must be for; else the host that was connected to."""


class TlsInfo(TypedDict):
    """Result of `workbench.tcp.getTlsInfo`."""

    version: str
    cipher: str
    certificate: bytes
    """The peer's certificate in DER; empty when it has none."""
    chain: list[bytes]
    """All certificates that the peer sent, its own first."""


class UdpInfo(TypedDict):
    """Result of `workbench.udp.getInfo`."""

    receiveBuffer: NotRequired[int]
    """Kernel buffer as the kernel reports it, in bytes; absent when unbound."""
    dropped: NotRequired[int]
    """Datagrams that the kernel dropped; absent when unbound or where it does not tell."""
