"""A button whose menu says which variables a message can hold, and puts one in."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from socket_workbench.bytesview.variables import VARIABLES
from socket_workbench_ui.variable_texts import variable_notes, variable_text


class VariableButton(QPushButton):
    """Lists the variables with what they do."""

    insert_wanted = Signal(str)
    """A variable, with its `${` and `}`."""
    restart_wanted = Signal()
    """Counters are to begin anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("variableButton")
        self.setText(self.tr("Variables"))
        self.setToolTip(
            self.tr("Put in a counter, a time, random bytes, a length or a checksum: ${…}")
        )
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill_menu)
        self.setMenu(menu)

    def fill_menu(self) -> None:
        """Make the menu; it is made when it is first opened."""
        menu = self.menu()
        if menu.actions():
            return
        for kind in VARIABLES.values():
            action = menu.addAction(f"{variable_text(kind.name)}\t{kind.example}")
            action.setToolTip(kind.usage)
            action.triggered.connect(self._insertion(kind.example))
        menu.addSeparator()
        menu.addAction(self.tr("Let counters begin anew"), self.restart_wanted.emit)
        menu.setToolTipsVisible(True)
        menu.setToolTip("\n".join(variable_notes()))

    def _insertion(self, text: str) -> Callable[[], None]:
        return lambda: self.insert_wanted.emit(text)
