"""Keeps rows that wrap from being squeezed."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_NEWS = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show)


class RoomKeeper(QObject):
    """Asks for the height that a widget's layout needs at the width it has.

    Layouts around it only know the height that would do if no row had to wrap. For the page of a
    panel and for whatever in it has a `WrapLayout`; it lives as long as the widget.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _NEWS and isinstance(watched, QWidget):
            layout = watched.layout()
            if layout is not None and layout.hasHeightForWidth():
                watched.setMinimumHeight(layout.minimumHeightForWidth(watched.width()))
        return False
