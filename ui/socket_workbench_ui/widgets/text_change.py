"""The smallest single change that makes one text of another, in a QTextDocument's places."""


def text_change(old: str, new: str) -> tuple[int, int, str]:
    """From and to which place of `old` what is to be put; places count as UTF-16 does."""
    prefix = _common(old, new)
    suffix = _common(old[prefix:][::-1], new[prefix:][::-1])
    start = utf_16_units(old[:prefix])
    end = start + utf_16_units(old[prefix : len(old) - suffix])
    return start, end, new[prefix : len(new) - suffix]


def utf_16_units(text: str) -> int:
    """How many places `text` takes in a QTextDocument, which counts as UTF-16 does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _common(one: str, other: str) -> int:
    """How many characters both begin with; halving compares at the speed of memory."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
