"""The forms of the legacy calls, made from the signatures: fields, typed values, and the code."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from socket_workbench.bytesview.parsing import ParseError, parse_base64, parse_hex, parse_text
from socket_workbench.chrome.arguments import FUNCTION, UNDEFINED, ApiTypeError, check
from socket_workbench.chrome.signatures import (
    DICTIONARIES,
    ENUMS,
    SIGNATURES,
    CallbackUse,
    Parameter,
    Signature,
)
from socket_workbench.panels.javascript_text import call_text
from socket_workbench.session.script_entries import LegacyCallEntry

NAMESPACE: Final = "socket"
METHODS: Final = tuple(one.name for one in SIGNATURES.values() if one.namespace == NAMESPACE)
"""In the order of the documentation."""

MODERN: Final[Mapping[str, tuple[str, ...]]] = {
    "create": ("sockets.tcp.create", "sockets.tcpServer.create", "sockets.udp.create"),
    "destroy": ("sockets.tcp.close", "sockets.tcpServer.close", "sockets.udp.close"),
    "connect": ("sockets.tcp.connect",),
    "bind": ("sockets.udp.bind",),
    "disconnect": ("sockets.tcp.disconnect", "sockets.tcpServer.disconnect"),
    "read": ("sockets.tcp.onReceive", "sockets.tcp.onReceiveError"),
    "write": ("sockets.tcp.send",),
    "recvFrom": ("sockets.udp.onReceive", "sockets.udp.onReceiveError"),
    "sendTo": ("sockets.udp.send",),
    "listen": ("sockets.tcpServer.listen",),
    "accept": ("sockets.tcpServer.onAccept", "sockets.tcpServer.onAcceptError"),
    "setKeepAlive": ("sockets.tcp.setKeepAlive",),
    "setNoDelay": ("sockets.tcp.setNoDelay",),
    "getInfo": ("sockets.tcp.getInfo", "sockets.tcpServer.getInfo", "sockets.udp.getInfo"),
    "getNetworkList": ("system.network.getNetworkInterfaces",),
    "joinGroup": ("sockets.udp.joinGroup",),
    "leaveGroup": ("sockets.udp.leaveGroup",),
    "setMulticastTimeToLive": ("sockets.udp.setMulticastTimeToLive",),
    "setMulticastLoopbackMode": ("sockets.udp.setMulticastLoopbackMode",),
    "getJoinedGroups": ("sockets.udp.getJoinedGroups",),
    "secure": ("sockets.tcp.secure",),
}
"""What takes the place of each call today; names of events where there is no call any more."""

SOCKET_ID: Final = "socketId"
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_LONGEST_INTEGER = 18
"""Digits; a longer number fits no integer of the API, whatever it is."""


class FieldKind(StrEnum):
    """How an argument is asked for."""

    SOCKET = "socket"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    TEXT = "text"
    BYTES = "bytes"
    CHOICE = "choice"
    OBJECT = "object"


_KINDS: Final = {
    "integer": FieldKind.INTEGER,
    "boolean": FieldKind.BOOLEAN,
    "string": FieldKind.TEXT,
    "binary": FieldKind.BYTES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentField:
    """One argument of a call as a form asks for it."""

    name: str
    kind: FieldKind
    type_name: str
    """As the signatures have it."""
    is_optional: bool
    choices: tuple[str, ...] = ()
    template: str = ""
    """For an object: one with every property, as JSON."""


class ArgumentError(Exception):
    """A field holds nothing that could be given to the call at all."""

    def __init__(self, name: str, error: ParseError | None) -> None:
        super().__init__(name)
        self.name = name
        self.error = error
        """What is wrong with the bytes; `None` where an object is no JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in the form, as the call that it would be."""

    code: str = ""
    """`chrome.socket.read(3, cb)`; long buffers are only named."""
    refusal: str = ""
    """Chromium's text about the arguments; empty while they are right."""
    fault: ArgumentError | None = None
    """The field that holds no value; there is no code then."""
    wrong: str = ""
    """Name of the argument that is to blame, where one is."""


def fields_of(method: str) -> tuple[ArgumentField, ...]:
    """The fields of a method's form; the callback is ours."""
    return tuple(_field(one) for one in signature_of(method).parameters)


def signature_of(method: str) -> Signature:
    """The signature of a legacy method."""
    return SIGNATURES[f"{NAMESPACE}.{method}"]


def raw_arguments(entry: LegacyCallEntry) -> list[Any]:
    """The arguments as JavaScript would give them, the callback included.

    Optional ones left empty are left out; required ones are `undefined` then. What is no number
    in a field for one is a string, as it would be in code.

    Raises:
        ArgumentError: A field's text is no value of its kind: bytes or an object written wrongly.
    """
    signature = signature_of(entry.method)
    raw: list[Any] = []
    for field in fields_of(entry.method):
        value = _value(field, entry)
        if value is not UNDEFINED or not field.is_optional:
            raw.append(value)
    if signature.callback is not CallbackUse.NONE:
        raw.append(FUNCTION)
    return raw


def draft_of(entry: LegacyCallEntry) -> Draft:
    """What the form says now, without calling anything."""
    try:
        raw = raw_arguments(entry)
    except ArgumentError as fault:
        return Draft(fault=fault, wrong=fault.name)
    name = f"{NAMESPACE}.{entry.method}"
    refusal = ""
    try:
        check(name, raw)
    except ApiTypeError as error:
        refusal = str(error)
    wrong = _to_blame(entry) if refusal else ""
    return Draft(code=call_text(name, raw, is_short=True), refusal=refusal, wrong=wrong)


def code_of(entry: LegacyCallEntry) -> str:
    """The call with all its bytes, to be run; empty where a field holds no value."""
    try:
        return call_text(f"{NAMESPACE}.{entry.method}", raw_arguments(entry))
    except ArgumentError:
        return ""


def _field(parameter: Parameter) -> ArgumentField:
    name, type_name = parameter.name, parameter.type_name
    kind = FieldKind.SOCKET if name == SOCKET_ID else _KINDS.get(type_name)
    if kind is None:
        kind = FieldKind.CHOICE if type_name in ENUMS else FieldKind.OBJECT
    is_object = kind is FieldKind.OBJECT
    return ArgumentField(
        name=name,
        kind=kind,
        type_name=type_name,
        is_optional=parameter.is_optional,
        choices=ENUMS.get(type_name, ()),
        template=json.dumps(_template(type_name)) if is_object else "",
    )


def _template(type_name: str) -> dict[str, Any]:
    return {
        name: _template(one.type_name) if one.type_name in DICTIONARIES else ""
        for name, one in DICTIONARIES[type_name].items()
    }


def _value(field: ArgumentField, entry: LegacyCallEntry) -> Any:
    text = entry.arguments.get(field.name, "")
    if field.kind is FieldKind.TEXT:
        return text
    if field.kind is FieldKind.BYTES:
        return _bytes(field, text, entry.data_format)
    text = text.strip()
    if not text:
        return UNDEFINED
    if field.kind in (FieldKind.INTEGER, FieldKind.SOCKET):
        return _number(text)
    if field.kind is FieldKind.BOOLEAN:
        return text == "true"
    return _object(field, text) if field.kind is FieldKind.OBJECT else text


def _bytes(field: ArgumentField, text: str, data_format: str) -> bytes:
    parse = {"hex": parse_hex, "base64": parse_base64}.get(data_format, parse_text)
    try:
        return parse(text)
    except ParseError as error:
        raise ArgumentError(field.name, error) from error


def _number(text: str) -> int | float | str:
    if not _NUMBER.fullmatch(text) or not text.isascii():
        return text
    digits = text.lstrip("+-")
    return int(text) if digits.isdigit() and len(digits) <= _LONGEST_INTEGER else float(text)


def _object(field: ArgumentField, text: str) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise ArgumentError(field.name, None) from None


def _to_blame(entry: LegacyCallEntry) -> str:
    """The argument without which the call would be right: the first that fits no better value."""
    for field in fields_of(entry.method):
        if not _fits_alone(field, _value(field, entry)):
            return field.name
    return ""


def _fits_alone(field: ArgumentField, value: object) -> bool:
    """Whether the argument alone would pass, all others being right."""
    if value is UNDEFINED:
        return field.is_optional
    if field.kind in (FieldKind.INTEGER, FieldKind.SOCKET):
        return _passes("socket.destroy", [value])
    if field.kind is FieldKind.OBJECT:
        return _passes_object(field, value)
    return True


def _passes_object(field: ArgumentField, value: object) -> bool:
    if field.type_name == "socket.CreateOptions":
        return _passes("socket.create", ["tcp", value])
    return _passes("socket.secure", [1, value, FUNCTION])


def _passes(name: str, raw: Sequence[Any]) -> bool:
    try:
        check(name, raw)
    except ApiTypeError:
        return False
    return True
