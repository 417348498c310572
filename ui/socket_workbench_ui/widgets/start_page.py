"""What a newcomer sees first: three worked examples, each one click from a conversation."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.panels.examples import EXAMPLES, Example, ExampleId
from socket_workbench_ui.panel_kinds import KINDS
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

TEXT_WIDTH_PX = 640
CARD_WIDTH_PX = TEXT_WIDTH_PX + 140
CLAIM_PX = 400
"""Height that fits into the smallest window beside everything else there."""


class StartPage(QScrollArea):
    """Tells what to do; the examples run against practice servers on this machine."""

    example_wanted = Signal(Example)
    new_panel_wanted = Signal(object)
    """The `PanelKind`."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(self.tr("First steps"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = self._page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._heading(self.tr("Open a socket, see everything that happens on it")))
        column.addWidget(
            self._sentence(
                self.tr(
                    "Try it now: each example starts a practice server on this machine, opens a "
                    "panel and connects. Nothing leaves your computer."
                )
            )
        )
        for example in EXAMPLES:
            column.addWidget(self._card(looks, example))
        column.addSpacing(8)
        column.addWidget(self._sentence(self.tr("Or open a panel of your own:")))
        column.addWidget(self._new_panels(looks))
        column.addStretch(2)
        self.setWidget(page)

    @override
    def minimumSizeHint(self) -> QSize:
        # Without a claim of its own the empty event log takes what the last buttons need; behind
        # panels it has none, for what stands in one place with it would have to be as high.
        claim = super().minimumSizeHint()
        if self.isHidden():
            return claim
        height = self._page.heightForWidth(self.viewport().width())
        return QSize(claim.width(), max(claim.height(), min(height, CLAIM_PX)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _new_panels(self, looks: Looks) -> QWidget:
        buttons = QWidget()
        buttons.setMaximumWidth(CARD_WIDTH_PX)
        row = WrapLayout(buttons)
        for kind in KINDS:
            button = QPushButton(kind.shown_name())
            button.setObjectName(f"start_{kind.command}")
            button.setToolTip(kind.shown_tip())
            self._follow_icon(button, kind.icon, looks)
            button.clicked.connect(partial(self.new_panel_wanted.emit, kind))
            row.addWidget(button)
        return buttons

    @staticmethod
    def _follow_icon(button: QPushButton, icon: str, looks: Looks, role: str = "text") -> None:
        def draw() -> None:
            button.setIcon(looks.icon(icon, role))

        looks.changed.connect(draw)
        draw()

    def _texts(self, example_id: ExampleId) -> tuple[str, str]:
        texts = {
            ExampleId.ECHO: (
                self.tr("Say hello to an echo server"),
                self.tr(
                    "Press Send: what you wrote comes back. Switch the format to Hex to see and "
                    "send any byte."
                ),
            ),
            ExampleId.HTTP: (
                self.tr("Ask a web server by hand"),
                self.tr(
                    "The request is already written out, line ends and all. Send it, then click "
                    "the answer to read its bytes."
                ),
            ),
            ExampleId.CHARGEN: (
                self.tr("Watch a stream that never ends, and pause it"),
                self.tr(
                    "The server sends lines without being asked. Pause lets the data wait at the "
                    "sender; nothing is lost."
                ),
            ),
        }
        return texts[example_id]

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        label.setFont(font)
        label.setWordWrap(True)
        return label

    def _sentence(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setMaximumWidth(TEXT_WIDTH_PX)
        label.setProperty("role", "hint")
        return label

    def _card(self, looks: Looks, example: Example) -> QFrame:
        title, text = self._texts(example.id)
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(CARD_WIDTH_PX)
        words = QVBoxLayout()
        name = QLabel(title)
        name.setProperty("role", "title")
        words.addWidget(name)
        words.addWidget(self._sentence(text))
        run = QPushButton(self.tr("Try it"))
        run.setObjectName(f"example_{example.id}")
        run.setAccessibleName(self.tr("Try it: {title}").format(title=title))
        self._follow_icon(run, "play", looks, "on_accent")
        run.setProperty("role", "primary")
        run.clicked.connect(lambda: self.example_wanted.emit(example))
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 10, 14, 10)
        row.addLayout(words, 1)
        row.addWidget(run, 0, Qt.AlignmentFlag.AlignVCenter)
        return card
