"""A hex view's selection and row in words, for screen readers."""

from PySide6.QtCore import QCoreApplication

from socket_workbench.bytesview.hexdump import HexRow
from socket_workbench.bytesview.parsing import format_text
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.widgets.hex_selection import HexSelection

SPOKEN_BYTES = 32
"""As many bytes of a selection as are read out."""


def described(selection: HexSelection, selected: bytes, row: HexRow | None) -> str:
    """Say what is selected and what stands in the caret's row.

    Args:
        selection: Which bytes are selected.
        selected: The first `SPOKEN_BYTES` of them.
        row: The row that the caret is in.
    """
    if row is None:
        return QCoreApplication.translate("HexView", "No bytes to show")
    if selection.length == 1:
        head = QCoreApplication.translate("HexView", "Byte %1: %2, “%3”")
    else:
        head = QCoreApplication.translate("HexView", "%4 bytes selected from %1 on: %2, “%3”")
    head = (
        head.replace("%1", f"0x{selection.offset:x}")
        .replace("%4", grouped(selection.length))
        .replace("%2", selected.hex(" "))
        .replace("%3", format_text(selected))
    )
    tail = QCoreApplication.translate("HexView", "Row %1: %2, “%3”")
    tail = (
        tail.replace("%1", f"0x{row.offset:x}")
        .replace("%2", row.data.hex(" "))
        .replace("%3", row.text())
    )
    return f"{head}. {tail}"
