"""Suspending, resuming, reloading and closing an app; what it learns about itself."""

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from socket_workbench.chrome.calls import CallDropped
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.runtime import app_id
from support.chrome_apps import Collected, connected, echo, hanging_port, running_app, serving

if TYPE_CHECKING:
    from collections.abc import Mapping


async def test_suspending_closes_what_is_not_persistent() -> None:
    async with serving(echo) as port, running_app() as app:
        await connected(app, port, persistent=True)
        await connected(app, port)
        await app.sockets.udp.create({"persistent": True})
        await app.socket.create("tcp")
        app.suspend()
        app.resume()

        assert [one["socketId"] for one in await app.sockets.tcp.getSockets()] == [1]
        assert [one["socketId"] for one in await app.sockets.udp.getSockets()] == [1]
        assert [live.identity.namespace for live in app.live()] == ["sockets.tcp", "sockets.udp"]
        assert await app.sockets.tcp.create() == {"socketId": 3}
        assert await app.socket.create("tcp") == {"socketId": 2}


async def test_page_is_told_before_it_goes_and_its_listeners_go_with_it() -> None:
    seen: list[str] = []

    async with running_app() as app:
        app.runtime.onSuspend.addListener(lambda *_: seen.append("suspend"))
        app.sockets.tcp.onReceive.addListener(lambda _: seen.append("receive"))
        app.suspend()

        assert seen == ["suspend"]
        assert not app.sockets.tcp.onReceive.hasListeners()


async def test_what_comes_meanwhile_is_held_back_for_the_next_page() -> None:
    talk = asyncio.Event()

    async def talking(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await talk.wait()
        for _ in range(100):
            writer.write(bytes(5000))
            await writer.drain()

    async with serving(talking) as port, running_app() as app:
        await connected(app, port, persistent=True)
        app.suspend()
        app.suspend()
        talk.set()
        for _ in range(50):
            await asyncio.sleep(0)
        app.resume()
        received = Collected(app.sockets.tcp.onReceive)

        assert len(await received.received_bytes(500_000)) == 500_000


async def test_calls_that_wait_are_dropped_with_the_page() -> None:
    with hanging_port() as port:
        async with running_app() as app:
            await app.sockets.tcp.create({"persistent": True})
            pending = app.sockets.tcp.connect(1, "127.0.0.1", port)
            await asyncio.sleep(0)
            app.suspend()

            with pytest.raises(CallDropped):
                await pending


async def test_reloading_closes_everything_and_goes_on_counting() -> None:
    async with serving(echo) as port, running_app() as app:
        await connected(app, port, persistent=True)
        app.reload()

        assert app.live() == ()
        assert await app.sockets.tcp.create() == {"socketId": 2}


async def test_closing_twice_is_no_error() -> None:
    async with running_app() as app:
        await app.sockets.tcp.create()
        await app.aclose()
        await app.aclose()

        assert app.live() == ()


async def test_launching_tells_the_page() -> None:
    seen: list[tuple[str, Mapping[str, Any]]] = []

    async with running_app() as app:
        launched = Collected(app.app.runtime.onLaunched)
        app.subscribe(lambda name, info: seen.append((name, info)))
        app.launch()

        assert launched.infos == [{"source": "command_line"}]
        assert seen == [("app.runtime.onLaunched", {"source": "command_line"})]


async def test_runtime_tells_manifest_id_and_addresses() -> None:
    manifest = Manifest.parse({"name": "n", "nested": {"a": 1}})

    async with running_app(manifest=manifest) as app:
        copy = app.runtime.getManifest()
        copy["nested"]["a"] = 2

        assert app.runtime.getManifest() == {"name": "n", "nested": {"a": 1}}
        assert app.runtime.getURL("/a.html") == f"chrome-extension://{app.runtime.id}/a.html"


def test_id_comes_from_the_key_and_else_from_the_label() -> None:
    with_key = app_id({"key": "YWJj"}, "x")

    # The SHA-256 of `abc` begins with ba7816bf.
    assert with_key.startswith("lkhibglp")
    assert len(with_key) == 32
    assert app_id({}, "x") == app_id({"key": "no base64!"}, "x") != app_id({}, "y")


@pytest.mark.parametrize(
    ("document", "namespaces"),
    [
        ({}, ()),
        ({"sockets": {}}, ("sockets.tcp", "sockets.tcpServer", "sockets.udp")),
        (
            {"permissions": [{"socket": ["udp-bind"]}, "system.network"]},
            ("socket", "system.network"),
        ),
    ],
)
async def test_manifest_decides_what_scripts_see(document: Any, namespaces: Any) -> None:
    async with running_app(manifest=Manifest.parse(document)) as app:
        assert app.namespaces == namespaces


async def test_network_interfaces_are_the_same_in_both_namespaces() -> None:
    async with running_app() as app:
        listed = await app.system.network.getNetworkInterfaces()

        assert await app.socket.getNetworkList() == listed
        assert all(one.keys() == {"name", "address", "prefixLength"} for one in listed)


async def test_failed_look_up_of_interfaces(monkeypatch: pytest.MonkeyPatch) -> None:
    from socket_workbench.chrome import network
    from socket_workbench.chrome.calls import ApiError

    def broken() -> None:
        raise OSError

    monkeypatch.setattr(network, "find_adapters", broken)

    async with running_app() as app:
        with pytest.raises(ApiError, match="Network lookup failed or unsupported"):
            await app.system.network.getNetworkInterfaces()
