r"""The filter language of the event log: from text to a condition in SQL.

    socket:3 dir:in "HTTP/1.1 200" AND NOT (code:<0 OR event:onReceiveError)

Words stand for themselves: they are searched in the payloads (as UTF-8) and in what the log shows,
ASCII letters without regard to case. Terms narrow: `socket:3` is number 3 of any namespace,
`socket:tcp/3` of one; `dir:in`, `dir:out`; `event:onReceive` is a whole name or some of its dotted
parts; `code:-102`, `code:<0`, `code:CONNECTION_REFUSED`. Terms side by side must all hold. NOT
binds tighter than AND, AND tighter than OR. Quotes make a word of anything; within them a backslash
stands before a quote or a backslash.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from socket_workbench.capture.conditions import (
    ALL,
    Condition,
    accepted_condition,
    both,
    code_condition,
    conversation_condition,
    direction_condition,
    either,
    event_condition,
    negation,
    payload_condition,
    socket_condition,
    text_condition,
)
from socket_workbench.capture.tokens import Expected, QueryError, Token, TokenKind, tokens_of

__all__ = ["Expected", "Field", "Query", "QueryError", "parse"]


_DATA_JOIN = "LEFT JOIN data AS d ON d.event_id = e.id LEFT JOIN stored AS s ON s.event_id = e.id "


class Field(StrEnum):
    """The terms of the language; what stands before the colon."""

    SOCKET = "socket"
    DIR = "dir"
    EVENT = "event"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Query:
    """A filter that is known to be right."""

    text: str
    condition: Condition

    @property
    def is_everything(self) -> bool:
        """Whether it lets every row pass."""
        return self.condition == ALL

    @property
    def sql(self) -> str:
        """A SELECT of event ids that ends within its WHERE clause, ready for `AND ...`."""
        join = _DATA_JOIN if self.condition.needs_data else ""
        return f"SELECT e.id FROM events AS e {join}WHERE ({self.condition.sql})"

    @property
    def values(self) -> tuple[str | int | bytes, ...]:
        """The values for the placeholders of `sql`."""
        return self.condition.values


def parse(text: str, *, codes: Mapping[str, int] | None = None) -> Query:
    """Understand a filter; empty text lets every row pass.

    Args:
        text: What the user typed.
        codes: Result codes by name, for `code:NAME` and for words that are names of codes.

    Raises:
        QueryError: Where it is wrong, and what was expected there.
    """
    return Query(text, _Parser(text, codes or {}).parse())


def conversation(
    keys: Iterable[int], found: str | bytes = "", *, peers: Iterable[str] = ()
) -> Query:
    """What the sockets `keys` sent and received; with `found` only data in which that occurs.

    With `peers` only what went to or came from one of these `host:port`.
    """
    condition = conversation_condition(keys, peers)
    return Query(str(found), both(condition, payload_condition(found)) if found else condition)


def accepted(listeners: Iterable[int], found: str | bytes = "") -> Query:
    """What all sockets that these listening ones accepted sent and received; `found` as above.

    Those that are accepted later are among them.
    """
    condition = accepted_condition(listeners)
    return Query(str(found), both(condition, payload_condition(found)) if found else condition)


_Make: TypeAlias = Callable[[str], Condition | None]


class _Parser:
    """Recursive descent; one method per rule."""

    def __init__(self, text: str, codes: Mapping[str, int]) -> None:
        self._tokens = tokens_of(text)
        self._at = 0
        self._codes = codes
        self._fields: dict[str, tuple[Expected, _Make]] = {
            Field.SOCKET: (Expected.SOCKET, socket_condition),
            Field.DIR: (Expected.DIRECTION, direction_condition),
            Field.EVENT: (Expected.EVENT, event_condition),
            Field.CODE: (Expected.CODE, lambda value: code_condition(value, codes)),
        }

    def parse(self) -> Condition:
        if self._at_end():
            return ALL
        condition = self._either()
        if not self._at_end():  # only a closing parenthesis stops us before
            raise QueryError(self._next.position, Expected.OPENING_PARENTHESIS)
        return condition

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _at_end(self) -> bool:
        return self._next.kind is TokenKind.END

    def _take(self, kind: TokenKind) -> bool:
        is_there = self._next.kind is kind
        self._at += is_there
        return is_there

    def _either(self) -> Condition:
        condition = self._both()
        while self._take(TokenKind.OR):
            condition = either(condition, self._both())
        return condition

    def _both(self) -> Condition:
        condition = self._negated()
        while self._next.kind not in (TokenKind.END, TokenKind.OR, TokenKind.CLOSE):
            self._take(TokenKind.AND)
            condition = both(condition, self._negated())
        return condition

    def _negated(self) -> Condition:
        if self._take(TokenKind.NOT):
            return negation(self._negated())
        return self._term()

    def _term(self) -> Condition:
        token = self._next
        if self._take(TokenKind.OPEN):
            condition = self._either()
            if not self._take(TokenKind.CLOSE):
                raise QueryError(self._next.position, Expected.CLOSING_PARENTHESIS)
            return condition
        if self._take(TokenKind.WORD):
            return text_condition(token.text, self._codes)
        if self._take(TokenKind.FIELD):
            return self._narrowed(token)
        raise QueryError(token.position, Expected.TERM)

    def _narrowed(self, token: Token) -> Condition:
        if token.field not in self._fields:
            raise QueryError(token.position, Expected.FIELD)
        expected, make = self._fields[token.field]
        condition = make(token.text)
        if condition is None:
            raise QueryError(token.position + len(token.field) + 1, expected)
        return condition
