"""What panels that speak by datagrams check before a call, and what they tell after it."""

from dataclasses import replace

from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field, Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.socket_notices import where
from socket_workbench.panels.targets import LocalMessages, check_local, check_target

_PEER_NOTICES = {
    Message.HOST_MISSING: (Message.DATAGRAM_HOST_MISSING, Field.HOST),
    Message.HOST_HAS_SPACES: (Message.HOST_HAS_SPACES, Field.HOST),
    Message.PORT_MISSING: (Message.DATAGRAM_PORT_MISSING, Field.PEER_PORT),
    Message.PORT_INVALID: (Message.PORT_INVALID, Field.PEER_PORT),
}
_LOCAL_MESSAGES = LocalMessages(
    address_missing=Message.BIND_ADDRESS_MISSING,
    address_wrong=Message.BIND_ADDRESS_WRONG,
    port_wrong=Message.BIND_PORT_INVALID,
)


def check_peer(host: str, port: str) -> Endpoint | Notice:
    """Where to send to, as typed, or what is wrong with it."""
    checked = check_target(host, port)
    if isinstance(checked, Endpoint):
        return checked
    message, field = _PEER_NOTICES[checked.message]
    return replace(checked, message=message, field=field)


def check_bind_target(address: str, port: str) -> Endpoint | Notice:
    """What to bind to, as typed, or what is wrong with it, as `check_local`."""
    return check_local(address, port, _LOCAL_MESSAGES)


def bind_failed(local: Endpoint, code: int, cause: str) -> Notice:
    """The bind came back with an error code."""
    return Notice(message=Message.BIND_FAILED, code=code, cause=cause, values=where(local))


def send_failed(peer: Endpoint, size_bytes: int, code: int, cause: str) -> Notice:
    """A datagram did not leave."""
    values = {**where(peer), "bytes": size_bytes}
    return Notice(message=Message.DATAGRAM_FAILED, code=code, cause=cause, values=values)


def datagrams_lost(count: int, limit_bytes: int, code: int, cause: str) -> Notice:
    """Datagrams came that were larger than what the socket takes; they are gone."""
    return Notice(
        message=Message.DATAGRAMS_LOST,
        severity=Severity.WARNING,
        code=code,
        cause=cause,
        values={"count": count, "limit": limit_bytes},
    )


def receive_failed(code: int, cause: str) -> Notice:
    """The socket is broken, and paused."""
    return Notice(message=Message.RECEIVE_FAILED, code=code, cause=cause)


def join_failed(group: str, adapter: str, code: int, cause: str) -> Notice:
    """The group could not be joined; `adapter` is empty where the system chose it."""
    values = {"group": group, "adapter": adapter}
    return Notice(message=Message.JOIN_FAILED, code=code, cause=cause, values=values)


def leave_failed(group: str, code: int, cause: str) -> Notice:
    """The group could not be left."""
    return Notice(message=Message.LEAVE_FAILED, code=code, cause=cause, values={"group": group})
