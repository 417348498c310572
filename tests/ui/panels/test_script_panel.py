"""The script panel as it is drawn: what its widgets say in each state."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socket_workbench.panels.script_app import AppFile, AppFolder, FileRole, Problem
from socket_workbench.panels.script_console import Console
from socket_workbench.panels.script_examples import ScriptExample
from socket_workbench.panels.script_state import ScriptPhase, ScriptState
from socket_workbench_ui.dialogs.script_help import help_html
from socket_workbench_ui.models.script_console import ScriptConsoleModel
from socket_workbench_ui.panels.script import ScriptPanel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.script_bar import EXAMPLE_TEXTS, PHASE_TEXTS
from support.parts import part
from support.tab_order import tab_order

APP = AppFolder(
    path=Path("/apps/chat"),
    name="Chat",
    files=(
        AppFile("manifest.json", FileRole.MANIFEST),
        AppFile("main.js", FileRole.BACKGROUND),
        AppFile("icon.png", FileRole.OTHER, is_text=False),
    ),
    sockets=("udp-bind:*:*",),
)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> ScriptPanel:
    looks = Looks(qapp, "dark")
    made = ScriptPanel(ScriptConsoleModel(Console(), looks), looks)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def button(panel: ScriptPanel, name: str) -> QAbstractButton:
    return part(panel, QAbstractButton, name)


def label(panel: ScriptPanel, name: str) -> QLabel:
    return part(panel, QLabel, name)


@pytest.mark.parametrize("phase", ScriptPhase)
def test_every_phase_has_a_word(panel: ScriptPanel, phase: ScriptPhase) -> None:
    panel.show_state(ScriptState(phase=phase, sockets=3))

    status = label(panel, "scriptStatus").text()
    assert str(PHASE_TEXTS[phase][2]) in status
    assert "3 sockets" in status


def test_stop_is_there_while_something_can_be_ended(panel: ScriptPanel) -> None:
    enabled: list[bool] = []
    for state in (
        ScriptState(),
        ScriptState(phase=ScriptPhase.RUNNING, has_context=True),
        ScriptState(phase=ScriptPhase.ENDED, has_context=True),
        ScriptState(phase=ScriptPhase.STOPPED),
    ):
        panel.show_state(state)
        enabled.append(button(panel, "stopButton").isEnabled())

    assert enabled == [False, True, True, False]


def test_life_cycle_buttons_follow_the_app(panel: ScriptPanel) -> None:
    names = ("suspendButton", "resumeButton", "reloadButton")
    seen: list[list[bool]] = []
    for phase in (ScriptPhase.IDLE, ScriptPhase.RUNNING, ScriptPhase.SUSPENDED):
        panel.show_state(ScriptState(phase=phase, app=APP))
        seen.append([button(panel, name).isEnabled() for name in names])

    assert seen == [[False, False, False], [True, False, True], [False, True, True]]
    assert "udp-bind:*:*" in label(panel, "appPermissions").toolTip()


def test_files_of_the_app_are_listed_and_asked_for(panel: ScriptPanel, qtbot: QtBot) -> None:
    panel.show_state(ScriptState(app=APP))
    files = part(panel, QListWidget, "scriptFiles")

    with qtbot.waitSignal(panel.app_file_wanted) as wanted:
        place = files.visualItemRect(files.item(1)).center()
        QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert wanted.args == ["main.js"]
    assert not files.item(2).flags() & Qt.ItemFlag.ItemIsEnabled


def test_problem_is_shown_at_its_place(panel: ScriptPanel) -> None:
    panel.show_text("manifest.json", "{\n  wrong\n}\n")
    problem = Problem(text="Invalid host:port pattern 'x'", line=2, column=3)

    panel.show_state(ScriptState(app=AppFolder(path=APP.path, name="Chat", problem=problem)))

    assert panel.texts.editor.textCursor().blockNumber() == 1
    assert "refused" in label(panel, "appPermissions").text()


def test_leaving_an_app_returns_to_the_script(panel: ScriptPanel) -> None:
    panel.texts.put("", "mine();")
    panel.show_state(ScriptState(app=APP))
    panel.show_text("main.js", "theirs();")

    panel.show_state(ScriptState())

    assert panel.texts.texts() == {"": "mine();"}
    assert panel.texts.current == ""


def test_place_in_a_file_that_is_not_open_waits_for_it(panel: ScriptPanel, qtbot: QtBot) -> None:
    panel.show_state(ScriptState(app=APP))
    with qtbot.waitSignal(panel.app_file_wanted):
        panel.go_to("main.js", 2, 1)

    panel.show_text("main.js", "one\ntwo\nthree")

    assert panel.texts.editor.textCursor().blockNumber() == 1


def test_changed_file_is_offered_and_loaded(panel: ScriptPanel) -> None:
    panel.texts.put("", "mine();", is_changed=True)

    panel.offer_reload("", "probe.js", "theirs();")
    QTest.mouseClick(button(panel, "loadChanged"), Qt.MouseButton.LeftButton)

    assert panel.texts.texts()[""] == "theirs();"
    assert not panel.texts.is_changed("")
    panel.texts.editor.undo()
    assert panel.texts.texts()[""] == "mine();", "nothing typed is lost"


def test_save_button_tells_of_changes(panel: ScriptPanel) -> None:
    panel.show_text("", "saved();")
    before = button(panel, "saveScriptButton").text()
    QTest.keyClicks(panel.texts.editor, "x")

    assert (before, button(panel, "saveScriptButton").text()) == ("Save", "Save*")


def test_expressions_need_a_context(panel: ScriptPanel) -> None:
    line = part(panel, QLineEdit, "expressionEdit")

    panel.show_state(ScriptState(has_context=True))
    is_open = line.isEnabled()
    panel.show_state(ScriptState())

    assert is_open
    assert not line.isEnabled()


def test_every_example_has_a_name() -> None:
    assert set(EXAMPLE_TEXTS) == set(ScriptExample)


def test_help_names_modern_calls_and_slips() -> None:
    text = help_html()

    assert "chrome.sockets.udp.send(socketId, data, address, port, callback)" in text
    assert "tcpServer.setPaused(false) does not resume accepting" in text


def test_tab_follows_the_reading_order(panel: ScriptPanel) -> None:
    names = [
        "runButton",
        "stopButton",
        "scriptFileButton",
        "saveScriptButton",
        "examplesButton",
        "compatCombo",
        "scriptHelpButton",
        "scriptEditor",
        "consoleLevels",
        "consoleFilter",
        "followButton",
        "copyConsoleButton",
        "clearConsoleButton",
        "scriptConsole",
        "expressionEdit",
    ]

    assert tab_order(panel, names) == names


def test_everything_that_takes_the_focus_has_a_name_to_be_read(panel: ScriptPanel) -> None:
    panel.show_state(ScriptState(app=APP))
    nameless = [
        one.objectName()
        for one in panel.findChildren(QWidget)
        if one.isVisible()
        and one.objectName()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.accessibleName()
        and not (isinstance(one, QAbstractButton) and one.text())
        and not one.objectName().startswith("qt_")
    ]

    assert nameless == []
    assert isinstance(panel.findChild(QComboBox, "compatCombo"), QComboBox)
