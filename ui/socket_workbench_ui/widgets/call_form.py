"""The form of one legacy call: what it is for, its arguments, and the code that it makes."""

from collections.abc import Iterable

from msgspec import convert
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from socket_workbench.panels.legacy_form import (
    METHODS,
    MODERN,
    SOCKET_ID,
    ArgumentField,
    Draft,
    FieldKind,
    code_of,
    fields_of,
)
from socket_workbench.session.script_entries import LegacyCallEntry
from socket_workbench_ui.parse_texts import placed_error_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.argument_input import ArgumentInput
from socket_workbench_ui.widgets.elided_label import ElidedLabel
from socket_workbench_ui.widgets.method_texts import help_text, porting_text
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)

SOCKET_KEY = (SOCKET_ID, "integer")


def key_of(field: ArgumentField) -> tuple[str, str]:
    """What tells a field from others: methods share those of one name and type."""
    return field.name, field.type_name


def ordered_fields() -> list[ArgumentField]:
    """The fields of all methods, each once, so that every method has its own in order."""
    ordered: list[ArgumentField] = []
    # The longest first: what stands between others then is not put behind them before.
    for method in sorted(METHODS, key=lambda one: -len(fields_of(one))):
        place = len(ordered)
        for field in reversed(fields_of(method)):
            if field in ordered:
                place = ordered.index(field)
            else:
                ordered.insert(place, field)
    return ordered


class CallForm(QWidget):
    """Draws a call's arguments; what is typed stays when another method has the same argument."""

    edited = Signal(LegacyCallEntry)
    call_requested = Signal(LegacyCallEntry)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._method = METHODS[0]
        self._inputs: list[ArgumentInput] = []
        """Those of the method."""
        self._is_filling = False
        self._help, self._modern = QLabel(), QLabel()
        self._rows = QWidget()
        # Made once and in order, and shown as they are needed: so Tab finds them where they stand.
        self._all_inputs = {key_of(field): ArgumentInput(field) for field in ordered_fields()}
        self._code, self._problem = ElidedLabel(), QLabel()
        self._call, self._copy = QPushButton(self.tr("Call")), QPushButton()
        self._set_up()
        self._lay_out()
        looks.changed.connect(self._draw_icons)
        self._draw_icons()

    def entry(self) -> LegacyCallEntry:
        """What stands in the form."""
        arguments = {one.field.name: one.text() for one in self._inputs}
        formats = [one.data_format for one in self._inputs if one.field.kind is FieldKind.BYTES]
        fields = {
            "method": self._method,
            "arguments": arguments,
            "dataFormat": [*formats, "text"][0],
        }
        return convert(fields, LegacyCallEntry)

    def show_entry(self, entry: LegacyCallEntry) -> None:
        """Fill the form in; calls nothing."""
        self._is_filling = True
        for field in fields_of(entry.method):
            one = self._all_inputs[key_of(field)]
            one.set_text(entry.arguments.get(field.name, ""))
            one.set_data_format(entry.data_format)
        self._is_filling = False
        self.show_method(entry.method)

    def show_method(self, method: str) -> None:
        """Ask for the arguments of a method, with what was typed for those of the same name."""
        self._method = method
        self._inputs = [self._all_inputs[key_of(field)] for field in fields_of(method)]
        for one in self._all_inputs.values():
            one.setVisible(one in self._inputs)
        self._rows.setVisible(bool(self._inputs))
        self._show_words()
        self._take_edit()

    def show_draft(self, draft: Draft) -> None:
        """Show the call as code, and what is wrong with it."""
        self._code.setText(draft.code)
        problem = draft.refusal
        if draft.fault is not None:
            error = draft.fault.error
            problem = placed_error_text(error) if error else self.tr("This is no JSON.")
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._copy.setEnabled(bool(draft.code))
        self._call.setEnabled(draft.fault is None)
        for one in self._inputs:
            one.mark(problem if one.field.name == draft.wrong else "")

    def show_sockets(self, sockets: Iterable[tuple[int, str]]) -> None:
        """Offer these sockets where a socketId is asked for."""
        self._all_inputs[SOCKET_KEY].show_sockets(sockets)

    def offer_socket(self, socket_id: int) -> None:
        """Put a socket's id into the form, also for the calls that come."""
        self._all_inputs[SOCKET_KEY].set_text(str(socket_id))

    def request_call(self) -> None:
        """Ask for the call that stands in the form."""
        if self._call.isEnabled():
            self.call_requested.emit(self.entry())

    def focus_first(self) -> None:
        """Put the cursor into the first argument, or on the button where there is none."""
        first = self._inputs[0] if self._inputs else self._call
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self) -> None:
        method = self._method
        self._help.setText(f"{method}: {help_text(method)}")
        names = ", ".join(MODERN[method])
        self._modern.setText(self.tr("Today: {names}").format(names=names))
        tip = porting_text(method)
        self._modern.setToolTip(tip)
        self._modern.setAccessibleDescription(tip)

    def _take_edit(self) -> None:
        if not self._is_filling:
            self.edited.emit(self.entry())

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(code_of(self.entry()))

    def _set_up(self) -> None:
        self._help.setObjectName("methodHelp")
        self._modern.setObjectName("modernCalls")
        self._code.setObjectName("callCode")
        self._problem.setObjectName("argumentError")
        self._call.setObjectName("callButton")
        self._copy.setObjectName("copyCodeButton")
        self._modern.setProperty("role", "hint")
        self._problem.setProperty("role", "error")
        for label in (self._help, self._modern, self._problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(SELECTABLE)
        self._code.setFont(self._looks.mono)
        self._code.setTextFormat(Qt.TextFormat.PlainText)
        self._call.setProperty("role", "primary")
        self._call.setToolTip(self.tr("Make this call (F5, or Enter in a field)"))
        self._call.clicked.connect(self.request_call)
        self._copy.setAccessibleName(self.tr("Copy the call as code"))
        self._copy.setToolTip(self._copy.accessibleName())
        self._copy.clicked.connect(self._copy_code)

    def _lay_out(self) -> None:
        fields = WrapLayout(self._rows)
        for one in self._all_inputs.values():
            fields.addWidget(one)
            one.edited.connect(self._take_edit)
            one.finished.connect(self.request_call)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._code, 1)
        line.addWidget(self._copy)
        line.addWidget(self._call)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self._help, self._modern, self._rows):
            column.addWidget(widget)
        column.addLayout(line)
        column.addWidget(self._problem)

    def _draw_icons(self) -> None:
        self._copy.setIcon(self._looks.icon("copy"))
