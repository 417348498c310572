"""Sending from a TCP client panel: bytes in one call, files in many, and what is told of it."""

from collections.abc import Callable
from pathlib import Path

from socket_workbench.chrome.calls import ApiError
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause
from socket_workbench.panels import socket_notices as notices
from socket_workbench.panels.file_sending import FileSender, Transfer
from socket_workbench.panels.messages import Message
from socket_workbench.panels.tcp_client_socket import TcpClientSocket
from socket_workbench.panels.tcp_client_state import Phase, TcpClientShown


class TcpClientSending:
    """Sends on the panel's socket; what fails becomes the state's notice."""

    def __init__(
        self,
        socket: TcpClientSocket,
        shown: TcpClientShown,
        lose: Callable[[int], None],
        now_s: Callable[[], float],
    ) -> None:
        """Make it ready.

        Args:
            socket: The panel's.
            shown: Its state.
            lose: Told the code when a send finds that the connection is lost.
            now_s: For the speed of files.
        """
        self._socket, self._shown, self._lose, self._now_s = socket, shown, lose, now_s
        self._sender: FileSender | None = None

    async def send(self, data: bytes) -> bool:
        """Send the bytes in one call; whether they were taken."""
        return await self._send(data, was_open=self._shown.state.phase is Phase.OPEN)

    async def _send_piece(self, data: bytes) -> bool:
        # A file that began on an open connection falls with it: that is no news of its own.
        return await self._send(data, was_open=True)

    async def _send(self, data: bytes, *, was_open: bool) -> bool:
        try:
            code = await self._socket.send(data)
        except ApiError as error:
            if self._socket.live is not None:
                self._shown.show(notice=notices.call_failed("sockets.tcp.send", str(error)))
            return False
        if code == ResultCode.ABORTED:
            self._tell_abandoned(len(data))
        elif code < 0:
            self._tell_failure(code, len(data), was_open=was_open)
        elif self._shown.message in (Message.SEND_FAILED, Message.SEND_ABANDONED):
            self._shown.show(notice=None)
        return code >= 0

    def begin_file(self, path: Path) -> FileSender | None:
        """Make ready to send a file; `None` while one is under way, which the notice tells."""
        if self._sender is not None:
            self._shown.show(notice=notices.file_under_way(path))
            return None
        self._sender = FileSender(
            path, send=self._send_piece, report=self._show_transfer, now_s=self._now_s
        )
        return self._sender

    async def send_file(self, sender: FileSender, path: Path) -> None:
        """Send a file piece by piece."""
        try:
            await sender.run()
        except OSError as error:
            self._shown.show(notice=notices.file_unreadable(path, error))
        finally:
            self._sender = None

    def cancel_file(self) -> None:
        """Send no more of the file; the call under way is awaited."""
        if self._sender is not None:
            self._sender.cancel()

    def _show_transfer(self, transfer: Transfer) -> None:
        self._shown.show(transfer=transfer)

    def _tell_abandoned(self, size_bytes: int) -> None:
        if self._socket.cause in (Cause.NONE, Cause.LOCAL):
            self._shown.show(notice=notices.send_abandoned(size_bytes))
        elif self._shown.message is not Message.CONNECTION_LOST:
            self._lose(ResultCode.CONNECTION_CLOSED)  # the read met the reset before the send

    def _tell_failure(self, code: int, size_bytes: int, *, was_open: bool) -> None:
        if was_open and self._shown.message is Message.CONNECTION_LOST:
            return  # one loss, one notice: this send only fell with the connection
        peer, cause = self._shown.state.endpoint, self._socket.cause
        self._shown.show(notice=notices.send_failed(peer, size_bytes, code, cause))
