"""Host names as Chromium reads them: percent escapes, IDN (UTS 46), what a name may consist of."""

import re
import unicodedata
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from socket_workbench.net.addresses import parse_literal

_PLAIN: Final = re.compile(r"[a-z0-9_.-]+")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_MAX_LABEL: Final = 63
_MAX_NAME: Final = 253
_STRONG: Final = frozenset(("R", "AL", "AN"))
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"))
_LEFT_TO_RIGHT: Final = frozenset(("L", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"))
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
    if _BREAKING.search(name):
        return ""
    from ada_url import idna_to_ascii, idna_to_unicode  # takes 0.1 s; few names need it

    try:
        text = idna_to_ascii(name.encode()).decode()
    except UnicodeEncodeError:  # half a surrogate pair
        return ""
    labels = idna_to_unicode(text.encode()).split(".")
    is_bidirectional = any(unicodedata.bidirectional(c) in _STRONG for c in "".join(labels))
    return text if not is_bidirectional or all(map(_obeys_bidi, labels)) else ""


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
