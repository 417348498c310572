"""The script panel: strip, app, notice, files beside the editor, console below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from socket_workbench.panels.script_state import SCRIPT, ScriptState
from socket_workbench_ui.models.script_console import ScriptConsoleModel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.message_bar import Choice, MessageBar
from socket_workbench_ui.widgets.notice_bar import NoticeBar
from socket_workbench_ui.widgets.script_app import FILES_PX, ScriptAppBar, ScriptFileList
from socket_workbench_ui.widgets.script_bar import ScriptBar
from socket_workbench_ui.widgets.script_console import ScriptConsole
from socket_workbench_ui.widgets.script_texts import ScriptTexts


class ScriptPanel(QWidget):
    """Draws a `ScriptState` and holds the texts; every wish of the user leaves as a signal."""

    app_file_wanted = Signal(str)
    notice_dismissed = Signal()

    def __init__(
        self, model: ScriptConsoleModel, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scriptPanel")
        self._state = ScriptState()
        self.bar, self.app_bar = ScriptBar(looks), ScriptAppBar(looks)
        self.notice, self.offers = NoticeBar(looks), MessageBar(looks)
        self.files, self.texts = ScriptFileList(), ScriptTexts(looks)
        self.console = ScriptConsole(model, looks)
        self._wanted: tuple[str, int, int] | None = None
        """Where to go once the file has been read."""
        self._lay_out()
        self._connect()
        self.show_state(self._state)

    def show_state(self, state: ScriptState) -> None:
        """Make the widgets agree with `state`."""
        before, self._state = self._state, state
        self.bar.show_state(state)
        self.app_bar.show_state(state)
        self.notice.show_notice(state.notice)
        self.files.show_app(state.app)
        self.console.show_context(has_context=state.has_context)
        if before.app is not None and state.app is None:
            self.texts.forget_all_but(SCRIPT)
        self._show_current()
        problem = state.app.problem if state.app else None
        if problem is not None and (before.app is None or before.app.problem != problem):
            self._point_at_problem()

    def show_text(self, name: str, text: str) -> None:
        """Put a text, as its file has it, into the editor."""
        self.texts.put(name, text)
        self.offers.withdraw(name)
        self.focus_text(name)

    def focus_text(self, name: str) -> None:
        """Bring a text to the front."""
        self.texts.focus_text(name)
        self._point_at_problem()
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] == name:
            self.texts.editor.go_to(*wanted[1:], is_wrong=True)

    def put_example(self, source: str) -> None:
        """Put an example into the editor; Undo brings back what was there."""
        self.texts.put(SCRIPT, source, is_changed=True)
        self.texts.focus_text(SCRIPT)
        self.texts.editor.go_to(1)

    def offer_reload(self, name: str, title: str, text: str) -> None:
        """Say that a file holds something else, and offer it."""
        said = self.tr("{path} was changed outside this panel.").format(path=title)
        choices = [
            Choice(self.tr("Load it"), lambda: self.show_text(name, text), "loadChanged"),
            Choice(self.tr("Keep this text"), lambda: None, "keepText"),
        ]
        self.offers.tell(said, topic=name, choices=choices)

    def go_to(self, file: str, line: int, column: int) -> None:
        """Show where an error is from."""
        name = file if self._state.app is not None else SCRIPT
        if self.texts.has(name):
            self.texts.focus_text(name)
            self.texts.editor.go_to(line, column, is_wrong=True)
        elif self._state.app is not None:
            self._wanted = (name, line, column)
            self.app_file_wanted.emit(name)

    def _point_at_problem(self) -> None:
        problem = self._state.app.problem if self._state.app else None
        if problem is not None and self.texts.current == problem.file:
            self.texts.editor.go_to(problem.line, problem.column, is_wrong=True)

    def _show_current(self) -> None:
        current = self.texts.current
        self.bar.show_saved(is_changed=self.texts.is_changed(current))
        self.files.show_current(current, self.texts.changed_names())
        file = self._state.file if current == SCRIPT else None
        self.bar.show_file(current or (file.name if file else ""), str(file or ""))

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        strip = QVBoxLayout(card)
        strip.setContentsMargins(8, 8, 8, 8)
        strip.setSpacing(6)
        strip.addWidget(self.bar)
        strip.addWidget(self.app_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (card, self.notice, self.offers):
            column.addWidget(widget)
        column.addWidget(self._splitters(), 1)

    def _splitters(self) -> QSplitter:
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.addWidget(self.files)
        beside.addWidget(self.texts)
        beside.setSizes([FILES_PX, 5 * FILES_PX])
        beside.setStretchFactor(1, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("scriptSplit")
        split.addWidget(beside)
        split.addWidget(self.console)
        for place in range(2):
            split.setCollapsible(place, False)
        split.setSizes([280, 280])
        return split

    def _connect(self) -> None:
        self.notice.dismissed.connect(self.notice_dismissed)
        self.texts.current_changed.connect(self._show_current)
        self.files.file_wanted.connect(self._show_file)
        self.console.place_wanted.connect(self.go_to)

    def _show_file(self, name: str) -> None:
        if self.texts.has(name):
            self.focus_text(name)
        else:
            self.app_file_wanted.emit(name)
