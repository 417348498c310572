"""Where the bytes come from that a view shows: memory, a file, or whatever else can be read."""

import os
from pathlib import Path
from typing import Protocol, Self


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


class FileSource:
    """A file, read where it is looked at; whoever opens it closes it.

    Raises:
        OSError: On construction and on `read`, as `open` and `read` do.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def size(self) -> int:
        return os.fstat(self._file.fileno()).st_size

    def read(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        parts: list[bytes] = []
        while length > 0 and (part := self._file.read(length)):
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def close(self) -> None:
        """Give the file back; idempotent."""
        self._file.close()
