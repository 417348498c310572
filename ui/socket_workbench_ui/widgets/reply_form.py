"""A reply that is sent by itself: its text or hex, when it leaves, in what pieces, what then."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.session.tcp_entries import AfterReply, ReplyEntry, ReplyFormat
from socket_workbench_ui.parse_texts import placed_error_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.fields import (
    INT32_MAX,
    hint,
    named,
    set_up_spin,
    tell_fault,
    together,
)
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

TEXT_LINES = 3
PADDING_PX = 14


class ReplyForm(QWidget):
    """Edits a `ReplyEntry`; tells every change."""

    changed = Signal()

    def __init__(self, looks: Looks, whose: str, parent: QWidget | None = None) -> None:
        """Make a form; `whose` begins the object names of its fields: `rule`, `fixed`."""
        super().__init__(parent)
        self._whose = whose
        self._format, self._then = QComboBox(), QComboBox()
        self._text, self._error = QPlainTextEdit(), QLabel()
        self._delay, self._chunk, self._pause = QSpinBox(), QSpinBox(), QSpinBox()
        self._text.setFont(looks.mono)
        self._fill_combos()
        self._set_up()
        self._lay_out()
        self._connect_fields()

    def reply(self) -> ReplyEntry:
        """What the fields say now, mistakes included."""
        return ReplyEntry(
            format=self._format.currentData(),
            text=self._text.toPlainText(),
            delay_ms=self._delay.value(),
            chunk_bytes=self._chunk.value(),
            chunk_pause_ms=self._pause.value(),
            then=self._then.currentData(),
        )

    def show_reply(self, reply: ReplyEntry) -> None:
        """Fill the fields in; tells nobody."""
        fields = (self._format, self._then, self._text, self._delay, self._chunk, self._pause)
        blockers = [QSignalBlocker(field) for field in fields]
        self._format.setCurrentIndex(self._format.findData(reply.format))
        self._then.setCurrentIndex(self._then.findData(reply.then))
        if reply.text != self._text.toPlainText():
            self._text.setPlainText(reply.text)
        self._delay.setValue(reply.delay_ms)
        self._chunk.setValue(reply.chunk_bytes)
        self._pause.setValue(reply.chunk_pause_ms)
        for blocker in blockers:
            blocker.unblock()
        self._pause.setEnabled(reply.chunk_bytes > 0)

    def show_error(self, error: ParseError | None) -> None:
        """Mark what is wrong with the text."""
        said = "" if error is None else placed_error_text(error)
        tell_fault(self._text, self._error, said)

    def _fill_combos(self) -> None:
        formats: dict[ReplyFormat, str] = {"text": self.tr("Text"), "hex": self.tr("Hex")}
        for form, name in formats.items():
            self._format.addItem(name, form)
        ends: dict[AfterReply, str] = {
            "keep": self.tr("stay connected"),
            "close": self.tr("close"),
            "reset": self.tr("reset"),
        }
        for end, name in ends.items():
            self._then.addItem(name, end)

    def _name_fields(self) -> None:
        named(
            self._text,
            f"{self._whose}ReplyEdit",
            self.tr("Reply"),
            self.tr(
                "What is sent: escapes \\r \\n \\xNN, variables such as ${counter}, ${timestamp} "
                "or ${crc:CRC-32}; ${0} is all that matched, $1 the first group"
            ),
        )
        named(
            self._format,
            f"{self._whose}ReplyFormatCombo",
            self.tr("Format of the reply"),
            self.tr("How the reply is written"),
        )
        named(
            self._delay,
            f"{self._whose}ReplyDelaySpin",
            self.tr("Delay before the reply"),
            self.tr("How long to wait before it; later replies to the same client wait as well"),
        )
        named(
            self._then,
            f"{self._whose}ReplyThenCombo",
            self.tr("After the reply"),
            self.tr("What becomes of the connection afterwards"),
        )

    def _name_pieces(self) -> None:
        named(
            self._chunk,
            f"{self._whose}ReplyChunkSpin",
            self.tr("Bytes per piece"),
            self.tr("Send the reply in pieces of so many bytes"),
        )
        named(
            self._pause,
            f"{self._whose}ReplyPauseSpin",
            self.tr("Pause between pieces"),
            self.tr("How long to wait between the pieces"),
        )

    def _set_up(self) -> None:
        self._name_fields()
        self._name_pieces()
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("HTTP/1.1 200 OK\\r\\n\\r\\n"))
        line = self._text.fontMetrics().lineSpacing()
        self._text.setMinimumHeight(TEXT_LINES * line + PADDING_PX)
        self._error.setObjectName(f"{self._whose}ReplyError")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        for spin, suffix, special in (
            (self._delay, self.tr(" ms"), self.tr("at once")),
            (self._chunk, self.tr(" bytes"), self.tr("in one piece")),
            (self._pause, self.tr(" ms"), self.tr("no pause")),
        ):
            spin.setRange(0, INT32_MAX)
            spin.setSuffix(suffix)
            spin.setSpecialValueText(special)
            set_up_spin(spin)

    def _lay_out(self) -> None:
        controls = WrapLayout()
        controls.addWidget(together(hint(self.tr("Reply as"), self._format), self._format))
        controls.addWidget(together(hint(self.tr("after"), self._delay), self._delay))
        controls.addWidget(together(hint(self.tr("in pieces of"), self._chunk), self._chunk))
        controls.addWidget(together(hint(self.tr("every"), self._pause), self._pause))
        controls.addWidget(together(hint(self.tr("then"), self._then), self._then))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text, 1)
        column.addWidget(self._error)
        column.addLayout(controls)

    def _connect_fields(self) -> None:
        self._text.textChanged.connect(self.changed)
        for combo in (self._format, self._then):
            combo.currentIndexChanged.connect(self._tell)
        for spin in (self._delay, self._chunk, self._pause):
            spin.valueChanged.connect(self._tell)

    def _tell(self) -> None:
        self._pause.setEnabled(self._chunk.value() > 0)
        self.changed.emit()
