"""The listening socket behind a TCP server panel: made when needed, spoken to by `chrome.*`."""

from typing import TYPE_CHECKING, Final

from socket_workbench.extras.workbench import WorkbenchTcpServer
from socket_workbench.panels.tcp_server_state import ListenOptions

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.live import LiveSocket
    from socket_workbench.chrome.types import CreateInfo, SocketProperties
    from socket_workbench.net.events import Endpoint
    from socket_workbench.panels.tcp_server_certificates import ServerIdentity

NAMESPACE: Final = "sockets.tcpServer"


class ServerListener:
    """Keeps the id and the options; what the calls raise, it lets through.

    A socket that somebody else closed is replaced by a new one at the next `listen`.
    """

    def __init__(self, app: "ChromeApp", *, title: str) -> None:
        self._app = app
        self._server = app.sockets.tcpServer
        self._workbench = WorkbenchTcpServer(app)
        self._id: int | None = None
        self._creating: Awaitable[CreateInfo] | None = None
        self.title = title
        self.options = ListenOptions()
        self.is_tls = False
        """Whether the connections that come are secured."""

    @property
    def id(self) -> int | None:
        """The API's `socketId`, also of a socket that is gone by now."""
        return self._id

    @property
    def live(self) -> "LiveSocket | None":
        """What is known of the socket now; `None` where there is none."""
        return None if self._id is None else self._app.find(NAMESPACE, self._id)

    @property
    def cause(self) -> str:
        """Why the last thing that failed on this socket failed; empty if nothing did."""
        live = self.live
        return "" if live is None else live.cause

    async def ensure(self) -> int:
        """The id of a live socket, made now if need be; several may ask at once."""
        if self._creating is None and self.live is None:
            with self._app.panel_scope(self.title):
                self._creating = self._server.create(_properties(ListenOptions(), self.options))
            self.is_tls = False
        if self._creating is not None:
            created = await self._creating
            self._id, self._creating = created["socketId"], None
        assert self._id is not None
        return self._id

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
        if self._id is not None and self.live is not None:
            self._server.disconnect(self._id)

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
        changed = _properties(old, options)
        if changed and self._id is not None and self.live is not None:
            await self._server.update(self._id, changed)

    async def close(self) -> None:
        """Close the socket, if there is one."""
        if self._creating is not None:
            await self.ensure()
        if self._id is not None and self.live is not None:
            await self._server.close(self._id)
        self._id = None


def _properties(old: ListenOptions, new: ListenOptions) -> "SocketProperties":
    # Only what differs: `update` changes no more than it is given.
    properties: SocketProperties = {}
    if old.name != new.name:
        properties["name"] = new.name
    if old.persistent != new.persistent:
        properties["persistent"] = new.persistent
    return properties
