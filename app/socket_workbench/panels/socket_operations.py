"""What can be done with a live socket, by its kind: the table behind the tree's menu."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from socket_workbench.chrome.live import LiveSocket

SERVER, UDP, LEGACY = "sockets.tcpServer", "sockets.udp", "socket"


class Deed(StrEnum):
    """One entry of a socket's menu."""

    PAUSE = "pause"
    DISCONNECT = "disconnect"
    SECURE = "secure"
    KEEP_ALIVE_ON = "keepAliveOn"
    KEEP_ALIVE_OFF = "keepAliveOff"
    NO_DELAY_ON = "noDelayOn"
    NO_DELAY_OFF = "noDelayOff"
    BROADCAST_ON = "broadcastOn"
    BROADCAST_OFF = "broadcastOff"
    JOIN = "joinGroup"
    LEAVE = "leaveGroup"
    TTL = "timeToLive"
    LOOPBACK_ON = "loopbackOn"
    LOOPBACK_OFF = "loopbackOff"
    NAME = "name"
    BUFFER_SIZE = "bufferSize"
    PERSISTENT = "persistent"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One call that a menu offers for a socket."""

    deed: Deed
    method: str
    """Of the socket's own namespace."""
    arguments: tuple[Any, ...] = ()
    """After the socket's id; without the value that is asked for, where `asks`."""
    is_enabled: bool = True
    """Whether it can do anything now."""
    asks: bool = False
    """A value is to be asked for, as the last argument; see `with_value`."""
    value: str | int = ""
    """What is offered there: what holds now."""
    is_checked: bool | None = None
    """For what is on or off; `None` for what is not."""


KEEP_ALIVE_DELAY_S: Final = 60
"""Seconds of silence before the first probe, where the menu switches keep-alive on."""
USUAL_TTL: Final = 1
USUAL_BUFFER_BYTES: Final = 4096


def operations_of(live: LiveSocket) -> tuple[Operation, ...]:
    """All that the socket's kind has, in the order of the menu."""
    is_udp = live.identity.namespace == UDP or live.info.get("socketType") == "udp"
    is_server = live.identity.namespace == SERVER
    return (
        *_flow(live),
        *(() if is_udp or is_server else _connection_options(live)),
        *(_datagram_options(live) if is_udp else ()),
        *_properties(live),
        _end(live),
    )


def with_value(operation: Operation, value: str | int) -> tuple[Any, ...]:
    """The arguments of an operation that asks, with the value that was given."""
    if operation.method == "update":
        return ({operation.deed.value: value},)
    return (*operation.arguments, value)


def _flow(live: LiveSocket) -> tuple[Operation, ...]:
    is_paused = bool(live.info.get("paused"))
    is_busy = bool(live.info.get("connected")) or live.is_listening
    is_bound = "localAddress" in live.info
    operations: list[Operation] = []
    if live.identity.namespace != LEGACY:
        operations.append(
            Operation(
                deed=Deed.PAUSE,
                method="setPaused",
                arguments=(not is_paused,),
                is_enabled=is_busy or is_paused or is_bound,
                is_checked=is_paused,
            )
        )
    if live.identity.namespace != UDP:
        operations.append(Operation(deed=Deed.DISCONNECT, method="disconnect", is_enabled=is_busy))
    return tuple(operations)


def _connection_options(live: LiveSocket) -> tuple[Operation, ...]:
    is_open = bool(live.info.get("connected"))
    calls = (
        (Deed.SECURE, "secure", ()),
        (Deed.KEEP_ALIVE_ON, "setKeepAlive", (True, KEEP_ALIVE_DELAY_S)),
        (Deed.KEEP_ALIVE_OFF, "setKeepAlive", (False,)),
        (Deed.NO_DELAY_ON, "setNoDelay", (True,)),
        (Deed.NO_DELAY_OFF, "setNoDelay", (False,)),
    )
    return tuple(
        Operation(deed=deed, method=method, arguments=arguments, is_enabled=is_open)
        for deed, method, arguments in calls
    )


def _datagram_options(live: LiveSocket) -> tuple[Operation, ...]:
    is_bound = "localAddress" in live.info
    broadcast = tuple(
        Operation(deed=deed, method="setBroadcast", arguments=(value,), is_enabled=is_bound)
        for deed, value in ((Deed.BROADCAST_ON, True), (Deed.BROADCAST_OFF, False))
    )
    leave = tuple(
        Operation(deed=Deed.LEAVE, method="leaveGroup", arguments=(group,), value=group)
        for group in live.groups
    )
    return (
        *(broadcast if live.identity.namespace == UDP else ()),
        Operation(deed=Deed.JOIN, method="joinGroup", is_enabled=is_bound, asks=True),
        *leave,
        # As documented, both hold for what is bound afterwards only.
        Operation(
            deed=Deed.TTL,
            method="setMulticastTimeToLive",
            is_enabled=not is_bound,
            asks=True,
            value=USUAL_TTL,
        ),
        *(
            Operation(
                deed=deed,
                method="setMulticastLoopbackMode",
                arguments=(value,),
                is_enabled=not is_bound,
            )
            for deed, value in ((Deed.LOOPBACK_ON, True), (Deed.LOOPBACK_OFF, False))
        ),
    )


def _properties(live: LiveSocket) -> tuple[Operation, ...]:
    if live.identity.namespace == LEGACY:
        return ()
    is_persistent = bool(live.info.get("persistent"))
    size = live.info.get("bufferSize", USUAL_BUFFER_BYTES)
    return (
        Operation(deed=Deed.NAME, method="update", asks=True, value=live.info.get("name", "")),
        *(
            ()
            if live.identity.namespace == SERVER
            else (Operation(deed=Deed.BUFFER_SIZE, method="update", asks=True, value=size),)
        ),
        Operation(
            deed=Deed.PERSISTENT,
            method="update",
            arguments=({"persistent": not is_persistent},),
            is_checked=is_persistent,
        ),
    )


def _end(live: LiveSocket) -> Operation:
    method = "destroy" if live.identity.namespace == LEGACY else "close"
    return Operation(deed=Deed.CLOSE, method=method)
