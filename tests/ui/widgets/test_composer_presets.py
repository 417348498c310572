from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socket_workbench.panels.composer import ComposedBytes
from socket_workbench.session.fields import ComposerEntry, Preset
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.composer_editor import ComposerEditor


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication) -> Composer:
    composer = Composer(Looks(qapp, "dark"))
    qtbot.addWidget(composer)
    composer.resize(600, 200)
    composer.show()
    return composer


def child(composer: QWidget, kind: type[Any], name: str) -> Any:
    found = composer.findChild(kind, name)
    assert found is not None, name
    return found


def editor(composer: Composer) -> ComposerEditor:
    return child(composer, ComposerEditor, "composer")


def menu_texts(composer: Composer) -> list[str]:
    button = child(composer, QPushButton, "presetButton")
    button.fill_menu()
    return [action.text() for action in button.menu().actions() if not action.isSeparator()]


def test_preset_is_kept_under_a_name(composer: Composer) -> None:
    editor(composer).setPlainText("ping")
    button = child(composer, QPushButton, "presetButton")
    button.ask_name()

    dialog = child(composer, QInputDialog, "presetNameDialog")
    dialog.setTextValue(" Ping ")
    dialog.accept()

    assert composer.presets() == (Preset(name="Ping", text="ping"),)


def test_preset_from_the_menu_is_shown(composer: Composer) -> None:
    composer.set_presets((Preset(name="A & B", format="hex", text="41", key="F2"),))
    assert menu_texts(composer)[0] == "A && B\tF2"

    child(composer, QPushButton, "presetButton").menu().actions()[0].trigger()

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
        child(composer, QPushButton, "presetButton").send_wanted.emit(wrong)

    assert composer.state().text == "4"


def test_key_is_assigned_from_the_menu(composer: Composer) -> None:
    composer.set_presets((Preset(name="A"), Preset(name="B", key="F2")))
    button = child(composer, QPushButton, "presetButton")
    button.fill_menu()
    assign = next(one for one in button.menu().actions() if one.text() == "Assign key").menu()

    keys = assign.actions()[0].menu()
    next(one for one in keys.actions() if one.text() == "F2").trigger()

    assert composer.presets() == (Preset(name="A", key="F2"), Preset(name="B"))


def test_preset_is_deleted_from_the_menu(composer: Composer) -> None:
    composer.set_presets((Preset(name="A"), Preset(name="B")))
    button = child(composer, QPushButton, "presetButton")
    button.fill_menu()
    delete = next(one for one in button.menu().actions() if one.text() == "Delete").menu()

    delete.actions()[0].trigger()

    assert composer.presets() == (Preset(name="B"),)
