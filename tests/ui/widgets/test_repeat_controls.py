import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from socket_workbench.panels.repeating import RepeatState, RepeatStatus
from socket_workbench.session.fields import ComposerEntry
from socket_workbench_ui.widgets.composer import Composer
from support.composers import editor, shown_composer
from support.parts import button, label, part
from support.tab_order import tab_order


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication) -> Composer:
    return shown_composer(qtbot, qapp)


def test_repeat_is_asked_for_with_count_and_interval(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(editor(composer), "n${counter} ")
    part(composer, QSpinBox, "repeatCountSpin").setValue(3)
    part(composer, QSpinBox, "repeatIntervalSpin").setValue(250)

    with qtbot.waitSignal(composer.repeat_requested) as emitted:
        qtbot.mouseClick(button(composer, "repeatButton"), Qt.MouseButton.LeftButton)

    assert emitted.args is not None
    plan = emitted.args[0]
    assert (plan.count, plan.interval_s) == (3, 0.25)
    assert plan.next_message() + plan.next_message() == b"n0 n1 "


def test_none_is_until_stopped(composer: Composer) -> None:
    spin = part(composer, QSpinBox, "repeatCountSpin")

    spin.setValue(0)

    assert spin.text() == "until stopped"


def test_button_stops_what_runs(qtbot: QtBot, composer: Composer) -> None:
    composer.show_repeat(RepeatState(sent=1))
    assert button(composer, "repeatButton").text() == "Stop"

    with qtbot.waitSignal(composer.repeat_stop_requested):
        qtbot.mouseClick(button(composer, "repeatButton"), Qt.MouseButton.LeftButton)

    composer.show_repeat(RepeatState(sent=1, status=RepeatStatus.STOPPING))
    assert not button(composer, "repeatButton").isEnabled()
    composer.show_repeat(RepeatState(sent=1, status=RepeatStatus.STOPPED))
    assert button(composer, "repeatButton").text() == "Repeat"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (RepeatState(sent=12, count=100), "sent 12 of 100"),
        (RepeatState(sent=1200), "sent 1\u2009200"),
        (RepeatState(sent=2, is_late=True), "sent 2, interval not kept"),
        (RepeatState(sent=2, status=RepeatStatus.STOPPING), "stopping after 2"),
        (RepeatState(sent=2, count=9, status=RepeatStatus.STOPPED), "stopped after 2 of 9"),
        (RepeatState(sent=2, count=9, status=RepeatStatus.FAILED), "sending failed after 2 of 9"),
        (RepeatState(sent=9, count=9, status=RepeatStatus.DONE), "all 9 sent"),
    ],
)
def test_progress_is_shown(composer: Composer, state: RepeatState, text: str) -> None:
    composer.show_repeat(state)

    assert label(composer, "repeatStatus") == text
    assert part(composer, QSpinBox, "repeatCountSpin").isEnabled() is not state.is_running


@pytest.mark.parametrize("wrong", ["", "\\", "${"])
def test_what_cannot_be_sent_cannot_be_repeated(composer: Composer, wrong: str) -> None:
    editor(composer).setPlainText(wrong)

    assert not button(composer, "repeatButton").isEnabled()


def test_file_is_not_repeated(composer: Composer) -> None:
    composer.set_state(ComposerEntry(format="file", file="/tmp/x"))

    assert button(composer, "sendButton").isEnabled()
    assert not button(composer, "repeatButton").isEnabled()


def test_running_repeat_can_be_stopped_whatever_is_typed(composer: Composer) -> None:
    composer.show_repeat(RepeatState(sent=1))

    part(composer, QComboBox, "formatCombo").setCurrentText("File")

    assert button(composer, "repeatButton").isEnabled()


def test_preview_goes_on_with_a_repeat(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(editor(composer), "${counter}")
    with qtbot.waitSignal(composer.repeat_requested) as emitted:
        button(composer, "repeatButton").click()
    assert emitted.args is not None

    emitted.args[0].next_message()
    composer.show_repeat(RepeatState(sent=1, count=1, status=RepeatStatus.DONE))

    assert label(composer, "composerPreview") == "Next: 1"


def test_choice_is_part_of_the_session(qtbot: QtBot, composer: Composer) -> None:
    entry = ComposerEntry(text="a", repeat_count=0, repeat_interval_ms=20, both_views=True)

    composer.set_state(entry)

    assert composer.state() == entry
    with qtbot.waitSignal(composer.edited):
        part(composer, QSpinBox, "repeatCountSpin").setValue(5)


def test_tab_goes_through_all_controls_in_reading_order(composer: Composer) -> None:
    names = ["repeatCountSpin", "repeatIntervalSpin", "repeatButton", "composer"]
    names += ["composerMirror", "filePathEdit", "formatCombo", "lineEndingCombo"]
    names += ["bothViewsButton", "variableButton", "presetButton", "sendButton"]

    assert tab_order(composer, names) == names


def test_spins_and_buttons_have_accessible_names(composer: Composer) -> None:
    for name in ("repeatCountSpin", "repeatIntervalSpin"):
        assert part(composer, QSpinBox, name).accessibleName()
    assert button(composer, "bothViewsButton").accessibleName()
    assert button(composer, "repeatButton").accessibleName() == "Repeat"
