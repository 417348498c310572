"""Sending from a TCP server panel: to one client or to all, bytes or a file."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from socket_workbench.chrome.calls import ApiError
from socket_workbench.net.errors import ResultCode
from socket_workbench.panels import tcp_server_notices as notices
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.socket_notices import call_failed
from socket_workbench.panels.tcp_server_clients import ServerClient

Tell = Callable[[Notice], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """One client that did not get something."""

    client: ServerClient
    code: int
    text: str = ""
    """The API's own words, where it made no attempt."""


class ServerSending:
    """Sends and tells what did not arrive."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    async def send(self, clients: Sequence[ServerClient], data: bytes) -> bool:
        """Send to these at the same time; whether any of them took it all.

        Waits for the slowest; the others have it by then.
        """
        outcomes = await asyncio.gather(*(_send_one(client, data) for client in clients))
        failures = [failure for failure in outcomes if failure is not None]
        if failures:
            self._tell_failures(failures, len(data), clients=len(clients))
        return len(failures) < len(clients)

    async def send_chunk(self, clients: Callable[[], Sequence[ServerClient]], data: bytes) -> bool:
        """As `send`, a piece of a file; who is there is asked at every one."""
        there = clients()
        if not there:
            self._tell(notices.no_clients())
            return False
        return await self.send(there, data)

    def _tell_failures(self, failures: list[Failure], size: int, *, clients: int) -> None:
        first = failures[0]
        if first.text:
            self._tell(call_failed("sockets.tcp.send", first.text))
        elif clients == 1:
            cause = first.client.row.cause
            self._tell(notices.send_failed(first.client.peer, size, first.code, cause))
        else:
            sent = clients - len(failures)
            self._tell(
                notices.sent_to_some(
                    first.client.peer, size, first.code, sent=sent, clients=clients
                )
            )


async def _send_one(client: ServerClient, data: bytes) -> Failure | None:
    try:
        code = await client.send(data)
    except ApiError as error:
        is_gone = not client.is_there  # it left before its turn came
        return Failure(client, ResultCode.ABORTED, "" if is_gone else str(error))
    return Failure(client, code) if code < 0 else None
