"""The editor of a responder: rules in their order, marks, and when what is typed counts."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socket_workbench.panels.responders import Responder, RuleState, RuleStatus
from socket_workbench.session.tcp_entries import ReplyEntry, ResponderEntry, RuleEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.responder_editor import ResponderEditor
from support.parts import part

ENTRY = ResponderEntry(
    mode="rules",
    framing="line",
    order="all",
    fixed=ReplyEntry(format="hex", text="00 ff", delay_ms=5),
    rules=(
        RuleEntry(name="one", match="regex", pattern="a+", reply=ReplyEntry(text="1")),
        RuleEntry(
            match="startsWith",
            pattern_format="hex",
            pattern="01 02",
            is_on=False,
            reply=ReplyEntry(text="2", chunk_bytes=3, chunk_pause_ms=4, then="reset"),
        ),
    ),
)


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication) -> ResponderEditor:
    made = ResponderEditor(Looks(qapp))
    qtbot.addWidget(made)
    made.resize(760, 420)
    made.show_entry(ENTRY)
    made.show()
    return made


@pytest.fixture
def told(editor: ResponderEditor) -> list[ResponderEntry]:
    entries: list[ResponderEntry] = []
    editor.changed.connect(entries.append)
    return entries


W = TypeVar("W", bound=QWidget)


def click(editor: ResponderEditor, name: str) -> None:
    QTest.mouseClick(part(editor, QPushButton, name), Qt.MouseButton.LeftButton)


def names(editor: ResponderEditor) -> list[str]:
    rules = part(editor, QListWidget, "ruleList")
    return [rules.item(place).text() for place in range(rules.count())]


def test_what_is_shown_comes_back(editor: ResponderEditor, told: list[ResponderEntry]) -> None:
    part(editor, QListWidget, "ruleList").setCurrentRow(1)

    assert editor.entry() == ENTRY
    assert told == []


def test_typing_counts_when_it_pauses(
    editor: ResponderEditor, told: list[ResponderEntry], qtbot: QtBot
) -> None:
    QTest.keyClicks(part(editor, QLineEdit, "rulePatternEdit"), "bc")
    assert told == []

    with qtbot.waitSignal(editor.changed):
        pass

    assert [entry.rules[0].pattern for entry in told] == ["a+bc"]


def test_closing_puts_what_was_typed_into_force(
    editor: ResponderEditor, told: list[ResponderEntry]
) -> None:
    QTest.keyClicks(part(editor, QPlainTextEdit, "ruleReplyEdit"), "x")

    editor.flush()
    editor.flush()

    assert [entry.rules[0].reply.text for entry in told] == ["x1"]


def test_rules_are_added_copied_moved_and_removed(
    editor: ResponderEditor, told: list[ResponderEntry]
) -> None:
    click(editor, "copyRuleButton")
    assert names(editor) == ["1  one", "2  one", "3  01 02"]
    click(editor, "ruleDownButton")
    assert names(editor) == ["1  one", "2  01 02", "3  one"]
    click(editor, "ruleUpButton")
    click(editor, "removeRuleButton")
    click(editor, "addRuleButton")

    assert names(editor) == ["1  one", "2  01 02", "3  rule 3"]
    assert told[-1].rules == (*ENTRY.rules, RuleEntry())


def test_the_mark_before_a_rule_switches_it(
    editor: ResponderEditor, told: list[ResponderEntry]
) -> None:
    item = part(editor, QListWidget, "ruleList").item(1)

    item.setCheckState(Qt.CheckState.Checked)

    assert told[-1].rules[1].is_on


def test_hits_and_troubles_are_shown_at_their_rule(editor: ResponderEditor, qtbot: QtBot) -> None:
    statuses = (RuleStatus(RuleState.STOPPED, hits=3, slow_bytes=61), RuleStatus(RuleState.OFF))

    editor.show_statuses(statuses, None)

    state = part(editor, QLabel, "ruleState")
    assert "61 bytes; 3 hits" in state.text()
    assert names(editor)[0] == "1  one  · 3"
    with qtbot.waitSignal(editor.restart_requested) as emitted:
        click(editor, "restartRuleButton")
    assert emitted.args == [0]


@pytest.mark.parametrize(
    ("mode", "has_framing", "has_order"),
    [("none", False, False), ("echo", False, False), ("fixed", True, False), ("rules", True, True)],
)
def test_only_what_matters_for_the_mode_is_offered(
    editor: ResponderEditor, mode: str, has_framing: bool, has_order: bool
) -> None:
    combo = part(editor, QComboBox, "responderModeCombo")

    combo.setCurrentIndex(combo.findData(mode))

    assert part(editor, QComboBox, "responderFramingCombo").isVisible() is has_framing
    assert part(editor, QComboBox, "responderOrderCombo").isVisible() is has_order


def test_a_pattern_is_not_asked_for_where_anything_matches(editor: ResponderEditor) -> None:
    combo = part(editor, QComboBox, "ruleMatchCombo")

    combo.setCurrentIndex(combo.findText("is anything"))

    assert not part(editor, QLineEdit, "rulePatternEdit").isEnabled()
    assert editor.entry().rules[0].match == "always"


def test_a_mistake_in_the_fixed_reply_is_marked(editor: ResponderEditor) -> None:
    part(editor, QComboBox, "responderModeCombo").setCurrentIndex(3)

    responder = Responder()
    responder.apply(ResponderEntry(mode="fixed", fixed=ReplyEntry(format="hex", text="0g")))

    editor.show_statuses((), responder.fixed_fault)

    assert "no hex digit" in part(editor, QLabel, "fixedReplyError").text()
