"""Which bytes of a hex view are selected: a caret and the anchor it was dragged from."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class HexSelection:
    """From anchor to caret, both included: where there are bytes, at least one is selected."""

    size: int = 0
    """How many bytes there are to select from."""
    anchor: int = 0
    caret: int = 0

    @property
    def offset(self) -> int:
        """Where the selection begins."""
        return min(self.anchor, self.caret)

    @property
    def length(self) -> int:
        """How many bytes are selected; 0 only where there are none."""
        return abs(self.anchor - self.caret) + 1 if self.size else 0

    def moved(self, caret: int, *, extends: bool) -> "HexSelection":
        """The caret elsewhere, held within the bytes; the anchor goes along unless `extends`."""
        caret = max(0, min(caret, self.size - 1))
        return replace(self, caret=caret, anchor=self.anchor if extends else caret)

    def spanning(self, offset: int, length: int) -> "HexSelection":
        """Another stretch, cut to what there is; the caret stands on its last byte."""
        start = self.moved(offset, extends=False)
        return start.moved(offset + max(length, 1) - 1, extends=True)

    def resized(self, size: int) -> "HexSelection":
        """The same over another number of bytes, as far as they go."""
        last = max(size - 1, 0)
        return HexSelection(size, min(self.anchor, last), min(self.caret, last))
