"""The options tell a change once, when it is complete."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from socket_workbench.panels.tcp_client_state import TcpClientOptions
from socket_workbench_ui.widgets.tcp_options import TcpOptions
from support.parts import part

ALL = TcpClientOptions(
    name="probe",
    persistent=True,
    buffer_size=100,
    keep_alive=True,
    keep_alive_delay_s=30,
    no_delay=True,
)


@pytest.fixture
def options(qtbot: QtBot) -> TcpOptions:
    made = TcpOptions()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(options: TcpOptions) -> list[TcpClientOptions]:
    changes: list[TcpClientOptions] = []
    options.changed.connect(changes.append)
    return changes


def test_untouched_fields_are_the_apis_defaults(options: TcpOptions) -> None:
    assert options.options() == TcpClientOptions()


def test_shown_options_come_back(options: TcpOptions, told: list[TcpClientOptions]) -> None:
    options.show_options(ALL)

    assert options.options() == ALL
    assert told == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("persistentCheck", TcpClientOptions(persistent=True)),
        ("keepAliveCheck", TcpClientOptions(keep_alive=True)),
        ("noDelayCheck", TcpClientOptions(no_delay=True)),
    ],
)
def test_check_is_told_at_once(
    options: TcpOptions, told: list[TcpClientOptions], name: str, expected: TcpClientOptions
) -> None:
    check = part(options, QCheckBox, name)

    check.click()

    assert told == [expected]


def test_name_is_told_when_it_is_complete(
    qtbot: QtBot, options: TcpOptions, told: list[TcpClientOptions]
) -> None:
    name = part(options, QLineEdit, "nameEdit")
    qtbot.keyClicks(name, "ab")
    while_typing = list(told)

    qtbot.keyClick(name, Qt.Key.Key_Return)

    assert (while_typing, told) == ([], [TcpClientOptions(name="ab")])


def test_number_is_told_when_it_is_complete(
    qtbot: QtBot, options: TcpOptions, told: list[TcpClientOptions]
) -> None:
    spin = part(options, QSpinBox, "bufferSizeSpin")
    spin.selectAll()
    qtbot.keyClicks(spin, "65536")

    qtbot.keyClick(spin, Qt.Key.Key_Return)

    assert told == [TcpClientOptions(buffer_size=65536)]


def test_delay_waits_for_keep_alive(options: TcpOptions) -> None:
    delay = part(options, QSpinBox, "keepAliveDelaySpin")
    was_enabled = delay.isEnabled()

    options.show_options(ALL)

    assert (was_enabled, delay.isEnabled()) == (False, True)
