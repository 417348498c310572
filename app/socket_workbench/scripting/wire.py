"""Frames between this program and a V8 host process.

A frame is a header, a text part (a JSON array in ASCII) and a data part (the bytes that the
items speak of, one after the other). A frame marked `MORE` is a fragment: its parts belong in
front of those of the next frame. Both sides keep a frame's parts below `PART_BYTES`, so that
buffers are fixed and nothing is copied to fit.
"""

import struct
from typing import Final, NamedTuple

PART_BYTES: Final = 1 << 20
"""Longest text and longest data of one frame."""

MORE: Final = 1
"""Flag: the rest follows in the next frame."""
LEAVE: Final = 2
"""Flag, to the host: a source to evaluate; the text is `[number, name, source, isShown]`."""

_HEADER = struct.Struct("<IIIId")
HEADER_BYTES: Final = _HEADER.size


class Header(NamedTuple):
    """What precedes a frame's parts."""

    text_bytes: int
    data_bytes: int
    flags: int = 0
    timers: int = 0
    """From the host: how many timers are set."""
    seen: float = 0
    """From the host: how many frames it has taken in so far."""

    def pack(self) -> bytes:
        return _HEADER.pack(*self)


pack_into = _HEADER.pack_into
"""`pack_into(buffer, offset, text_bytes, data_bytes, flags, timers, seen)`."""


def unpack_header(data: bytes | bytearray | memoryview, offset: int = 0) -> Header:
    """Read a header; the buffer must hold all of it."""
    return Header._make(_HEADER.unpack_from(data, offset))
