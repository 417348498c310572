"""What the menu of a table over a capture offers to take along of the selected rows."""

from functools import partial

from PySide6.QtWidgets import QMenu

from socket_workbench.capture.problems import CaptureFileError
from socket_workbench.capture.window import RowWindow
from socket_workbench.panels.copying import (
    MOST_PROGRAM_BYTES,
    Action,
    action_of_row,
    joined,
)
from socket_workbench_ui.widgets.capture_table_view import CaptureTableView
from socket_workbench_ui.widgets.copy_menu import add_bytes_menu, add_program_menu

MOST_ROWS = 1000
MOST_BYTES = 1024 * 1024
"""More is saved, not pasted; and would keep the window busy while it is written out."""


def add_row_copying(menu: QMenu, table: CaptureTableView, window: RowWindow) -> None:
    """Add the ways to copy the bytes of the selected rows, and what they did as a program."""
    places = table.selected_places()
    few = places if len(places) <= MOST_ROWS else []
    sizes = [row.size_bytes for place in few if (row := window.row(place)) is not None]
    can_copy = 0 < sum(sizes) <= MOST_BYTES
    add_bytes_menu(menu, partial(bytes_of, window, few) if can_copy else None)
    is_short = bool(few) and sum(sizes) <= MOST_PROGRAM_BYTES
    add_program_menu(menu, _action_of(window, few) if is_short else None)


def bytes_of(window: RowWindow, places: list[int]) -> bytes:
    """The bytes of these rows, in order; what cannot be read is left out."""
    parts: list[bytes] = []
    for place in places:
        try:
            parts.append(window.data(place, MOST_BYTES))
        except CaptureFileError:
            continue
    return b"".join(parts)


def _action_of(window: RowWindow, places: list[int]) -> Action | None:
    rows = [(place, window.row(place)) for place in places]
    return joined(
        [
            None if row is None else action_of_row(row, bytes_of(window, [place]))
            for place, row in rows
        ]
    )
