"""Cuts a filter's text into tokens, each with its place."""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Expected(StrEnum):
    """What a wrong filter lacks at its place; an id, the window has the sentences."""

    TERM = "term"
    """A word or a term such as `socket:3`."""
    CLOSING_PARENTHESIS = "closingParenthesis"
    OPENING_PARENTHESIS = "openingParenthesis"
    """There is a closing one that nothing opened."""
    CLOSING_QUOTE = "closingQuote"
    FIELD = "field"
    """A known field before the colon, or quotes around the whole."""
    SOCKET = "socket"
    DIRECTION = "direction"
    EVENT = "event"
    CODE = "code"


class QueryError(ValueError):
    """A filter is wrong at `position` (characters from 0), where `expected` should be."""

    def __init__(self, position: int, expected: Expected) -> None:
        super().__init__(f"at {position}: expected {expected}")
        self.position = position
        self.expected = expected


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    FIELD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `text` is the word or the field's value, without quotes."""

    kind: TokenKind
    position: int
    text: str = ""
    field: str = ""


_SPACE = re.compile(r"\s*")
_FIELD = re.compile(r"([A-Za-z]+):")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_BARE = re.compile(r'[^\s()"]+')
_ESCAPE = re.compile(r'\\(["\\])')
_SIGNS = {"(": TokenKind.OPEN, ")": TokenKind.CLOSE}
_OPERATORS = {"AND": TokenKind.AND, "OR": TokenKind.OR, "NOT": TokenKind.NOT}


def tokens_of(text: str) -> list[Token]:
    """All tokens, the last one of kind `END`.

    Raises:
        QueryError: A quote is not closed.
    """
    tokens: list[Token] = []
    at = 0
    while (at := _end(_SPACE, text, at)) < len(text):
        token, at = _read(text, at)
        tokens.append(token)
    return [*tokens, Token(TokenKind.END, len(text))]


def _read(text: str, at: int) -> tuple[Token, int]:
    if kind := _SIGNS.get(text[at]):
        return Token(kind, at), at + 1
    if found := _FIELD.match(text, at):
        value, end = _value(text, found.end())
        return Token(TokenKind.FIELD, at, value, found[1].lower()), end
    value, end = _value(text, at)
    operator = _OPERATORS.get(text[at:end])
    return (Token(operator, at) if operator else Token(TokenKind.WORD, at, value)), end


def _value(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] == '"':
        found = _QUOTED.match(text, at)
        if found is None:
            raise QueryError(at, Expected.CLOSING_QUOTE)
        return _ESCAPE.sub(r"\1", found[1]), found.end()
    found = _BARE.match(text, at)
    return (found[0], found.end()) if found else ("", at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
