"""Where bytes to send are put together: as text with escapes, hex, base64, or a file."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.panels.composer import (
    ComposedBytes,
    Payload,
    compose,
    converted,
    entry_of,
    preset_of,
)
from socket_workbench.panels.history import SendHistory
from socket_workbench.panels.presets import with_preset
from socket_workbench.session.fields import ByteFormat, ComposerEntry, LineEnding, Preset
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.parse_texts import placed_error_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer_editor import ComposerEditor, dropped_file
from socket_workbench_ui.widgets.file_row import FileRow
from socket_workbench_ui.widgets.preset_button import PresetButton
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

MARGIN_PX = 8
SPACING_PX = 6
LONG_TEXT_CHARS = 64 * 1024
LONG_TEXT_MS = 150
"""Texts that long are read only when typing pauses."""


class Composer(QFrame):
    """Reads what is typed as it is typed; what is wrong is marked and never sent."""

    send_requested = Signal(object)
    """A `Payload`."""
    edited = Signal()
    """Something that a session keeps is another: content, format, line ending, presets."""

    def __init__(
        self, looks: Looks, parent: QWidget | None = None, *, sends_nothing: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composerCard")
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self._looks, self._sends_nothing = looks, sends_nothing
        self._format: ByteFormat = "text"
        self._payload: Payload | None = None
        self._can_send = True
        self._history = SendHistory()
        self._editor, self._file = ComposerEditor(looks), FileRow(looks)
        self._formats, self._endings, self._presets = QComboBox(), QComboBox(), PresetButton()
        self._message, self._count = QLabel(), QLabel()
        self._send = QPushButton(self.tr("Send   Ctrl+↵"))
        self._reading = QTimer(self, singleShot=True, interval=LONG_TEXT_MS)
        self._fill_combos()
        self._name_widgets()
        self._lay_out()
        self._connect()
        self._show_format()

    # Content

    def state(self) -> ComposerEntry:
        """What stands here, mistakes included."""
        return ComposerEntry(
            format=self._format,
            text=self._editor.raw_text(),
            line_ending=self._line_ending(),
            file=self._file.path(),
        )

    def set_state(self, entry: ComposerEntry) -> None:
        """Show something else; nothing is converted."""
        self._format = entry.format
        for combo, value in ((self._formats, entry.format), (self._endings, entry.line_ending)):
            combo.blockSignals(True)
            combo.setCurrentIndex(combo.findData(value))
            combo.blockSignals(False)
        self._file.set_path(entry.file)
        if entry.text != self._editor.raw_text():
            self._editor.put(entry.text)
        self._show_format()

    def presets(self) -> tuple[Preset, ...]:
        """The presets, in the order in which they were made."""
        return self._presets.presets()

    def set_presets(self, presets: tuple[Preset, ...]) -> None:
        """Take over all presets."""
        self._presets.set_presets(presets)

    def set_can_send(self, can_send: bool) -> None:
        """Say whether there is anything to send to."""
        self._can_send = can_send
        self._show_sendable()

    def send(self) -> None:
        """Send what stands here, if it is right and there is anything."""
        self._read()
        if self._payload is not None and self._send.isEnabled():
            self._history.add(self.state())
            self.send_requested.emit(self._payload)

    # Qt

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            self._take_file(path)
            event.acceptProposedAction()

    # Inside

    def _fill_combos(self) -> None:
        formats: dict[ByteFormat, str] = {
            "text": self.tr("Text"),
            "hex": self.tr("Hex"),
            "base64": self.tr("Base64"),
            "file": self.tr("File"),
        }
        for form, name in formats.items():
            self._formats.addItem(name, form)
        endings: dict[LineEnding, str] = {
            "none": self.tr("No line end"),
            "lf": self.tr("LF"),
            "cr": self.tr("CR"),
            "crlf": self.tr("CRLF"),
            "nul": self.tr("NUL"),
        }
        for ending, name in endings.items():
            self._endings.addItem(name, ending)

    def _name_widgets(self) -> None:
        for widget, name, label in (
            (self._formats, "formatCombo", self.tr("Format of the data to send")),
            (self._endings, "lineEndingCombo", self.tr("Line ending put behind the text")),
            (self._message, "composerMessage", self.tr("What is wrong with the data")),
            (self._count, "byteCount", self.tr("Size of the data")),
            (self._send, "sendButton", self.tr("Send")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(label)
        self._send.setProperty("role", "primary")
        self._send.setToolTip(self.tr("Send it (Ctrl+Enter); ↑ and ↓ bring back what was sent"))
        self._message.setProperty("role", "error")
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._count.setProperty("role", "hint")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("SEND"))
        heading.setProperty("role", "heading")
        controls = WrapLayout()
        controls.setSpacing(SPACING_PX)
        for widget in (self._formats, self._endings, self._presets, self._count, self._send):
            controls.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(SPACING_PX)
        column.addWidget(heading)
        column.addWidget(self._editor, 1)
        column.addWidget(self._file)
        column.addWidget(self._message)
        column.addLayout(controls)

    def _connect(self) -> None:
        self._editor.textChanged.connect(self._follow_typing)
        self._editor.send_wanted.connect(self.send)
        self._editor.back_wanted.connect(self._step_back)
        self._editor.forth_wanted.connect(self._step_forth)
        self._editor.file_dropped.connect(self._take_file)
        self._file.changed.connect(self._follow_typing)
        self._formats.currentIndexChanged.connect(self._change_format)
        self._endings.currentIndexChanged.connect(self._follow_typing)
        self._send.clicked.connect(self.send)
        self._reading.timeout.connect(self._read)
        self._presets.save_wanted.connect(self._save_preset)
        self._presets.chosen.connect(self._show_preset)
        self._presets.send_wanted.connect(self._send_preset)
        self._presets.presets_changed.connect(self.edited)

    def _line_ending(self) -> LineEnding:
        return self._endings.currentData()

    def _change_format(self) -> None:
        before, self._format = self._format, self._formats.currentData()
        text = converted(self._editor.raw_text(), before, self._format)
        if text != self._editor.raw_text():
            self._editor.put(text)
        self._show_format()

    def _show_format(self) -> None:
        is_file = self._format == "file"
        self._editor.setVisible(not is_file)
        self._file.setVisible(is_file)
        self._endings.setEnabled(self._format == "text")
        self._endings.setToolTip(
            self.tr("What is put behind the text")
            if self._format == "text"
            else self.tr("Only text gets a line ending; this is sent exactly as it stands")
        )
        self._editor.setPlaceholderText(self._placeholder())
        self._follow_typing()

    def _placeholder(self) -> str:
        texts: dict[ByteFormat, str] = {
            "text": self.tr("Text; escapes: \\r \\n \\t \\0 \\xNN \\uNNNN \\\\"),
            "hex": self.tr("Hex: 48 54 54 50, 0x48, 0x54 or 48545450"),
            "base64": self.tr("Base64, also in its URL-safe form"),
            "file": "",
        }
        return texts[self._format]

    def _follow_typing(self) -> None:
        if self._format != "file" and self._editor.document().characterCount() > LONG_TEXT_CHARS:
            self._reading.start()
        else:
            self._read()
        self.edited.emit()

    def _read(self) -> None:
        """Turn what stands here into bytes, or mark what is wrong with it."""
        self._reading.stop()
        try:
            self._payload = compose(self.state())
        except ParseError as error:
            self._payload = None
            self._show_error(error)
        else:
            self._show_error(None)
        self._show_sendable()

    def _show_error(self, error: ParseError | None) -> None:
        if error is None:
            self._editor.mark(None)
        else:
            self._editor.mark(error.position, len(error.found))
        text = placed_error_text(error) if error else ""
        self._message.setText(text)
        self._message.setVisible(error is not None)
        self._editor.setAccessibleDescription(text)

    def _show_sendable(self) -> None:
        count = len(self._payload.data) if isinstance(self._payload, ComposedBytes) else None
        has_anything = self._payload is not None and (count != 0 or self._sends_nothing)
        self._send.setEnabled(has_anything and self._can_send)
        self._count.setText(self._size_text(count))

    def _size_text(self, count: int | None) -> str:
        if self._format == "file":
            return self.tr("whole file") if self._payload else self.tr("no file chosen")
        if count is None:
            return self.tr("not sendable")
        text = self.tr("1 byte") if count == 1 else self.tr("%1 bytes")
        return text.replace("%1", grouped(count))

    def _step_back(self) -> None:
        self._recall(self._history.back(self.state()))

    def _step_forth(self) -> None:
        self._recall(self._history.forth())

    def _recall(self, entry: ComposerEntry | None) -> None:
        if entry is not None:
            self.set_state(entry)

    def _take_file(self, path: str) -> None:
        self._formats.setCurrentIndex(self._formats.findData("file"))
        self._file.set_path(path)

    def _save_preset(self, name: str) -> None:
        keys = [preset.key for preset in self.presets() if preset.name == name]
        preset = preset_of(self.state(), name, keys[0] if keys else "")
        self.set_presets(with_preset(self.presets(), preset))

    def _show_preset(self, preset: Preset) -> None:
        self.set_state(entry_of(preset))
        self._editor.setFocus()

    def _send_preset(self, preset: Preset) -> None:
        """Send a preset without touching what stands here, unless the preset is wrong."""
        try:
            payload = compose(preset)
        except ParseError:
            payload = None
        if payload is None:
            self._show_preset(preset)
        elif self._can_send:
            self._history.add(entry_of(preset))
            self.send_requested.emit(payload)
