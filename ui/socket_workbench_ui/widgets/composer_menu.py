"""The menu of a composer's editors: what editors have, and copies of what would be sent."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from socket_workbench_ui.widgets.copy_menu import BytesOf, add_bytes_menu


class ComposerMenu(QObject):
    """Opens over its editors; others may add what they know to it."""

    opening = Signal(QMenu)
    """The menu before it is shown."""

    def __init__(self, editors: tuple[QPlainTextEdit, ...], message: BytesOf) -> None:
        """Take over the menu of the editors.

        Args:
            editors: Its parent is the first one.
            message: Gives what would be sent now; empty where that is nothing.
        """
        super().__init__(editors[0])
        self._message = message
        for editor in editors:
            editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            editor.customContextMenuRequested.connect(self._opener(editor))

    def menu_for(self, editor: QPlainTextEdit) -> QMenu:
        """The menu as it is opened."""
        menu = editor.createStandardContextMenu()
        menu.setObjectName("composerMenu")
        menu.addSeparator()
        message = self._message()
        add_bytes_menu(menu, (lambda: message) if message else None)
        self.opening.emit(menu)
        return menu

    def _opener(self, editor: QPlainTextEdit) -> Callable[[QPoint], None]:
        def open_menu(place: QPoint) -> None:
            menu = self.menu_for(editor)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(editor.viewport().mapToGlobal(place))

        return open_menu
