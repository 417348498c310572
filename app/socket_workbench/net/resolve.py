"""Host names to addresses, off the loop, with a limit, as Chromium's resolver orders them."""

import asyncio
import socket
import threading
from contextlib import suppress
from enum import StrEnum

from socket_workbench.net.addresses import canonical, family_of, parse_literal
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.host_names import canonical_name, is_like_a_number

LOOKUP_TIMEOUT_S = 60.0


class Family(StrEnum):
    """Which addresses to look for."""

    ANY = "any"
    IPV4 = "ipv4"
    IPV6 = "ipv6"


_FAMILIES = {
    Family.ANY: socket.AF_UNSPEC,
    Family.IPV4: socket.AF_INET,
    Family.IPV6: socket.AF_INET6,
}


async def resolve(
    host: str, family: Family = Family.ANY, *, timeout_s: float = LOOKUP_TIMEOUT_S
) -> list[str]:
    """Addresses of a host in the order to try them; never empty.

    A literal is its own address. `localhost` is `::1`, then `127.0.0.1`, whatever the system says.
    Cancelling gives up waiting at once; the worker thread is left to end by itself.

    Raises:
        SocketError: `NAME_NOT_RESOLVED`, whatever the reason.
    """
    known = resolve_now(host, family)
    if known is None:
        known = _found(await _look_up(canonical_name(host), family, timeout_s))
    return known


def resolve_now(host: str, family: Family = Family.ANY) -> list[str] | None:
    """As `resolve`, for what needs no look-up; `None` for what does.

    Raises:
        SocketError: `NAME_NOT_RESOLVED`: no look-up can help.
    """
    literal, name = parse_literal(host), ""
    if literal is None:
        name = canonical_name(host)
        literal = parse_literal(name)
    if literal is not None:
        return _found(_of_family([literal], family))
    if not name or is_like_a_number(name):
        return _found([])
    bare = name.removesuffix(".")
    if bare == "localhost" or bare.endswith(".localhost"):
        return _found(_of_family(["::1", "127.0.0.1"], family))
    return None


def _found(addresses: list[str]) -> list[str]:
    if not addresses:
        raise SocketError(ResultCode.NAME_NOT_RESOLVED, Cause.DNS)
    return addresses


def _of_family(addresses: list[str], family: Family) -> list[str]:
    wanted = _FAMILIES[family]
    return [one for one in addresses if wanted in {socket.AF_UNSPEC, family_of(one)}]


async def _look_up(host: str, family: Family, timeout_s: float) -> list[str]:
    """Ask the system in a thread of its own: a stuck one holds up neither us nor the exit."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def settle(addresses: list[str]) -> None:
        if not found.done():
            found.set_result(addresses)

    def work() -> None:
        addresses = _ask_system(host, family)
        with suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(settle, addresses)

    threading.Thread(target=work, name=f"look up {host}", daemon=True).start()
    try:
        async with asyncio.timeout(timeout_s):
            return await found
    except TimeoutError:
        raise SocketError(ResultCode.NAME_NOT_RESOLVED, Cause.TIMEOUT) from None


def _ask_system(host: str, family: Family) -> list[str]:
    """Addresses without repetitions; empty when there are none or the name is impossible."""
    try:
        found = socket.getaddrinfo(host, None, _FAMILIES[family], socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(canonical(str(entry[4][0])) for entry in found))
