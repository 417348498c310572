"""What a few bytes mean as numbers, time stamps, addresses and text."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address

WINDOW_BYTES = 16
"""As many bytes as the longest reading of fixed size takes."""
TEXT_LIMIT_BYTES = 256
"""As many bytes of a selection as its text shows."""
BITS_LIMIT_BYTES = 8

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NTP_EPOCH = datetime(1900, 1, 1, tzinfo=UTC)
_FILETIME_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_FLOAT_DIGITS = {"e": 5, "f": 9, "d": 17}


class Reading(StrEnum):
    """A way to read bytes, in the order shown; the value is its short name."""

    U8 = "u8"
    I8 = "i8"
    U16 = "u16"
    I16 = "i16"
    U32 = "u32"
    I32 = "i32"
    U64 = "u64"
    I64 = "i64"
    F16 = "f16"
    F32 = "f32"
    F64 = "f64"
    UNIX_S = "unix s"
    UNIX_MS = "unix ms"
    NTP = "NTP"
    FILETIME = "FILETIME"
    DOS = "DOS time"
    IPV4 = "IPv4"
    IPV6 = "IPv6"
    MAC = "MAC"
    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    BITS = "bits"


@dataclass(frozen=True, slots=True)
class Value:
    """A reading in both byte orders; `""` where there are too few bytes or no such value."""

    reading: Reading
    little: str
    big: str
    """The same as `little` where the byte order says nothing."""


def values(window: bytes, selected: bytes) -> tuple[Value, ...]:
    """Every reading.

    Args:
        window: Up to `WINDOW_BYTES` from the start of the selection on, for what has a fixed size.
        selected: The selection's first bytes, at most `TEXT_LIMIT_BYTES`, for text and bits.
    """
    fixed = [Value(reading, *_fixed(reading, window)) for reading in _FIXED]
    utf_8 = _decoded(selected, "utf-8")
    bits = " ".join(f"{value:08b}" for value in selected[:BITS_LIMIT_BYTES])
    return (
        *fixed,
        Value(Reading.UTF_8, utf_8, utf_8),
        Value(Reading.UTF_16, _decoded(selected, "utf-16-le"), _decoded(selected, "utf-16-be")),
        Value(Reading.BITS, bits, bits),
    )


def _fixed(reading: Reading, window: bytes) -> tuple[str, str]:
    length, write = _FIXED[reading]
    data = window[:length]
    if len(data) < length:
        return "", ""
    return write(data, "little"), write(data, "big")


def _decoded(data: bytes, encoding: str) -> str:
    """The text, with U+FFFD for what is none; a character cut off at the end is left out."""
    text = data.decode(encoding, "replace")
    return text.rstrip("\N{REPLACEMENT CHARACTER}") if len(data) >= TEXT_LIMIT_BYTES else text


_Write = Callable[[bytes, str], str]


def _integer(*, is_signed: bool) -> _Write:
    def write(data: bytes, order: str) -> str:
        return str(_number(data, order, is_signed=is_signed))

    return write


def _number(data: bytes, order: str, *, is_signed: bool = False) -> int:
    return int.from_bytes(data, "big" if order == "big" else "little", signed=is_signed)


def _float(code: str) -> _Write:
    def write(data: bytes, order: str) -> str:
        value: float = struct.unpack(f"{'>' if order == 'big' else '<'}{code}", data)[0]
        short = repr(value) if code == "d" else f"{value:.{_FLOAT_DIGITS[code]}g}"
        return _shortest(value, code) or short

    return write


def _shortest(value: float, code: str) -> str:
    """The fewest digits that give the same float again, or `""` where none do (infinity, NaN)."""
    for digits in range(1, _FLOAT_DIGITS[code] + 1):
        text = f"{value:.{digits}g}"
        try:
            packed = struct.pack(f"<{code}", float(text))
        except OverflowError:  # fewer digits may round up beyond the largest value
            continue
        if packed == struct.pack(f"<{code}", value):
            return text
    return ""


def _stamp(epoch: datetime, microseconds: int) -> str:
    try:
        moment = epoch + timedelta(microseconds=microseconds)
    except OverflowError:
        return ""
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f").rstrip("0").rstrip(".") + " UTC"


def _unix_s(data: bytes, order: str) -> str:
    return _stamp(_EPOCH, _number(data, order, is_signed=True) * 1_000_000)


def _unix_ms(data: bytes, order: str) -> str:
    return _stamp(_EPOCH, _number(data, order, is_signed=True) * 1_000)


def _ntp(data: bytes, order: str) -> str:
    """RFC 5905, section 6: seconds since 1900 and a fraction; era 0."""
    seconds, fraction = divmod(_number(data, order), 1 << 32)
    return _stamp(_NTP_EPOCH, seconds * 1_000_000 + (fraction * 1_000_000 >> 32))


def _filetime(data: bytes, order: str) -> str:
    return _stamp(_FILETIME_EPOCH, _number(data, order) // 10)


def _dos(data: bytes, order: str) -> str:
    """The time in the low and the date in the high 16 bits; local time of whoever wrote it."""
    number = _number(data, order)
    day, month, year = number >> 16 & 31, number >> 21 & 15, number >> 25
    second, minute, hour = (number & 31) * 2, number >> 5 & 63, number >> 11 & 31
    try:
        return datetime(1980 + year, month, day, hour, minute, second, tzinfo=UTC).strftime(
            "%Y-%m-%d %H:%M:%S"
        )
    except ValueError:
        return ""


def _ipv4(data: bytes, order: str) -> str:
    return str(IPv4Address(data if order == "big" else data[::-1]))


def _ipv6(data: bytes, _: str) -> str:
    return str(IPv6Address(data))


def _mac(data: bytes, _: str) -> str:
    return data.hex(":")


_FIXED: dict[Reading, tuple[int, _Write]] = {
    Reading.U8: (1, _integer(is_signed=False)),
    Reading.I8: (1, _integer(is_signed=True)),
    Reading.U16: (2, _integer(is_signed=False)),
    Reading.I16: (2, _integer(is_signed=True)),
    Reading.U32: (4, _integer(is_signed=False)),
    Reading.I32: (4, _integer(is_signed=True)),
    Reading.U64: (8, _integer(is_signed=False)),
    Reading.I64: (8, _integer(is_signed=True)),
    Reading.F16: (2, _float("e")),
    Reading.F32: (4, _float("f")),
    Reading.F64: (8, _float("d")),
    Reading.UNIX_S: (4, _unix_s),
    Reading.UNIX_MS: (8, _unix_ms),
    Reading.NTP: (8, _ntp),
    Reading.FILETIME: (8, _filetime),
    Reading.DOS: (4, _dos),
    Reading.IPV4: (4, _ipv4),
    Reading.IPV6: (16, _ipv6),
    Reading.MAC: (6, _mac),
}
