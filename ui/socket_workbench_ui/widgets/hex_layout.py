"""Where the cells of a hex view stand, and which cell is under a point; arithmetic only."""

from dataclasses import dataclass
from enum import StrEnum

MARGIN_CHARS = 1.0
COLUMN_GAP_CHARS = 1.6
BYTE_GAP_CHARS = 0.5
GROUP_GAP_CHARS = 0.7
LONGEST_FIT_BYTES = 64


class RowWidth(StrEnum):
    """How many bytes stand in a row."""

    AUTO = "auto"
    """Sixteen, or eight where there is no room for sixteen."""
    EIGHT = "8"
    SIXTEEN = "16"
    THIRTY_TWO = "32"
    FIT = "fit"
    """As many groups of eight as there is room for."""


class Column(StrEnum):
    """The two columns that show the bytes."""

    HEX = "hex"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class HexLayout:
    """One row's geometry; all measures in logical pixels from the left edge of the contents."""

    char_px: float
    """The width of a character of the fixed-pitch font."""
    row_px: int
    offset_digits: int
    row_bytes: int
    group_bytes: int = 8

    @property
    def offset_x(self) -> float:
        """Where the offset column begins."""
        return MARGIN_CHARS * self.char_px

    @property
    def hex_x(self) -> float:
        """Where the first byte begins."""
        return self.offset_x + (self.offset_digits + COLUMN_GAP_CHARS) * self.char_px

    @property
    def text_x(self) -> float:
        """Where the text column begins."""
        return self.byte_right(self.row_bytes - 1) + COLUMN_GAP_CHARS * self.char_px

    @property
    def width_px(self) -> float:
        """What a whole row takes."""
        return self.text_x + self.row_bytes * self.char_px

    def byte_left(self, index: int) -> float:
        """The left edge of the digits of the byte at that place in its row."""
        gaps = index * BYTE_GAP_CHARS + index // self.group_bytes * GROUP_GAP_CHARS
        return self.hex_x + (index * 2 + gaps) * self.char_px

    def byte_right(self, index: int) -> float:
        """The right edge of its digits."""
        return self.byte_left(index) + 2 * self.char_px

    def text_left(self, index: int) -> float:
        """The left edge of its character."""
        return self.text_x + index * self.char_px

    def column_at(self, x: float) -> Column:
        """The column nearest to that place."""
        between = (self.byte_right(self.row_bytes - 1) + self.text_x) / 2
        return Column.TEXT if x >= between else Column.HEX

    def index_at(self, x: float, column: Column) -> int:
        """The place in the row of the byte nearest to `x`, from 0 to `row_bytes - 1`."""
        if column is Column.TEXT:
            return self._within(int((x - self.text_x) // self.char_px))
        half_gap = BYTE_GAP_CHARS / 2 * self.char_px
        for index in range(self.row_bytes):
            if x < self.byte_right(index) + half_gap:
                return index
        return self.row_bytes - 1

    def _within(self, index: int) -> int:
        return max(0, min(index, self.row_bytes - 1))


def row_bytes_for(width: RowWidth, view_px: float, char_px: float, offset_digits: int) -> int:
    """How many bytes a row has in a view that wide."""
    if width not in (RowWidth.AUTO, RowWidth.FIT):
        return int(width)
    most = 16 if width is RowWidth.AUTO else LONGEST_FIT_BYTES
    for count in range(most, 8, -8):
        if HexLayout(char_px, 1, offset_digits, count).width_px <= view_px:
            return count
    return 8
