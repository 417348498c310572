"""The settings dialog: looks, language, keys, recording; nothing is taken before OK."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.settings import Language, Settings, Theme
from socket_workbench_ui.key_binding import Binding
from socket_workbench_ui.widgets.key_table import KeyTable

THEMES: tuple[Theme, ...] = ("system", "light", "dark")
LANGUAGES: tuple[Language, ...] = ("system", "en", "de")
OWN_NAMES = {"en": "English", "de": "Deutsch"}
"""What a language is called in itself: who cannot read this one finds theirs."""
LEAST_POINTS, MOST_POINTS = 6, 40
MOST_FILES, MOST_MEGABYTES = 1000, 1_000_000
SIZE_PX = (600, 460)
FONT_ROLE = Qt.ItemDataRole.FontRole


class SettingsDialog(QDialog):
    """Edits a `Settings`; `settings` gives what the fields say."""

    def __init__(self, current: Settings, bindings: Sequence[Binding], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self.resize(*SIZE_PX)
        self._current = current
        self._theme, self._language = QComboBox(), QComboBox()
        self._text_points, self._data_points = _points(), _points()
        self._data_font = QComboBox()
        self._notifies = QCheckBox(self.tr("Tell the desktop when a connection is lost"))
        self._folder, self._browse = QLineEdit(), QPushButton(self.tr("Choose…"))
        self._kept_files, self._kept_megabytes = QSpinBox(), QSpinBox()
        self._keys = KeyTable(bindings)
        self._buttons = QDialogButtonBox()
        self._tabs = QTabWidget()
        self._trouble = QLabel()
        self._set_up()
        self._lay_out()
        self._fill_in()

    def settings(self) -> Settings:
        """The settings as the fields say."""
        return replace(
            self._current,
            theme=THEMES[self._theme.currentIndex()],
            language=LANGUAGES[self._language.currentIndex()],
            text_points=_chosen_points(self._text_points),
            data_font=self._data_font.currentData() or "",
            data_points=_chosen_points(self._data_points),
            keys=self._keys.changed_keys(),
            notifies=self._notifies.isChecked(),
            recording_folder=self._folder.text().strip(),
            kept_recordings=self._kept_files.value(),
            kept_megabytes=self._kept_megabytes.value(),
        )

    def _set_up(self) -> None:
        names = {
            "themeCombo": (self._theme, self.tr("Theme")),
            "languageCombo": (self._language, self.tr("Language")),
            "textPointsSpin": (self._text_points, self.tr("Size of the text")),
            "dataFontCombo": (self._data_font, self.tr("Font of the data")),
            "dataPointsSpin": (self._data_points, self.tr("Size of the data")),
            "notifyCheck": (self._notifies, self._notifies.text()),
            "recordingFolderEdit": (self._folder, self.tr("Folder of the recordings")),
            "keptFilesSpin": (self._kept_files, self.tr("Recordings kept")),
            "keptMegabytesSpin": (self._kept_megabytes, self.tr("Megabytes kept")),
        }
        for name, (field, accessible) in names.items():
            field.setObjectName(name)
            field.setAccessibleName(accessible)
        as_system = self.tr("as the system")
        self._theme.addItems([as_system, self.tr("light"), self.tr("dark")])
        self._language.addItem(as_system)
        self._language.addItems([OWN_NAMES[code] for code in LANGUAGES[1:]])
        self._data_font.addItem(self.tr("the system's fixed-pitch font"), "")
        for family in QFontDatabase.families():
            if QFontDatabase.isFixedPitch(family) and not QFontDatabase.isPrivateFamily(family):
                self._data_font.addItem(family, family)
        self._set_up_recording()
        standard = QDialogButtonBox.StandardButton
        self._buttons.setStandardButtons(standard.Ok | standard.Cancel)
        self._buttons.accepted.connect(self._try_to_accept)
        self._buttons.rejected.connect(self.reject)
        self._trouble.setObjectName("settingsTrouble")
        self._trouble.setProperty("role", "error")
        self._trouble.setWordWrap(True)
        self._trouble.hide()

    def _set_up_recording(self) -> None:
        self._folder.setPlaceholderText(self.tr("the usual folder"))
        self._folder.textChanged.connect(lambda: self._tell(""))
        self._browse.setObjectName("recordingFolderButton")
        self._browse.clicked.connect(self._choose_folder)
        self._kept_files.setRange(0, MOST_FILES)
        self._kept_files.setSpecialValueText(self.tr("none"))
        self._kept_megabytes.setRange(0, MOST_MEGABYTES)
        self._kept_megabytes.setSuffix(self.tr(" MB"))
        self._keys.changed.connect(lambda: self._tell(""))

    def _lay_out(self) -> None:
        self._tabs.addTab(self._general_page(), self.tr("General"))
        self._tabs.addTab(_padded(self._keys), self.tr("Keys"))
        self._tabs.addTab(self._recording_page(), self.tr("Recording"))
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._trouble)
        column.addWidget(self._buttons)

    def _general_page(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.addRow(self.tr("Theme"), self._theme)
        form.addRow(self.tr("Language"), self._language)
        form.addRow("", _hint(self.tr("Another language is spoken from the next start on.")))
        form.addRow(self.tr("Size of the text"), self._text_points)
        form.addRow(self.tr("Font of the data"), self._data_font)
        form.addRow(self.tr("Size of the data"), self._data_points)
        form.addRow(self.tr("Notifications"), self._notifies)
        form.addRow("", _hint(self.tr("Only while the window is not in front.")))
        return page

    def _recording_page(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        folder = QHBoxLayout()
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        form.addRow(self.tr("Folder"), folder)
        hint = self.tr(
            "Everything that happens is recorded here. Another folder is used from the next "
            "start on."
        )
        form.addRow("", _hint(hint))
        form.addRow(self.tr("Keep"), self._kept_files)
        form.addRow(self.tr("Together at most"), self._kept_megabytes)
        hint = self.tr("Recordings that you did not save; the oldest are deleted first.")
        form.addRow("", _hint(hint))
        return page

    def _fill_in(self) -> None:
        current = self._current
        self._theme.setCurrentIndex(THEMES.index(current.theme))
        self._language.setCurrentIndex(LANGUAGES.index(current.language))
        self._text_points.setValue(current.text_points or 0)
        self._data_points.setValue(current.data_points or 0)
        if current.data_font and self._data_font.findData(current.data_font) < 0:
            self._data_font.addItem(current.data_font, current.data_font)  # not installed any more
        self._data_font.setCurrentIndex(self._data_font.findData(current.data_font))
        for index in range(1, self._data_font.count()):
            self._data_font.setItemData(index, QFont(self._data_font.itemText(index)), FONT_ROLE)
        self._notifies.setChecked(current.notifies)
        self._folder.setText(current.recording_folder)
        self._kept_files.setValue(current.kept_recordings)
        self._kept_megabytes.setValue(current.kept_megabytes)
        self._keys.show_keys(current.keys)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the recordings"), self._folder.text())
        dialog.setObjectName("folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _try_to_accept(self) -> None:
        folder = self._folder.text().strip()
        if self._keys.clashes():
            self._tabs.setCurrentIndex(1)
        elif folder and not Path(folder).is_absolute():
            self._tell(self.tr("“{folder}” is no absolute path.").format(folder=folder))
        elif folder and Path(folder).exists() and not Path(folder).is_dir():
            self._tell(self.tr("“{folder}” is a file, not a folder.").format(folder=folder))
        else:
            self.accept()

    def _tell(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self._folder.setProperty("invalid", bool(trouble))
        self._folder.style().polish(self._folder)
        if trouble:
            self._tabs.setCurrentIndex(2)
            self._folder.setFocus()


def _points() -> QSpinBox:
    translate = QCoreApplication.translate
    spin = QSpinBox()
    spin.setRange(LEAST_POINTS - 1, MOST_POINTS)
    spin.setSpecialValueText(translate("SettingsDialog", "as the system"))
    spin.setSuffix(translate("SettingsDialog", " pt"))
    return spin


def _chosen_points(spin: QSpinBox) -> int | None:
    return spin.value() if spin.value() >= LEAST_POINTS else None


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "hint")
    label.setWordWrap(True)
    return label


def _padded(content: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(content)
    return page
