"""Promises that are rejected while nobody listens are told, as browsers do."""

import pytest

from socket_workbench.scripting.rejections import KNOWN_V8, Rejections
from socket_workbench.scripting.v8 import V8
from support.scripts import running

FORGOTTEN = {
    "async function": "async function lost() { await 0; throw new Error('x'); }\nlost(); 1;",
    "of a timer": "setTimeout(() => {\n  (async () => { throw new Error('x'); })();\n}, 0);",
    "constructed": "setTimeout(() => {\n  new Promise((_, reject) => reject(new Error('x')));\n});",
    "derived": "Promise.resolve().then(() => {\n  throw new Error('x');\n}); 1;",
    "handled too late": "const p = Promise.reject(new Error('x'));\n"
    "setTimeout(() => p.catch(() => 0), 5);",
}
HEARD = {
    "at once": "Promise.reject(1).catch(() => 0);",
    "a microtask later": "const p = Promise.reject(1);\n"
    "Promise.resolve().then(() => p.catch(() => 0));",
    "awaited": "(async () => { try { await Promise.reject(1); } catch {} })();",
    "by a race": "Promise.race([1, Promise.reject(2)]);",
}


@pytest.mark.parametrize("source", FORGOTTEN.values(), ids=FORGOTTEN)
async def test_a_forgotten_rejection_is_told_once(source: str) -> None:
    async with running(source) as run:
        await run.idle()

        (fault,) = run.watcher.faults

    assert fault.message == "Uncaught (in promise) Error: x"
    assert (fault.file, fault.origin) == ("1.js", "promise")


@pytest.mark.parametrize("source", HEARD.values(), ids=HEARD)
async def test_a_rejection_with_a_handler_is_no_fault(source: str) -> None:
    async with running(source) as run:
        await run.idle()

        assert run.watcher.faults == []


async def test_a_failed_call_that_nobody_waits_for_is_a_warning() -> None:
    async with running("chrome.sockets.tcp.close(7); 1;") as run:
        await run.idle()

        (line,) = run.watcher.lines
        assert run.watcher.faults == []

    text = "Uncaught (in promise) Error: Socket not found"
    assert (line.level, line.text) == ("warning", text)


async def test_a_failed_call_in_a_forgotten_function_is_told() -> None:
    source = "setTimeout(() => {\n  (async () => { await chrome.sockets.tcp.close(7); })();\n});"

    async with running(source) as run:
        await run.idle()

        (fault,) = run.watcher.faults

    assert fault.message == "Uncaught (in promise) Error: Socket not found"


async def test_what_a_script_does_to_maps_hides_nothing() -> None:
    source = "Map.prototype.set = Map.prototype.clear = () => { throw 1; };\nPromise.reject(2); 1;"

    async with running(source) as run:
        await run.idle()

        assert [fault.message for fault in run.watcher.faults] == ["Uncaught (in promise) 2"]


def test_the_v8_we_have_is_one_that_was_tried() -> None:
    v8 = V8()
    try:
        assert v8.library.mr_v8_version().startswith(KNOWN_V8)
        Rejections(v8)
    finally:
        v8.close()
