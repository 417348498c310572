"""Where the keys of a hex view take the caret."""

from PySide6.QtCore import Qt

from socket_workbench_ui.widgets.hex_selection import HexSelection

_Key = Qt.Key


def caret_after(
    key: int, *, is_control: bool, selection: HexSelection, row_bytes: int, page_rows: int
) -> int | None:
    """The caret's new place, perhaps outside the bytes; `None` for keys that do not move it."""
    caret = selection.caret
    row_start = caret - caret % row_bytes
    steps = {
        _Key.Key_Left: -1,
        _Key.Key_Right: 1,
        _Key.Key_Up: -row_bytes,
        _Key.Key_Down: row_bytes,
        _Key.Key_PageUp: -row_bytes * page_rows,
        _Key.Key_PageDown: row_bytes * page_rows,
    }
    if key in steps:
        step = steps[_Key(key)]
        return caret + step if 0 <= caret + step < selection.size else _edge(caret, step, selection)
    if key == _Key.Key_Home:
        return 0 if is_control else row_start
    if key == _Key.Key_End:
        return selection.size - 1 if is_control else row_start + row_bytes - 1
    return None


def _edge(caret: int, step: int, selection: HexSelection) -> int:
    """Up from the first row stays; down to a row that ends earlier goes to the last byte."""
    if abs(step) == 1:
        return caret
    return selection.size - 1 if step > 0 else caret % -step
