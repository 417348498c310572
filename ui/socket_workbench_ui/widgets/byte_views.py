"""What is to be sent in one or two editors: the same bytes as text and as hex."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from socket_workbench.bytesview.parsing import Fault, ParseError
from socket_workbench.bytesview.templates import Template
from socket_workbench.panels.composer import read_bytes, written
from socket_workbench.session.fields import ByteFormat
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer_editor import ComposerEditor

MOST_MIRRORED_BYTES = 8 * 1024
"""Of more the other view would have to be laid out anew at every key."""
LEAST_WIDTH_PX = 420
"""Narrower than this, the views stand below each other."""


class ByteViews(QSplitter):
    """The editor, and on demand a second view that follows it and is followed by it.

    What is typed last counts. While it is wrong the other view keeps the last right bytes, greyed;
    what is replaced there by typing here comes back with undo.
    """

    changed = Signal()
    """Something else stands here, or the second view holds another mistake."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.editor, self.mirror = ComposerEditor(looks), ComposerEditor(looks)
        self.editor.setObjectName("composer")
        self.editor.setAccessibleName(self.tr("Data to send"))
        self.mirror.setObjectName("composerMirror")
        self.addWidget(self.editor)
        self.addWidget(self.mirror)
        self.mirror.hide()
        self._format: ByteFormat = "text"
        self._is_both = self._is_following = False
        self._source = self.editor
        self._mistake: ParseError | None = None
        self.editor.textChanged.connect(self._follow_editor)
        self.mirror.textChanged.connect(self._follow_mirror)

    @property
    def mirror_format(self) -> ByteFormat:
        """What the second view shows."""
        return "text" if self._format == "hex" else "hex"

    @property
    def mistake(self) -> ParseError | None:
        """What is wrong in the second view."""
        return self._mistake

    def show_format(self, form: ByteFormat) -> None:
        """Say what the editor holds; nothing is converted."""
        self._format = form
        is_hex = self.mirror_format == "hex"
        self.mirror.setAccessibleName(
            self.tr("The same bytes as hex") if is_hex else self.tr("The same bytes as text")
        )
        self.editor.completer.set_offering(form != "base64")
        self.editor.setPlaceholderText(self._placeholder())
        self._forget_mistake()
        self._source = self.editor

    def show_both(self, is_both: bool) -> None:
        """Show or hide the second view; a mistake in it goes with it."""
        self._is_both = is_both
        self.mirror.setVisible(is_both)
        self._forget_mistake()
        self._source = self.editor

    def show_read(self, template: Template | None) -> None:
        """Let the second view follow what was read, unless it is where that was typed."""
        if not self._is_both or self._source is self.mirror:
            return
        self.mirror.dim(template is None)
        if template is not None:
            self._show_in_mirror(template)

    def insert(self, text: str) -> None:
        """Put `text` where the caret is, in the view that had the focus last."""
        is_in_mirror = self._is_both and self.focusWidget() is self.mirror
        target = self.mirror if is_in_mirror else self.editor
        if not target.isReadOnly():
            target.insertPlainText(text)
        target.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < LEAST_WIDTH_PX
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._is_both and wanted != self.orientation():
            self.setOrientation(wanted)

    def _placeholder(self) -> str:
        texts: dict[ByteFormat, str] = {
            "text": self.tr("Text; escapes: \\r \\n \\t \\0 \\xNN \\uNNNN \\\\, variables: ${…}"),
            "hex": self.tr("Hex: 48 54 54 50, 0x48, 0x54 or 48545450; variables: ${…}"),
            "base64": self.tr("Base64, also in its URL-safe form"),
            "file": "",
        }
        return texts[self._format]

    def _follow_editor(self) -> None:
        if not self._is_following:
            self._source = self.editor
            self._forget_mistake()
        self.changed.emit()

    def _follow_mirror(self) -> None:
        if self._is_following:
            return
        self._source = self.mirror
        self._forget_mistake()
        try:
            text = self._text_of_mirror()
        except ParseError as error:
            self._mistake = error
            self.mirror.mark(error.position, len(error.found))
            self.editor.dim(True)
            self.changed.emit()
            return
        with self._following():
            self.editor.rewrite(text)
        self.changed.emit()  # also where the bytes are the same: a mistake may be gone

    def _text_of_mirror(self) -> str:
        """What the editor has to hold.

        Raises:
            ParseError: The second view is wrong, or holds what the editor's format cannot.
        """
        text = self.mirror.raw_text()
        found = written(read_bytes(text, self.mirror_format), self._format)
        if found is None:
            raise ParseError(text.index("${"), Fault.MISPLACED_VARIABLE, "${")
        return found

    def _show_in_mirror(self, template: Template) -> None:
        size = sum(len(part) if isinstance(part, bytes) else 1 for part in template.parts)
        is_too_long = size > MOST_MIRRORED_BYTES
        self.mirror.setReadOnly(is_too_long)
        note = self.tr("Too many bytes to be shown the other way as well")
        placeholder = self.tr("Hex") if self.mirror_format == "hex" else self.tr("Text")
        self.mirror.setPlaceholderText(note if is_too_long else placeholder)
        text = None if is_too_long else written(template, self.mirror_format)
        with self._following():
            self.mirror.rewrite(text or "")

    def _forget_mistake(self) -> None:
        if self._mistake is not None:
            self._mistake = None
            self.mirror.mark(None)
        self.editor.dim(False)

    @contextmanager
    def _following(self) -> Generator[None]:
        self._is_following = True
        try:
            yield
        finally:
            self._is_following = False
