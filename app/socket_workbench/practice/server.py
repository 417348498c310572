"""A small server to try things on: echo, discard, chargen or HTTP."""

import asyncio
import contextlib
import errno
import logging
import socket
from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeAlias

from socket_workbench.net.events import Endpoint
from socket_workbench.practice import streams
from socket_workbench.tasks import OnError, TaskScope

BACKLOG = 512
FLUSH_S = 30.0
"""How long the last bytes may take to reach a slow peer."""

log = logging.getLogger(__name__)

Service: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class PracticeKind(StrEnum):
    """What a practice server does."""

    ECHO = "echo"
    DISCARD = "discard"
    CHARGEN = "chargen"
    HTTP = "http"


class PracticeServer:
    """Serves inside its `async with` block, and drops every connection when that ends."""

    def __init__(
        self,
        kind: PracticeKind,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        is_udp: bool = False,
        on_error: OnError | None = None,
    ) -> None:
        """Make a server that listens nowhere yet.

        Raises:
            ValueError: HTTP does not go over UDP.
        """
        if is_udp and kind is PracticeKind.HTTP:
            raise ValueError("HTTP needs TCP")
        self._kind, self._wanted, self._is_udp = kind, Endpoint(host, port), is_udp
        self._scope = TaskScope(on_error=on_error or _log_error)
        self._server: asyncio.Server | None = None
        self._endpoint: socket.socket | None = None
        self._is_closed = False
        self.pause_s = 0.0
        """Between two lines of chargen; 0 sends as fast as the peer reads."""
        self.endpoint = self._wanted
        """Where it listens; with the chosen port as soon as it does."""

    async def __aenter__(self) -> Self:
        """Start to listen.

        Raises:
            OSError: The address is not ours, the port is taken or needs rights we lack.
        """
        family, address = await self._resolve()
        if self._is_udp:
            bound = self._open_udp(family, address)
        else:
            bound = await self._open_tcp(family, address)
        self.endpoint = Endpoint(bound[0], bound[1])
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._is_closed = True
        if self._server is not None:
            self._server.close()
        await self._scope.aclose()
        if self._endpoint is not None:
            self._endpoint.close()
        if self._server is not None:
            await self._server.wait_closed()

    async def _resolve(self) -> tuple[int, tuple[Any, ...]]:
        """The first address of the host: with more, a chosen port would differ for each."""
        try:
            infos = await asyncio.get_running_loop().getaddrinfo(
                self._wanted.host or None,
                self._wanted.port,
                type=socket.SOCK_DGRAM if self._is_udp else socket.SOCK_STREAM,
                flags=socket.AI_PASSIVE,
            )
        except UnicodeError as error:  # too long a label, or an empty one
            raise OSError(errno.EINVAL, "this is no host name") from error
        family, _, _, _, address = infos[0]
        return family, address

    async def _open_tcp(self, family: int, address: tuple[Any, ...]) -> tuple[Any, ...]:
        is_any = family == socket.AF_INET6 and address[0] == "::"
        listener = socket.create_server(
            address,
            family=family,
            backlog=BACKLOG,
            dualstack_ipv6=is_any and socket.has_dualstack_ipv6(),
        )
        self._server = await asyncio.start_server(self._accepted, sock=listener, backlog=BACKLOG)
        return listener.getsockname()

    def _open_udp(self, family: int, address: tuple[Any, ...]) -> tuple[Any, ...]:
        from socket_workbench.practice import datagrams  # only now: most servers are TCP

        self._endpoint = socket.socket(family, socket.SOCK_DGRAM)
        try:
            self._endpoint.setblocking(False)
            self._endpoint.bind(address)
        except BaseException:
            self._endpoint.close()
            raise
        work = datagrams.serve_datagrams(self._endpoint, getattr(datagrams, self._kind))
        self._scope.spawn(work, name=f"practice {self._kind}")
        return self._endpoint.getsockname()

    def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_closed:  # accepted in the same turn in which we closed
            writer.transport.abort()
            return
        self._scope.spawn(self._serve(reader, writer), name=f"practice {self._kind}")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError):  # the peer left, or fell silent
                # asyncio does so itself, but only for sockets made with IPPROTO_TCP.
                writer.get_extra_info("socket").setsockopt(
                    socket.IPPROTO_TCP, socket.TCP_NODELAY, 1
                )
                await self._service()(reader, writer)
                writer.close()
                async with asyncio.timeout(FLUSH_S):
                    await writer.wait_closed()
        finally:
            writer.transport.abort()

    def _service(self) -> Service:
        if self._kind is PracticeKind.HTTP:
            from socket_workbench.practice.http_service import serve_http  # imports take a while

            return serve_http
        services: dict[PracticeKind, Service] = {
            PracticeKind.ECHO: streams.echo,
            PracticeKind.DISCARD: streams.discard,
            PracticeKind.CHARGEN: partial(streams.chargen, pause_s=self.pause_s),
        }
        return services[self._kind]


def _log_error(error: BaseException, name: str) -> None:
    log.error("%s failed", name, exc_info=error)
