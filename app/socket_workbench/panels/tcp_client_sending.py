"""Sending from a TCP client panel: bytes in one call, files in many, and what is told of it."""

from collections.abc import Callable

from socket_workbench.chrome.calls import ApiError
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Cause
from socket_workbench.panels import socket_notices as notices
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
    ) -> None:
        """Make it ready.

        Args:
            socket: The panel's.
            shown: Its state.
            lose: Told the code when a send finds that the connection is lost.
        """
        self._socket, self._shown, self._lose = socket, shown, lose

    async def send(self, data: bytes) -> bool:
        """Send the bytes in one call; whether they were taken."""
        return await self._send(data, was_open=self._shown.state.phase is Phase.OPEN)

    async def send_piece(self, data: bytes) -> bool:
        """Send a piece of a file; whether it was taken."""
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
