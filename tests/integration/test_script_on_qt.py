"""A script beside a window: it works on Qt's loop and cannot stop it."""

import asyncio
import time
from typing import TYPE_CHECKING

from support.scripts import running

if TYPE_CHECKING:
    from support.qt_run import RunOnQt

FILL = """
const kept = [];
function fill() {
  for (let i = 0; i < 3000; i++) kept.push(new Uint8Array(1 << 20).fill(i));
}
"""
FRAME_S = 0.016
LONGEST_PAUSE_S = 0.5


async def longest_pause_s(work: "asyncio.Task[object]") -> float:
    """How long the loop was away at most until `work` was done."""
    longest = 0.0
    while not work.done():
        began = time.monotonic()
        await asyncio.wait([work], timeout=FRAME_S)
        longest = max(longest, time.monotonic() - began)
    return longest


def test_window_stays_alive_while_a_script_eats_memory(run_on_qt: "RunOnQt") -> None:
    async def eat() -> tuple[float, str]:
        async with running(FILL) as run:
            work = asyncio.get_running_loop().create_task(run.script.evaluate("fill()"))
            pause_s = await longest_pause_s(work)
            return pause_s, str(work.exception())

    pause_s, error = run_on_qt(eat())

    assert "Array buffer allocation failed" in error
    assert pause_s < LONGEST_PAUSE_S


def test_window_stays_alive_while_a_script_loops(run_on_qt: "RunOnQt") -> None:
    async def loop() -> float:
        async with running("setTimeout(() => { for (;;); }, 0)") as run:
            waiting = asyncio.get_running_loop().create_task(asyncio.sleep(0.5))
            pause_s = await longest_pause_s(waiting)
            await run.script.aclose()
            return pause_s

    assert run_on_qt(loop()) < LONGEST_PAUSE_S


def test_sockets_of_a_script_work_on_the_loop_of_the_window(run_on_qt: "RunOnQt") -> None:
    source = """
        const {tcp, tcpServer} = chrome.sockets;
        tcp.onReceive.addListener(({socketId, data}) => {
          console.log(new TextDecoder().decode(data));
          tcp.getSockets((all) => all.forEach((one) => tcp.close(one.socketId)));
        });
        tcpServer.onAccept.addListener(({socketId, clientSocketId}) => {
          tcp.send(clientSocketId, new TextEncoder().encode("welcome"), () => {});
          tcpServer.close(socketId);
        });
        (async () => {
          const {socketId} = await tcpServer.create();
          tcpServer.listen(socketId, "127.0.0.1", 0, async () => {
            const {localPort} = await tcpServer.getInfo(socketId);
            const client = await tcp.create();
            tcp.connect(client.socketId, "127.0.0.1", localPort, () => {});
          });
        })();
    """

    async def talk() -> list[str]:
        async with running(source) as run:
            await run.idle()
            return run.watcher.texts

    assert run_on_qt(talk()) == ["welcome"]
