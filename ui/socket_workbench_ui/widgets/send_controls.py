"""The row below a composer's editors: format, line ending, presets, variables, size, Send."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QWidget

from socket_workbench.session.fields import ByteFormat, LineEnding
from socket_workbench_ui.widgets.preset_button import PresetButton
from socket_workbench_ui.widgets.variable_button import VariableButton
from socket_workbench_ui.widgets.wrap_layout import WrapLayout


class SendControls(QWidget):
    """The widgets, named and in their order; what they do is the composer's business."""

    def __init__(self, spacing_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formats, self.endings = QComboBox(), QComboBox()
        self.presets, self.variables = PresetButton(), VariableButton()
        self.both, self.count = QPushButton(), QLabel()
        self.send = QPushButton(self.tr("Send   Ctrl+↵"))
        self._fill_combos()
        self._name_widgets()
        row = WrapLayout(self)
        row.setSpacing(spacing_px)
        for widget in (self.formats, self.endings, self.both, self.variables, self.presets):
            row.addWidget(widget)
        row.addWidget(self.count)
        row.addWidget(self.send)

    def line_ending(self) -> LineEnding:
        """The chosen one, whether the format takes one or not."""
        return self.endings.currentData()

    def show_choice(self, form: ByteFormat, ending: LineEnding, *, is_both: bool) -> None:
        """Show what a session keeps; tells nobody."""
        for widget in (self.formats, self.endings, self.both):
            widget.blockSignals(True)
        self.formats.setCurrentIndex(self.formats.findData(form))
        self.endings.setCurrentIndex(self.endings.findData(ending))
        self.both.setChecked(is_both)
        for widget in (self.formats, self.endings, self.both):
            widget.blockSignals(False)

    def show_format(self, form: ByteFormat) -> None:
        """Offer what goes with this format."""
        self.endings.setEnabled(form == "text")
        self.endings.setToolTip(
            self.tr("What is put behind the text")
            if form == "text"
            else self.tr("Only text gets a line ending; this is sent exactly as it stands")
        )
        self.variables.setEnabled(form in ("text", "hex"))
        self.both.setEnabled(form != "file")
        self.both.setText(self.tr("+ Text") if form == "hex" else self.tr("+ Hex"))

    def _fill_combos(self) -> None:
        formats: dict[ByteFormat, str] = {
            "text": self.tr("Text"),
            "hex": self.tr("Hex"),
            "base64": self.tr("Base64"),
            "file": self.tr("File"),
        }
        for form, name in formats.items():
            self.formats.addItem(name, form)
        endings: dict[LineEnding, str] = {
            "none": self.tr("No line end"),
            "lf": self.tr("LF"),
            "cr": self.tr("CR"),
            "crlf": self.tr("CRLF"),
            "nul": self.tr("NUL"),
        }
        for ending, name in endings.items():
            self.endings.addItem(name, ending)

    def _name_widgets(self) -> None:
        for widget, name, label in (
            (self.formats, "formatCombo", self.tr("Format of the data to send")),
            (self.endings, "lineEndingCombo", self.tr("Line ending put behind the text")),
            (self.both, "bothViewsButton", self.tr("Show the same bytes as text and as hex")),
            (self.count, "byteCount", self.tr("Size of the data")),
            (self.send, "sendButton", self.tr("Send")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(label)
        self.both.setCheckable(True)
        self.both.setToolTip(
            self.tr("Show the same bytes as text and as hex; each follows the other as you type")
        )
        self.send.setProperty("role", "primary")
        self.send.setToolTip(self.tr("Send it (Ctrl+Enter); ↑ and ↓ bring back what was sent"))
        self.count.setProperty("role", "hint")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
