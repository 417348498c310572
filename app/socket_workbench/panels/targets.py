"""Is this a host and a port? Asked before anything is sent."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.notice import Notice

PORT_TEXT = re.compile("0*[0-9]{1,5}")
HIGHEST_PORT = 65535
TARGET_TEXT = re.compile(r"(?:\[(?P<v6>[^\]]+)\]|(?P<host>[^:\[\]]+)):(?P<port>[0-9]{1,5})")
SECURE_MARK = " TLS"


@dataclass(frozen=True, slots=True)
class RememberedTarget:
    """What was connected to once."""

    host: str
    port: int | None = None
    """`None` where only the host is remembered."""
    is_secure: bool = False


def target_text(host: str, port: int, *, is_secure: bool) -> str:
    """What was connected to, for the list of hosts: `example.org:443 TLS`."""
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{port}{SECURE_MARK if is_secure else ''}"


def parse_target_text(text: str) -> RememberedTarget:
    """The opposite of `target_text`; anything else is a host."""
    place = text.removesuffix(SECURE_MARK)
    found = TARGET_TEXT.fullmatch(place)
    if found is None:
        return RememberedTarget(text)
    host, port = found["v6"] or found["host"], int(found["port"])
    return RememberedTarget(host, port, is_secure=place != text)


def remembered_hosts(texts: Iterable[str]) -> list[str]:
    """The hosts alone, each once, for panels to which port and TLS of a TCP client mean nothing."""
    return list(dict.fromkeys(parse_target_text(text).host for text in texts))


def check_target(host: str, port: str) -> Endpoint | Notice:
    """Read the endpoint that the user typed, or say what is wrong with it.

    Blanks around either are taken away. Whether the name exists is not asked here.
    """
    return _check_host(host.strip()) or _check_port(port.strip()) or _endpoint(host, port)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalMessages:
    """How a panel says what is wrong with the address and the port that are to be its own."""

    address_missing: Message
    address_wrong: Message
    port_wrong: Message


def check_local(address: str, port: str, messages: LocalMessages) -> Endpoint | Notice:
    """Read the own end that the user typed, or say what is wrong with it.

    Port 0 lets the system choose. Blanks around either are taken away. Whether the machine has
    the address is not asked here.
    """
    address, port = address.strip(), port.strip()
    if not address:
        return Notice(message=messages.address_missing, field=Field.ADDRESS)
    if parse_literal(address) is None:
        values = {"address": address}
        return Notice(message=messages.address_wrong, values=values, field=Field.ADDRESS)
    if not PORT_TEXT.fullmatch(port) or int(port) > HIGHEST_PORT:
        return Notice(message=messages.port_wrong, values={"port": port}, field=Field.PORT)
    return Endpoint(address, int(port))


def _endpoint(host: str, port: str) -> Endpoint:
    return Endpoint(host.strip(), int(port))


def _check_host(host: str) -> Notice | None:
    if not host:
        return Notice(message=Message.HOST_MISSING, field=Field.HOST)
    if any(character.isspace() for character in host):
        return Notice(message=Message.HOST_HAS_SPACES, values={"host": host}, field=Field.HOST)
    return None


def _check_port(port: str) -> Notice | None:
    if not port:
        return Notice(message=Message.PORT_MISSING, field=Field.PORT)
    # The API takes ports modulo 65536; nobody who types 70000 means 4464.
    if not PORT_TEXT.fullmatch(port) or not 1 <= int(port) <= HIGHEST_PORT:
        return Notice(message=Message.PORT_INVALID, values={"port": port}, field=Field.PORT)
    return None
