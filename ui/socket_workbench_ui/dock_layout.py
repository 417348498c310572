"""Where the regions stand: wide or compact, each arrangement kept as the user left it."""

from enum import StrEnum
from typing import cast

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid
from typing_extensions import override

COMPACT_BELOW_PX = 1280
STATE_VERSION = 2
STEADY_MS = 300
"""So long no dock has changed its size: that is how the user wants them."""


class Arrangement(StrEnum):
    """Which of the two layouts is in force; the value is its key in the settings."""

    WIDE = "wide"
    COMPACT = "compact"


class DockLayout(QObject):
    """Arranges a window's docks, switches with its width and keeps what the user moved.

    Geometry and dock state are Qt's own bytes and live in `settings`, apart from sessions.
    """

    def __init__(
        self, window: QMainWindow, docks: dict[str, QDockWidget], settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window, self._docks, self._settings = window, docks, settings
        self._arrangement: Arrangement | None = None
        self._steady: QByteArray | None = None
        """The docks before they were last squeezed, if that was under this arrangement."""
        self._settling = QTimer(self)
        self._settling.setObjectName("docksSettling")
        self._settling.setSingleShot(True)
        self._settling.setInterval(STEADY_MS)
        self._settling.timeout.connect(self._take_steady)
        for dock in docks.values():
            dock.installEventFilter(self)
            for changed in (dock.visibilityChanged, dock.topLevelChanged):
                changed.connect(self._follow_tabs)
                changed.connect(self._settle)

    def restore(self) -> None:
        """Bring back size, place and docks of the last time."""
        geometry = self._settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self._window.restoreGeometry(geometry)
        self.follow_width(self._window.width())

    def save(self) -> None:
        """Remember size, place and docks."""
        self._settings.setValue("geometry", self._window.saveGeometry())
        self._save_docks()

    def follow_width(self, width_px: int) -> None:
        """Take the arrangement that fits; called whenever the window's width changed."""
        wanted = Arrangement.COMPACT if width_px < COMPACT_BELOW_PX else Arrangement.WIDE
        if wanted is self._arrangement:
            return
        if self._arrangement is not None:
            # By now the docks are squeezed into a window that is too narrow for them.
            self._keep(self._steady or self._window.saveState(STATE_VERSION))
        self._arrangement, self._steady = wanted, None
        state = self._settings.value(f"docks/{wanted}")
        if not (isinstance(state, QByteArray) and self._window.restoreState(state, STATE_VERSION)):
            self.reset()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def reset(self) -> None:
        """Put every region back where it was at the first start."""
        for dock in self._docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        if self._arrangement is Arrangement.COMPACT:
            self._arrange_compact()
        else:
            self._arrange_wide()
        for dock in self._docks.values():
            dock.show()
        self._docks["eventLog"].raise_()
        self._docks["socketTree"].raise_()

    def _arrange_wide(self) -> None:
        area, window, docks = Qt.DockWidgetArea, self._window, self._docks
        window.addDockWidget(area.LeftDockWidgetArea, docks["socketTree"])
        window.splitDockWidget(docks["socketTree"], docks["adapterTable"], Qt.Orientation.Vertical)
        window.addDockWidget(area.RightDockWidgetArea, docks["socketInfo"])
        window.splitDockWidget(docks["socketInfo"], docks["data"], Qt.Orientation.Vertical)
        window.addDockWidget(area.BottomDockWidgetArea, docks["eventLog"])
        window.tabifyDockWidget(docks["eventLog"], docks["throughputGraph"])
        width, height = window.width(), window.height()
        self._size(Qt.Orientation.Horizontal, socketTree=max(320, width // 5), data=width * 3 // 10)
        self._size(
            Qt.Orientation.Vertical,
            socketTree=height * 2 // 3,
            adapterTable=height // 3,
            socketInfo=height * 3 // 10,
            data=height * 4 // 10,
            eventLog=max(190, height * 3 // 10),
        )

    def _arrange_compact(self) -> None:
        area, window, docks = Qt.DockWidgetArea, self._window, self._docks
        window.addDockWidget(area.LeftDockWidgetArea, docks["socketTree"])
        window.tabifyDockWidget(docks["socketTree"], docks["adapterTable"])
        window.addDockWidget(area.BottomDockWidgetArea, docks["eventLog"])
        window.tabifyDockWidget(docks["eventLog"], docks["socketInfo"])
        window.tabifyDockWidget(docks["socketInfo"], docks["data"])
        window.tabifyDockWidget(docks["data"], docks["throughputGraph"])
        self._size(Qt.Orientation.Horizontal, socketTree=240)
        self._size(Qt.Orientation.Vertical, eventLog=max(180, window.height() // 3))

    def _follow_tabs(self) -> None:
        """Drop the title of a dock whose tab says the same; at 640 pixels of height it matters."""
        if not isValid(self._window):  # its docks still tell that they went with it
            return
        for dock in self._docks.values():
            is_tab = bool(self._window.tabifiedDockWidgets(dock)) and not dock.isFloating()
            bar = cast("QWidget | None", dock.titleBarWidget())
            if is_tab and bar is None:
                dock.setTitleBarWidget(QWidget(dock))
            elif not is_tab and bar is not None:
                dock.setTitleBarWidget(None)  # pyright: ignore[reportArgumentType] - stubs lack None
                bar.deleteLater()

    def _size(self, orientation: Qt.Orientation, **sizes_px: int) -> None:
        docks = [self._docks[name] for name in sizes_px]
        self._window.resizeDocks(docks, list(sizes_px.values()), orientation)

    def _save_docks(self) -> None:
        self._keep(self._window.saveState(STATE_VERSION))

    def _keep(self, state: QByteArray) -> None:
        if self._arrangement is not None:
            self._settings.setValue(f"docks/{self._arrangement}", state)

    def _settle(self) -> None:
        if isValid(self._settling):  # docks change once more while their window goes
            self._settling.start()

    def _take_steady(self) -> None:
        self._steady = self._window.saveState(STATE_VERSION)
