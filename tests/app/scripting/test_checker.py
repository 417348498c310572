"""JavaScript's argument checker and Python's say the same."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from socket_workbench.chrome.arguments import FUNCTION, UNDEFINED, ApiTypeError, check
from socket_workbench.chrome.signatures import SIGNATURES, CallbackUse
from socket_workbench.scripting.questions import SCRIPTS
from socket_workbench.scripting.surface import api_table
from socket_workbench.scripting.v8 import V8

VALUES: dict[str, Any] = {
    "undefined": UNDEFINED,
    "null": None,
    "true": True,
    "0": 0,
    "-1": -1,
    "1.5": 1.5,
    "2147483647": 2147483647,
    "2147483648": 2147483648.0,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "-0": -0.0,
    '""': "",
    '"tcp"': "tcp",
    '"ipv4"': "ipv4",
    "[]": [],
    "[1]": [1],
    "{}": {},
    "{name: 'n', persistent: true}": {"name": "n", "persistent": True},
    "{bufferSize: 1.5}": {"bufferSize": 1.5},
    "{bufferSize: -0}": {"bufferSize": -0.0},
    "{bufferSize: null, name: undefined}": {"bufferSize": None, "name": UNDEFINED},
    "{persistent: 1, zzz: 2}": {"persistent": 1, "zzz": 2},
    "{zzz: 2, persistent: 1}": {"zzz": 2, "persistent": 1},
    "{zzz: undefined}": {"zzz": UNDEFINED},
    "{name: []}": {"name": []},
    "{name: () => 1}": {"name": FUNCTION},
    "{name: new ArrayBuffer(1)}": {"name": b"\0"},
    "{tlsVersion: {}}": {"tlsVersion": {}},
    "{tlsVersion: {min: 5}}": {"tlsVersion": {"min": 5}},
    "{tlsVersion: {min: 'tls1.2', other: 1}}": {"tlsVersion": {"min": "tls1.2", "other": 1}},
    "{tlsVersion: 'tls1.2'}": {"tlsVersion": "tls1.2"},
    "new ArrayBuffer(2)": b"\0\0",
    "new DataView(new Uint8Array([1, 2]).buffer, 1)": b"\2",
    "() => 1": FUNCTION,
}
SOME = ("undefined", "null", "1.5", "7", '"x"', '"ipv4"', "{}", "[]", "() => 1")


def expected(name: str, raw: list[Any]) -> str:
    """What Python's checker says: the message, or the arguments as it understood them."""
    try:
        bound = check(name, raw)
    except ApiTypeError as error:
        return f"TypeError: {error}"
    values = [list(value) if isinstance(value, bytes) else value for value in bound.values]
    return json.dumps([values, bound.callback is not None], separators=(",", ":"))


def python_value(text: str) -> Any:
    return VALUES[text] if text in VALUES else json.loads(text)


def cases_of(name: str) -> list[tuple[str, str]]:
    """Calls as JavaScript, and what must come of them."""
    signature = SIGNATURES[name]
    good = {"integer": "7", "boolean": "true", "string": '"x"', "binary": "new ArrayBuffer(2)"}
    usual = [good.get(one.type_name, "{}") for one in signature.parameters]
    calls = [usual[:count] for count in range(len(usual) + 1)]
    for place in range(len(usual)):
        calls += [[*usual[:place], text, *usual[place + 1 :]] for text in VALUES]
    calls += [[*usual, text] for text in SOME]
    callbacks = [[], ["() => 1"]] if signature.callback is not CallbackUse.NONE else [[]]
    texts = [[*call, *callback] for call in calls for callback in callbacks]
    return [
        (f"[{', '.join(call)}]", expected(name, [python_value(text) for text in call]))
        for call in texts
    ]


@pytest.fixture(scope="module")
def checker() -> Iterator[V8]:
    """V8 with nothing but `check(name, args)`, which tells what becomes of a call."""
    v8 = V8()
    table = json.dumps(api_table({one.namespace for one in SIGNATURES.values()}))
    v8.evaluate(f"globalThis.__workbench = {{config: {{api: {table}}}}}")
    v8.evaluate((SCRIPTS / "checker.js").read_text(encoding="utf-8"))
    v8.evaluate(TELL)
    yield v8
    v8.close()


TELL = """
const methods = new Map(
  __workbench.config.api.methods.map((one) => [`${one.namespace}.${one.name}`, one]));
function tell(name, args) {
  const one = methods.get(name), expected = [...one.parameters];
  if (one.callback !== "none") {
    expected.push({name: "callback", type: "function", optional: one.callback === "optional"});
  }
  try {
    const values = __workbench.check({text: one.text, expected}, args);
    const callback = one.callback === "none" ? undefined : values.pop();
    const plain = values.map((x) => x instanceof Uint8Array ? [...x] : x);
    return JSON.stringify([plain, callback !== undefined]);
  } catch (e) {
    return String(e);
  }
}
"""


@pytest.mark.parametrize("name", SIGNATURES)
def test_both_checkers_agree(name: str, checker: V8) -> None:
    cases = cases_of(name)

    said = {call: checker.evaluate(f"tell('{name}', {call})") for call, _ in cases}

    assert said == dict(cases)


def test_getters_are_called_once_and_inherited_members_are_not_seen(checker: V8) -> None:
    source = """(() => {
      let calls = 0;
      class Props { get bufferSize() { return 7; } }
      const props = new Props();
      Object.defineProperty(props, "name", {enumerable: true, get() { return "n" + ++calls; }});
      return tell("sockets.tcp.create", [props]);
    })()"""

    assert checker.evaluate(source) == '[[{"name":"n1"}],false]'


@pytest.mark.parametrize(
    ("data", "taken"),
    [
        ("new DataView(new ArrayBuffer(8, {maxByteLength: 8}), 4)", []),
        ("new Uint8Array(new ArrayBuffer(8, {maxByteLength: 8}), 4, 4)", []),
        ("Object.defineProperty(new Uint8Array([5, 6]), 'byteLength', {value: 1})", [5, 6]),
        ("Object.defineProperty(new DataView(new ArrayBuffer(1)), 'byteOffset', {value: 1})", [0]),
        ("Object.defineProperty(new ArrayBuffer(2), 'detached', {value: true})", [0, 0]),
        ("Object.setPrototypeOf(new Uint8Array([7]), null)", [7]),
    ],
)
def test_a_buffer_is_what_it_is(data: str, taken: list[int], checker: V8) -> None:
    source = f"""(() => {{
      const data = {data};
      if (data.buffer?.resizable) data.buffer.resize(2);
      return tell("sockets.tcp.send", [7, data, () => 1]);
    }})()"""

    assert json.loads(checker.evaluate(source)) == [[7, taken], True]


def test_texts_of_errors_are_well_formed(checker: V8) -> None:
    said = checker.evaluate(r"tell('sockets.tcp.create', [{'x\ud800': 1}])")

    assert said.endswith("Unexpected property: 'x\ufffd'.")


def test_a_revoked_proxy_is_an_object_that_cannot_be_looked_into(checker: V8) -> None:
    source = """(() => {
      const {proxy, revoke} = Proxy.revocable({}, {});
      revoke();
      return [tell("sockets.tcp.create", [proxy]), tell("sockets.tcp.create", [{name: proxy}])];
    })().join("\\n")"""

    whole, member = checker.evaluate(source).split("\n")

    assert whole == "TypeError: Cannot perform 'ownKeys' on a proxy that has been revoked"
    assert member.endswith("expected string, found object.")


def test_what_a_getter_throws_is_thrown(checker: V8) -> None:
    source = "tell('sockets.tcp.create', [{get name() { throw new RangeError('x'); }}])"

    assert checker.evaluate(source) == "RangeError: x"
