from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.parsing import Fault, ParseError, parse_hex, parse_text
from socket_workbench.bytesview.templates import (
    MOST_CHARS,
    Filler,
    Notation,
    Slot,
    Template,
    parse_template,
)
from socket_workbench.bytesview.variables import VARIABLES

WALL_NS = 1_700_000_000_123_456_789


def counting_bytes() -> Callable[[int], bytes]:
    return lambda size: bytes(index & 255 for index in range(size))


def filler() -> Filler:
    return Filler(wall_ns=lambda: WALL_NS, random_bytes=counting_bytes())


def filled(text: str, notation: Notation = "text", ending: bytes = b"") -> bytes:
    return filler().fill(parse_template(text, notation), ending)


def outcome(parse: Callable[[str], bytes], text: str) -> tuple[object, ...]:
    """The bytes, or what is wrong and where."""
    try:
        return (parse(text),)
    except ParseError as error:
        return (error.position, error.code, error.found)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("${counter}", b"0"),
        ("${counter:1000:5}", b"1000"),
        ("${counter:-3}", b"-3"),
        ("${counter:7:dec4}", b"0007"),
        ("${counter:255:hex}", b"FF"),
        ("${counter:10:1:hex4}", b"000A"),
        ("${counter:u16}", b"\0\0"),
        ("${counter:258:u16}", b"\1\2"),
        ("${counter:258:u16be}", b"\1\2"),
        ("${counter:258:u16le}", b"\2\1"),
        ("${counter:258:u8}", b"\2"),
        ("${counter:1:1:u64le}", b"\1" + b"\0" * 7),
        ("${timestamp}", b"1700000000"),
        ("${timestamp:s}", b"1700000000"),
        ("${timestamp:ms}", b"1700000000123"),
        ("${timestamp:us}", b"1700000000123456"),
        ("${timestamp:ns}", b"1700000000123456789"),
        ("${timestamp:iso}", b"2023-11-14T22:13:20.123Z"),
        ("${timestamp:u32}", bytes.fromhex("6553f100")),
        ("${timestamp:ms:u64le}", (1_700_000_000_123).to_bytes(8, "little")),
        ("${random:4}", b"\0\1\2\3"),
        ("${randomHex:4}", b"00010203"),
        ("${randomInt:5:5}", b"5"),
        ("${randomInt:7:7:dec3}", b"007"),
        ("${uuid}", b"00010203-0405-4607-8809-0a0b0c0d0e0f"),
        ("${len}abc", b"3abc"),
        ("${len:2}abc", b"\0\3abc"),
        ("${len:2:le}abc", b"\3\0abc"),
        ("${len:3:be}abc", b"\0\0\3abc"),
        ("${len:2:+2}abc", b"\0\5abc"),
        ("${len:dec4:-1}abc", b"0002abc"),
        ("${len:-9}abc", b"0abc"),
        ("${len:1}${len}${random:9}", b"\x0a9\0\1\2\3\4\5\6\7\x08"),
        ("${len:1}${crc:CRC-32}", b"\x04" + bytes.fromhex("d56f2b94")),
        ("123456789${crc:CRC-16/MODBUS}", b"123456789\x4b\x37"),
        ("123456789${crc:CRC-16/MODBUS:be}", b"123456789\x4b\x37"),
        ("123456789${crc:crc-16/modbus:le}", b"123456789\x37\x4b"),
        ("123456789${crc:CRC-16/MODBUS:hex}", b"1234567894B37"),
        ("x123456789!${crc:CRC-16/MODBUS:1:1}", b"x123456789!\x4b\x37"),
        ("123456789${crc:CRC-3/GSM}", b"123456789\x04"),
        ("${crc:CRC-32}", b"\0\0\0\0"),
        (r"\x01\xff\x02${sum8}", b"\x01\xff\x02\x02"),
        (r"\x01\xff\x02${xor8}", b"\x01\xff\x02\xfc"),
        (r"\x01\xff\x02${lrc8}", b"\x01\xff\x02\xfe"),
        ("$GPGLL*${xor8:hex:1:1}", b"$GPGLL*50"),
        ("ab${sum8:5}", b"ab\0"),
        ("ab${sum8}${sum8}", b"ab\xc3\x86"),
    ],
)
def test_variable_becomes_bytes(text: str, data: bytes) -> None:
    assert filled(text) == data


def test_table_above_has_every_variable() -> None:
    marks = test_variable_becomes_bytes.pytestmark  # pyright: ignore[reportFunctionMemberAccess] - set by pytest
    texts = [row[0] for row in marks[0].args[1]]

    assert [name for name in VARIABLES if not any(f"${{{name}" in text for text in texts)] == []


@pytest.mark.parametrize("kind", VARIABLES.values(), ids=lambda kind: kind.name)
def test_examples_of_the_table_are_right(kind: object) -> None:
    example = VARIABLES[kind.name].example  # pyright: ignore[reportAttributeAccessIssue] - a row

    template = parse_template(f"body {example} end", "text")

    assert [part.source for part in template.parts if isinstance(part, Slot)] == [example]


@pytest.mark.parametrize(
    ("text", "code", "position", "found", "expected"),
    [
        ("ab${", Fault.OPEN_VARIABLE, 2, "${", "${…}"),
        ("ab${counter", Fault.OPEN_VARIABLE, 2, "${counter", "${counter[:START[:STEP]][:FORM]}"),
        ("ab${uuid\n}", Fault.OPEN_VARIABLE, 2, "${uuid", "${uuid}"),
        ("${countx}", Fault.UNKNOWN_VARIABLE, 2, "countx", "counter"),
        ("${Counter}", Fault.UNKNOWN_VARIABLE, 2, "Counter", "counter"),
        ("${}", Fault.UNKNOWN_VARIABLE, 2, "}", "counter, "),
        ("${random}", Fault.MISSING_ARGUMENT, 8, "", "1 … 65536"),
        ("${random:}", Fault.MISSING_ARGUMENT, 9, "", "1 … 65536"),
        ("${random:x}", Fault.BAD_ARGUMENT, 9, "x", "1 … 65536"),
        ("${random:0}", Fault.BAD_ARGUMENT, 9, "0", "1 … 65536"),
        ("${random:65537}", Fault.BAD_ARGUMENT, 9, "65537", "1 … 65536"),
        ("${random:4:5}", Fault.BAD_ARGUMENT, 11, "5", "${random:N}"),
        ("${randomInt:5:4}", Fault.BAD_ARGUMENT, 14, "4", "5 … "),
        ("${uuid:4}", Fault.BAD_ARGUMENT, 7, "4", "${uuid}"),
        ("${counter:one}", Fault.BAD_ARGUMENT, 10, "one", "${counter[:START[:STEP]][:FORM]} (dec"),
        ("${counter:1:2:3}", Fault.BAD_ARGUMENT, 14, "3", "${counter["),
        ("${counter:dec99}", Fault.BAD_ARGUMENT, 10, "dec99", "${counter["),
        ("${timestamp:min}", Fault.BAD_ARGUMENT, 12, "min", "${timestamp["),
        ("${timestamp:iso:dec}", Fault.BAD_ARGUMENT, 16, "dec", "${timestamp["),
        ("${crc}", Fault.MISSING_ARGUMENT, 5, "", "${crc:NAME"),
        ("${crc:}", Fault.MISSING_ARGUMENT, 6, "", "${crc:NAME"),
        ("${crc::le}", Fault.MISSING_ARGUMENT, 6, "", "${crc:NAME"),
        ("${crc:CRC-16/MODBUSS}", Fault.UNKNOWN_CRC, 6, "CRC-16/MODBUSS", "CRC-16/MODBUS"),
        ("${crc:zzz}", Fault.UNKNOWN_CRC, 6, "zzz", "CRC-8, "),
        ("${crc:CRC-32:1:-1}", Fault.BAD_ARGUMENT, 15, "-1", "${crc:NAME"),
        ("${len:9}", Fault.BAD_ARGUMENT, 6, "9", "1 … 8"),
        ("${sum8:mid}", Fault.BAD_ARGUMENT, 7, "mid", "${sum8["),
        (r"a\${b${uuid}\q", Fault.UNKNOWN_ESCAPE, 13, "q", ""),
        ("${random:65536}" * 17 + "${uuid}", Fault.TOO_LONG_FOR_VARIABLES, 255, "${uuid}", ""),
        ("${random:65536}" * 2 + "${sum8}" * 20, Fault.TOO_LONG_FOR_VARIABLES, 79, "${sum8}", ""),
        ("${uuid}" + "a" * MOST_CHARS, Fault.TOO_LONG_FOR_VARIABLES, 0, "${uuid}", ""),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    text: str, code: Fault, position: int, found: str, expected: str
) -> None:
    with pytest.raises(ParseError) as caught:
        parse_template(text, "text")

    error = caught.value
    assert (error.code, error.position, error.found) == (code, position, found)
    assert error.expected.startswith(expected)


@pytest.mark.parametrize(
    ("text", "position", "code"),
    [
        ("41 4${uuid}1", 3, Fault.ODD_DIGITS),
        ("41 ${uuid} 4g", 12, Fault.NOT_HEX),
        ("41 ${nope}", 5, Fault.UNKNOWN_VARIABLE),
        (r"\${uuid}", 0, Fault.NOT_HEX),
    ],
)
def test_mistakes_in_hex_are_told_at_their_place(text: str, position: int, code: Fault) -> None:
    with pytest.raises(ParseError) as caught:
        parse_template(text, "hex")

    assert (caught.value.position, caught.value.code) == (position, code)


def test_variables_stand_between_hex_digits() -> None:
    assert filled("02 ${len:1} 41,42 0x43${crc:CRC-16/MODBUS:le}", "hex") == bytes.fromhex(
        "02 05 414243 7c49"
    )


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a $ b", b"a $ b"),
        ("$5 {x}", b"$5 {x}"),
        (r"\${uuid}", b"${uuid}"),
        (r"\x24{uuid}", b"${uuid}"),
        (r"\\${len:1}", b"\\\0"),
        (r"\$", b"$"),
        ("", b""),
    ],
)
def test_dollars_that_are_no_variables(text: str, data: bytes) -> None:
    assert filled(text) == data


def test_line_ending_counts_for_a_length_but_not_for_a_sum() -> None:
    assert filled("${len:1}ab${sum8}", ending=b"\r\n") == b"\x05ab\xc8\r\n"


def test_counters_go_on_with_every_message_and_each_by_itself() -> None:
    one, both = filler(), parse_template("${counter} ${counter} ${counter:10:-1}", "text")
    other = parse_template("${counter}", "text")

    said = [one.fill(both), one.fill(both), one.fill(other), one.fill(both)]

    assert said == [b"0 0 10", b"1 1 9", b"2", b"3 3 8"]


def test_preview_uses_no_counter_up() -> None:
    one, template = filler(), parse_template("${counter}${random:2}", "text")

    previews = {one.preview(template), one.preview(template)}

    assert len(previews) == 1
    assert one.fill(template) == b"0\0\1"
    assert one.preview(template)[:1] == b"1"


def test_counters_start_anew() -> None:
    one, template = filler(), parse_template("${counter:5}", "text")
    one.fill(template)

    one.restart()

    assert one.fill(template) == b"5"


def test_random_bytes_differ() -> None:
    one, template = Filler(), parse_template("${random:16}", "text")

    assert one.fill(template) != one.fill(template)


@pytest.mark.parametrize("text", ["a${uuid}b", r"\xff${counter}\r\n", r"\${uuid}", r"\\${len}\$"])
def test_template_is_written_as_hex_and_back(text: str) -> None:
    template = parse_template(text, "text")

    again = parse_template(template.written("hex"), "hex")

    assert again.parts == template.parts or filler().fill(again) == filler().fill(template)
    assert again.written("text") == text.replace(r"\$", "$") or r"\${" in text


@given(st.binary())
def test_fixed_bytes_come_back_from_both_notations(data: bytes) -> None:
    template = Template((data,) if data else ())

    assert parse_template(template.written("text"), "text") == template
    assert parse_template(template.written("hex"), "hex") == template


@given(st.text().filter(lambda text: "${" not in text and "\\$" not in text))
def test_text_without_variables_is_what_it_was(text: str) -> None:
    assert outcome(filled, text) == outcome(parse_text, text)


def test_hex_without_variables_is_what_it_was() -> None:
    assert filled("0x41, 42-43", "hex") == parse_hex("0x41, 42-43")
