"""Is this an address and a port to listen on? Asked before anything is opened."""

import asyncio
import ipaddress
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socket_workbench.net.adapters import Adapter, find_adapters
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Message
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.targets import LocalMessages, check_local

if TYPE_CHECKING:
    from socket_workbench.tasks import TaskScope

MESSAGES = LocalMessages(
    address_missing=Message.ADDRESS_MISSING,
    address_wrong=Message.ADDRESS_NO_LITERAL,
    port_wrong=Message.LISTEN_PORT_INVALID,
)
ALWAYS_OFFERED = ("127.0.0.1", "0.0.0.0", "::1", "::")


@dataclass(frozen=True, slots=True)
class OfferedAddress:
    """An address that one can listen on, and where it is."""

    address: str
    adapter: str
    """Name of the adapter; empty for those that every machine has."""


def check_listen_target(address: str, port: str) -> Endpoint | Notice:
    """Read where to listen, or say what is wrong with it, as `check_local`."""
    return check_local(address, port, MESSAGES)


def offered_addresses(adapters: Iterable[Adapter]) -> tuple[OfferedAddress, ...]:
    """What to offer: those of every machine, then those of adapters that are up.

    IPv6 link-local ones are left out: they need a zone, which the API does not take.
    """
    offered = {address: OfferedAddress(address, "") for address in ALWAYS_OFFERED}
    for adapter in adapters:
        is_usable = adapter.is_up and not _needs_zone(adapter.address)
        if is_usable and adapter.address not in offered:
            offered[adapter.address] = OfferedAddress(adapter.address, adapter.name)
    return tuple(offered.values())


def _needs_zone(address: str) -> bool:
    read = ipaddress.ip_address(address)
    return read.version == 6 and read.is_link_local  # noqa: PLR2004 - as in IPv6


class ListenAddresses:
    """Looks up what to offer, in a worker thread, whenever it is asked to."""

    def __init__(
        self,
        show: Callable[[Sequence[OfferedAddress]], None],
        scope: "TaskScope",
        *,
        look_up: Callable[[], tuple[Adapter, ...]] = find_adapters,
    ) -> None:
        self._show, self._scope, self._look_up = show, scope, look_up
        self._task: asyncio.Task[None] | None = None

    def refresh(self) -> None:
        """Look now, unless that is under way; while the system does not tell, little is offered."""
        if not self._scope.is_closed and (self._task is None or self._task.done()):
            self._task = self._scope.spawn(self._run(), name="addresses to listen on")

    async def _run(self) -> None:
        try:
            adapters = await asyncio.to_thread(self._look_up)
        except OSError:
            adapters = ()
        self._show(offered_addresses(adapters))
