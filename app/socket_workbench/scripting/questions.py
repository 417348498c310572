"""What JavaScript asks of the process around it and gets answered at once."""

import hashlib
import os
import platform
import sys
from collections.abc import Callable
from importlib.resources import files
from typing import Any, Final

from ada_url import URL

SCRIPTS: Final = files("socket_workbench_resources") / "scripts"

Answer = tuple[Any, bytes]
"""A value for JSON, and bytes."""

_URL_PARTS = ("href", "origin", "protocol", "username", "password", "host", "hostname", "port")
_URL_TAIL = ("pathname", "search", "hash")


CHROMIUM: Final = 156
"""The version whose answers were recorded, for `navigator.userAgent`."""


def answer(question: list[Any], data: bytes) -> Answer:
    """Answer one question, `[name, argument, ...]`.

    Raises:
        KeyError: There is no such question.
    """
    if question[0] == "digest":
        return _digest(question[1], data, is_last=question[2])
    return _ANSWERS[question[0]](*question[1:])


def _source(name: str) -> Answer:
    """The text of a bundled package."""
    return (SCRIPTS / "vendor" / f"{name}.js").read_text(encoding="utf-8"), b""


def _random(count: int) -> Answer:
    return None, os.urandom(count)


def _url(text: str, base: str | None = None) -> Answer:
    try:
        return _parts(URL(text, base) if base is not None else URL(text)), b""
    except ValueError:
        return None, b""


def _set_url(text: str, part: str, value: str) -> Answer:
    """Set one part of a URL; what the part cannot be leaves the URL as it is."""
    url = URL(text)
    try:
        setattr(url, part, value)
    except ValueError:
        url = URL(text)
    return _parts(url), b""


def _parts(url: URL) -> dict[str, str]:
    return {name: getattr(url, name) for name in (*_URL_PARTS, *_URL_TAIL)}


_digests: dict[str, Any] = {}
"""What has been hashed so far, by algorithm: a buffer may come in pieces."""


def _digest(name: str, data: bytes, *, is_last: bool) -> Answer:
    """Take in a piece of a buffer; the digest after the last."""
    begun = _digests.setdefault(name, hashlib.new(name.replace("-", "")))
    begun.update(data)
    return (None, _digests.pop(name).digest()) if is_last else (None, b"")


def _system() -> Answer:
    """What `navigator` tells of the machine."""
    known = {"system": sys.platform, "machine": platform.machine()}
    return known | {"processors": os.cpu_count(), "browser": CHROMIUM}, b""


def _online() -> Answer:
    """Whether an interface that is no loopback is up."""
    import psutil  # few scripts ask, and every one would wait for it

    states = psutil.net_if_stats()
    loopbacks = {
        name
        for name, addresses in psutil.net_if_addrs().items()
        if any(one.address in {"127.0.0.1", "::1"} for one in addresses)
    }
    return any(state.isup for name, state in states.items() if name not in loopbacks), b""


_ANSWERS: Final[dict[str, Callable[..., Answer]]] = {
    "source": _source,
    "random": _random,
    "url": _url,
    "setUrl": _set_url,
    "system": _system,
    "online": _online,
}
