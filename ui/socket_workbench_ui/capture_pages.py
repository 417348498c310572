"""Saved captures, opened read-only as tabs beside the panels."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.window import RowWindow, StillFeed
from socket_workbench_ui.models.event_log import EventLogModel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.event_log_view import EventLogView
from socket_workbench_ui.widgets.panel_tabs import PanelTabs


class CapturePages(QObject):
    """Opens captures, closes them with their tabs."""

    event_selected = Signal(object, int)
    """The `CaptureReader` of the page, and the row's id."""
    closed = Signal(object)
    """The `CaptureReader` that is about to be closed."""
    count_changed = Signal()

    def __init__(self, tabs: PanelTabs, looks: Looks) -> None:
        super().__init__(tabs)
        self._tabs, self._looks = tabs, looks
        self._readers: dict[QWidget, CaptureReader] = {}
        tabs.close_requested.connect(self.close_page)

    def open(self, path: Path) -> None:
        """Show the capture in a tab of its own, in front.

        Raises:
            CaptureFileError: It is missing, damaged, newer than this program, or no capture.
        """
        reader = CaptureReader(path)
        rows = RowWindow(path, StillFeed(reader.count()))
        page = EventLogView(EventLogModel(rows, self._looks), self._looks)
        page.setObjectName("capturePanel")
        page.setProperty("panelName", path.name)
        page.setToolTip(str(path))
        page.event_selected.connect(partial(self.event_selected.emit, reader))
        self._readers[page] = reader
        index = self._tabs.addTab(page, self.tr("{name} (read-only)").format(name=path.name))
        self._tabs.setTabToolTip(index, str(path))
        self._tabs.setCurrentIndex(index)
        self.count_changed.emit()

    def close_page(self, page: QWidget) -> None:
        """Close the capture; other pages are left alone."""
        reader = self._readers.pop(page, None)
        if reader is None or not isinstance(page, EventLogView):
            return
        self._tabs.removeTab(self._tabs.indexOf(page))
        page.close_files()
        page.deleteLater()
        self.closed.emit(reader)
        reader.close()
        self.count_changed.emit()

    def tick(self) -> None:
        """Let what is shown read its rows; called once per frame."""
        page = self._tabs.currentWidget()
        if isinstance(page, EventLogView):
            page.tick()

    def close(self) -> None:
        """Close all captures."""
        for page in tuple(self._readers):
            self.close_page(page)
