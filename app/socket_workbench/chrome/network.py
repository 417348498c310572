"""`chrome.system.network`: this machine's adapters as the API tells them."""

import asyncio
from typing import ClassVar

from socket_workbench.chrome.calls import Call, Callback
from socket_workbench.chrome.namespace import Namespace, api_method
from socket_workbench.chrome.types import NetworkInterface
from socket_workbench.net.adapters import find_adapters, visible_to_chromium

LOOKUP_FAILED = "Network lookup failed or unsupported"


class SystemNetwork(Namespace):
    """`chrome.system.network`."""

    name: ClassVar[str] = "system.network"

    @api_method
    def getNetworkInterfaces(
        self, call: Call[list[NetworkInterface]], callback: Callback = None
    ) -> None:
        """Addresses of this machine's adapters that are up, without loopback."""
        self._context.scope.spawn(list_interfaces(call), name="getNetworkInterfaces")


async def list_interfaces(call: Call[list[NetworkInterface]]) -> None:
    """Ask the system in a worker thread and end the call."""
    try:
        adapters = await asyncio.to_thread(find_adapters)
    except OSError:
        call.fail(LOOKUP_FAILED)
        return
    call.finish(
        [
            {"name": one.name, "address": one.address, "prefixLength": one.prefix_length}
            for one in visible_to_chromium(adapters)
        ]
    )
