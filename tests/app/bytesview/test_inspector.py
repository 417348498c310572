import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.inspector import Reading, values


def read(data: bytes) -> dict[Reading, tuple[str, str]]:
    return {value.reading: (value.little, value.big) for value in values(data[:16], data)}


@pytest.mark.parametrize(
    ("reading", "little", "big"),
    [
        (Reading.U8, "254", "254"),
        (Reading.I8, "-2", "-2"),
        (Reading.U16, "510", "65025"),
        (Reading.I16, "510", "-511"),
        (Reading.U32, "50463230", "4261478915"),
        (Reading.I32, "50463230", "-33488381"),
        (Reading.U64, "506097522914230782", "18302912572586001927"),
        (Reading.I64, "506097522914230782", "-143831501123549689"),
        (Reading.IPV4, "3.2.1.254", "254.1.2.3"),
        (Reading.MAC, "fe:01:02:03:04:05", "fe:01:02:03:04:05"),
    ],
)
def test_integers_and_addresses_in_both_orders(reading: Reading, little: str, big: str) -> None:
    assert read(bytes.fromhex("fe01020304050607"))[reading] == (little, big)


@pytest.mark.parametrize(
    ("reading", "code", "number", "text"),
    [
        (Reading.F16, "e", 0.1, "0.1"),
        (Reading.F32, "f", 0.1, "0.1"),
        (Reading.F64, "d", 0.1, "0.1"),
        (Reading.F16, "e", 65504.0, "6.55e+04"),
        (Reading.F32, "f", 3.4028234663852886e38, "3.4028235e+38"),
        (Reading.F32, "f", float("inf"), "inf"),
        (Reading.F64, "d", float("nan"), "nan"),
        (Reading.F64, "d", -0.0, "-0"),
    ],
)
def test_floats_have_the_fewest_digits_that_name_them(
    reading: Reading, code: str, number: float, text: str
) -> None:
    little, _ = read(struct.pack(f"<{code}", number))[reading]
    _, big = read(struct.pack(f">{code}", number))[reading]

    assert (little, big) == (text, text)


@pytest.mark.parametrize(
    ("reading", "data", "text"),
    [
        (Reading.UNIX_S, struct.pack(">i", 1_700_000_000), "2023-11-14 22:13:20 UTC"),
        (Reading.UNIX_S, struct.pack(">i", -1), "1969-12-31 23:59:59 UTC"),
        (Reading.UNIX_MS, struct.pack(">q", 1_700_000_000_123), "2023-11-14 22:13:20.123 UTC"),
        (Reading.UNIX_MS, b"\x7f" * 8, ""),
        (Reading.NTP, struct.pack(">II", 3_908_988_800, 1 << 31), "2023-11-14 22:13:20.5 UTC"),
        (Reading.FILETIME, struct.pack(">Q", 133_444_736_000_000_000), "2023-11-14 22:13:20 UTC"),
        (Reading.DOS, struct.pack(">HH", 43 << 9 | 11 << 5 | 14, 22 << 11 | 13 << 5 | 10), ""),
    ],
    ids=["unix", "before 1970", "ms", "far away", "ntp", "filetime", "dos"],
)
def test_time_stamps(reading: Reading, data: bytes, text: str) -> None:
    expected = text or ("2023-11-14 22:13:20" if reading is Reading.DOS else "")

    assert read(data)[reading][1] == expected


def test_dos_time_with_month_zero_is_no_time() -> None:
    assert read(bytes(4))[Reading.DOS] == ("", "")


def test_ipv6_takes_sixteen_bytes() -> None:
    assert read(bytes(15) + b"\x01")[Reading.IPV6] == ("::1", "::1")


def test_text_is_that_of_the_selection_alone() -> None:
    found = {value.reading: value for value in values(b"Content-Type: te", b"Content")}

    assert found[Reading.UTF_8].little == "Content"


def test_utf16_is_read_in_both_orders() -> None:
    assert read("Aé".encode("utf-16-be"))[Reading.UTF_16] == ("䄀\ue900", "Aé")


def test_bits_of_the_first_bytes() -> None:
    assert read(b"\x01\xf0")[Reading.BITS] == ("00000001 11110000",) * 2


def test_too_few_bytes_give_empty_values() -> None:
    assert read(b"A")[Reading.U16] == ("", "")


@given(st.binary(max_size=32))
def test_any_bytes_have_every_reading(data: bytes) -> None:
    assert list(read(data)) == list(Reading)


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2038, 1, 1)))
def test_unix_seconds_read_back_as_the_moment(moment: datetime) -> None:
    moment = moment.replace(tzinfo=UTC, microsecond=0)

    little, _ = read(struct.pack("<i", int(moment.timestamp())))[Reading.UNIX_S]

    assert little == f"{moment:%Y-%m-%d %H:%M:%S} UTC"
