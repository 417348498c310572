"""A choice among the machine's adapters, by name."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from socket_workbench.net.adapters import Adapter, Family

_NAME = Qt.ItemDataRole.UserRole
_HANDLE = Qt.ItemDataRole.UserRole + 1
LEAST_CHARS = 14


class AdapterChoice(QComboBox):
    """What was chosen stays chosen, also while the machine does not have it."""

    changed = Signal()
    """The user chose another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adapterCombo")
        self.setAccessibleName(self.tr("Adapter"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_CHARS)
        self.addItem(self.tr("chosen by system"), "")
        self.setItemData(0, "", _HANDLE)
        self.activated.connect(self.changed)

    @property
    def adapter(self) -> str:
        """Name of the adapter; empty lets the system choose."""
        return self.currentData(_NAME)

    @property
    def handle(self) -> str:
        """What `workbench.udp` takes for it: its name, or its number where names do not serve."""
        return self.currentData(_HANDLE)

    def choose(self, name: str) -> None:
        """Show this one; tells nobody."""
        with QSignalBlocker(self):
            at = self.findData(name, _NAME)
            if at < 0:
                at = self.count()
                self._add(name, name, self.tr("%1 (not there)").replace("%1", name))
            self.setCurrentIndex(at)

    def show_adapters(self, adapters: Iterable[Adapter]) -> None:
        """Offer these; tells nobody."""
        chosen = self.adapter
        with QSignalBlocker(self):
            while self.count() > 1:
                self.removeItem(1)
            for name, addresses in _by_name(adapters).items():
                shown = next((a.address for a in addresses if a.family is Family.IPV4), "")
                down = "" if addresses[0].is_up else self.tr(", down")
                text = f"{name} ({shown}{down})" if shown or down else name
                self._add(name, addresses[0].handle, text.replace("(, ", "("))
        self.choose(chosen)

    def _add(self, name: str, handle: str, text: str) -> None:
        self.addItem(text, name)
        self.setItemData(self.count() - 1, handle, _HANDLE)
        self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)


def _by_name(adapters: Iterable[Adapter]) -> dict[str, list[Adapter]]:
    found: dict[str, list[Adapter]] = {}
    for each in adapters:
        found.setdefault(each.name, []).append(each)
    return found
