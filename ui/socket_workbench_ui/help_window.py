"""F1: the user guide, open at the page about what has the focus."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from socket_workbench.net.errors import ResultCode, code_name
from socket_workbench_ui import help_topics
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.texts import code_meaning
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.help_view import HelpView


class HelpWindow(QObject):
    """Makes the guide's window when it is first wanted."""

    def __init__(self, window: MainWindow, looks: Looks, language: str) -> None:
        super().__init__(window)
        self._window, self._looks, self._language = window, looks, language
        self._view: HelpView | None = None
        self._insets = {
            "keys": self._keys,
            "codes": self._codes,
            "slips": self._slips,
            "variables": self._variables,
        }
        window.commands["help"].triggered.connect(self.open_here)

    def open_here(self) -> None:
        """Open the guide at the page about what has the focus."""
        self.open_at(help_topics.topic_about(QApplication.focusWidget()))

    def open_at(self, topic: str) -> None:
        """Open the guide at this page."""
        if self._view is None:
            titles = [(one, help_topics.title_of(self._page(one))) for one in help_topics.TOPICS]
            self._view = HelpView(self._looks, titles, self._page, self._window)
        self._view.show_topic(topic)
        self._view.show()
        self._view.raise_()
        self._view.activateWindow()

    def _page(self, topic: str) -> str:
        return help_topics.page(topic, self._language, self._insets)

    def _keys(self) -> str:
        rows = [
            (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), binding.text)
            for binding in self._window.commands.bindings()
            if not (action := self._window.commands[binding.id]).shortcut().isEmpty()
        ]
        return help_topics.table((self.tr("Key"), self.tr("What it does")), rows)

    def _codes(self) -> str:
        known = [code.value for code in ResultCode if code_meaning(code.value)]
        rows = [(str(code), code_name(code), code_meaning(code)) for code in sorted(known)[::-1]]
        headings = (self.tr("Code"), self.tr("Name"), self.tr("What it means"))
        return help_topics.table(headings, rows)

    def _variables(self) -> str:
        from socket_workbench.bytesview.variables import VARIABLES  # not for start-up

        rows = [(one.usage, one.example) for one in VARIABLES.values()]
        return help_topics.table((self.tr("Variable"), self.tr("Example")), rows)

    def _slips(self) -> str:
        return help_topics.slips_table((self.tr("In Chromium"), self.tr("As documented")))
