"""Suspend, resume, reload and close of an app that is a script."""

import asyncio
import socket

from support.scripts import RunningScript, running

APP = """
chrome.runtime.onInstalled.addListener((info) => console.log("installed", info.reason));
chrome.app.runtime.onLaunched.addListener(() => console.log("launched"));
chrome.runtime.onSuspend.addListener(() => console.log("suspending"));
chrome.sockets.udp.getSockets((found) => {
  console.log("found", found.map((one) => `${one.socketId} ${one.name}`).join());
});
function make() {
  chrome.sockets.udp.create({persistent: true, name: "kept"}, () => console.log("made"));
  chrome.sockets.udp.create({name: "gone"}, () => console.log("made"));
  chrome.socket.create("udp", () => console.log("made"));
}
"""


def live(run: RunningScript) -> list[tuple[str, int]]:
    return [(one.identity.namespace, one.identity.socket_id) for one in run.script.app.live()]


async def made(run: RunningScript) -> None:
    await run.until(3)
    await run.script.evaluate("make()")
    await run.until(6)
    run.watcher.lines.clear()


async def test_first_start_installs_and_launches() -> None:
    async with running(APP) as run:
        assert sorted(await run.until(3)) == ["found ", "installed install", "launched"]


async def test_suspend_closes_what_is_not_persistent() -> None:
    async with running(APP) as run:
        await made(run)

        await run.script.suspend()

        assert run.watcher.texts == ["suspending"]
        assert live(run) == [("sockets.udp", 1)]


async def test_resume_is_a_new_page_that_finds_persistent_sockets() -> None:
    async with running(APP) as run:
        await made(run)
        await run.script.evaluate("globalThis.seen = true")
        await run.script.suspend()
        run.watcher.lines.clear()

        await run.script.resume()

        assert "found 1 kept" in await run.until(2)
        assert await run.script.evaluate("typeof seen") == "undefined"
        await run.script.evaluate("make()")
        await run.until(5)
        assert ("sockets.udp", 3) in live(run), "ids go on counting"


async def test_reload_closes_everything_and_starts_afresh() -> None:
    async with running(APP) as run:
        await made(run)

        await run.script.reload()

        assert sorted(await run.until(3)) == ["found ", "installed update", "launched"]
        assert live(run) == []


async def test_close_ends_sockets_and_process() -> None:
    async with running(APP) as run:
        await made(run)

        await run.script.aclose()

        assert live(run) == []
        assert run.script.is_idle


RECEIVER = """
chrome.sockets.udp.onReceive.addListener(({data}) => console.log("got", data.byteLength));
function open() {
  chrome.sockets.udp.create({persistent: true}, ({socketId}) => {
    chrome.sockets.udp.bind(socketId, "127.0.0.1", 0, () => {
      chrome.sockets.udp.getInfo(socketId, (info) => console.log(info.localPort));
    });
  });
}
"""


async def test_what_came_while_suspended_is_for_the_next_page() -> None:
    async with running(RECEIVER) as run:
        await run.script.evaluate("open()")
        (port,) = await run.until(1)
        await run.script.suspend()

        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(b"meanwhile", ("127.0.0.1", int(port)))
        await asyncio.sleep(0.05)
        await run.script.resume()

        assert (await run.until(2))[1:] == ["got 9"]


async def test_what_begins_and_ends_pages_takes_turns() -> None:
    async with running(APP) as run:
        await made(run)
        script = run.script

        await asyncio.gather(script.suspend(), script.resume(), script.resume(), script.reload())

        assert script.has_page
        assert live(run) == []
        assert await script.evaluate("typeof make") == "function"


async def test_nothing_begins_after_the_end() -> None:
    async with running(APP) as run:
        await run.until(3)
        async with asyncio.TaskGroup() as group:
            group.create_task(run.script.suspend())
            group.create_task(run.script.resume())
            group.create_task(run.script.aclose())

        assert not run.script.has_page
        assert run.script.is_idle


SERVER = """
chrome.sockets.tcpServer.onAccept.addListener(({clientSocketId}) => {
  chrome.sockets.tcp.setPaused(clientSocketId, false);
});
chrome.sockets.tcp.onReceive.addListener(({socketId, data}) => {
  console.log(new TextDecoder().decode(data));
  chrome.sockets.tcp.send(socketId, data, () => chrome.sockets.tcp.close(socketId));
});
function open() {
  const {create, listen, getInfo} = chrome.sockets.tcpServer;
  create({persistent: true}, ({socketId}) => listen(socketId, "127.0.0.1", 0, () => {
    getInfo(socketId, ({localPort}) => console.log(localPort));
  }));
}
"""


async def test_who_came_while_suspended_is_served_by_the_next_page() -> None:
    async with running(SERVER) as run:
        await run.script.evaluate("open()")
        (port,) = await run.until(1)
        await run.script.suspend()
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
        writer.write(b"meanwhile")
        await run.script.resume()

        async with asyncio.timeout(10):
            assert await reader.read() == b"meanwhile"
        writer.close()
        await writer.wait_closed()


async def test_calls_under_way_end_with_their_page() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        async with running(RECEIVER) as run:
            await run.script.evaluate(
                "chrome.sockets.tcp.create({persistent: true}, ({socketId}) =>"
                f" chrome.sockets.tcp.connect(socketId, '127.0.0.1', {port}, () => {{"
                " chrome.socket.create('udp', (s) => chrome.socket.bind(s.socketId, '127.0.0.1',"
                " 0, () => { chrome.socket.recvFrom(s.socketId, () => console.log('never'));"
                " console.log('reading'); })); }));"
            )
            await run.until(1)

            await run.script.suspend()
            await run.script.resume()

            assert live(run) == [("sockets.tcp", 1)]
            assert run.watcher.texts == ["reading"]
            assert run.watcher.faults == []
