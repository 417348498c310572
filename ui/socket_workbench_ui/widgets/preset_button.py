"""A button whose menu keeps what was composed under names, and gives names keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget
from typing_extensions import override

from socket_workbench.panels.presets import with_key, without_preset
from socket_workbench.session.fields import Preset
from socket_workbench_ui.widgets.preset_dialog import PresetDialog
from socket_workbench_ui.widgets.preset_keys import KEYS, taken_keys

_LOOK_AGAIN = (QEvent.Type.Show, QEvent.Type.WindowActivate)
"""The window's own keys may be others by now."""


class PresetButton(QPushButton):
    """Lists the presets; says which one is to be shown or sent."""

    save_wanted = Signal(str)
    """Keep what stands in the composer under this name."""
    chosen = Signal(object)
    """A `Preset` is to be shown in the composer."""
    send_wanted = Signal(object)
    """A `Preset` is to be sent at once: its key was pressed."""
    presets_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presetButton")
        self.setText(self.tr("Presets"))
        self.setToolTip(self.tr("Keep what is composed under a name, and send it by a key"))
        self._presets: tuple[Preset, ...] = ()
        self._shortcuts: list[QShortcut] = []
        self._taken: dict[str, str] = {}
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill_menu)
        self.setMenu(menu)

    def presets(self) -> tuple[Preset, ...]:
        """All presets, in the user's order."""
        return self._presets

    def set_presets(self, presets: tuple[Preset, ...]) -> None:
        """Take over all presets; keys that mean something else stay without effect."""
        if presets == self._presets:
            return
        self._presets = presets
        self._set_up_keys()
        self.presets_changed.emit()

    def key_note(self, key: str) -> str:
        """What is in the way of a key; empty if nothing is."""
        if key not in self._taken:
            return ""
        name = self._taken[key]
        return (
            self.tr("{key} means “{command}” in this window").format(key=key, command=name)
            if name
            else self.tr("{key} means something else in this window").format(key=key)
        )

    def fill_menu(self) -> None:
        """Make the menu agree with the presets."""
        self._set_up_keys()
        menu = self.menu()
        menu.clear()
        for preset in self._presets:
            self._add(menu, preset)
        if not self._presets:
            menu.addAction(self.tr("No presets yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Save as preset…"), self.ask_name)
        menu.addAction(self.tr("Edit presets…"), self.open_dialog).setEnabled(bool(self._presets))
        keys = menu.addMenu(self.tr("Assign key"))
        deletions = menu.addMenu(self.tr("Delete"))
        for preset in self._presets:
            self._add_keys(keys.addMenu(_plain(preset.name)), preset)
            deletions.addAction(_plain(preset.name), self._deletion(preset.name))
        keys.setEnabled(bool(self._presets))
        deletions.setEnabled(bool(self._presets))

    def ask_name(self) -> None:
        """Ask under which name to keep what stands in the composer."""
        dialog = QInputDialog(self)
        dialog.setObjectName("presetNameDialog")
        dialog.setWindowTitle(self.tr("Save as preset"))
        dialog.setLabelText(self.tr("Name; a preset of the same name is replaced"))
        dialog.textValueSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_dialog(self) -> None:
        """Let the user rename, order, change and delete presets, and give them keys."""
        dialog = PresetDialog(self._presets, self.key_note, self)
        dialog.presets_changed.connect(self.set_presets)
        dialog.replace_wanted.connect(self.save_wanted)
        self.presets_changed.connect(lambda: dialog.show_presets(self._presets))
        dialog.chosen.connect(self.chosen)
        dialog.open()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in _LOOK_AGAIN:
            self._set_up_keys()
        return super().event(event)

    def _set_up_keys(self) -> None:
        """Let the keys of presets work unless they mean something else in this window."""
        self._taken = taken_keys(self)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [
            self._shortcut(preset)
            for preset in self._presets
            if preset.key in KEYS and preset.key not in self._taken
        ]

    def _save(self, name: str) -> None:
        if name.strip():
            self.save_wanted.emit(name.strip())

    def _add(self, menu: QMenu, preset: Preset) -> None:
        action = QAction(_plain(preset.name), menu)
        # Only shown: as the action's shortcut it would compete with the one that sends.
        action.setText(action.text() + (f"\t{preset.key}" if preset.key else ""))
        content = preset.file if preset.format == "file" else preset.text[:200]
        note = self.key_note(preset.key)
        action.setToolTip(f"{content}\n{note}" if note else content)
        action.triggered.connect(lambda: self.chosen.emit(preset))
        menu.addAction(action)

    def _add_keys(self, menu: QMenu, preset: Preset) -> None:
        for key in ("", *KEYS):
            action = menu.addAction(key or self.tr("None"), self._assignment(preset.name, key))
            action.setCheckable(True)
            action.setChecked(key == preset.key)
            if note := self.key_note(key):
                action.setText(note)
                action.setEnabled(False)

    def _assignment(self, name: str, key: str) -> Callable[[], None]:
        return lambda: self.set_presets(with_key(self._presets, name, key))

    def _deletion(self, name: str) -> Callable[[], None]:
        return lambda: self.set_presets(without_preset(self._presets, name))

    def _shortcut(self, preset: Preset) -> QShortcut:
        shortcut = QShortcut(QKeySequence(preset.key), self)
        shortcut.activated.connect(lambda: self.send_wanted.emit(preset))
        return shortcut


def _plain(name: str) -> str:
    """A name as a menu shows it, an ampersand as itself."""
    return name.replace("&", "&&").replace("\t", " ")
