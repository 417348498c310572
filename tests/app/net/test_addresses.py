"""IP literals are read and written as Chromium does."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.net.addresses import canonical, parse_literal


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("239.255.77", "239.255.0.77"),
        ("0x7f.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x", "0.0.0.0"),
        ("127.0.0.1.", "127.0.0.1"),
        ("::0001", "::1"),
        ("0:0:0:0:0:0:0:1", "::1"),
        ("::FFFF:127.0.0.1", "::ffff:7f00:1"),
        ("::ffff:0x7f.0.0.01", "::ffff:7f00:1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ],
)
def test_literals_become_canonical(text: str, address: str) -> None:
    assert parse_literal(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "localhost",
        "256.256.256.256",
        "1.2.3.4.5",
        "1.2.3.256",
        "08.1",
        "[::1]",
        "::1%lo",
        "::zz",
        "::1\0",
        "::\ud800",
        "::127.1",
        "::127.0.1.",
        "::127.0.0.256",
        "1..2",
        "a.1",
        "4294967296",
        " 127.0.0.1",
    ],
)
def test_everything_else_is_no_literal(text: str) -> None:
    assert parse_literal(text) is None


@given(st.ip_addresses(v=6))
def test_canonical_form_is_that_of_rfc_5952(address: ipaddress.IPv6Address) -> None:
    text = canonical(address.exploded)

    assert ipaddress.IPv6Address(text) == address
    assert len(text) <= len(address.compressed) or address.ipv4_mapped is not None
