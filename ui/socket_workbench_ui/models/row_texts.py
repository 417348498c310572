"""How rows of a capture read: pure functions from a row to text and to a colour role."""

import time
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from socket_workbench.bytesview.parsing import format_hex, format_text
from socket_workbench.capture.records import Direction, EventRow, Kind
from socket_workbench.net.errors import code_name
from socket_workbench_ui.numbers import grouped

SENT, RECEIVED, FAILED, LIFECYCLE = "→", "←", "✕", "·"
PENDING = "…"
NS_PER_S = 1_000_000_000


def role_of(row: EventRow) -> str:
    """The role of `Theme` in which the row stands."""
    if has_failed(row):
        return "error"
    if row.size_bytes or row.direction is not Direction.NONE:
        return "sent" if row.direction is Direction.OUT else "received"
    return "warning" if row.kind is Kind.NOTE else "lifecycle"


def sign_of(row: EventRow) -> str:
    """What says the same without colour."""
    signs = {"error": FAILED, "sent": SENT, "received": RECEIVED}
    return signs.get(role_of(row), LIFECYCLE)


def has_failed(row: EventRow) -> bool:
    """Whether the row tells of an error, by a code or by `lastError`."""
    if row.code is not None:
        return row.code < 0
    return row.kind is Kind.CALL and row.done_ns is not None and bool(row.cause)


def number_text(row: EventRow) -> str:
    return str(row.id)


def time_text(row: EventRow) -> str:
    """Local time of day in microseconds."""
    seconds, rest_ns = divmod(row.wall_ns, NS_PER_S)
    return f"{_time_of_day(seconds)}.{rest_ns // 1000:06d}"


@lru_cache(maxsize=256)
def _time_of_day(seconds: int) -> str:
    return time.strftime("%H:%M:%S", time.localtime(seconds))


def seconds_text(span_ns: int) -> str:
    """A span in seconds with microseconds: `+0.115978`."""
    return f"{span_ns / NS_PER_S:+.6f}"


def socket_text(row: EventRow) -> str:
    return row.socket.label if row.socket else ""


def event_text(row: EventRow) -> str:
    return row.name


def result_text(row: EventRow) -> str:
    """`0  OK`, `-102  CONNECTION_REFUSED`; an ellipsis while the call is pending."""
    if row.code is not None:
        return f"{row.code}  {code_name(row.code)}".rstrip()
    return PENDING if row.kind is Kind.CALL and row.done_ns is None else ""


def cause_text(row: EventRow) -> str:
    return row.cause


def bytes_text(row: EventRow) -> str:
    # An empty datagram is one all the same.
    has_data = row.size_bytes > 0 or row.direction is not Direction.NONE
    return str(row.size_bytes) if has_data else ""


def preview_text(row: EventRow) -> str:
    """The data, or what the call was given and gave."""
    if row.size_bytes:
        return data_text(row)
    shown = _given(row)
    if row.result and (row.code is None or not row.result.lstrip("-").isdigit()):
        shown = f"{shown}  ⇒  {row.result}".lstrip()
    return shown


def data_text(row: EventRow) -> str:
    """The head of the data as text with escapes."""
    return format_text(row.head) + _rest_text(row)


def data_hex(row: EventRow) -> str:
    """The head of the data as pairs of hex digits."""
    return (format_hex(row.head) + (" " if row.head else "") + _rest_text(row)).rstrip()


def _rest_text(row: EventRow) -> str:
    """What stands for the data that is not shown."""
    if row.lost_bytes:
        return f"{PENDING} {lost_text(row)}"
    return PENDING if row.size_bytes > len(row.head) else ""


def lost_text(row: EventRow) -> str:
    """Says how much of the data is gone."""
    text = QCoreApplication.translate("RowTexts", "({lost} of {size} bytes are lost)")
    return text.format(lost=grouped(row.lost_bytes), size=grouped(row.size_bytes))


def _given(row: EventRow) -> str:
    """A call's arguments but for the socket's own number; an event's members, its peer first."""
    if row.kind is Kind.CALL:
        own = str(row.socket.socket_id) if row.socket else ""
        first = row.arguments[1:-1].partition(",")[0]
        return row.arguments[1:-1].partition(",")[2] if first == own else row.arguments[1:-1]
    members = "" if row.arguments == "{}" else row.arguments
    return f"{row.peer}  {members}".strip()
