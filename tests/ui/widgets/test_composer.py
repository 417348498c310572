import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from socket_workbench.panels.composer import ComposedBytes, ComposedFile
from socket_workbench.session.fields import ComposerEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.composer import Composer
from support.composers import editor, shown_composer
from support.parts import button, label, part
from support.tab_order import tab_order

LEFT_BUTTON = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication) -> Composer:
    return shown_composer(qtbot, qapp, width=600)


def choose(composer: Composer, combo: str, text: str) -> None:
    part(composer, QComboBox, combo).setCurrentText(text)


def send_button(composer: Composer) -> QPushButton:
    return button(composer, "sendButton")


def test_click_sends_what_was_typed(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(editor(composer), r"GET /\r\n")

    with qtbot.waitSignal(composer.send_requested) as emitted:
        qtbot.mouseClick(send_button(composer), LEFT_BUTTON)

    assert emitted.args == [ComposedBytes(b"GET /\r\n")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_enter_sends(qtbot: QtBot, composer: Composer, key: Qt.Key) -> None:
    qtbot.keyClicks(editor(composer), "a")

    with qtbot.waitSignal(composer.send_requested) as emitted:
        qtbot.keyClick(editor(composer), key, CONTROL)

    assert emitted.args == [ComposedBytes(b"a")]


def test_enter_makes_a_line_break(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(editor(composer), "a")
    qtbot.keyClick(editor(composer), Qt.Key.Key_Return)
    qtbot.keyClicks(editor(composer), "b")

    assert composer.state().text == "a\nb"


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        ("No line end", b"a"),
        ("LF", b"a\n"),
        ("CR", b"a\r"),
        ("CRLF", b"a\r\n"),
        ("NUL", b"a\0"),
    ],
)
def test_line_ending_is_put_behind(
    qtbot: QtBot, composer: Composer, ending: str, data: bytes
) -> None:
    qtbot.keyClicks(editor(composer), "a")
    choose(composer, "lineEndingCombo", ending)

    with qtbot.waitSignal(composer.send_requested) as emitted:
        composer.send()

    assert emitted.args == [ComposedBytes(data)]


@pytest.mark.parametrize(
    ("form", "typed", "count"),
    [
        ("Text", "é€", "5 bytes"),
        ("Text", r"\xff", "1 byte"),
        ("Hex", "48 54", "2 bytes"),
        ("Base64", "SFQ=", "2 bytes"),
        ("Text", "", "0 bytes"),
    ],
)
def test_bytes_are_counted_as_typed(composer: Composer, form: str, typed: str, count: str) -> None:
    choose(composer, "formatCombo", form)

    editor(composer).setPlainText(typed)

    assert label(composer, "byteCount") == count


def test_no_break_space_is_sent_as_it_is(qtbot: QtBot, composer: Composer) -> None:
    editor(composer).setPlainText("a\u00a0b")

    with qtbot.waitSignal(composer.send_requested) as emitted:
        composer.send()

    assert emitted.args == [ComposedBytes("a\u00a0b".encode())]


@pytest.mark.parametrize(
    ("form", "typed", "marked", "message"),
    [
        ("Hex", "48 5g", "g", "Character 5: “g” is no hex digit."),
        ("Hex", "48 5", "5", "Character 4: The digit 5 has no partner; a byte has two."),
        ("Text", "a\\", "\\", "Character 2: A backslash stands alone; write \\\\ for one."),
        ("Text", r"😀\q", "q", "Character 3: There is no escape \\q"),
        ("Text", r"\ud800", r"\ud800", "Character 1: \\ud800 is half of a character"),
        ("Base64", "SF*=", "*", "Character 3: “*” does not occur in base64."),
    ],
)
def test_first_wrong_character_is_marked_with_a_message(
    composer: Composer, form: str, typed: str, marked: str, message: str
) -> None:
    choose(composer, "formatCombo", form)

    editor(composer).setPlainText(typed)

    assert editor(composer).marked() == marked
    assert label(composer, "composerMessage").startswith(message)
    assert editor(composer).accessibleDescription().startswith(message)


def test_wrong_data_is_never_sent(qtbot: QtBot, composer: Composer) -> None:
    choose(composer, "formatCombo", "Hex")
    editor(composer).setPlainText("5")

    with qtbot.assertNotEmitted(composer.send_requested):
        composer.send()
        qtbot.keyClick(editor(composer), Qt.Key.Key_Return, CONTROL)

    assert not send_button(composer).isEnabled()


def test_mark_goes_when_the_data_is_right_again(composer: Composer) -> None:
    choose(composer, "formatCombo", "Hex")
    editor(composer).setPlainText("5")

    editor(composer).setPlainText("55")

    assert (editor(composer).marked(), send_button(composer).isEnabled()) == ("", True)
    assert not part(composer, QLabel, "composerMessage").isVisible()


def test_nothing_is_not_sent(composer: Composer) -> None:
    assert not send_button(composer).isEnabled()


def test_empty_datagram_can_be_sent_where_there_are_such(qtbot: QtBot, qapp: QApplication) -> None:
    composer = Composer(Looks(qapp, "dark"), sends_nothing=True)
    qtbot.addWidget(composer)

    with qtbot.waitSignal(composer.send_requested) as emitted:
        composer.send()

    assert emitted.args == [ComposedBytes(b"")]


def test_without_a_far_side_send_is_disabled(composer: Composer) -> None:
    editor(composer).setPlainText("a")

    composer.set_can_send(False)

    assert not send_button(composer).isEnabled()


def test_formats_show_the_same_bytes(composer: Composer) -> None:
    editor(composer).setPlainText(r"H\xff")

    texts: list[str] = []
    for form in ("Hex", "Base64", "Text"):
        choose(composer, "formatCombo", form)
        texts.append(composer.state().text)

    assert texts == ["48 ff", "SP8=", r"H\xff"]


def test_wrong_data_stays_as_typed_when_the_format_changes(composer: Composer) -> None:
    choose(composer, "formatCombo", "Hex")
    editor(composer).setPlainText("4g")

    choose(composer, "formatCombo", "Base64")

    assert (composer.state().text, composer.state().format) == ("4g", "base64")


def test_file_and_back_keeps_the_text(composer: Composer) -> None:
    editor(composer).setPlainText("typed")

    choose(composer, "formatCombo", "File")
    choose(composer, "formatCombo", "Text")

    assert composer.state() == ComposerEntry(text="typed")


def test_file_is_sent_by_its_path(qtbot: QtBot, composer: Composer) -> None:
    choose(composer, "formatCombo", "File")
    part(composer, QLineEdit, "filePathEdit").setText("/tmp/a.bin")

    with qtbot.waitSignal(composer.send_requested) as emitted:
        composer.send()

    assert emitted.args == [ComposedFile("/tmp/a.bin")]


def test_file_that_was_not_chosen_cannot_be_sent(composer: Composer) -> None:
    choose(composer, "formatCombo", "File")

    assert not send_button(composer).isEnabled()


def test_browse_opens_a_dialog_that_lets_the_window_live(qtbot: QtBot, composer: Composer) -> None:
    choose(composer, "formatCombo", "File")

    qtbot.mouseClick(button(composer, "browseButton"), LEFT_BUTTON)

    dialog = part(composer, QFileDialog, "fileDialog")
    assert dialog.isVisible()
    dialog.fileSelected.emit("/tmp/chosen.bin")
    dialog.close()
    assert composer.state().file == "/tmp/chosen.bin"


def test_dropped_file_is_to_be_sent(composer: Composer) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/tmp/dropped.bin")])

    editor(composer).insertFromMimeData(dropped)

    assert composer.state() == ComposerEntry(format="file", file="/tmp/dropped.bin")


def test_history_goes_back_and_forth(qtbot: QtBot, composer: Composer) -> None:
    for text in ("one", "two"):
        editor(composer).put(text)
        composer.send()
    editor(composer).put("draft")

    texts: list[str] = []
    keys = Qt.Key
    for key in (keys.Key_Up, keys.Key_Up, keys.Key_Up, keys.Key_Down, keys.Key_Down):
        qtbot.keyClick(editor(composer), key)
        texts.append(composer.state().text)

    assert texts == ["two", "one", "one", "two", "draft"]


def test_arrow_within_the_text_moves_the_caret(qtbot: QtBot, composer: Composer) -> None:
    editor(composer).put("sent")
    composer.send()
    editor(composer).put("first\nsecond")

    qtbot.keyClick(editor(composer), Qt.Key.Key_Up)

    assert composer.state().text == "first\nsecond"


def test_state_comes_back(qtbot: QtBot, qapp: QApplication, composer: Composer) -> None:
    entry = ComposerEntry(format="hex", text="4g wrong", line_ending="nul", file="/tmp/x")

    composer.set_state(entry)

    assert composer.state() == entry


def test_edits_are_told(qtbot: QtBot, composer: Composer) -> None:
    with qtbot.waitSignal(composer.edited):
        qtbot.keyClicks(editor(composer), "a")


def test_long_text_is_read_when_typing_pauses(qtbot: QtBot, composer: Composer) -> None:
    editor(composer).setPlainText("a" * 100_000)

    qtbot.waitUntil(lambda: label(composer, "byteCount") == "100\u2009000 bytes")


def test_every_control_has_an_accessible_name(composer: Composer) -> None:
    kinds = (QPlainTextEdit, QLineEdit, QComboBox)

    nameless = [
        one.objectName()
        for kind in kinds
        for one in composer.findChildren(kind)
        if not one.accessibleName() and not one.objectName().startswith("qt_")
    ]
    assert nameless == []


@pytest.mark.parametrize("width", [320, 640])
def test_no_control_is_clipped(qtbot: QtBot, composer: Composer, width: int) -> None:
    composer.resize(width, 260)

    for kind in (QPushButton, QComboBox):
        for control in composer.findChildren(kind):
            if control.isVisible():
                right = control.mapTo(composer, QPoint(control.width(), 0)).x()
                assert right <= composer.width(), control.objectName()


def test_tab_leaves_the_editor(qtbot: QtBot, composer: Composer) -> None:
    editor(composer).setFocus()

    qtbot.keyClick(editor(composer), Qt.Key.Key_Tab)

    assert composer.state().text == ""


def test_tab_order_is_reading_order(composer: Composer) -> None:
    names = ["composer", "filePathEdit", "formatCombo", "lineEndingCombo", "presetButton"]
    names.append("sendButton")

    assert tab_order(composer, names) == names


def test_long_line_is_wrapped_without_a_search_for_words(composer: Composer) -> None:
    editor(composer).put("0123456789abcdef" * 8192)

    assert editor(composer).wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
