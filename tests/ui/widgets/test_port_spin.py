import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socket_workbench_ui.widgets.port_spin import PortSpin


@pytest.mark.parametrize(
    ("typed", "lowest", "port"),
    [
        ("1", 1, 1),
        ("65535", 1, 65535),
        (" 8080 ", 1, 8080),
        ("0080", 1, 80),
        ("0", 0, 0),
        ("0", 1, None),
        ("65536", 1, None),
        ("70000", 1, None),
        ("-1", 1, None),
        ("80.5", 1, None),
        ("٨٠", 1, None),
        ("http", 1, None),
        ("", 1, None),
        ("9" * 5000, 1, None),
    ],
)
def test_what_is_a_port(qtbot: QtBot, typed: str, lowest: int, port: int | None) -> None:
    field = PortSpin(lowest)
    qtbot.addWidget(field)

    field.setText(typed)

    assert field.value() == port


def test_wrong_text_stays_as_typed_and_is_marked(qtbot: QtBot) -> None:
    field = PortSpin()
    qtbot.addWidget(field)

    qtbot.keyClicks(field, "70000x")

    assert field.text() == "70000x"
    assert field.property("invalid") == "true"
    assert field.message().startswith("“70000x” is no port. A port is a whole number from 1 to")


def test_mark_goes_when_the_text_is_a_port_again(qtbot: QtBot) -> None:
    field = PortSpin()
    qtbot.addWidget(field)
    field.setText("x")

    field.setText("80")

    assert (field.property("invalid"), field.message()) == ("false", "")


def test_empty_field_is_not_marked(qtbot: QtBot) -> None:
    field = PortSpin()
    qtbot.addWidget(field)

    assert field.property("invalid") == "false"


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        (Qt.Key.Key_Up, "80", "81"),
        (Qt.Key.Key_Down, "80", "79"),
        (Qt.Key.Key_Up, "65535", "65535"),
        (Qt.Key.Key_Down, "1", "1"),
        (Qt.Key.Key_Up, "http", "http"),
    ],
)
def test_arrow_keys_count(qtbot: QtBot, key: Qt.Key, before: str, after: str) -> None:
    field = PortSpin()
    qtbot.addWidget(field)
    field.setText(before)

    qtbot.keyClick(field, key)

    assert field.text() == after


def test_change_is_told(qtbot: QtBot) -> None:
    field = PortSpin()
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field, "8")


def test_value_that_is_shown_already_leaves_the_text(qtbot: QtBot) -> None:
    field = PortSpin()
    qtbot.addWidget(field)
    field.setText("0080")

    field.set_value(80)

    assert field.text() == "0080"
