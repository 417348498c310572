"""The byte pattern that peers send and scenarios check."""

_PERIOD = bytes((index * 31 + 7) & 255 for index in range(256))


def pattern(count: int) -> bytes:
    """The first `count` bytes of the pattern: byte i is (31*i + 7) mod 256."""
    return (_PERIOD * (count // 256 + 1))[:count]
