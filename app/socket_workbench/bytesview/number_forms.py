"""How a number stands in a message: as decimal or hex digits, or as an unsigned integer."""

import re
from dataclasses import dataclass
from typing import Literal

MOST_DIGITS = 64
FORMS = "dec hex u8 u16 u32 u64 u16le u32le u64le"
"""What can be written, digits with a width: `dec4`, `hex8`; `be` may stand where `le` can."""

_DIGITS = re.compile(r"(dec|hex)([0-9]{1,2})?")
_UNSIGNED = re.compile(r"u(?:(8)|(16|32|64)(be|le)?)")


@dataclass(frozen=True, slots=True)
class NumberForm:
    """One way of writing numbers; `DECIMAL` where nothing else is said."""

    base: Literal[2, 10, 16] = 10
    """2: binary, `width` bytes; else digits, `width` of them at least, hex ones as capitals."""
    width: int = 1
    order: Literal["big", "little"] = "big"

    def write(self, value: int) -> bytes:
        """The number's bytes; binary ones keep only what fits, as counters in hardware do."""
        if self.base == 2:  # noqa: PLR2004 - as the field says
            return (value % (1 << 8 * self.width)).to_bytes(self.width, self.order)
        letter = "X" if self.base == 16 else "d"  # noqa: PLR2004 - as the field says
        return f"{value:0{self.width}{letter}}".encode()

    @property
    def most_bytes(self) -> int:
        """No number that occurs is longer."""
        return self.width if self.base == 2 else max(self.width, 20)  # noqa: PLR2004 - 64 bits


DECIMAL = NumberForm()


def read_form(text: str) -> NumberForm | None:
    """The form of that name; `None` where there is none."""
    if digits := _DIGITS.fullmatch(text):
        width = int(digits[2] or 1)
        is_sane = 1 <= width <= MOST_DIGITS
        return NumberForm(10 if digits[1] == "dec" else 16, width) if is_sane else None
    if unsigned := _UNSIGNED.fullmatch(text):
        order = "little" if unsigned[3] == "le" else "big"
        return NumberForm(2, int(unsigned[1] or unsigned[2]) // 8, order)
    return None
