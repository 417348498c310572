"""Reads the data that lies in the file beside a capture, and knows what of it is lost."""

import os
from bisect import bisect_right
from collections.abc import Sequence
from io import FileIO
from pathlib import Path
from typing import TypeAlias

from socket_workbench.capture.schema import (
    DATA_HEADER_BYTES,
    data_header,
    data_path,
    sample_of,
)

Block: TypeAlias = tuple[int, int, int]
"""Offset, length and `sample_of` of what was written at once."""


class StoredBytes:
    """The file `NAME.swcap-data` of one capture, for one thread at a time.

    What was not on the disk when the machine lost its power may be missing or be other bytes:
    the blocks in `doubted` are checked before anything of them is given.
    """

    def __init__(self, capture: Path, file_id: bytes, doubted: Sequence[Block] = ()) -> None:
        """`doubted` ascends by offset."""
        self._path = data_path(capture)
        self._header = data_header(file_id)
        self._file: FileIO | None = None
        self._size = 0
        self._doubted = doubted
        self._sound: dict[int, bool] = {}
        self._look_again()

    def read(self, offset: int, length: int) -> bytes:
        """What is there of `length` bytes from `offset`, all within one event's data.

        Raises:
            OSError: The disk does not give them.
        """
        length = self.available(offset, length)
        if not length or self._file is None:
            return b""
        return _read_at(self._file, offset, length)

    def available(self, offset: int, length: int) -> int:
        """How many of `length` bytes from `offset`, all within one event's data, are there."""
        if offset + length > self._size:
            self._look_again()
        if not self._is_sound(offset):
            return 0
        return min(length, max(self._size - offset, 0))

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _look_again(self) -> None:
        """Take in that the file has grown, or that the writer had to put it back."""
        if self._file is None or not self._is_in_place(self._file):
            self.close()
            self._open()
        self._size = os.fstat(self._file.fileno()).st_size if self._file is not None else 0

    def _is_in_place(self, file: FileIO) -> bool:
        try:
            return os.name == "nt" or os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except OSError:
            return True  # removed: what we hold is all there is, until the writer has put it back

    def _open(self) -> None:
        try:
            file = FileIO(self._path)
        except OSError:
            return
        if file.read(DATA_HEADER_BYTES) == self._header:
            self._file = file
        else:
            file.close()  # the data of another capture

    def _is_sound(self, offset: int) -> bool:
        at = bisect_right(self._doubted, offset, key=lambda block: block[0]) - 1
        if at < 0:
            return True
        if at not in self._sound:
            self._sound[at] = self._is_as_written(self._doubted[at])
        return self._sound[at]

    def _is_as_written(self, block: Block) -> bool:
        offset, length, sample = block
        if self._file is None or offset + length > self._size:
            return False
        return sample_of(_read_at(self._file, offset, length)) == sample


def _read_at(file: FileIO, offset: int, length: int) -> bytes:
    if hasattr(os, "pread"):  # one wait for the interpreter instead of two
        return os.pread(file.fileno(), length, offset)
    file.seek(offset)
    return file.read(length)
