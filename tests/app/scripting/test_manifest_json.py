"""JSON of manifests: what Chromium lets pass, and its words for what it does not.

The texts were printed by Chromium 156 for the same files.
"""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.scripting.manifest_json import JsonError, read_json
from socket_workbench.scripting.program import ProgramError, load_manifest

ALLOWED = {
    "byte order mark": (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
    "comments": (b'// one\n{"a": /* two */ 1} // three', {"a": 1}),
    "comment marks in a string": (b'{"a": "//no comment"}', {"a": "//no comment"}),
    "line feed in a string": (b'{"a": "b\nc"}', {"a": "b\nc"}),
    "short escape": (b'{"a": "\\x41\\u00e4\\ud83d\\ude00\\n"}', {"a": "Aä😀\n"}),
    "member twice": (b'{"a": 1, "a": 2}', {"a": 2}),
    "long number": (b"[123456789012345678901234567890]", [1.2345678901234568e29]),
    "numbers": (b"[0, -1, 1.5e2, -0]", [0, -1, 150.0, -0.0]),
    "words": (b"[true, false, null]", [True, False, None]),
    "nested": (b'{"a": [[], {}, {"b": [1]}]}', {"a": [[], {}, {"b": [1]}]}),
}


@pytest.mark.parametrize(("data", "expected"), ALLOWED.values(), ids=ALLOWED)
def test_allowed(data: bytes, expected: object) -> None:
    assert read_json(data) == expected


REFUSED = {
    "nothing": (b"", "EOF while parsing a value at line 1 column 0"),
    "a word": (b"x", "expected value at line 1 column 1"),
    "cut off": (b'{"a": 1', "EOF while parsing an object at line 1 column 7"),
    "only a brace": (b"{", "EOF while parsing an object at line 1 column 1"),
    "trailing comma": (b'{"a": 1,}', "trailing comma at line 1 column 9"),
    "two values": (b"{}{}", "trailing characters at line 1 column 3"),
    "single quotes": (b"{'a': 1}", "key must be a string at line 1 column 2"),
    "no number": (b'{"a":NaN}', "expected value at line 1 column 6"),
    "no value": (b'{"a":}', "expected value at line 1 column 6"),
    "no colon": (b'{\n "a":1,\n "b" "c"\n}', "expected `:` at line 3 column 6"),
    "no comma": (b"[1 2]", "expected `,` or `]` at line 1 column 4"),
    "half a word": (b'{"a":tr}', "expected ident at line 1 column 8"),
    "leading zero": (b"[01]", "invalid number at line 1 column 3"),
    "plus": (b"[+1]", "expected value at line 1 column 2"),
    "too large": (b"[1e999]", "number out of range at line 1 column 6"),
    "tab in a string": (
        b'["a\tb"]',
        "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 4",
    ),
    "not UTF-8": (b'["\xff\xfe"]', "invalid unicode code point at line 1 column 5"),
    "half a pair": (b'["\\ud800"]', "unexpected end of hex escape at line 1 column 9"),
    "half an escape": (b'["\\u12"]', "invalid escape at line 1 column 8"),
    "too deep": (b"[" * 250, "recursion limit exceeded at line 1 column 200"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(JsonError) as caught:
        read_json(data)

    assert str(caught.value) == reason


@given(st.binary(max_size=40))
def test_anything_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(JsonError):
        read_json(b"[" + data + b"]")


@pytest.mark.parametrize("text", ["[]", '"x"', "null", "5"])
def test_a_manifest_is_an_object(text: str, tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(text)

    with pytest.raises(ProgramError, match=r"\AManifest file is invalid\Z"):
        load_manifest(file)


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match=r"\AManifest file is missing or unreadable\Z"):
        load_manifest(tmp_path / "manifest.json")
