"""Host names as Chromium reads them: percent escapes, IDN (UTS 46), what a name may consist of."""

import re
import unicodedata
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from socket_workbench.net.addresses import parse_literal

_PLAIN: Final = re.compile(r"[a-z0-9_.-]+")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_DOTS: Final = re.compile("[\u3002\uff0e\uff61]")
_IGNORED: Final = re.compile(
    "[\u00ad\u034f\u180b-\u180d\u180f\u200b\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
_KEPT: Final = frozenset("\u00df\u03c2\u200c\u200d")
"""Sharp s, final sigma and the joiners have no other form, unlike in IDNA 2003."""
_JOINERS: Final = frozenset("\u200c\u200d")
_VIRAMA: Final = 9
"""Combining class of the signs that a joiner may follow."""
_MAX_LABEL: Final = 63
_MAX_NAME: Final = 253
_STRONG: Final = frozenset(("R", "AL", "AN"))
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"))
_LEFT_TO_RIGHT: Final = frozenset(("L", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"))
_NO_SIGNS: Final = frozenset(["\ufffd", *map(chr, range(0x2FF0, 0x3000))])
"""What stands for half a surrogate pair, and signs that say how others are composed."""
_NO_TEXT: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"))


_BREAKING: Final = re.compile(r"[\x00-\x1f\x7f#%/:<>?@[\\\]^|]")
"""What may not stand in a host, escaped or not; other signs only make it a name of nobody."""


@lru_cache(maxsize=4096)
def canonical_name(host: str) -> str:
    """A host in ASCII and lower case, which may be an IPv4 literal; empty if it can be none.

    A dot at the end stays: it tells an absolute name from one that may be completed.
    """
    name = host.lower() if host.isascii() else host
    if "%" in name:
        try:
            name = unquote(name, errors="strict").lower()
        except UnicodeDecodeError:
            return ""
    if not name.isascii():
        name = _to_ascii(name)
    return name if _is_possible(name) else ""


def _is_possible(name: str) -> bool:
    bare = name.removesuffix(".")
    labels = bare.split(".")
    return (
        _PLAIN.fullmatch(bare) is not None
        and len(bare) <= _MAX_NAME
        and all(0 < len(label) <= _MAX_LABEL for label in labels)
    )


def is_broken(host: str) -> bool:
    """Whether Chromium takes `host` for none at all, and will not begin TLS with it.

    Of what resolves to nothing most is not broken: it is a name that no certificate is for.
    """
    if host.startswith("[") and host.endswith("]"):
        inner = host[1:-1]
        return ":" not in inner or parse_literal(inner) is None
    if not host.isascii():
        return not canonical_name(host)
    try:
        text = unquote(host, errors="strict")
    except UnicodeDecodeError:
        return True
    if _BREAKING.search(text):
        return True
    return is_like_a_number(text.lower()) and parse_literal(text) is None


def is_like_a_number(name: str) -> bool:
    """Whether the last label is a number: what is no IPv4 literal then is no name either."""
    return _NUMBER.fullmatch(name.removesuffix(".").rpartition(".")[2]) is not None


def _to_ascii(name: str) -> str:
    """By UTS 46, non-transitional; empty when a label is not allowed."""
    try:
        labels = [_decoded(label) for label in _mapped(name).split(".")]
    except UnicodeError:
        return ""
    is_bidirectional = any(unicodedata.bidirectional(c) in _STRONG for c in "".join(labels))
    if not all(_is_valid(label, is_bidirectional=is_bidirectional) for label in labels):
        return ""
    return ".".join(map(_encoded, labels))


def _mapped(name: str) -> str:
    text = _IGNORED.sub("", _DOTS.sub(".", name))
    return unicodedata.normalize("NFC", "".join(map(_folded, text)))


def _folded(character: str) -> str:
    """What a character stands for.

    Raises:
        UnicodeError: A dot in disguise.
    """
    if character == "." or character in _KEPT:
        return character
    if character == "\u1e9e":
        return "\u00df"
    once = unicodedata.normalize("NFKC", character).casefold()
    text = unicodedata.normalize("NFKC", once)
    if "." in text:
        raise UnicodeError(text)
    return text


def _decoded(label: str) -> str:
    """A label as text, though it be encoded already.

    Raises:
        UnicodeError: What is encoded is nothing that needs to be.
    """
    if not label.startswith("xn--"):
        return label
    text = label[4:].encode("ascii").decode("punycode")
    if text.isascii() or _mapped(text) != text:
        raise UnicodeError(label)
    return text


def _encoded(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode()


def _is_valid(label: str, *, is_bidirectional: bool) -> bool:
    if label.isascii():
        return not is_bidirectional or _obeys_bidi(label)
    if unicodedata.category(label[0]).startswith("M"):
        return False
    for place, character in enumerate(label):
        if character in _JOINERS:
            if not place or unicodedata.combining(label[place - 1]) != _VIRAMA:
                return False
        elif character in _NO_SIGNS or unicodedata.category(character) in _NO_TEXT:
            return False
    return not is_bidirectional or _obeys_bidi(label)


def _obeys_bidi(label: str) -> bool:
    """The rule of RFC 5893, section 2."""
    kinds = [unicodedata.bidirectional(c) for c in label]
    if not kinds:
        return True
    end = next((kind for kind in reversed(kinds) if kind != "NSM"), "")
    if kinds[0] in {"R", "AL"}:
        return (
            _RIGHT_TO_LEFT.issuperset(kinds)
            and end in {"R", "AL", "EN", "AN"}
            and not {"EN", "AN"}.issubset(kinds)
        )
    return kinds[0] == "L" and _LEFT_TO_RIGHT.issuperset(kinds) and end in {"L", "EN"}
