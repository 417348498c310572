"""Checksums of bytes that come in pieces, so that large ones can be summed up in a thread."""

import binascii
import hashlib
import sys
from array import array
from dataclasses import dataclass
from functools import cache

_WORD_MASK = 0xFFFF
_REFLECTED_8005 = 0xA001


@dataclass(frozen=True, slots=True)
class Checksum:
    """One result, as hex digits without prefix."""

    name: str
    digits: str


class Checksums:
    """Sums up what `feed` is given; `results` may be asked at any time.

    CRC names and parameters are those of the CRC RevEng catalogue; CCITT-FALSE is there called
    CRC-16/IBM-3740. The Internet checksum is that of RFC 1071.
    """

    def __init__(self) -> None:
        self._ccitt_false = _WORD_MASK
        self._modbus = _WORD_MASK
        self._arc = 0
        self._crc_32 = 0
        self._internet = _InternetSum()
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._sha_256 = hashlib.sha256()

    def feed(self, chunk: bytes) -> None:
        """Add the next bytes; some milliseconds per megabyte."""
        self._ccitt_false = binascii.crc_hqx(chunk, self._ccitt_false)
        self._modbus = _crc_16_reflected(chunk, self._modbus)
        self._arc = _crc_16_reflected(chunk, self._arc)
        self._crc_32 = binascii.crc32(chunk, self._crc_32)
        self._internet.feed(chunk)
        self._md5.update(chunk)
        self._sha_256.update(chunk)

    def results(self) -> tuple[Checksum, ...]:
        """The checksums of all bytes so far."""
        return (
            Checksum("CRC-16/CCITT-FALSE", f"{self._ccitt_false:04x}"),
            Checksum("CRC-16/MODBUS", f"{self._modbus:04x}"),
            Checksum("CRC-16/ARC", f"{self._arc:04x}"),
            Checksum("CRC-32", f"{self._crc_32:08x}"),
            Checksum("Internet checksum", f"{self._internet.result():04x}"),
            Checksum("MD5", self._md5.hexdigest()),
            Checksum("SHA-256", self._sha_256.hexdigest()),
        )


class _InternetSum:
    """RFC 1071 over chunks of any length: an odd byte waits for its partner."""

    def __init__(self) -> None:
        self._sum = 0
        self._is_zero = True
        self._odd = b""

    def feed(self, chunk: bytes) -> None:
        data = self._odd + chunk
        even = len(data) & ~1
        self._odd = data[even:]
        self._sum = self._added(data[:even])
        self._is_zero = self._is_zero and not any(data)

    def result(self) -> int:
        total = self._added(self._odd + b"\0") if self._odd else self._sum
        folded = total % _WORD_MASK
        if folded == 0 and not self._is_zero:  # ones' complement has two zeros
            folded = _WORD_MASK
        return folded ^ _WORD_MASK

    def _added(self, data: bytes) -> int:
        words = array("H", data)
        if sys.byteorder == "little":
            words.byteswap()
        return self._sum + sum(words)


def _crc_16_reflected(data: bytes, crc: int) -> int:
    """CRC-16 with the polynomial 0x8005 reflected, two bytes per step."""
    even = len(data) & ~1
    words = array("H", data[:even])
    if sys.byteorder == "big":
        words.byteswap()
    table = _word_table()
    for word in words:
        crc = table[crc ^ word]
    for value in data[even:]:
        crc = (crc >> 8) ^ _byte_table()[(crc ^ value) & 0xFF]
    return crc


@cache
def _byte_table() -> "array[int]":
    table = array("H")
    for value in range(256):
        crc = value
        for _ in range(8):
            crc = (crc >> 1) ^ (_REFLECTED_8005 if crc & 1 else 0)
        table.append(crc)
    return table


@cache
def _word_table() -> "array[int]":
    """The state after two bytes, for each state already combined with them; 128 KiB, made once."""
    byte = _byte_table()
    table = array("H")
    for word in range(_WORD_MASK + 1):
        crc = (word >> 8) ^ byte[word & 0xFF]
        table.append((crc >> 8) ^ byte[crc & 0xFF])
    return table
