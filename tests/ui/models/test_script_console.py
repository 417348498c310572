"""A script's console as a table."""

import json

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from socket_workbench.panels.script_console import Console, ConsoleFilter, Level
from socket_workbench.scripting.faults import Fault
from socket_workbench.scripting.watcher import ConsoleLine
from socket_workbench_ui.models.script_console import ScriptConsoleModel
from socket_workbench_ui.models.script_rows import TEXT, Place
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.script_console import ScriptConsole
from support.parts import part

OBJECT = json.dumps(
    [
        [
            "object",
            "Object",
            [["a", ["number", "1"]], ["b", ["buffer", "ArrayBuffer(3)", "000102", 3]]],
            4,
        ]
    ]
)
FAULT = Fault(
    message="ReferenceError: x",
    file="my%20app.js",
    line=3,
    column=5,
    stack="    at f (my%20app.js:3:5)\n    at my%20app.js:9:1",
)


@pytest.fixture
def console() -> Console:
    return Console(now_ns=lambda: 0, max_lines=50)


@pytest.fixture
def model(console: Console, qapp: QApplication) -> ScriptConsoleModel:
    return ScriptConsoleModel(console, Looks(qapp, "dark"))


def lines(model: ScriptConsoleModel) -> list[str]:
    return [str(model.index(row, TEXT).data()).rstrip() for row in range(model.rowCount())]


def test_lines_come_go_and_are_filtered(
    console: Console, model: ScriptConsoleModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    for number in range(60):
        console.take(ConsoleLine("error" if number % 2 else "log", f"line {number}"))
        model.grow()
    console.say(Level.SYSTEM, "started")
    model.grow()

    assert model.rowCount() == len(console)
    assert model.dropped == 61 - len(console)
    model.show_filter(ConsoleFilter(levels=frozenset({Level.ERROR}), text="LINE 5"))
    assert lines(model) == ["  line 51", "  line 53", "  line 55", "  line 57", "  line 59"]
    console.clear()
    assert model.grow()
    assert model.rowCount() == 0


def test_object_unfolds_and_folds(console: Console, model: ScriptConsoleModel) -> None:
    console.take(ConsoleLine("log", "{ a: 1 }", OBJECT))
    console.take(ConsoleLine("log", "after"))
    model.grow()

    model.unfold(0, is_open=True)
    unfolded = lines(model)
    model.unfold(2, is_open=True)
    bytes_shown = lines(model)[3]
    model.unfold(0, is_open=False)

    assert unfolded[0] == "▾ { a: 1 }"
    assert [one.strip() for one in unfolded[1:4]] == ["a: 1", "▸ b: ArrayBuffer(3)", "… 4 more"]
    assert "00 01 02" in bytes_shown
    assert lines(model) == ["▸ { a: 1 }", "  after"]


def test_error_shows_its_place_and_every_frame_of_its_stack(
    console: Console, model: ScriptConsoleModel
) -> None:
    console.say(Level.ERROR, FAULT.message, FAULT)
    model.grow()

    model.unfold(0, is_open=True)

    assert lines(model)[0] == "▾ my app.js:3  ReferenceError: x"
    assert [model.place_of(row) for row in range(3)] == [
        Place("my app.js", 3, 5),
        Place("my app.js", 3, 5),
        Place("my app.js", 9, 1),
    ]
    assert model.copied([0]) == f"{FAULT.message}\n{FAULT.stack}"


def test_lines_of_a_text_are_under_it(console: Console, model: ScriptConsoleModel) -> None:
    console.take(ConsoleLine("log", "one\ntwo"))
    model.grow()

    model.unfold(0, is_open=True)

    assert [one.strip() for one in lines(model)] == ["▾ one …", "one", "two"]


def test_unfolded_line_that_goes_takes_its_rows_along(
    console: Console, model: ScriptConsoleModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    console.take(ConsoleLine("log", "{ a: 1 }", OBJECT))
    model.grow()
    model.unfold(0, is_open=True)
    for number in range(60):
        console.take(ConsoleLine("log", f"line {number}"))
    model.grow()

    assert model.rowCount() == len(console)


def test_console_tells_of_lines_that_are_gone(
    console: Console, model: ScriptConsoleModel, qtbot: QtBot, qapp: QApplication
) -> None:
    view = ScriptConsole(model, Looks(qapp, "dark"))
    qtbot.addWidget(view)
    view.show()
    for number in range(60):
        console.take(ConsoleLine("log", f"line {number}"))
    view.tick()

    dropped = part(view, QLabel, "consoleDropped")
    assert dropped.isVisible()
    assert dropped.text().startswith(f"{60 - len(console)} older lines")
    table = view.table
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
