"""A practice server on the command line: runs until Ctrl+C."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable

from socket_workbench.net.events import Endpoint
from socket_workbench.practice.server import PracticeKind, PracticeServer

Ready = Callable[[Endpoint], None]
"""Told once where the server listens."""


def run(server: PracticeServer, ready: Ready) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises:
        OSError: It cannot listen there.
    """
    _allow_many_connections()
    with contextlib.suppress(KeyboardInterrupt):  # where the loop takes no signal handlers
        asyncio.run(_serve(server, ready))


def address_text(kind: PracticeKind, endpoint: Endpoint) -> str:
    """The address as it is typed elsewhere: `127.0.0.1:7`, `[::1]:7`, `http://127.0.0.1:80/`."""
    host = f"[{endpoint.host}]" if ":" in endpoint.host else endpoint.host
    address = f"{host}:{endpoint.port}"
    return f"http://{address}/" if kind is PracticeKind.HTTP else address


async def _serve(server: PracticeServer, ready: Ready) -> None:
    stop = asyncio.Event()
    # Set by hand: a shell starts background commands with SIGINT ignored, and that is inherited.
    with contextlib.suppress(NotImplementedError):  # Windows
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with server:
        ready(server.endpoint)
        await stop.wait()


def _allow_many_connections() -> None:
    """Take as many descriptors as we may have; the usual limit is 1024."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):  # macOS: "unlimited" is more than it grants
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
