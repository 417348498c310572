"""chrome.storage.local."""

from pathlib import Path

import pytest

from socket_workbench.scripting.program import open_manifest
from socket_workbench.scripting.script import ScriptOptions
from socket_workbench.scripting.storage import QUOTA_BYTES, QUOTA_ERROR, Storage
from support.scripts import run_dry, running, said_by

VALUES = {
    "one key": ("set({a: 1, b: [2]}).then(() => s.get('a'))", '{"a":1}'),
    "several keys": (
        "set({a: 1, b: [2], c: 3}).then(() => s.get(['b', 'c', 'd']))",
        '{"b":[2],"c":3}',
    ),
    "defaults": ("set({a: 1}).then(() => s.get({a: 5, z: 6}))", '{"a":1,"z":6}'),
    "everything": ("set({a: null, f: () => 1, u: undefined}).then(() => s.get())", '{"a":null}'),
    "remove": ("set({a: 1, b: 2}).then(() => s.remove('a')).then(() => s.get(null))", '{"b":2}'),
    "clear": ("set({a: 1}).then(() => s.clear()).then(() => s.get())", "{}"),
    "size": ("set({ab: 'xyz'}).then(() => s.getBytesInUse())", "7"),
    "size of what is escaped": ("set({a: '<ä'}).then(() => s.getBytesInUse('a'))", "11"),
    "keys": ("set({b: 1, 10: 2, 9: 3}).then(() => s.getKeys())", '["10","9","b"]'),
    "what JSON has no word for": (
        "set({n: NaN, d: new Date(0), b: 1n, a: [() => 1]}).then(() => s.get())",
        '{"a":[null],"d":{}}',
    ),
    "an object in itself": (
        "set((() => { const o = {a: 1}; o.o = {o}; return o; })()).then(() => s.get())",
        '{"a":1,"o":{"o":null}}',
    ),
    "buffers": (
        "set({a: new ArrayBuffer(1)}).catch((e) => e.message)",
        '"Cannot serialize value to JSON"',
    ),
    "a prototype's name": (
        "set(JSON.parse('{\"__proto__\": 1}')).then(() => s.getKeys())",
        '["__proto__"]',
    ),
}


@pytest.mark.parametrize(("chain", "expected"), VALUES.values(), ids=VALUES)
async def test_value(chain: str, expected: str) -> None:
    said = await said_by(
        "const s = chrome.storage.local;", run_dry(f"s.{chain}.then(JSON.stringify)")
    )

    assert said == [expected]


async def test_callbacks_and_changes() -> None:
    said = await said_by(
        """
        const s = chrome.storage.local;
        chrome.storage.onChanged.addListener((c, area) => console.log(area, JSON.stringify(c)));
        const show = (x) => console.log(x.a, chrome.runtime.lastError);
        s.set({a: 1}, () => s.set({a: 2}, () => s.get("a", show)));
        """
    )

    assert said == [
        'local {"a":{"newValue":1}}',
        'local {"a":{"newValue":2,"oldValue":1}}',
        "2 undefined",
    ]


async def test_wrong_arguments_throw() -> None:
    said = await said_by(
        "try { chrome.storage.local.set(5); } catch (e) { console.log(String(e)); }"
    )

    assert said == [
        "TypeError: Error in invocation of storage.set"
        "(object items, optional function callback): No matching signature."
    ]


async def test_values_outlive_the_script(tmp_path: Path) -> None:
    options = ScriptOptions(storage_folder=tmp_path)
    async with running(
        "chrome.storage.local.set({a: 'ä'})", folder=tmp_path, options=options
    ) as run:
        await run.idle()

    async with running(
        "chrome.storage.local.get(null, (x) => console.log(x.a))", folder=tmp_path, options=options
    ) as run:
        await run.idle()

    assert run.watcher.texts == ["ä"]


def test_too_much_is_refused() -> None:
    storage = Storage(None)

    with pytest.raises(ValueError, match=QUOTA_ERROR):
        storage.set({"a": "x" * QUOTA_BYTES})


def test_a_broken_file_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text("{broken")

    assert Storage(file).get(None) == {}


async def test_an_app_without_the_permission_has_no_storage() -> None:
    manifest = {**open_manifest("test"), "permissions": []}

    async with running("console.log(typeof chrome.storage);", manifest=manifest) as run:
        await run.idle()

    assert run.watcher.texts == ["undefined"]
