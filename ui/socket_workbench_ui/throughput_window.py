"""The graph as the window sees it: samples taken all the time, drawn while it is on the screen."""

import time

from PySide6.QtCore import QObject

from socket_workbench.capture.store import Capture
from socket_workbench.panels.app_set import AppSet
from socket_workbench.panels.throughput import ALL, Throughput
from socket_workbench_ui.widgets.socket_tree import SocketTree
from socket_workbench_ui.widgets.throughput_graph import ThroughputGraph


class ThroughputWindow(QObject):
    """Feeds the graph with what the selected socket, or all of them, carry."""

    def __init__(
        self, graph: ThroughputGraph, tree: SocketTree, apps: AppSet, capture: Capture
    ) -> None:
        super().__init__(graph)
        self._graph, self._tree, self._apps = graph, tree, apps
        self._throughput = Throughput(capture.totals)
        graph.changed.connect(self._show)

    def tick(self) -> None:
        """Take samples when they are due; called once per frame."""
        if self._throughput.tick(time.monotonic(), self._keys) and self._graph.isVisible():
            self._show()

    def _keys(self) -> list[int]:
        return [*self._apps.live_keys()]

    def _show(self) -> None:
        selected = self._tree.selected
        if self._graph.shows_all:
            samples = self._throughput.samples(ALL)
        else:
            samples = () if selected is None else self._throughput.samples(selected.key)
        self._graph.show_samples(samples, "" if selected is None else selected.identity.label)
