"""Cyclic redundancy checks by the names of crccheck's catalogue, byte-wise with tables.

crccheck itself works bit by bit, a second per megabyte; here it only gives the parameters.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

_BYTE_BITS = 8


@dataclass(frozen=True, slots=True)
class Crc:
    """The parameters of one check, as the catalogue of CRC RevEng states them."""

    name: str
    """As the catalogue spells it."""
    width_bits: int
    polynomial: int
    initial: int
    is_input_reflected: bool
    is_output_reflected: bool
    final_xor: int

    @property
    def size_bytes(self) -> int:
        """Whole bytes that hold a result."""
        return -(-self.width_bits // _BYTE_BITS)

    def compute(self, data: bytes) -> int:
        """The check of all `data`; some 100 ms per megabyte."""
        crc = self._reflected(data) if self.is_input_reflected else self._straight(data)
        if self.is_input_reflected != self.is_output_reflected:
            crc = _mirrored(crc, self.width_bits)
        return crc ^ self.final_xor

    def _reflected(self, data: bytes) -> int:
        table = _reflected_table(_mirrored(self.polynomial, self.width_bits))
        crc = _mirrored(self.initial, self.width_bits)
        for value in data:
            crc = table[(crc ^ value) & 0xFF] ^ (crc >> _BYTE_BITS)
        return crc

    def _straight(self, data: bytes) -> int:
        # Checks narrower than a byte are worked out at the upper end of one.
        spare = max(_BYTE_BITS - self.width_bits, 0)
        width = self.width_bits + spare
        table = _straight_table(self.polynomial << spare, width)
        crc, shift, mask = self.initial << spare, width - _BYTE_BITS, (1 << width) - 1
        for value in data:
            crc = table[(crc >> shift) ^ value] ^ ((crc << _BYTE_BITS) & mask)
        return crc >> spare


def crc_names() -> tuple[str, ...]:
    """All names of the catalogue, aliases included, in the order of people: CRC-8 before CRC-16."""
    return tuple(crc.spelling for crc in sorted(_catalogue().values(), key=_rank))


def find_crc(name: str) -> Crc | None:
    """The check of that name or alias, in whatever case; `None` where there is none."""
    found = _catalogue().get(name.upper())
    return None if found is None else found.crc


@dataclass(frozen=True, slots=True)
class _Entry:
    spelling: str
    crc: Crc


def _rank(entry: _Entry) -> tuple[bool, int, str]:
    return not entry.spelling.startswith("CRC-"), entry.crc.width_bits, entry.spelling


@cache
def _catalogue() -> dict[str, _Entry]:
    # Imported here: most sessions never need it.
    from crccheck import crc  # pyright: ignore[reportMissingTypeStubs] - it ships none

    kinds: Any = crc.ALLCRCCLASSES
    entries: dict[str, _Entry] = {}
    for kind in kinds:
        names: tuple[str, ...] = kind._names
        checked = _crc_of(kind, names[0])
        entries |= {name.upper(): _Entry(name, checked) for name in names}
    return entries


def _crc_of(kind: Any, name: str) -> Crc:
    return Crc(
        name=name,
        width_bits=kind.width(),
        polynomial=kind.poly(),
        initial=kind.initvalue(),
        is_input_reflected=bool(kind.reflect_input()),
        is_output_reflected=bool(kind.reflect_output()),
        final_xor=kind.xor_output(),
    )


def _mirrored(value: int, bits: int) -> int:
    return int(f"{value:0{bits}b}"[::-1], 2)


@cache
def _reflected_table(polynomial: int) -> tuple[int, ...]:
    table: list[int] = []
    for value in range(256):
        crc = value
        for _ in range(_BYTE_BITS):
            crc = (crc >> 1) ^ (polynomial if crc & 1 else 0)
        table.append(crc)
    return tuple(table)


@cache
def _straight_table(polynomial: int, width: int) -> tuple[int, ...]:
    table: list[int] = []
    top, mask = 1 << (width - 1), (1 << width) - 1
    for value in range(256):
        crc = value << (width - _BYTE_BITS)
        for _ in range(_BYTE_BITS):
            crc = ((crc << 1) ^ (polynomial if crc & top else 0)) & mask
        table.append(crc)
    return tuple(table)
