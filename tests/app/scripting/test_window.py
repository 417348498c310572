"""The window as an event target, and the events, messages and errors that come to it."""

import pytest

from support.scripts import run_dry, running, said_by

VALUES = {
    "window": (
        "[window instanceof Window, window instanceof EventTarget, String(window)].join()",
        "true,true,[object Window]",
    ),
    "place": (
        "location.href === chrome.runtime.getURL('_generated_background_page.html')"
        " && location + '' === location.href && origin === location.origin",
        "true",
    ),
    "navigator": (
        "[/^Mozilla.5.0 .*Chrome.156/.test(navigator.userAgent), typeof navigator.onLine,"
        " navigator.language].join()",
        "true,boolean,en-US",
    ),
    "events can be listed": (
        "(() => { const keys = []; for (const key in new Event('x')) keys.push(key);"
        " return keys.slice(0, 4).join(); })()",
        "isTrusted,type,target,currentTarget",
    ),
    "custom events": (
        "(() => { const t = new EventTarget(); let seen;"
        " t.addEventListener('a', (e) => { seen = e.detail; e.preventDefault(); });"
        " return [t.dispatchEvent(new CustomEvent('a', {detail: 3, cancelable: true})), seen]"
        ".join(); })()",
        "false,3",
    ),
    "listeners end with a signal": (
        "(() => { const t = new EventTarget(), c = new AbortController(); let n = 0;"
        " t.addEventListener('a', () => n++, {signal: c.signal}); t.dispatchEvent(new Event('a'));"
        " c.abort(); t.dispatchEvent(new Event('a'));"
        " return [n, c.signal.reason.name].join(); })()",
        "1,AbortError",
    ),
    "too few arguments": (
        "(() => { try { new Event(); } catch (e) { return e.message; } })()",
        "Failed to construct 'Event': 1 argument required, but only 0 present.",
    ),
    "not on this object": (
        "(() => { try { EventTarget.prototype.dispatchEvent.call({}, new Event('x')); }"
        " catch (e) { return e.message; } })()",
        "Illegal invocation",
    ),
    "digest": (
        "crypto.subtle.digest('SHA-1', new Uint8Array([97, 98, 99]))"
        ".then((b) => new Uint8Array(b).toHex())",
        "a9993e364706816aba3e25717850c26c9cd0d89d",
    ),
    "digest of a long buffer": (
        "crypto.subtle.digest('SHA-256', new Uint8Array(3000000))"
        ".then((b) => new Uint8Array(b).toHex().slice(0, 16))",
        "35bce4eae54ec8e6",
    ),
    "clone of what cannot be cloned": (
        "(() => { try { structuredClone({f() {}}); } catch (e) { return e.message; } })()",
        "Failed to execute 'structuredClone' on 'Window': f() {} could not be cloned.",
    ),
    "transfer": (
        "(() => { const b = new ArrayBuffer(4); const c = structuredClone(b, {transfer: [b]});"
        " return [b.byteLength, c.byteLength].join(); })()",
        "0,4",
    ),
    "parameters follow their url": (
        "(() => { const u = new URL('http://a/?x=1'), p = u.searchParams; u.search = '?y=2';"
        " return [p === u.searchParams, p.get('y')].join(); })()",
        "true,2",
    ),
}


@pytest.mark.parametrize(("expression", "expected"), VALUES.values(), ids=VALUES)
async def test_value(expression: str, expected: str) -> None:
    assert await said_by(run_dry(expression)) == [expected]


async def test_error_handler_of_the_window_gets_what_nobody_catches() -> None:
    said = await said_by(
        """
        window.onerror = (message, file, line, column, error) => {
          console.log(message, file, line, error.message);
          return true;
        };
        setTimeout(() => { throw new TypeError("on purpose"); }, 0);
        """
    )

    assert said == ["Uncaught TypeError: on purpose 1.js 6 on purpose"]


async def test_error_that_the_window_does_not_take_is_reported_once() -> None:
    source = """
        window.onerror = () => { throw new Error("in the handler"); };
        setTimeout(() => { throw new Error("first"); }, 0);
        """
    async with running(source) as run:
        await run.idle()

    assert [fault.message for fault in run.watcher.faults] == [
        "Uncaught Error: in the handler",
        "Uncaught Error: first",
    ]


async def test_rejections_come_to_the_window() -> None:
    said = await said_by(
        """
        addEventListener("unhandledrejection", (e) => {
          console.log(e.type, e.reason);
          e.preventDefault();
        });
        window.onrejectionhandled = (e) => console.log(e.type, e.reason);
        const late = Promise.reject("late");
        setTimeout(() => late.catch(() => {}), 5);
        setTimeout(() => {}, 30);
        """
    )

    assert said == ["unhandledrejection late", "rejectionhandled late"]


async def test_messages_are_copies_and_come_later() -> None:
    said = await said_by(
        """
        const {port1, port2} = new MessageChannel();
        const sent = {list: [1]};
        port1.onmessage = (e) => console.log("port", e.data.list.join(), e.data !== sent);
        port2.postMessage(sent);
        sent.list.push(2);
        onmessage = (e) => console.log("window", e.data, e.source === window);
        postMessage("hello", "*");
        console.log("first");
        """
    )

    assert said == ["first", "port 1 true", "window hello true"]


async def test_microtasks_run_between_the_listeners_of_a_reader() -> None:
    said = await said_by(
        """
        const reader = new FileReader(), order = [];
        reader.onload = () => {
          order.push("one");
          queueMicrotask(() => order.push("its microtask"));
        };
        reader.addEventListener("load", () => order.push("two"));
        reader.onloadend = () => console.log(order.join());
        reader.readAsText(new Blob(["x"]));
        """
    )

    assert said == ["one,its microtask,two"]
