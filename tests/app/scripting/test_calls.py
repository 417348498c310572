"""Calls, outcomes and events between JavaScript and the app."""

import asyncio
import gc
import json
from collections import Counter

import pytest

from support.leaks import open_descriptors
from support.scripts import run_dry, running, said_by

BYTES_EACH = 1 << 20


async def test_last_error_is_there_in_the_callback_and_its_microtasks() -> None:
    said = await said_by(
        """
        chrome.sockets.tcp.getInfo(99, function () {
          console.log(arguments.length, chrome.runtime.lastError.message);
          Promise.resolve().then(() => console.log("microtask", chrome.runtime.lastError.message));
          setTimeout(() => console.log("later", chrome.runtime.lastError), 0);
        });
        """
    )

    assert said == ["0 Socket not found", "microtask Socket not found", "later undefined"]


async def test_last_error_of_the_script_itself_stays() -> None:
    said = await said_by(
        """
        chrome.runtime.lastError = "mine";
        chrome.sockets.tcp.getInfo(99, () => {
          console.log(chrome.runtime.lastError);
          setTimeout(() => console.log(chrome.runtime.lastError), 0);
        });
        """
    )

    assert said == ["mine", "mine"]


async def test_what_a_script_puts_in_place_of_builtins_is_not_used() -> None:
    said = await said_by(
        """
        const say = console.log;
        globalThis.Promise = globalThis.TypeError = globalThis.Uint8Array = undefined;
        Object.keys = Number.isInteger = Array.isArray = Reflect.apply = () => { throw 5; };
        Object.prototype.value = 1;
        chrome.sockets.tcp.update(99, {name: "n"}, () => say(chrome.runtime.lastError.message));
        chrome.sockets.tcp.getInfo(98).catch((error) => say(error.message));
        try { chrome.sockets.tcp.update(99, {other: 1}); } catch (error) { say(error.name); }
        delete Object.prototype.value;
        """
    )

    assert sorted(said) == ["Socket not found", "Socket not found", "TypeError"]


async def test_methods_of_events_work_on_the_event_that_they_are_called_on() -> None:
    said = await said_by(
        """
        const { onReceive: tcp } = chrome.sockets.tcp, { onReceive: udp } = chrome.sockets.udp;
        tcp.addListener.call(udp, () => 0);
        console.log(tcp.hasListeners(), udp.hasListeners(), tcp.addListener === udp.addListener);
        for (const alien of [{}, Object.create(tcp), new Proxy(tcp, {})]) {
          try { tcp.hasListeners.call(alien); } catch (error) { console.log(error.message); }
        }
        """
    )

    alien = "Illegal invocation: Function must be called on an object of type Event"
    assert said == ["false true true", alien, alien, alien]


async def test_members_of_namespaces_are_in_chromiums_order() -> None:
    said = await said_by("console.log(Object.keys(chrome.sockets.tcpServer).join())")

    assert said == [
        "onAcceptError,onAccept,close,create,disconnect,getInfo,getSockets,listen,setPaused,update"
    ]


async def test_last_error_that_nobody_looks_at_is_a_warning() -> None:
    async with running("chrome.sockets.tcp.getInfo(99, () => {});") as run:
        await run.idle()

    (line,) = run.watcher.lines
    assert (line.level, line.text) == ("warning", "Unchecked runtime.lastError: Socket not found")


async def test_promise_form_resolves_and_rejects() -> None:
    said = await said_by(
        run_dry("chrome.sockets.tcp.getSockets().then((x) => x.length)"),
        run_dry(
            "chrome.sockets.tcp.getInfo(99).then(null, (e) => e instanceof Error && e.message)"
        ),
    )

    assert sorted(said) == ["0", "Socket not found"]


@pytest.mark.parametrize("name", ["plain", "n\u00e4me", "\ud800"])
async def test_members_of_what_comes_are_in_alphabetical_order(name: str) -> None:
    said = await said_by(
        f"""
        chrome.sockets.udp.create({{name: {json.dumps(name)}, bufferSize: 5}}, ({{socketId}}) => {{
          chrome.sockets.udp.getInfo(socketId, (info) => console.log(Object.keys(info).join()));
          chrome.sockets.udp.close(socketId);
        }});
        """
    )

    assert said == ["bufferSize,name,paused,persistent,socketId"]


async def test_arguments_are_taken_when_the_call_is_made() -> None:
    async with running(
        """
        const view = new Uint8Array([1, 2, 3, 4]), got = [];
        chrome.sockets.tcp.onReceive.addListener((info) => {
          got.push(...new Uint8Array(info.data));
          if (got.length < 2) return;
          console.log(got.join());
          chrome.sockets.tcp.close(info.socketId);
        });
        function start(port) {
          chrome.sockets.tcp.create({}, ({socketId}) => {
            chrome.sockets.tcp.connect(socketId, "127.0.0.1", port, () => {
              chrome.sockets.tcp.send(socketId, view.subarray(1, 3), () => {});
              view.fill(9);
            });
          });
        }
        """
    ) as run:
        server = await asyncio.start_server(echo, "127.0.0.1", 0)
        async with server:
            await run.script.evaluate(f"start({server.sockets[0].getsockname()[1]})")
            assert await run.until(1) == ["2,3"]
            await run.idle()


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(1 << 16):
        writer.write(data)
        await writer.drain()
    writer.close()


async def left_over(before: Counter[str]) -> Counter[str]:
    """What is open beyond `before`, after the peer had the time to close its ends."""
    for _ in range(50):
        gc.collect()
        if not open_descriptors() - before:
            break
        await asyncio.sleep(0.05)
    return open_descriptors() - before


LOAD = """
const tcp = chrome.sockets.tcp, SIZE = %d, COUNT = 200;
const data = new Uint8Array(SIZE);
for (let i = 0; i < SIZE; i++) data[i] = (i * 31 + 7) & 255;
const got = new Map();
let left = COUNT, wrong = 0;

tcp.onReceive.addListener(({socketId, data}) => {
  const bytes = new Uint8Array(data);
  let at = got.get(socketId);
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== ((at++ * 31 + 7 + socketId) & 255)) wrong++;
  }
  got.set(socketId, at);
  if (at === SIZE) {
    tcp.close(socketId);
    if (--left === 0) console.log("done", wrong);
  }
});
tcp.onReceiveError.addListener(({socketId, resultCode}) => {
  if (got.get(socketId) !== SIZE) console.log("error", resultCode);
});

function start(port) {
  for (let i = 0; i < COUNT; i++) {
    tcp.create({bufferSize: 65536}, ({socketId}) => {
      got.set(socketId, 0);
      tcp.connect(socketId, "127.0.0.1", port, () => {
        const mine = data.map((byte) => byte + socketId);
        for (let at = 0; at < SIZE; at += 65536) {
          tcp.send(socketId, mine.subarray(at, at + 65536), () => {});
        }
      });
    });
  }
}
"""


async def test_200_connections_echo_1_mib_each_and_leave_nothing() -> None:
    async with running(LOAD % BYTES_EACH) as run:
        server = await asyncio.start_server(echo, "127.0.0.1", 0, backlog=300)
        async with server:
            before = open_descriptors()
            await run.script.evaluate(f"start({server.sockets[0].getsockname()[1]})")
            async with asyncio.timeout(60):
                await run.script.idle()
            left = await left_over(before)

    assert run.watcher.texts == ["done 0"]
    assert not left
