"""The conditions a filter is made of, in SQL over `events AS e`, `data AS d` and `stored AS s`.

Values only ever travel as parameters, never as text within the SQL.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from socket_workbench.capture.records import Direction


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL with its parameters; never NULL, so that NOT is its exact opposite."""

    sql: str
    values: tuple[str | int | bytes, ...] = ()
    needs_data: bool = False


ALL = Condition("1")
NOTHING = Condition("0")

NAMESPACES = {
    "tcp": "sockets.tcp",
    "server": "sockets.tcpServer",
    "tcpserver": "sockets.tcpServer",
    "udp": "sockets.udp",
    "socket": "socket",
}
"""How the filter and the tree call the namespaces."""

DATA = "CASE WHEN s.offset IS NULL THEN d.bytes ELSE stored_bytes(s.offset, s.length) END"
"""The data of a row wherever it lies; NULL when it has none. The reader adds `stored_bytes`."""

_NUMBER = re.compile(r"\d{1,18}")
_CODE = re.compile(r"(<=|>=|!=|<|>|=)?([+-]?\d{1,9}|[A-Za-z_]\w*)")


def both(first: Condition, second: Condition) -> Condition:
    return _joined("AND", first, second)


def either(first: Condition, second: Condition) -> Condition:
    return _joined("OR", first, second)


def negation(condition: Condition) -> Condition:
    return Condition(f"NOT ({condition.sql})", condition.values, condition.needs_data)


def socket_condition(value: str) -> Condition | None:
    """`3`, `tcp/3` or `tcp/*`; `None` when it is neither."""
    namespace, slash, number = value.rpartition("/")
    if slash and namespace.lower() not in NAMESPACES:
        return None
    if not _NUMBER.fullmatch(number) and not (slash and number == "*"):
        return None
    parts: list[str] = []
    values: list[str | int] = []
    if slash:
        parts.append("namespace = ?")
        values.append(NAMESPACES[namespace.lower()])
    if number != "*":
        parts.append("socket_id = ?")
        values.append(int(number))
    keys = f"SELECT key FROM sockets WHERE {' AND '.join(parts)}"
    return Condition(f"(e.socket_key IS NOT NULL AND e.socket_key IN ({keys}))", tuple(values))


def direction_condition(value: str) -> Condition | None:
    """`in` or `out`; `None` when it is neither."""
    directions = {"in": Direction.IN, "out": Direction.OUT}
    direction = directions.get(value.lower())
    return None if direction is None else Condition("e.direction = ?", (direction.value,))


def event_condition(value: str) -> Condition | None:
    """A whole name or some of its dotted parts, upper or lower case; `None` when empty."""
    if not value.strip("."):
        return None
    part = f".{value.strip('.').lower()}."
    names = "SELECT id FROM names WHERE instr('.' || lower(name) || '.', ?)"
    return Condition(f"e.name_id IN ({names})", (part,))


def code_condition(value: str, codes: Mapping[str, int]) -> Condition | None:
    """A number or a name, a comparison before it if wanted; `None` when it is neither."""
    found = _CODE.fullmatch(value)
    if found is None:
        return None
    sign, text = found[1] or "=", found[2]
    number = codes.get(text.upper()) if text[0].isalpha() or text[0] == "_" else int(text)
    if number is None:
        return None
    return Condition(f"(e.code IS NOT NULL AND e.code {sign} ?)", (number,))


def conversation_condition(keys: Iterable[int], peers: Iterable[str] = ()) -> Condition:
    """The row was sent or received by one of these sockets, an empty datagram too.

    With `peers` only what went to or came from one of these, as the rows write them.
    """
    values, ends = tuple(keys), tuple(peers)
    sql = f"e.direction > 0 AND coalesce(e.socket_key, 0) IN ({_places(values)})"
    if ends:
        sql += f" AND e.peer IN ({_places(ends)})"
    return Condition(f"({sql})", values + ends)


def accepted_condition(listeners: Iterable[int]) -> Condition:
    """The row was sent or received by a socket that one of these listening ones accepted."""
    values = tuple(listeners)
    accepted = f"SELECT key FROM sockets WHERE parent IN ({_places(values)})"
    sql = f"e.direction > 0 AND e.socket_key IS NOT NULL AND e.socket_key IN ({accepted})"
    return Condition(f"({sql})", values)


def _places(values: tuple[object, ...]) -> str:
    return ",".join("?" * len(values))


def payload_condition(text: str | bytes) -> Condition:
    """`text` occurs in the data: as UTF-8, ASCII letters in upper or lower case, or as it is."""
    if isinstance(text, bytes):
        return Condition(f"coalesce(instr({DATA}, ?), 0)", (text,), needs_data=True)
    # As text, for `lower` would stop a blob's bytes at the first zero.
    sql = f"coalesce(instr(lower(CAST({DATA} AS TEXT)), ?), 0)"
    return Condition(sql, (_lower_ascii(text),), needs_data=True)


def text_condition(text: str, codes: Mapping[str, int]) -> Condition:
    """`text` occurs in the payload or in what the log shows of a row."""
    needle = _lower_ascii(text)
    columns = ("e.arguments", "e.peer", "e.cause", "e.result")
    parts = [f"instr(lower({column}), ?)" for column in columns]
    parts.append("e.name_id IN (SELECT id FROM names WHERE instr(lower(name), ?))")
    parts.append(payload_condition(text).sql)
    values: list[str | int] = [needle] * len(parts)
    named = [code for name, code in codes.items() if needle in name.lower()]
    if named:
        parts.append(f"(e.code IS NOT NULL AND e.code IN ({','.join('?' * len(named))}))")
        values += named
    return Condition(f"({' OR '.join(parts)})", tuple(values), needs_data=True)


def _joined(word: str, first: Condition, second: Condition) -> Condition:
    return Condition(
        f"({first.sql} {word} {second.sql})",
        first.values + second.values,
        first.needs_data or second.needs_data,
    )


def _lower_ascii(text: str) -> str:
    """As SQLite's `lower`, which knows ASCII only."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)
