"""What is selected: the socket whose info and the event whose bytes are shown."""

from PySide6.QtCore import QObject

from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.records import Direction
from socket_workbench_ui.event_source import EventSource
from socket_workbench_ui.models.row_texts import lost_text
from socket_workbench_ui.panel_set import PanelSet
from socket_workbench_ui.widgets.data_view import DataView
from socket_workbench_ui.widgets.socket_info import SocketInfo
from socket_workbench_ui.widgets.socket_tree import SocketTree

TEXT_ROLES = {Direction.IN: "received", Direction.OUT: "sent"}


class Selection(QObject):
    """Keeps tree, panels, socket info and data in step."""

    def __init__(
        self, panels: PanelSet, tree: SocketTree, info: SocketInfo, data: DataView
    ) -> None:
        super().__init__(panels)
        self._panels, self._tree, self._info, self._data = panels, tree, info, data
        self._shown: CaptureReader | None = None
        tree.socket_selected.connect(info.show_socket)
        tree.show_panel_requested.connect(panels.show_panel_of)
        tree.name_by(panels.title_of)
        panels.renamed.connect(tree.show_titles)
        panels.current_changed.connect(self._follow_panel)

    def show_event(self, reader: CaptureReader, event_id: int) -> None:
        """Show the bytes of a row of this capture."""
        rows = reader.rows_by_id([event_id])
        if rows and rows[0].size_bytes:
            row = rows[0]
            source = EventSource(reader, event_id, row.size_bytes - row.lost_bytes)
            title = self.tr("ArrayBuffer of #{number}").format(number=event_id)
            if row.lost_bytes:
                title = f"{title} {lost_text(row)}"
            role = TEXT_ROLES.get(rows[0].direction, "text")
            self._shown = reader
            self._data.show_source(source, title, text_role=role)

    def show_socket(self, key: int) -> None:
        """Select a socket in the tree, and show its info."""
        self._tree.select(key)
        self._info.show_socket(key)

    def forget(self, reader: CaptureReader) -> None:
        """Show nothing of a capture that is closed."""
        if self._shown is reader:
            self._shown = None
            self._data.clear()

    def _follow_panel(self) -> None:
        panel = self._panels.current
        if panel is not None and panel.socket is not None:
            self.show_socket(panel.socket)
