import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from socket_workbench.panels.composer import ComposedBytes
from socket_workbench.session.fields import ByteFormat, ComposerEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.byte_views import MOST_MIRRORED_BYTES
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.composer_editor import ComposerEditor
from support.parts import part


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication) -> Composer:
    composer = Composer(Looks(qapp, "dark"))
    qtbot.addWidget(composer)
    composer.resize(700, 200)
    composer.set_state(ComposerEntry(both_views=True))
    composer.show()
    return composer


def views(composer: Composer) -> tuple[ComposerEditor, ComposerEditor]:
    editor = composer.findChild(ComposerEditor, "composer")
    mirror = composer.findChild(ComposerEditor, "composerMirror")
    assert editor is not None
    assert mirror is not None
    return editor, mirror


def message(composer: Composer) -> str:
    label = part(composer, QLabel, "composerMessage")
    return label.text()


def send_button(composer: Composer) -> QPushButton:
    return part(composer, QPushButton, "sendButton")


def test_hex_follows_the_text_as_it_is_typed(qtbot: QtBot, composer: Composer) -> None:
    editor, mirror = views(composer)

    qtbot.keyClicks(editor, r"H\xff${counter:u16}")

    assert mirror.raw_text() == "48 ff ${counter:u16}"


def test_text_follows_the_hex_as_it_is_typed(qtbot: QtBot, composer: Composer) -> None:
    editor, mirror = views(composer)

    qtbot.keyClicks(mirror, "48 ff0d 24 7b")

    assert editor.raw_text() == r"H\xff\r\${"
    assert mirror.raw_text() == "48 ff0d 24 7b"
    with qtbot.waitSignal(composer.send_requested) as emitted:
        composer.send()
    assert emitted.args == [ComposedBytes(b"H\xff\r${")]


@pytest.mark.parametrize(
    ("form", "text", "mirrored"),
    [
        ("text", "é", "c3 a9"),
        ("hex", "c3 a9 00 31", r"é\x001"),
        ("base64", "SFQ=", "48 54"),
    ],
)
def test_each_format_has_its_other_view(
    composer: Composer, form: ByteFormat, text: str, mirrored: str
) -> None:
    composer.set_state(ComposerEntry(format=form, text=text, both_views=True))

    assert views(composer)[1].raw_text() == mirrored


def test_base64_follows_hex(qtbot: QtBot, composer: Composer) -> None:
    composer.set_state(ComposerEntry(format="base64", both_views=True))

    qtbot.keyClicks(views(composer)[1], "48 54")

    assert views(composer)[0].raw_text() == "SFQ="


def test_variables_cannot_be_typed_where_the_editor_holds_base64(
    qtbot: QtBot, composer: Composer
) -> None:
    composer.set_state(ComposerEntry(format="base64", text="SFQ=", both_views=True))

    qtbot.keyClicks(views(composer)[1], " ${uuid}")

    assert message(composer) == "Hex: Character 7: Base64 has no variables; text and hex have."
    assert composer.state().text == "SFQ="


def test_mistake_in_the_second_view_is_marked_there_and_never_sent(
    qtbot: QtBot, composer: Composer
) -> None:
    editor, mirror = views(composer)
    qtbot.keyClicks(editor, "ab")

    qtbot.keyClicks(mirror, " 6g")

    assert (mirror.marked(), mirror.raw_text()) == ("g", "61 62 6g")
    assert message(composer) == "Hex: Character 8: “g” is no hex digit."
    assert not send_button(composer).isEnabled()
    with qtbot.assertNotEmitted(composer.send_requested):
        composer.send()


def test_mended_mistake_in_the_second_view_counts(qtbot: QtBot, composer: Composer) -> None:
    editor, mirror = views(composer)
    qtbot.keyClicks(mirror, "6g")

    qtbot.keyClick(mirror, Qt.Key.Key_Backspace)
    qtbot.keyClicks(mirror, "1")

    assert (editor.raw_text(), message(composer), mirror.marked()) == ("a", "", "")
    assert send_button(composer).isEnabled()


def test_mistake_in_the_editor_leaves_the_other_view_and_what_was_typed(
    qtbot: QtBot, composer: Composer
) -> None:
    editor, mirror = views(composer)

    qtbot.keyClicks(editor, "ab\\")

    assert (editor.raw_text(), mirror.raw_text()) == ("ab\\", "61 62")
    assert message(composer).startswith("Character 3: A backslash")


def test_what_the_other_view_replaced_comes_back_with_undo(
    qtbot: QtBot, composer: Composer
) -> None:
    editor, mirror = views(composer)
    qtbot.keyClicks(mirror, "61 6g")
    qtbot.keyClicks(editor, "b")
    assert mirror.raw_text() == "62" or "62" in mirror.raw_text()

    mirror.undo()

    assert mirror.raw_text() == "61 6g"
    assert mirror.marked() == "g"


def test_caret_of_the_following_view_stays_at_its_bytes(qtbot: QtBot, composer: Composer) -> None:
    editor, mirror = views(composer)
    qtbot.keyClicks(editor, "abcd")
    cursor = mirror.textCursor()
    cursor.setPosition(9)  # before the last byte
    mirror.setTextCursor(cursor)

    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    qtbot.keyClicks(editor, "x")

    assert mirror.raw_text() == "78 61 62 63 64"
    assert mirror.textCursor().position() == 12
    assert editor.textCursor().position() == 1


def test_second_view_goes_and_comes(qtbot: QtBot, composer: Composer) -> None:
    mirror = views(composer)[1]
    button = part(composer, QPushButton, "bothViewsButton")
    qtbot.keyClicks(views(composer)[0], "a")

    button.click()
    shown = [mirror.isVisible(), composer.state().both_views]
    qtbot.keyClicks(views(composer)[0], "b")
    button.click()

    assert shown == [False, False]
    assert (mirror.isVisible(), mirror.raw_text()) == (True, "61 62")


def test_hidden_mistake_does_not_count(qtbot: QtBot, composer: Composer) -> None:
    editor, mirror = views(composer)
    qtbot.keyClicks(editor, "a")
    qtbot.keyClicks(mirror, "6")
    button = part(composer, QPushButton, "bothViewsButton")

    button.click()

    assert (message(composer), send_button(composer).isEnabled()) == ("", True)


def test_change_of_format_turns_the_views_round(composer: Composer) -> None:
    composer.set_state(ComposerEntry(text=r"a\0", both_views=True))

    formats = part(composer, QComboBox, "formatCombo")
    formats.setCurrentText("Hex")

    assert [view.raw_text() for view in views(composer)] == ["61 00", r"a\0"]


def test_many_bytes_are_not_shown_the_other_way(composer: Composer) -> None:
    composer.set_state(ComposerEntry(text="a" * (MOST_MIRRORED_BYTES + 1), both_views=True))
    mirror = views(composer)[1]

    assert (mirror.raw_text(), mirror.isReadOnly()) == ("", True)
    assert mirror.placeholderText() == "Too many bytes to be shown the other way as well"


def test_narrow_views_stand_below_each_other(qtbot: QtBot, composer: Composer) -> None:
    editor, mirror = views(composer)
    beside = mirror.x() > editor.x()

    composer.resize(380, 300)
    qtbot.waitUntil(lambda: mirror.y() > editor.y())

    assert beside


@pytest.mark.parametrize("name", ["composer", "composerMirror"])
def test_control_enter_sends_from_both_views(qtbot: QtBot, composer: Composer, name: str) -> None:
    qtbot.keyClicks(views(composer)[0], "a")
    view = part(composer, ComposerEditor, name)

    with qtbot.waitSignal(composer.send_requested):
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_history_brings_back_several_lines_with_their_format(
    qtbot: QtBot, composer: Composer
) -> None:
    sent = (
        ComposerEntry(format="hex", text="41\n42", both_views=True),
        ComposerEntry(text="one\ntwo", line_ending="crlf", both_views=True),
    )
    for entry in sent:
        composer.set_state(entry)
        composer.send()
    composer.set_state(ComposerEntry(text="draft", both_views=True))

    states: list[ComposerEntry] = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(views(composer)[0], key)
        states.append(composer.state())

    # The caret is at the end of two lines: Up first moves within them.
    assert states == [sent[1], sent[1], sent[0], sent[0]]
    assert views(composer)[1].raw_text() == r"AB"
