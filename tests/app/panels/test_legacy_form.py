"""The forms of the legacy calls: fields of the signatures, typed text as arguments and code."""

from typing import Any

import pytest

from socket_workbench.chrome.arguments import FUNCTION, UNDEFINED
from socket_workbench.chrome.signatures import EVENTS, SIGNATURES
from socket_workbench.panels.legacy_form import (
    METHODS,
    MODERN,
    ArgumentError,
    FieldKind,
    code_of,
    draft_of,
    fields_of,
    raw_arguments,
)
from socket_workbench.session.script_entries import BytesChoice, LegacyCallEntry


def call(method: str, data_format: BytesChoice = "text", **arguments: str) -> LegacyCallEntry:
    return LegacyCallEntry(method=method, arguments=arguments, data_format=data_format)


def test_every_legacy_method_has_a_form_and_a_modern_equivalent() -> None:
    assert len(METHODS) == 21
    assert set(MODERN) == set(METHODS)


def test_modern_equivalents_exist() -> None:
    events = {f"{namespace}.{name}" for namespace, names in EVENTS.items() for name in names}

    assert {name for names in MODERN.values() for name in names} <= {*SIGNATURES, *events}


@pytest.mark.parametrize(
    ("method", "kinds"),
    [
        ("connect", [FieldKind.SOCKET, FieldKind.TEXT, FieldKind.INTEGER]),
        ("create", [FieldKind.CHOICE, FieldKind.OBJECT]),
        ("write", [FieldKind.SOCKET, FieldKind.BYTES]),
        ("setKeepAlive", [FieldKind.SOCKET, FieldKind.BOOLEAN, FieldKind.INTEGER]),
        ("getNetworkList", []),
    ],
)
def test_fields_follow_the_signature(method: str, kinds: list[FieldKind]) -> None:
    assert [field.kind for field in fields_of(method)] == kinds


def test_choices_are_the_members_of_the_enum() -> None:
    assert fields_of("create")[0].choices == ("tcp", "udp")


def test_object_is_asked_for_with_all_its_properties() -> None:
    template = fields_of("secure")[1].template

    assert template == '{"tlsVersion": {"min": "", "max": ""}}'


@pytest.mark.parametrize(
    ("entry", "raw"),
    [
        (call("connect", socketId="3", hostname="a", port="80"), [3, "a", 80, FUNCTION]),
        (call("read", socketId="3"), [3, FUNCTION]),
        (call("read", socketId="3", bufferSize="10"), [3, 10, FUNCTION]),
        (call("destroy", socketId="3"), [3]),
        (call("destroy"), [UNDEFINED]),
        (call("destroy", socketId="three"), ["three"]),
        (call("destroy", socketId="1.5"), [1.5]),
        (call("destroy", socketId="9" * 30), [1e30]),
        (call("write", "hex", socketId="3", data="00 ff"), [3, b"\0\xff", FUNCTION]),
        (call("write", "base64", socketId="3", data="aGk="), [3, b"hi", FUNCTION]),
        (call("write", socketId="3", data=r"hi\r\n"), [3, b"hi\r\n", FUNCTION]),
        (call("setNoDelay", socketId="3", noDelay="true"), [3, True, FUNCTION]),
        (call("setNoDelay", socketId="3", noDelay="false"), [3, False, FUNCTION]),
        (call("create", type="udp", options="{}"), ["udp", {}, FUNCTION]),
    ],
)
def test_typed_text_becomes_arguments(entry: LegacyCallEntry, raw: list[Any]) -> None:
    assert raw_arguments(entry) == raw


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        (call("write", "hex", socketId="3", data="0g"), "data"),
        (call("secure", socketId="3", options="{tls"), "options"),
    ],
    ids=["bytes", "object"],
)
def test_text_that_is_no_value_names_its_field(entry: LegacyCallEntry, name: str) -> None:
    with pytest.raises(ArgumentError) as raised:
        raw_arguments(entry)

    assert raised.value.name == name
    assert draft_of(entry).wrong == name
    assert code_of(entry) == ""


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (
            call("connect", socketId="3", hostname="127.0.0.1", port="80"),
            'chrome.socket.connect(3, "127.0.0.1", 80, cb)',
        ),
        (call("destroy", socketId="3"), "chrome.socket.destroy(3)"),
        (
            call("connect", hostname='a"b'),
            'chrome.socket.connect(undefined, "a\\"b", undefined, cb)',
        ),
        (
            call("write", socketId="3", data="hi"),
            'chrome.socket.write(3, new TextEncoder().encode("hi").buffer, cb)',
        ),
        (
            call("write", "hex", socketId="3", data="00 ff"),
            "chrome.socket.write(3, new Uint8Array([0x00, 0xff]).buffer, cb)",
        ),
        (
            call("secure", socketId="3", options='{"tlsVersion": {"min": "tls1.2"}}'),
            'chrome.socket.secure(3, {tlsVersion: {min: "tls1.2"}}, cb)',
        ),
    ],
)
def test_call_is_shown_as_code(entry: LegacyCallEntry, code: str) -> None:
    assert draft_of(entry).code == code
    assert code_of(entry) == code


def test_long_data_is_named_in_the_form_and_whole_in_the_copy() -> None:
    entry = call("write", "hex", socketId="3", data="ff" * 100)

    assert draft_of(entry).code == "chrome.socket.write(3, /* 100 bytes */, cb)"
    assert code_of(entry).count("0xff") == 100


@pytest.mark.parametrize(
    ("entry", "refusal", "wrong"),
    [
        (
            call("connect", socketId="3", hostname="a", port="http"),
            "Error in invocation of socket.connect(integer socketId, string hostname, "
            "integer port, function callback): No matching signature.",
            "port",
        ),
        (
            call("destroy"),
            "Error in invocation of socket.destroy(integer socketId): No matching signature.",
            "socketId",
        ),
        (
            call("create", type="tcp", options='{"onEvent": 1}'),
            "Error in invocation of socket.create(socket.SocketType type, optional "
            "socket.CreateOptions options, optional function callback): Error at parameter "
            "'options': Unexpected property: 'onEvent'.",
            "options",
        ),
        (
            call("secure", socketId="1", options='{"tlsVersion": {"min": 3}}'),
            "Error in invocation of socket.secure(integer socketId, optional socket.SecureOptions "
            "options, function callback): Error at parameter 'options': Error at property "
            "'tlsVersion': Error at property 'min': Invalid type: expected string, found integer.",
            "options",
        ),
    ],
    ids=["text for a number", "missing", "unknown property", "wrong property"],
)
def test_wrong_arguments_are_told_in_chromiums_words(
    entry: LegacyCallEntry, refusal: str, wrong: str
) -> None:
    draft = draft_of(entry)

    assert draft.refusal == refusal
    assert draft.wrong == wrong


def test_right_arguments_are_not_refused() -> None:
    draft = draft_of(call("listen", socketId="1", address="127.0.0.1", port="0"))

    assert (draft.refusal, draft.wrong, draft.fault) == ("", "", None)
