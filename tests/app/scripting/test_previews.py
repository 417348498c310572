"""What a console can unfold, and what is typed into it."""

import json
from typing import Any

import pytest

from socket_workbench.scripting.faults import ScriptError
from socket_workbench.scripting.script import ScriptOptions
from support.scripts import running

RICH = ScriptOptions(has_previews=True)


def decoded(text: str | None) -> list[list[Any]] | None:
    return None if text is None else json.loads(text)


async def previews(expression: str) -> list[list[Any]] | None:
    async with running(f"console.log({expression});", options=RICH) as run:
        await run.until(1)
        return decoded(run.watcher.lines[0].previews)


async def test_plain_values_have_no_inside() -> None:
    assert await previews("'text', 1, null") is None


async def test_object_unfolds_to_its_members() -> None:
    assert await previews("{a: 1, b: 'x', c: [true]}") == [
        [
            "object",
            "Object",
            [
                ["a", ["number", "1"]],
                ["b", ["string", '"x"']],
                ["c", ["array", "Array(1)", [["0", ["boolean", "true"]]], 0]],
            ],
            0,
        ]
    ]


async def test_buffer_shows_its_beginning_as_hex() -> None:
    (found,) = await previews("new Uint8Array([1, 255]).buffer") or []

    assert found == ["buffer", "ArrayBuffer(2)", "01ff", 2]


async def test_long_array_tells_how_much_is_left_out() -> None:
    (found,) = await previews("new Array(150).fill(0)") or []

    assert (found[1], len(found[2]), found[3]) == ("Array(150)", 100, 50)


async def test_circles_getters_and_proxies_do_no_harm() -> None:
    source = """
    const o = {get trap() { throw new Error("looked"); }};
    o.self = o;
    console.log(o, new Proxy({}, {ownKeys() { throw new Error("no"); }}), new Map([[1, 2]]));
    """
    async with running(source, options=RICH) as run:
        await run.until(1)
        (own, proxy, table) = decoded(run.watcher.lines[0].previews) or []

    assert own[2] == [["trap", ["getter", "(getter)"]], ["self", ["object", "Object (circular)"]]]
    assert proxy[1] == "[object Object]"
    assert table[1] == "Map(1)"


async def test_without_a_wish_for_them_there_are_none() -> None:
    async with running("console.log({})") as run:
        await run.until(1)

        assert run.watcher.lines[0].previews is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1 + 1", ["2"]),
        ("'a'", ['"a"']),
        ("{a: 1}", ["{ a: 1 }"]),
        ("let x = 3; x", ["3"]),
        ("await Promise.resolve(7)", ["Promise fulfilled: 7"]),
        ("const y = await 8; y", ["Promise fulfilled: undefined"]),
    ],
)
async def test_typed_expression_shows_its_value(typed: str, shown: list[str]) -> None:
    async with running("", options=RICH) as run:
        await run.script.show(typed)
        await run.until(2 if "await" in typed else 1)

        assert run.watcher.texts[-1:] == shown
        assert {line.level for line in run.watcher.lines} == {"result"}


async def test_typed_nonsense_is_an_error_and_the_script_goes_on() -> None:
    async with running("var kept = 5", options=RICH) as run:
        with pytest.raises(ScriptError, match="SyntaxError"):
            await run.script.show("a b")
        await run.script.show("kept")

        assert run.watcher.texts == ["5"]
