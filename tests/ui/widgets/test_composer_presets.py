import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from socket_workbench.panels.composer import ComposedBytes
from socket_workbench.session.fields import ComposerEntry, Preset
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.preset_button import PresetButton
from support.composers import editor, shown_composer
from support.parts import button, part


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication) -> Composer:
    return shown_composer(qtbot, qapp, width=600)


def menu_texts(composer: Composer) -> list[str]:
    presets = part(composer, PresetButton, "presetButton")
    presets.fill_menu()
    return [action.text() for action in presets.menu().actions() if not action.isSeparator()]


def sub_menu(menu: QMenu, text: str) -> QMenu:
    found = next(one for one in menu.actions() if one.text() == text).menu()
    assert isinstance(found, QMenu)
    return found


def test_preset_is_kept_under_a_name(composer: Composer) -> None:
    editor(composer).setPlainText("ping")
    presets = part(composer, PresetButton, "presetButton")
    presets.ask_name()

    dialog = part(composer, QInputDialog, "presetNameDialog")
    dialog.setTextValue(" Ping ")
    dialog.accept()

    assert composer.presets() == (Preset(name="Ping", text="ping"),)


def test_preset_from_the_menu_is_shown(composer: Composer) -> None:
    composer.set_presets((Preset(name="A & B", format="hex", text="41", key="F2"),))
    assert menu_texts(composer)[0] == "A && B\tF2"

    button(composer, "presetButton").menu().actions()[0].trigger()

    assert composer.state() == ComposerEntry(format="hex", text="41")


def test_key_of_a_preset_sends_it_and_leaves_the_draft(qtbot: QtBot, composer: Composer) -> None:
    composer.set_presets((Preset(name="A", format="hex", text="41", key="F2"),))
    editor(composer).put("draft")
    composer.activateWindow()
    qtbot.waitActive(composer)

    with qtbot.waitSignal(composer.send_requested) as emitted:
        qtbot.keyClick(composer, Qt.Key.Key_F2)

    assert emitted.args == [ComposedBytes(b"A")]
    assert composer.state().text == "draft"


def test_wrong_preset_is_shown_instead_of_sent(qtbot: QtBot, composer: Composer) -> None:
    wrong = Preset(name="A", format="hex", text="4", key="F2")

    with qtbot.assertNotEmitted(composer.send_requested):
        part(composer, PresetButton, "presetButton").send_wanted.emit(wrong)

    assert composer.state().text == "4"


def test_key_is_assigned_from_the_menu(composer: Composer) -> None:
    composer.set_presets((Preset(name="A"), Preset(name="B", key="F2")))
    presets = part(composer, PresetButton, "presetButton")
    presets.fill_menu()
    assign = sub_menu(presets.menu(), "Assign key")

    keys = sub_menu(assign, "A")
    next(one for one in keys.actions() if one.text() == "F2").trigger()

    assert composer.presets() == (Preset(name="A", key="F2"), Preset(name="B"))


def test_preset_is_deleted_from_the_menu(composer: Composer) -> None:
    composer.set_presets((Preset(name="A"), Preset(name="B")))
    presets = part(composer, PresetButton, "presetButton")
    presets.fill_menu()
    delete = sub_menu(presets.menu(), "Delete")

    delete.actions()[0].trigger()

    assert composer.presets() == (Preset(name="B"),)
