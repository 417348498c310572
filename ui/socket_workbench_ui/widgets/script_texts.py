"""The texts of a script panel: one editor, a document for each text, and a line to find in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QVBoxLayout, QWidget

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.script_editor import ScriptEditor
from socket_workbench_ui.widgets.script_find import ScriptFindBar
from socket_workbench_ui.widgets.script_highlighter import ScriptHighlighter

COLOURED = (".js", ".jsm", ".mjs", ".json", ".ts")


class ScriptTexts(QWidget):
    """Each text has a history of its own; one without a dot in its name is a script."""

    edited = Signal()
    """A text was changed."""
    current_changed = Signal()
    """Another text is shown, or the one shown became changed or saved."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._documents: dict[str, QTextDocument] = {}
        self._read: dict[str, tuple[int, str]] = {}
        self.current = ""
        """Name of the text that is shown."""
        self.editor = ScriptEditor(looks)
        self._find = ScriptFindBar(self.editor, looks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._find)
        column.addWidget(self.editor, 1)
        self.setFocusProxy(self.editor)
        self.editor.edited.connect(self.edited)
        for keys, slot in (
            ("Ctrl+G", self._find.open_line),
            ("F3", lambda: self._find.step(1)),
            ("Shift+F3", lambda: self._find.step(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.put("", "")
        self.focus_text("")

    def texts(self) -> dict[str, str]:
        """Every text by its name."""
        return {name: self._text(name) for name in self._documents}

    def changed(self) -> dict[str, str]:
        """The texts that are not as they were saved."""
        return {name: self._text(name) for name in self.changed_names()}

    def changed_names(self) -> set[str]:
        """Names of the texts that are not as they were saved."""
        return {name for name, one in self._documents.items() if one.isModified()}

    def is_changed(self, name: str) -> bool:
        """Whether a text is not as it was saved."""
        return name in self._documents and self._documents[name].isModified()

    def has(self, name: str) -> bool:
        """Whether there is a text of this name."""
        return name in self._documents

    def put(self, name: str, text: str, *, is_changed: bool = False) -> None:
        """Take a text over as a file has it, or as a draft; what was there can be undone to."""
        document = self._documents.get(name)
        if document is None:
            document = self._documents[name] = self._new_document(name)
            document.setPlainText(text)
        elif plain_text(document) != text:
            replace_text(document, text)
        document.setModified(is_changed)
        if name == self.current:
            self.current_changed.emit()

    def show_saved(self, name: str, text: str) -> None:
        """The file of this text holds `text` now."""
        document = self._documents.get(name)
        if document is not None:
            document.setModified(plain_text(document) != text)
            self.current_changed.emit()

    def focus_text(self, name: str) -> None:
        """Show this text."""
        if name not in self._documents:
            return
        self.current = name
        self.editor.show_document(self._documents[name])
        self.current_changed.emit()

    def forget_all_but(self, name: str) -> None:
        """Let all other texts go, and show this one."""
        self.focus_text(name)
        for other in [one for one in self._documents if one != name]:
            self._documents.pop(other).deleteLater()
            self._read.pop(other, None)

    def open_find(self) -> None:
        """Let the user type what to look for."""
        self._find.open_find()

    def _text(self, name: str) -> str:
        """A text; asked for often, and long now and then."""
        document = self._documents[name]
        revision, text = self._read.get(name, (-1, ""))
        if revision != document.revision():
            text = plain_text(document)
            self._read[name] = (document.revision(), text)
        return text

    def _new_document(self, name: str) -> QTextDocument:
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self._looks.mono)
        document.modificationChanged.connect(self.current_changed)
        if not name or name.lower().endswith(COLOURED):
            ScriptHighlighter(document, self._looks)
        return document


def plain_text(document: QTextDocument) -> str:
    """The text with LF; `toPlainText` would turn no-break spaces into spaces."""
    return document.toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")


def replace_text(document: QTextDocument, text: str) -> None:
    """Put another text into a document as one step that can be undone."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
