"""Sending from a TCP server panel: to one client or to all, bytes or a file."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from socket_workbench.chrome.calls import ApiError
from socket_workbench.net.errors import ResultCode
from socket_workbench.panels import tcp_server_notices as notices
from socket_workbench.panels.file_sending import FileSender, Transfer
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.socket_notices import call_failed, file_under_way, file_unreadable
from socket_workbench.panels.tcp_server_clients import ServerClient

Tell = Callable[[Notice], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """One client that did not get something."""

    client: ServerClient
    code: int
    text: str = ""
    """The API's own words, where it made no attempt."""


class ServerSender:
    """Sends and tells what did not arrive; one file at a time."""

    def __init__(
        self,
        tell: Tell,
        show_transfer: Callable[[Transfer], None],
        *,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tell, self._show_transfer, self._now_s = tell, show_transfer, now_s
        self._file: FileSender | None = None

    async def send(self, clients: Sequence[ServerClient], data: bytes) -> bool:
        """Send to these at the same time; whether any of them took it all.

        Waits for the slowest; the others have it by then.
        """
        outcomes = await asyncio.gather(*(_send_one(client, data) for client in clients))
        failures = [failure for failure in outcomes if failure is not None]
        if failures:
            self._tell_failures(failures, len(data), clients=len(clients))
        return len(failures) < len(clients)

    async def send_file(self, clients: Callable[[], Sequence[ServerClient]], path: Path) -> None:
        """Send a file, unless one is under way; `clients` are asked for at every chunk."""
        if self._file is not None:
            self._tell(file_under_way(path))
            return
        self._file = FileSender(
            path,
            send=partial(self._send_chunk, clients),
            report=self._show_transfer,
            now_s=self._now_s,
        )
        try:
            await self._file.run()
        except OSError as error:
            self._tell(file_unreadable(path, error))
        finally:
            self._file = None

    def cancel_file(self) -> None:
        """Send no more of the file; the calls under way are awaited."""
        if self._file is not None:
            self._file.cancel()

    async def _send_chunk(self, clients: Callable[[], Sequence[ServerClient]], data: bytes) -> bool:
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
