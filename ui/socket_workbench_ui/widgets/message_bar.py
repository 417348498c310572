"""Messages across the top of the window: what went wrong with a file, what can be brought back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.long_words import shortened


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a message; the message goes when it is pressed."""

    text: str
    chosen: Callable[[], object]
    object_name: str = ""


class Message(QFrame):
    """One message with its buttons; its text can be selected and copied."""

    def __init__(
        self, looks: Looks, text: str, choices: Sequence[Choice], *, is_error: bool
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("message")
        sign = QLabel()
        role, icon = ("error", "triangle-alert") if is_error else ("accent", "info")
        sign.setPixmap(looks.icon(icon, role).pixmap(16, 16))
        self.label = QLabel(shortened(text))
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label.setProperty("role", "error" if is_error else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        for choice in choices:
            row.addWidget(self._button(choice))
        dismiss = QToolButton()
        dismiss.setIcon(looks.icon("x"))
        dismiss.setAccessibleName(self.tr("Dismiss"))
        dismiss.setToolTip(self.tr("Dismiss this message"))
        dismiss.setObjectName("dismissButton")
        dismiss.clicked.connect(self.deleteLater)
        row.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.text)
        button.setObjectName(choice.object_name)

        def press() -> None:
            self.deleteLater()
            choice.chosen()

        button.clicked.connect(press)
        return button


class MessageBar(QWidget):
    """A stack of messages, newest below; takes no room while there is none."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._looks = looks
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(4)
        self._by_topic: dict[str, Message] = {}

    def tell(
        self,
        text: str,
        *,
        topic: str,
        choices: Sequence[Choice] = (),
        is_error: bool = False,
    ) -> None:
        """Show a message; an older one on the same `topic` makes room for it."""
        self.withdraw(topic)
        message = Message(self._looks, text, choices, is_error=is_error)
        self._by_topic[topic] = message
        message.destroyed.connect(lambda: self._forget(topic, message))
        self._stack.addWidget(message)

    def withdraw(self, topic: str) -> None:
        """Take the message on `topic` away, if there is one."""
        if (message := self._by_topic.pop(topic, None)) is not None:
            message.hide()
            message.deleteLater()

    def texts(self) -> list[str]:
        """The messages shown now, oldest first."""
        return [message.label.text() for message in self._by_topic.values()]

    def _forget(self, topic: str, message: Message) -> None:
        if self._by_topic.get(topic) is message:
            del self._by_topic[topic]
