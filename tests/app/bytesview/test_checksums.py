import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.checksums import Checksums


def sums(*chunks: bytes) -> dict[str, str]:
    checksums = Checksums()
    for chunk in chunks:
        checksums.feed(chunk)
    return {checksum.name: checksum.digits for checksum in checksums.results()}


@pytest.mark.parametrize(
    ("name", "digits"),
    [
        ("CRC-16/CCITT-FALSE", "29b1"),
        ("CRC-16/MODBUS", "4b37"),
        ("CRC-16/ARC", "bb3d"),
        ("CRC-32", "cbf43926"),
        ("MD5", "25f9e794323b453885f5181f1b624d0b"),
        ("SHA-256", hashlib.sha256(b"123456789").hexdigest()),
    ],
)
def test_check_value_of_the_catalogue(name: str, digits: str) -> None:
    assert sums(b"123456789")[name] == digits


@pytest.mark.parametrize(
    ("data", "digits"),
    [
        ("0001f203f4f5f6f7", "220d"),  # RFC 1071, section 3
        ("", "ffff"),
        ("0000", "ffff"),
        ("ffff", "0000"),
        ("01", "feff"),
        ("450000730000400040110000c0a80001c0a800c7", "b861"),
    ],
    ids=["rfc 1071", "empty", "zero", "ones", "odd", "ip header"],
)
def test_internet_checksum(data: str, digits: str) -> None:
    assert sums(bytes.fromhex(data))["Internet checksum"] == digits


@given(st.lists(st.binary(max_size=9), max_size=6))
def test_pieces_give_the_same_sums_as_the_whole(chunks: list[bytes]) -> None:
    assert sums(*chunks) == sums(b"".join(chunks))
