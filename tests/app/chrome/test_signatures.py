"""The one table of methods says what Chromium says."""

import pytest

from socket_workbench.chrome.signatures import (
    DICTIONARIES,
    ENUMS,
    SIGNATURES,
    CallbackUse,
    Signature,
)

BASIC = {"integer", "boolean", "string", "binary"}


@pytest.mark.parametrize(
    ("namespace", "count"),
    [
        ("sockets.tcp", 12),
        ("sockets.tcpServer", 8),
        ("sockets.udp", 14),
        ("socket", 21),
        ("system.network", 1),
    ],
)
def test_every_method_is_there(namespace: str, count: int) -> None:
    assert sum(one.namespace == namespace for one in SIGNATURES.values()) == count


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_every_type_is_known(signature: Signature) -> None:
    known = BASIC | ENUMS.keys() | DICTIONARIES.keys()

    assert {parameter.type_name for parameter in signature.parameters} <= known


def test_signature_tells_its_parts() -> None:
    signature = SIGNATURES["sockets.tcp.setKeepAlive"]

    assert signature.text == (
        "sockets.tcp.setKeepAlive(integer socketId, boolean enable, "
        "optional integer delay, function callback)"
    )
    assert signature.callback is CallbackUse.REQUIRED
    assert [parameter.is_optional for parameter in signature.parameters] == [False, False, True]
