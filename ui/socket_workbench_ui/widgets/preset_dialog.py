"""Presets as a list: rename, order, replace, delete, and give keys; every change counts at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.panels.presets import moved, renamed, with_key, without_preset
from socket_workbench.session.fields import Preset
from socket_workbench_ui.widgets.preset_keys import KEYS


class PresetDialog(QDialog):
    """Shows presets and says how they are to be."""

    presets_changed = Signal(object)
    """All presets, changed."""
    replace_wanted = Signal(str)
    """The preset of this name is to be what stands in the composer."""
    chosen = Signal(object)
    """A `Preset` is to be shown in the composer."""

    def __init__(
        self,
        presets: tuple[Preset, ...],
        key_note: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("presetDialog")
        self.setWindowTitle(self.tr("Edit presets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presets, self._key_note = presets, key_note
        self._list, self._keys, self._note = QListWidget(), QComboBox(), QLabel()
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._fill_keys()
        self._list.itemChanged.connect(self._rename)
        self._list.currentRowChanged.connect(self._show_current)
        self._list.itemDoubleClicked.connect(self._edit_name)
        self._keys.activated.connect(self._assign)
        self._show_list(presets[0].name if presets else "")

    def show_presets(self, presets: tuple[Preset, ...]) -> None:
        """Follow a change made elsewhere."""
        if presets != self._presets:
            self._presets = presets
            self._show_list(self._name())

    def _lay_out(self) -> None:
        self._list.setObjectName("presetList")
        self._list.setAccessibleName(self.tr("Presets"))
        self._keys.setObjectName("presetKeyCombo")
        self._keys.setAccessibleName(self.tr("Key that sends the preset"))
        self._note.setProperty("role", "hint")
        self._note.setWordWrap(True)
        side = QVBoxLayout()
        key_label = QLabel(self.tr("Sent by &key"))
        key_label.setBuddy(self._keys)
        side.addWidget(key_label)
        side.addWidget(self._keys)
        for name, text, act in (
            ("showPreset", self.tr("&Show in composer"), self._show_preset),
            ("replacePreset", self.tr("&Take from composer"), self._replace),
            ("renamePreset", self.tr("&Rename"), self._edit_name),
            ("raisePreset", self.tr("Move &up"), partial(self._move, -1)),
            ("lowerPreset", self.tr("Move &down"), partial(self._move, 1)),
            ("deletePreset", self.tr("D&elete"), self._delete),
        ):
            side.addWidget(self._button(name, text, act))
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(side)
        column = QVBoxLayout(self)
        column.addLayout(middle)
        column.addWidget(self._note)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self._buttons[name] = button
        return button

    def _fill_keys(self) -> None:
        self._keys.addItem(self.tr("None"), "")
        for key in KEYS:
            note = self._key_note(key)
            self._keys.addItem(note or key, key)
            if note:
                item = self._keys.model().index(self._keys.count() - 1, 0)
                # 0: neither to be selected nor enabled.
                self._keys.model().setData(item, 0, Qt.ItemDataRole.UserRole - 1)

    def _name(self) -> str:
        has_any = self._list.currentRow() >= 0
        return self._list.currentItem().data(Qt.ItemDataRole.UserRole) if has_any else ""

    def _show_list(self, current: str) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for preset in self._presets:
            item = QListWidgetItem(preset.name, self._list)
            item.setData(Qt.ItemDataRole.UserRole, preset.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        names = [preset.name for preset in self._presets]
        self._list.setCurrentRow(names.index(current) if current in names else 0)
        self._list.blockSignals(False)
        self._show_current()

    def _show_current(self) -> None:
        name, row = self._name(), self._list.currentRow()
        preset = next((one for one in self._presets if one.name == name), None)
        for button in self._buttons.values():
            button.setEnabled(preset is not None)
        self._buttons["raisePreset"].setEnabled(row > 0)
        self._buttons["lowerPreset"].setEnabled(0 <= row < self._list.count() - 1)
        self._keys.setEnabled(preset is not None)
        key = preset.key if preset else ""
        self._keys.setCurrentIndex(max(self._keys.findData(key), 0))
        self._note.setText(self._key_note(key))
        self._note.setVisible(bool(self._note.text()))

    def _change(self, presets: tuple[Preset, ...], current: str) -> None:
        self._presets = presets
        self._show_list(current)
        self.presets_changed.emit(presets)

    def _edit_name(self) -> None:
        if self._list.currentRow() >= 0:
            self._list.editItem(self._list.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        name, new = item.data(Qt.ItemDataRole.UserRole), item.text().strip()
        presets = renamed(self._presets, name, new)
        is_refused = presets == self._presets and new != name
        self._change(presets, name if is_refused else new)
        if is_refused:
            text = self.tr("There is a preset “{name}” already") if new else self.tr("Type a name")
            self._note.setText(text.format(name=new))
            self._note.show()

    def _move(self, places: int, _is_checked: bool = False) -> None:
        self._change(moved(self._presets, self._name(), places), self._name())

    def _delete(self) -> None:
        row = self._list.currentRow()
        presets = without_preset(self._presets, self._name())
        self._change(presets, presets[min(row, len(presets) - 1)].name if presets else "")

    def _assign(self) -> None:
        name = self._name()
        self._change(with_key(self._presets, name, self._keys.currentData()), name)

    def _replace(self) -> None:
        self.replace_wanted.emit(self._name())

    def _show_preset(self) -> None:
        self.chosen.emit(next(one for one in self._presets if one.name == self._name()))
