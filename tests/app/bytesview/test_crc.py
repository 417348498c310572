import subprocess
import sys
from typing import Any

import pytest
from crccheck import crc as catalogue

from socket_workbench.bytesview.crc import crc_names, find_crc

CHECKED = b"123456789"
DATA = bytes(range(256)) * 3 + b"odd"


@pytest.mark.parametrize("kind", catalogue.ALLCRCCLASSES, ids=lambda kind: kind.__name__)
def test_every_check_agrees_with_the_catalogue(kind: Any) -> None:
    for name in kind._names:
        crc = find_crc(name)

        assert crc is not None, name
        assert crc.compute(CHECKED) == kind.calc(CHECKED)
        assert crc.compute(DATA) == kind.calc(DATA)
        assert crc.compute(b"") == kind.calc(b"")


@pytest.mark.parametrize(
    ("name", "check", "size_bytes"),
    [
        ("CRC-16/MODBUS", 0x4B37, 2),
        ("CRC-32", 0xCBF43926, 4),
        ("CRC-8/SMBUS", 0xF4, 1),
        ("CRC-3/GSM", 0x4, 1),
        ("CRC-24/OPENPGP", 0x21CF02, 3),
        ("CRC-64/XZ", 0x995DC9BBDF1939FA, 8),
    ],
)
def test_check_values_of_the_catalogue(name: str, check: int, size_bytes: int) -> None:
    crc = find_crc(name)

    assert crc is not None
    assert (crc.compute(CHECKED), crc.size_bytes) == (check, size_bytes)


@pytest.mark.parametrize("name", ["crc-16/modbus", "Modbus", "CRC-32", "PKZIP"])
def test_name_is_found_in_any_case_and_by_its_aliases(name: str) -> None:
    assert find_crc(name) is not None


def test_unknown_name_is_not_found() -> None:
    assert find_crc("CRC-16/NOBODY") is None


def test_names_are_listed_narrow_before_wide() -> None:
    names = crc_names()

    assert names.index("CRC-8") < names.index("CRC-16/MODBUS") < names.index("CRC-32")
    assert len(names) == len(set(names)) > 150


def test_catalogue_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, socket_workbench.bytesview.templates; sys.exit('crccheck' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
