"""The table of legacy calls: signs, results, and rows that stay while calls end."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from socket_workbench.panels.legacy_state import CallStatus, LegacyCall
from socket_workbench.session.script_entries import LegacyCallEntry
from socket_workbench_ui.models.legacy_calls import CODE, RESULT, SIGN, TIME, LegacyCallModel
from socket_workbench_ui.theme import Looks

ENTRY = LegacyCallEntry(method="read", arguments={"socketId": "3"})
WAITING = LegacyCall(
    number=1, entry=ENTRY, code="chrome.socket.read(3, cb)", status=CallStatus.WAITING
)


def numbered(*numbers: int) -> list[LegacyCall]:
    return [replace(WAITING, number=number) for number in numbers]


@pytest.fixture
def model(qapp: QApplication, qtmodeltester: Any) -> LegacyCallModel:
    made = LegacyCallModel(Looks(qapp, "light"))
    qtmodeltester.check(made)
    return made


def texts(model: LegacyCallModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        (WAITING, ("…", "waiting", "")),
        (
            replace(WAITING, status=CallStatus.DONE, result="0", result_code=0, elapsed_s=0.0021),
            ("✓", "0 OK", "2.1"),
        ),
        (
            replace(WAITING, status=CallStatus.FAILED, result="-102", result_code=-102),
            ("✕", "-102 CONNECTION_REFUSED", "0.0"),
        ),
        (
            replace(WAITING, status=CallStatus.FAILED, error="Socket not found"),
            ("✕", "Socket not found", "0.0"),
        ),
        (
            replace(WAITING, status=CallStatus.THROWN, error="No matching signature."),
            ("✕", "TypeError: No matching signature.", ""),
        ),
        (replace(WAITING, status=CallStatus.DROPPED), ("∅", "its callback never runs", "0.0")),
        (replace(WAITING, status=CallStatus.EARLIER), ("·", "from the session file", "")),
    ],
    ids=["waiting", "done", "code", "lastError", "thrown", "dropped", "earlier"],
)
def test_row_tells_what_became_of_the_call(
    model: LegacyCallModel, call: LegacyCall, shown: tuple[str, str, str]
) -> None:
    model.show_calls([call])

    assert tuple(texts(model, column)[0] for column in (SIGN, RESULT, TIME)) == shown
    assert texts(model, CODE) == ["read(3, cb)"]


def test_ended_call_is_drawn_again_in_its_row(model: LegacyCallModel) -> None:
    changed: list[int] = []
    model.show_calls(numbered(1, 2))
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))

    model.show_calls([replace(WAITING, status=CallStatus.DONE), *numbered(2)])

    assert changed == [0]


def test_old_rows_go_and_new_ones_come(model: LegacyCallModel) -> None:
    model.show_calls(numbered(1, 2, 3))
    model.show_calls(numbered(3, 4))

    assert [model.call_at(model.index(row, 0)) for row in range(2)] == numbered(3, 4)
    model.show_calls([])
    assert model.rowCount() == 0


def test_sign_is_said_in_words(model: LegacyCallModel) -> None:
    model.show_calls([WAITING])

    assert model.index(0, SIGN).data(Qt.ItemDataRole.AccessibleTextRole) == "waiting"
