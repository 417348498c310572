import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socket_workbench.panels.composer import ComposedBytes
from socket_workbench.session.fields import ComposerEntry, Preset
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.preset_button import PresetButton
from socket_workbench_ui.widgets.preset_dialog import PresetDialog
from support.composers import editor
from support.parts import part

PRESETS = (Preset(name="a", text="A"), Preset(name="b", text="B", key="F4"), Preset(name="c"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window in which F8 is taken."""
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction("&Rename panel…", window)
    action.setShortcut(QKeySequence("F8"))
    window.addAction(action)
    QVBoxLayout(window)
    return window


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication, window: QWidget) -> Composer:
    composer = Composer(Looks(qapp, "dark"))
    layout = window.layout()
    assert layout is not None
    layout.addWidget(composer)
    window.resize(700, 300)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    composer.set_presets(PRESETS)
    return composer


@pytest.fixture
def dialog(composer: Composer) -> PresetDialog:
    preset_button(composer).open_dialog()
    return part(composer, PresetDialog, "presetDialog")


def preset_button(composer: Composer) -> PresetButton:
    return part(composer, PresetButton, "presetButton")


def names(composer: Composer) -> str:
    return "".join(preset.name for preset in composer.presets())


def choose(dialog: PresetDialog, name: str) -> QListWidget:
    listed = part(dialog, QListWidget, "presetList")
    listed.setCurrentItem(listed.findItems(name, Qt.MatchFlag.MatchExactly)[0])
    return listed


def click(dialog: PresetDialog, name: str) -> None:
    button = part(dialog, QPushButton, name)
    assert button.isEnabled()
    button.click()


def keys_of(dialog: PresetDialog) -> QComboBox:
    return part(dialog, QComboBox, "presetKeyCombo")


def test_presets_are_put_in_order(composer: Composer, dialog: PresetDialog) -> None:
    choose(dialog, "c")
    click(dialog, "raisePreset")
    click(dialog, "raisePreset")
    choose(dialog, "a")
    click(dialog, "lowerPreset")

    assert names(composer) == "cba"


def test_ends_of_the_list_are_ends(dialog: PresetDialog) -> None:
    choose(dialog, "a")
    up, down = (dialog.findChild(QPushButton, name) for name in ("raisePreset", "lowerPreset"))
    assert up is not None
    assert down is not None
    first = [up.isEnabled(), down.isEnabled()]
    choose(dialog, "c")

    assert [*first, up.isEnabled(), down.isEnabled()] == [False, True, True, False]


def test_preset_is_renamed_in_the_list(composer: Composer, dialog: PresetDialog) -> None:
    choose(dialog, "b").currentItem().setText(" new ")

    assert [preset.name for preset in composer.presets()] == ["a", "new", "c"]
    assert composer.presets()[1] == Preset(name="new", text="B", key="F4")


@pytest.mark.parametrize(
    ("name", "note"), [("c", "There is a preset “c” already"), ("", "Type a name")]
)
def test_name_that_cannot_be_is_told(
    composer: Composer, dialog: PresetDialog, name: str, note: str
) -> None:
    listed = choose(dialog, "b")
    listed.currentItem().setText(name)

    assert names(composer) == "abc"
    assert listed.currentItem().text() == "b"
    assert note in [label.text() for label in dialog.findChildren(QLabel)]


def test_preset_is_deleted(composer: Composer, dialog: PresetDialog) -> None:
    choose(dialog, "b")

    click(dialog, "deletePreset")

    assert names(composer) == "ac"


def test_all_can_be_deleted(composer: Composer, dialog: PresetDialog) -> None:
    for _ in PRESETS:
        click(dialog, "deletePreset")

    button = part(dialog, QPushButton, "deletePreset")
    assert (composer.presets(), button.isEnabled()) == ((), False)


def test_preset_takes_what_stands_in_the_composer(composer: Composer, dialog: PresetDialog) -> None:
    composer.set_state(ComposerEntry(format="hex", text="41"))
    choose(dialog, "b")

    click(dialog, "replacePreset")

    assert composer.presets()[1] == Preset(name="b", format="hex", text="41", key="F4")


def test_preset_is_shown_for_editing(composer: Composer, dialog: PresetDialog) -> None:
    choose(dialog, "b")

    click(dialog, "showPreset")

    assert composer.state().text == "B"


def test_key_is_given_and_sends(
    qtbot: QtBot, composer: Composer, dialog: PresetDialog, window: QWidget
) -> None:
    choose(dialog, "a")
    keys = keys_of(dialog)
    keys.setCurrentIndex(keys.findData("F9"))
    keys.activated.emit(keys.currentIndex())
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    with qtbot.waitSignal(composer.send_requested) as emitted:
        qtbot.keyClick(editor(composer), Qt.Key.Key_F9)

    assert emitted.args == [ComposedBytes(b"A")]


def test_key_of_the_window_is_not_offered_and_says_why(dialog: PresetDialog) -> None:
    keys = keys_of(dialog)
    index = keys.findData("F8")

    assert keys.itemText(index) == "F8 means “Rename panel” in this window"
    assert not keys.model().flags(keys.model().index(index, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_key_of_a_session_that_is_taken_here_does_not_send(
    qtbot: QtBot, composer: Composer, window: QWidget
) -> None:
    triggered: list[bool] = []
    window.actions()[0].triggered.connect(lambda: triggered.append(True))
    composer.set_presets((Preset(name="a", text="A", key="F8"),))

    with qtbot.assertNotEmitted(composer.send_requested):
        qtbot.keyClick(editor(composer), Qt.Key.Key_F8)

    preset_button(composer).fill_menu()
    first = preset_button(composer).menu().actions()[0]
    assert triggered == [True]
    assert first.toolTip() == "A\nF8 means “Rename panel” in this window"


def test_key_that_becomes_free_sends(qtbot: QtBot, composer: Composer, window: QWidget) -> None:
    composer.set_presets((Preset(name="a", text="A", key="F8"),))
    window.actions()[0].setShortcut(QKeySequence("Ctrl+R"))

    composer.hide()
    composer.show()

    with qtbot.waitSignal(composer.send_requested):
        qtbot.keyClick(editor(composer), Qt.Key.Key_F8)


def test_hidden_panel_does_not_answer_to_the_key(
    qtbot: QtBot, composer: Composer, window: QWidget
) -> None:
    composer.hide()

    with qtbot.assertNotEmitted(composer.send_requested):
        qtbot.keyClick(window, Qt.Key.Key_F4)


def test_taken_keys_are_disabled_in_the_menu(composer: Composer) -> None:
    preset_button(composer).fill_menu()
    actions = preset_button(composer).menu().actions()
    assign = next(action for action in actions if action.text() == "Assign key").menu()
    assert isinstance(assign, type(preset_button(composer).menu()))

    keys = assign.actions()[0].menu()
    assert isinstance(keys, type(assign))
    taken = [action.text() for action in keys.actions() if not action.isEnabled()]

    assert taken == ["F8 means “Rename panel” in this window"]
