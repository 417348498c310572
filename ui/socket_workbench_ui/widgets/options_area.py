"""Room for a panel's options: as high as they are where there is room, else they scroll."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

ROW_PX = 34
"""Of the options at least one row can be seen."""


class OptionsArea(QScrollArea):
    """Holds a widget that wraps its rows; never makes it wider than there is room."""

    def __init__(self, options: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self.setObjectName("optionsArea")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(options)
        options.setAutoFillBackground(False)
        options.installEventFilter(self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._options.sizeHint().width(), self._wanted_px())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(ROW_PX, self._wanted_px()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _wanted_px(self) -> int:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 0
        return self._options.heightForWidth(max(width, self._options.minimumSizeHint().width()))
