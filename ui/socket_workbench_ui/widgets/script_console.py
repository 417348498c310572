"""A script's console: its lines, which of them are shown, and a line for expressions."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.panels.script_console import ConsoleFilter, Level
from socket_workbench_ui.models.script_console import ScriptConsoleModel
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.expression_line import ExpressionLine
from socket_workbench_ui.widgets.script_console_table import ScriptConsoleTable

FILTER_PAUSE_MS: Final = 120
"""From the last key until the lines are looked through."""

PROBLEMS: Final = frozenset((Level.WARNING, Level.ERROR))
ERRORS: Final = frozenset((Level.ERROR,))
TYPED: Final = frozenset((Level.INPUT, Level.RESULT))
WITHOUT_DEBUG: Final = frozenset(Level) - {Level.DEBUG}


class ScriptConsole(QWidget):
    """Draws a console; every wish leaves as a signal."""

    place_wanted = Signal(str, int, int)
    """Source, line and column that the user wants to see."""
    expression_entered = Signal(str)
    clear_wanted = Signal()

    def __init__(
        self, model: ScriptConsoleModel, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._looks = model, looks
        self.table = ScriptConsoleTable(model, looks)
        self.expression = ExpressionLine(looks)
        self._levels, self._text, self._count = QComboBox(), QLineEdit(), QLabel()
        self._dropped = QLabel()
        self._follow = self._button("followButton", self.tr("Follow"))
        self._copy = self._button("copyConsoleButton")
        self._clear = self._button("clearConsoleButton")
        self._pause = QTimer(self)
        self._set_up()
        self._lay_out()
        self._connect()
        self.show_context(has_context=False)

    def tick(self) -> None:
        """Show what is new; called once per frame."""
        if self.table.tick():
            self._show_count()

    def show_context(self, *, has_context: bool) -> None:
        """Whether there is something to evaluate expressions in."""
        self.expression.setEnabled(has_context)
        self.expression.setPlaceholderText(
            self.tr("Expression to evaluate in the script, await included")
            if has_context
            else self.tr("Run the script to evaluate expressions in it")
        )

    def focus_filter(self) -> None:
        """Let the user type what lines must have."""
        self._text.setFocus()
        self._text.selectAll()

    def _set_up(self) -> None:
        for text, levels in (
            (self.tr("All levels"), frozenset(Level)),
            (self.tr("Without debug"), WITHOUT_DEBUG),
            (self.tr("Warnings and errors"), PROBLEMS),
            (self.tr("Errors"), ERRORS),
            (self.tr("Expressions"), TYPED),
        ):
            self._levels.addItem(text, levels)
        self._levels.setObjectName("consoleLevels")
        self._levels.setAccessibleName(self.tr("Levels shown"))
        self._text.setObjectName("consoleFilter")
        self._text.setAccessibleName(self.tr("Filter the console"))
        self._text.setPlaceholderText(self.tr("Filter the console"))
        self._text.setClearButtonEnabled(True)
        self._text.setMinimumWidth(80)
        self._count.setObjectName("consoleCount")
        self._count.setProperty("role", "hint")
        self._dropped.setObjectName("consoleDropped")
        self._dropped.setProperty("role", "hint")
        self._dropped.setWordWrap(True)
        self._dropped.hide()
        self._follow.setCheckable(True)
        self._follow.setChecked(True)
        self._follow.setToolTip(self.tr("Keep the newest line in sight (End)"))
        for button, tip in (
            (self._copy, self.tr("Copy the selected lines, or all that are shown")),
            (self._clear, self.tr("Clear the console")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FILTER_PAUSE_MS)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(6)
        bar.addWidget(self._levels)
        bar.addWidget(self._text, 1)
        bar.addWidget(self._count)
        for button in (self._follow, self._copy, self._clear):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self._dropped)
        column.addWidget(self.table, 1)
        column.addWidget(self.expression)

    def _connect(self) -> None:
        self._levels.currentIndexChanged.connect(self._take_filter)
        self._text.textChanged.connect(self._wait_for_more)
        self._text.returnPressed.connect(self._take_filter)
        self._pause.timeout.connect(self._take_filter)
        self._follow.toggled.connect(self.table.follow)
        self.table.follow_changed.connect(self._follow.setChecked)
        self.table.place_wanted.connect(self.place_wanted)
        self._copy.clicked.connect(self.table.copy_rows)
        self._clear.clicked.connect(self.clear_wanted)
        self.expression.entered.connect(self.expression_entered)
        self._looks.changed.connect(self._draw_icons)
        self._draw_icons()

    def _wait_for_more(self) -> None:
        self._pause.start()

    def _take_filter(self) -> None:
        self._pause.stop()
        levels = self._levels.currentData(Qt.ItemDataRole.UserRole)
        self._model.show_filter(ConsoleFilter(levels=levels, text=self._text.text()))
        self._show_count()

    def _show_count(self) -> None:
        total, dropped = self._model.total, self._model.dropped
        if self._model.filter.is_all:
            self._count.setText(self.tr("{total} lines").format(total=grouped(total)))
        else:
            shown = self._model.count_shown()
            text = self.tr("{shown} of {total} lines")
            self._count.setText(text.format(shown=grouped(shown), total=grouped(total)))
        self._dropped.setVisible(bool(dropped))
        if dropped:
            text = self.tr("{count} older lines made room for newer ones and are not kept.")
            self._dropped.setText(text.format(count=grouped(dropped)))

    def _draw_icons(self) -> None:
        self._copy.setIcon(self._looks.icon("copy"))
        self._clear.setIcon(self._looks.icon("trash-2"))

    @staticmethod
    def _button(name: str, text: str = "") -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        return button
