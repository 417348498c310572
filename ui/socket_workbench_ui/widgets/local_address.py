"""A field for an IP address of this machine; those that it has are offered."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from typing_extensions import override

from socket_workbench.net.adapters import Adapter
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.fields import mark

WIDTH_PX = 140


class LocalAddress(QLineEdit):
    """Takes any text; the arrow in it, or the key Down, opens the list of addresses."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addressEdit")
        self.setAccessibleName(self.tr("Local address"))
        self.setMinimumWidth(WIDTH_PX)
        self._looks = looks
        self._adapters: tuple[Adapter, ...] = ()
        self._offer = QAction(self.tr("Addresses of this machine (↓)"), self)
        self._offer.triggered.connect(self._open)
        self.addAction(self._offer, QLineEdit.ActionPosition.TrailingPosition)
        looks.changed.connect(self._draw)
        self._draw()

    def show_adapters(self, adapters: Iterable[Adapter]) -> None:
        """Offer the addresses of these."""
        self._adapters = tuple(adapters)

    def choices(self) -> list[tuple[str, str]]:
        """What is offered: an address, and what it stands for."""
        return [
            ("0.0.0.0", self.tr("all of this machine, IPv4")),
            ("::", self.tr("all of this machine, IPv6 and IPv4")),
            # Link-local IPv6 addresses need a zone, which the API does not take.
            *(
                (each.address, self._name_of(each))
                for each in self._adapters
                if "%" not in each.bind_address
            ),
        ]

    def _name_of(self, adapter: Adapter) -> str:
        down = self.tr("%1, down").replace("%1", adapter.name)
        return adapter.name if adapter.is_up else down

    def mark(self, *, is_invalid: bool) -> None:
        """Say by the frame whether something is wrong with what stands here."""
        mark(self, is_invalid=is_invalid)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.isReadOnly():
            return
        menu = QMenu(self)
        menu.setObjectName("addressMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for address, meaning in self.choices():
            action = menu.addAction(f"{address}\t{meaning}")
            action.triggered.connect(partial(self._take, address))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, address: str) -> None:
        self.setText(address)
        self.textEdited.emit(address)

    def _draw(self) -> None:
        self._offer.setIcon(self._looks.icon("chevron-down"))
