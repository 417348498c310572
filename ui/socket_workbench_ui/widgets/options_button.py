"""The button that opens and closes a panel's options."""

from PySide6.QtWidgets import QPushButton, QWidget

from socket_workbench_ui.theme import Looks


class OptionsButton(QPushButton):
    """Stays down while the options are open; what listens to `toggled` shows them."""

    def __init__(self, looks: Looks, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setObjectName("optionsButton")
        self.setText(self.tr("Options"))
        self.setToolTip(tip)
        self.setCheckable(True)
        self.toggled.connect(self._draw)
        looks.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        name = "chevron-down" if self.isChecked() else "settings"
        self.setIcon(self._looks.icon(name))
