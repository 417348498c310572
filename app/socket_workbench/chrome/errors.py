"""Texts of `runtime.lastError`, as Chromium has them."""

from typing import Final

from socket_workbench.net.errors import ResultCode

SOCKET_NOT_FOUND: Final = "Socket not found"
PERMISSION_DENIED: Final = "Does not have permission"
APP_PERMISSION_DENIED: Final = "App does not have permission"
"""The same in sockets.udp and socket."""
QUOTA_EXCEEDED: Final = "Exceeded write quota."


def network_error(code: int) -> str:
    """Text of a net error: `net::ERR_CONNECTION_REFUSED`."""
    return f"net::ERR_{ResultCode(code).name}"
