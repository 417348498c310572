"""Where bytes to send are put together: as text with escapes, hex, base64, or a file."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.bytesview.templates import Filler
from socket_workbench.panels.composer import (
    ComposedBytes,
    ComposedFile,
    Draft,
    Payload,
    content_of,
    converted,
    entry_of,
    preset_of,
    read,
    with_content,
)
from socket_workbench.panels.history import SendHistory
from socket_workbench.panels.presets import with_preset
from socket_workbench.panels.repeating import RepeatPlan, RepeatState
from socket_workbench.session.fields import ByteFormat, ComposerEntry, Preset
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.parse_texts import placed_error_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.byte_views import ByteViews
from socket_workbench_ui.widgets.composer_editor import ComposerEditor, dropped_file
from socket_workbench_ui.widgets.composer_menu import ComposerMenu
from socket_workbench_ui.widgets.draft_reader import DraftReader
from socket_workbench_ui.widgets.file_row import FileRow
from socket_workbench_ui.widgets.held_note import HeldNote
from socket_workbench_ui.widgets.message_preview import MessagePreview
from socket_workbench_ui.widgets.repeat_controls import RepeatControls
from socket_workbench_ui.widgets.room_keeper import RoomKeeper
from socket_workbench_ui.widgets.send_controls import SendControls
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

MARGIN_PX = 8
SPACING_PX = 6
LONG_TEXT_CHARS = 64 * 1024
"""Texts that long are read only when typing pauses."""


class Composer(QFrame):
    """Reads what is typed as it is typed; what is wrong is marked and never sent."""

    send_requested = Signal(object)
    """A `Payload`."""
    repeat_requested = Signal(object)
    """A `RepeatPlan`; see `socket_workbench.panels.repeating` for who carries it out."""
    repeat_stop_requested = Signal()
    edited = Signal()
    """Something that a session keeps is another: content, format, presets, how to repeat."""

    def __init__(
        self, looks: Looks, parent: QWidget | None = None, *, sends_nothing: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composerCard")
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self._sends_nothing = sends_nothing
        self._format: ByteFormat = "text"
        self._draft: Draft | ComposedFile | None = None
        self._can_send = True
        self._filler, self._history = Filler(), SendHistory()
        self._views, self._file = ByteViews(looks), FileRow(looks)
        self._held, self._message, self._preview = HeldNote(), QLabel(), MessagePreview()
        self._controls, self._repeat = SendControls(SPACING_PX), RepeatControls(looks, self)
        self._reader = DraftReader(self.state, self)
        self.menu = ComposerMenu((self._views.editor, self._views.mirror), self.next_message)
        self._set_up_message()
        self._lay_out()
        RoomKeeper(self)
        self._connect()
        self._show_format()

    # Content

    def state(self) -> ComposerEntry:
        """What stands here, mistakes included."""
        return ComposerEntry(
            format=self._format,
            text=self._editor.raw_text(),
            line_ending=self._controls.line_ending(),
            file=self._file.path(),
            repeat_count=self._repeat.count.value(),
            repeat_interval_ms=self._repeat.interval.value(),
            both_views=self._controls.both.isChecked(),
        )

    def set_state(self, entry: ComposerEntry) -> None:
        """Show something else; nothing is converted."""
        self._format = entry.format
        self._controls.show_choice(entry.format, entry.line_ending, is_both=entry.both_views)
        self._repeat.show_choice(entry.repeat_count, entry.repeat_interval_ms)
        self._file.set_path(entry.file)
        if entry.text != self._editor.raw_text():
            with QSignalBlocker(self._views):
                self._editor.put(entry.text)
        self._show_format()

    def presets(self) -> tuple[Preset, ...]:
        """The presets, in the user's order."""
        return self._controls.presets.presets()

    def set_presets(self, presets: tuple[Preset, ...]) -> None:
        """Take over all presets."""
        self._controls.presets.set_presets(presets)

    def set_can_send(self, can_send: bool) -> None:
        """Say whether there is anything to send to."""
        self._can_send = can_send
        self._show_sendable()

    def send(self) -> None:
        """Send what stands here, if it is right and there is anything."""
        self._reader.finish()
        if self._draft is not None and self._controls.send.isEnabled():
            self._history.add(content_of(self.state()))
            self._send_draft(self._draft)

    def next_message(self) -> bytes:
        """What Send would send now, counters left as they are; empty for a file and mistakes."""
        self._reader.finish()
        return self._draft.preview(self._filler) if isinstance(self._draft, Draft) else b""

    def take_payload(self) -> Payload | None:
        """The next message or file, for who sends it elsewhere; `None` where nothing is right."""
        self._reader.finish()
        draft = self._draft
        if draft is None or (isinstance(draft, Draft) and not self._size(draft)):
            return None
        self._history.add(content_of(self.state()))
        taken = ComposedBytes(draft.filled(self._filler)) if isinstance(draft, Draft) else draft
        self._show_next()
        return taken

    def show_repeat(self, state: RepeatState | None) -> None:
        """Show how far the repeat is."""
        self._repeat.show_repeat(state)
        if self.isVisible():
            self._show_next()  # counters have gone on

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

    @property
    def _editor(self) -> ComposerEditor:
        return self._views.editor

    def _set_up_message(self) -> None:
        self._message.setObjectName("composerMessage")
        self._message.setAccessibleName(self.tr("What is wrong with the data"))
        self._message.setProperty("role", "error")
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("SEND"))
        heading.setProperty("role", "heading")
        heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        top = WrapLayout()
        top.setSpacing(SPACING_PX)
        for widget in (heading, *self._repeat.widgets()):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, SPACING_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(SPACING_PX)
        column.addLayout(top)
        column.addWidget(self._views, 1)
        for widget in (self._file, self._held, self._message, self._preview, self._controls):
            column.addWidget(widget)

    def _connect(self) -> None:
        controls, repeat, presets = self._controls, self._repeat, self._controls.presets
        self._views.changed.connect(self._follow_typing)
        for editor in (self._views.editor, self._views.mirror):
            editor.send_wanted.connect(self.send)
            editor.back_wanted.connect(self._step_back)
            editor.forth_wanted.connect(self._step_forth)
            editor.file_dropped.connect(self._take_file)
        self._file.changed.connect(self._follow_typing)
        self._held.release_wanted.connect(self._editor.release)
        controls.formats.currentIndexChanged.connect(self._change_format)
        controls.endings.currentIndexChanged.connect(self._follow_typing)
        controls.both.toggled.connect(self._show_format)
        controls.variables.insert_wanted.connect(self._views.insert)
        controls.variables.restart_wanted.connect(self._restart_counters)
        controls.send.clicked.connect(self.send)
        presets.save_wanted.connect(self._save_preset)
        presets.chosen.connect(self._show_preset)
        presets.send_wanted.connect(self._send_preset)
        presets.presets_changed.connect(self.edited)
        repeat.button.clicked.connect(self._begin_or_stop_repeat)
        repeat.count.valueChanged.connect(self.edited)
        repeat.interval.valueChanged.connect(self.edited)
        self._reader.begun.connect(self._show_reading)
        self._reader.found.connect(self._take_draft)
        self._reader.failed.connect(self._take_mistake)
        self._preview.outdated.connect(self._show_next)

    def _change_format(self) -> None:
        before, self._format = self._format, self._controls.formats.currentData()
        text = converted(self._editor.raw_text(), before, self._format)
        if text != self._editor.raw_text():
            with QSignalBlocker(self._views):
                self._editor.put(text)
        self._show_format()

    def _show_format(self) -> None:
        is_file = self._format == "file"
        self._views.setVisible(not is_file)
        self._views.show_format(self._format)
        self._views.show_both(self._controls.both.isChecked() and not is_file)
        self._file.setVisible(is_file)
        self._controls.show_format(self._format)
        self._follow_typing()

    def _follow_typing(self) -> None:
        self._held.show_size(len(self._editor.raw_text()) if self._is_held() else None)
        if self._format != "file" and len(self._editor.raw_text()) > LONG_TEXT_CHARS:
            self._reader.read_later()
        else:
            self._reader.read()
        self.edited.emit()

    def _show_reading(self) -> None:
        self._draft = None
        self._show_next()

    def _take_draft(self, draft: Draft | ComposedFile | None) -> None:
        self._draft = draft
        self._editor.mark(None)
        self._take_mirror()
        if isinstance(self._draft, Draft):
            self._views.show_read(self._draft.template)
        self._show_next()

    def _take_mistake(self, error: ParseError) -> None:
        self._draft = None
        self._editor.mark(error.position, len(error.found))
        self._show_mistake(placed_error_text(error))
        self._views.show_read(None)
        self._show_next()

    def _take_mirror(self) -> None:
        """A mistake in the second view counts: the editor holds what was typed before it."""
        mistake = self._views.mistake
        if mistake is None:
            self._show_mistake("")
            return
        self._draft = None
        view = self.tr("Hex") if self._views.mirror_format == "hex" else self.tr("Text")
        self._show_mistake(f"{view}: {placed_error_text(mistake)}")

    def _is_held(self) -> bool:
        return self._format != "file" and self._editor.is_held()

    def _show_mistake(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._editor.setAccessibleDescription(text)
        self._views.mirror.setAccessibleDescription(text)

    def _show_sendable(self, count: int | None = None) -> None:
        """Offer to send what can be sent; `count` bytes where variables decide how many."""
        draft = self._draft
        if count is None and isinstance(draft, Draft):
            count = self._size(draft)
        has_anything = draft is not None and (count != 0 or self._sends_nothing)
        self._controls.send.setEnabled(has_anything and self._can_send)
        is_message = has_anything and isinstance(draft, Draft)
        self._repeat.set_can_begin(is_message and self._can_send)
        self._controls.count.setText(self._size_text(count))

    def _size(self, draft: Draft) -> int:
        """Bytes of the next message."""
        return len(draft.preview(self._filler))

    def _size_text(self, count: int | None) -> str:
        if self._format == "file":
            return self.tr("whole file") if self._draft else self.tr("no file chosen")
        if count is None:
            is_reading = self._reader.is_reading
            return self.tr("reading…") if is_reading else self.tr("not sendable")
        text = self.tr("1 byte") if count == 1 else self.tr("%1 bytes")
        return text.replace("%1", grouped(count))

    def _show_next(self) -> None:
        """Show the next message where variables make it another than what stands here."""
        draft = self._draft
        message = None
        if isinstance(draft, Draft) and not draft.template.is_fixed:
            message = draft.preview(self._filler)
        self._preview.show_message(message, as_hex=self._format == "hex")
        self._show_sendable(None if message is None else len(message))

    def _restart_counters(self) -> None:
        self._filler.restart()
        self._show_next()

    def _send_draft(self, draft: Draft | ComposedFile) -> None:
        is_message = isinstance(draft, Draft)
        self.send_requested.emit(ComposedBytes(draft.filled(self._filler)) if is_message else draft)
        self._show_next()

    def _begin_or_stop_repeat(self) -> None:
        if self._repeat.is_running:
            self.repeat_stop_requested.emit()
            return
        self._reader.finish()
        if isinstance(self._draft, Draft):
            self._history.add(content_of(self.state()))
            plan = RepeatPlan(
                next_message=partial(self._draft.filled, self._filler),
                count=self._repeat.count.value(),
                interval_s=self._repeat.interval.value() / 1000,
            )
            self.repeat_requested.emit(plan)

    def _step_back(self) -> None:
        self._recall(self._history.back(content_of(self.state())))

    def _step_forth(self) -> None:
        self._recall(self._history.forth())

    def _recall(self, content: ComposerEntry | None) -> None:
        if content is not None:
            self.set_state(with_content(self.state(), content))

    def _take_file(self, path: str) -> None:
        formats = self._controls.formats
        formats.setCurrentIndex(formats.findData("file"))
        self._file.set_path(path)

    def _save_preset(self, name: str) -> None:
        keys = [preset.key for preset in self.presets() if preset.name == name]
        preset = preset_of(self.state(), name, keys[0] if keys else "")
        self.set_presets(with_preset(self.presets(), preset))

    def _show_preset(self, preset: Preset) -> None:
        self._recall(entry_of(preset))
        self._editor.setFocus()

    def _send_preset(self, preset: Preset) -> None:
        """Send a preset without touching what stands here, unless the preset is wrong."""
        try:
            draft = read(preset)
        except ParseError:
            draft = None
        if draft is None:
            self._show_preset(preset)
        elif self._can_send:
            self._history.add(entry_of(preset))
            self._send_draft(draft)
