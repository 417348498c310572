"""Finds data in a conversation: a line, the count of hits, next and previous."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from socket_workbench.bytesview.parsing import ParseError, parse_text
from socket_workbench_ui.numbers import grouped


class FindBar(QWidget):
    """Emits what is looked for as bytes, empty for nothing, and where the user wants to go."""

    needle_changed = Signal(bytes)
    step_wanted = Signal(int)
    """+1 for the next hit, -1 for the one before."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._count = QLineEdit(), QLabel()
        self._line.setObjectName("conversationFind")
        self._line.setPlaceholderText(self.tr(r"Find in the data; escapes such as \r\n work"))
        self._line.setAccessibleName(self.tr("Find in the conversation"))
        self._count.setProperty("role", "hint")
        self._previous = self._button(self.tr("Previous hit (Shift+F3)"), -1)
        self._next = self._button(self.tr("Next hit (F3, Enter)"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 6)
        row.addWidget(self._line, 1)
        row.addWidget(self._count)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        self._line.textChanged.connect(self._take_text)
        self._line.returnPressed.connect(self._go_next)
        self._shortcuts()

    def open(self) -> None:
        """Show the bar and let the user type."""
        self.show()
        self._line.setFocus()
        self._line.selectAll()
        self._take_text(self._line.text())

    def dismiss(self) -> None:
        """Hide the bar; nothing is looked for any more."""
        self.hide()
        self.needle_changed.emit(b"")
        self.closed.emit()

    def show_count(self, place: int, hits: int, *, is_searching: bool) -> None:
        """Say which hit of how many is current; 0 for none."""
        if not self._line.text():
            self._count.clear()
            return
        more = "+" if is_searching else ""
        if hits == 0:
            self._count.setText(self.tr("searching") if is_searching else self.tr("no hits"))
        elif place:
            self._count.setText(
                self.tr("{place} of {hits}").format(
                    place=grouped(place), hits=f"{grouped(hits)}{more}"
                )
            )
        else:
            self._count.setText(self.tr("{hits} hits").format(hits=f"{grouped(hits)}{more}"))

    def _take_text(self, text: str) -> None:
        try:
            needle = parse_text(text)
        except ParseError:
            needle = b""
        self._line.setProperty("invalid", bool(text) and not needle)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)
        self.needle_changed.emit(needle)

    def _go_next(self) -> None:
        self.step_wanted.emit(1)

    def _shortcuts(self) -> None:
        for keys, slot in (
            ("F3", self._next.click),
            ("Shift+F3", self._previous.click),
            ("Escape", self.dismiss),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _button(self, tip: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText("↑" if step < 0 else "↓")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        return button


def hit_after(hits: Sequence[int], event_id: int, step: int) -> int | None:
    """The id of the hit next to `event_id` in the direction of `step`, going round at the ends."""
    if not hits:
        return None
    at = bisect_right(hits, event_id) if step > 0 else bisect_left(hits, event_id) - 1
    return hits[at % len(hits)]
