"""The listening socket behind a TCP server panel."""

from typing import TYPE_CHECKING

from typing_extensions import override

from socket_workbench.extras.workbench import WorkbenchTcpServer
from socket_workbench.panels.panel_socket import PanelSocket, changed_properties
from socket_workbench.panels.tcp_server_state import ListenOptions

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.types import CreateInfo
    from socket_workbench.net.events import Endpoint
    from socket_workbench.panels.tcp_server_certificates import ServerIdentity


class ServerListener(PanelSocket):
    """Keeps the options, too."""

    namespace = "sockets.tcpServer"

    def __init__(self, app: "ChromeApp", *, title: str) -> None:
        super().__init__(app, title=title)
        self._server = app.sockets.tcpServer
        self._workbench = WorkbenchTcpServer(app)
        self.options = ListenOptions()
        self.is_tls = False
        """Whether the connections that come are secured."""

    @override
    def _create(self) -> "Awaitable[CreateInfo]":
        self.is_tls = False
        return self._server.create(changed_properties(ListenOptions(), self.options))

    async def listen(self, local: "Endpoint") -> int:
        """As sockets.tcpServer.listen, not paused; the result code."""
        socket_id = await self.ensure()
        live = self.live
        if live is not None and live.is_listening:
            await self._server.disconnect(socket_id)
        if live is not None and live.info["paused"]:
            await self._server.setPaused(socket_id, False)
        if self.options.backlog is None:
            return await self._server.listen(socket_id, local.host, local.port)
        return await self._server.listen(socket_id, local.host, local.port, self.options.backlog)

    def stop(self) -> None:
        """As sockets.tcpServer.disconnect, at once; what was accepted lives on."""
        if (live_id := self._live_id) is not None:
            self._server.disconnect(live_id)

    async def set_paused(self, *, is_paused: bool) -> None:
        """As sockets.tcpServer.setPaused."""
        await self._server.setPaused(await self.ensure(), is_paused)

    async def set_identity(self, identity: "ServerIdentity | None") -> int:
        """Secure the connections that come, or no more; the result code."""
        socket_id = await self.ensure()
        if identity is None:
            if not self.is_tls:
                return 0
            texts = ("", "")
        else:
            texts = (identity.certificate_pem, identity.key_pem)
        code = await self._workbench.setTls(socket_id, *texts)
        if code >= 0:
            self.is_tls = identity is not None
        return code

    async def change_options(self, options: ListenOptions) -> None:
        """Take new options over; another backlog counts from the next `listen` on."""
        old, self.options = self.options, options
        changed, live_id = changed_properties(old, options), self._live_id
        if changed and live_id is not None:
            await self._server.update(live_id, changed)

    @override
    async def _close(self, socket_id: int) -> None:
        await self._server.close(socket_id)
