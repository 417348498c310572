"""What a background page has beyond ECMAScript."""

import pytest

from support.scripts import run_dry, said_by

VALUES = {
    "window is the global object": ("window === globalThis && self === window", "true"),
    "text encoder": ("new TextEncoder().encode('ä€').join()", "195,164,226,130,172"),
    "text decoder": ("new TextDecoder().decode(new Uint8Array([0xe2, 0x82, 0xac]))", "€"),
    "text decoder with a byte order mark": (
        "new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])).length",
        "1",
    ),
    "text decoder in stream mode": (
        "(() => { const d = new TextDecoder(); const o = {stream: true};"
        " return d.decode(new Uint8Array([0xe2, 0x82]), o)"
        " + d.decode(new Uint8Array([0xac])); })()",
        "€",
    ),
    "legacy text decoder": (
        "new TextDecoder('shift_jis').decode(new Uint8Array([131, 101]))",
        "テ",
    ),
    "unknown encoding": (
        "(() => { try { new TextDecoder('klingon'); } catch (e) { return e.name; } })()",
        "RangeError",
    ),
    "btoa": ("btoa('hello')", "aGVsbG8="),
    "atob": ("atob('aGVsbG8=')", "hello"),
    "atob of nonsense": (
        "(() => { try { atob('*'); } catch (e) { return e.name; } })()",
        "InvalidCharacterError",
    ),
    "url": (
        "new URL('../c?q=1#f', 'http://user@Host.example:80/a/b').href",
        "http://user@host.example/c?q=1#f",
    ),
    "parts of a url": (
        "(() => { const u = new URL('https://a.example:8443/p?x=1#y');"
        " return [u.protocol, u.host, u.port, u.pathname, u.search, u.hash, u.origin].join(' ');"
        " })()",
        "https: a.example:8443 8443 /p ?x=1 #y https://a.example:8443",
    ),
    "setting a part of a url": (
        "(() => { const u = new URL('http://a/'); u.port = '81'; u.pathname = '/ä';"
        " return u + ''; })()",
        "http://a:81/%C3%A4",
    ),
    "search params of a url": (
        "(() => { const u = new URL('http://a/?b=1'); u.searchParams.append('c', 'd e');"
        " return u.href; })()",
        "http://a/?b=1&c=d+e",
    ),
    "international url": ("new URL('http://bücher.example/').host", "xn--bcher-kva.example"),
    "bad url": (
        "(() => { try { new URL('nowhere'); } catch (e) { return e.name; } })()",
        "TypeError",
    ),
    "url search params": ("new URLSearchParams({a: '1', b: '&'}).toString()", "a=1&b=%26"),
    "structured clone": (
        "(() => { const x = {d: new Date(0), m: new Map([[1, {b: 2}]])}; x.self = x;"
        " const c = structuredClone(x); return c !== x && c.self === c && c.m.get(1).b === 2; })()",
        "true",
    ),
    "structured clone of a function": (
        "(() => { try { structuredClone(() => 1); } catch (e) { return e.name; } })()",
        "DataCloneError",
    ),
    "random values": ("crypto.getRandomValues(new Uint16Array(100)).some((x) => x > 255)", "true"),
    "too many random values": (
        "(() => { try { crypto.getRandomValues(new Uint8Array(65537)); }"
        " catch (e) { return e.name; } })()",
        "QuotaExceededError",
    ),
    "uuid": ("/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(crypto.randomUUID())", "true"),
    "blob": ("new Blob(['a', new Uint8Array([98]), new Blob(['c'])]).text()", "abc"),
    "blob type and slice": (
        "(() => { const b = new Blob(['hello'], {type: 'Text/Plain'}).slice(1, -1);"
        " return [b.size, b.type, new Blob([], {type: 'A/B'}).type].join(); })()",
        "3,,a/b",
    ),
    "blob as buffer": ("new Blob(['hi']).arrayBuffer().then((b) => b.byteLength)", "2"),
    "performance": (
        "(() => { const t = performance.now(); return typeof t === 'number' && t >= 0"
        " && performance.now() >= t; })()",
        "true",
    ),
    "runtime": (
        "[chrome.runtime.getManifest().name, chrome.runtime.getURL('/a.html')"
        " === `chrome-extension://${chrome.runtime.id}/a.html`, chrome.runtime.lastError].join()",
        "test,true,",
    ),
}


@pytest.mark.parametrize(("expression", "expected"), VALUES.values(), ids=VALUES)
async def test_value(expression: str, expected: str) -> None:
    said = await said_by(run_dry(expression))

    assert said == [expected]


async def test_file_reader_reads_as_text_data_url_and_buffer() -> None:
    said = await said_by(
        """
        const blob = new Blob(["grüß"], {type: "text/plain"});
        for (const how of ["readAsText", "readAsDataURL", "readAsArrayBuffer"]) {
          const reader = new FileReader();
          reader.onload = (e) => {
            const x = e.target.result;
            console.log(how, x instanceof ArrayBuffer ? x.byteLength : x, reader.readyState);
          };
          reader[how](blob);
        }
        """
    )

    assert said == [
        "readAsText grüß 2",
        "readAsDataURL data:text/plain;base64,Z3LDvMOf 2",
        "readAsArrayBuffer 6 2",
    ]


async def test_file_reader_tells_its_events_in_order() -> None:
    said = await said_by(
        """
        const reader = new FileReader(), seen = [];
        for (const type of ["loadstart", "progress", "load", "loadend"]) {
          reader.addEventListener(type, (e) => seen.push(e.type));
        }
        reader.onloadend = () => setTimeout(() => console.log(seen.join()), 0);
        reader.readAsText(new Blob(["x"]));
        """
    )

    assert said == ["loadstart,progress,load,loadend"]


async def test_aborted_file_reader_has_an_error_and_no_load() -> None:
    said = await said_by(
        """
        const reader = new FileReader();
        reader.onload = () => console.log("load");
        reader.onabort = () => console.log("abort", reader.error.name, reader.result);
        reader.readAsText(new Blob(["x"]));
        reader.abort();
        setTimeout(() => {}, 20);
        """
    )

    assert said == ["abort AbortError null"]


async def test_timers_run_in_order_of_their_time() -> None:
    said = await said_by(
        """
        setTimeout(console.log, 20, "c", 1);
        setTimeout(() => console.log("b"), 10);
        const gone = setTimeout(() => console.log("never"), 5);
        clearTimeout(gone);
        setTimeout("console.log('a')", 0);
        let n = 0;
        const every = setInterval(() => {
          if (++n === 3) { clearInterval(every); console.log("d"); }
        }, 15);
        """
    )

    assert said == ["a", "b", "c 1", "d"]


async def test_microtasks_run_dry_between_tasks() -> None:
    said = await said_by(
        """
        async function deep(n, label) {
          for (let i = 0; i < n; i++) await null;
          console.log(label);
        }
        setTimeout(() => { deep(200, "first, microtasks"); queueMicrotask(() => {}); }, 0);
        setTimeout(() => console.log("second"), 0);
        """
    )

    assert said == ["first, microtasks", "second"]


CONSOLE = {
    "values": (
        "console.log('a', 1, null, undefined, true, -0, 10n)",
        "a 1 null undefined true -0 10n",
    ),
    "objects": ("console.log({a: [1, 'b'], c: {d: null}})", "{ a: [ 1, 'b' ], c: { d: null } }"),
    "format": (
        "console.log('%s is %d, %i, %f, 100%%', 'x', 4.7, '12px', 1.5, 'rest')",
        "x is 4, 12, 1.5, 100% rest",
    ),
    "error": ("console.log(new RangeError('far').toString())", "RangeError: far"),
    "not ASCII": ("console.log('grüß 😀 \\ud800')", "grüß 😀 \ufffd"),
    "count": ("console.count(); console.count('x')", "default: 1"),
    "group": ("console.group('g'); console.log('in\\nside'); console.groupEnd(); ", "g"),
    "assert": ("console.assert(true); console.assert(false, 'no')", "Assertion failed: no"),
}


@pytest.mark.parametrize(("source", "expected"), CONSOLE.values(), ids=CONSOLE)
async def test_console(source: str, expected: str) -> None:
    said = await said_by(source)

    assert said[0] == expected


async def test_long_console_texts_arrive_whole_up_to_a_bound() -> None:
    said = await said_by("console.log('€'.repeat(200000)); console.log('x'.repeat(300000));")

    assert len(said[0]) == 200000
    assert said[1].endswith("... (37856 more characters)")


async def test_console_takes_whatever_it_is_given() -> None:
    said = await said_by(
        """
        const {proxy, revoke} = Proxy.revocable({}, {});
        revoke();
        const odd = [proxy, {toString() { throw 1; }}, Symbol("s"), new Array(1e6)];
        odd.push(odd);
        for (const value of odd) {
          for (const name of ["log", "error", "dir", "count", "time", "trace", "assert"]) {
            console[name](value);
          }
          console.log("%s %d %i %f %o", value, value, value, value, value);
        }
        setTimeout(() => { console.log("on"); return proxy; }, 0);
        setTimeout(() => console.log("done"), 1);
        """
    )

    assert said[-2:] == ["on", "done"]
