"""IP literals as Chromium reads and writes them."""

import re
import socket
from functools import lru_cache

_PART = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")
_MAX_BYTE = 255
_MAX_PARTS = 4


@lru_cache(maxsize=4096)
def parse_literal(text: str) -> str | None:
    """Canonical form of an IPv4 or IPv6 literal, `None` if it is none.

    IPv4 may be short, hexadecimal or octal (`127.1`, `0x7f.1`), as url::IPv4AddressToNumber
    understands it; IPv6 has neither brackets nor a zone, and may end in IPv4 of four parts.
    """
    if ":" not in text:
        return _parse_ipv4(text)
    if "%" in text:
        return None
    head, _, tail = text.rpartition(":")
    if "." in tail:
        embedded = _parse_ipv4(tail) if len(tail.split(".")) == _MAX_PARTS else None
        if embedded is None or tail.endswith("."):
            return None
        text = f"{head}:{embedded}"
    try:
        return canonical(text)
    except (OSError, ValueError):  # the latter for characters that no address has
        return None


def _parse_ipv4(text: str) -> str | None:
    parts = text.removesuffix(".").split(".")
    if len(parts) > _MAX_PARTS or not all(_PART.fullmatch(part) for part in parts):
        return None
    try:
        *leading, last = [_number(part) for part in parts]
    except ValueError:
        return None
    if any(byte > _MAX_BYTE for byte in leading) or last >= 256 ** (5 - len(parts)):
        return None
    value = last + sum(byte << 8 * (3 - place) for place, byte in enumerate(leading))
    return socket.inet_ntoa(value.to_bytes(4, "big"))


def _number(part: str) -> int:
    if part[:2] in {"0x", "0X"}:
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)


@lru_cache(maxsize=4096)
def canonical(address: str) -> str:
    """Compressed lower-case form; an IPv4-mapped address looks like `::ffff:7f00:1`.

    Raises:
        OSError: It is not an address.
    """
    if ":" not in address:
        return address
    packed = socket.inet_pton(socket.AF_INET6, address.partition("%")[0])
    groups = [int.from_bytes(packed[at : at + 2], "big") for at in range(0, 16, 2)]
    start, length = _longest_zeros(groups)
    if length < 2:  # noqa: PLR2004 - a single zero group is not compressed, RFC 5952
        return ":".join(f"{group:x}" for group in groups)
    head = ":".join(f"{group:x}" for group in groups[:start])
    tail = ":".join(f"{group:x}" for group in groups[start + length :])
    return f"{head}::{tail}"


def _longest_zeros(groups: list[int]) -> tuple[int, int]:
    """Place and length of the first longest run of zero groups."""
    best, start = (0, 0), 0
    for place, group in enumerate([*groups, 1]):
        if group:
            if place - start > best[1]:
                best = (start, place - start)
            start = place + 1
    return best


def family_of(address: str) -> socket.AddressFamily:
    """Address family of an IP literal."""
    return socket.AF_INET6 if ":" in address else socket.AF_INET
