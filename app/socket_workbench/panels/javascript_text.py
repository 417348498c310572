"""Values as JavaScript writes them."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from socket_workbench.chrome.arguments import FUNCTION, UNDEFINED

MOST_SHOWN_BYTES: Final = 24
"""Buffers longer than that are only named where a call is shown and not copied."""
_PLAIN = range(0x20, 0x7F)
_LINE_ENDS = frozenset(b"\r\n\t")


def call_text(name: str, arguments: Sequence[Any], *, is_short: bool = False) -> str:
    """A call as one would write it: `chrome.socket.read(3, cb)`.

    Args:
        name: Full name of the method without `chrome.`.
        arguments: As `chrome.arguments.check` takes them; a function is written `cb`.
        is_short: Only name long buffers, for a line to be read and not to be run.
    """
    written = ", ".join(value_text(one, is_short=is_short) for one in arguments)
    return f"chrome.{name}({written})"


def value_text(value: Any, *, is_short: bool = False) -> str:
    """One value as an expression."""
    if value is UNDEFINED:
        return "undefined"
    if value is FUNCTION or callable(value):
        return "cb"
    if isinstance(value, bytes):
        return buffer_text(value, is_short=is_short)
    if isinstance(value, float) and not math.isfinite(value):
        return "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, Mapping):
        return _object_text(cast("Mapping[str, Any]", value))
    return json.dumps(value)


def buffer_text(data: bytes, *, is_short: bool = False) -> str:
    """An `ArrayBuffer`: of text where the bytes are plain ASCII, else of numbers."""
    if is_short and len(data) > MOST_SHOWN_BYTES:
        return f"/* {len(data)} bytes */"
    if data and all(byte in _PLAIN or byte in _LINE_ENDS for byte in data):
        return f"new TextEncoder().encode({json.dumps(data.decode('ascii'))}).buffer"
    numbers = ", ".join(f"0x{byte:02x}" for byte in data)
    return f"new Uint8Array([{numbers}]).buffer"


def _object_text(value: Mapping[str, Any]) -> str:
    members = ", ".join(f"{_key_text(key)}: {value_text(one)}" for key, one in value.items())
    return f"{{{members}}}"


def _key_text(key: str) -> str:
    return key if key.isascii() and key.isidentifier() else json.dumps(key)
