"""The one socket behind a TCP client panel."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from socket_workbench.chrome.calls import CallDropped
from socket_workbench.chrome.types import CreateInfo, QueryType
from socket_workbench.net.errors import ResultCode
from socket_workbench.panels.panel_socket import PanelSocket, changed_receiving
from socket_workbench.panels.tcp_client_state import TcpClientOptions

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.extras.types import SecureOptions
    from socket_workbench.extras.workbench import WorkbenchTcp
    from socket_workbench.net.events import Endpoint
    from socket_workbench.net.tls import TlsDetails


@dataclass(frozen=True, slots=True)
class Refusal:
    """An option that the socket did not take."""

    call: str
    """As one would write it in code: `setKeepAlive(true, 30)`."""
    code: int
    cause: str


class TcpClientSocket(PanelSocket):
    """Keeps the options, too. A failed `secure` takes the socket along."""

    namespace = "sockets.tcp"

    def __init__(self, app: "ChromeApp", *, title: str) -> None:
        super().__init__(app, title=title)
        self._tcp = app.sockets.tcp
        self._last_cause = ""
        """Why the call failed that took the socket along."""
        self._was_secured = False
        self.options = TcpClientOptions()

    @property
    def tls(self) -> "TlsDetails | None":
        """What the TLS connection agreed on; `None` where there is none."""
        live = self.live
        return None if live is None else live.tls

    @property
    @override
    def cause(self) -> str:
        return self._last_cause if self.live is None else super().cause

    @property
    def is_connected(self) -> bool:
        """As SocketInfo's `connected`; still true when only the peer has closed its side."""
        live = self.live
        return live is not None and bool(live.info.get("connected"))

    @override
    def _create(self) -> "Awaitable[CreateInfo]":
        return self._tcp.create(changed_receiving(TcpClientOptions(), self.options))

    async def _renew(self) -> None:
        """Take a new socket for one that was secured: the API never connects that again."""
        old, self._was_secured = self._id, False
        if self._creating is None:
            self._begin()
        await self._take_created()
        if old is not None and self._app.find(self.namespace, old) is not None:
            await self._tcp.close(old)

    async def connect(self, peer: "Endpoint", dns: QueryType) -> int:
        """As sockets.tcp.connect; the result code, `ABORTED` where `disconnect` cut it off."""
        if self._was_secured:
            await self._renew()
        socket_id = await self.ensure()
        try:
            return await self._tcp.connect(socket_id, peer.host, peer.port, dns)
        except CallDropped:
            return ResultCode.ABORTED

    async def secure(self, options: "SecureOptions") -> int:
        """As workbench.tcp.secure; the result code, `ABORTED` where `disconnect` cut it off."""
        pending = self._secured.secure(await self.ensure(), options)
        try:
            code = await pending
        except CallDropped:
            return ResultCode.ABORTED
        self._last_cause, self._was_secured = pending.cause, code >= 0
        return code

    async def chain(self) -> list[bytes]:
        """What a TLS connection's peer has sent, its own certificate first; in DER."""
        return (await self._secured.getTlsInfo(await self.ensure()))["chain"]

    @property
    def _secured(self) -> "WorkbenchTcp":
        from socket_workbench.extras.workbench import Workbench  # most panels never need it

        return Workbench(self._app).tcp

    async def disconnect(self) -> None:
        """As sockets.tcp.disconnect; also ends a connect under way."""
        await self._tcp.disconnect(await self.ensure())

    async def set_paused(self, *, is_paused: bool) -> None:
        """As sockets.tcp.setPaused."""
        await self._tcp.setPaused(await self.ensure(), is_paused)

    async def send(self, data: bytes) -> int:
        """As sockets.tcp.send; the result code, `ABORTED` where `disconnect` cut it off."""
        socket_id = await self.ensure()
        try:
            sent = await self._tcp.send(socket_id, data)
        except CallDropped:
            return ResultCode.ABORTED
        return sent["resultCode"]

    @override
    async def close(self) -> None:
        await super().close()
        self._was_secured = False

    @override
    async def _close(self, socket_id: int) -> None:
        await self._tcp.close(socket_id)

    async def change_options(self, options: TcpClientOptions) -> list[Refusal]:
        """Take new options over; those of an open connection are set at once."""
        old, self.options = self.options, options
        if (live_id := self._live_id) is None:
            return []
        if changed := changed_receiving(old, options):
            await self._tcp.update(live_id, changed)
        return await self._set_connection_options(old) if self.is_connected else []

    async def apply_connection_options(self) -> list[Refusal]:
        """Set what a new connection does not have from its birth."""
        return await self._set_connection_options(TcpClientOptions())

    async def _set_connection_options(self, old: TcpClientOptions) -> list[Refusal]:
        refusals = [await self._set_keep_alive(old), await self._set_no_delay(old)]
        return [refusal for refusal in refusals if refusal is not None]

    async def _set_keep_alive(self, old: TcpClientOptions) -> Refusal | None:
        new = self.options
        is_same_delay = not new.keep_alive or old.keep_alive_delay_s == new.keep_alive_delay_s
        if old.keep_alive == new.keep_alive and is_same_delay:
            return None
        if new.keep_alive:
            arguments: tuple[Any, ...] = (True, new.keep_alive_delay_s)
        else:
            arguments = (False,)
        code = await self._tcp.setKeepAlive(await self.ensure(), *arguments)
        return self._refusal("setKeepAlive", arguments, code)

    async def _set_no_delay(self, old: TcpClientOptions) -> Refusal | None:
        if old.no_delay == self.options.no_delay:
            return None
        code = await self._tcp.setNoDelay(await self.ensure(), self.options.no_delay)
        return self._refusal("setNoDelay", (self.options.no_delay,), code)

    def _refusal(self, method: str, arguments: tuple[Any, ...], code: int) -> Refusal | None:
        if code >= 0:
            return None
        written = ", ".join(str(argument).lower() for argument in arguments)
        return Refusal(f"{method}({written})", code, self.cause)
