"""A JSON tree to a `Session`, with msgspec's complaints as ids, values and a place."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from socket_workbench.session.errors import SessionError, SessionProblem, Value
from socket_workbench.session.schema import Session

JSON_TYPES = {"int": "integer", "float": "number", "str": "string", "bool": "boolean"}
"""msgspec's type names in JSON's words; the others are the same."""

PLACE = re.compile(r"^(?P<reason>.*?)(?: - at `(?P<place>\$.*)`)?$", re.DOTALL)
STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")

LONGEST_FOUND = 80
"""Characters of a wrong value that are worth showing."""


def to_session(tree: object, path: Path) -> Session:
    """Check and convert `tree`, a session of the current version.

    Raises:
        SessionError: With the place, as `$.panels[0].port`.
    """
    try:
        session = msgspec.convert(tree, Session)
    except msgspec.ValidationError as error:
        raise _located(str(error), tree, path) from error
    _check_current(session, path)
    return session


def _check_current(session: Session, path: Path) -> None:
    highest = max(0, len(session.panels) - 1)
    if session.current_panel > highest:
        raise SessionError(
            path,
            SessionProblem.OUT_OF_RANGE,
            place="$.currentPanel",
            expected=f"<= {highest}",
            found=session.current_panel,
        )


def _located(message: str, tree: object, path: Path) -> SessionError:
    match = PLACE.match(message)
    reason, place = (match["reason"], match["place"] or "$") if match else (message, "$")
    for pattern, problem, values in REASONS:
        if found := pattern.fullmatch(reason):
            return SessionError(path, problem, place=place, **values(found, _value_at(tree, place)))
    return SessionError(path, SessionProblem.INVALID, place=place, detail=reason)


def _value_at(tree: object, place: str) -> object:
    """What stands at `place`; `None` when the path cannot be followed."""
    value: Any = tree
    for name, index in STEP.findall(place):
        try:
            value = value[int(index)] if index else value[name]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _shown(value: object) -> Value:
    if isinstance(value, int) and abs(value) < 10**LONGEST_FOUND:
        return value
    text = str(value)[: LONGEST_FOUND + 1]
    return text if len(text) <= LONGEST_FOUND else text[:-1] + "…"


def _types(match: re.Match[str], _: object) -> dict[str, Value]:
    expected = " | ".join(JSON_TYPES.get(name, name) for name in match[1].split(" | "))
    return {"expected": expected, "found": JSON_TYPES.get(match[2], match[2])}


def _limit(match: re.Match[str], value: object) -> dict[str, Value]:
    expected = f"length {match[1]}" if "length" in match[0] else match[1]
    return {"expected": expected, "found": _shown(value)}


def _found(_: re.Match[str], value: object) -> dict[str, Value]:
    return {"found": _shown(value)}


def _field(match: re.Match[str], _: object) -> dict[str, Value]:
    return {"field": match[1]}


REASONS: tuple[
    tuple[re.Pattern[str], SessionProblem, Callable[[re.Match[str], object], dict[str, Value]]],
    ...,
] = (
    (re.compile(r"Expected `([^`]+)`, got `([^`]+)`"), SessionProblem.WRONG_TYPE, _types),
    (
        re.compile(r"Expected `\w+` (?:of length )?([<>]=? -?\d+)"),
        SessionProblem.OUT_OF_RANGE,
        _limit,
    ),
    (re.compile(r"Invalid (?:enum )?value .*"), SessionProblem.UNKNOWN_VALUE, _found),
    (
        re.compile(r"Object contains unknown field `(.*)`", re.DOTALL),
        SessionProblem.UNKNOWN_FIELD,
        _field,
    ),
    (re.compile(r"Object missing required field `(.*)`"), SessionProblem.MISSING_FIELD, _field),
)
"""What msgspec 0.22 says, and what is made of it; the tests hold each against the real library."""
