"""Fields as all panels show them: with a label before, and grouped so that rows wrap well."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpinBox, QWidget

INT32_MAX = 2**31 - 1
DEFAULT_BUFFER_BYTES = 4096
SPIN_WIDTH_PX = 130
GROUP_GAP_PX = 8
BUTTON_FRAME_PX = 60
"""What a button has around its text: icon, gaps and frame."""


def hint(text: str, field: QWidget) -> QLabel:
    """A label of `field`, quieter than what stands in it."""
    label = QLabel(text)
    label.setProperty("role", "hint")
    label.setBuddy(field)
    return label


def labelled(text: str, field: QWidget) -> QWidget:
    """A label and its field, which takes the room there is."""
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(hint(text, field))
    line.addWidget(field, 1)
    return pair


def together(*widgets: QWidget) -> QWidget:
    """Widgets that a wrapping row does not part."""
    group = QWidget()
    line = QHBoxLayout(group)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for widget in widgets:
        line.addWidget(widget)
    line.addSpacing(GROUP_GAP_PX)
    return group


def in_a_row(*widgets: QWidget | None) -> QWidget:
    """Widgets side by side; `None` is a gap that takes the room there is."""
    group = QWidget()
    line = QHBoxLayout(group)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return group


def growing(widget: QWidget) -> QWidget:
    """The widget, which takes what its row has left."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget


def make_room(button: QPushButton, *texts: str) -> None:
    """Keep a button's width, so that nothing jumps under the mouse when its text changes."""
    metrics = button.fontMetrics()
    widest_px = max(metrics.horizontalAdvance(text) for text in texts)
    button.setMinimumWidth(widest_px + BUTTON_FRAME_PX)


def mark(field: QWidget, *, is_invalid: bool) -> None:
    """Say by a field's frame whether something is wrong with what stands in it."""
    if bool(field.property("invalid")) != is_invalid:
        field.setProperty("invalid", is_invalid)
        field.style().polish(field)  # the style sheet asks for the property only then


def tell_fault(field: QWidget, label: QLabel, said: str) -> None:
    """Mark a field and say beneath it what is wrong; nothing is where `said` is empty."""
    label.setText(said)
    label.setVisible(bool(said))
    field.setAccessibleDescription(said)
    mark(field, is_invalid=bool(said))


def named(field: QWidget, name: str, accessible: str, tip: str) -> None:
    """Give a field its object name, what screen readers call it, and its tool tip."""
    field.setObjectName(name)
    field.setAccessibleName(accessible)
    field.setToolTip(tip)


def buffer_size_spin() -> QSpinBox:
    """The field of `bufferSize`, in bytes; 0 shows as the API's default."""
    translate = QCoreApplication.translate
    spin = QSpinBox()
    spin.setObjectName("bufferSizeSpin")
    spin.setRange(0, INT32_MAX)
    spin.setSpecialValueText(translate("Fields", "default"))
    spin.setSuffix(translate("Fields", " bytes"))
    spin.setSingleStep(DEFAULT_BUFFER_BYTES)
    set_up_spin(spin)
    return spin


def set_up_spin(spin: QSpinBox) -> None:
    """Make a number field tell its value when it is complete, not at every key."""
    spin.setKeyboardTracking(False)
    spin.setGroupSeparatorShown(False)
    spin.setFixedWidth(SPIN_WIDTH_PX)
