"""Bytes to a JSON tree, stricter than the standard library and exact about the place."""

import codecs
import json
import re
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from socket_workbench.session.errors import SessionError, SessionProblem

SQLITE_MAGIC = b"SQLite format 3\0"
"""The first bytes of every SQLite database; https://www.sqlite.org/fileformat.html, section 1.3."""

STRING_OR_CONSTANT = re.compile(r'"(?:\\.|[^"\\])*"|(?P<constant>NaN|-?Infinity)', re.DOTALL)

OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def parse_json(data: bytes, path: Path) -> object:
    """Parse UTF-8 JSON, with or without a byte order mark.

    Unlike `json.loads` it refuses `NaN`, `Infinity` and fields given twice.

    Raises:
        SessionError: With line and column where there is such a place.
    """
    text = _decode_text(data, path)
    if not text.strip():
        raise SessionError(path, SessionProblem.EMPTY)
    try:
        return json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, path),
            parse_constant=lambda name: _refuse_constant(name, text),
        )
    except json.JSONDecodeError as error:
        raise _syntax_error(text, error, path) from error
    except RecursionError as error:
        raise SessionError(path, SessionProblem.TOO_DEEP) from error
    except ValueError as error:  # an integer of more digits than Python converts
        raise SessionError(path, SessionProblem.INVALID, detail=str(error)) from error


def _decode_text(data: bytes, path: Path) -> str:
    if data.startswith(SQLITE_MAGIC):
        raise SessionError(path, SessionProblem.IS_CAPTURE)
    for mark, encoding in OTHER_ENCODINGS:
        if data.startswith(mark):
            raise SessionError(path, SessionProblem.NOT_UTF8, encoding=encoding)
    if b"\0" in data[:4]:  # JSON begins with ASCII, so this is UTF-16 or UTF-32 without a mark
        encoding = "UTF-32" if b"\0\0" in data[:4] else "UTF-16"
        raise SessionError(path, SessionProblem.NOT_UTF8, encoding=encoding)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        raise SessionError(path, SessionProblem.NOT_UTF8, line=line, column=column) from error


def _object(pairs: list[tuple[str, Any]], path: Path) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        names = [name for name, _ in pairs]
        field = next(name for name in names if names.count(name) > 1)
        raise SessionError(path, SessionProblem.DUPLICATE_FIELD, field=field)
    return tree


def _refuse_constant(name: str, text: str) -> NoReturn:
    # The parser does not say where it is; the first one outside of a string it must be.
    found = next(match for match in STRING_OR_CONSTANT.finditer(text) if match["constant"])
    raise json.JSONDecodeError(f"{name} is no JSON number", text, found.start())


def _syntax_error(text: str, error: json.JSONDecodeError, path: Path) -> SessionError:
    line, column = error.lineno, error.colno
    if _ends_too_early(text):
        return SessionError(path, SessionProblem.TRUNCATED, line=line, column=column)
    return SessionError(path, SessionProblem.NOT_JSON, detail=error.msg, line=line, column=column)


def _ends_too_early(text: str) -> bool:
    """Whether more text could make it right; the standard library does not tell."""
    try:
        msgspec.json.decode(text.rstrip().removesuffix("-"))
    except msgspec.DecodeError as error:
        return str(error) == "Input data was truncated"
    except RecursionError:
        return False
    return False
