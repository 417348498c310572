"""What was done, to be taken along: an action as a program in another language."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, TypeAlias, cast

from socket_workbench.capture.records import EventRow
from socket_workbench.chrome.live import LiveSocket
from socket_workbench.panels.socket_operations import LEGACY, SERVER, UDP

MOST_PROGRAM_BYTES: Final = 64 * 1024
"""Data that a program holds; more is better kept in a file of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connect:
    """Connect by TCP, send `data` if there is any, and print what comes back."""

    host: str
    port: int
    data: bytes = b""
    is_secure: bool = False
    """By TLS, with the certificate checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listen:
    """Accept TCP connections and print what they send."""

    address: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDatagram:
    """Send one datagram, and print what comes back for a moment."""

    host: str
    port: int
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive:
    """Bind and print the datagrams that come."""

    address: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Bind, join a multicast group and print the datagrams that come."""

    group: str
    port: int


Action: TypeAlias = Connect | Listen | SendDatagram | Receive | Join


class Language(StrEnum):
    """In what an action can be written."""

    JAVASCRIPT = "javascript"
    """For `chrome.sockets`: a Chrome App's background page, or `socket-workbench script run`."""
    PYTHON = "python"
    """asyncio of Python 3.11 or newer."""
    SOCAT = "socat"
    """A command for a POSIX shell."""
    NCAT = "ncat"
    """The same."""


def is_plain_host(host: str) -> bool:
    """Whether this is a name or an address, and nothing that a command could take for more."""
    rest = host.translate(dict.fromkeys(map(ord, ".-_:%")))
    return bool(host) and not host.startswith("-") and (rest.isalnum() or host == "::")


def target_of(action: Action) -> tuple[str, int]:
    """Host, address or group of an action, and its port."""
    match action:
        case Connect() | SendDatagram():
            return action.host, action.port
        case Listen() | Receive():
            return action.address, action.port
        case Join():
            return action.group, action.port


def data_of(action: Action) -> bytes:
    """What an action sends; empty for those that send nothing."""
    return action.data if isinstance(action, Connect | SendDatagram) else b""


def action_of_row(row: EventRow, data: bytes) -> Action | None:
    """What a row of the log did; `None` where that is nothing to be done elsewhere.

    A legacy `connect` or `write` counts as TCP: the row does not tell.

    Args:
        row: A call; events are nothing that one does.
        data: All bytes of the row.
    """
    find = _ROW_ACTIONS.get(row.name)
    values = _values(row.arguments)
    if find is None or values is None:
        return None
    return find(values, _endpoint(row.peer), data)


def action_of_socket(live: LiveSocket) -> Action | None:
    """What one would do to get such a socket; `None` where it neither listens nor connects."""
    info = live.info
    peer = info.get("peerAddress"), info.get("peerPort")
    local = info.get("localAddress"), info.get("localPort")
    is_udp = live.identity.namespace == UDP or info.get("socketType") == "udp"
    is_server = live.identity.namespace in (SERVER, LEGACY) and live.is_listening
    if is_server and local[0] is not None:
        return Listen(address=str(local[0]), port=int(local[1] or 0))
    if is_udp and live.groups and local[1] is not None:
        return Join(group=live.groups[0], port=int(local[1]))
    if is_udp and local[0] is not None:
        return Receive(address=str(local[0]), port=int(local[1] or 0))
    if peer[0] is not None and not is_udp:
        is_secure = live.tls is not None
        return Connect(host=str(peer[0]), port=int(peer[1] or 0), is_secure=is_secure)
    return None


def joined(actions: Sequence[Action | None]) -> Action | None:
    """Several actions as one: sends to one peer become one with all their bytes, in order."""
    first = actions[0] if actions else None
    if len(actions) <= 1 or not isinstance(first, Connect):
        return first if len(actions) == 1 else None
    if any(one is None or replace_data(one, b"") != replace_data(first, b"") for one in actions):
        return None
    return replace(first, data=b"".join(data_of(one) for one in actions if one is not None))


def replace_data(action: Action, data: bytes) -> Action:
    """The same action with other bytes; as it is where it sends none."""
    return replace(action, data=data) if isinstance(action, Connect | SendDatagram) else action


_Find: TypeAlias = Callable[[list[Any], tuple[str, int] | None, bytes], Action | None]


def _connect(values: list[Any], peer: tuple[str, int] | None, data: bytes) -> Action | None:
    del peer, data
    return Connect(host=values[1], port=values[2] % 65536) if _is_target(values[1:3]) else None


def _send(values: list[Any], peer: tuple[str, int] | None, data: bytes) -> Action | None:
    del values
    return None if peer is None else Connect(host=peer[0], port=peer[1], data=data)


def _send_datagram(values: list[Any], peer: tuple[str, int] | None, data: bytes) -> Action | None:
    del peer
    if not _is_target(values[2:4]):
        return None
    return SendDatagram(host=values[2], port=values[3] % 65536, data=data)


def _listen(values: list[Any], peer: tuple[str, int] | None, data: bytes) -> Action | None:
    del peer, data
    return Listen(address=values[1], port=values[2] % 65536) if _is_target(values[1:3]) else None


def _bind(values: list[Any], peer: tuple[str, int] | None, data: bytes) -> Action | None:
    del peer, data
    return Receive(address=values[1], port=values[2] % 65536) if _is_target(values[1:3]) else None


_ROW_ACTIONS: Final[dict[str, _Find]] = {
    "sockets.tcp.connect": _connect,
    "workbench.tcp.connect": _connect,
    "socket.connect": _connect,
    "sockets.tcp.send": _send,
    "socket.write": _send,
    "sockets.udp.send": _send_datagram,
    "socket.sendTo": _send_datagram,
    "sockets.tcpServer.listen": _listen,
    "socket.listen": _listen,
    "sockets.udp.bind": _bind,
    "socket.bind": _bind,
}


def _is_target(values: Sequence[Any]) -> bool:
    return [type(value) for value in values] == [str, int]


def _values(arguments: str) -> list[Any] | None:
    """A call's arguments; `None` for an event, which has an object."""
    try:
        values: object = json.loads(arguments) if arguments else None
    except ValueError:
        return None
    return cast("list[Any]", values) if isinstance(values, list) else None


def _endpoint(peer: str) -> tuple[str, int] | None:
    host, _, port = peer.rpartition(":")
    is_there = bool(host) and port.isdigit()
    return (host.removeprefix("[").removesuffix("]"), int(port)) if is_there else None
