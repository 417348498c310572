"""Byte sources for tests of what shows bytes."""


class VastSource:
    """Any number of bytes, made up where they are read; remembers the reads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.reads: list[tuple[int, int]] = []

    def size(self) -> int:
        return self._size

    def read(self, offset: int, length: int) -> bytes:
        self.reads.append((offset, length))
        end = min(offset + length, self._size)
        return bytes((at // 16 + at) & 0xFF for at in range(offset, end))


class BrokenSource:
    """Bytes that are there but cannot be read."""

    def size(self) -> int:
        return 100

    def read(self, offset: int, length: int) -> bytes:
        raise OSError("the disk is gone")


class GrowingSource:
    """Bytes in memory that become more."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def size(self) -> int:
        return len(self.data)

    def read(self, offset: int, length: int) -> bytes:
        return self.data[offset : offset + length]


class FailingSource:
    """Bytes that can be read `reads` times, and then no more."""

    def __init__(self, data: bytes, reads: int) -> None:
        self._data, self._reads = data, reads

    def size(self) -> int:
        return len(self._data)

    def read(self, offset: int, length: int) -> bytes:
        self._reads -= 1
        if self._reads < 0:
            raise OSError("the disk is gone")
        return self._data[offset : offset + length]
