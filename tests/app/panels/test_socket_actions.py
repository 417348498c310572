"""What the tree does with a socket becomes a call of the socket's own namespace."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from socket_workbench.panels.app_set import AppSet
from socket_workbench.panels.socket_actions import SocketActions
from socket_workbench.tasks import TaskScope
from support.fake_chrome import FIRST_KEY, FakeChrome
from support.logs import fail_test

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp


class Actions:
    """The actions on a fake app that has one socket."""

    def __init__(self, scope: TaskScope) -> None:
        self.scope, self.chrome = scope, FakeChrome()
        self.does = SocketActions(AppSet(cast("ChromeApp", self.chrome)), scope)

    async def calls(self) -> list[tuple[object, ...]]:
        await self.scope.idle()
        return self.chrome.sockets.tcp.calls[1:]


@asynccontextmanager
async def actions() -> AsyncIterator[Actions]:
    async with TaskScope(on_error=fail_test) as scope:
        made = Actions(scope)
        await made.chrome.sockets.tcp.create({})
        yield made


async def test_disconnect_is_called_with_the_sockets_id() -> None:
    async with actions() as tree:
        tree.does.disconnect_requested(FIRST_KEY)

        assert await tree.calls() == [("disconnect", 1)]


async def test_close_is_called_with_the_sockets_id() -> None:
    async with actions() as tree:
        tree.does.close_requested(FIRST_KEY)

        assert await tree.calls() == [("close", 1)]


async def test_pause_is_called_with_the_sockets_id() -> None:
    async with actions() as tree:
        tree.does.pause_requested(FIRST_KEY, True)

        assert await tree.calls() == [("setPaused", 1, True)]


async def test_socket_that_is_gone_is_left_alone() -> None:
    async with actions() as tree:
        tree.does.close_requested(7)

        assert await tree.calls() == []


async def test_socket_that_goes_meanwhile_is_no_error() -> None:
    async with actions() as tree:
        tree.does.close_requested(FIRST_KEY)
        tree.does.close_requested(FIRST_KEY)

        assert await tree.calls() == [("close", 1), ("close", 1)]
