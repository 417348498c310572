"""Patterns of the socket permissions: how they are written, and what they grant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase
from typing import Final, Self

from socket_workbench.net.addresses import parse_literal

MAX_PORT = 65535
_WHITE = " \t\n\r\f\v"
_PORT = re.compile(r"[+-]?[0-9]+")
_MAX_PARTS = 2
_LOWER: Final = str.maketrans(ascii_uppercase, ascii_lowercase)


class Operation(StrEnum):
    """What a permission is for; the values are those of the legacy permission."""

    TCP_CONNECT = "tcp-connect"
    TCP_LISTEN = "tcp-listen"
    UDP_BIND = "udp-bind"
    UDP_SEND = "udp-send-to"
    MULTICAST = "udp-multicast-membership"
    RESOLVE_HOST = "resolve-host"
    RESOLVE_PROXY = "resolve-proxy"
    NETWORK_STATE = "network-state"


_WITH_ADDRESS = frozenset(
    {Operation.TCP_CONNECT, Operation.TCP_LISTEN, Operation.UDP_BIND, Operation.UDP_SEND}
)


class PatternError(ValueError):
    """A pattern that Chromium refuses."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One permission: an operation, towards a host and a port."""

    operation: Operation
    host: str = ""
    """Lower case; empty is any host where `with_subdomains`."""
    with_subdomains: bool = True
    port: int | None = None
    """`None` is any port."""

    @classmethod
    def parse(cls, operation: Operation, parts: Sequence[str]) -> Self:
        """Read a pattern that has been split at its colons; no parts grant everything.

        As SocketPermissionEntry::ParseHostPattern.

        Raises:
            PatternError: Chromium refuses it.
        """
        if not parts:
            return cls(operation)
        if operation not in _WITH_ADDRESS or len(parts) > _MAX_PARTS:
            raise PatternError
        host, with_subdomains = _parse_host(parts[0])
        return cls(operation, host, with_subdomains, _parse_port("".join(parts[1:])))

    def allows(self, operation: Operation, host: str, port: int) -> bool:
        """Whether this grants the operation; the host is compared as text, before resolution."""
        if operation is not self.operation or self.port not in {None, port}:
            return False
        asked = _lower(host)
        if asked == self.host or (self.with_subdomains and not self.host):
            return True
        is_below = len(asked) > len(self.host) + 1 and asked.endswith(f".{self.host}")
        return self.with_subdomains and is_below and not _is_address(asked)


def _parse_host(text: str) -> tuple[str, bool]:
    if text != text.strip(_WHITE):
        raise PatternError
    first, *rest = _lower(text).split(".")
    if first in {"", "*"}:
        return ".".join(rest), True
    return _lower(text), False


def _parse_port(text: str) -> int | None:
    if text in {"", "*"}:
        return None
    if not _PORT.fullmatch(text) or not 0 < int(text) <= MAX_PORT:
        raise PatternError
    return int(text)


def _lower(text: str) -> str:
    """ASCII only, as base::ToLowerASCII."""
    return text.translate(_LOWER)


def _is_address(host: str) -> bool:
    """As in addresses of the web, where IPv6 stands in brackets and is none without."""
    has_brackets = host.startswith("[") and host.endswith("]")
    bare = host[1:-1] if has_brackets else host
    return has_brackets == (":" in bare) and parse_literal(bare) is not None
