"""The UDP socket behind a panel.

Closing is the only way to unbind, so a panel has many sockets one after the other; the peers that
they met are kept by `DatagramPeers`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from socket_workbench.chrome.calls import CallDropped
from socket_workbench.chrome.types import CreateInfo, QueryType
from socket_workbench.extras.udp import WorkbenchUdp
from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import ResultCode
from socket_workbench.net.events import Endpoint
from socket_workbench.panels.panel_socket import PanelSocket, ReceiveOptions, changed_receiving

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.udp_socket import UdpApiSocket


@dataclass(frozen=True, slots=True, kw_only=True)
class DatagramOptions(ReceiveOptions):
    """What every socket of the panel is made with."""

    receive_buffer_bytes: int | None = None
    """What the kernel is asked to keep for the socket; `None` leaves its own default."""
    adapter: str = ""
    """Name or number of the adapter to send from; empty lets the kernel choose."""
    shared: bool = False
    """Whether others may bind the same port; counts from the next bind on."""
    time_to_live: int = 1
    """Hops of what is sent to groups."""
    loopback: bool = True
    """Whether this machine hears what is sent to groups."""


class DatagramSocket(PanelSocket):
    """Keeps the options, too."""

    namespace = "sockets.udp"

    def __init__(self, app: "ChromeApp", *, title: str) -> None:
        super().__init__(app, title=title)
        self._udp, self._extras = app.sockets.udp, WorkbenchUdp(app)
        self._was_tried = False
        """A bind was attempted; what counts before binding only can no longer be set."""
        self.options = DatagramOptions()
        self.granted_bytes: int | None = None
        """Size of the kernel's buffer as it was last told; `None` while not bound."""

    @property
    def api(self) -> "UdpApiSocket | None":
        """The socket itself, for counts that no call tells; `None` where there is none."""
        return None if self._id is None else self._udp.sockets.get(self._id)

    @property
    def local(self) -> Endpoint | None:
        """What the socket is bound to; `None` while it is not."""
        live = self.live
        if live is None or "localPort" not in live.info:
            return None
        return Endpoint(live.info["localAddress"], live.info["localPort"])

    @override
    def _create(self) -> "Awaitable[CreateInfo]":
        self._was_tried = False
        return self._udp.create(changed_receiving(DatagramOptions(), self.options))

    async def bind(self, address: str, port: int) -> int:
        """As sockets.udp.bind, with the options; the result code.

        A socket whose bind failed is replaced, for it no longer takes all options.
        """
        if self._was_tried:
            await self.close()
        socket_id = await self.ensure()
        await self._prepare(socket_id)
        self._was_tried = True
        code = await self._udp.bind(socket_id, address, port)
        if code >= 0:
            await self._ask_granted(socket_id)
        return code

    async def _prepare(self, socket_id: int) -> None:
        """Set what is no default, before the bind."""
        options = self.options
        if options.receive_buffer_bytes:
            await self._extras.setReceiveBuffer(socket_id, options.receive_buffer_bytes)
        if options.adapter:
            await self._extras.setAdapter(socket_id, options.adapter)
        if options.shared:
            await self._extras.setShared(socket_id, True)
        if options.time_to_live != 1:
            await self._udp.setMulticastTimeToLive(socket_id, options.time_to_live)
        if not options.loopback:
            await self._udp.setMulticastLoopbackMode(socket_id, False)

    async def send(self, data: bytes, peer: Endpoint, dns: QueryType = "any") -> int:
        """As sockets.udp.send; the result code, `ABORTED` where `close` cut it off.

        An IPv4 socket that may use any address of a name uses its IPv4 ones: `localhost` has both.
        """
        socket_id, local = await self.ensure(), self.local
        is_ipv4 = local is not None and ":" not in local.host
        if dns == "any" and is_ipv4 and parse_literal(peer.host) is None:
            dns = "ipv4"
        try:
            sent = await self._udp.send(socket_id, data, peer.host, peer.port, dns)
        except CallDropped:
            return ResultCode.ABORTED
        return sent["resultCode"]

    async def set_paused(self, *, is_paused: bool) -> None:
        """As sockets.udp.setPaused."""
        await self._udp.setPaused(await self.ensure(), is_paused)

    async def set_broadcast(self, *, enabled: bool) -> int:
        """As sockets.udp.setBroadcast."""
        return await self._udp.setBroadcast(await self.ensure(), enabled)

    async def apply_options(self, old: DatagramOptions) -> int:
        """Give the socket what `options` has otherwise than `old`; a code that is no 0."""
        options = self.options
        if (live_id := self._live_id) is None:
            return 0
        if changed := changed_receiving(old, options):
            await self._udp.update(live_id, changed)
        if self.local is None:
            return 0
        codes = [await self._change_adapter(old), await self._change_buffer(old)]
        if old.time_to_live != options.time_to_live:
            ttl = options.time_to_live
            codes.append(await self._extras.setMulticastTimeToLive(live_id, ttl))
        if old.loopback != options.loopback:
            is_on = options.loopback
            codes.append(await self._extras.setMulticastLoopbackMode(live_id, is_on))
        return min(codes)

    async def _change_adapter(self, old: DatagramOptions) -> int:
        if self._id is None or old.adapter == self.options.adapter:
            return 0
        return await self._extras.setAdapter(self._id, self.options.adapter)

    async def _change_buffer(self, old: DatagramOptions) -> int:
        wanted, granted = self.options.receive_buffer_bytes, 0
        if self._id is None or old.receive_buffer_bytes == wanted:
            return 0
        if wanted:
            granted = await self._extras.setReceiveBuffer(self._id, wanted)
        await self._ask_granted(self._id)
        return min(granted, 0)

    async def join(self, group: str, adapter: str = "") -> int:
        """As sockets.udp.joinGroup, or workbench.udp's where an adapter was chosen."""
        socket_id = await self.ensure()
        if adapter:
            return await self._extras.joinGroup(socket_id, group, adapter)
        return await self._udp.joinGroup(socket_id, group)

    async def leave(self, group: str) -> int:
        """As sockets.udp.leaveGroup."""
        return await self._udp.leaveGroup(await self.ensure(), group)

    @override
    async def close(self) -> None:
        await super().close()
        self.granted_bytes = None

    @override
    async def _close(self, socket_id: int) -> None:
        await self._udp.close(socket_id)

    async def _ask_granted(self, socket_id: int) -> None:
        self.granted_bytes = (await self._extras.getInfo(socket_id)).get("receiveBuffer")
