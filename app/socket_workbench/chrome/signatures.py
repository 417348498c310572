"""Every method, event, dictionary and enum of the networking API, as one table.

Read from Chromium's IDL (extensions/common/api/*.idl, *.webidl) in the form in which its bindings
print signatures. The facade, the JavaScript bindings, forms, documents and tests all read this.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

MIN_INTEGER: Final = -(2**31)
MAX_INTEGER: Final = 2**31 - 1


class CallbackUse(Enum):
    """What a method does about a callback."""

    NONE = "none"
    """It takes none, returns undefined and never shows an error."""
    OPTIONAL = "optional"
    """Left out, JavaScript gets a promise."""
    REQUIRED = "required"
    """Left out, JavaScript gets `No matching signature.`"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a method, or one property of a dictionary."""

    name: str
    type_name: str
    """`integer`, `boolean`, `string`, `binary`, or a name in `ENUMS` or `DICTIONARIES`."""
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """One method as its callers see it."""

    namespace: str
    name: str
    parameters: tuple[Parameter, ...]
    """Without the callback."""
    callback: CallbackUse
    text: str
    """As in Chromium's messages: `sockets.tcp.close(integer socketId, ...)`."""

    @property
    def full_name(self) -> str:
        """With its namespace: `sockets.tcp.close`."""
        return f"{self.namespace}.{self.name}"


ENUMS: Final[Mapping[str, tuple[str, ...]]] = {
    "sockets.tcp.DnsQueryType": ("any", "ipv4", "ipv6"),
    "sockets.udp.DnsQueryType": ("any", "ipv4", "ipv6"),
    "socket.SocketType": ("tcp", "udp"),
}
"""Members in the order in which messages list them; the JavaScript key is the upper-case form."""


def _dictionary(**types: str) -> Mapping[str, Parameter]:
    return {name: Parameter(name, type_name, is_optional=True) for name, type_name in types.items()}


DICTIONARIES: Final[Mapping[str, Mapping[str, Parameter]]] = {
    "sockets.tcp.SocketProperties": _dictionary(
        persistent="boolean", name="string", bufferSize="integer"
    ),
    "sockets.tcpServer.SocketProperties": _dictionary(persistent="boolean", name="string"),
    "sockets.udp.SocketProperties": _dictionary(
        persistent="boolean", name="string", bufferSize="integer"
    ),
    "sockets.tcp.SecureOptions": _dictionary(tlsVersion="sockets.tcp.TLSVersionConstraints"),
    "sockets.tcp.TLSVersionConstraints": _dictionary(min="string", max="string"),
    "socket.CreateOptions": {},
    "workbench.tcp.ConnectOptions": _dictionary(
        dnsQueryType="sockets.tcp.DnsQueryType", sourceAddress="string"
    ),
    "workbench.tcp.SecureOptions": _dictionary(
        tlsVersion="sockets.tcp.TLSVersionConstraints",
        extraCa="string",
        pinnedSha256="string",
        anyCertificate="boolean",
        serverName="string",
    ),
    "socket.SecureOptions": _dictionary(tlsVersion="socket.TLSVersionConstraints"),
    "socket.TLSVersionConstraints": _dictionary(min="string", max="string"),
}

EVENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "sockets.tcp": ("onReceive", "onReceiveError"),
    "sockets.tcpServer": ("onAccept", "onAcceptError"),
    "sockets.udp": ("onReceive", "onReceiveError"),
    "runtime": ("onSuspend", "onStartup", "onInstalled"),
    "app.runtime": ("onLaunched",),
}
"""Event names of each namespace that has any."""

_METHODS: Final[Mapping[str, str]] = {
    "sockets.tcp": """
        create(optional sockets.tcp.SocketProperties properties, optional function callback)
        update(integer socketId, sockets.tcp.SocketProperties properties, \
optional function callback)
        setPaused(integer socketId, boolean paused, optional function callback)
        setKeepAlive(integer socketId, boolean enable, optional integer delay, function callback)
        setNoDelay(integer socketId, boolean noDelay, function callback)
        connect(integer socketId, string peerAddress, integer peerPort, \
optional sockets.tcp.DnsQueryType dnsQueryType, function callback)
        disconnect(integer socketId, optional function callback)
        secure(integer socketId, optional sockets.tcp.SecureOptions options, function callback)
        send(integer socketId, binary data, function callback)
        close(integer socketId, optional function callback)
        getInfo(integer socketId, optional function callback)
        getSockets(optional function callback)
    """,
    "sockets.tcpServer": """
        create(optional sockets.tcpServer.SocketProperties properties, optional function callback)
        update(integer socketId, sockets.tcpServer.SocketProperties properties, \
optional function callback)
        setPaused(integer socketId, boolean paused, optional function callback)
        listen(integer socketId, string address, integer port, optional integer backlog, \
function callback)
        disconnect(integer socketId, optional function callback)
        close(integer socketId, optional function callback)
        getInfo(integer socketId, optional function callback)
        getSockets(optional function callback)
    """,
    "sockets.udp": """
        create(optional sockets.udp.SocketProperties properties, optional function callback)
        update(integer socketId, sockets.udp.SocketProperties properties, \
optional function callback)
        setPaused(integer socketId, boolean paused, optional function callback)
        bind(integer socketId, string address, integer port, function callback)
        send(integer socketId, binary data, string address, integer port, \
optional sockets.udp.DnsQueryType dnsQueryType, function callback)
        close(integer socketId, optional function callback)
        getInfo(integer socketId, optional function callback)
        getSockets(optional function callback)
        joinGroup(integer socketId, string address, function callback)
        leaveGroup(integer socketId, string address, function callback)
        setMulticastTimeToLive(integer socketId, integer ttl, function callback)
        setMulticastLoopbackMode(integer socketId, boolean enabled, function callback)
        getJoinedGroups(integer socketId, optional function callback)
        setBroadcast(integer socketId, boolean enabled, function callback)
    """,
    "socket": """
        create(socket.SocketType type, optional socket.CreateOptions options, \
optional function callback)
        destroy(integer socketId)
        connect(integer socketId, string hostname, integer port, function callback)
        bind(integer socketId, string address, integer port, function callback)
        disconnect(integer socketId)
        read(integer socketId, optional integer bufferSize, function callback)
        write(integer socketId, binary data, function callback)
        recvFrom(integer socketId, optional integer bufferSize, function callback)
        sendTo(integer socketId, binary data, string address, integer port, function callback)
        listen(integer socketId, string address, integer port, optional integer backlog, \
function callback)
        accept(integer socketId, function callback)
        setKeepAlive(integer socketId, boolean enable, optional integer delay, function callback)
        setNoDelay(integer socketId, boolean noDelay, function callback)
        getInfo(integer socketId, optional function callback)
        getNetworkList(optional function callback)
        joinGroup(integer socketId, string address, function callback)
        leaveGroup(integer socketId, string address, function callback)
        setMulticastTimeToLive(integer socketId, integer ttl, function callback)
        setMulticastLoopbackMode(integer socketId, boolean enabled, function callback)
        getJoinedGroups(integer socketId, function callback)
        secure(integer socketId, optional socket.SecureOptions options, function callback)
    """,
    "system.network": """
        getNetworkInterfaces(optional function callback)
    """,
    # Ours, for what Chrome's API lacks; of the same shape, so the API stays exact.
    "workbench.tcp": """
        connect(integer socketId, string peerAddress, integer peerPort, \
optional workbench.tcp.ConnectOptions options, optional function callback)
        secure(integer socketId, optional workbench.tcp.SecureOptions options, \
optional function callback)
        getTlsInfo(integer socketId, optional function callback)
        reset(integer socketId, optional function callback)
    """,
    "workbench.tcpServer": """
        setTls(integer socketId, string certificatePem, string keyPem, optional function callback)
    """,
    "workbench.udp": """
        setReceiveBuffer(integer socketId, integer size, optional function callback)
        getInfo(integer socketId, optional function callback)
        joinGroup(integer socketId, string address, string adapter, optional function callback)
        setAdapter(integer socketId, string adapter, optional function callback)
        setShared(integer socketId, boolean enabled, optional function callback)
        setMulticastTimeToLive(integer socketId, integer ttl, optional function callback)
        setMulticastLoopbackMode(integer socketId, boolean enabled, optional function callback)
    """,
}

_LINE = re.compile(r"(\w+)\((.*)\)")


def _parse(namespace: str, line: str) -> Signature:
    match = _LINE.fullmatch(line)
    assert match is not None, line
    parameters = [_parse_parameter(part) for part in match[2].split(", ")]
    callback = CallbackUse.NONE
    if parameters[-1].type_name == "function":
        last = parameters.pop()
        callback = CallbackUse.OPTIONAL if last.is_optional else CallbackUse.REQUIRED
    return Signature(namespace, match[1], tuple(parameters), callback, f"{namespace}.{line}")


def _parse_parameter(text: str) -> Parameter:
    *optional, type_name, name = text.split(" ")
    return Parameter(name, type_name, is_optional=bool(optional))


SIGNATURES: Final[Mapping[str, Signature]] = {
    signature.full_name: signature
    for namespace, lines in _METHODS.items()
    for line in lines.strip().splitlines()
    for signature in (_parse(namespace, line.strip()),)
}
"""Every method by its full name, in the order of the documentation."""
