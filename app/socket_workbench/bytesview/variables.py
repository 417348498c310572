r"""The variables that a message may contain, `${name:argument:argument}`: one table.

Help, completion and tests read `VARIABLES`. What a variable becomes does not depend on whether it
was written in text or in hex. `FORM` is how a number is written (`number_forms`), decimal digits
unless something else is said. Three sorts:

- values: `counter` (the number of messages sent with this same variable before, times STEP, plus
  START; all of the same spelling in a message agree), `timestamp` (since 1970, UTC), `random`,
  `randomHex`, `randomInt`, `uuid`;
- `len`: how many bytes follow it in the message, line ending included, plus ADD;
- sums (`crc`, `sum8`, `xor8`, `lrc8`): over the bytes of the message before it, other variables
  filled in, but for the first SKIP and the last OMIT of them; high byte first unless `le`, or as
  capital hex digits.
"""

import difflib
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TypeAlias

from socket_workbench.bytesview.crc import crc_names, find_crc
from socket_workbench.bytesview.number_forms import DECIMAL, NumberForm
from socket_workbench.bytesview.parsing import Fault
from socket_workbench.bytesview.variable_arguments import VariableArguments

MOST_RANDOM_BYTES = 64 * 1024
INT64 = 2**63
MOST_LENGTH_BYTES = 8
UUID_CHARS = 36
ISO_CHARS = 24
CRC_EXAMPLES = ("CRC-8", "CRC-16/MODBUS", "CRC-32")
_UNIT_NS = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1000, "ns": 1}
_ORDERS = ("be", "le", "hex")


@dataclass(frozen=True, slots=True)
class Moment:
    """What values are taken from when a message is filled in."""

    wall_ns: int
    """Nanoseconds since 1970, UTC."""
    random_bytes: Callable[[int], bytes]
    counts: Mapping[str, int]
    """Messages sent so far with each counter, by its spelling; 0 for those that are absent."""


@dataclass(frozen=True, slots=True)
class Value:
    """Depends on nothing else in the message."""

    most_bytes: int
    value: Callable[[Moment], bytes]
    is_counter: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """How many bytes follow."""

    form: NumberForm
    added: int = 0

    @property
    def most_bytes(self) -> int:
        """No result is longer."""
        return self.form.most_bytes

    def value(self, following_bytes: int) -> bytes:
        """The length as it stands in the message; 0 where ADD would make it negative."""
        return self.form.write(max(following_bytes + self.added, 0))


@dataclass(frozen=True, slots=True)
class Sum:
    """A check over what stands before."""

    compute: Callable[[bytes], int]
    width: int
    """Whole bytes of the result; twice that in hex digits."""
    order: str = "be"
    skip: int = 0
    omit: int = 0

    @property
    def most_bytes(self) -> int:
        """The exact size, known before the sum is."""
        return self.width * (2 if self.order == "hex" else 1)

    def value(self, before: bytes) -> bytes:
        """The sum as it stands in the message."""
        checked = self.compute(before[self.skip : max(len(before) - self.omit, self.skip)])
        if self.order == "hex":
            return f"{checked:0{self.width * 2}X}".encode()
        return checked.to_bytes(self.width, "little" if self.order == "le" else "big")


Variable: TypeAlias = Value | Length | Sum


@dataclass(frozen=True, slots=True)
class VariableKind:
    """One row of the table."""

    name: str
    syntax: str
    """What may follow the name; what is optional stands in brackets."""
    example: str
    read: Callable[[str, VariableArguments], Variable]
    """Given the whole `${...}` and its arguments; raises `ParseError`."""

    @property
    def usage(self) -> str:
        """How it is written, as `${counter[:START[:STEP]][:FORM]}`."""
        return f"${{{self.name}{self.syntax}}}"


def _read_counter(source: str, arguments: VariableArguments) -> Variable:
    start = arguments.number(-INT64, INT64, 0)
    step = arguments.number(-INT64, INT64, 1)
    form = arguments.form(DECIMAL)
    return Value(
        max(form.most_bytes, 41),  # 2 to the 63 times as many messages has that many digits
        lambda moment: form.write(start + step * moment.counts.get(source, 0)),
        is_counter=True,
    )


def _read_timestamp(_source: str, arguments: VariableArguments) -> Variable:
    unit = arguments.word((*_UNIT_NS, "iso"), "s")
    if unit == "iso":
        return Value(ISO_CHARS, lambda moment: _iso(moment.wall_ns))
    form = arguments.form(DECIMAL)
    return Value(form.most_bytes, lambda moment: form.write(moment.wall_ns // _UNIT_NS[unit]))


def _iso(wall_ns: int) -> bytes:
    whole_s, rest_ns = divmod(wall_ns, _UNIT_NS["s"])
    date = datetime.fromtimestamp(whole_s, UTC)
    return f"{date:%Y-%m-%dT%H:%M:%S}.{rest_ns // _UNIT_NS['ms']:03}Z".encode()


def _read_random(_source: str, arguments: VariableArguments) -> Variable:
    size = arguments.number(1, MOST_RANDOM_BYTES)
    return Value(size, lambda moment: moment.random_bytes(size))


def _read_random_hex(_source: str, arguments: VariableArguments) -> Variable:
    size = arguments.number(1, MOST_RANDOM_BYTES)
    return Value(2 * size, lambda moment: moment.random_bytes(size).hex().encode())


def _read_random_int(_source: str, arguments: VariableArguments) -> Variable:
    least = arguments.number(-INT64, INT64)
    most = arguments.number(least, INT64)
    form = arguments.form(DECIMAL)
    # Twice as many random bits as the range has: no number is noticeably likelier.
    return Value(
        form.most_bytes,
        lambda moment: form.write(
            least + int.from_bytes(moment.random_bytes(16)) % (most - least + 1)
        ),
    )


def _read_uuid(_source: str, _arguments: VariableArguments) -> Variable:
    return Value(
        UUID_CHARS,
        lambda moment: str(uuid.UUID(bytes=moment.random_bytes(16), version=4)).encode(),
    )


def _read_len(_source: str, arguments: VariableArguments) -> Variable:
    width = arguments.number(1, MOST_LENGTH_BYTES, 0)
    if width == 0:
        form = arguments.form(DECIMAL)
    else:
        order = arguments.word(("be", "le"), "be")
        form = NumberForm(2, width, "little" if order == "le" else "big")
    return Length(form, arguments.number(-INT64, INT64, 0))


def _read_crc(_source: str, arguments: VariableArguments) -> Variable:
    name = arguments.any_text()
    crc = find_crc(name)
    if crc is None:
        near = difflib.get_close_matches(name.upper(), crc_names(), n=3)
        raise arguments.refuse(Fault.UNKNOWN_CRC, ", ".join(near or CRC_EXAMPLES))
    return _sum(crc.compute, crc.size_bytes, arguments)


def _read_sum(compute: Callable[[bytes], int], _: str, arguments: VariableArguments) -> Variable:
    return _sum(compute, 1, arguments)


def _sum(compute: Callable[[bytes], int], width: int, arguments: VariableArguments) -> Sum:
    order = arguments.word(_ORDERS, "be")
    skip = arguments.number(0, INT64, 0)
    return Sum(compute, width, order, skip, arguments.number(0, INT64, 0))


def _sum_8(data: bytes) -> int:
    return sum(data) & 0xFF


def _xor_8(data: bytes) -> int:
    # Halves are folded onto each other: a byte at a time would be slow.
    folded = data
    while len(folded) > 1:
        half = (len(folded) + 1) // 2
        both = int.from_bytes(folded[:half]) ^ int.from_bytes(folded[half:])
        folded = both.to_bytes(half)
    return folded[0] if folded else 0


def _lrc_8(data: bytes) -> int:
    return -sum(data) & 0xFF


_RANGE = "[:be|le|hex][:SKIP[:OMIT]]"

VARIABLES: Mapping[str, VariableKind] = {
    kind.name: kind
    for kind in (
        VariableKind("counter", "[:START[:STEP]][:FORM]", "${counter:1000:5}", _read_counter),
        VariableKind("timestamp", "[:s|ms|us|ns|iso][:FORM]", "${timestamp:ms}", _read_timestamp),
        VariableKind("random", ":N", "${random:16}", _read_random),
        VariableKind("randomHex", ":N", "${randomHex:8}", _read_random_hex),
        VariableKind("randomInt", ":MIN:MAX[:FORM]", "${randomInt:1:6}", _read_random_int),
        VariableKind("uuid", "", "${uuid}", _read_uuid),
        VariableKind("len", "[:N[:be|le]|:FORM][:ADD]", "${len:2}", _read_len),
        VariableKind("crc", f":NAME{_RANGE}", "${crc:CRC-16/MODBUS:le}", _read_crc),
        VariableKind("sum8", _RANGE, "${sum8}", partial(_read_sum, _sum_8)),
        VariableKind("xor8", _RANGE, "${xor8:hex:1:1}", partial(_read_sum, _xor_8)),
        VariableKind("lrc8", _RANGE, "${lrc8}", partial(_read_sum, _lrc_8)),
    )
}


def wall_clock_ns() -> int:
    """The time that `timestamp` shows."""
    return time.time_ns()
