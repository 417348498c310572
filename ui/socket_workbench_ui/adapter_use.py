"""The adapter table's "use as bind address" and "use for multicast": on the panel that can."""

from PySide6.QtCore import QObject

from socket_workbench.net.adapters import Adapter
from socket_workbench.session.udp_entries import MulticastEntry, UdpEntry
from socket_workbench_ui.panel_kinds import KINDS, kind_of
from socket_workbench_ui.panel_set import PanelSet
from socket_workbench_ui.widgets.adapter_table import AdapterTable


class AdapterUse(QObject):
    """The panel in front takes the adapter; where it has no use for it, a new panel does."""

    def __init__(self, table: AdapterTable, panels: PanelSet) -> None:
        super().__init__(table)
        self._panels = panels
        offered = {kind.entry for kind in KINDS}
        table.allow_use(binding=UdpEntry in offered, multicast=MulticastEntry in offered)
        table.bind_requested.connect(self._bind)
        table.multicast_requested.connect(self._join)

    def _bind(self, address: str) -> None:
        panel = self._panels.current
        if panel is None or not panel.use_bind_address(address):
            self._panels.open_new(kind_of(UdpEntry(title="-"))).use_bind_address(address)

    def _join(self, adapter: Adapter) -> None:
        panel = self._panels.current
        if panel is None or not panel.use_multicast_adapter(adapter):
            kind = kind_of(MulticastEntry(title="-"))
            self._panels.open_new(kind).use_multicast_adapter(adapter)
