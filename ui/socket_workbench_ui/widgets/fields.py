"""Fields as all panels show them: with a label before, and grouped so that rows wrap well."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

INT32_MAX = 2**31 - 1
DEFAULT_BUFFER_BYTES = 4096
SPIN_WIDTH_PX = 130
GROUP_GAP_PX = 8


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
