"""Patterns are parsed and matched as SocketPermissionEntry does."""

import pytest

from socket_workbench.chrome.permissions import Grant, Operation, PatternError

TCP = Operation.TCP_CONNECT


def grant(pattern: str) -> Grant:
    return Grant.parse(TCP, pattern.split(":") if pattern else [])


@pytest.mark.parametrize(
    "pattern",
    [
        "host:0",
        "host:65536",
        "host:-1",
        "host:abc",
        "host: 80",
        "host:80 ",
        " host",
        "a:b:c",
        "::1",
    ],
)
def test_impossible_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        grant(pattern)


def test_operations_without_address_take_none() -> None:
    assert Grant.parse(Operation.MULTICAST, []).allows(Operation.MULTICAST, "", 0)
    with pytest.raises(PatternError):
        Grant.parse(Operation.MULTICAST, ["*"])


@pytest.mark.parametrize(
    ("pattern", "host", "port"),
    [
        ("", "::1", 7),
        ("*", "", 0),
        (":*", "x", 1),
        ("HOST:80", "Host", 80),
        ("host:080", "host", 80),
        ("host:+80", "host", 80),
        ("*.dom:9", "a.b.DOM", 9),
        ("*.dom:9", "dom", 9),
        (".dom", "x.dom", 1),
        ("*.0.0.1", "x.0.0.1", 1),
        (":9", "anything", 9),
        ("ho st", "ho st", 1),
        ("*.0.0.1", "::ffff:127.0.0.1", 1),
        ("*.0.0.1", "256.0.0.1", 1),
    ],
)
def test_granted(pattern: str, host: str, port: int) -> None:
    assert grant(pattern).allows(TCP, host, port)


@pytest.mark.parametrize(
    ("pattern", "host", "port"),
    [
        ("host:80", "host", 81),
        ("host", "sub.host", 1),
        ("host", "host.", 1),
        ("*.dom", "xdom", 1),
        ("*.dom", ".dom", 1),
        ("*.0.0.1", "127.0.0.1", 1),
        ("*.0.1]", "[::0.1]", 1),
        ("*.0.0.1.", "127.0.0.1.", 1),
        ("*.01", "0x7f.01", 1),
        ("127.0.0.1", "127.1", 1),
        ("*com", "x.com", 1),
        (":9", "h", 0),
    ],
)
def test_denied(pattern: str, host: str, port: int) -> None:
    assert not grant(pattern).allows(TCP, host, port)


def test_other_operation_is_denied() -> None:
    assert not grant("*").allows(Operation.TCP_LISTEN, "h", 1)


def test_only_ascii_letters_lose_their_case() -> None:
    assert not grant("ÄX").allows(TCP, "äx", 1)
    assert grant("ÄX").allows(TCP, "Äx", 1)
