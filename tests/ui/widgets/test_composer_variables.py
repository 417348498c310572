import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from socket_workbench.bytesview.variables import VARIABLES
from socket_workbench.panels.composer import ComposedBytes
from socket_workbench.session.fields import ByteFormat, ComposerEntry, Preset
from socket_workbench_ui.variable_texts import SENTENCES, variable_notes, variable_text
from socket_workbench_ui.widgets.composer import Composer
from socket_workbench_ui.widgets.composer_editor import HELD_CHARS
from socket_workbench_ui.widgets.preset_button import PresetButton
from socket_workbench_ui.widgets.variable_button import VariableButton
from support.composers import editor, shown_composer
from support.parts import button, label, part

REAL_TEXT = "The quick brown fox: {json: [1, 2]}, áé.\n" * 122_000
"""Five megabytes."""
LEAST_PIECES = 5


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication) -> Composer:
    return shown_composer(qtbot, qapp)


def sent(composer: Composer) -> list[bytes]:
    """What is sent from now on."""
    found: list[bytes] = []
    composer.send_requested.connect(lambda payload: found.append(payload.data))
    return found


def paste(composer: Composer, text: str) -> None:
    source = QMimeData()
    source.setText(text)
    editor(composer).insertFromMimeData(source)


def test_next_message_is_previewed_and_counts_on_when_sent(
    qtbot: QtBot, composer: Composer
) -> None:
    messages = sent(composer)
    qtbot.keyClicks(editor(composer), r"a${counter:9}\n")
    before = label(composer, "composerPreview")

    composer.send()
    composer.send()

    assert (before, messages) == (r"Next: a9\n", [b"a9\n", b"a10\n"])
    assert label(composer, "composerPreview") == r"Next: a11\n"
    assert label(composer, "byteCount") == "4 bytes"


def test_preview_of_hex_is_hex_with_the_checksum(qtbot: QtBot, composer: Composer) -> None:
    composer.set_state(ComposerEntry(format="hex", text="01 03 ${crc:CRC-16/MODBUS:le}"))

    assert label(composer, "composerPreview") == "Next: 01 03 40 21"


def test_text_without_variables_has_no_preview(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(editor(composer), "cost: $5 {each}")

    assert not part(composer, QLabel, "composerPreview").isVisible()


def test_long_preview_is_cut(composer: Composer) -> None:
    composer.set_state(ComposerEntry(text="${random:65536}"))

    assert len(label(composer, "composerPreview")) < 2000
    assert label(composer, "composerPreview").endswith("…")


@pytest.mark.parametrize(
    ("typed", "marked", "message"),
    [
        ("ab ${countx}", "countx", "Character 6: There is no variable “countx”; expected counter"),
        ("ab ${uuid", "${uuid", "Character 4: The variable lacks its closing }; write ${uuid}"),
        ("${random}", "}", "Character 9: Here belongs: 1 … 65536."),
        ("${random:no}", "no", "Character 10: “no” does not fit: 1 … 65536."),
        ("${crc:modbuss}", "modbuss", "Character 7: There is no CRC “modbuss”; expected MODBUS"),
    ],
)
def test_wrong_variable_is_marked_at_its_place(
    composer: Composer, typed: str, marked: str, message: str
) -> None:
    editor(composer).setPlainText(typed)

    assert editor(composer).marked() == marked
    assert label(composer, "composerMessage").startswith(message)
    assert not button(composer, "sendButton").isEnabled()


def test_presets_count_on_with_the_same_counters(composer: Composer) -> None:
    messages = sent(composer)
    composer.set_state(ComposerEntry(text="${counter}"))

    composer.send()
    part(composer, PresetButton, "presetButton").send_wanted.emit(
        Preset(name="A", text="p${counter}")
    )

    assert messages == [b"0", b"p1"]


def test_menu_lists_every_variable_and_puts_one_in(composer: Composer) -> None:
    messages, menu_button = sent(composer), part(composer, VariableButton, "variableButton")
    menu_button.fill_menu()
    actions = menu_button.menu().actions()

    texts = [action.text() for action in actions if "\t" in action.text()]
    actions[0].trigger()
    composer.send()
    actions[-1].trigger()  # counters begin anew
    composer.send()

    assert len(texts) == len(VARIABLES)
    assert messages == [b"1000", b"1000"]


def test_every_variable_is_described() -> None:
    assert set(SENTENCES) == set(VARIABLES)
    assert all(variable_text(name) for name in VARIABLES)
    assert variable_text("nothing") == ""
    assert all(variable_notes())


DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.mark.parametrize(
    ("typed", "keys", "result"),
    [
        ("${ti", [ENTER], "${timestamp}"),
        ("${cou", [TAB], "${counter}"),
        ("a ${rand", [DOWN, ENTER], "a ${randomHex:"),
        ("${crc:modb", [ENTER], "${crc:CRC-16/MODBUS}"),
        ("${crc:modb", [DOWN, ENTER], "${crc:MODBUS}"),
    ],
)
def test_names_are_completed(
    qtbot: QtBot, composer: Composer, typed: str, keys: list[Qt.Key], result: str
) -> None:
    qtbot.keyClicks(editor(composer), typed)
    offered = QApplication.activePopupWidget()
    assert isinstance(offered, QAbstractItemView)

    for key in keys:
        qtbot.keyClick(offered, key)

    assert editor(composer).raw_text() == result
    assert not offered.isVisible()


def test_nothing_is_offered_in_plain_text_or_base64(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(editor(composer), "cou $ti {ra")
    plain = QApplication.activePopupWidget()
    part(composer, QComboBox, "formatCombo").setCurrentText("Base64")
    qtbot.keyClicks(editor(composer), "${ti")

    assert (plain, QApplication.activePopupWidget()) == (None, None)


def test_five_megabytes_of_text_are_pasted_and_sent_whole(qtbot: QtBot, composer: Composer) -> None:
    messages = sent(composer)
    qtbot.keyClicks(editor(composer), "before")

    paste(composer, REAL_TEXT)
    qtbot.waitUntil(lambda: "5" in label(composer, "byteCount"))
    composer.send()

    assert messages == [("before" + REAL_TEXT).encode()]


@pytest.mark.parametrize(
    ("form", "text", "size"),
    [
        ("text", r"GET /\r\nHost: localhost\r\n" * 200_000, "4\u2009800\u2009000 bytes"),
        ("hex", "0x48, " * 800_000, "800\u2009000 bytes"),
    ],
)
def test_long_text_with_escapes_is_read_bit_by_bit(
    qtbot: QtBot, composer: Composer, form: ByteFormat, text: str, size: str
) -> None:
    composer.set_state(ComposerEntry(format=form))
    paste(composer, text)
    qtbot.waitUntil(lambda: label(composer, "byteCount") == "reading…")
    beats: list[str] = []
    pulse = QTimer(composer, interval=0)
    pulse.timeout.connect(lambda: beats.append(label(composer, "byteCount")))
    pulse.start()

    qtbot.waitUntil(lambda: label(composer, "byteCount") == size)

    pulse.stop()
    assert beats.count("reading…") >= LEAST_PIECES, "the window could do nothing else meanwhile"


def test_long_text_is_sent_whole_while_it_is_still_being_read(composer: Composer) -> None:
    messages = sent(composer)
    paste(composer, "some words\n" * 100_000)

    composer.send()

    assert messages == [b"some words\n" * 100_000]


def test_text_too_long_to_be_edited_is_taken_back(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(editor(composer), "before")
    paste(composer, "long" * HELD_CHARS)
    qtbot.keyClicks(editor(composer), "ignored")
    held = composer.state().text
    qtbot.waitUntil(lambda: button(composer, "releaseButton").isVisible())

    qtbot.mouseClick(button(composer, "releaseButton"), Qt.MouseButton.LeftButton)

    assert held == "before" + "long" * HELD_CHARS
    assert composer.state().text == "before"
    assert not button(composer, "releaseButton").isVisible()


@pytest.mark.parametrize(
    ("key", "modifier", "left"),
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "before"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "clip"),
    ],
)
def test_keys_take_a_long_text_as_a_whole(
    qtbot: QtBot, composer: Composer, key: Qt.Key, modifier: Qt.KeyboardModifier, left: str
) -> None:
    QApplication.clipboard().setText("clip")
    qtbot.keyClicks(editor(composer), "before")
    paste(composer, "long" * HELD_CHARS)

    qtbot.keyClick(editor(composer), key, modifier)
    qtbot.keyClicks(editor(composer), "!")

    assert composer.state().text == left + "!"


def test_long_text_replaces_what_is_selected(qtbot: QtBot, composer: Composer) -> None:
    editor(composer).insertPlainText("😀old end")
    cursor = editor(composer).textCursor()
    cursor.setPosition(2)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    editor(composer).setTextCursor(cursor)

    paste(composer, "x\r\n" * HELD_CHARS)

    assert composer.state().text == "😀" + "x\n" * HELD_CHARS + " end"


def test_long_text_of_a_session_is_sent_whole(composer: Composer) -> None:
    text = "a" * (HELD_CHARS + 1)
    composer.set_state(ComposerEntry(text=text))
    messages = sent(composer)

    composer.send()

    assert messages == [text.encode()]
    assert ComposedBytes(messages[0]).data.isascii()
