"""Host names become what Chromium makes of them."""

import pytest

from socket_workbench.net.host_names import canonical_name, is_broken, is_like_a_number


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("LocalHost.", "localhost."),
        ("a_b.-c.localhost", "a_b.-c.localhost"),
        ("%4cocal%68ost", "localhost"),
        ("a%C3%BC.test", "xn--a-eha.test"),
        ("B\u00dcCHER.test", "xn--bcher-kva.test"),
        ("XN--BCHER-KVA\u3002test", "xn--bcher-kva.test"),
        ("\uff11\uff12\uff17\uff61\uff10.0.1", "127.0.0.1"),
        ("\u24db\u24deca\u00adl\u2060h\ufeffo\u2063st", "localhost"),
        ("fa\u00df.\u1e9e.test", "xn--fa-hia.xn--zca.test"),
        ("\u0915\u094d\u200d\u0937.test", "xn--11b2ezcw70k.test"),
        ("\u05d01.test", "xn--1-zhc.test"),
        ("\U0001f600.test", "xn--e28h.test"),
    ],
)
def test_names_become_ascii(host: str, name: str) -> None:
    assert canonical_name(host) == name


@pytest.mark.parametrize(
    "host",
    [
        *("", ".", "..", ".a", "a..b", "a b", "a!b", "a:1", "*", "a%", "%2525", "%ff.test", "a\0"),
        *("a" * 64 + ".test", "a." * 123 + "localhost", "\u3002a", "local\u2024host"),
        *("local\u200dhost", "\u0301a.test", "a\u202e.test", "1\u05d0.test", "\u05d0a.test"),
        *("a.\u05d0\u06611.test", "\u0661.test", "xn--\u00fc.test", "xn--a-.\u05d0.test"),
        *("\ufffd.test", "a\u2ff9.test", "\uff1a\uff1a1", "a\u3000b", "xn--99999.\u00fc"),
        *("\u00ff\0", "\ud800.test"),
    ],
)
def test_impossible_names_are_empty(host: str) -> None:
    assert canonical_name(host) == ""


@pytest.mark.parametrize("host", ["a:b", "::1", "a%zb", "a%2fb", "%ff", "[::g]", "[]", "08.1"])
def test_broken_hosts(host: str) -> None:
    assert is_broken(host)


@pytest.mark.parametrize(
    "host", ["", "a b", "a%20b", "*", "..", "[::1]", "127.1", "\u00e4.b", "1.a"]
)
def test_hosts_of_nobody_are_not_broken(host: str) -> None:
    assert not is_broken(host)


def test_joiner_alone_is_broken() -> None:
    assert is_broken("\u200d")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.1", True), ("a.0x1f.", True), ("08", True), ("a.1b", False), ("1.a", False)],
)
def test_last_label_tells_numbers(name: str, expected: bool) -> None:
    assert is_like_a_number(name) is expected
