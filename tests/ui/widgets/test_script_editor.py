"""The editor of a script: keys, marks, colours, finding."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from socket_workbench.panels.script_lexer import Style
from socket_workbench_ui.theme import THEMES, Looks, Theme
from socket_workbench_ui.widgets.script_highlighter import ROLES, ScriptHighlighter
from socket_workbench_ui.widgets.script_texts import ScriptTexts
from support.parts import part


@pytest.fixture
def texts(qtbot: QtBot, qapp: QApplication) -> ScriptTexts:
    made = ScriptTexts(Looks(qapp, "dark"))
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def written(texts: ScriptTexts) -> str:
    return texts.texts()[texts.current]


def highlighter(texts: ScriptTexts) -> ScriptHighlighter:
    found = texts.editor.document().findChild(ScriptHighlighter)
    assert isinstance(found, ScriptHighlighter)
    return found


def colours(texts: ScriptTexts, line: int) -> list[str]:
    """Colours of the pieces of a line, counted from 0."""
    block = texts.editor.document().findBlockByNumber(line)
    formats = block.layout().formats()
    return [piece.format.foreground().color().name() for piece in formats]


def test_new_line_is_indented_and_closing_bracket_steps_back(texts: ScriptTexts) -> None:
    QTest.keyClicks(texts.editor, "if (a) {")
    QTest.keyClick(texts.editor, Qt.Key.Key_Return)
    QTest.keyClicks(texts.editor, "b();")
    QTest.keyClick(texts.editor, Qt.Key.Key_Return)
    QTest.keyClicks(texts.editor, "}")

    assert written(texts) == "if (a) {\n  b();\n}"


def test_tab_indents_and_back_tab_takes_it_back(texts: ScriptTexts) -> None:
    texts.put("", "a\nb")
    texts.editor.selectAll()

    QTest.keyClick(texts.editor, Qt.Key.Key_Tab)
    indented = written(texts)
    QTest.keyClick(texts.editor, Qt.Key.Key_Backtab)

    assert indented == "  a\n  b"
    assert written(texts) == "a\nb"


def test_comment_is_toggled_and_undone(texts: ScriptTexts) -> None:
    texts.put("", "a();\nb();")
    texts.editor.selectAll()

    texts.editor.toggle_comment()
    commented = written(texts)
    texts.editor.undo()

    assert commented == "// a();\n// b();"
    assert written(texts) == "a();\nb();"


def test_line_is_repeated(texts: ScriptTexts) -> None:
    texts.put("", "a();\nb();")
    texts.editor.go_to(1, 2)

    texts.editor.duplicate()

    assert written(texts) == "a();\na();\nb();"


def test_brackets_belong_together(texts: ScriptTexts) -> None:
    texts.put("", "f(a)")
    texts.editor.go_to(1, 2)

    marked = [one.cursor.selectedText() for one in texts.editor.extraSelections()]

    assert "(" in marked
    assert ")" in marked


def test_wrong_line_is_marked_until_the_text_changes(texts: ScriptTexts) -> None:
    texts.put("", "a\nwrong\nc")

    texts.editor.go_to(2, 3, is_wrong=True)
    marked = [one.cursor.selectedText() for one in texts.editor.extraSelections()]
    QTest.keyClicks(texts.editor, "x")
    after = [one.cursor.selectedText() for one in texts.editor.extraSelections()]

    assert "wrong" in marked
    assert "wrong" not in "".join(after)
    assert written(texts) == "a\nwrxong\nc"


def test_place_behind_the_end_is_the_end(texts: ScriptTexts) -> None:
    texts.put("", "a\nb")

    texts.editor.go_to(99, 99)

    assert texts.editor.textCursor().blockNumber() == 1


def test_lines_are_coloured_and_follow_a_comment(texts: ScriptTexts, qtbot: QtBot) -> None:
    texts.put("", "const a = 'x';\nlet b;")
    done = highlighter(texts)
    qtbot.waitUntil(lambda: done.is_done)
    before = colours(texts, 0)
    texts.editor.go_to(1)
    QTest.keyClicks(texts.editor, "/* ")
    qtbot.waitUntil(lambda: done.is_done)

    theme = THEMES["dark"]
    assert before == [theme.sent, theme.received]
    assert colours(texts, 1) == [theme.muted]


def test_colours_count_as_qt_does(texts: ScriptTexts, qtbot: QtBot) -> None:
    texts.put("", "'\N{GRINNING FACE}' + 1")
    qtbot.waitUntil(lambda: highlighter(texts).is_done)

    formats = texts.editor.document().firstBlock().layout().formats()

    assert [(piece.start, piece.length) for piece in formats] == [(0, 4), (7, 1)]


def test_long_script_is_typed_in_without_waiting(texts: ScriptTexts, qtbot: QtBot) -> None:
    texts.put("", "const a = f(1, 'x'); // why\n" * 30_000)
    texts.editor.go_to(3)
    QTest.keyClicks(texts.editor, "/*")

    assert not highlighter(texts).is_done, "what is below is coloured later"


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    one = QColor(colour)
    red, green, blue = (linear(v) for v in (one.redF(), one.greenF(), one.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("style", Style)
def test_colours_can_be_read(theme: Theme, style: Style) -> None:
    for ground in (theme.field, theme.raised):
        light, dark = sorted(
            (luminance(getattr(theme, ROLES[style])), luminance(ground)), reverse=True
        )
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_each_text_keeps_its_own_history(texts: ScriptTexts) -> None:
    texts.put("a.js", "one")
    texts.focus_text("a.js")
    QTest.keyClicks(texts.editor, "x")
    texts.focus_text("")
    QTest.keyClicks(texts.editor, "y")
    texts.focus_text("a.js")
    texts.editor.undo()

    assert texts.texts() == {"": "y", "a.js": "one"}
    assert texts.changed_names() == {""}


def test_find_goes_round_and_counts(texts: ScriptTexts) -> None:
    texts.put("", "foo\nFoo\nbar foo")
    texts.open_find()
    line = part(texts, QLineEdit, "scriptFind")
    QTest.keyClicks(line, "foo")
    first = texts.editor.textCursor().blockNumber()
    places = []
    for _ in range(3):
        QTest.keyClick(line, Qt.Key.Key_Return)
        places.append(texts.editor.textCursor().blockNumber())

    assert first == 0
    assert places == [1, 2, 0]
    assert any(one.text() == "3 hits" for one in texts.findChildren(QLabel))


def test_go_to_line(texts: ScriptTexts) -> None:
    texts.put("", "a\nb\nc")
    QTest.keyClick(texts.editor, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    line = part(texts, QLineEdit, "scriptLine")
    line.setText("3")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert texts.editor.textCursor().blockNumber() == 2
