import ast
import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.bytesview.hexdump import (
    Charset,
    CopyFormat,
    HexRow,
    copy_text,
    dump,
    offset_digits,
    rows,
    text_cells,
)
from socket_workbench.bytesview.source import BytesSource

PAGE = bytes(range(256))


def test_rows_are_read_from_the_middle_of_a_source() -> None:
    found = rows(BytesSource(PAGE), 4, 1)

    assert found == [HexRow(64, PAGE[64:80], tuple("@ABCDEFGHIJKLMNO"))]


def test_last_row_is_short() -> None:
    found = rows(BytesSource(PAGE[:18]), 1, 5)

    assert [(row.offset, row.data) for row in found] == [(16, b"\x10\x11")]


def test_groups_are_separate_strings() -> None:
    row = HexRow(0, b"ABCDEF", tuple("ABCDEF"))

    assert row.hex_groups(4) == ["41 42 43 44", "45 46"]


def test_utf8_character_across_two_rows_is_read_whole() -> None:
    source = BytesSource(b"a" * 15 + "é".encode() + b"b" * 15)

    first, second = rows(source, 0, 2, charset=Charset.UTF_8)

    assert (first.cells[15], second.cells[0]) == ("é", "")


def test_row_that_begins_inside_a_utf8_character_shows_its_rest_as_empty() -> None:
    source = BytesSource(b"a" * 15 + "€".encode() + b"b" * 14)

    (row,) = rows(source, 1, 1, charset=Charset.UTF_8)

    assert row.cells[:3] == ("", "", "b")


@pytest.mark.parametrize(
    ("charset", "expected"),
    [
        (Charset.ASCII, "A·····"),
        (Charset.LATIN_1, "A·Ã©·é"),
        (Charset.UTF_8, "A·é··"),
    ],
)
def test_text_column(charset: Charset, expected: str) -> None:
    assert "".join(text_cells(b"A\0\xc3\xa9\xad\xe9", charset)) == expected


@given(st.binary(max_size=200), st.sampled_from(Charset))
def test_there_is_one_cell_per_byte(data: bytes, charset: Charset) -> None:
    assert len(text_cells(data, charset)) == len(data)


def test_dump_has_offset_two_groups_and_text() -> None:
    assert dump(b"HTTP/1.1 200 OK\r\n", offset=0x20) == (
        "00000020  48 54 54 50 2f 31 2e 31  20 32 30 30 20 4f 4b 0d  |HTTP/1.1 200 OK·|\n"
        "00000030  0a                                                |·|\n"
    )


@pytest.mark.parametrize(("size", "digits"), [(0, 8), (1 << 32, 8), ((1 << 32) + 1, 10)])
def test_offsets_grow_with_the_size(size: int, digits: int) -> None:
    assert offset_digits(size) == digits


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (CopyFormat.HEX, "00 41 ff"),
        (CopyFormat.C_ARRAY, "const unsigned char data[3] = {0x00, 0x41, 0xff};\n"),
        (CopyFormat.PYTHON_BYTES, r"b'\x00A\xff'"),
        (CopyFormat.JAVASCRIPT_ARRAY, "new Uint8Array([0x00, 0x41, 0xff])"),
        (CopyFormat.JSON, "[0, 65, 255]"),
        (CopyFormat.BASE64, "AEH/"),
        (CopyFormat.TEXT, "\0A\ufffd"),
    ],
)
def test_copy_formats(form: CopyFormat, expected: str) -> None:
    assert copy_text(b"\0A\xff", form) == expected


def test_copied_hex_dump_starts_at_the_offset() -> None:
    assert copy_text(b"A", CopyFormat.HEX_DUMP, offset=0x11).startswith("00000011  41 ")


@given(st.binary())
def test_python_literal_is_the_same_bytes(data: bytes) -> None:
    assert ast.literal_eval(copy_text(data, CopyFormat.PYTHON_BYTES)) == data


@given(st.binary())
@pytest.mark.parametrize("form", [CopyFormat.C_ARRAY, CopyFormat.JAVASCRIPT_ARRAY])
def test_literals_are_the_same_bytes(form: CopyFormat, data: bytes) -> None:
    literals = re.findall(r"0x([0-9a-f]{2})", copy_text(data, form))

    assert bytes.fromhex("".join(literals)) == data


@given(st.binary())
def test_base64_is_the_same_bytes(data: bytes) -> None:
    assert base64.b64decode(copy_text(data, CopyFormat.BASE64)) == data
