"""What the tree does with a socket becomes a call of the socket's own namespace."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.live import LiveSocket
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.app_set import AppSet
from socket_workbench.panels.messages import Message
from socket_workbench.panels.socket_actions import SocketActions
from socket_workbench.panels.socket_operations import Deed, Operation, operations_of, with_value
from socket_workbench.tasks import TaskScope
from support.chrome_apps import connected, echo, running_app, serving
from support.fake_chrome import live_socket
from support.logs import fail_test

if TYPE_CHECKING:
    from socket_workbench.panels.notice import Notice

BOUND = {"localAddress": "127.0.0.1", "localPort": 5000}


class Actions:
    """The actions on a real app."""

    def __init__(self, app: ChromeApp, scope: TaskScope) -> None:
        self.app, self.scope = app, scope
        self.told: list[Notice] = []
        self.does = SocketActions(AppSet(app), scope, self.told.append)

    def live(self, index: int = 0) -> LiveSocket:
        return self.app.live()[index]

    async def call(self, live: LiveSocket, method: str, *arguments: Any) -> None:
        self.does.call_requested(live.key, method, arguments)
        await self.scope.idle()

    async def do(self, deed: Deed, value: str | int | None = None) -> None:
        """Do what a menu offers for the first socket."""
        operation = offered(self.live(), deed)
        arguments = operation.arguments if value is None else with_value(operation, value)
        await self.call(self.live(), operation.method, *arguments)


@asynccontextmanager
async def actions() -> AsyncIterator[Actions]:
    async with running_app(Compat.DOCUMENTED) as app, TaskScope(on_error=fail_test) as scope:
        yield Actions(app, scope)


def offered(live: LiveSocket, deed: Deed) -> Operation:
    return next(one for one in operations_of(live) if one.deed is deed)


def deeds(live: LiveSocket) -> list[str]:
    return [one.deed.value for one in operations_of(live)]


def enabled(live: LiveSocket) -> set[str]:
    return {one.deed.value for one in operations_of(live) if one.is_enabled}


CONNECTION = ["secure", "keepAliveOn", "keepAliveOff", "noDelayOn", "noDelayOff"]
GROUPS = ["joinGroup", "timeToLive", "loopbackOn", "loopbackOff"]


@pytest.mark.parametrize(
    ("live", "expected"),
    [
        (
            live_socket(1),
            ["pause", "disconnect", *CONNECTION, "name", "bufferSize", "persistent", "close"],
        ),
        (
            live_socket(1, namespace="sockets.tcpServer"),
            ["pause", "disconnect", "name", "persistent", "close"],
        ),
        (
            live_socket(1, namespace="sockets.udp"),
            [
                "pause",
                "broadcastOn",
                "broadcastOff",
                *GROUPS,
                "name",
                "bufferSize",
                "persistent",
                "close",
            ],
        ),
        (
            live_socket(1, namespace="socket", socketType="tcp"),
            ["disconnect", *CONNECTION, "close"],
        ),
        (live_socket(1, namespace="socket", socketType="udp"), ["disconnect", *GROUPS, "close"]),
    ],
    ids=["tcp", "server", "udp", "legacy tcp", "legacy udp"],
)
def test_every_operation_of_its_kind_is_offered(live: LiveSocket, expected: list[str]) -> None:
    assert deeds(live) == expected


@pytest.mark.parametrize(
    ("live", "expected"),
    [
        (live_socket(1), {"name", "bufferSize", "persistent", "close"}),
        (
            live_socket(1, connected=True),
            {"pause", "disconnect", *CONNECTION, "name", "bufferSize", "persistent", "close"},
        ),
        (
            live_socket(1, namespace="sockets.udp", **BOUND),
            {
                "pause",
                "broadcastOn",
                "broadcastOff",
                "joinGroup",
                "name",
                "bufferSize",
                "persistent",
                "close",
            },
        ),
        (
            live_socket(1, namespace="sockets.tcpServer", **BOUND),
            {"pause", "disconnect", "name", "persistent", "close"},
        ),
    ],
    ids=["idle", "connected", "bound", "listening"],
)
def test_what_makes_no_sense_now_is_grey(live: LiveSocket, expected: set[str]) -> None:
    assert enabled(live) == expected


async def test_connections_options_are_set_and_ended() -> None:
    async with serving(echo) as port, actions() as tree:
        await connected(tree.app, port)

        await tree.do(Deed.KEEP_ALIVE_ON)
        await tree.do(Deed.NO_DELAY_ON)
        await tree.do(Deed.PAUSE)
        assert tree.live().info["paused"] is True
        assert offered(tree.live(), Deed.PAUSE).arguments == (False,)
        await tree.do(Deed.DISCONNECT)

        assert tree.live().info["connected"] is False
        assert tree.told == []


async def test_properties_are_changed() -> None:
    async with actions() as tree:
        await tree.app.sockets.tcp.create()

        await tree.do(Deed.NAME, "probe")
        await tree.do(Deed.BUFFER_SIZE, 100)
        await tree.do(Deed.PERSISTENT)

        info = tree.live().info
        assert (info["name"], info["bufferSize"], info["persistent"]) == ("probe", 100, True)
        assert offered(tree.live(), Deed.PERSISTENT).is_checked is True


async def test_groups_are_joined_and_left() -> None:
    async with actions() as tree:
        made = await tree.app.sockets.udp.create()
        await tree.do(Deed.TTL, 2)
        await tree.app.sockets.udp.bind(made["socketId"], "0.0.0.0", 0)

        await tree.do(Deed.JOIN, "239.1.2.3")
        assert tree.live().groups == ("239.1.2.3",)
        await tree.do(Deed.LEAVE)

        assert tree.live().groups == ()
        assert tree.told == []


@pytest.mark.parametrize("kind", ["tcp", "udp"])
async def test_legacy_socket_is_destroyed(kind: Any) -> None:
    async with actions() as tree:
        await tree.app.socket.create(kind)

        await tree.do(Deed.CLOSE)

        assert tree.app.live() == ()


async def test_refusal_is_told_with_the_call_and_its_code() -> None:
    async with actions() as tree:
        await tree.app.sockets.tcp.create()

        await tree.call(tree.live(), "setNoDelay", True)

        (notice,) = tree.told
        assert (notice.message, notice.code) == (Message.CALL_GAVE_ERROR, -2)
        assert notice.values["method"] == "sockets.tcp.setNoDelay(1, true)"


async def test_wrong_value_is_told_in_the_apis_words() -> None:
    async with actions() as tree:
        await tree.app.sockets.tcp.create()

        await tree.call(tree.live(), "update", {"bufferSize": 2**40})

        (notice,) = tree.told
        assert notice.message is Message.CALL_FAILED
        assert "bufferSize" in str(notice.values["text"])


async def test_socket_that_is_gone_is_left_alone() -> None:
    async with actions() as tree:
        await tree.app.sockets.tcp.create()
        live = tree.live()

        tree.does.call_requested(live.key, "close", ())
        tree.does.call_requested(live.key, "close", ())
        await tree.scope.idle()
        await tree.call(live, "close")

        assert tree.told == []
