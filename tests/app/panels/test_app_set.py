import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from socket_workbench.capture.store import Capture
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.panels.app_set import AppSet
from socket_workbench.tasks import TaskScope
from support.logs import fail_test
from support.platforms import counts_drops


@asynccontextmanager
async def two_apps(folder: Path) -> AsyncIterator[tuple[ChromeApp, ChromeApp]]:
    capture = await Capture.create(folder / "run.swcap")
    async with TaskScope(on_error=fail_test) as scope:
        apps = [
            ChromeApp(Manifest.allow_all(), capture, scope, label=label)
            for label in ("window", "script")
        ]
        yield apps[0], apps[1]
        for app in apps:
            await app.aclose()
    await capture.aclose()


async def test_sockets_of_all_apps_are_seen_as_one(tmp_path: Path) -> None:
    async with two_apps(tmp_path) as (window, script):
        apps = AppSet(window)
        apps.add(script)
        await window.sockets.tcp.create()
        await script.sockets.udp.create()

        assert [one.identity.namespace for one in apps.live()] == ["sockets.tcp", "sockets.udp"]
        owner = apps.owner_of(apps.live()[1].key)
        assert owner is not None
        assert owner[0] is script
        assert apps.live_keys() == tuple(one.key for one in apps.live())
        assert apps.live_of(owner[1].key) == owner[1]
        assert apps.live_of(0) is None


async def test_what_comes_goes_and_changes_is_a_revision(tmp_path: Path) -> None:
    async with two_apps(tmp_path) as (window, script):
        apps, seen = AppSet(window), [-1]

        def grew() -> bool:
            seen.append(apps.revision)
            return seen[-1] > seen[-2]

        assert grew()
        apps.add(script)
        assert grew()
        await script.sockets.udp.create()
        assert grew()
        apps.remove(script)
        assert grew()
        assert apps.live() == ()
        apps.remove(script)
        assert not grew()


@counts_drops
async def test_dropped_datagrams_are_counted_beyond_their_app(tmp_path: Path) -> None:
    async with two_apps(tmp_path) as (window, script):
        apps = AppSet(window)
        apps.add(script)
        udp = script.sockets.udp
        socket_id = (await udp.create())["socketId"]
        await udp.setPaused(socket_id, True)
        await udp.bind(socket_id, "127.0.0.1", 0)
        port = (await udp.getInfo(socket_id)).get("localPort", 0)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            for _ in range(2000):
                sender.sendto(bytes(1000), ("127.0.0.1", port))
        received = asyncio.Event()
        udp.onReceive.addListener(lambda _: received.set())
        await udp.setPaused(socket_id, False)
        await received.wait()
        await udp.close(socket_id)

        assert apps.dropped_datagrams > 0
        before = apps.dropped_datagrams
        apps.remove(script)
        assert apps.dropped_datagrams == before
