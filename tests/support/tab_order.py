"""In which order Tab goes through widgets."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_order(top: QWidget, names: Collection[str]) -> list[str]:
    """Those of the widgets with these object names that Tab stops at, in its order."""
    order: list[str] = []
    widget = top.nextInFocusChain()
    while widget is not None and widget is not top:
        if widget.objectName() in names and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return order
