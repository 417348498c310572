"""The legacy sockets that live, with what `getInfo` tells of each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from socket_workbench.panels.legacy_state import LegacySocketRow
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks

ID_ROLE = Qt.ItemDataRole.UserRole


class LegacySockets(QTreeWidget):
    """Draws the sockets; a click puts one into the form."""

    chosen = Signal(int)
    """A socket's id."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._sockets: tuple[LegacySocketRow, ...] = ()
        self.setObjectName("legacySockets")
        self.setAccessibleName(self.tr("Legacy sockets"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setHeaderLabels(
            [
                "socketId",
                "socketType",
                self.tr("State"),
                self.tr("Local"),
                self.tr("Peer"),
            ]
        )
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        looks.changed.connect(self._redraw)

    def show_sockets(self, sockets: Sequence[LegacySocketRow], selected: int | None) -> None:
        """Draw the sockets; the one of key `selected` is the form's."""
        self._sockets = tuple(sockets)
        self.clear()
        for socket in sockets:
            item = self._item(socket)
            self.addTopLevelItem(item)
            if socket.key == selected:
                self.setCurrentItem(item)
        for column in range(self.columnCount()):
            self.resizeColumnToContents(column)

    def words_of(self, socket: LegacySocketRow) -> str:
        """A socket in one line: `3 tcp, connected, 127.0.0.1:80`."""
        where = _end(socket, "peer") or _end(socket, "local")
        kind = f"{socket.id} {socket.info['socketType']}"
        return ", ".join(part for part in (kind, self._state(socket), where) if part)

    def _item(self, socket: LegacySocketRow) -> QTreeWidgetItem:
        texts = [
            str(socket.id),
            str(socket.info["socketType"]),
            self._state(socket),
            _end(socket, "local"),
            _end(socket, "peer"),
        ]
        item = QTreeWidgetItem(texts)
        item.setData(0, ID_ROLE, socket.id)
        for column in range(0 if socket.is_own else len(texts)):
            item.setForeground(column, self._looks.colour("muted"))
            item.setToolTip(column, self.tr("Made by another panel"))
        return item

    def _state(self, socket: LegacySocketRow) -> str:
        if socket.is_listening:
            return self.tr("listening")
        if socket.info.get("connected"):
            return self.tr("connected")
        return self.tr("bound") if "localPort" in socket.info else self.tr("not connected")

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, ID_ROLE))

    def _redraw(self) -> None:
        current = self.currentItem()
        selected_id = None if current is None else current.data(0, ID_ROLE)
        keys = (one.key for one in self._sockets if one.id == selected_id)
        self.show_sockets(self._sockets, next(keys, None))


def _end(socket: LegacySocketRow, side: str) -> str:
    host, port = socket.info.get(f"{side}Address"), socket.info.get(f"{side}Port")
    return "" if host is None or port is None else peer_text(host, port)
