"""The peers of a panel: who they are and what they sent; choosing one shows its part alone."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from socket_workbench.panels.datagram_peers import Peer
from socket_workbench_ui.models.peers import NAME, OUT, PeerModel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.row_table import set_up_rows

ROW_PADDING_PX, CELL_PADDING_PX = 6, 12
LEAST_WIDTH_PX = 170
SAMPLES = ("127.0.0.1:65535", "12345", "123", "99.9 MB", "99.9 MB")
"""How wide the columns are at least; the first takes what is left."""


class PeerList(QTableView):
    """Draws a `PeerModel`; several peers can be chosen together."""

    peers_chosen = Signal(list)
    """The chosen `Peer`s; empty stands for all."""

    def __init__(self, model: PeerModel, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._looks = model, looks
        self.setObjectName("peerList")
        self.setAccessibleName(self.tr("Peers"))
        self.setToolTip(
            self.tr("Click a peer to see its datagrams alone and to answer it; Ctrl adds another")
        )
        self.setModel(model)
        self._set_up()
        self._take_looks()
        looks.changed.connect(self._take_looks)
        self.selectRow(0)
        self.selectionModel().selectionChanged.connect(self._tell)

    def tick(self) -> None:
        """Show what is new; called once per frame."""
        self._model.tick()

    def chosen(self) -> list[Peer]:
        """The chosen peers; empty stands for all."""
        # Whoever adds a peer to “all”, where the list begins, means the peer.
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [peer for row in rows if (peer := self._model.peer(row)) is not None]

    def _set_up(self) -> None:
        set_up_rows(self)
        self.setAlternatingRowColors(True)
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _take_looks(self) -> None:
        self.setFont(self._looks.mono)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + ROW_PADDING_PX)
        for column, sample in enumerate(SAMPLES):
            self.setColumnWidth(column, metrics.horizontalAdvance(sample) + CELL_PADDING_PX)
        self._spare_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_columns()

    def _spare_columns(self) -> None:
        """Show what fits beside the names, from the left; the rows' tool tips tell the rest."""
        room_px = self.viewport().width()
        metrics = self.fontMetrics()
        for column, sample in enumerate(SAMPLES):
            room_px -= metrics.horizontalAdvance(sample) + CELL_PADDING_PX
            self.setColumnHidden(column, room_px < 0 and column > OUT)

    def _tell(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.peers_chosen.emit(self.chosen())
