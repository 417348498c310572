"""The peers of a panel: who they are and what they sent; choosing one shows its part alone."""

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from socket_workbench.panels.datagram_peers import Peer
from socket_workbench_ui.models.peers import NAME, PeerModel
from socket_workbench_ui.theme import Looks

ROW_PADDING_PX = 6
LEAST_WIDTH_PX = 150


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
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if 0 in rows:
            return []
        return [peer for row in rows if (peer := self._model.peer(row)) is not None]

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def _take_looks(self) -> None:
        self.setFont(self._looks.mono)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + ROW_PADDING_PX)
        for column in range(self._model.columnCount()):
            sample = "192.168.100.100:65535 " if column == NAME else "100 000 · 1.50 MB "
            self.setColumnWidth(column, metrics.horizontalAdvance(sample))

    def _tell(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.peers_chosen.emit(self.chosen())
