"""What the practice HTTP server answers; pure, without a connection."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.resources import files

BYTES_LIMIT = 2**30
STREAM_LIMIT = 100_000
PATTERN = bytes(range(256)) * 256

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request with its whole body."""

    method: str
    target: str
    headers: Headers = ()
    """Names in lower case."""
    body: bytes = b""

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def content_type(self) -> str:
        """Type of the body; the one for unknown bytes when the request has none."""
        return dict(self.headers).get("content-type", "application/octet-stream")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An answer whose body is made as it is sent."""

    status: int = HTTPStatus.OK
    content_type: str = "text/plain; charset=utf-8"
    length: int | None = None
    """Bytes of the body; `None` sends it in chunks of unannounced number."""
    body: Callable[[], Iterator[bytes]] = field(default=lambda: iter(()))
    headers: Headers = ()


def answer(request: Request) -> Page:
    """The page for any request; never fails."""
    if request.path == "/echo":
        return _echo(request)
    if request.method not in ("GET", "HEAD"):
        return _not_allowed("GET, HEAD")
    if make := FIXED.get(request.path):
        return make(request)
    return _numbered(request.path)


def plain(status: int, text: str, headers: Headers = ()) -> Page:
    """A page of plain text."""
    data = text.encode("utf-8", "replace")
    return Page(status=status, length=len(data), body=lambda: iter((data,)), headers=headers)


def _numbered(path: str) -> Page:
    name, _, argument = path[1:].partition("/")
    if name not in NUMBERED or not (argument.isascii() and argument.isdecimal()):
        return plain(HTTPStatus.NOT_FOUND, f"There is no {path[:200]} here; see /\n")
    make, lowest, highest = NUMBERED[name]
    if len(argument) <= len(str(highest)) and lowest <= (number := int(argument)) <= highest:
        return make(number)
    return plain(HTTPStatus.NOT_FOUND, f"/{name}/N takes {lowest} to {highest}.\n")


def _whole(data: bytes, content_type: str) -> Page:
    return Page(content_type=content_type, length=len(data), body=lambda: iter((data,)))


def _index(request: Request) -> Page:  # noqa: ARG001 - as the others
    data = (files("socket_workbench_resources") / "practice" / "index.html").read_bytes()
    return _whole(data, "text/html; charset=utf-8")


def _json(request: Request) -> Page:
    tree = {
        "method": request.method,
        "target": request.target,
        "headers": dict(request.headers),
    }
    return _whole(json.dumps(tree, indent=2).encode() + b"\n", "application/json")


def _echo(request: Request) -> Page:
    if request.method not in ("POST", "PUT"):
        return _not_allowed("POST, PUT")
    return _whole(request.body, request.content_type)


def _not_allowed(methods: str) -> Page:
    text = f"Allowed here: {methods}\n"
    return plain(HTTPStatus.METHOD_NOT_ALLOWED, text, headers=(("Allow", methods),))


def _bytes(number: int) -> Page:
    def body() -> Iterator[bytes]:
        for start in range(0, number, len(PATTERN)):
            yield PATTERN[: number - start]

    return Page(content_type="application/octet-stream", length=number, body=body)


def _stream(number: int) -> Page:
    lines = range(1, number + 1)
    return Page(body=lambda: (f"line {line} of {number}\n".encode() for line in lines))


def _status(number: int) -> Page:
    if number in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
        return Page(status=number)
    return plain(number, f"{number} {phrase(number)}\n")


def phrase(status: int) -> str:
    """The usual words for a status; empty when it has none."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


FIXED: dict[str, Callable[[Request], Page]] = {"/": _index, "/json": _json}

NUMBERED: dict[str, tuple[Callable[[int], Page], int, int]] = {
    "bytes": (_bytes, 0, BYTES_LIMIT),
    "stream": (_stream, 0, STREAM_LIMIT),
    "status": (_status, 200, 599),
}
"""Paths with a number: what makes the page, the lowest and the highest number."""
