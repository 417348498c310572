"""The multicast panel without widgets: what its buttons do, and the state that it shows."""

import asyncio
import ipaddress
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from socket_workbench.chrome.calls import ApiError
from socket_workbench.net.adapters import Adapter, Family
from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.events import Endpoint
from socket_workbench.panels import datagram_notices as notices
from socket_workbench.panels.datagram_controller import DatagramController
from socket_workbench.panels.datagram_socket import DatagramSocket
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.multicast_diagnosis import Facts, Finding, Group, Reason, diagnose
from socket_workbench.panels.multicast_state import (
    MulticastOptions,
    MulticastState,
    MulticastTarget,
)
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.panel_controller import Clock
from socket_workbench.panels.panel_state import PanelView
from socket_workbench.panels.socket_notices import gone
from socket_workbench.panels.targets import check_target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.tasks import TaskScope

WILDCARDS = {Family.IPV4: "0.0.0.0", Family.IPV6: "::"}
DIAGNOSE_EVERY_S = 0.25
Adapters = Callable[[], tuple[Adapter, ...]]


class MulticastController(DatagramController[MulticastState]):
    """One socket for each family of addresses, bound to one port, and the groups joined there."""

    def __init__(
        self,
        app: "ChromeApp",
        view: PanelView[MulticastState],
        scope: "TaskScope",
        *,
        adapters: Adapters = tuple,
        now_s: Clock = time.monotonic,
    ) -> None:
        state = MulticastState(findings=(Finding(Reason.NOT_BOUND),))
        super().__init__(app, view, scope, state, now_s)
        self._adapters = adapters
        self._by_family = {family: DatagramSocket(app, title="") for family in Family}
        self._options = MulticastOptions()
        self._target = MulticastTarget()
        self._groups: dict[str, str] = {}
        """Names of the adapters of the panel's groups, joined or not."""
        self._working = asyncio.Lock()
        self._heard_before = 0
        self._diagnosed_s: float | None = None

    @property
    @override
    def _sockets(self) -> tuple[DatagramSocket, ...]:
        return tuple(self._by_family.values())

    def start(self, options: MulticastOptions, groups: "Iterable[Group]", title: str) -> None:
        """Take over what the panel was opened with; nothing is bound or joined by that."""
        self.rename(title)
        self._take_options(options)
        self._groups = {each.group: each.adapter for each in groups}
        self._follow()

    @override
    def tick(self) -> None:
        super().tick()
        now_s = self._now_s()
        if self._diagnosed_s is None or now_s - self._diagnosed_s >= DIAGNOSE_EVERY_S:
            self._diagnosed_s = now_s
            self._show(findings=diagnose(self._facts()))

    def target_changed(self, target: MulticastTarget) -> None:
        """Something else is typed; what is wrong with hearing it may be something else, too."""
        self._target = target
        self._diagnosed_s = None

    def options_changed(self, options: MulticastOptions) -> None:
        """Take new options over, at once where the sockets can."""
        before = self._options
        self._take_options(options)  # at once: a bind may come before the calls
        self._heard_anew()
        if options != before:
            self._start("update", partial(self._apply_options, before))

    def join_requested(self, target: MulticastTarget) -> None:
        """Bind where nothing is bound, and join the group that was typed."""
        self._start("joinGroup", partial(self._join_target, target))

    def begin_requested(self, target: MulticastTarget) -> None:
        """Join all groups of the panel anew; the one that was typed where it has none."""
        if self._groups:
            self._start("joinGroup", partial(self._join_all, target))
        else:
            self.join_requested(target)

    def leave_requested(self, groups: "Iterable[str]") -> None:
        """Leave these, and forget them."""
        self._start("leaveGroup", partial(self._leave, tuple(groups)))

    def close_requested(self) -> None:
        """Close the sockets, which leaves all groups; they stay in the list to be joined again."""
        self.cancel_file_requested()
        self._start("close", self._close)

    def send_requested(self, data: bytes, target: MulticastTarget) -> None:
        """Send one datagram to the group; binds first where nothing is bound."""
        self._start("send", partial(self.send, data, target))

    def send_file_requested(self, path: Path, target: MulticastTarget) -> None:
        """Send a file to the group in pieces, each a datagram, unless one is under way."""
        self._start_file(path, partial(self._send_piece, target), self._options.piece_bytes)

    async def send(self, data: bytes, target: MulticastTarget) -> bool:
        """As `send_requested`; true when the datagram has left."""
        end = self._checked(target)
        if end is None:
            return False
        try:
            return await self._bound(end) and await self._send(data, end)
        except ApiError as error:
            self._tell_api_error("send", error)
            return False

    async def _send_piece(self, target: MulticastTarget, data: bytes) -> bool:
        return await self.send(data, target)

    async def _send(self, data: bytes, group: Endpoint) -> bool:
        end = Endpoint(group.host, self.state.port or group.port)
        return await self._send_one(self._by_family[_family(group.host)], data, end)

    async def _bound(self, group: Endpoint) -> bool:
        async with self._working:
            return await self._bind(group)

    async def _bind(self, group: Endpoint) -> bool:
        """Bind the socket of the group's family, if it is not; the caller has the lock."""
        family = _family(group.host)
        socket = self._by_family[family]
        if socket.local is not None:
            return True
        local = Endpoint(WILDCARDS[family], self.state.port or group.port)
        if not await self._bind_one(socket, local):
            await socket.close()
            return False
        self._heard_anew()
        self._follow()
        return True

    async def _join_target(self, target: MulticastTarget) -> None:
        end = self._checked(target)
        if end is None:
            return
        if end.host in self._joined():
            values = {"group": end.host}
            self._show(notice=Notice(message=Message.GROUP_JOINED_ALREADY, values=values))
            return
        async with self._working:
            await self._join(end, target.adapter)

    async def _join_all(self, target: MulticastTarget) -> None:
        await self._close()
        async with self._working:
            for group, adapter in tuple(self._groups.items()):
                end = self._checked(replace(target, group=group))
                if end is None or not await self._join(end, adapter):
                    return

    async def _join(self, end: Endpoint, adapter: str) -> bool:
        if not await self._bind(end):
            return False
        socket = self._by_family[_family(end.host)]
        code = await socket.join(end.host, self._handle(adapter))
        if code < 0:
            self._show(notice=notices.join_failed(end.host, adapter, code, socket.cause))
            return False
        self._groups[end.host] = adapter
        self._heard_anew()
        self._show(notice=None)
        self._follow()
        return True

    async def _leave(self, groups: tuple[str, ...]) -> None:
        joined = self._joined()
        for group in groups:
            socket = self._by_family[_family(group)]
            code = await socket.leave(group) if group in joined else 0
            if code < 0:
                self._show(notice=notices.leave_failed(group, code, socket.cause))
                return
            self._groups.pop(group, None)
        self._heard_anew()
        if not self._joined():
            await self._close()

    async def _close(self) -> None:
        async with self._working:
            self._count_dropped()
            for socket in self._sockets:
                await socket.close()
            self._heard_anew()
            self._follow()

    async def _apply_options(self, before: MulticastOptions) -> None:
        for socket in self._sockets:
            await self._apply_to_one(socket, before)

    def _take_options(self, options: MulticastOptions) -> None:
        self._options = options
        for socket in self._sockets:
            socket.options = options

    def _joined(self) -> set[str]:
        return {
            group
            for socket in self._sockets
            if (api := socket.api) is not None
            for group in api.link.groups
        }

    @override
    def _follow_sockets(self) -> None:
        live = [one for socket in self._sockets if (one := socket.live) is not None]
        bound = [socket for socket in self._sockets if socket.local is not None]
        if self.state.is_bound and not live and not self._working.locked():
            self._shown.tell(gone(Message.DATAGRAM_SOCKET_GONE, self.state.label))
        joined = self._joined()
        others = sorted(joined - set(self._groups))  # joined in the socket tree, say
        names = {**self._groups, **dict.fromkeys(others, "")}
        granted = [one.granted_bytes for one in bound if one.granted_bytes is not None]
        self._show(
            sockets=tuple(one.key for one in live),
            socket=live[0].key if live else None,
            label=live[0].identity.label if live else "",
            is_bound=bool(bound),
            is_paused=any(one.info["paused"] for one in live),
            port=bound[0].local.port if bound and bound[0].local else None,
            granted_bytes=min(granted, default=None),
            groups=tuple(Group(one, names[one], one in joined) for one in names),
        )
        self._diagnosed_s = None

    def _facts(self) -> Facts:
        target, state = self._target, self.state
        port = target.port.strip()
        heard = sum(peer.datagrams_in for peer in self.peers.peers)
        return Facts(
            is_bound=state.is_bound,
            is_paused=state.is_paused,
            received=heard - self._heard_before,
            group=parse_literal(target.group.strip()) or "",
            port=int(port) if port.isascii() and port.isdecimal() else None,
            bound_port=state.port,
            groups=state.groups,
            sender=target.adapter,
            time_to_live=self._options.time_to_live,
            loopback=self._options.loopback,
            adapters=self._adapters(),
        )

    def _heard_anew(self) -> None:
        """What came before a change says nothing about what comes after it."""
        self.peers.poll()
        self._heard_before = sum(peer.datagrams_in for peer in self.peers.peers)
        self._diagnosed_s = None

    def _handle(self, adapter: str) -> str:
        known = (each.handle for each in self._adapters() if each.name == adapter)
        return next(known, adapter)

    def _checked(self, target: MulticastTarget) -> Endpoint | None:
        group = parse_literal(target.group.strip())
        if group is None or not ipaddress.ip_address(group).is_multicast:
            typed = target.group.strip()
            message = Message.GROUP_WRONG if typed else Message.GROUP_MISSING
            notice = Notice(message=message, values={"group": typed}, field=Field.GROUP)
            self._show(notice=notice)
            return None
        port = str(self.state.port) if self.state.port is not None else target.port
        return self._read(check_target(group, port))


def _family(group: str) -> Family:
    return Family.IPV6 if ":" in group else Family.IPV4
