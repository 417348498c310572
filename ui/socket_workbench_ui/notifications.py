"""Tells the desktop what went wrong while the user looks elsewhere; off unless it is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QSystemTrayIcon

SHOWN_MS = 8000


class Tray(QObject):
    """Shows messages through the system tray; nothing where the desktop has none."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None

    def show_message(self, title: str, text: str) -> None:
        """Show a message for some seconds; a click on it brings the window to the front."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._window.windowIcon(), self)
            self._icon.messageClicked.connect(self._show_window)
        self._icon.show()  # without its icon some desktops show no message
        self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Warning, SHOWN_MS)

    def _show_window(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        if self._icon is not None:
            self._icon.hide()


class Notifications:
    """Decides whether the desktop is told."""

    def __init__(self, show: Callable[[str, str], None]) -> None:
        self._show = show
        self.is_wanted = False
        """Whether the user wants to be told."""

    def tell(self, panel: str, text: str) -> None:
        """Tell what happened in a panel, unless a window of the program is in front."""
        if self.is_wanted and QApplication.activeWindow() is None:
            self._show(panel, text)
