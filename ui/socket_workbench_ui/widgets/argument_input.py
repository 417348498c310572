"""One argument of a call as a field of its kind: number, text, choice, bytes or socket."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socket_workbench.panels.legacy_form import ArgumentField, FieldKind
from socket_workbench_ui.widgets.fields import hint

OBJECT_NAMES = {
    "socketId": "socketIdCombo",
    "type": "typeCombo",
    "hostname": "hostEdit",
    "address": "addressEdit",
    "port": "portSpin",
    "backlog": "backlogSpin",
    "bufferSize": "bufferSizeSpin",
    "ttl": "ttlSpin",
    "enabled": "loopbackCheck",
    "enable": "keepAliveCheck",
    "delay": "keepAliveDelaySpin",
    "noDelay": "noDelayCheck",
}
"""As the other panels name these fields; the rest is the argument's name and `Edit`."""
FORMATS = ("text", "hex", "base64")
CHARS = {
    FieldKind.SOCKET: 10,
    FieldKind.INTEGER: 9,
    FieldKind.TEXT: 22,
    FieldKind.BYTES: 34,
    FieldKind.OBJECT: 34,
}
"""Least width of a field, in digits."""


class ArgumentInput(QWidget):
    """A label with the argument's name above its field; takes any text and marks what is wrong."""

    edited = Signal()
    finished = Signal()
    """Enter was pressed."""

    def __init__(self, field: ArgumentField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._formats = QComboBox()
        self._edit = self._make_edit()
        self._edit.setObjectName(OBJECT_NAMES.get(field.name, f"{field.name}Edit"))
        self._edit.setAccessibleName(field.name)
        self._edit.setMinimumWidth(
            self.fontMetrics().horizontalAdvance("0") * CHARS.get(field.kind, 8)
        )
        self.setFocusProxy(self._edit)
        self._lay_out()
        self.mark("")

    def text(self) -> str:
        """What stands in the field, as a session keeps it."""
        edit = self._edit
        if isinstance(edit, QCheckBox):
            return "true" if edit.isChecked() else "false"
        return edit.currentText() if isinstance(edit, QComboBox) else edit.text()

    def set_text(self, text: str) -> None:
        """Fill the field in."""
        edit = self._edit
        if isinstance(edit, QCheckBox):
            edit.setChecked(text == "true")
        elif isinstance(edit, QLineEdit):
            edit.setText(text)
        elif edit.isEditable():
            edit.setEditText(text)
        else:
            edit.setCurrentIndex(max(0, edit.findText(text)))

    @property
    def data_format(self) -> str:
        """How bytes are written here: `text`, `hex` or `base64`."""
        return FORMATS[self._formats.currentIndex()]

    def set_data_format(self, data_format: str) -> None:
        self._formats.setCurrentIndex(FORMATS.index(data_format))

    def mark(self, problem: str) -> None:
        """Mark the field as wrong and say why; nothing is wrong when `problem` is empty."""
        edit = self._edit
        marked: QWidget = (isinstance(edit, QComboBox) and edit.lineEdit()) or edit
        marked.setProperty("invalid", "true" if problem else "false")
        marked.style().polish(marked)
        edit.setToolTip(problem or self._type_text())
        edit.setAccessibleDescription(edit.toolTip())

    def show_sockets(self, sockets: Iterable[tuple[int, str]]) -> None:
        """Offer these sockets, each with what tells it from the others; the text stays."""
        edit = self._edit
        if not isinstance(edit, QComboBox) or self.field.kind is not FieldKind.SOCKET:
            return
        text = edit.currentText()
        edit.blockSignals(True)
        edit.clear()
        for socket_id, words in sockets:
            edit.addItem(str(socket_id))
            edit.setItemData(edit.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        edit.setEditText(text)
        edit.blockSignals(False)

    def _make_edit(self) -> QCheckBox | QComboBox | QLineEdit:
        kind = self.field.kind
        if kind is FieldKind.BOOLEAN:
            check = QCheckBox(self.field.name)
            check.toggled.connect(self.edited)
            return check
        if kind in (FieldKind.CHOICE, FieldKind.SOCKET):
            return self._make_combo(is_editable=kind is FieldKind.SOCKET)
        edit = QLineEdit()
        if self.field.is_optional:
            edit.setPlaceholderText(self.tr("left out"))
        edit.textChanged.connect(self.edited)
        edit.returnPressed.connect(self.finished)
        return edit

    def _make_combo(self, *, is_editable: bool) -> QComboBox:
        combo = QComboBox()
        combo.setEditable(is_editable)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems(self.field.choices)
        combo.currentTextChanged.connect(self.edited)
        if (line := combo.lineEdit()) is not None:
            combo.setCompleter(None)  # pyright: ignore[reportArgumentType] - Qt takes none
            line.returnPressed.connect(self.finished)
        return combo

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = hint("" if self.field.kind is FieldKind.BOOLEAN else self.field.name, self._edit)
        column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._edit, 1)
        if self.field.kind is FieldKind.BYTES:
            self._formats.setObjectName("formatCombo")
            self._formats.setAccessibleName(self.tr("Format of the bytes"))
            self._formats.addItems([self.tr("Text"), self.tr("Hex"), self.tr("Base64")])
            self._formats.currentIndexChanged.connect(self.edited)
            row.addWidget(self._formats)
        column.addLayout(row)

    def _type_text(self) -> str:
        """The argument's type in the API's own words."""
        text = f"{self.field.type_name} {self.field.name}"
        if self.field.is_optional:
            text = self.tr("optional {argument}").format(argument=text)
        return f"{text}: {self.field.template}" if self.field.template else text
