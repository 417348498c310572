"""A line that asks what to look for in bytes; it searches nothing itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from socket_workbench.bytesview.search import SearchKind
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

EDIT_WIDTH_PX = 140
SPACING_PX = 6


class ByteFindBar(QWidget):
    """Text, hex or a regular expression to find, forwards or backwards."""

    changed = Signal()
    """What is looked for is another thing."""
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("byteFindBar")
        self._looks = looks
        self._edit, self._kind, self._status = QLineEdit(), QComboBox(), QLabel()
        self._ignores_case = QCheckBox(self.tr("Ignore case"))
        self._previous, self._next, self._close = QToolButton(), QToolButton(), QToolButton()
        self._kind.addItem(self.tr("Text"), SearchKind.TEXT)
        self._kind.addItem(self.tr("Hex"), SearchKind.HEX)
        self._kind.addItem(self.tr("Regex"), SearchKind.REGEX)
        self._name_widgets()
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.setMinimumWidth(EDIT_WIDTH_PX)
        row = WrapLayout(self)
        row.setSpacing(SPACING_PX)
        for widget in (self._edit, self._kind, self._ignores_case, self._previous, self._next):
            row.addWidget(widget)
        row.addWidget(self._status)
        row.addWidget(self._close)
        self._connect()
        looks.changed.connect(self._draw_icons)
        self._draw_icons()

    def typed(self) -> str:
        """What to look for, as typed."""
        return self._edit.text()

    def kind(self) -> SearchKind:
        """How to read it."""
        return SearchKind(self._kind.currentData())

    def ignores_case(self) -> bool:
        """Whether upper and lower case are the same; never so for hex."""
        return self._ignores_case.isChecked() and self.kind() is not SearchKind.HEX

    def begin(self) -> None:
        """Take the focus, what was typed selected."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def show_nothing(self) -> None:
        """Say nothing about matches."""
        self._tell("", is_problem=False)

    def show_count(self, count: int, *, is_final: bool) -> None:
        """Say how often it was found, or so far."""
        if not is_final:
            text = self.tr("%1 so far…")
        elif count == 1:
            text = self.tr("1 match")
        else:
            text = self.tr("%1 matches") if count else self.tr("not found")
        self._tell(text.replace("%1", grouped(count)), is_problem=False)

    def show_problem(self, text: str) -> None:
        """Mark what was typed as wrong and say why."""
        self._tell(text, is_problem=True)

    def status(self) -> str:
        """What is said about matches."""
        return self._status.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if is_back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)

    def _name_widgets(self) -> None:
        for widget, name, label in (
            (self._edit, "findEdit", self.tr("Find in these bytes")),
            (self._kind, "findKindCombo", self.tr("Find text, hex or a regular expression")),
            (self._ignores_case, "findCaseCheck", self.tr("Ignore case")),
            (self._previous, "findPreviousButton", self.tr("Previous match (Shift+Enter)")),
            (self._next, "findNextButton", self.tr("Next match (Enter)")),
            (self._status, "findStatus", self.tr("Matches")),
            (self._close, "findCloseButton", self.tr("Close the find bar (Esc)")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(label)
            widget.setToolTip(label)
        self._edit.setPlaceholderText(self.tr("Find"))
        self._status.setProperty("role", "hint")
        self._close.setProperty("role", "flat")

    def _connect(self) -> None:
        self._edit.textChanged.connect(self.changed)
        self._kind.currentIndexChanged.connect(self._change_kind)
        self._ignores_case.toggled.connect(self.changed)
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self._close.clicked.connect(self.closed)

    def _change_kind(self) -> None:
        self._ignores_case.setEnabled(self.kind() is not SearchKind.HEX)
        self.changed.emit()

    def _tell(self, text: str, *, is_problem: bool) -> None:
        self._edit.setProperty("invalid", "true" if is_problem else "false")
        self._edit.style().polish(self._edit)
        self._status.setProperty("role", "error" if is_problem else "hint")
        self._status.style().polish(self._status)
        self._status.setText(text)
        self._status.setToolTip(text)

    def _draw_icons(self) -> None:
        self._previous.setIcon(self._looks.icon("chevron-up"))
        self._next.setIcon(self._looks.icon("chevron-down"))
        self._close.setIcon(self._looks.icon("x"))
