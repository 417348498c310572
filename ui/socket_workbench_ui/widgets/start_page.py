"""What a newcomer sees first: three worked examples, each one click from a conversation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.panels.examples import EXAMPLES, Example, ExampleId
from socket_workbench_ui.theme import Looks

TEXT_WIDTH_PX = 640


class StartPage(QScrollArea):
    """Tells what to do; the examples run against practice servers on this machine."""

    example_wanted = Signal(Example)
    new_panel_wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
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
        own = QPushButton(self.tr("New TCP client for a server of your own"))
        own.setObjectName("startNewTcpClient")
        own.clicked.connect(self.new_panel_wanted)
        row = QHBoxLayout()
        row.addWidget(own)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(2)
        self.setWidget(page)

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
        card.setMaximumWidth(TEXT_WIDTH_PX + 140)
        words = QVBoxLayout()
        name = QLabel(title)
        name.setProperty("role", "title")
        words.addWidget(name)
        words.addWidget(self._sentence(text))
        run = QPushButton(self.tr("Try it"))
        run.setObjectName(f"example_{example.id}")
        run.setAccessibleName(self.tr("Try it: {title}").format(title=title))
        run.setIcon(looks.icon("play", "on_accent"))
        run.setProperty("role", "primary")
        run.clicked.connect(lambda: self.example_wanted.emit(example))
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 10, 14, 10)
        row.addLayout(words, 1)
        row.addWidget(run, 0, Qt.AlignmentFlag.AlignVCenter)
        return card
