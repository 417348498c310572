"""Errors of scripts are told with their place, and end nothing else."""

import asyncio

import pytest

from socket_workbench.scripting.faults import fault_from_stack, fault_from_v8
from support.scripts import running

PLACES = {
    "while loading": ("\nfunction f() { null.x; }\nf();", "1.js", 2, "load"),
    "syntax": ("\n\nlet a b;", "1.js", 3, "load"),
    "in a timer": ("\nsetTimeout(() => {\n  missing();\n}, 0);", "1.js", 3, "timer"),
    "in a callback": (
        "chrome.sockets.tcp.create({}, (c) => {\n  chrome.sockets.tcp.close(c.socketId);\n"
        "  throw new Error('x');\n});",
        "1.js",
        3,
        "callback of sockets.tcp.create",
    ),
    "in a listener": (
        "chrome.app.runtime.onLaunched.addListener(() => {\n  throw new Error('x');\n});",
        "1.js",
        2,
        "listener of app.runtime.onLaunched",
    ),
    "in an async listener": (
        "chrome.app.runtime.onLaunched.addListener(async () => {\n  await null;\n"
        "  throw new Error('x');\n});",
        "1.js",
        3,
        "listener of app.runtime.onLaunched",
    ),
    "in an async main": (
        "async function main() {\n  await null;\n  throw new Error('x');\n}\nmain();",
        "1.js",
        3,
        "load",
    ),
}


@pytest.mark.parametrize(("source", "file", "line", "origin"), PLACES.values(), ids=PLACES)
async def test_fault_tells_its_place(source: str, file: str, line: int, origin: str) -> None:
    async with running(source) as run:
        await run.idle()
        await asyncio.sleep(0)

        (fault,) = run.watcher.faults

    assert (fault.file, fault.line, fault.origin) == (file, line, origin)


async def test_stack_is_that_of_the_script_alone() -> None:
    async with running(
        "function g() { throw new TypeError('t'); }\nsetTimeout(() => g(), 0);"
    ) as run:
        await run.idle()

        (fault,) = run.watcher.faults

    assert fault.message == "Uncaught TypeError: t"
    assert fault.stack.splitlines() == ["    at g (1.js:1:22)", "    at 1.js:2:18"]
    assert fault.text.startswith("1.js:1: Uncaught TypeError: t\n    at g (1.js:1:22)")


async def test_a_listener_that_throws_does_not_keep_the_others() -> None:
    source = """
        const ev = chrome.app.runtime.onLaunched;
        ev.addListener(() => { throw 1; });
        ev.addListener(() => console.log("second"));
        setTimeout(() => console.log("later"), 100);
    """

    async with running(source) as run:
        await run.idle()

    assert run.watcher.texts == ["second", "later"]
    assert [fault.message for fault in run.watcher.faults] == ["Uncaught 1"]


async def test_files_share_one_global_scope() -> None:
    async with running(
        "const a = 1; let b = 2; function f() { return a + b; }", "console.log(f());"
    ) as run:
        await run.idle()

    assert run.watcher.texts == ["3"]


async def test_nothing_is_run_after_a_file_that_fails() -> None:
    async with running("throw new Error('no')", "console.log('second')") as run:
        await run.idle()

    assert run.watcher.texts == []


def test_place_of_an_error_without_a_stack() -> None:
    fault = fault_from_v8("a.js:7: 5\nthrow 5\n^\n")

    assert (fault.message, fault.file, fault.line, fault.stack) == ("5", "a.js", 7, "")


def test_place_is_that_of_the_first_frame_with_one() -> None:
    stack = "Error: x\n    at Array.from (<anonymous>)\n    at async f (d.js:1:2)"

    fault = fault_from_stack("Error: x", stack, "timer")

    assert (fault.file, fault.line, fault.column) == ("d.js", 1, 2)


async def test_errors_of_any_kind_are_told() -> None:
    source = """
        const {proxy, revoke} = Proxy.revocable({}, {});
        revoke();
        for (const value of ["\\ud800", proxy, Symbol("s"), {toJSON() { throw 1; }}]) {
          setTimeout(() => { throw value; }, 0);
        }
        chrome.storage.local.get("\\ud800", () => console.log("on"));
        """
    async with running(source) as run:
        await run.idle()

    assert len(run.watcher.faults) == 4
    assert run.watcher.texts == ["on"]
