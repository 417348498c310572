"""What JavaScript asks of the process around it and gets answered at once."""

import os
from collections.abc import Callable
from importlib.resources import files
from typing import Any, Final

from ada_url import URL

SCRIPTS: Final = files("socket_workbench_resources") / "scripts"

Answer = tuple[Any, bytes]
"""A value for JSON, and bytes."""

_URL_PARTS = ("href", "origin", "protocol", "username", "password", "host", "hostname", "port")
_URL_TAIL = ("pathname", "search", "hash")


def answer(question: list[Any], _data: bytes) -> Answer:
    """Answer one question, `[name, argument, ...]`.

    Raises:
        KeyError: There is no such question.
    """
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


_ANSWERS: Final[dict[str, Callable[..., Answer]]] = {
    "source": _source,
    "random": _random,
    "url": _url,
    "setUrl": _set_url,
}
