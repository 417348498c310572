"""Session files to values and back: JSON, indented, one field a line, so that a diff reads well."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import msgspec

from socket_workbench.session.errors import SessionError, SessionProblem
from socket_workbench.session.json_text import parse_json
from socket_workbench.session.migrate import STEPS, Step, Tree, migrate
from socket_workbench.session.schema import FORMAT_VERSION, Session
from socket_workbench.session.validation import to_session

SIZE_LIMIT_BYTES = 64 * 1024 * 1024
"""Larger files are refused unread: a session of a thousand panels takes less than one MiB."""


def decode(data: bytes, path: Path, *, steps: Mapping[int, Step] = STEPS) -> Session:
    """Read a session, older versions included.

    Args:
        data: The whole file.
        path: Where it came from, for the error.
        steps: The migrations to use.

    Raises:
        SessionError: It is no session, or not one that this program reads.
    """
    if len(data) > SIZE_LIMIT_BYTES:
        raise SessionError(path, SessionProblem.TOO_LARGE, limit_bytes=SIZE_LIMIT_BYTES)
    tree = parse_json(data, path)
    if not isinstance(tree, dict):
        return to_session(tree, path)  # says what it found
    tree = cast("Tree", tree)
    version = _version(tree, path, oldest=min(steps, default=FORMAT_VERSION))
    return to_session(migrate(tree, version=version, wanted=FORMAT_VERSION, steps=steps), path)


def encode(session: Session, path: Path) -> bytes:
    """Write `session` as the file's bytes: always the same ones for equal sessions.

    Raises:
        SessionError: A value could not be read back, such as a panel without a title.
    """
    tree: Any = msgspec.to_builtins(session)
    to_session(tree, path)
    text = json.dumps(tree, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    # A lone surrogate, as in a file name that is no UTF-8, becomes the JSON escape \udcff.
    return text.encode("utf-8", "backslashreplace")


def _version(tree: Tree, path: Path, *, oldest: int) -> int:
    if "version" not in tree:
        raise SessionError(path, SessionProblem.MISSING_FIELD, place="$", field="version")
    version = tree["version"]
    if type(version) is not int or version < oldest:
        raise _wrong_version(version, path, oldest)
    if version > FORMAT_VERSION:
        raise SessionError(
            path,
            SessionProblem.NEWER_VERSION,
            place="$.version",
            version=version,
            supported=FORMAT_VERSION,
        )
    return version


def _wrong_version(version: object, path: Path, oldest: int) -> SessionError:
    if type(version) is int:
        return SessionError(
            path,
            SessionProblem.OUT_OF_RANGE,
            place="$.version",
            expected=f">= {oldest}",
            found=version,
        )
    found = JSON_TYPE_NAMES.get(type(version), "array")
    return SessionError(
        path, SessionProblem.WRONG_TYPE, place="$.version", expected="integer", found=found
    )


JSON_TYPE_NAMES: Mapping[type, str] = {
    dict: "object",
    str: "string",
    bool: "boolean",
    float: "number",
    type(None): "null",
}
