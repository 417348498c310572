"""Where the bytes come from that a view shows: memory, or whatever else can be read."""

from typing import Protocol


class ByteSource(Protocol):
    """Bytes that can be read piece by piece, of any size, without holding them all."""

    def size(self) -> int:
        """How many bytes there are now; may grow."""
        ...

    def read(self, offset: int, length: int) -> bytes:
        """Up to `length` bytes from `offset`; fewer only at the end."""
        ...


class BytesSource:
    """Bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def size(self) -> int:
        return len(self._data)

    def read(self, offset: int, length: int) -> bytes:
        return self._data[offset : offset + length]
